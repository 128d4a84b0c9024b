"""Running headers and footers: what repeats at the top or the bottom of several pages, and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from recruit.documents.reader import RawBlock, RawPage
from recruit.vocabulary.shapes import BlockKind

MARGIN_SHARE = 0.12
"""Of the page's height, at its top and at its bottom: an inch of eleven, and a line more."""
FEWEST_PAGES = 2

_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?i)(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|-\s*\d{1,3}\s*-")


def with_margins(pages: Sequence[RawPage]) -> list[RawPage]:
    """Mark as headers and footers the blocks that run over a document's pages.

    Parameters
    ----------
    pages : sequence of RawPage
        Pages with the places of their words.

    Returns
    -------
    list of RawPage
        The same pages; blocks in their margins that repeat, numbers apart, are of kind header or footer. A page
        number at the bottom is a footer on a single page, too.
    """
    marked = [[(block, _margin_of(block, page.height_points)) for block in page.blocks] for page in pages]
    seen = Counter(key for row in marked for key in {_key(block, kind) for block, kind in row if kind})
    return [
        replace(page, blocks=tuple(_marked(block, kind, seen) for block, kind in row))
        for page, row in zip(pages, marked, strict=True)
    ]


def _margin_of(block: RawBlock, height_points: float | None) -> BlockKind | None:
    """What a block would be if it ran over the pages, by where it stands."""
    if not block.words or not height_points:
        return None
    first = block.words[0]
    if first.bottom < MARGIN_SHARE * height_points:
        is_header = max(word.bottom for word in block.words) < MARGIN_SHARE * height_points
        return BlockKind.HEADER if is_header else None
    if first.top > (1 - MARGIN_SHARE) * height_points:
        is_footer = min(word.top for word in block.words) > (1 - MARGIN_SHARE) * height_points
        return BlockKind.FOOTER if is_footer else None
    return None


def _key(block: RawBlock, kind: BlockKind) -> tuple[BlockKind, str]:
    return kind, _NUMBERS.sub("0", " ".join(block.text.split()))


def _marked(block: RawBlock, kind: BlockKind | None, seen: Counter[tuple[BlockKind, str]]) -> RawBlock:
    """The block, of another kind where it does run over the pages."""
    if kind is None:
        return block
    is_number = kind is BlockKind.FOOTER and _PAGE_NUMBER.fullmatch(block.text.strip()) is not None
    return replace(block, kind=kind) if is_number or seen[_key(block, kind)] >= FEWEST_PAGES else block
