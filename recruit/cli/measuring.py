"""What measures: how well labelled documents are read and ranked, and how fast this machine is."""

from dataclasses import asdict
from pathlib import Path

import click

from recruit.cli.limits import limits
from recruit.cli.printing import as_json, print_json, print_lines
from recruit.services.benchmark import ROUNDS, benchmark_documents
from recruit.services.benchmark_extraction import benchmark_extraction
from recruit.services.evaluate import evaluate_folder
from recruit.tables.benchmark import benchmark_lines, extraction_benchmark_lines
from recruit.tables.evaluation import evaluation_json, evaluation_lines


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
    evaluation = evaluate_folder(folder, limits())
    if as_json:
        print_json(evaluation_json(evaluation))
    else:
        print_lines(evaluation_lines(evaluation, per_job=per_job))


@click.command("documents")
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
        print_lines(benchmark_lines(figures))


@click.command("extraction")
@click.option("--n", default=100, show_default=True, type=click.IntRange(min=1), help="How many resumes to make.")
@as_json
def benchmark_skills(n: int, as_json: bool) -> None:
    """Measure extraction on generated resumes, beside plain extractors with the same names."""
    figures = benchmark_extraction(n=n)
    if as_json:
        print_json(asdict(figures))
    else:
        print_lines(extraction_benchmark_lines(figures))
