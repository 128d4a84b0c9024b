from dataclasses import replace

import pytest

from recruit.documents.page.heading_style import with_headings
from recruit.documents.reader import RawBlock, Word
from recruit.vocabulary.shapes import BlockKind


def line(text: str, *, size: float = 10, bold: bool = False) -> RawBlock:
    words = (Word(one, 0, 10, 0, 10, size=size, bold=bold, order=0) for one in text.split())
    return RawBlock(text, words=tuple(words))


BODY = [line("Sets up and runs two lathes for valve bodies in lots of ten to fifty pieces.")] * 3


@pytest.mark.parametrize(
    "heading", [line("Experience", bold=True), line("Experience", size=13), line("WORK HISTORY")]
)
def test_what_stands_out_from_the_page_is_a_heading(heading):
    assert [block.kind.value for block in with_headings([heading, *BODY])] == ["heading", *["paragraph"] * 3]


@pytest.mark.parametrize(
    "text", [line("Ran a lathe.", bold=True), line("AS9100, 2019"), line("Lathe operator"), line("CNC")]
)
def test_sentences_codes_and_plain_lines_are_no_headings(text):
    assert with_headings([text, *BODY])[0].kind.value == "paragraph"


def test_bold_says_nothing_where_most_of_the_page_is_bold():
    bold = [line("Lathe operator", bold=True)] * 5
    assert {block.kind.value for block in with_headings(bold)} == {"paragraph"}


SIDEBAR = [
    line("Knows the Cordax", size=12),
    line("gage and its", size=12),
    line("software", size=12),
    line("as well as", size=12),
]


def test_the_larger_lines_of_a_narrow_column_are_text_below_its_heading():
    page = [line("Skills", size=14), *SIDEBAR, line("Papers", size=14), line("Forklift", size=12), *BODY]
    kinds = [block.kind.value for block in with_headings(page)]
    assert [number for number, kind in enumerate(kinds) if kind == "heading"] == [0, 5]


@pytest.mark.parametrize("look", [{"bold": True}, {"size": 14}])
def test_lines_of_one_look_in_a_row_are_text(look):
    page = [*BODY, line("Anneals", **look), line("Tempers", **look), line("Straightens", **look), *BODY]
    assert "heading" not in {block.kind.value for block in with_headings(page)}


def test_the_first_of_lines_in_capitals_is_their_heading_where_it_is_set_apart():
    capitals = [replace(line("WHAT I RUN"), after_gap=True), line("SHEARS"), line("BRAKES"), line("PUNCHES")]
    kinds = [block.kind.value for block in with_headings([*BODY, *capitals])]
    assert kinds == ["paragraph"] * 3 + ["heading"] + ["paragraph"] * 3


def test_small_bullets_do_not_make_the_lines_beside_them_large():
    item = line("• Squares blocks on the mill to a thousandth", size=10)
    words = (replace(item.words[0], size=6), *item.words[1:])
    items = [replace(item, words=words, kind=BlockKind.LIST_ITEM)] * 4
    assert with_headings([*items, line("Night school, 2019")])[-1].kind.value == "paragraph"


def test_a_way_to_reach_somebody_is_no_heading():
    assert with_headings([line("Erie, PA - r.vasko@example.com", bold=True), *BODY])[0].kind.value == "paragraph"
