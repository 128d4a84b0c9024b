"""Words of a PDF page with their places, as pdfium finds the letters.

One call of pdfium costs as much as a dozen lines of Python, and a page has thousands of letters. So the page's
text is fetched at once and cut at its white space, and only the first and the last letter of each word are asked
for their boxes. A word whose box does not suit its letters is gone through letter by letter.
"""

import ctypes
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import pi
from typing import Any

import pypdfium2.raw as pdfium

from recruit.documents.pdf.views import View, turned
from recruit.documents.reader import Word

LINE_HEIGHT_EMS = 1.17
"""Height of a letter's loose box (ascent and descent) in the letter's size, of the usual faces."""
WIDE_LETTER_EMS = 0.78
"""Mean advance of a word's letters above which they may be set apart; capitals have 0.7."""
BOLD_WEIGHT = 600

_HYPHENS = "\x02\ufffe"  # what pdfium calls a hyphen at a line end
_LETTERS = re.compile(r"[^\s\x00-\x01\x03-\x1f]+")
# Signs without a box like those of letters: a renamed hyphen, and each half of a pair.
_SPECIAL = re.compile("[\x02\ufffe\ud800-\udfff]")
_WIDE_LETTER = WIDE_LETTER_EMS / LINE_HEIGHT_EMS
_QUARTER_TURN = pi / 2
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")


@dataclass(slots=True)
class _Letter:
    text: str
    index: int
    turn: int
    left: float
    right: float
    bottom: float
    top: float


def _quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same function without the checks of each argument, which cost more than the call."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_pointer, _int = ctypes.c_void_p, ctypes.c_int
_loose_box = _quick(pdfium.FPDFText_GetLooseCharBox, _int, _pointer, _int, _pointer)
_angle = _quick(pdfium.FPDFText_GetCharAngle, ctypes.c_float, _pointer, _int)
_unicode = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _pointer, _int)
_weight = _quick(pdfium.FPDFText_GetFontWeight, _int, _pointer, _int)
_font_name = _quick(
    pdfium.FPDFText_GetFontInfo, ctypes.c_ulong, _pointer, _int, ctypes.c_char_p, ctypes.c_ulong, _pointer
)


class PageLetters:
    """The letters of one page, by their index."""

    def __init__(self, text_page: Any) -> None:
        # The pages of pypdfium2 end when nobody holds them.
        self._text_page = text_page
        self._page = ctypes.cast(text_page.raw, _pointer).value
        self._box = (ctypes.c_float * 4)()
        self._box_address = ctypes.addressof(self._box)
        self._flags = ctypes.c_int()
        self._flags_address = ctypes.addressof(self._flags)
        self._name = ctypes.create_string_buffer(256)
        self._bold_by_font: dict[bytes, bool] = {}
        self.text = self._whole_text()

    def _whole_text(self) -> str:
        """The text as one sign for each index."""
        count = pdfium.FPDFText_CountChars(self._text_page)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text_page, 0, count, buffer)
        text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", errors="surrogatepass") if count else ""
        if len(text) != count:
            # Signs without a letter are left out of the text, and some take two places in it.
            text = "".join(chr(_unicode(self._page, index) or 32) for index in range(count))
        return text

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a letter, y upwards."""
        _loose_box(self._page, index, self._box_address)
        left, high, right, low = self._box
        return (left, low, right, high) if low <= high else (left, high, right, low)

    def turn(self, index: int) -> int:
        """By how many quarter turns a letter is written."""
        angle: float = _angle(self._page, index)
        return round(angle / _QUARTER_TURN) % 4

    def is_bold(self, index: int) -> bool:
        """Whether a letter's face is a bold one, by its name or its weight."""
        _font_name(self._page, index, self._name, 256, self._flags_address)
        name = self._name.value
        bold = self._bold_by_font.get(name)
        if bold is None:
            by_name = any(mark in name.lower() for mark in _BOLD_NAMES)
            bold = self._bold_by_font[name] = by_name or _weight(self._page, index) >= BOLD_WEIGHT
        return bold


