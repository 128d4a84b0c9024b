"""The report of an import: one line for each file, for a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from recruit.db import imports

HEADER = ("file", "outcome", "code", "message", "candidate_id", "resume_id", "seconds")
#: Spreadsheets run what begins like this, whatever it is.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Written:
    """What a csv writer wrote last, handed on in place of a file."""

    def write(self, text: str) -> str:
        """Hand the text on."""
        return text


def report_lines(session: Session, import_id: int) -> Iterator[str]:
    """Write the report line by line; the mark at its start tells spreadsheets that it is UTF-8."""
    writer = csv.writer(Written())
    yield BYTE_ORDER_MARK + str(writer.writerow(HEADER))
    for row in imports.all_files(session, import_id):
        cells = (row.name, row.outcome.value, row.code, row.message, row.candidate_id, row.resume_id)
        yield str(writer.writerow([*map(safe_cell, cells), f"{row.seconds:.3f}"]))


def safe_cell(value: str | int | None) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def write_report(lines: Iterable[str], path: Path) -> None:
    """Write the report into a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.new")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
    unfinished.replace(path)
