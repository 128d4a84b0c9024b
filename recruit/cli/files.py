"""What is done with files alone: read, extract, match."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from recruit.cli.limits import limits
from recruit.cli.printing import as_json, leave_for, print_json, print_lines
from recruit.services import terminal
from recruit.services.terminal import FailedFile
from recruit.tables import files as tables
from recruit.vocabulary.shapes import Kind


@click.command()
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


@click.command()
@click.argument("file")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    default="resume",
    show_default=True,
    help="Who wrote it.",
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day it was received: certificates that had run out by then are expired.",
)
@as_json
def extract(file: str, kind: str, day: datetime | None, as_json: bool) -> None:
    """Print the skills that a document names; FILE may be - for text on standard input."""
    outcome = terminal.extract_file(file, Kind(kind), limits(), on=day.date() if day else None)
    if isinstance(outcome, FailedFile):
        fail(outcome, as_json=as_json)
    elif as_json:
        print_json(tables.extract_json(outcome))
    else:
        print_lines(tables.extract_lines(outcome))


@click.command()
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


def finish(failed: Iterable[FailedFile]) -> None:
    """Name what failed, and leave with the code that says so."""
    leave_for(f"{row.name}: {row.code}: {row.message}" for row in failed)


def fail(failed: FailedFile, *, as_json: bool) -> None:
    """Leave when the one file that everything depends on failed."""
    if as_json:
        print_json({"failed": [tables.failed_json(failed)]})
    finish([failed])
