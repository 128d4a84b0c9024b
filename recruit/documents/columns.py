"""Cutting a page into columns: where white space runs down through several lines and text flows on either side.

A table, a list of employers with dates at the right and headings set in the margin leave the same white space.
They are read line by line; only text that flows on its own on both sides is read column by column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from statistics import median

from recruit.documents.layout import Line, Rule, Word, goes_on, lines_of
from recruit.documents.tables import rows_and_paragraphs

MIN_GUTTER_POINTS = 7.0
MIN_GUTTER_EMS = 0.7
"""White space between columns: wider than the space between words, also in justified text."""
MIN_COLUMN_LINES = 2
MAX_GUTTERS_TRIED = 60
MAX_STRETCHES = 12
PAIRED_SHARE = 0.65
"""Share of the shorter side's lines with a line of the other side on their baseline. Tables pair all of theirs;
columns set on their own meet by chance in about a third."""
SHORT_ENTRY_CHARACTERS = 14
"""Mean length of dates, years and levels beside a text: ``Mar 2019 - now`` has 14."""
_DATE = re.compile(
    r"(?i)(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?|\b(?:19|20)\d\d\b|\d{1,2}/\d{2,4}|"
    r"present|now|current|today|since|until|to|from|spring|summer|fall|winter|[\s\d.,/()\u2013\u2014-])+"
)


@dataclass(frozen=True, slots=True)
class _Gutter:
    """White space from ``top`` to ``bottom`` that ends at ``x``, with the lines left and right of it."""

    x: float
    top: float
    bottom: float
    left: list[Line]
    right: list[Line]
    is_part: bool = False


def reading_order(words: Sequence[Word], rules: Sequence[Rule] = ()) -> str:
    """Text of a page in the order a person reads it.

    What stands above columns comes first, then the left column from top to bottom, then the next; columns may
    hold columns. A row of a table, and a line with a date set at its right end, stay on one line.

    Parameters
    ----------
    words : sequence of Word
        The page's words, in any order.
    rules : sequence of Rule, default ()
        Horizontal lines drawn on the page: a gutter does not run through them.

    Returns
    -------
    str
        Paragraphs, headings, items and rows on lines of their own, blank lines between blocks.
    """
    if not words:
        return ""
    return "\n\n".join("\n".join(block) for block in _blocks(words, rules))


def _blocks(words: Sequence[Word], rules: Sequence[Rule]) -> Iterator[list[str]]:
    em = median(word.size for word in words)
    width = max(MIN_GUTTER_POINTS, MIN_GUTTER_EMS * em)
    lines = lines_of(words, gap=width)
    gutter = _best(_gutters(lines, rules, width), em)
    if gutter is None:
        yield rows_and_paragraphs(words, rules, width)
        return
    gutter = _without_strangers(gutter)
    above = [line for line in lines if line.top + line.bottom <= 2 * gutter.top]
    below = [line for line in lines if line.top + line.bottom >= 2 * gutter.bottom]
    for region in (above, gutter.left, gutter.right, below):
        if region:
            yield from _blocks([word for line in region for word in line.words], rules)


# ------------------------------------------------------------------------------------------------ finding


def _gutters(lines: Sequence[Line], rules: Sequence[Rule], width: float) -> list[_Gutter]:
    """White space that runs through enough lines, longest first."""
    # Rounding must not put a column's own lines into its gutter.
    starts = sorted({round(line.x0) - 0.6 for line in lines})
    found = []
    for x in starts:
        for top, bottom in _free_intervals(lines, rules, x, width):
            inside = [line for line in lines if top < (line.top + line.bottom) / 2 < bottom]
            left = [line for line in inside if line.x1 <= x]
            right = [line for line in inside if line.x0 >= x]
            if min(len(left), len(right)) >= MIN_COLUMN_LINES:
                whole = _without_heading(_Gutter(x, top, bottom, left, right))
                found += [whole, *_stretches(whole)]
    found.sort(key=lambda one: (-_height(one), one.x))
    return [one for one in found if min(len(one.left), len(one.right)) >= MIN_COLUMN_LINES][:MAX_GUTTERS_TRIED]


def _stretches(gutter: _Gutter) -> Iterator[_Gutter]:
    """Parts of a gutter between white spaces that run across both sides: columns may be only part of its way."""
    lines = sorted([*gutter.left, *gutter.right], key=lambda line: line.top)
    cuts = [gutter.top]
    bottom = lines[0].bottom
    for line in lines[1:]:
        if line.top - bottom > 0.4 * line.size:
            cuts.append((bottom + line.top) / 2)
        bottom = max(bottom, line.bottom)
    cuts.append(gutter.bottom)
    if len(cuts) > MAX_STRETCHES:
        return
    for top, low in combinations(cuts, 2):
        if (top, low) != (gutter.top, gutter.bottom):
            left, right = (_between(side, top, low) for side in (gutter.left, gutter.right))
            if left and right:
                yield _Gutter(gutter.x, top, low, left, right, is_part=True)


def _between(side: Sequence[Line], top: float, bottom: float) -> list[Line]:
    return [line for line in side if 2 * top < line.top + line.bottom < 2 * bottom]


def _height(gutter: _Gutter) -> float:
    """Height that the shorter side and the gutter's lines cover together: both must be long for a true column."""
    extents = [
        max(line.bottom for line in side) - min(line.top for line in side) for side in (gutter.left, gutter.right)
    ]
    return min(extents) + 0.1 * max(extents)


