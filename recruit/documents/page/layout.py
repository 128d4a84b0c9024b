"""Words to lines, and lines to paragraphs, headings and items: what stands below one another in one column.

All lengths are points. The page is upright, its origin at the top left, y grows downwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from recruit.documents.reader import RawBlock, Word
from recruit.vocabulary.shapes import BlockKind

CELL_SEPARATOR = "\t"
SAME_LINE_EMS = 0.35
"""Baselines this close stand on one line: bold beside regular does, lines of a paragraph do not."""
SET_APART_EMS = 1.5
"""A space this wide inside a line sets its parts apart: employer and date, cell and cell."""
CLOSE_EMS = 0.65
"""Space between lines that follow closely. Faces that call themselves lower than they are leave more of it."""
FEWEST_DIGITS_TO_CALL = 7
LONG_LINE_CHARACTERS = 60
"""Lines this long are those of a paragraph; entries of a list are rarely as long, and then not all alike."""
_left_edge = attrgetter("x0")
_foot = attrgetter("bottom", "x0")
_BULLET = re.compile(r"[•·▪■●○◦‣\u2043∙➢➤►▶✓✔❖◆♦*\u2013\u2014o\-\uf0b7\uf0a7\uf0d8\uf0fc§]|\(?\d{1,2}[.)]")

_YEARS = re.compile(r"(?:\d\d?/)?(?:19|20)\d\d *(?:-|\u2013|\u2014|to\b)")


class Rule(NamedTuple):
    """A horizontal line drawn on the page."""

    x0: float
    x1: float
    y: float


class Line:
    """Words on one baseline, left to right."""

    __slots__ = ("_text", "bold", "bottom", "size", "top", "words", "x0", "x1")

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = sorted(words, key=_left_edge)
        first = self.words[0]
        x1, top, bottom, size, bold = first.x1, first.top, first.bottom, first.size, first.bold
        # One round for all: a page has hundreds of words.
        for word in self.words:
            if word.x1 > x1:
                x1 = word.x1
            if word.top < top:
                top = word.top
            if word.bottom > bottom:
                bottom = word.bottom
            if word.size > size:
                size = word.size
            bold = bold and word.bold
        # A bullet is often of another face, and taller than the words it stands before.
        if len(self.words) > 1 and size == first.size > self.words[1].size and is_bullet(first.text):
            size = max(word.size for word in self.words[1:])
        self.x0, self.x1, self.top, self.bottom, self.size, self.bold = first.x0, x1, top, bottom, size, bold
        self._text: str | None = None

    @property
    def order(self) -> int:
        """When the file draws the line's first word."""
        return self.words[0].order

    @property
    def text(self) -> str:
        """The line's text, wide spaces as tabs, letters set apart for looks joined."""
        if self._text is None:
            self._text = _closed_up(self.words) if _is_spaced_out(self.words) else self._spaced()
        return self._text

    def _spaced(self) -> str:
        first = self.words[0]
        text = first.text
        for before, word in pairwise(self.words):
            ems = (word.x0 - before.x1) / SET_APART_EMS
            if ems > before.size and ems > word.size and not (before is first and self.starts_item):
                text += CELL_SEPARATOR + word.text
            else:
                text += " " + word.text
        return text

    @property
    def starts_item(self) -> bool:
        """Whether the line begins with a bullet or a number."""
        return is_bullet(self.words[0].text)


def is_bullet(text: str) -> bool:
    """Whether a word is the mark before an item of a list."""
    return _BULLET.fullmatch(text) is not None


def lines_of(words: Iterable[Word], *, gap: float | None = None) -> list[Line]:
    """Gather words into lines, top to bottom.

    Parameters
    ----------
    words : iterable of Word
        Words of one region.
    gap : float or None, default None
        Space between two words, in points, that ends one line and begins another beside it. None: no space does.

    Returns
    -------
    list of Line
        By baseline, then from left to right.
    """
    rows: list[list[Word]] = []
    first: Word | None = None
    for word in sorted(words, key=_foot):
        # A superscript's foot is higher than its neighbours', its middle still within their height.
        if first is not None and _on_one_line(first, word):
            rows[-1].append(word)
        else:
            rows.append([word])
            first = word
    lines = [Line(row) for row in rows]
    return lines if gap is None else parts_of(lines, gap)


