"""Evidence is marked on the pages of the original where its words stand."""

from recruit.services.shapes import OriginalView
from recruit.vocabulary.shapes import Category, Page, Place, Places
from recruit.web.highlight import Mark, mark_text
from recruit.web.originals import original_pages

TEXT = "Set up Okuma LB3000 lathes, held .0005"
WORDS = TEXT.split()


def placed(rows: list[tuple[int, float, float]]) -> Places:
    """Put each word on a page, at its left and top; a word is 30 points long and 10 high."""
    places, start = [], 0
    for word, (page, left, top) in zip(WORDS, rows, strict=True):
        places.append(Place(start, start + len(word), page, left, top, left + 30, top + 10))
        start += len(word) + 1
    return Places.of(places)


def view(rows: list[tuple[int, float, float]], pages: int = 1) -> OriginalView:
    sheets = tuple(
        Page(number=number + 1, start=0, end=len(TEXT), width_points=612, height_points=792)
        for number in range(pages)
    )
    return OriginalView(resume_id=1, pages=sheets, places=placed(rows))


def marked(words: str, target: str = "chip-1"):
    start = TEXT.index(words)
    return mark_text(TEXT, [Mark(start, start + len(words), Category.MACHINE, target)])


IN_A_ROW = [(1, 40.0 + 34 * number, 100.0) for number in range(len(WORDS))]


def test_words_beside_each_other_are_one_area_that_names_what_it_is_evidence_for() -> None:
    (page,) = original_pages(view(IN_A_ROW), marked("Okuma LB3000"))
    (area,) = page.areas
    assert (area.left, area.top, area.width, area.height) == (107, 100, 66, 10)
    assert (area.category, area.targets) == (Category.MACHINE, ("chip-1",))


def test_words_on_two_lines_are_two_areas() -> None:
    rows = [*IN_A_ROW[:3], *((1, 40.0 + 34 * number, 114.0) for number in range(4))]
    (page,) = original_pages(view(rows), marked("Okuma LB3000"))
    assert [area.top for area in page.areas] == [100, 114]


def test_words_that_run_over_to_the_next_page_are_marked_on_both() -> None:
    rows = [*IN_A_ROW[:3], *((2, 40.0 + 34 * number, 100.0) for number in range(4))]
    first, second = original_pages(view(rows, pages=2), marked("Okuma LB3000"))
    assert len(first.areas) == len(second.areas) == 1


def test_evidence_inside_a_word_marks_the_whole_word() -> None:
    (page,) = original_pages(view(IN_A_ROW), marked("3000"))
    assert [area.width for area in page.areas] == [32]


def test_pages_of_unknown_size_are_left_out() -> None:
    original = OriginalView(resume_id=1, pages=(Page(number=1, start=0, end=9),), places=Places())
    assert original_pages(original, marked("Okuma")) == ()
