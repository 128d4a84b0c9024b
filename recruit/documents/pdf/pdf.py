"""PDF files: pdfium finds the letters, we put them in order.

pdfium is not safe to use from two threads; each document is read in a process of its own.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from recruit.documents import refusals
from recruit.documents.page.columns import reading_order
from recruit.documents.pdf.drawings import WHOLE_PAGE_SHARE, Drawings, drawings_of
from recruit.documents.pdf.hidden import hidden_text, large_enough, text_off_page, unseen_letters
from recruit.documents.pdf.letters import words_of
from recruit.documents.pdf.links import links_of
from recruit.documents.pdf.margins import with_margins
from recruit.documents.pdf.scans import recognised_scan
from recruit.documents.pdf.views import View
from recruit.documents.pictures import ocr
from recruit.documents.quality import is_gibberish
from recruit.documents.reader import Limits, Link, RawBlock, RawPage, Reading, Word
from recruit.vocabulary.shapes import Finding

MIN_LETTERS_OF_A_PAGE = 40
"""With fewer letters over a large picture, the page is a scan with a stamp or a page number on it."""
LARGE_PICTURE_SHARE = 0.35
"""Of the page. A portrait covers about 0.05, a letterhead 0.15."""
OUTLINED_TEXT_PATHS = 40
"""A page without letters and with this many drawn shapes shows text whose letters were turned into shapes."""


@dataclass(frozen=True, slots=True)
class _PageRead:
    """A page, whether it shows a picture of text instead of text, and what was noticed."""

    page: RawPage
    is_picture: bool = False
    findings: tuple[Finding, ...] = ()
    links: tuple[Link, ...] = ()


def read_pdf(content: bytes, limits: Limits) -> Reading:
    """Read a PDF page by page, in the order a person reads it; the letters of scanned pages are recognised.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        The most pages it may have, and what recognising letters may cost.

    Returns
    -------
    Reading
        Blocks with the places of their words; none for a page without text, and a finding for each such page.

    Raises
    ------
    UnreadableDocument
        ``encrypted``, ``corrupt``, ``too_large``, ``too_slow``; ``needs_ocr`` when all pages are pictures and
        nothing here reads pictures, ``no_text`` when nothing can be made out in them, ``empty`` when all are
        blank.
    """
    if not _has_its_end(content):
        raise refusals.corrupt("PDF")
    with closing(_opened(content)) as document:
        count = len(document)
        if count == 0:
            raise refusals.corrupt("PDF")
        if count > limits.max_pages:
            raise refusals.too_many_pages(count, limits.max_pages)
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()
        read = list(_read_pages(document, limits))
        producer = document.get_metadata_value("Producer") or document.get_metadata_value("Creator")
    pages = with_margins([one.page for one in read])
    if not any(page.blocks for page in pages):
        if not any(one.is_picture for one in read):
            raise refusals.blank("PDF")
        raise refusals.needs_ocr("PDF") if ocr.engine() is None else refusals.no_words("PDF")
    return Reading(
        pages=tuple(pages),
        findings=tuple(finding for one in read for finding in one.findings),
        producer=producer or None,
        links=tuple(link for one in read for link in one.links),
    )


def _has_its_end(content: bytes) -> bool:
    """Whether the file's index stands behind its last object: a file cut short would lose pages in silence."""
    return content.rfind(b"startxref") > content.rfind(b"endobj")


