"""The ``recruit`` command: parses what was typed, calls one service, prints.

Exit codes: 0 done, 1 some inputs failed (each named on stderr with its reason), 2 wrong use.
"""

import json
import logging
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from recruit import __version__, tables
from recruit.config import Settings
from recruit.db.accounts import OrganizationKind, Role
from recruit.db.base import values_of
from recruit.documents import Limits
from recruit.errors import ConfigurationError, RecruitError
from recruit.services import terminal
from recruit.services.accounts import add_organization, add_user
from recruit.services.benchmark import benchmark_documents
from recruit.services.demo import DemoLogins, load_demo
from recruit.services.demo_files import write_demo_files
from recruit.services.house import House, close_house, limits_of, open_house
from recruit.services.imports.doing import import_paths, save_report
from recruit.services.maintenance import rebuild_ranking, upgrade_database
from recruit.services.shapes import ImportView
from recruit.services.terminal import FailedFile
from recruit.vocabulary.shapes import Kind
from recruit.web.server import serve as serve_web
from recruit.worker import start_worker

SOME_FAILED = 1
SECONDS_BETWEEN_LINES = 5.0
CLEAR_TO_END = "\x1b[K"


class WrongSetting(click.ClickException):
    """A setting makes no sense, which is wrong use."""

    exit_code = 2


class Commands(click.Group):
    """Shows our own errors as sentences, never as tracebacks."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except ConfigurationError as error:
            raise WrongSetting(str(error)) from error
        except RecruitError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="recruit %(version)s")
def recruit() -> None:
    """Match people to precision-production jobs and show the words behind every score."""


as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


# ------------------------------------------------------------------------------------------------------- files


@recruit.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@as_json
def read(files: tuple[Path, ...], as_json: bool) -> None:
    """Print the text of documents and how well they could be read."""
    outcomes = terminal.read_files(files, limits())
    failed = [outcome for outcome in outcomes if isinstance(outcome, FailedFile)]
    done = [outcome for outcome in outcomes if not isinstance(outcome, FailedFile)]
    if as_json:
        documents = [tables.read_json(row) for row in done]
        print_json({"documents": documents, "failed": [tables.failed_json(row) for row in failed]})
    else:
        print_lines(line for outcome in done for line in tables.read_lines(outcome))
    finish(failed)


@recruit.command()
@click.argument("file")
@click.option(
    "--kind", type=click.Choice(values_of(Kind)), default="resume", show_default=True, help="Who wrote it."
)
@as_json
def extract(file: str, kind: str, as_json: bool) -> None:
    """Print the skills that a document names; FILE may be - for text on standard input."""
    outcome = terminal.extract_file(file, Kind(kind), limits())
    if isinstance(outcome, FailedFile):
        fail(outcome, as_json=as_json)
    elif as_json:
        print_json(tables.extract_json(outcome))
    else:
        print_lines(tables.extract_lines(outcome))


@recruit.command()
@click.argument("job", type=click.Path(path_type=Path))
@click.argument("resumes", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="RESUME...")
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="How many to print.")
@click.option("--explain", is_flag=True, help="Print every reason with the words it rests on.")
@as_json
def match(job: Path, resumes: tuple[Path, ...], top: int, explain: bool, as_json: bool) -> None:
    """Rank resumes against a job description.

    A RESUME is a file, a folder (its own files, not those of folders in it), or a JSONL file of {"id", "text"}.
    """
    outcome = terminal.match_files(job, resumes, limits(), top=top)
    if isinstance(outcome, FailedFile):
        fail(outcome, as_json=as_json)
    elif as_json:
        print_json(tables.match_json(outcome, explain=explain))
        finish(outcome.failed)
    else:
        print_lines(tables.match_lines(outcome, explain=explain))
        finish(outcome.failed)


@recruit.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR")
@click.option("--per-job", is_flag=True, help="Print the figures of each job, too.")
@as_json
def evaluate(folder: Path, per_job: bool, as_json: bool) -> None:
    """Measure ranking, extraction and reading on labelled documents.

    DIR holds resumes.jsonl, jobs.jsonl and qrels.tsv to measure ranking, labelled mentions in these or in
    extraction*.jsonl to measure extraction, and files with the text of each in files.json or files/files.json
    to measure reading. Any of them is enough.
    """
    evaluation = terminal.evaluate_folder(folder, limits())
    if as_json:
        print_json(tables.evaluation_json(evaluation))
    else:
        print_lines(tables.evaluation_lines(evaluation, per_job=per_job))


@recruit.group()
def benchmark() -> None:
    """Measure how fast things go on this machine."""


@benchmark.command("documents")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--n", default=200, show_default=True, type=click.IntRange(min=1), help="How many files to make.")
@as_json
def benchmark_reading(folders: tuple[Path, ...], n: int, as_json: bool) -> None:
    """Measure reading: the files of FOLDERS, or the demo's and generated ones."""
    figures = benchmark_documents(folders, limits(), n=n)
    if as_json:
        print_json(asdict(figures))
    else:
        print_lines(tables.benchmark_lines(figures))


