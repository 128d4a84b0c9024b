"""The ``recruit`` command: parses what was typed, calls one service, prints.

Exit codes: 0 done, 1 some inputs failed (each named on stderr with its reason), 2 wrong use.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from recruit import __version__, tables
from recruit.config import Settings
from recruit.documents import Limits
from recruit.errors import ConfigurationError, RecruitError
from recruit.services import terminal
from recruit.services.terminal import FailedFile
from recruit.vocabulary.shapes import Kind

SOME_FAILED = 1
WRONG_USE = 2


class Commands(click.Group):
    """Shows our own errors as sentences, never as tracebacks."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except RecruitError as error:
            failure = click.ClickException(str(error))
            failure.exit_code = WRONG_USE if isinstance(error, ConfigurationError) else SOME_FAILED
            raise failure from error


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
@click.option("--kind", type=click.Choice([*Kind]), default=Kind.RESUME, show_default=True, help="Who wrote it.")
@as_json
def extract(file: str, kind: Kind, as_json: bool) -> None:
    """Print the skills that a document names; FILE may be - for text on standard input."""
    outcome = terminal.extract_file(file, kind, limits())
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
    """Measure ranking and extraction on labelled documents.

    DIR holds resumes.jsonl, jobs.jsonl and qrels.tsv to measure ranking, and labelled mentions in these or in
    extraction*.jsonl to measure extraction. Either is enough.
    """
    evaluation = terminal.evaluate_folder(folder)
    if as_json:
        print_json(tables.evaluation_json(evaluation))
    else:
        print_lines(tables.evaluation_lines(evaluation, per_job=per_job))


# --------------------------------------------------------------------------------------------------- the doors


def limits() -> Limits:
    """Return what one document may cost here; no session is signed, so no key and no folder is made for it."""
    return terminal.limits_of(Settings.from_environment({"RECRUIT_SECRET_KEY": "unused", **os.environ}))


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
