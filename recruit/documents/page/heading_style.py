"""Telling headings by how they are set: larger, bolder or in capitals, short, and on a line of their own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from recruit.documents.reader import RawBlock
from recruit.vocabulary.shapes import BlockKind

MAX_HEADING_CHARACTERS = 60
MAX_HEADING_WORDS = 8
LARGER_BY_POINTS = 0.9


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
    for block in blocks:
        if block.words:
            # One word speaks for its block: what matters is how most of the page is set.
            first = block.words[0]
            letters[round(first.size, 1)] += len(block.text)
            bold += len(block.text) if first.bold else 0
    total = letters.total()
    if not total:
        return list(blocks)
    usual = letters.most_common(1)[0][0]
    bold_stands_out = bold < 0.5 * total
    return [
        replace(block, kind=BlockKind.HEADING)
        if block.kind is BlockKind.PARAGRAPH and _is_heading(block, usual, bold_stands_out=bold_stands_out)
        else block
        for block in blocks
    ]


def _is_heading(block: RawBlock, usual_size: float, *, bold_stands_out: bool) -> bool:
    text = block.text.strip()
    if not block.words or len(text) > MAX_HEADING_CHARACTERS or len(block.words) > MAX_HEADING_WORDS:
        return False
    if text[-1] in ".,;" or "\t" in text or not any(map(str.isalpha, text)):
        return False
    larger = min(word.size for word in block.words) > usual_size + LARGER_BY_POINTS
    bold = bold_stands_out and all(word.bold for word in block.words)
    return larger or bold or (text.isupper() and not any(map(str.isdigit, text)) and len(text) > 3)
