"""The links of a PDF page: areas one can click on, the words that stand in them, and where they lead."""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from recruit.documents.reader import Link

MOST_LINKS = 100
LONGEST_TARGET = 300
LONGEST_WORDS = 100


def links_of(document: Any, page: Any, text_page: Any) -> list[Link]:
    """Find the links of a page to addresses; none is followed.

    Parameters
    ----------
    document : pypdfium2.PdfDocument
        An open file.
    page : pypdfium2.PdfPage
        One of its pages.
    text_page : pypdfium2.PdfTextPage
        The letters of that page.

    Returns
    -------
    list of Link
        In the order of the file, at most a hundred.
    """
    found = ((_words_in(text_page, link), _target_of(document, link)) for link in _annotations(page))
    return [Link(words, target) for words, target in found if words and target]


def _annotations(page: Any) -> Iterator[Any]:
    place = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
            break
        yield link


def _target_of(document: Any, link: Any) -> str:
    """The address, empty for a link to another page or another file."""
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    if not 1 < size <= LONGEST_TARGET:
        return ""
    address = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document.raw, action, address, size)
    return address.value.decode("utf-8", errors="replace")


def _words_in(text_page: Any, link: Any) -> str:
    area = pdfium.FS_RECTF()
    if not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
        return ""
    words = text_page.get_text_bounded(area.left, area.bottom, area.right, area.top).split()
    return " ".join(islice(words, MOST_LINKS))[:LONGEST_WORDS]
