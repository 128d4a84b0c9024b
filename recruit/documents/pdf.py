"""PDF files: pdfium finds the letters, we put them in order.

pdfium is not safe to use from two threads; each document is read in a process of its own.
"""

import ctypes
import math
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from recruit.documents import refusals
from recruit.documents.columns import reading_order
from recruit.documents.layout import Rule, Word
from recruit.documents.reader import Limits, Reading
from recruit.vocabulary.shapes import Finding

MIN_LETTERS_OF_A_PAGE = 40
"""With fewer letters over a large picture, the page is a scan with a stamp or a page number on it."""
LARGE_PICTURE_SHARE = 0.35
"""Of the page. A portrait covers about 0.05, a letterhead 0.15."""
OUTLINED_TEXT_PATHS = 40
"""A page without letters and with this many drawn shapes shows text whose letters were turned into shapes."""
MAX_RULE_POINTS = 3.0
MIN_RULE_POINTS = 30.0
MAX_ROW_POINTS = 70.0
MAX_OBJECTS = 5000

_HYPHEN = 0x02  # what pdfium calls a hyphen at a line end
_BOLD_WEIGHT = 600
_QUARTER_TURN = math.pi / 2


@dataclass(frozen=True, slots=True)
class _Drawings:
    """What a page shows besides letters."""

    rules: tuple[Rule, ...]
    dots: tuple[Word, ...]
    picture_share: float
    paths: int


def read_pdf(content: bytes, limits: Limits) -> Reading:
    """Read a PDF page by page, in the order a person reads it.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        The most pages it may have.

    Returns
    -------
    Reading
        One string per page, empty for a page without text, and a finding for each such page.

    Raises
    ------
    UnreadableDocument
        ``encrypted``, ``corrupt``, ``too_large``; ``needs_ocr`` when all pages are pictures, ``empty`` when all
        are blank.
    """
    if not _has_its_end(content):
        raise refusals.corrupt("PDF")
    with closing(_opened(content)) as document:
        count = len(document)
        if count == 0:
            raise refusals.corrupt("PDF")
        if count > limits.max_pages:
            raise refusals.too_large(f"it has {count:,} pages", f"{limits.max_pages:,} pages")
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()
        pages = [_read_page(document, index) for index in range(count)]
    texts = tuple(text for text, _ in pages)
    if not any(texts):
        raise refusals.needs_ocr("PDF") if any(is_picture for _, is_picture in pages) else refusals.empty()
    findings = [
        _page_without_text(number, is_picture=is_picture)
        for number, (text, is_picture) in enumerate(pages, start=1)
        if not text
    ]
    return Reading(pages=texts, findings=tuple(findings))


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


def _page_without_text(number: int, *, is_picture: bool) -> Finding:
    hint = (
        f"Page {number} is a picture, so its words could not be read. "
        "Upload the file it was printed from, or type the missing lines."
        if is_picture
        else f"Page {number} holds no text. If it should, save the file again and upload the new copy."
    )
    return Finding(code="page_without_text", hint=hint, page=number)


def _read_page(document: Any, index: int) -> tuple[str, bool]:
    """The text of one page, and whether the page is a picture instead."""
    try:
        page = document[index]
        if document.formenv:
            # What was typed into a form's fields is no text of the page until it is printed onto it.
            page.flatten()
            page = document[index]
        drawings = _drawings(page)
        by_turn = _words_by_turn(page)
    except pypdfium2.PdfiumError as error:
        raise refusals.corrupt("PDF") from error
    letters = sum(len(word.text) for words in by_turn.values() for word in words)
    if letters < MIN_LETTERS_OF_A_PAGE and drawings.picture_share > LARGE_PICTURE_SHARE:
        return "", True
    if not letters:
        return "", drawings.paths >= OUTLINED_TEXT_PATHS or drawings.picture_share > 0
    # Most of a page is written in one direction; what is turned, like a name along the edge, comes after.
    directions = sorted(by_turn, key=lambda turn: -len(by_turn[turn]))
    if 0 in by_turn:
        by_turn[0] = _with_dots(by_turn[0], drawings.dots)
    texts = [reading_order(by_turn[turn], drawings.rules if turn == 0 else ()) for turn in directions]
    return "\n\n".join(texts), False


# --------------------------------------------------------------------------------------------------- words


def _words_by_turn(page: Any) -> dict[int, list[Word]]:
    """Words of a page by the quarter turns they are written at, each set upright."""
    text_page = page.get_textpage()
    left, low, right, high = page.get_bbox()
    words: dict[int, list[Word]] = defaultdict(list)
    seen: set[tuple[str, int, int]] = set()
    for order, letters in enumerate(_letter_groups(text_page)):
        x0, x1 = min(one.left for one in letters), max(one.right for one in letters)
        y0, y1 = min(one.bottom for one in letters), max(one.top for one in letters)
        if x1 <= left or x0 >= right or y1 <= low or y0 >= high:
            continue
        text = "".join(one.text for one in letters)
        # Bold is sometimes made by drawing a word twice, a hair apart.
        place = (text, round(x0 / 2), round(y0 / 2))
        if place in seen:
            continue
        seen.add(place)
        turn = letters[0].turn
        box = _upright(turn, x0, x1, y0, y1)
        index = letters[0].index
        size = max(1.0, box[3] - box[2]) / 1.17
        weight = pdfium.FPDFText_GetFontWeight(text_page, index)
        bold = weight >= _BOLD_WEIGHT or _has_bold_name(text_page, index)
        words[turn].append(Word(text, *box, size=size, bold=bold, order=order))
    return words


