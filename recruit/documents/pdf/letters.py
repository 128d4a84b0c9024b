"""Words of a PDF page with their places, as pdfium finds the letters.

One call of pdfium costs as much as a dozen lines of Python, and a page has thousands of letters. So the page's
text is fetched at once and cut at its white space, only the first and the last letter of each word are asked for
their boxes, and all words are asked for and worked out in one go. A word whose box does not suit its letters is
gone through letter by letter.
"""

import ctypes
import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import pi
from typing import Any

import numpy as np
import numpy.typing as npt
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


_Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Runs:
    """Words as the file draws them: a row of left, bottom, right and top to each, y upwards."""

    texts: list[str]
    turns: list[int]
    bold: list[bool]
    boxes: _Numbers

    @classmethod
    def of(cls, runs: Sequence[Run]) -> "_Runs":
        boxes = np.array([run[3:] for run in runs], dtype=np.float64).reshape(-1, 4)
        return cls([run[0] for run in runs], [run[1] for run in runs], [run[2] for run in runs], boxes)

    @classmethod
    def chained(cls, parts: Sequence["_Runs"]) -> "_Runs":
        return cls(
            [text for part in parts for text in part.texts],
            [turn for part in parts for turn in part.turns],
            [is_bold for part in parts for is_bold in part.bold],
            np.concatenate([part.boxes for part in parts]),
        )

    def part(self, start: int, end: int) -> "_Runs":
        return _Runs(self.texts[start:end], self.turns[start:end], self.bold[start:end], self.boxes[start:end])

    def chosen(self, indices: Sequence[int]) -> "_Runs":
        return _Runs(
            [self.texts[index] for index in indices],
            [self.turns[index] for index in indices],
            [self.bold[index] for index in indices],
            self.boxes[indices],
        )

    def rows(self) -> Iterator[Run]:
        for text, turn, is_bold, box in zip(self.texts, self.turns, self.bold, self.boxes.tolist(), strict=True):
            yield text, turn, is_bold, *box


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

    def boxes(self, indices: Sequence[int]) -> _Numbers:
        """A row of left, bottom, right and top for each letter, in points, y upwards."""
        numbers = np.empty((len(indices), 4), dtype=np.float32)
        first = numbers.ctypes.data
        deque(map(_loose_box, repeat(self._page), indices, range(first, first + numbers.nbytes, 16)), 0)
        left, high, right, low = numbers.T
        # pdfium gives left, top, right, bottom; a letter drawn upside down has its top below.
        return np.column_stack((left, np.minimum(low, high), right, np.maximum(low, high))).astype(np.float64)

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


@dataclass(frozen=True, slots=True)
class PageWords:
    """Words of a page by the quarter turns they are written at, each set upright.

    ``has_more_outside`` where further words stand beside the part of the page that is shown.
    """

    by_turn: Mapping[int, list[Word]]
    has_more_outside: bool


def words_of(text_page: Any, view: View, unseen: Collection[int] = ()) -> PageWords:
    """Find the words of a page.

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
    PageWords
        In the coordinates of ``View.upright`` for their turn.
    """
    letters = PageLetters(text_page)
    spans = [match.span() for match in _LETTERS.finditer(letters.text)]
    if unseen:
        spans = [span for span in spans if span[0] not in unseen]
    runs = _runs(letters, spans)
    if len(letters.text) < SIGNS_OF_A_WORD * len(runs.texts) and are_scattered(list(runs.rows())):
        runs = _Runs.of(gathered(list(_single_letters(letters, spans))))
    inside = _inside(runs, view)
    words = (text for text, is_inside in zip(runs.texts, inside.tolist(), strict=True) if not is_inside)
    has_more_outside = not inside.all() and any(any(map(str.isalnum, word)) for word in words)
    return PageWords(_placed(_shown(runs, inside), view), has_more_outside)


def _inside(runs: _Runs, view: View) -> npt.NDArray[np.bool_]:
    """Which words are to be seen at least in part."""
    left, bottom, right, top = runs.boxes.T
    inside: npt.NDArray[np.bool_] = (
        (right > view.left) & (left < view.right) & (top > view.low) & (bottom < view.high)
    )
    return inside


def _shown(runs: _Runs, inside: npt.NDArray[np.bool_]) -> _Runs:
    """The words within the view, each once: bold is sometimes made by drawing a word twice, a hair apart."""
    left, bottom, _, _ = runs.boxes.T
    across, up = (np.trunc(edge / 2 + 0.5).tolist() for edge in (left, bottom))
    places = list(zip(runs.texts, across, up, strict=True))
    if inside.all() and len(set(places)) == len(places):
        return runs
    first = {place: index for index, place in reversed(list(enumerate(places))) if inside[index]}
    return runs.chosen(sorted(first.values()))


