"""What is done with files alone: read, extract, match, measure."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from recruit import tables
from recruit.cli.doors import limits
from recruit.cli.printing import as_json, leave_for, print_json, print_lines
from recruit.db.base import values_of
from recruit.services import terminal
from recruit.services.benchmark import ROUNDS, benchmark_documents
from recruit.services.benchmark_extraction import benchmark_extraction
from recruit.services.terminal import FailedFile
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
    "--kind", type=click.Choice(values_of(Kind)), default="resume", show_default=True, help="Who wrote it."
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


@click.command()
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


@click.group()
def benchmark() -> None:
    """Measure how fast things go on this machine."""


@benchmark.command("documents")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--n", default=200, show_default=True, type=click.IntRange(min=1), help="How many files to make.")
@click.option(
    "--rounds", default=ROUNDS, show_default=True, type=click.IntRange(min=1), help="How often one PDF is read."
)
@as_json
def benchmark_reading(folders: tuple[Path, ...], n: int, rounds: int, as_json: bool) -> None:
    """Measure reading: the files of FOLDERS, or the demo's and generated ones."""
    figures = benchmark_documents(folders, limits(), n=n, rounds=rounds)
    if as_json:
        print_json(asdict(figures))
    else:
        print_lines(tables.benchmark_lines(figures))


@benchmark.command("extraction")
@click.option("--n", default=100, show_default=True, type=click.IntRange(min=1), help="How many resumes to make.")
@as_json
def benchmark_skills(n: int, as_json: bool) -> None:
    """Measure extraction on generated resumes, beside plain extractors with the same names."""
    figures = benchmark_extraction(n=n)
    if as_json:
        print_json(asdict(figures))
    else:
        print_lines(tables.extraction_benchmark_lines(figures))


def finish(failed: Iterable[FailedFile]) -> None:
    """Name what failed, and leave with the code that says so."""
    leave_for(f"{row.name}: {row.code}: {row.message}" for row in failed)


def fail(failed: FailedFile, *, as_json: bool) -> None:
    """Leave when the one file that everything depends on failed."""
    if as_json:
        print_json({"failed": [tables.failed_json(failed)]})
    finish([failed])
