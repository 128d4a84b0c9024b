"""Cutting a page into columns: where white space runs down through several lines and text flows on either side.

A table, a list of employers with dates at the right and headings set in the margin leave the same white space.
They are read line by line; only text that flows on its own on both sides is read column by column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from recruit.documents.page.gutters import (
    MIN_COLUMN_LINES,
    Gutter,
    beside_each_other,
    drawn_one_after_the_other,
    gutters_of,
    without_strangers,
)
from recruit.documents.page.heading_style import with_headings
from recruit.documents.page.layout import Line, Rule, goes_on, lines_of, parts_of
from recruit.documents.page.tables import rows_and_paragraphs
from recruit.documents.reader import RawBlock, Word

MIN_GUTTER_POINTS = 7.0
MIN_GUTTER_EMS = 0.7
"""White space between columns: wider than the space between words, also in justified text."""
PAIRED_SHARE = 0.65
"""Share of the shorter side's lines with a line of the other side on their baseline. Tables pair all of theirs;
columns set on their own meet by chance in about a third."""
SHORT_ENTRY_CHARACTERS = 14
"""Mean length of dates, years and levels beside a text: ``Mar 2019 - now`` has 14."""
FLOWING_CHARACTERS = 20
"""Mean length of lines below which an entry as long as its column looks like a line that goes on."""
LABELLED_SHARE = 0.7
"""Share of labels that end in a colon; a few of a form's do without."""
_DATE_PARTS = re.compile(r"[^\s/.,()\u2013\u2014-]+")
_DATE_WORD = re.compile(
    r"(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d{1,4}|"
    r"present|now|current|today|since|until|to|from|spring|summer|fall|winter"
)


def reading_order(words: Sequence[Word], rules: Sequence[Rule] = ()) -> list[RawBlock]:
    """Blocks of a page in the order a person reads them.

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
    list of RawBlock
        Paragraphs, headings, items and rows, each with its words in the order of its text.
    """
    blocks: list[RawBlock] = []
    for region in _regions(words, rules) if words else ():
        first, *others = region
        blocks += [replace(first, after_gap=bool(blocks)), *others]
    return with_headings(blocks)


def _regions(words: Sequence[Word], rules: Sequence[Rule]) -> Iterator[list[RawBlock]]:
    em = median(word.size for word in words)
    width = max(MIN_GUTTER_POINTS, MIN_GUTTER_EMS * em)
    whole = lines_of(words)
    lines = parts_of(whole, width)
    gutter = _best(gutters_of(lines, rules, width), em)
    if gutter is None:
        yield rows_and_paragraphs(whole, rules, width)
        return
    gutter = without_strangers(gutter)
    above = [line for line in lines if line.top + line.bottom <= 2 * gutter.top]
    below = [line for line in lines if line.top + line.bottom >= 2 * gutter.bottom]
    for region in (above, gutter.left, gutter.right, below):
        if region:
            yield from _regions([word for line in region for word in line.words], rules)


def _best(gutters: Sequence[Gutter], em: float) -> Gutter | None:
    """The longest gutter between columns; those that the order of drawing speaks for come first."""
    likely = []
    for gutter in gutters:
        left, right = beside_each_other(gutter.left, gutter.right)
        fewest = min(len(lines_of(word for line in side for word in line.words)) for side in (left, right))
        in_turn = fewest > 0 and drawn_one_after_the_other(left, right)
        # Two lines beside two are columns only when nothing else can explain them: an address beside a name.
        if fewest == MIN_COLUMN_LINES and not (in_turn and not gutter.is_part and not _pairs(left, right, em)):
            continue
        if fewest >= MIN_COLUMN_LINES and (in_turn or not gutter.is_part) and flows_in_columns(left, right, em):
            if in_turn:
                return gutter
            likely.append(gutter)
    return likely[0] if likely else None


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
    if not alone[0] and _are_labels(sides[0], sides[1], entries_alone=len(alone[1])):
        return False
    is_few = len(shorter) < 0.5 * max(map(len, sides)) and not alone[sides.index(shorter)]
    sparse = is_few and _wrapped_share(shorter) < 0.2
    if drawn_one_after_the_other(left, right):
        return not (sparse and _mean_length(shorter) < 2 * SHORT_ENTRY_CHARACTERS)
    return _each_flows_on_its_own(sides, alone, pairs, sparse=sparse)


