"""What ``import`` prints: how far it is, what became of the files, and which of them failed."""

from collections.abc import Iterator
from pathlib import Path

from recruit.services.imports.words import duration, rate, time_taken
from recruit.services.shapes import ImportView

FAILURES_NAMED = 10
OUTCOME_WORDS = {
    "imported": "imported",
    "duplicate": "duplicates, skipped",
    "unreadable": "unreadable",
    "failed": "failed by a fault of ours",
}


def progress_words(view: ImportView) -> str:
    """Say on one line how far an import is."""
    if view.total is None:
        return "Counting the files ..."
    words = [f"{view.done:,} / {view.total:,}"]
    if view.files_per_second is not None:
        words.append(rate(view.files_per_second))
    if view.seconds_left is not None:
        words.append(f"{duration(view.seconds_left)} left")
    if view.failed:
        words.append(f"{view.failed:,} failed so far")
    return "  ".join(words)


def import_lines(view: ImportView, report: Path) -> Iterator[str]:
    """Print what became of the files of an import, and where each of them is told."""
    speed = f" at {rate(view.files_per_second)}" if view.files_per_second is not None else ""
    time = time_taken(view.seconds_taken, view.working_seconds)
    yield f"{view.done:,} of {view.total or 0:,} files done: {time}{speed}"
    for outcome, words in OUTCOME_WORDS.items():
        if view.count_by_outcome.get(outcome):
            yield f"{view.count_by_outcome[outcome]:>9,}  {words}"
    yield f"Report: {report}"
    if view.state != "done":
        yield "Stopped before the end. Type the same command again to go on; what is done is not done twice."


def import_failure_lines(view: ImportView) -> Iterator[str]:
    """Name the last files that failed; the report names all."""
    for file in view.failed_files[:FAILURES_NAMED]:
        yield f"{file.name}: {file.code}: {file.message}"
    if view.failed > FAILURES_NAMED:
        yield f"and {view.failed - FAILURES_NAMED:,} more: the report names them all"
