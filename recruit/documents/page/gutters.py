"""Finding the white space that runs down a page through several lines: candidates for the gap between columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from recruit.documents.page.layout import Line, Rule

MIN_COLUMN_LINES = 2
MAX_GUTTERS_TRIED = 60
MAX_STRETCHES = 12


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space from ``top`` to ``bottom`` that ends at ``x``, with the lines left and right of it.

    ``is_part`` marks a stretch of a longer one.
    """

    x: float
    top: float
    bottom: float
    left: list[Line]
    right: list[Line]
    is_part: bool = False


def gutters_of(lines: Sequence[Line], rules: Sequence[Rule], width: float) -> list[Gutter]:
    """Find white space that runs through enough lines.

    Parameters
    ----------
    lines : sequence of Line
        Parts of lines, split wherever there is white space as wide as a gutter.
    rules : sequence of Rule
        Horizontal lines on the page; no gutter runs through one.
    width : float
        Least width of a gutter, in points.

    Returns
    -------
    list of Gutter
        Longest first, each with at least two lines on either side.
    """
    # Rounding must not put a column's own lines into its gutter.
    starts = sorted({round(line.x0) - 0.6 for line in lines})
    found = []
    for x in starts:
        for top, bottom in _free_intervals(lines, rules, x, width):
            inside = [line for line in lines if top < (line.top + line.bottom) / 2 < bottom]
            left = [line for line in inside if line.x1 <= x]
            right = [line for line in inside if line.x0 >= x]
            if min(len(left), len(right)) >= MIN_COLUMN_LINES:
                whole = _without_heading(Gutter(x, top, bottom, left, right))
                found += [whole, *_stretches(whole)]
    found.sort(key=lambda one: (-_height(one), one.x))
    return [one for one in found if min(len(one.left), len(one.right)) >= MIN_COLUMN_LINES][:MAX_GUTTERS_TRIED]


def _stretches(gutter: Gutter) -> Iterator[Gutter]:
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
                yield Gutter(gutter.x, top, low, left, right, is_part=True)


def _between(side: Sequence[Line], top: float, bottom: float) -> list[Line]:
    return [line for line in side if 2 * top < line.top + line.bottom < 2 * bottom]


def _height(gutter: Gutter) -> float:
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
    # A rule of one column's own, as the frame of a card, may reach into the white space beside its text.
    reach = max((line.x1 for line in lines if line.x1 <= x - width), default=x - width) if rules else 0.0
    crossings += [(rule.y, rule.y) for rule in rules if rule.x0 < reach and rule.x1 > x]
    start = float("-inf")
    for top, bottom in sorted(crossings):
        if top > start:
            yield start, top
        start = max(start, bottom)
    yield start, float("inf")


def _without_heading(gutter: Gutter) -> Gutter:
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
    return Gutter(gutter.x, cut, gutter.bottom, left, right) if left and right else gutter


def without_strangers(gutter: Gutter) -> Gutter:
    """Leave out what a file draws before or after both columns: a heading above them, the text below them.

    Only where the file draws the left column and then the right one does its order say so: where it draws the
    right one first, what it draws after both may as well be the rest of the left one.

    Parameters
    ----------
    gutter : Gutter
        The gutter between two columns.

    Returns
    -------
    Gutter
        The same, or a shorter one.
    """
    left, right = beside_each_other(gutter.left, gutter.right)
    if not drawn_one_after_the_other(left, right) or left[0].order > right[0].order:
        return gutter
    last = max(line.order for line in [*left, *right])
    first = min(line.order for line in [*left, *right])
    low = max(line.bottom for line in [*left, *right])
    high = min(line.top for line in [*left, *right])
    after = [line.top for line in gutter.left if line.order > last and line.top >= low - 1]
    before = [line.bottom for line in gutter.right if line.order < first and line.bottom <= high + 1]
    top, bottom = max([gutter.top, *before]), min([gutter.bottom, *after])
    return Gutter(
        gutter.x,
        top,
        bottom,
        _between(gutter.left, top, bottom),
        _between(gutter.right, top, bottom),
        gutter.is_part,
    )


def beside_each_other(left: Sequence[Line], right: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Keep the lines of either side that have the other side beside them.

    Parameters
    ----------
    left, right : sequence of Line
        The two sides of a gutter.

    Returns
    -------
    tuple of list of Line
        Both sides; empty when one ends above the other.
    """
    top = max(min(line.top for line in side) for side in (left, right))
    bottom = min(max(line.bottom for line in side) for side in (left, right))
    if top >= bottom:
        return [], []
    kept = [[line for line in side if line.bottom > top and line.top < bottom] for side in (left, right)]
    return kept[0], kept[1]


def drawn_one_after_the_other(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the file draws all of one side before the other; rows are drawn across.

    Parameters
    ----------
    left, right : sequence of Line
        The two sides of a gutter.

    Returns
    -------
    bool
        True also when a side is empty.
    """
    sides = [side for _, side in sorted([(line.order, 0) for line in left] + [(line.order, 1) for line in right])]
    return len(list(groupby(sides))) <= 2
