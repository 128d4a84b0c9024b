"""Text that flows without pages of its own: rows of tables, and the one page that office documents become."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from recruit.documents.cleaning import SYMBOLS
from recruit.documents.office.numbering import BULLET, bullet_of
from recruit.documents.reader import RawBlock, RawPage
from recruit.vocabulary.shapes import BlockKind, Finding

CELL_SEPARATOR = "\t"

# Signs that nobody puts before anything but an item; a dash or a star needs a space after it.
_DOTS = "•▪●◦■□○‣▸►➢➤✓✔" + "".join(sign for sign, shown in SYMBOLS.items() if shown == BULLET)
_TYPED_BULLET = re.compile(rf"\s*(?:([{_DOTS}])|([-\u2013*])(?=\s))\s*(?=\S)")

HIDDEN_WORDS = Finding(
    code="hidden_text",
    hint="This document holds words nobody can see: they are set as hidden, tiny, or in the colour of their "
    "ground. They were left out. If they belong to the text, show them in black, and save the document again.",
)

Story = Sequence[RawBlock]
"""Blocks that belong together: a header, a cell, a note."""


@dataclass(slots=True)
class Paragraph:
    """The text of one paragraph as it is gathered from XML, and the text boxes hanging on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def has_words(text: str) -> bool:
    """Whether there is anything in a text that was hidden but spaces and signs.

    Parameters
    ----------
    text : str
        What was left out.

    Returns
    -------
    bool
        False also for what Word hides by itself in pages copied from the web.

    Examples
    --------
    >>> has_words("expert"), has_words(" - "), has_words("Top of Form")
    (True, False, False)
    """
    return any(map(str.isalnum, text)) and text.strip() not in {"Top of Form", "Bottom of Form"}


def join_halves(text: str) -> str:
    r"""Make one character of each pair of surrogates: formats that count in 16 bits write some in two halves.

    Parameters
    ----------
    text : str
        May hold halves; one that is alone is no character.

    Returns
    -------
    str
        Without halves.

    Examples
    --------
    >>> join_halves("\ud83d\ude00")
    '😀'
    """
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def row_of(cells: Sequence[Story]) -> list[RawBlock]:
    r"""Put the cells of one table row on one line, where they are lines.

    Parameters
    ----------
    cells : sequence of Story
        What stands in each cell.

    Returns
    -------
    list of RawBlock
        One row with tabs between its cells. Where a cell has several lines, as in tables that lay out a page, or
        only one cell has any, the blocks of all cells one after the other.

    Examples
    --------
    >>> row_of([[RawBlock("Haas VF-2")], [RawBlock("6 years")]])[0].text
    'Haas VF-2\t6 years'
    >>> [block.text for block in row_of([[RawBlock("Skills"), RawBlock("TIG")], [RawBlock("Work")]])]
    ['Skills', 'TIG', 'Work']
    """
    filled = [kept for kept in ([block for block in cell if block.text.strip()] for cell in cells) if kept]
    if len(filled) < 2 or any(len(cell) > 1 or "\n" in cell[0].text.strip() for cell in filled):
        return [block for cell in filled for block in cell]
    line = CELL_SEPARATOR.join(cell[0].text.strip() for cell in filled)
    return [RawBlock(line, BlockKind.TABLE_ROW)]


def page_of(
    body: Iterable[RawBlock],
    *,
    headers: Iterable[Story] = (),
    notes: Iterable[RawBlock] = (),
    footers: Iterable[Story] = (),
) -> RawPage:
    """Join the parts of a document without pages in the order a person reads them.

    Lines of headers and footers that repeat another are left out, and so are blank blocks: the next block has a
    gap before it.
    A paragraph that begins with a typed bullet becomes an item.

    Parameters
    ----------
    body : iterable of RawBlock
        The text itself.
    headers : iterable of Story, default ()
        Those in use, that of the first page first.
    notes : iterable of RawBlock, default ()
        Foot- and endnotes.
    footers : iterable of Story, default ()
        Those in use.

    Returns
    -------
    RawPage
        Headers, body, notes and footers, without a size.
    """
    parts = [_once(headers, BlockKind.HEADER), body, notes, _once(footers, BlockKind.FOOTER)]
    blocks: list[RawBlock] = []
    for part in parts:
        after_gap = bool(blocks)
        for block in part:
            if not block.text.strip():
                after_gap = bool(blocks)
                continue
            if block.kind is BlockKind.PARAGRAPH and (typed := _TYPED_BULLET.match(block.text)):
                sign = bullet_of(typed[1] or typed[2])
                block = replace(block, text=f"{sign} {block.text[typed.end() :]}", kind=BlockKind.LIST_ITEM)
            blocks.append(replace(block, after_gap=True) if after_gap else block)
            after_gap = False
    return RawPage(blocks=tuple(blocks))


def _once(stories: Iterable[Story], kind: BlockKind) -> list[RawBlock]:
    """Each line once: the header of the first page and that of the others often share some."""
    seen = {block.text.strip(): replace(block, kind=kind) for story in stories for block in story}
    return [block for text, block in seen.items() if text]
