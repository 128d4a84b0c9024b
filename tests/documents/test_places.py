import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.places import assemble, page_text
from recruit.documents.reader import Limits, RawBlock, RawPage, Word
from recruit.documents.reading import read_in_process
from recruit.vocabulary.shapes import BlockKind

SHOP = ["Grinds punches and die sections.", "Reads prints, GD&T.", "Holds .0001 on a Moore jig grinder."]


def word(text: str, x0: float = 0.0, top: float = 0.0) -> Word:
    return Word(text, x0, x0 + 5 * len(text), top, top + 10, size=10, bold=False, order=0)


def block(*words: str, **options) -> RawBlock:
    return RawBlock(" ".join(words), words=tuple(word(text) for text in words), **options)


def assembled(*pages: RawPage):
    return assemble(pages, [page_text(page) for page in pages])


def test_every_word_is_found_again_at_its_place():
    whole = assembled(RawPage(blocks=(block("Okuma", "LB3000,"), block("6", "years"))))
    assert [whole.text[start:end] for start, end, *_ in whole.places] == ["Okuma", "LB3000,", "6", "years"]


def test_a_word_broken_at_a_line_end_has_two_places_and_one_block():
    whole = assembled(RawPage(blocks=(block("Gage", "calibra-"), block("tion,", "bench", "work"))))
    assert whole.text == "Gage calibration,\nbench work"
    assert [whole.text[start:end] for start, end, *_ in whole.places][1:3] == ["calibra", "tion,"]
    assert [whole.text[one.start : one.end] for one in whole.blocks] == ["Gage calibration,", "bench work"]


def test_blocks_cover_their_lines_and_keep_their_kinds():
    page = RawPage(
        blocks=(
            RawBlock("SKILLS", BlockKind.HEADING),
            RawBlock("• TIG", BlockKind.LIST_ITEM, after_gap=True),
            RawBlock("Haas VF-2\t6 years", BlockKind.TABLE_ROW),
        )
    )
    whole = assembled(page)
    assert [(one.kind.value, whole.text[one.start : one.end]) for one in whole.blocks] == [
        ("heading", "SKILLS"),
        ("list_item", "• TIG"),
        ("table_row", "Haas VF-2\t6 years"),
    ]


def test_pages_without_text_are_empty_spans():
    whole = assembled(RawPage(blocks=(block("one"),)), RawPage(), RawPage(blocks=(block("two"),)))
    assert [(page.start, page.end) for page in whole.pages] == [(0, 3), (3, 3), (5, 8)]


def test_ligatures_and_signs_of_symbol_fonts_are_found_again():
    whole = assembled(RawPage(blocks=(block("\ufb01xtures", "\uf0b1.001", "caf", "e\u0301"),)))
    assert [whole.text[start:end] for start, end, *_ in whole.places] == ["fixtures", "±.001", "caf", "é"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_of_turned_pages_are_where_a_person_sees_them(pdf, lines, turn):
    def draw(canvas):
        canvas.setPageRotation(turn)
        lines(SHOP, y=540)(canvas)

    document = read_in_process(pdf(draw), Limits())
    page = document.pages[0]
    first, last = document.places[0], document.places[-1]
    assert (page.width_points, page.height_points) == (612, 792)
    across, down = first.left / page.width_points, first.top / page.height_points
    corner = {0: (True, True), 90: (False, True), 180: (False, False), 270: (True, False)}[turn]
    assert (across < 0.5, down < 0.5) == corner
    assert all(0 <= one.left < one.right <= page.width_points for one in document.places)
    assert document.text[last.start : last.end] == "grinder."


LETTERS = string.ascii_letters + string.digits + "-\u2010\u00ad./±°ﬁé\uf0b7\u200b&#"
WORDS = st.text(LETTERS, min_size=1, max_size=9)
BLOCKS = st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=6)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(BLOCKS)
def test_blocks_never_overlap_and_hold_every_letter_of_the_text(blocks):
    whole = assembled(RawPage(blocks=tuple(block(*words) for words in blocks)))
    covered = set()
    for one in whole.blocks:
        span = set(range(one.start, one.end))
        assert not covered & span
        covered |= span
    outside = {sign for index, sign in enumerate(whole.text) if index not in covered}
    assert not {sign for sign in outside if not sign.isspace()}
    for start, end, *_ in whole.places:
        assert start < end
        assert not any(map(str.isspace, whole.text[start:end]))


@pytest.mark.parametrize(
    "text",
    [
        "I bend sheet metal. I like it.",
        "References are available on request.",
        "Grinder and setter with nine years on carbide form tools who wants a day shift again",
    ],
)
def test_a_whole_paragraph_is_no_heading_however_it_is_set(text):
    whole = assembled(RawPage(blocks=(RawBlock(text, BlockKind.HEADING),)))
    assert [one.kind for one in whole.blocks] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    ["Profile.", "Work in St. Louis", "Experience at Orrin Gear Co.", "Harold K. Stoltz, Jr.", "Tools & PPE"],
)
def test_a_short_line_set_as_a_heading_is_one(text):
    whole = assembled(RawPage(blocks=(RawBlock(text, BlockKind.HEADING),)))
    assert [one.kind for one in whole.blocks] == [BlockKind.HEADING]
