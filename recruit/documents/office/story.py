"""Text as marks end its parts one after the other: paragraphs, cells, rows of tables inside tables."""

from dataclasses import dataclass, field

from recruit.documents.office.flow import join_halves, row_of
from recruit.documents.office.numbering import bullet_of
from recruit.documents.reader import RawBlock
from recruit.vocabulary.shapes import BlockKind

DEEPEST_TABLE = 20
"""Tables inside tables; deeper ones are read as if they stood at this depth."""


@dataclass(slots=True)
class _Level:
    """What stands at one depth of tables: finished cells of the open row, and blocks of the open cell."""

    cells: list[list[RawBlock]] = field(default_factory=list)
    blocks: list[RawBlock] = field(default_factory=list)


class Story:
    """Collects the blocks of one stretch of text; ``role`` names it ("body", "header", "note", "box").

    Text goes into ``pieces``, what stands before an item into ``marker``, and text boxes that come after the
    paragraph into ``boxes``.
    """

    def __init__(self, role: str) -> None:
        self.role = role
        self.pieces: list[str] = []
        self.marker: list[str] = []
        self.boxes: list[RawBlock] = []
        self._levels = [_Level()]

    def end_paragraph(self, depth: int, *, is_heading: bool, is_item: bool) -> None:
        """Make a block of the pieces; ``depth`` counts the tables it stands in."""
        text, marker = join_halves("".join(self.pieces)), bullet_of("".join(self.marker))
        self.pieces.clear()
        self.marker.clear()
        kind = BlockKind.LIST_ITEM if marker or is_item else BlockKind.PARAGRAPH
        level = self._open(depth)
        if text.strip() or not depth:
            text = f"{marker} {text.lstrip()}" if marker and text.strip() else text
            level.blocks.append(RawBlock(text, BlockKind.HEADING if is_heading else kind))
        level.blocks += self.boxes
        self.boxes = []

    def end_cell(self, depth: int) -> None:
        """Begin the next cell of a row."""
        level = self._open(depth)
        level.cells.append(level.blocks)
        level.blocks = []

    def end_row(self, depth: int) -> None:
        """Put the cells of a row in their place in the table around it, or in the text."""
        self._open(depth)
        level = self._levels.pop()
        self._levels[-1].blocks += row_of([*level.cells, level.blocks])

    def finish(self) -> list[RawBlock]:
        """Everything read, with rows that nothing ended."""
        if self.pieces or self.boxes:
            self.end_paragraph(len(self._levels) - 1, is_heading=False, is_item=False)
        return self._open(0).blocks

    def _open(self, depth: int) -> _Level:
        while len(self._levels) > depth + 1:
            self.end_row(len(self._levels) - 1)
        while len(self._levels) < depth + 1:
            self._levels.append(_Level())
        return self._levels[depth]