def _placed(runs: _Runs, view: View) -> Mapping[int, list[Word]]:
    words: dict[int, list[Word]] = {}
    for turn in dict.fromkeys(runs.turns):
        orders = [order for order, of_word in enumerate(runs.turns) if of_word == turn]
        written = runs.chosen(orders)
        x0, y0, x1, y1 = written.boxes.T
        left, right, top, bottom = np.array(view.upright(turn, x0, x1, y0, y1))
        size = np.maximum(bottom - top, 1.0) / LINE_HEIGHT_EMS
        places = (edge.tolist() for edge in (left, right, top, bottom, size))
        words[turn] = list(map(Word, written.texts, *places, written.bold, orders))
    return words


def _runs(letters: PageLetters, spans: Sequence[tuple[int, int]]) -> _Runs:
    starts = [start for start, _ in spans]
    boxes = letters.boxes([*starts, *(end - 1 for _, end in spans)])
    firsts, lasts = boxes[: len(spans)], boxes[len(spans) :]
    turns, bold = _faces(letters, starts, firsts, lasts)
    texts = [letters.text[start:end] for start, end in spans]
    lengths = np.array([end - start for start, end in spans])
    # From the left edge of the first letter to the right edge of the last.
    runs = _Runs(texts, turns, bold, np.column_stack((firsts[:, :2], lasts[:, 2], firsts[:, 3])))
    height = firsts[:, 3] - firsts[:, 1]
    height[height == 0] = 1.0
    spread = (lasts[:, 2] - firsts[:, 0]) / lengths
    is_level = np.abs(lasts[:, 1] - firsts[:, 1]) + np.abs(lasts[:, 3] - firsts[:, 3]) < 0.2 * height
    is_plain = is_level & (np.array(turns) == 0) & (spread > 0) & (spread < _WIDE_LETTER * height)
    is_odd = ~(is_plain | (lengths == 1))
    if _SPECIAL.search(letters.text):
        is_odd |= [_SPECIAL.search(text) is not None for text in texts]
    odd = np.flatnonzero(is_odd).tolist()
    if not odd:
        return runs
    pieces = []
    done = 0
    for index in odd:
        start, end = spans[index]
        pieces += [runs.part(done, index), _Runs.of(list(_by_letter(letters, start, end, is_bold=bold[index])))]
        done = index + 1
    return _Runs.chained([*pieces, runs.part(done, len(texts))])


def _single_letters(letters: PageLetters, spans: Sequence[tuple[int, int]]) -> Iterator[Run]:
    bold = letters.are_bold([start for start, _ in spans])
    for (start, end), is_bold in zip(spans, bold, strict=True):
        for letter in _letters(letters, start, end):
            yield _joined([letter], is_bold=is_bold)


def _faces(
    letters: PageLetters, starts: Sequence[int], firsts: _Numbers, lasts: _Numbers
) -> tuple[list[int], list[bool]]:
    """By how many quarter turns each word is written, and whether in bold.

    Words that follow each other closely on one baseline are turned alike. Of those, only words behind a bold one
    are asked for their own weight: a line is bold when all of its words are.
    """
    if not starts:
        return [], []
    height = firsts[1:, 3] - firsts[1:, 1]
    space = firsts[1:, 0] - lasts[:-1, 2]
    follows = (np.abs(firsts[1:, 1] - lasts[:-1, 1]) < 0.1 * height) & (space >= 0) & (space < height)
    heads = [0, *(np.flatnonzero(~follows) + 1).tolist()]
    turn_of_head = letters.turns([starts[place] for place in heads])
    bold_of_head = letters.are_bold([starts[place] for place in heads])
    ends = [*heads[1:], len(starts)]
    behind_bold = [
        place
        for head, end, is_bold in zip(heads, ends, bold_of_head, strict=True)
        if is_bold
        for place in range(head, end)
    ]
    turns = [turn for head, end, turn in zip(heads, ends, turn_of_head, strict=True) for _ in range(head, end)]
    bold = [False] * len(starts)
    for place, is_bold in zip(
        behind_bold, letters.are_bold([starts[place] for place in behind_bold]), strict=True
    ):
        bold[place] = is_bold
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
    for text, turn, box in zip(signs, letters.turns(indices), letters.boxes(indices).tolist(), strict=True):
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