def parts_of(lines: Iterable[Line], gap: float) -> list[Line]:
    """Cut lines where their words stand apart.

    Parameters
    ----------
    lines : iterable of Line
        Lines from edge to edge.
    gap : float
        Space between two words, in points, that ends one line and begins another beside it.

    Returns
    -------
    list of Line
        In the same order, parts from left to right; a line without such a space as it is.
    """
    found: list[Line] = []
    for line in lines:
        parts = list(_parts(line.words, gap))
        found += [line] if len(parts) == 1 else map(Line, parts)
    return found


def _on_one_line(first: Word, word: Word) -> bool:
    size = first.size if first.size > word.size else word.size
    if abs(first.bottom - word.bottom) <= SAME_LINE_EMS * size:
        return True
    middle = (word.top + word.bottom) / 2
    return (
        first.top < middle < first.bottom and word.top >= first.top - 0.2 * first.size and word.size < first.size
    )


def _parts(row: Sequence[Word], gap: float) -> Iterator[Sequence[Word]]:
    start = 0
    edge = row[0].x1
    for index, word in enumerate(row):
        if word.x0 - edge >= gap and not (index == start + 1 and is_bullet(row[start].text)):
            yield row[start:index]
            start = index
            edge = word.x1
        elif word.x1 > edge:
            edge = word.x1
    yield row[start:]


@dataclass(slots=True)
class _Draft:
    """A block in the making."""

    text: str
    words: list[Word]
    kind: BlockKind
    after_gap: bool


def paragraphs(lines: Sequence[Line]) -> list[RawBlock]:
    """Join the lines of each paragraph; headings, list items and rows keep lines of their own.

    A line goes on with the next when the next one's first word would not have fitted behind it, and both look
    alike.

    Parameters
    ----------
    lines : sequence of Line
        Lines of one column, top to bottom.

    Returns
    -------
    list of RawBlock
        One for each paragraph; ``after_gap`` where the page leaves more space than between lines.
    """
    drafts: list[_Draft] = []
    leading = _usual_leading(lines)
    edge_by_size = {size: _right_edge(lines, size) for size in {line.size for line in lines}}
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        if (
            before
            and goes_on(before, line, right_edge=edge_by_size[before.size])
            and (_hangs(drafts[-1], line) or not (_ends_item(drafts[-1], line) or _may_be_list(before, line)))
        ):
            last = drafts[-1]
            last.text = continued(last.text, line.text)
            last.words += line.words
            continue
        gap = before is not None and line.top - before.bottom > leading + 0.5 * line.size
        drafts.append(_Draft(line.text, list(line.words), _kind_of(line), gap))
    return [RawBlock(one.text, one.kind, tuple(one.words), one.after_gap) for one in _with_rows(drafts)]


def _kind_of(line: Line) -> BlockKind:
    return BlockKind.LIST_ITEM if line.starts_item and len(line.words) > 1 else BlockKind.PARAGRAPH


def _with_rows(drafts: list[_Draft]) -> list[_Draft]:
    """Take lines in cells for rows of a table where several follow each other; one alone has a date at its end."""
    for before, draft in pairwise(drafts):
        pair = (before, draft)
        if all(CELL_SEPARATOR in one.text and one.kind is not BlockKind.LIST_ITEM for one in pair):
            before.kind = draft.kind = BlockKind.TABLE_ROW
    return drafts


