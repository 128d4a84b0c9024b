"""Bringing many resumes into a pool."""

import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from recruit.cli.doors import opened_house
from recruit.cli.printing import SOME_FAILED, leave_for, print_lines
from recruit.services.imports.doing import import_paths, save_report
from recruit.services.shapes import ImportView
from recruit.tables import imports as tables

SECONDS_BETWEEN_LINES = 5.0
CLEAR_TO_END = "\x1b[K"


@click.command("import")
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
    leave_for(tables.import_failure_lines(view))
    if view.state != "done":
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
