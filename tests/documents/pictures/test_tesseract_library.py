import pytest

from recruit.documents.pictures import tesseract, tesseract_library
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument
from tests.documents.paper import TOOLMAKER, printed

PATIENT = Limits(ocr_seconds=300)


@pytest.fixture(scope="module")
def library() -> tesseract_library.Tesseract:
    """The library with its data, which takes a while to load."""
    loaded = tesseract_library.loaded()
    assert loaded is not None
    return loaded


def test_library_sees_what_the_program_sees_on_each_page_anew(library: tesseract_library.Tesseract) -> None:
    page = printed(TOOLMAKER[:4], dpi=150).convert("L")
    first, second = (library.sightings_in(page, PATIENT) for _ in range(2))
    by_program = tesseract.seen_by_program(page, PATIENT)
    assert first == second
    assert [one.text for one in first] == [one.text for one in by_program]
    for mine, theirs in zip(first, by_program, strict=True):
        assert (mine.left, mine.top, mine.right, mine.bottom, mine.line) == (
            theirs.left,
            theirs.top,
            theirs.right,
            theirs.bottom,
            theirs.line,
        )
        assert mine.confidence == pytest.approx(theirs.confidence, abs=0.001)


def test_white_page_shows_nothing(library: tesseract_library.Tesseract) -> None:
    assert library.sightings_in(printed((), dpi=40).convert("L"), PATIENT) == []


def test_library_reads_on_after_a_page_that_took_too_long(library: tesseract_library.Tesseract) -> None:
    page = printed(TOOLMAKER[:1], dpi=150).convert("L")
    with pytest.raises(UnreadableDocument) as caught:
        library.sightings_in(page, Limits(ocr_seconds=0.001))
    assert caught.value.code == "too_slow"
    assert [one.text for one in library.sightings_in(page, PATIENT)] == ["Ottilie", "Vandermeer"]