def goes_on(before: Line, line: Line, *, right_edge: float, shortest: int = 12) -> bool:
    """Whether a line was broken only because the next one's first word did not fit.

    Parameters
    ----------
    before, line : Line
        Two lines of one column, one below the other.
    right_edge : float
        Where the column ends, in points.
    shortest : int, default 12
        Fewest characters of a line that can have been full.

    Returns
    -------
    bool
        False for lines that differ in size, weight or capitals, and where an item of a list begins.
    """
    first = line.words[0]
    is_full = before.x1 + 0.2 * line.size + (first.x1 - first.x0) > right_edge
    alike = abs(before.size - line.size) < 0.6 and before.bold == line.bold
    close = -0.5 * line.size < line.top - before.bottom < CLOSE_EMS * max(before.size, line.size)
    # An item's later lines start at its text or at its bullet, never left of it.
    below = before.x0 - 1 <= line.x0 <= before.x0 + 4 * line.size
    if not (is_full and alike and close and below) or line.starts_item or len(before.text) < shortest:
        return False
    if CELL_SEPARATOR in before.text or CELL_SEPARATOR in line.text:
        return False
    return before.text.isupper() == line.text.isupper()


def _hangs(item: _Draft, line: Line) -> bool:
    """Whether a line stands below the text of an item, not below its bullet."""
    return item.kind is BlockKind.LIST_ITEM and line.x0 > item.words[0].x0 + 0.4 * line.size


def _ends_item(item: _Draft, line: Line) -> bool:
    """Whether a line left of an item's text begins with years: the next job, where it is not set in bold."""
    return item.kind is BlockKind.LIST_ITEM and _YEARS.match(line.text) is not None


def _may_be_list(before: Line, line: Line) -> bool:
    """Whether two lines may be entries of their own that happen to be as long as each other.

    Between two sentences nothing is lost by a line end; a sentence must not be cut.
    """
    if before.text[-1] in ",;&":
        return False
    if _is_address(line) or _is_address(before):
        return len(before.text) < LONG_LINE_CHARACTERS
    if not line.text[0].isupper():
        return False
    return before.text[-1] in ".:!?" or len(before.text) < LONG_LINE_CHARACTERS


def _is_address(line: Line) -> bool:
    """Whether a line is an e-mail address or a number to call: an entry of its own below a name or a town."""
    text = line.text
    if "@" in text:
        return len(line.words) == 1
    if not (text[0].isdigit() or text[0] in "+("):
        return False
    return sum(map(str.isdigit, text)) >= FEWEST_DIGITS_TO_CALL and not any(map(str.isalpha, text))


def _right_edge(lines: Sequence[Line], size: float) -> float:
    return max(one.x1 for one in lines if abs(one.size - size) < 0.6)


def _usual_leading(lines: Sequence[Line]) -> float:
    gaps = [line.top - before.bottom for before, line in pairwise(lines)]
    return max(0.0, median(gaps)) if gaps else 0.0


def continued(text: str, more: str) -> str:
    r"""Put the next line of a paragraph behind it.

    Parameters
    ----------
    text, more : str
        The paragraph so far, and the line.

    Returns
    -------
    str
        With a soft hyphen at a hyphen before a lower-case letter: cleaning judges whether it breaks a word.

    Examples
    --------
    >>> continued("ran PC-", "DMIS on"), continued("ran a", "lathe"), continued("inspec-", "tion")
    ('ran PC-DMIS on', 'ran a lathe', 'inspec-\xadtion')
    """
    if len(text) > 1 and text[-1] in "-\u2010\u00ad" and text[-2].isalnum():
        return f"{text}\u00ad{more}" if more[:1].islower() else text + more
    return f"{text} {more}"


def _is_spaced_out(words: Sequence[Word]) -> bool:
    """Whether a heading is set as letters with space between them (``S K I L L S``)."""
    return len(words) >= 4 and all(len(word.text) == 1 and word.text.isalpha() for word in words)


def _closed_up(words: Sequence[Word]) -> str:
    gaps = [word.x0 - before.x1 for before, word in pairwise(words)]
    between_words = 1.8 * median(gaps) + 0.1
    return words[0].text + "".join(
        (" " if gap > between_words else "") + word.text for gap, word in zip(gaps, words[1:], strict=True)
    )
