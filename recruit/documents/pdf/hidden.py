"""Words that are in the file and not to be seen on its page: white on white, invisible, too small, or beside it.

Most pages have none, which their drawings tell at no cost. Where there may be some, the page is drawn to see.
"""

import ctypes
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from recruit.documents.pdf.calls import address_of, quick
from recruit.documents.pdf.drawings import PALE, Drawings
from recruit.documents.pdf.views import Box, View
from recruit.documents.reader import Word
from recruit.vocabulary.shapes import Finding

TINY_POINTS = 1.5
TINY_SHARE = 0.25
"""Of the largest letters: a page may be drawn small altogether, and shown large."""
MAX_DRAWN_PIXELS = 2_000_000
DARK = PALE - 5
"""Levels of grey below this stand out from white, if faintly."""

_pointer, _int = ctypes.c_void_p, ctypes.c_int
_object_of_letter = quick(pdfium.FPDFText_GetTextObject, _pointer, _pointer, _int)
_unicode = quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _pointer, _int)
_loose_box = quick(pdfium.FPDFText_GetLooseCharBox, _int, _pointer, _int, _pointer)


def unseen_letters(page: Any, text_page: Any, view: View, drawings: Drawings) -> frozenset[int]:
    """Find the letters that cannot be seen.

    Parameters
    ----------
    page : pypdfium2.PdfPage
        The page.
    text_page : pypdfium2.PdfTextPage
        Its letters.
    view : View
        What the page shows.
    drawings : Drawings
        What it draws.

    Returns
    -------
    frozenset of int
        Indices of letters that leave no trace where they stand. White letters on a dark ground do, and so do
        invisible ones over a picture of them.
    """
    letters = address_of(text_page)
    indices: dict[int, list[int]] = defaultdict(list)
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        item = _object_of_letter(letters, index)
        if item in drawings.pale_texts or item in drawings.invisible_texts:
            indices[item].append(index)
    # A white space or a white dot takes nothing away from anybody.
    boxes = {
        item: _box_around(letters, found)
        for item, found in indices.items()
        if any(chr(_unicode(letters, index)).isalnum() for index in found)
    }
    doubtful = [
        item
        for item, box in boxes.items()
        if not _stands_on(box, drawings.grounds)
        or (item in drawings.pale_texts and _stands_on(box, drawings.papers))
    ]
    if not doubtful:
        return frozenset()
    sight = _Sight(page, view)
    return frozenset(
        index
        for item in doubtful
        if sight.dark_share(boxes[item]) <= (0.5 if item in drawings.pale_texts else 0.0)
        for index in indices[item]
    )


def large_enough(by_turn: Mapping[int, list[Word]]) -> Mapping[int, list[Word]]:
    """Leave out words of letters as small as dust.

    Parameters
    ----------
    by_turn : mapping of int to list of Word
        The words of a page.

    Returns
    -------
    mapping of int to list of Word
        Those that can be read.
    """
    sizes = [word.size for words in by_turn.values() for word in words]
    least = min(TINY_POINTS, TINY_SHARE * max(sizes, default=0.0))
    if min(sizes, default=0.0) >= least:
        return by_turn
    kept = {turn: [word for word in words if word.size >= least] for turn, words in by_turn.items()}
    return {turn: words for turn, words in kept.items() if words}


def hidden_text(number: int) -> Finding:
    """Say that words were left out of a page.

    Parameters
    ----------
    number : int
        The page's, from 1.

    Returns
    -------
    Finding
        With what to do about it.
    """
    hint = (
        f"Page {number} holds words nobody can see: white, invisible or tiny letters. They were left out. "
        "If they belong to the text, save the file again with them in black."
    )
    return Finding(code="hidden_text", hint=hint, page=number)


def text_off_page(number: int) -> Finding:
    """Say that words beside the shown part of a page were left out.

    Parameters
    ----------
    number : int
        The page's, from 1.

    Returns
    -------
    Finding
        With what to do about it.
    """
    hint = (
        f"Page {number} holds words beyond its edges, where nobody sees them. They were left out. "
        "If they belong to the text, move them onto the page and save the file again."
    )
    return Finding(code="text_off_page", hint=hint, page=number)


def _box_around(letters: int, indices: Sequence[int]) -> Box:
    """Left, right, bottom and top of letters on the page, y upwards."""
    edges = (ctypes.c_float * 4)()
    boxes = []
    for index in indices:
        _loose_box(letters, index, ctypes.addressof(edges))
        boxes.append(tuple(edges))
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), max(rights), min(*tops, *bottoms), max(*tops, *bottoms)


def _stands_on(box: Box, grounds: Sequence[Box]) -> bool:
    x, y = (box[0] + box[1]) / 2, (box[2] + box[3]) / 2
    return any(x0 <= x <= x1 and low <= y <= high for x0, x1, low, high in grounds)


class _Sight:
    """The page as it looks, in levels of grey."""

    def __init__(self, page: Any, view: View) -> None:
        self._view = view
        width, height = view.size
        self._scale = min(1.0, math.sqrt(MAX_DRAWN_PIXELS / max(1.0, width * height)))
        bitmap = page.render(scale=self._scale, grayscale=True)
        self._levels, self._stride = bytes(bitmap.buffer), bitmap.stride
        self._width, self._height = bitmap.width, bitmap.height

    def dark_share(self, box: Box) -> float:
        """Share of a box of the page that is not white."""
        seen = self._view.seen(0, *self._view.upright(0, *box))
        x0, x1, top, bottom = (edge * self._scale for edge in seen)
        left, right = max(0, math.floor(x0)), min(self._width, math.ceil(x1))
        rows = range(max(0, math.floor(top)), min(self._height, math.ceil(bottom)))
        levels = b"".join(self._levels[y * self._stride + left : y * self._stride + right] for y in rows)
        return sum(level < DARK for level in levels) / len(levels) if levels else 0.0
