"""What a PDF page shows besides letters: lines between rows, dots before items, pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from recruit.documents.page.layout import Rule
from recruit.documents.pdf.calls import address_of, quick
from recruit.documents.pdf.views import Box, View
from recruit.documents.reader import Word

MAX_RULE_POINTS = 3.0
MIN_RULE_POINTS = 30.0
MAX_ROW_POINTS = 70.0
MAX_OBJECTS = 5000

WHOLE_PAGE_SHARE = 0.8
PALE = 240
"""Of 255, the level of grey from which letters cannot be told from paper."""
MAX_CLEAR = 12
"""Of 255, the opacity up to which letters leave no trace."""

_FILLED_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP})
_UNSEEN_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})


_pointer, _int, _uint = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_count_on_page = quick(pdfium.FPDFPage_CountObjects, _int, _pointer)
_item_on_page = quick(pdfium.FPDFPage_GetObject, _pointer, _pointer, _int)
_count_in_form = quick(pdfium.FPDFFormObj_CountObjects, _int, _pointer)
_item_in_form = quick(pdfium.FPDFFormObj_GetObject, _pointer, _pointer, ctypes.c_ulong)
_type = quick(pdfium.FPDFPageObj_GetType, _int, _pointer)
_bounds = quick(pdfium.FPDFPageObj_GetBounds, _int, *[_pointer] * 5)
_fill_colour = quick(pdfium.FPDFPageObj_GetFillColor, _int, *[_pointer] * 5)
_draw_mode = quick(pdfium.FPDFPath_GetDrawMode, _int, *[_pointer] * 3)
_render_mode = quick(pdfium.FPDFTextObj_GetTextRenderMode, _int, _pointer)


@dataclass(frozen=True, slots=True)
class Drawings:
    """Boxes of drawn shapes on the page, and how much of it the largest picture covers.

    ``hides_text`` where the first text is drawn invisibly, as scanners do over the picture of a page.
    ``pale_texts`` and ``invisible_texts`` are the addresses of texts that may be hidden, and ``grounds`` the
    boxes of pictures and dark shapes they may stand on, ``papers`` of pale shapes that may lie between; both are
    left empty where there are no such texts.
    """

    shapes: tuple[Box, ...]
    picture_share: float
    hides_text: bool
    pale_texts: frozenset[int]
    invisible_texts: frozenset[int]
    grounds: tuple[Box, ...]
    papers: tuple[Box, ...] = ()

    @property
    def may_hide_text(self) -> bool:
        """Whether texts are worth a look; over the picture of a whole page they are that picture's own."""
        return bool(self.pale_texts or self.invisible_texts) and self.picture_share <= WHOLE_PAGE_SHARE

    def rules(self, view: View, turn: int) -> tuple[Rule, ...]:
        """Horizontal lines, for text written at a turn."""
        rules = [rule for box in self.shapes for rule in _rules(*view.upright(turn, *box))]
        return tuple(_merged(rules))

    def with_dots(self, words: list[Word], view: View, turn: int) -> list[Word]:
        """Add each dot that stands right before a word, as high as the word: a bullet, not an ornament."""
        dots = (dot for box in self.shapes for dot in _dots(*view.upright(turn, *box)))
        bullets = [bullet for dot in dots if (bullet := _bullet(dot, words)) is not None]
        return words + bullets


def drawings_of(page: Any) -> Drawings:
    """Look through what a page draws.

    Parameters
    ----------
    page : pypdfium2.PdfPage
        The page.

    Returns
    -------
    Drawings
        Of its first few thousand objects.
    """
    width, height = page.get_size()
    shapes: list[tuple[int, Box]] = []
    pictures: list[Box] = []
    shades: list[Box] = []
    modes: dict[int, int] = {}
    for item, kind in islice(_items(address_of(page)), MAX_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            modes[item] = _render_mode(item)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            shapes.append((item, _box(item)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_box(item))
        elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
            shades.append(_box(item))
    share = max(((x1 - x0) * (high - low) / max(1.0, width * height) for x0, x1, low, high in pictures), default=0)
    mode = next(iter(modes.values()), None)
    invisible = frozenset(item for item, mode in modes.items() if mode in _UNSEEN_MODES)
    pale = frozenset(item for item, mode in modes.items() if mode in _FILLED_MODES and _is_pale(item))
    filled = [(box, _is_pale(item)) for item, box in shapes if _is_filled(item)] if pale or invisible else []
    grounds = [*pictures, *shades, *(box for box, is_pale in filled if not is_pale)] if pale or invisible else []
    return Drawings(
        shapes=tuple(box for _, box in shapes),
        picture_share=min(1.0, share),
        hides_text=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        pale_texts=pale,
        invisible_texts=invisible,
        grounds=tuple(grounds),
        papers=tuple(box for box, is_pale in filled if is_pale),
    )


def _items(page: int) -> Iterator[tuple[int, int]]:
    """What a page draws, and what the forms on it draw, each with its kind."""
    for index in range(_count_on_page(page)):
        item = _item_on_page(page, index)
        kind = _type(item)
        yield item, kind
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            for place in range(_count_in_form(item)):
                inside = _item_in_form(item, place)
                yield inside, _type(inside)


def _box(item: int) -> Box:
    """Left, right, bottom and top, y upwards."""
    edges = (ctypes.c_float * 4)()
    first = ctypes.addressof(edges)
    _bounds(item, first, first + 4, first + 8, first + 12)
    x0, low, x1, high = edges
    return x0, x1, low, high


def _is_pale(item: int) -> bool:
    """Whether something is filled with white or nearly so, or with what lets everything show through."""
    levels = (_uint * 4)()
    first = ctypes.addressof(levels)
    if not _fill_colour(item, first, first + 4, first + 8, first + 12):
        return False
    *colour, opacity = levels
    return min(colour) >= PALE or opacity <= MAX_CLEAR


def _is_filled(shape: int) -> bool:
    modes = (_int * 2)()
    first = ctypes.addressof(modes)
    _draw_mode(shape, first, first + 4)
    return bool(modes[0] != pdfium.FPDF_FILLMODE_NONE)


def _rules(x0: float, x1: float, top: float, bottom: float) -> list[Rule]:
    """A drawn line as itself; a box as high as a row as the lines above and below it."""
    if x1 - x0 < MIN_RULE_POINTS or bottom - top > MAX_ROW_POINTS:
        return []
    if bottom - top <= MAX_RULE_POINTS:
        return [Rule(x0, x1, (top + bottom) / 2)]
    return [Rule(x0, x1, top), Rule(x0, x1, bottom)]


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


def _dots(x0: float, x1: float, top: float, bottom: float) -> list[Word]:
    """The dot before a list item, where it is drawn instead of written."""
    width, height = x1 - x0, bottom - top
    if not 1.0 <= width <= 6.0 or abs(width - height) > 0.3 * width:
        return []
    return [Word("\u2022", x0, x1, top, bottom, size=height, bold=False, order=-1)]


def _bullet(dot: Word, words: list[Word]) -> Word | None:
    middle = (dot.top + dot.bottom) / 2
    beside = [word for word in words if word.top < middle < word.bottom]
    after = min((word for word in beside if word.x0 >= dot.x1), key=lambda word: word.x0, default=None)
    clear = all(word.x1 < dot.x0 - 1.5 * word.size or word.x0 >= dot.x1 for word in beside)
    if after is None or not clear or after.x0 - dot.x1 >= 1.5 * after.size or dot.size >= 0.6 * after.size:
        return None
    return replace(dot, top=after.top, bottom=after.bottom, size=after.size, bold=after.bold, order=after.order)
