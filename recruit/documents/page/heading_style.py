"""Telling headings by how they are set: larger, bolder or in capitals, short, and on a line of their own.

The lines of a narrow column are short too, and may be larger than those of the wide one beside it: what stands out
three times in a row is no heading but text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from recruit.documents.reader import RawBlock
from recruit.vocabulary.shapes import BlockKind

MAX_HEADING_CHARACTERS = 60
MAX_HEADING_WORDS = 8
LARGER_BY_POINTS = 0.9
FEWEST_IN_A_ROW = 3
"""Lines of one look that follow each other without any of another are text."""

Look = tuple[float, bool, bool]
"""The size of the letters in halves of a point, whether all are bold, whether all are capitals."""


def with_headings(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Mark as headings the paragraphs that stand out from the page they are on.

    Parameters
    ----------
    blocks : sequence of RawBlock
        A page with the places of its words.

    Returns
    -------
    list of RawBlock
        The same blocks, some of another kind.
    """
    letters = Counter[float]()
    bold = 0
    looks = [_look_of(block) for block in blocks]
    for block, look in zip(blocks, looks, strict=True):
        if look is not None:
            letters[look[0]] += len(block.text)
            # One word speaks for its block: what matters is how most of the page is set.
            bold += len(block.text) if block.words[0].bold else 0
    total = letters.total()
    if not total:
        return list(blocks)
    bold_stands_out = bold < 0.5 * total
    sizes = [_usual_size(letters), *_sizes_of_text(looks)]
    in_rows = {place for row in _rows(blocks, looks) for place in row}
    return [
        replace(block, kind=BlockKind.HEADING)
        if block.kind is BlockKind.PARAGRAPH
        and place not in in_rows
        and _is_heading(block, sizes, bold_stands_out=bold_stands_out)
        else block
        for place, block in enumerate(blocks)
    ]


def _look_of(block: RawBlock) -> Look | None:
    if not block.words:
        return None
    size = round(2 * median(word.size for word in block.words)) / 2
    return size, all(word.bold for word in block.words), block.text.isupper()


def _usual_size(letters: Counter[float]) -> float:
    """The size that half of the letters do not exceed."""
    total, reached = letters.total(), 0
    for size in sorted(letters):
        reached += letters[size]
        if 2 * reached >= total:
            return size
    return 0.0


def _sizes_of_text(looks: Sequence[Look | None]) -> Iterator[float]:
    """Sizes in which plain lines follow each other: those of a column beside the rest are ordinary there."""
    for look, row in groupby(looks):
        if look is not None and not look[1] and not look[2] and len(list(row)) >= FEWEST_IN_A_ROW:
            yield look[0]


def _rows(blocks: Sequence[RawBlock], looks: Sequence[Look | None]) -> Iterator[Sequence[int]]:
    """Places of lines of one look in a row; the first may be the heading of the others, where it is set apart."""
    for look, row in groupby(range(len(blocks)), key=looks.__getitem__):
        places = list(row)
        if look is not None and len(places) >= FEWEST_IN_A_ROW:
            yield places[blocks[places[0]].after_gap :]


def _is_heading(block: RawBlock, usual_sizes: Sequence[float], *, bold_stands_out: bool) -> bool:
    text = block.text.strip()
    if not block.words or len(text) > MAX_HEADING_CHARACTERS or len(block.words) > MAX_HEADING_WORDS:
        return False
    if text[-1] in ".,;" or "\t" in text or "@" in text or not any(map(str.isalpha, text)):
        return False
    size = min(word.size for word in block.words)
    larger = size > usual_sizes[0] + LARGER_BY_POINTS and all(abs(size - usual) > 0.5 for usual in usual_sizes)
    bold = bold_stands_out and all(word.bold for word in block.words)
    return larger or bold or (text.isupper() and not any(map(str.isdigit, text)) and len(text) > 3)
