"""Looking after an installation: the demo, the database, who is there."""

import sys
from pathlib import Path

import click

from recruit.cli.doors import opened_house, settings_with
from recruit.cli.printing import print_lines
from recruit.db.accounts import OrganizationKind, Role
from recruit.db.base import values_of
from recruit.services.accounts import add_organization, add_user
from recruit.services.demo import load_demo
from recruit.services.demo_files import write_demo_files
from recruit.services.maintenance import rebuild_ranking, upgrade_database
from recruit.tables.logins import login_lines


@click.group(invoke_without_command=True)
@click.pass_context
def demo(context: click.Context) -> None:
    """Load the demo pool: invented people, companies and jobs."""
    if context.invoked_subcommand:
        return
    with opened_house() as house:
        logins = load_demo(house)
    print_lines(login_lines(logins))
    click.echo("The resumes are read when the app or a worker runs next.")


@demo.command("files")
@click.argument("count", type=click.IntRange(min=1), metavar="N")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same files.")
@click.option("--scans", is_flag=True, help="Let some of them be pictures of pages.")
def demo_files(count: int, folder: Path, seed: int, scans: bool) -> None:
    """Write N resumes of up to two pages into FOLDER, in every common kind of file, for trying a bulk import."""
    click.echo(f"{write_demo_files(count, folder, seed=seed, with_scans=scans)} files are in {folder}.")


@click.command()
def upgrade() -> None:
    """Bring the tables up to date; a new database is made."""
    upgrade_database(settings_with())
    click.echo("The database is up to date.")


@click.command("rebuild-index")
def rebuild_index() -> None:
    """Make the ranking index again from the database."""
    with opened_house() as house:
        count = rebuild_ranking(house)
    click.echo(f"The ranking index holds {count} people.")


@click.command("add")
@click.argument("name")
@click.option("--kind", type=click.Choice(values_of(OrganizationKind)), required=True)
@click.option("--agency", help="The agency that recruits for this employer.")
def add_one_organization(name: str, kind: str, agency: str | None) -> None:
    """Add an agency, or an employer that an agency recruits for."""
    with opened_house() as house:
        add_organization(house, name=name, kind=OrganizationKind(kind), agency=agency)
    click.echo(f"{name} is there.")


@click.command("add")
@click.option("--email", required=True)
@click.option("--name", required=True, help="What others see.")
@click.option("--organization", required=True, help="The agency or employer, which must exist.")
@click.option("--role", type=click.Choice(values_of(Role)), required=True)
def add_one_user(email: str, name: str, organization: str, role: str) -> None:
    """Add a login; the password is asked for, or read from the first line of standard input."""
    with opened_house() as house:
        password = asked_password()
        add_user(
            house, email=email, display_name=name, password=password, organization=organization, role=Role(role)
        )
    click.echo(f"{email} can log in.")


def asked_password() -> str:
    """Ask for a password twice at a terminal; a program writes it once."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
