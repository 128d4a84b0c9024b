import pytest

from recruit.documents.page.heading_style import with_headings
from recruit.documents.reader import RawBlock, Word


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
