"""Make the fixture files again, with the truth beside each and ``files.json`` over all.

    .venv/bin/python tests/resumes/make.py                 # all producers
    .venv/bin/python tests/resumes/make.py by_hand         # one; the rows of the others stay

LibreOffice and Chromium must be on the PATH for their producers. These two write times and ids of their own into
what they make, and what locks a file draws lots; all others give the same bytes for the same text.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from fixture import Fixture
from made import (
    by_chromium,
    by_fpdf2,
    by_hand,
    by_libreoffice,
    by_python_docx,
    by_reportlab,
    by_scanner,
    by_typing,
)

HERE = Path(__file__).parent
FILES = HERE / "files"
TRUTH = HERE / "truth"
LISTING = HERE / "files.json"

PRODUCERS: dict[str, Callable[[], Iterator[Fixture]]] = {
    "by_reportlab": by_reportlab.fixtures,
    "by_fpdf2": by_fpdf2.fixtures,
    "by_hand": by_hand.fixtures,
    "by_chromium": by_chromium.fixtures,
    "by_libreoffice": by_libreoffice.fixtures,
    "by_python_docx": by_python_docx.fixtures,
    "by_scanner": by_scanner.fixtures,
    "by_typing": by_typing.fixtures,
}


def write(fixture: Fixture, producer: str) -> dict[str, str | None]:
    """Write one file and its truth; return its row."""
    (FILES / fixture.file).write_bytes(fixture.content)
    truth = None
    if fixture.truth is not None:
        truth = f"truth/{fixture.file}.txt"
        (HERE / truth).write_text(fixture.truth, encoding="utf-8")
    return {
        "file": fixture.file,
        "resume": fixture.resume,
        "expected": fixture.expected,
        "truth": truth,
        "made": fixture.made,
        "producer": producer,
    }


def make(producers: list[str]) -> None:
    """Make the files of these producers, and drop those they no longer make."""
    old = json.loads(LISTING.read_text(encoding="utf-8")) if LISTING.exists() else []
    rows = [row for row in old if row["producer"] in PRODUCERS and row["producer"] not in producers]
    for row in old:
        if row not in rows:
            (FILES / row["file"]).unlink(missing_ok=True)
            (TRUTH / f"{row['file']}.txt").unlink(missing_ok=True)
    for producer in producers:
        rows += [write(fixture, producer) for fixture in PRODUCERS[producer]()]
    rows.sort(key=lambda row: (list(PRODUCERS).index(row["producer"]), row["file"]))
    LISTING.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(sys.argv[1:] or list(PRODUCERS))