# ----------------------------------------------------------------------------------------------------- running

on_port = click.option("--port", type=click.IntRange(0, 65535), help="Listen here; 0 takes any that is free.")


@recruit.command()
@on_port
@click.option("--no-demo", is_flag=True, help="Start without the demo pool.")
def up(port: int | None, no_demo: bool) -> None:
    """Run everything on this machine: tables, demo pool, web and worker."""
    settings = settings_with(port=port)
    logins = None
    with opened_house(settings) as house:
        if not no_demo:
            click.echo("Looking after the demo pool ...")
            logins = load_demo(house)
    serve_web(settings, on_ready=lambda address: greet(address, logins), start_worker=start_worker)


@recruit.command()
@on_port
def serve(port: int | None) -> None:
    """Run the web application alone; what is uploaded waits for a worker."""
    settings = settings_with(port=port)
    upgrade_database(settings)
    serve_web(settings, on_ready=lambda address: greet(address, None))


@recruit.command()
def worker() -> None:
    """Run a worker alone: it reads what was uploaded."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with opened_house() as house:
        running = start_worker(house)
        click.echo("The worker runs. Ctrl-C stops it.")
        stopped.wait()
        running.stop()


# ------------------------------------------------------------------------------------------------------ import


@recruit.command("import")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, readable=True),
    metavar="PATH...",
)
@click.option(
    "--organization", metavar="X", help="The agency whose pool is filled; needed where there are several."
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report here, not in the data folder.",
)
def import_resumes(paths: tuple[Path, ...], organization: str | None, report: Path | None) -> None:
    """Bring resumes into an agency's pool, one person for each.

    A PATH is a file, a folder with everything in it, or a ZIP. What is in the pool already is skipped. Ctrl-C
    stops it; the same command goes on where it stopped, whatever ended it.
    """
    progress = ProgressLine()
    with opened_house() as house, stopped_by_signals() as stop:
        view = import_paths(house, paths, organization=organization, stop=stop, watch=progress.show)
        progress.end()
        written = save_report(house, view.id, report)
    print_lines(tables.import_lines(view, written))
    for line in tables.import_failure_lines(view):
        click.echo(line, err=True)
    if view.failed or view.state != "done":
        sys.exit(SOME_FAILED)


class ProgressLine:
    """How far an import is: one line drawn again and again at a terminal, a line every few seconds elsewhere."""

    def __init__(self) -> None:
        self._is_terminal = sys.stdout.isatty()
        self._shown_at = float("-inf")

    def show(self, view: ImportView) -> None:
        """Show how far it is by now."""
        if self._is_terminal:
            line = tables.progress_words(view)[: shutil.get_terminal_size().columns - 1]
            click.echo(f"\r{line}{CLEAR_TO_END}", nl=False)
        elif time.monotonic() - self._shown_at >= SECONDS_BETWEEN_LINES:
            self._shown_at = time.monotonic()
            click.echo(tables.progress_words(view))

    def end(self) -> None:
        """Leave the line as it is."""
        if self._is_terminal:
            click.echo()


# ------------------------------------------------------------------------------------------------ installation


@recruit.group(invoke_without_command=True)
@click.pass_context
def demo(context: click.Context) -> None:
    """Load the demo pool: invented people, companies and jobs."""
    if context.invoked_subcommand:
        return
    with opened_house() as house:
        logins = load_demo(house)
    print_lines(tables.login_lines(logins))
    click.echo("The resumes are read when the app or a worker runs next.")


@demo.command("files")
@click.argument("count", type=click.IntRange(min=1), metavar="N")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same files.")
@click.option("--scans", is_flag=True, help="Let some of them be pictures of pages.")
def demo_files(count: int, folder: Path, seed: int, scans: bool) -> None:
    """Write N resumes of up to two pages into FOLDER, in every common kind of file, for trying a bulk import."""
    click.echo(f"{write_demo_files(count, folder, seed=seed, with_scans=scans)} files are in {folder}.")


@recruit.group()
def db() -> None:
    """Look after the database and what is made from it."""


@db.command()
def upgrade() -> None:
    """Bring the tables up to date; a new database is made."""
    upgrade_database(settings_with())
    click.echo("The database is up to date.")


@db.command("rebuild-index")
def rebuild_index() -> None:
    """Make the ranking index again from the database."""
    with opened_house() as house:
        count = rebuild_ranking(house)
    click.echo(f"The ranking index holds {count} people.")


@recruit.group()
def organization() -> None:
    """Look after agencies and employers."""


@organization.command("add")
@click.argument("name")
@click.option("--kind", type=click.Choice(values_of(OrganizationKind)), required=True)
@click.option("--agency", help="The agency that recruits for this employer.")
def add_one_organization(name: str, kind: str, agency: str | None) -> None:
    """Add an agency, or an employer that an agency recruits for."""
    with opened_house() as house:
        add_organization(house, name=name, kind=OrganizationKind(kind), agency=agency)
    click.echo(f"{name} is there.")


@recruit.group()
def user() -> None:
    """Look after logins."""


@user.command("add")
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


# --------------------------------------------------------------------------------------------------- the doors


def settings_with(**changed: Any) -> Settings:
    """Return the settings of the environment, those given on the command line before them."""
    given = {name: value for name, value in changed.items() if value is not None}
    return replace(Settings.from_environment(os.environ), **given)


def greet(address: str, logins: DemoLogins | None) -> None:
    """Say where the application is and who can log in."""
    click.echo(f"recruit is at {address}")
    if logins:
        print_lines(tables.login_lines(logins))
    click.echo("Ctrl-C stops it.")


@contextmanager
def opened_house(settings: Settings | None = None) -> Iterator[House]:
    """Open the house on an up-to-date database, and close it whatever happens."""
    settings = settings or settings_with()
    upgrade_database(settings)
    house = open_house(settings)
    try:
        yield house
    finally:
        close_house(house)


@contextmanager
def stopped_by_signals() -> Iterator[threading.Event]:
    """Let the first Ctrl-C end the work in good order, and the second at once."""
    stopped = threading.Event()
    before = {}

    def stop(number: int, _: object) -> None:
        stopped.set()
        signal.signal(number, signal.default_int_handler)
        click.echo("\nStopping: the files at hand are finished first.", err=True)

    for number in (signal.SIGINT, signal.SIGTERM):
        before[number] = signal.signal(number, stop)
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def asked_password() -> str:
    """Ask for a password twice at a terminal; a program writes it once."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")


def limits() -> Limits:
    """Return what one document may cost here; no session is signed, so no key and no folder is made for it."""
    # What the log of a server would tell of a file is told as a sentence here.
    logging.getLogger("recruit.documents").addHandler(logging.NullHandler())
    return limits_of(Settings.from_environment({"RECRUIT_SECRET_KEY": "unused", **os.environ}))


def print_lines(lines: Iterable[str]) -> None:
    """Print for a person."""
    for line in lines:
        click.echo(line)


def print_json(body: object) -> None:
    """Print for a program."""
    click.echo(json.dumps(body, ensure_ascii=False))


def finish(failed: Iterable[FailedFile]) -> None:
    """Name what failed, and leave with the code that says so."""
    rows = list(failed)
    for row in rows:
        click.echo(f"{row.name}: {row.code}: {row.message}", err=True)
    if rows:
        sys.exit(SOME_FAILED)


def fail(failed: FailedFile, *, as_json: bool) -> None:
    """Leave when the one file that everything depends on failed."""
    if as_json:
        print_json({"failed": [tables.failed_json(failed)]})
    finish([failed])


def main() -> None:
    """Run the command; a terminal that cannot show a letter gets a question mark for it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    recruit(prog_name="recruit")
