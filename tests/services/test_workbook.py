import zipfile
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from recruit.db.base import utc_now
from recruit.services.shapes import RankedCandidate
from recruit.services.workbook import LONGEST_CELL, Receipt, shortlist_workbook
from recruit.vocabulary.shapes import Evidence, MatchResult, Outcome, Reason, ScorePart

RECEIPT = Receipt(
    job_title="=1+1",
    hiring_organization="Erie Valve",
    job_revision=2,
    model_version="m1",
    vocabulary_version="v1",
    weights={"required_skills": 34.0},
    run_id=7,
    ran_at=utc_now(),
    exported_at=utc_now(),
    exported_by="Ben",
)


def book_of(name: str, words: str = "Fanuc") -> tuple[CalamineWorkbook, bytes]:
    reason = Reason(
        outcome=Outcome.NOT_STATED,
        sentence="Says it.",
        points=3.0,
        evidence=(Evidence(start=0, end=1, text=words),),
    )
    part = ScorePart(
        feature="required_skills",
        label="Required skills",
        points=3.0,
        max_points=9.0,
        stated=True,
        reasons=(reason,),
    )
    person = RankedCandidate(
        rank=1, candidate_id=1, display_name=name, score=3.0, parts=(part,), top_reasons=("Says it.",)
    )
    result = MatchResult(score=3.0, parts=(part,), model_version="m1")
    content = shortlist_workbook([person], [result], RECEIPT)
    return CalamineWorkbook.from_filelike(BytesIO(content)), content


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")', "http://x.example"]
)
def test_no_cell_is_ever_a_formula_or_a_link(name: str) -> None:
    book, content = book_of(name)
    assert book.get_sheet_by_name("People").to_python()[1][1] == name
    with zipfile.ZipFile(BytesIO(content)) as parts:
        sheets = [parts.read(part).decode() for part in parts.namelist() if part.startswith("xl/worksheets/")]
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_numbers_are_numbers_and_nothing_is_an_empty_cell() -> None:
    book, _ = book_of("Ana")
    header, row = book.get_sheet_by_name("People").to_python()
    assert dict(zip(header, row, strict=True)) == {
        "Rank": 1.0,
        "Name": "Ana",
        "Score": 3.0,
        "Required skills": 3.0,
        "Stage": "",
        "Applied": "",
        "Main reasons": "Says it.",
    }


def test_each_reason_stands_with_its_words() -> None:
    book, _ = book_of("Ana")
    _, row = book.get_sheet_by_name("Reasons").to_python()
    assert row == [1.0, "Ana", "Required skills", "not stated", "", 3.0, "Says it.", "Fanuc"]


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    book, _ = book_of("x" * (LONGEST_CELL + 5))
    assert len(book.get_sheet_by_name("People").to_python()[1][1]) == LONGEST_CELL


def test_signs_that_a_sheet_cannot_hold_do_not_break_it() -> None:
    book, _ = book_of("Ana\x00\x0b", words="Fa\x1fnuc")
    assert str(book.get_sheet_by_name("People").to_python()[1][1]).startswith("Ana")


def test_the_header_stays_in_view_and_columns_are_as_wide_as_their_text() -> None:
    _, content = book_of("A rather long name of forty characters!!")
    with zipfile.ZipFile(BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert 'ySplit="1"' in sheet
    assert 'width="41' in sheet


def test_a_list_of_nobody_is_a_workbook_too() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(shortlist_workbook([], [], RECEIPT)))
    assert len(book.get_sheet_by_name("People").to_python()) == 1
