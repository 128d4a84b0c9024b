"""Words of a PDF page with their places, as pdfium finds the letters.

One call of pdfium costs as much as a dozen lines of Python, and a page has thousands of letters. So the page's
text is fetched at once and cut at its white space, only the first and the last letter of each word are asked for
their boxes, and all words are asked for in one go. A word whose box does not suit its letters is gone through
letter by letter.
"""

import ctypes
import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import pi
from typing import Any

import pypdfium2.raw as pdfium

from recruit.documents.pdf.calls import address_of, quick
from recruit.documents.pdf.scattered import Run, are_scattered, gathered
from recruit.documents.pdf.views import View, turned
from recruit.documents.reader import Word

LINE_HEIGHT_EMS = 1.17
"""Height of a letter's loose box (ascent and descent) in the letter's size, of the usual faces."""
WIDE_LETTER_EMS = 0.78
"""Mean advance of a word's letters above which they may be set apart; capitals have 0.7."""
SIGNS_OF_A_WORD = 4
"""Signs to a word, white space included, below which words may have fallen apart into letters."""
BOLD_WEIGHT = 600

_FONT_NAME_BYTES = 80

_HYPHENS = "\x02\ufffe"  # what pdfium calls a hyphen at a line end
_LETTERS = re.compile(r"[^\s\x00-\x01\x03-\x1f]+")
# Signs without a box like those of letters: a renamed hyphen, and each half of a pair.
_SPECIAL = re.compile("[\x02\ufffe\ud800-\udfff]")
_WIDE_LETTER = WIDE_LETTER_EMS / LINE_HEIGHT_EMS
_QUARTER_TURN = pi / 2
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")


_Box = tuple[float, float, float, float]


@dataclass(slots=True)
class _Letter:
    text: str
    turn: int
    left: float
    right: float
    bottom: float
    top: float


_pointer, _int = ctypes.c_void_p, ctypes.c_int
_loose_box = quick(pdfium.FPDFText_GetLooseCharBox, _int, _pointer, _int, _pointer)
_angle = quick(pdfium.FPDFText_GetCharAngle, ctypes.c_float, _pointer, _int)
_unicode = quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _pointer, _int)
_weight = quick(pdfium.FPDFText_GetFontWeight, _int, _pointer, _int)
_font_name = quick(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong, _pointer, _int, _pointer, ctypes.c_ulong, _pointer)


class PageLetters:
    """The letters of one page, by their index."""

    def __init__(self, text_page: Any) -> None:
        # The pages of pypdfium2 end when nobody holds them.
        self._text_page = text_page
        self._page = address_of(text_page)
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

    def boxes(self, indices: Sequence[int]) -> list[_Box]:
        """Left, bottom, right and top of letters, y upwards."""
        numbers = (ctypes.c_float * (4 * len(indices)))()
        first = ctypes.addressof(numbers)
        deque(map(_loose_box, repeat(self._page), indices, range(first, first + ctypes.sizeof(numbers), 16)), 0)
        rows = iter(numbers[:])
        # pdfium gives left, top, right, bottom; a letter drawn upside down has its top below.
        return [
            (left, low, right, high) if low <= high else (left, high, right, low)
            for left, high, right, low in zip(rows, rows, rows, rows, strict=True)
        ]

    def turns(self, indices: Sequence[int]) -> list[int]:
        """By how many quarter turns letters are written."""
        angles = map(_angle, repeat(self._page), indices)
        return [round(angle / _QUARTER_TURN) % 4 if angle else 0 for angle in angles]

    def are_bold(self, indices: Sequence[int]) -> list[bool]:
        """Whether the faces of letters are bold ones, by their names or their weights."""
        size = _FONT_NAME_BYTES
        names = ctypes.create_string_buffer(size * len(indices) or 1)
        flags = ctypes.c_int()
        first = ctypes.addressof(names)
        places = range(first, first + size * len(indices), size)
        asked = (repeat(self._page), indices, places, repeat(size), repeat(ctypes.addressof(flags)))
        deque(map(_font_name, *asked), 0)
        raw = names.raw
        bold_by_face: dict[bytes, bool] = {}
        found = []
        for index, start in zip(indices, range(0, len(raw), size), strict=False):
            face = raw[start : start + size]
            if face not in bold_by_face:
                name = face.partition(b"\0")[0].lower()
                by_name = any(mark in name for mark in _BOLD_NAMES)
                bold_by_face[face] = by_name or _weight(self._page, index) >= BOLD_WEIGHT
            found.append(bold_by_face[face])
        return found


