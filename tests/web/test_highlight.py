"""A text is cut at its evidence without losing a letter."""

import pytest

from recruit.vocabulary.shapes import Category, Evidence, Section
from recruit.web.highlight import Mark, mark_text, quote

TEXT = "Ran Haas VF-2 <mill> daily.\nHeld .0005 on 17-4PH."


def test_pieces_joined_again_are_the_text() -> None:
    marks = [Mark(4, 13, Category.MACHINE, "chip-1"), Mark(33, 38, Category.TOLERANCE, "chip-2")]
    assert "".join(piece.text for piece in mark_text(TEXT, marks).pieces) == TEXT


def test_a_text_without_marks_is_one_plain_piece() -> None:
    (piece,) = mark_text(TEXT, []).pieces
    assert not piece.is_evidence


def test_the_headings_of_sections_stand_apart_also_where_they_are_evidence() -> None:
    text = "Ana Brook\nSKILLS\nMills.\nWelding: TIG\nSCHOOL"
    heads = [(10, 17), (24, 33), (37, 43)]
    sections = [Section(name="any", start=start, body=body, end=len(text)) for start, body in heads]
    pieces = mark_text(
        text, [Mark(17, 22, None, "a"), Mark(24, 31, None, "b"), Mark(35, 39, None, "c")], sections
    ).pieces
    assert [piece.text for piece in pieces if piece.is_heading] == ["SKILLS", "Welding", ":", "HOOL"]
    assert "".join(piece.text for piece in pieces) == text
    assert all(text.startswith(piece.text, piece.start) for piece in pieces)


def test_an_empty_text_has_no_pieces() -> None:
    assert mark_text("", []).pieces == ()


def test_overlapping_marks_become_one_piece_with_all_their_targets() -> None:
    marks = [Mark(4, 13, Category.MACHINE, "chip-1"), Mark(9, 20, Category.PROCESS, "chip-2")]
    evidence = [piece for piece in mark_text(TEXT, marks).pieces if piece.is_evidence]
    assert [(piece.text, piece.targets) for piece in evidence] == [("Haas VF-2 <mill>", ("chip-1", "chip-2"))]


def test_marks_that_only_touch_stay_apart() -> None:
    pieces = mark_text(TEXT, [Mark(4, 8, None, "a"), Mark(8, 13, None, "b")]).pieces
    assert [piece.text for piece in pieces if piece.is_evidence] == ["Haas", " VF-2"]


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (-1, 3), (40, 400)])
def test_a_mark_that_is_no_span_of_the_text_is_left_out(start: int, end: int) -> None:
    assert not any(piece.is_evidence for piece in mark_text(TEXT, [Mark(start, end)]).pieces)


def test_an_anchor_is_found_for_every_offset_of_its_evidence_and_for_no_other() -> None:
    marked = mark_text(TEXT, [Mark(4, 13)])
    assert [marked.anchor(offset) for offset in (3, 4, 12, 13)] == [None, "words-4", "words-4", None]


def test_a_quote_stays_on_its_line_and_cuts_between_words() -> None:
    text = "one\n" + "word " * 20 + "KEY " + "tail " * 20 + "\nlast"
    start = text.index("KEY")
    shown = quote(text, Evidence(start=start, end=start + 3, text="KEY"), context=12)
    assert (shown.before, shown.words, shown.after) == ("…word word ", "KEY", " tail tail…")


def test_a_quote_of_a_whole_line_needs_no_dots() -> None:
    shown = quote("Haas", Evidence(start=0, end=4, text="Haas"))
    assert (shown.before, shown.words, shown.after) == ("", "Haas", "")


def test_a_quote_over_two_lines_is_shown_on_one() -> None:
    assert quote("Haas\nVF-2", Evidence(start=0, end=9, text="Haas\nVF-2")).words == "Haas VF-2"
