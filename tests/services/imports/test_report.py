import csv
import io
from pathlib import Path

import pytest

from recruit.db.imports import Import, ImportFile, ImportOutcome, ImportSource
from recruit.services.house import House
from recruit.services.imports.orders import BY_COMMAND
from recruit.services.imports.report import HEADER, report_lines, safe_cell, write_report
from tests.people import World

NAMES = ["shop/Rosa, Lind.txt", '=HYPERLINK("x")', "line\nbreak.pdf", "Jürgen 履歴書.docx"]


@pytest.fixture
def order(house: House, world: World) -> int:
    """An import whose files have names that a spreadsheet or a CSV could stumble over."""
    (agency_id,) = world["ben"].agency_ids
    with house.sessions.begin() as session:
        order = Import(agency_id=agency_id, kind=BY_COMMAND, sources=(ImportSource(path="/x", name="x"),))
        session.add(order)
        session.flush()
        for name in NAMES:
            file = ImportFile(import_id=order.id, name=name, outcome=ImportOutcome.UNREADABLE, seconds=0.25)
            file.code, file.message = "empty", 'This file is "empty".'
            session.add(file)
        return order.id


def test_the_report_has_one_row_for_each_file_in_the_order_they_were_done(house: House, order: int) -> None:
    with house.sessions() as session:
        text = "".join(report_lines(session, order))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert text.startswith("\ufeff")
    assert tuple(rows[0]) == HEADER
    assert [row[0] for row in rows[1:]] == [NAMES[0], f"'{NAMES[1]}", *NAMES[2:]]
    assert {tuple(row[1:]) for row in rows[1:]} == {
        ("unreadable", "empty", 'This file is "empty".', "", "", "0.250")
    }


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


def test_other_cells_stay_as_they_are() -> None:
    assert [safe_cell(value) for value in ("a=b", 7, None)] == ["a=b", "7", ""]


def test_a_report_that_cannot_be_finished_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "import-1.csv"
    write_report(["first\r\n"], path)

    def broken_off() -> object:
        yield "second\r\n"
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        write_report(broken_off(), path)  # type: ignore[arg-type]
    assert path.read_bytes() == b"first\r\n"
    write_report(["third\r\n"], path)
    assert [entry.name for entry in path.parent.iterdir()] == ["import-1.csv"]