def _are_labels(labels: Sequence[Line], entries: Sequence[Line], *, entries_alone: int) -> bool:
    """Whether lines with an entry beside each are its labels, as on a form, in whatever order they are drawn.

    Labels are bold, end in a colon, or stand in rows so far apart that nothing runs on from one to the next.
    """
    if all(label.bold for label in labels) and not all(entry.bold for entry in entries):
        return True
    if sum(label.text.endswith(":") for label in labels) >= LABELLED_SHARE * len(labels):
        return True
    return not entries_alone and all(
        line.top - before.bottom > line.size for side in (labels, entries) for before, line in pairwise(side)
    )


def _each_flows_on_its_own(
    sides: Sequence[Sequence[Line]],
    alone: Sequence[Sequence[int]],
    pairs: Sequence[tuple[int, int]],
    *,
    sparse: bool,
) -> bool:
    """Whether two sides on common baselines, drawn across, still are two texts: what a row could not look like."""
    items = [sum(line.starts_item for line in side) for side in sides]
    run_past = _runs_past(sides[0], sides[1], pairs) + _runs_past(
        sides[1], sides[0], [pair[::-1] for pair in pairs]
    )
    if min(items) >= 2 or run_past >= 2 or _stands_out_on_both_sides(sides[0], sides[1], pairs):
        return True
    if any(
        _mean_length(side) < SHORT_ENTRY_CHARACTERS and not lone for side, lone in zip(sides, alone, strict=True)
    ):
        return False
    starts = [_fresh_starts(side, lone) for side, lone in zip(sides, alone, strict=True)]
    wrapped = [_wrapped_share(side) for side in sides]
    return min(starts) >= 2 or min(wrapped) >= 0.3 or (items[1] >= 2 and not sparse)


def _runs_past(flowing: Sequence[Line], other: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> int:
    """How often a line going on with the one above has something new beside it.

    In a row all cells begin together. Beside the later lines of a cell stands at most the second line of another:
    the date below a place.
    """
    if _mean_length(flowing) < FLOWING_CHARACTERS:
        return 0
    edge = max(line.x1 for line in flowing)
    count = 0
    for index, beside in pairs:
        goes = index > 0 and goes_on(flowing[index - 1], flowing[index], right_edge=edge)
        count += goes and _place_in_block(other, beside) not in {1, 2}
    return count


def _place_in_block(side: Sequence[Line], index: int) -> int:
    """Whether a line is the first (0), second (1), third of lines that follow closely."""
    place = 0
    while index > place and side[index - place].top - side[index - place - 1].bottom < 0.8 * side[index].size:
        place += 1
    return place


def _rejoined(side: Sequence[Line]) -> list[Line]:
    """Lines of one side, parts set apart put back on one line."""
    return lines_of(word for line in side for word in line.words)


def _mean_length(side: Sequence[Line]) -> float:
    return sum(len(line.text) for line in side) / len(side)


def _is_column_of_dates(side: Sequence[Line]) -> bool:
    return sum(_is_date(line.text) for line in side) >= 0.6 * len(side)


def _is_date(text: str) -> bool:
    return all(_DATE_WORD.fullmatch(part) for part in _DATE_PARTS.findall(text))


def _pairs(left: Sequence[Line], right: Sequence[Line], em: float) -> list[tuple[int, int]]:
    """Indices of lines that share a baseline."""
    return [
        (index, other)
        for index, one in enumerate(left)
        for other, two in enumerate(right)
        if abs(one.bottom - two.bottom) <= 0.25 * em + 0.15 * abs(one.size - two.size)
    ]


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
