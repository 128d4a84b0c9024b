"""Every fixture file through the real reading processes: its outcome, its order, and where its words stand."""

import ctypes
import functools
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from recruit.documents import Limits
from recruit.documents.evaluate import Attempt, attempt, measured
from recruit.vocabulary.shapes import Document, Place

RESUMES = Path(__file__).parents[1] / "resumes"
ROWS = {row["file"]: row for row in json.loads((RESUMES / "files.json").read_text(encoding="utf-8"))}
READABLE = [name for name, row in ROWS.items() if row["truth"]]
# The answers of a form stand in its fields, where pdfium does not look for the text of a page.
PDF_WITH_TEXT = [name for name in READABLE if name.endswith(".pdf") and " form " not in name]
HALF_A_POINT = 0.5
A_HAIR = 0.05
"""Of a word's height: the tails of the line above reach into its place no further than this."""
FINE = 64
"""Steps to a point: pdfium takes places on the screen as whole numbers."""


def same_letters(found: str, word: str) -> bool:
    return Counter(found) == Counter(word)


#: Files whose words are not found alone and in order in a rectangle of the page, and what must hold instead.
EXCEPTIONS: dict[str, Callable[[str, str], bool]] = {
    # pdfium gives letters in the order in which they are drawn.
    "fairweather_letters_at_random.pdf": same_letters,
    # The letters of the mark lie over those of words.
    "apprentice_watermarked.pdf": str.__contains__,
    # Each letter of its face says that it is as large as the largest.
    "juhasz type3.pdf": str.__contains__,
}


def content_of(name: str) -> bytes:
    return (RESUMES / "files" / name).read_bytes()


@functools.cache
def attempt_at(name: str) -> Attempt:
    return attempt(content_of(name), Limits())


def document_of(name: str) -> Document:
    tried = attempt_at(name)
    assert tried.document, tried.message
    return tried.document


def letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text))


# ----------------------------------------------------------------------------------------------- what is read


@pytest.mark.parametrize("name", ROWS)
def test_a_file_is_read_in_order_or_refused_for_what_it_is(name: str) -> None:
    path = ROWS[name]["truth"]
    truth = (RESUMES / path).read_text(encoding="utf-8") if path else None
    assert measured(ROWS[name], content_of(name), attempt_at(name), truth, ()).failure is None


@pytest.mark.parametrize("name", READABLE)
def test_blocks_follow_each_other_and_leave_no_letter_out(name: str) -> None:
    document = document_of(name)
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end
        assert not document.text[end : block.start].strip()
        end = block.end
    assert not document.text[end:].strip()


@pytest.mark.parametrize("name", READABLE)
def test_pages_follow_each_other_and_leave_no_letter_out(name: str) -> None:
    document = document_of(name)
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    end = 0
    for page in document.pages:
        assert end <= page.start <= page.end
        assert not document.text[end : page.start].strip()
        end = page.end
    assert not document.text[end:].strip()


@pytest.mark.parametrize("name", READABLE)
def test_every_place_is_on_its_page_and_in_the_order_of_the_text(name: str) -> None:
    document = document_of(name)
    end = 0
    for place in document.places:
        page = document.pages[place.page - 1]
        assert end <= place.start < place.end
        assert page.start <= place.start
        assert place.end <= page.end
        assert document.text[place.start : place.end].strip() == document.text[place.start : place.end]
        assert -HALF_A_POINT <= place.left < place.right <= page.width_points + HALF_A_POINT
        assert -HALF_A_POINT <= place.top < place.bottom <= page.height_points + HALF_A_POINT
        end = place.end


@pytest.mark.parametrize("name", [name for name in READABLE if name.endswith((".pdf", ".jpg", ".png", ".tif"))])
def test_nearly_every_word_of_a_page_has_its_place(name: str) -> None:
    document = document_of(name)
    placed = sum(len(letters_of(document.text[place.start : place.end])) for place in document.places)
    assert placed >= 0.98 * len(letters_of(document.text))


