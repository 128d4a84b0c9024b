"""Running headers and footers: what repeats at the top or the bottom of several pages, and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
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
    seen = Counter(
        key for page in pages for key in {_key(block, kind) for block, kind in _in_margins(page) if kind}
    )
    return [
        replace(
            page,
            blocks=tuple(
                replace(block, kind=kind) if kind and _runs(block, kind, seen) else block
                for block, kind in _in_margins(page)
            ),
        )
        for page in pages
    ]


def _in_margins(page: RawPage) -> Iterator[tuple[RawBlock, BlockKind | None]]:
    """Every block, with what it would be if it ran over the pages."""
    height = page.height_points or 0.0
    for block in page.blocks:
        kind = None
        if block.words and height:
            if max(word.bottom for word in block.words) < MARGIN_SHARE * height:
                kind = BlockKind.HEADER
            elif min(word.top for word in block.words) > (1 - MARGIN_SHARE) * height:
                kind = BlockKind.FOOTER
        yield block, kind


def _key(block: RawBlock, kind: BlockKind) -> tuple[BlockKind, str]:
    return kind, _NUMBERS.sub("0", " ".join(block.text.split()))


def _runs(block: RawBlock, kind: BlockKind, seen: Counter[tuple[BlockKind, str]]) -> bool:
    is_number = kind is BlockKind.FOOTER and _PAGE_NUMBER.fullmatch(block.text.strip()) is not None
    return is_number or seen[_key(block, kind)] >= FEWEST_PAGES
