"""Rows of a table whose cells run over several lines: each row on one line, cell after cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from recruit.documents.page.layout import CELL_SEPARATOR, Line, Rule, continued, goes_on, lines_of, paragraphs
from recruit.documents.reader import RawBlock
from recruit.vocabulary.shapes import BlockKind

MAX_ROW_LINES = 8
MIN_RULES_OF_A_TABLE = 3
ROW_SPACE_EMS = 0.3
"""How much more space stands between two rows than between the lines of one cell, where no line is drawn."""
SHORTEST_WRAPPED_CHARACTERS = 3


def rows_and_paragraphs(lines: Sequence[Line], rules: Sequence[Rule], gap: float) -> list[RawBlock]:
    """Text of a region that is read line by line.

    Parameters
    ----------
    lines : sequence of Line
        The lines of the region, top to bottom, at least one.
    rules : sequence of Rule
        Horizontal lines on the page.
    gap : float
        Least white space between two cells, in points.

    Returns
    -------
    list of RawBlock
        Paragraphs, headings and table rows, top to bottom.
    """
    blocks: list[RawBlock] = []
    loose: list[Line] = []
    for band, is_ruled in _bands(lines, _table_rules(rules)):
        row = _row(band, lines, gap, is_ruled=is_ruled)
        if row is None:
            loose += band
            continue
        blocks += [*paragraphs(loose), *row]
        loose = []
    return blocks + paragraphs(loose)


def _table_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Lines drawn as often and as long as those of a table."""
    extents = Counter((round(rule.x0 / 4), round(rule.x1 / 4)) for rule in rules)
    return [rule for rule in rules if extents[round(rule.x0 / 4), round(rule.x1 / 4)] >= MIN_RULES_OF_A_TABLE]


def _bands(lines: Sequence[Line], rules: Sequence[Rule]) -> Iterator[tuple[list[Line], bool]]:
    """Lines that may form one row: those between two drawn lines, or between two wider spaces."""
    spaces = (line.top - before.bottom for before, line in pairwise(lines))
    # Lines half beside each other, as in cells centred on their row, say nothing about the space between lines.
    tight = min((space for space in spaces if space > -0.3 * lines[0].size), default=0.0)
    band = [lines[0]]
    foot = lines[0].bottom
    ruled_above = _ruled(None, lines[0], rules)
    for before, line in pairwise(lines):
        ruled = _ruled(before, line, rules)
        if ruled or line.top - foot > tight + ROW_SPACE_EMS * line.size:
            yield band, ruled and ruled_above
            band, ruled_above, foot = [], ruled, line.bottom
        band.append(line)
        foot = max(foot, line.bottom)
    yield band, ruled_above and _ruled(lines[-1], None, rules)


def _ruled(before: Line | None, line: Line | None, rules: Sequence[Rule]) -> bool:
    """Whether a line is drawn between two lines of text, all along the text."""
    if not rules:
        return False
    beside = [one for one in (before, line) if one is not None]
    low = -float("inf") if before is None else (before.top + before.bottom) / 2
    high = float("inf") if line is None else (line.top + line.bottom) / 2
    return any(
        low < rule.y < high
        and rule.x0 <= min(one.x0 for one in beside)
        and rule.x1 >= max(one.x1 for one in beside)
        for rule in rules
    )


def _row(band: Sequence[Line], region: Sequence[Line], gap: float, *, is_ruled: bool) -> list[RawBlock] | None:
    """The text of one row with cells of several lines, or None where a band is read line by line anyway."""
    starts = _cell_starts(band, gap) if len(band) > 1 else []
    if len(starts) < 2:
        return None
    spans = list(zip(starts, [*starts[1:], float("inf")], strict=True))
    cells = [
        lines_of(word for line in band for word in line.words if low <= word.x0 < high) for low, high in spans
    ]
    edges = [_column_edge(region, low, high, gap) for low, high in spans]
    wraps = [_wraps(cell, edge) for cell, edge in zip(cells, edges, strict=True)]
    begin_together = all(cell[0].top < band[0].bottom for cell in cells)
    if not is_ruled and not begin_together:
        return None
    is_short = len(band) <= MAX_ROW_LINES and not any(line.starts_item for cell in cells for line in cell)
    if is_short and (is_ruled or all(all(breaks) for breaks in wraps)):
        text = CELL_SEPARATOR.join(reduce(continued, (line.text for line in cell)) for cell in cells)
        words = tuple(word for cell in cells for line in cell for word in line.words)
        return [RawBlock(text, BlockKind.TABLE_ROW, words)]
    # A place and a date above each other, and beside them a text that runs on: neither may cut into the other.
    is_label = _is_one_block(cells[0]) and not any(line.starts_item for line in cells[0])
    if len(cells) == 2 and len(cells[0]) > 1 and is_label and any(wraps[1]):
        return [block for cell in cells for block in paragraphs(cell)]
    return None


def _is_one_block(cell: Sequence[Line]) -> bool:
    """Whether lines follow closely, as those of a label do and those of a column of dates do not."""
    return all(line.top - before.bottom < line.size for before, line in pairwise(cell))


def _cell_starts(band: Sequence[Line], gap: float) -> list[float]:
    """Left edges of the cells: where white space runs through all lines of the band."""
    words = sorted((word for line in band for word in line.words), key=lambda word: word.x0)
    starts = [words[0].x0]
    edge = words[0].x1
    for word in words[1:]:
        if word.x0 - edge >= gap:
            starts.append(word.x0)
        edge = max(edge, word.x1)
    return starts


def _column_edge(region: Sequence[Line], start: float, end: float, gap: float) -> float:
    """Where a column of cells ends at the right, as far as its texts show."""
    parts = lines_of((word for line in region for word in line.words), gap=gap)
    return max((part.x1 for part in parts if start - 1 <= part.x0 < end and part.x1 < end), default=end)


def _wraps(cell: Sequence[Line], right_edge: float) -> list[bool]:
    """For each line but the first, whether it goes on with the one above."""
    return [
        goes_on(before, line, right_edge=right_edge, shortest=SHORTEST_WRAPPED_CHARACTERS)
        for before, line in pairwise(cell)
    ]