@dataclass(slots=True)
class _Letter:
    text: str
    index: int
    turn: int
    left: float
    right: float
    bottom: float
    top: float


def _letter_groups(text_page: Any) -> Iterator[list[_Letter]]:
    """Letters of a page, word by word, as the file draws them."""
    group: list[_Letter] = []
    for letter in _letters(text_page):
        if group and (letter is None or not _touch(group[-1], letter)):
            yield group
            group = []
        if letter is not None:
            group.append(letter)
    if group:
        yield group


def _letters(text_page: Any) -> Iterator[_Letter | None]:
    """Every visible letter; None stands for white space."""
    box = pdfium.FS_RECTF()
    high_half = 0
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high_half = code
            continue
        if 0xDC00 <= code < 0xE000 and high_half:
            code = 0x10000 + ((high_half - 0xD800) << 10) + (code - 0xDC00)
        high_half = 0
        text = "-" if code == _HYPHEN else chr(code)
        if text.isspace() or text < " ":
            yield None
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        turn = round(pdfium.FPDFText_GetCharAngle(text_page, index) / _QUARTER_TURN) % 4
        yield _Letter(text, index, turn, box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top))


def _touch(before: _Letter, letter: _Letter) -> bool:
    """Whether a letter goes on with the word of the one before it."""
    if before.turn != letter.turn:
        return False
    # The letters of a ligature share its box.
    if before.left == letter.left and before.right == letter.right:
        return True
    x0, x1, top, bottom = _upright(before.turn, before.left, before.right, before.bottom, before.top)
    next_x0, _, next_top, next_bottom = _upright(letter.turn, letter.left, letter.right, letter.bottom, letter.top)
    height = max(bottom - top, next_bottom - next_top, 1.0)
    overlap = min(bottom, next_bottom) - max(top, next_top)
    return -0.6 * height < next_x0 - x1 < 0.6 * height and next_x0 >= x0 - 0.3 * height and overlap > 0.3 * height


def _upright(turn: int, x0: float, x1: float, y0: float, y1: float) -> tuple[float, float, float, float]:
    """A box of the page (y upwards) as left, right, top, bottom (y downwards) of text turned upright."""
    if turn == 1:
        return -y1, -y0, -x1, -x0
    if turn == 2:
        return -x1, -x0, y0, y1
    if turn == 3:
        return y0, y1, x0, x1
    return x0, x1, -y1, -y0


def _with_dots(words: list[Word], dots: tuple[Word, ...]) -> list[Word]:
    """Add each dot that stands right before a word, as high as the word: a bullet, not an ornament."""
    bullets = []
    for dot in dots:
        middle = (dot.top + dot.bottom) / 2
        beside = [word for word in words if word.top < middle < word.bottom]
        after = min((word for word in beside if word.x0 >= dot.x1), key=lambda word: word.x0, default=None)
        clear = all(word.x1 < dot.x0 - 1.5 * word.size or word.x0 >= dot.x1 for word in beside)
        if after and clear and after.x0 - dot.x1 < 1.5 * after.size and dot.size < 0.6 * after.size:
            bullets.append(
                replace(
                    dot, top=after.top, bottom=after.bottom, size=after.size, bold=after.bold, order=after.order
                )
            )
    return words + bullets


def _has_bold_name(text_page: Any, index: int) -> bool:
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text_page, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, length, flags)
    name = buffer.value.lower()
    return any(mark in name for mark in (b"bold", b"black", b"heavy", b"demi"))


# ------------------------------------------------------------------------------------------------ drawings


def _drawings(page: Any) -> _Drawings:
    """Rules, the dots before list items, and how much of a page its largest picture covers."""
    width, height = page.get_size()
    rules: list[Rule] = []
    dots: list[Word] = []
    largest = 0.0
    paths = 0
    for item in islice(page.get_objects(max_depth=2), MAX_OBJECTS):
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            bounds = item.get_bounds()
            rules += _rules(*bounds)
            dots += _dots(*bounds)
        elif item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = item.get_bounds()
            largest = max(largest, abs(x1 - x0) * abs(y1 - y0) / max(1.0, width * height))
    return _Drawings(rules=tuple(_merged(rules)), dots=tuple(dots), picture_share=largest, paths=paths)


def _rules(x0: float, y0: float, x1: float, y1: float) -> list[Rule]:
    """A drawn line as itself; a box as high as a row as the lines above and below it."""
    if x1 - x0 < MIN_RULE_POINTS or y1 - y0 > MAX_ROW_POINTS:
        return []
    if y1 - y0 <= MAX_RULE_POINTS:
        return [Rule(x0, x1, -(y0 + y1) / 2)]
    return [Rule(x0, x1, -y1), Rule(x0, x1, -y0)]


def _merged(rules: list[Rule]) -> Iterator[Rule]:
    """Rules drawn cell by cell, put together where they touch."""
    joined: Rule | None = None
    for rule in sorted(rules, key=lambda rule: (round(rule.y), rule.x0)):
        if joined and round(rule.y) == round(joined.y) and rule.x0 <= joined.x1 + MAX_RULE_POINTS:
            joined = Rule(joined.x0, max(joined.x1, rule.x1), joined.y)
            continue
        if joined:
            yield joined
        joined = rule
    if joined:
        yield joined


def _dots(x0: float, y0: float, x1: float, y1: float) -> list[Word]:
    """The dot before a list item, where it is drawn instead of written."""
    width, height = x1 - x0, y1 - y0
    if not 1.0 <= width <= 6.0 or abs(width - height) > 0.3 * width:
        return []
    return [Word("\u2022", x0, x1, -y1, -y0, size=height, bold=False, order=-1)]