def _free_intervals(
    lines: Sequence[Line], rules: Sequence[Rule], x: float, width: float
) -> Iterator[tuple[float, float]]:
    """Vertical spans in which nothing stands in the strip of the given width that ends at ``x``."""
    crossings = [(line.top, line.bottom) for line in lines if line.x0 < x and line.x1 > x - width]
    crossings += [(rule.y, rule.y) for rule in rules if rule.x0 < x - width and rule.x1 > x]
    start = float("-inf")
    for top, bottom in sorted(crossings):
        if top > start:
            yield start, top
        start = max(start, bottom)
    yield start, float("inf")


def _without_heading(gutter: _Gutter) -> _Gutter:
    """Leave out lines of a page's head that stand over one column only, or over both apart from the columns."""
    top = max(min(line.top for line in gutter.left), min(line.top for line in gutter.right))
    inside = sorted([*gutter.left, *gutter.right], key=lambda line: line.top)
    largest = max(line.size for line in inside)
    cut = gutter.top
    bottom = inside[0].bottom
    for index, line in enumerate(inside[1:7], start=1):
        gap = line.top - bottom
        # A head ends in white space, and over columns it is what stands out: the name in large letters.
        over_one = bottom <= top + 0.5 * line.size and gap > 0.6 * line.size
        over_both = gap > 1.0 * line.size and any(
            one.size >= max(largest, 1.3 * line.size) for one in inside[:index]
        )
        if over_one or over_both:
            cut = (bottom + line.top) / 2
        bottom = max(bottom, line.bottom)
    if cut == gutter.top:
        return gutter
    left, right = (
        [line for line in side if line.top + line.bottom > 2 * cut] for side in (gutter.left, gutter.right)
    )
    return _Gutter(gutter.x, cut, gutter.bottom, left, right) if left and right else gutter


def _without_strangers(gutter: _Gutter) -> _Gutter:
    """Leave out what a file draws before or after both columns: a heading above them, the text below them.

    Only where the file draws column after column does its order say so.
    """
    left, right = _beside_each_other(gutter.left, gutter.right)
    if not _drawn_one_after_the_other(left, right):
        return gutter
    last = max(line.order for line in [*left, *right])
    first = min(line.order for line in [*left, *right])
    low = max(line.bottom for line in [*left, *right])
    high = min(line.top for line in [*left, *right])
    after = [line.top for line in gutter.left if line.order > last and line.top >= low - 1]
    before = [line.bottom for line in gutter.right if line.order < first and line.bottom <= high + 1]
    top, bottom = max([gutter.top, *before]), min([gutter.bottom, *after])
    return _Gutter(
        gutter.x,
        top,
        bottom,
        _between(gutter.left, top, bottom),
        _between(gutter.right, top, bottom),
        gutter.is_part,
    )


# ----------------------------------------------------------------------------------------------- deciding


def _best(gutters: Sequence[_Gutter], em: float) -> _Gutter | None:
    """The longest gutter between columns; those that the order of drawing speaks for come first."""
    likely = []
    for gutter in gutters:
        left, right = _beside_each_other(gutter.left, gutter.right)
        fewest = min(len(left), len(right))
        in_turn = fewest > 0 and _drawn_one_after_the_other(left, right)
        # Two lines beside two are columns only when nothing else can explain them: an address beside a name.
        if fewest == MIN_COLUMN_LINES and not (in_turn and not gutter.is_part and not _pairs(left, right, em)):
            continue
        if fewest >= MIN_COLUMN_LINES and (in_turn or not gutter.is_part) and flows_in_columns(left, right, em):
            if in_turn:
                return gutter
            likely.append(gutter)
    return likely[0] if likely else None