def _opened(content: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise refusals.encrypted("PDF") from error
        raise refusals.corrupt("PDF") from error


def _read_pages(document: Any, limits: Limits) -> Iterator[_PageRead]:
    recognised = 0
    for number in range(1, len(document) + 1):
        page, read = _read_page(document, number)
        if read.is_picture and ocr.engine() is not None and recognised < limits.max_ocr_pages:
            recognised += 1
            recognition = recognised_scan(page, limits)
            findings = (*read.findings, *recognition.findings(number))
            read = _PageRead(recognition.page, is_picture=not recognition.is_blank, findings=findings)
        elif not read.page.blocks:
            without_text = _page_without_text(number, is_picture=read.is_picture)
            read = replace(read, findings=(*read.findings, without_text))
        yield read


def _page_without_text(number: int, *, is_picture: bool) -> Finding:
    hint = (
        f"Page {number} is a picture, and its words were not read. "
        "Upload the file it was printed from, or type the missing lines."
        if is_picture
        else f"Page {number} holds no text. If it should, save the file again and upload the new copy."
    )
    return Finding(code="page_without_text", hint=hint, page=number)


def _text_layer(number: int) -> Finding:
    hint = f"Page {number} is a scan, and its letters were recognised by the scanner. Check names and numbers."
    return Finding(code="scanned_text", hint=hint, page=number)


def _read_page(document: Any, number: int) -> tuple[Any, _PageRead]:
    """The page as pdfium has it, and what text it holds."""
    try:
        page = document[number - 1]
        if document.formenv:
            # What was typed into a form's fields is no text of the page until it is printed onto it.
            page.flatten()
            page = document[number - 1]
        left, low, right, high = page.get_bbox()
        view = View(left, low, right, high, page.get_rotation() // 90)
        drawings = drawings_of(page)
        text_page = page.get_textpage()
        unseen = unseen_letters(page, text_page, view, drawings) if drawings.may_hide_text else ()
        words = words_of(text_page, view, unseen)
        links = tuple(links_of(document, page, text_page)) if number == 1 else ()
    except pypdfium2.PdfiumError as error:
        raise refusals.corrupt("PDF") from error
    by_turn = large_enough(words.by_turn)
    width, height = view.size
    raw = RawPage(width_points=width, height_points=height)
    left_out = [hidden_text(number)] if unseen or by_turn is not words.by_turn else []
    left_out += [text_off_page(number)] if words.has_more_outside else []
    letters = sum(len(word.text) for words in by_turn.values() for word in words)
    if letters < MIN_LETTERS_OF_A_PAGE and drawings.picture_share > LARGE_PICTURE_SHARE:
        return page, _PageRead(raw, is_picture=True, findings=tuple(left_out))
    if not letters:
        is_picture = len(drawings.shapes) >= OUTLINED_TEXT_PATHS or drawings.picture_share > 0
        return page, _PageRead(raw, is_picture=is_picture, findings=tuple(left_out))
    raw = replace(raw, blocks=tuple(_blocks(by_turn, view, drawings)))
    # A font that does not say which letters it draws still draws them: the page is as good as a picture.
    is_picture = is_gibberish("\n".join(block.text for block in raw.blocks))
    is_layer = drawings.hides_text and drawings.picture_share > WHOLE_PAGE_SHARE and not is_picture
    findings = ([_text_layer(number)] if is_layer else []) + left_out
    return page, _PageRead(raw, is_picture=is_picture, findings=tuple(findings), links=links)


def _blocks(by_turn: Mapping[int, list[Word]], view: View, drawings: Drawings) -> Iterator[RawBlock]:
    # Most of a page is written in one direction; what is turned, like a name along the edge, comes after.
    directions = sorted(by_turn, key=lambda turn: -len(by_turn[turn]))
    for turn in directions:
        is_main = turn == directions[0]
        words = drawings.with_dots(by_turn[turn], view, turn) if is_main else by_turn[turn]
        for number, block in enumerate(reading_order(words, drawings.rules(view, turn) if is_main else ())):
            starts_direction = number == 0 and not is_main
            placed = block if view.is_seen_upright(turn) else _seen(block, view, turn)
            yield replace(placed, after_gap=True) if starts_direction else placed


def _seen(block: RawBlock, view: View, turn: int) -> RawBlock:
    """The same block with its words where a person sees them on the page."""
    words = []
    for word in block.words:
        x0, x1, top, bottom = view.seen(turn, word.x0, word.x1, word.top, word.bottom)
        words.append(replace(word, x0=x0, x1=x1, top=top, bottom=bottom))
    return replace(block, words=tuple(words))
