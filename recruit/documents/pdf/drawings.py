"""What a PDF page shows besides letters: lines between rows, dots before items, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from recruit.documents.page.layout import Rule
from recruit.documents.pdf.views import Box, View
from recruit.documents.reader import Word

MAX_RULE_POINTS = 3.0
MIN_RULE_POINTS = 30.0
MAX_ROW_POINTS = 70.0
MAX_OBJECTS = 5000

_INVISIBLE_TEXT = 3


@dataclass(frozen=True, slots=True)
class Drawings:
    """Boxes of drawn shapes on the page, and how much of it the largest picture covers.

    ``hides_text`` where the first text is drawn invisibly, as scanners do over the picture of a page.
    """

    shapes: tuple[Box, ...]
    picture_share: float
    hides_text: bool

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
    shapes: list[Box] = []
    largest = 0.0
    mode = None
    for item in islice(page.get_objects(max_depth=2), MAX_OBJECTS):
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            x0, y0, x1, y1 = item.get_bounds()
            shapes.append((x0, x1, y0, y1))
        elif item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = item.get_bounds()
            largest = max(largest, abs(x1 - x0) * abs(y1 - y0) / max(1.0, width * height))
        elif mode is None and item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    return Drawings(tuple(shapes), min(1.0, largest), mode == _INVISIBLE_TEXT)


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