def words_by_turn(text_page: Any, view: View, unseen: Collection[int] = ()) -> Mapping[int, list[Word]]:
    """Words of a page by the quarter turns they are written at, each set upright.

    Parameters
    ----------
    text_page : pypdfium2.PdfTextPage
        The page's letters.
    view : View
        What the page shows; words outside are left out.
    unseen : collection of int, default ()
        Letters to leave out.

    Returns
    -------
    mapping of int to list of Word
        In the coordinates of ``View.upright`` for their turn.
    """
    letters = PageLetters(text_page)
    words: dict[int, list[Word]] = defaultdict(list)
    seen: set[tuple[str, int, int]] = set()
    upright = view.upright
    spans = [match.span() for match in _LETTERS.finditer(letters.text)]
    if unseen:
        spans = [span for span in spans if span[0] not in unseen]
    runs = list(_runs(letters, spans))
    if len(letters.text) < SIGNS_OF_A_WORD * len(runs) and are_scattered(runs):
        runs = gathered(list(_single_letters(letters, spans)))
    for order, (text, turn, is_bold, x0, y0, x1, y1) in enumerate(runs):
        if x1 <= view.left or x0 >= view.right or y1 <= view.low or y0 >= view.high:
            continue
        # Bold is sometimes made by drawing a word twice, a hair apart.
        place = (text, int(x0 / 2 + 0.5), int(y0 / 2 + 0.5))
        if place in seen:
            continue
        seen.add(place)
        left, right, top, bottom = upright(turn, x0, x1, y0, y1)
        size = (bottom - top if bottom - top > 1.0 else 1.0) / LINE_HEIGHT_EMS
        words[turn].append(Word(text, left, right, top, bottom, size, is_bold, order))
    return words


def _runs(letters: PageLetters, spans: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """Words as text, turn, weight, and left, bottom, right, top; as the file draws them."""
    starts = [start for start, _ in spans]
    boxes = letters.boxes([*starts, *(end - 1 for _, end in spans)])
    firsts, lasts = boxes[: len(spans)], boxes[len(spans) :]
    turns, bold = _faces(letters, starts, firsts, lasts)
    is_special = _SPECIAL.search
    for (start, end), first, last, turn, is_bold in zip(spans, firsts, lasts, turns, bold, strict=True):
        left, bottom, _, top = first
        _, last_bottom, last_right, last_top = last
        height = top - bottom or 1.0
        text = letters.text[start:end]
        spread = (last_right - left) / (end - start)
        is_level = abs(last_bottom - bottom) + abs(last_top - top) < 0.2 * height
        is_plain = is_level and turn == 0 and 0 < spread < _WIDE_LETTER * height and not is_special(text)
        if is_plain or end - start == 1:
            yield _named(text), turn, is_bold, left, bottom, last_right, top
        else:
            yield from _by_letter(letters, start, end, is_bold=is_bold)


def _single_letters(letters: PageLetters, spans: Sequence[tuple[int, int]]) -> Iterator[Run]:
    bold = letters.are_bold([start for start, _ in spans])
    for (start, end), is_bold in zip(spans, bold, strict=True):
        for letter in _letters(letters, start, end):
            yield _joined([letter], is_bold=is_bold)


def _faces(
    letters: PageLetters, starts: Sequence[int], firsts: Sequence[_Box], lasts: Sequence[_Box]
) -> tuple[list[int], list[bool]]:
    """By how many quarter turns each word is written, and whether in bold.

    Words that follow each other closely on one baseline are turned alike. Of those, only words behind a bold one
    are asked for their own weight: a line is bold when all of its words are.
    """
    if not starts:
        return [], []
    heads = [0]
    for place in range(1, len(starts)):
        left, bottom, _, top = firsts[place]
        _, last_bottom, last_right, _ = lasts[place - 1]
        height = top - bottom
        if not (abs(bottom - last_bottom) < 0.1 * height and 0 <= left - last_right < height):
            heads.append(place)
    turn_of_head = letters.turns([starts[place] for place in heads])
    bold_of_head = letters.are_bold([starts[place] for place in heads])
    turns: list[int] = []
    bold: list[bool] = []
    ends = [*heads[1:], len(starts)]
    for head, end, turn, is_bold in zip(heads, ends, turn_of_head, bold_of_head, strict=True):
        turns += [turn] * (end - head)
        bold += [True, *letters.are_bold(starts[head + 1 : end])] if is_bold else [False] * (end - head)
    return turns, bold


def _named(text: str) -> str:
    return text.translate(_NAMES) if _SPECIAL.search(text) else text


_NAMES = dict.fromkeys(map(ord, _HYPHENS), "-")


def _by_letter(letters: PageLetters, start: int, end: int, *, is_bold: bool) -> Iterator[Run]:
    group: list[_Letter] = []
    for letter in _letters(letters, start, end):
        if group and not _touch(group[-1], letter):
            yield _joined(group, is_bold=is_bold)
            group = []
        group.append(letter)
    if group:
        yield _joined(group, is_bold=is_bold)


def _joined(group: list[_Letter], *, is_bold: bool) -> Run:
    return (
        "".join(one.text for one in group),
        group[0].turn,
        is_bold,
        min(one.left for one in group),
        min(one.bottom for one in group),
        max(one.right for one in group),
        max(one.top for one in group),
    )


def _letters(letters: PageLetters, start: int, end: int) -> Iterator[_Letter]:
    high_half = ""
    indices = range(start, end)
    signs = letters.text[start:end]
    for text, turn, box in zip(signs, letters.turns(indices), letters.boxes(indices), strict=True):
        if "\ud800" <= text < "\udc00":
            high_half = text
            continue
        whole = _named(text)
        if "\udc00" <= text < "\ue000":
            pair = high_half + text
            whole = pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        high_half = ""
        left, bottom, right, top = box
        yield _Letter(whole, turn, left, right, bottom, top)


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