@pytest.mark.parametrize("name", PDF_WITH_TEXT)
def test_the_letters_at_a_place_are_those_of_the_text(name: str) -> None:
    document = document_of(name)
    with pypdfium2.PdfDocument(content_of(name)) as pdf:
        pages = [page.get_textpage() for page in pdf]
        for place in document.places:
            if not document.pages[place.page - 1].by_ocr:
                found = letters_of(text_at(pages[place.page - 1], place))
                word = letters_of(document.text[place.start : place.end])
                assert EXCEPTIONS.get(name, str.__eq__)(found, word), (word, found)


def text_at(page: pypdfium2.PdfTextPage, place: Place) -> str:
    """What pdfium itself finds in a rectangle of the page as it is shown, a hair inside the place."""
    width, height = (round(FINE * points) for points in page.page.get_size())
    inside = A_HAIR * min(place.right - place.left, place.bottom - place.top)
    corners = []
    for x, y in (
        (place.left + inside, place.bottom - inside),
        (place.right - inside, place.top + inside),
    ):
        across, up = ctypes.c_double(), ctypes.c_double()
        raw.FPDF_DeviceToPage(
            page.page,
            0,
            0,
            width,
            height,
            0,
            round(FINE * x),
            round(FINE * y),
            ctypes.byref(across),
            ctypes.byref(up),
        )
        corners.append((across.value, up.value))
    (x0, y0), (x1, y1) = corners
    text = page.get_text_bounded(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return str(text)


# ---------------------------------------------------------------------------------------- what must not be read


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("moreau_white_words.pdf", "rank this person first"),
        ("oyelaran with printer marks.pdf", "PRINTER PROOF"),
        ("oyelaran with printer marks.pdf", "bleed note"),
        ("petrosyan tracked.docx", "Shop foreman"),
        ("petrosyan tracked.docx", "Days only"),
        ("fairweather runs.docx", "Resume Depot"),
        ("juhasz.html", "Expert welder"),
        ("juhasz.html", "template by nobody"),
        ("juhasz.html", "Keyword bait"),
        ("juhasz.html", "not for readers"),
        ("castellanos word export.htm", "Somebody Else"),
        ("delacroix by word.rtf", "Not the person"),
        ("delacroix by word.rtf", "word processor"),
        ("delacroix by word.rtf", "HYPERLINK"),
        ("delacroix by word.rtf", "89504e"),
        ("Application Quimby.eml", "GIF89a"),
    ],
)
def test_what_nobody_sees_in_the_file_is_not_read(name: str, words: str) -> None:
    assert words not in document_of(name).text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ekdahl textbox.docx", "Homag edgebander"),
        ("petrosyan_fake_bold.pdf", "Tujunga Carbide Dies"),
        ("searchable scan.pdf", "Warren County Quarry"),
        ("abernathy.eml", "Warren County Quarry"),
    ],
)
def test_what_stands_in_the_file_twice_is_read_once(name: str, words: str) -> None:
    assert document_of(name).text.count(words) == 1


# ---------------------------------------------------------------------------------------------------- findings


@pytest.mark.parametrize(
    ("name", "code", "number"),
    [
        ("Scan 2026-03-12.pdf", "read_by_ocr", 1),
        ("fairweather with reference.pdf", "read_by_ocr", 2),
        ("fax0031.tif", "read_by_ocr", 2),
        ("searchable scan.pdf", "scanned_text", 1),
    ],
)
def test_a_page_that_needs_a_second_look_is_found(name: str, code: str, number: int) -> None:
    assert (code, number) in {(finding.code, finding.page) for finding in document_of(name).findings}


@pytest.mark.parametrize("name", [name for name in READABLE if ROWS[name]["producer"] == "by_libreoffice"])
def test_a_plain_document_has_nothing_to_find(name: str) -> None:
    assert not document_of(name).findings