def words_by_turn(text_page: Any, view: View) -> Mapping[int, list[Word]]:
    """Words of a page by the quarter turns they are written at, each set upright.

    Parameters
    ----------
    text_page : pypdfium2.PdfTextPage
        The page's letters.
    view : View
        What the page shows; words outside are left out.

    Returns
    -------
    mapping of int to list of Word
        In the coordinates of ``View.upright`` for their turn.
    """
    letters = PageLetters(text_page)
    words: dict[int, list[Word]] = defaultdict(list)
    seen: set[tuple[str, int, int]] = set()
    upright, is_bold = view.upright, letters.is_bold
    for order, (text, index, turn, x0, y0, x1, y1) in enumerate(_runs(letters)):
        if x1 <= view.left or x0 >= view.right or y1 <= view.low or y0 >= view.high:
            continue
        # Bold is sometimes made by drawing a word twice, a hair apart.
        place = (text, int(x0 / 2 + 0.5), int(y0 / 2 + 0.5))
        if place in seen:
            continue
        seen.add(place)
        left, right, top, bottom = upright(turn, x0, x1, y0, y1)
        size = (bottom - top if bottom - top > 1.0 else 1.0) / LINE_HEIGHT_EMS
        words[turn].append(Word(text, left, right, top, bottom, size, is_bold(index), order))
    return words


_Run = tuple[str, int, int, float, float, float, float]


def _runs(letters: PageLetters) -> Iterator[_Run]:
    """Words as text, index of the first letter, turn, and left, bottom, right, top; as the file draws them."""
    box, turn_of, is_special = letters.box, letters.turn, _SPECIAL.search
    for match in _LETTERS.finditer(letters.text):
        start, end = match.span()
        text = match[0]
        turn = turn_of(start)
        left, bottom, right, top = box(start)
        if end - start == 1:
            yield _named(text), start, turn, left, bottom, right, top
            continue
        _, last_bottom, last_right, last_top = box(end - 1)
        height = top - bottom or 1.0
        is_level = abs(last_bottom - bottom) + abs(last_top - top) < 0.2 * height
        spread = (last_right - left) / (end - start)
        if is_level and turn == 0 and 0 < spread < _WIDE_LETTER * height and not is_special(text):
            yield text, start, turn, left, bottom, last_right, top
        else:
            yield from _by_letter(letters, start, end)


def _named(text: str) -> str:
    return text.translate(_NAMES) if _SPECIAL.search(text) else text


_NAMES = dict.fromkeys(map(ord, _HYPHENS), "-")


def _by_letter(letters: PageLetters, start: int, end: int) -> Iterator[_Run]:
    group: list[_Letter] = []
    for letter in _letters(letters, start, end):
        if group and not _touch(group[-1], letter):
            yield _joined(group)
            group = []
        group.append(letter)
    if group:
        yield _joined(group)


def _joined(group: list[_Letter]) -> _Run:
    return (
        "".join(one.text for one in group),
        group[0].index,
        group[0].turn,
        min(one.left for one in group),
        min(one.bottom for one in group),
        max(one.right for one in group),
        max(one.top for one in group),
    )


def _letters(letters: PageLetters, start: int, end: int) -> Iterator[_Letter]:
    high_half = ""
    for index in range(start, end):
        text = letters.text[index]
        if "\ud800" <= text < "\udc00":
            high_half = text
            continue
        if "\udc00" <= text < "\ue000":
            pair = high_half + text
            text = pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        high_half = ""
        left, bottom, right, top = letters.box(index)
        yield _Letter(_named(text), index, letters.turn(index), left, right, bottom, top)


def _touch(before: _Letter, letter: _Letter) -> bool:
    """Whether a letter goes on with the word of the one before it."""
    if before.turn != letter.turn:
        return False
    # The letters of a ligature share its box.
    if before.left == letter.left and before.right == letter.right:
        return True
    x0, x1, top, bottom = turned(before.turn, before.left, before.right, before.bottom, before.top)
    next_x0, _, next_top, next_bottom = turned(letter.turn, letter.left, letter.right, letter.bottom, letter.top)
    height = max(bottom - top, next_bottom - next_top, 1.0)
    overlap = min(bottom, next_bottom) - max(top, next_top)
    return -0.6 * height < next_x0 - x1 < 0.6 * height and next_x0 >= x0 - 0.3 * height and overlap > 0.3 * height