def _beside_each_other(left: Sequence[Line], right: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of either side that have the other side beside them."""
    top = max(min(line.top for line in side) for side in (left, right))
    bottom = min(max(line.bottom for line in side) for side in (left, right))
    if top >= bottom:
        return [], []
    kept = [[line for line in side if line.bottom > top and line.top < bottom] for side in (left, right)]
    return kept[0], kept[1]


def flows_in_columns(left: Sequence[Line], right: Sequence[Line], em: float) -> bool:
    """Whether text flows on its own on both sides of a gutter, rather than across it.

    Parameters
    ----------
    left, right : sequence of Line
        The lines on either side.
    em : float
        Usual letter size, in points.

    Returns
    -------
    bool
        True to read left before right. False to read line by line.
    """
    sides = [_rejoined(left), _rejoined(right)]
    shorter = min(sides, key=len)
    if any(_is_column_of_dates(side) for side in sides):
        return False
    pairs = _pairs(sides[0], sides[1], em)
    if len(pairs) < PAIRED_SHARE * len(shorter):
        return True
    partners = [{first for first, _ in pairs}, {second for _, second in pairs}]
    alone = [
        [index for index in range(len(side)) if index not in paired]
        for side, paired in zip(sides, partners, strict=True)
    ]
    is_few = len(shorter) < 0.5 * max(map(len, sides)) and not alone[sides.index(shorter)]
    sparse = is_few and _wrapped_share(shorter) < 0.2
    if _drawn_one_after_the_other(left, right):
        return not (sparse and _mean_length(shorter) < 2 * SHORT_ENTRY_CHARACTERS)
    items = [sum(line.starts_item for line in side) for side in sides]
    if min(items) >= 2:
        return True
    if any(
        _mean_length(side) < SHORT_ENTRY_CHARACTERS and not lone for side, lone in zip(sides, alone, strict=True)
    ):
        return False
    starts = [_fresh_starts(side, lone) for side, lone in zip(sides, alone, strict=True)]
    if min(starts) >= 2:
        return True
    if _stands_out_on_both_sides(sides[0], sides[1], pairs):
        return True
    wrapped = [_wrapped_share(side) for side in sides]
    return min(wrapped) >= 0.3 or (items[1] >= 2 and not sparse)


def _rejoined(side: Sequence[Line]) -> list[Line]:
    """Lines of one side, parts set apart put back on one line."""
    return lines_of(word for line in side for word in line.words)


def _mean_length(side: Sequence[Line]) -> float:
    return sum(len(line.text) for line in side) / len(side)


def _is_column_of_dates(side: Sequence[Line]) -> bool:
    return sum(_DATE.fullmatch(line.text) is not None for line in side) >= 0.6 * len(side)


def _pairs(left: Sequence[Line], right: Sequence[Line], em: float) -> list[tuple[int, int]]:
    """Indices of lines that share a baseline."""
    return [
        (index, other)
        for index, one in enumerate(left)
        for other, two in enumerate(right)
        if abs(one.bottom - two.bottom) <= 0.25 * em + 0.15 * abs(one.size - two.size)
    ]


def _drawn_one_after_the_other(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the file draws all of one side before the other; rows are drawn across."""
    sides = [side for _, side in sorted([(line.order, 0) for line in left] + [(line.order, 1) for line in right])]
    return len(list(groupby(sides))) <= 2


def _fresh_starts(side: Sequence[Line], lone: Sequence[int]) -> int:
    """Lines without a partner that begin something, rather than going on with the line above."""
    edge = max(line.x1 for line in side)
    return sum(
        index == 0 or not goes_on(side[index - 1], side[index], right_edge=edge, shortest=3) for index in lone
    )


def _stands_out_on_both_sides(
    left: Sequence[Line], right: Sequence[Line], pairs: Sequence[tuple[int, int]]
) -> bool:
    """Whether each side has headings of its own, beside ordinary lines of the other."""
    marked = [_headings(left), _headings(right)]
    beside_heading = [
        {first for first, second in pairs if second in marked[1]},
        {second for first, second in pairs if first in marked[0]},
    ]
    own = [headings - beside for headings, beside in zip(marked, beside_heading, strict=True)]
    return all(own)


def _headings(side: Sequence[Line]) -> set[int]:
    """Lines set larger, bolder or in capitals, where most of their side is not."""
    usual_size = median(line.size for line in side)
    marked = {
        index
        for index, line in enumerate(side)
        if line.bold
        or line.size > usual_size + 0.6
        or (line.text.isupper() and len(line.text) > 3 and not any(map(str.isdigit, line.text)))
    }
    return marked if len(marked) <= 0.5 * len(side) else set()


def _wrapped_share(side: Sequence[Line]) -> float:
    edge = max(line.x1 for line in side)
    wrapped = sum(goes_on(before, line, right_edge=edge) for before, line in pairwise(side))
    return wrapped / len(side)
