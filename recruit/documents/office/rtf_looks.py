"""How letters of rich text look: their colour and size, and what they stand on, by its control words."""

import re
from dataclasses import dataclass

from recruit.documents.markup.colours import WHITE, Colour, is_lost
from recruit.documents.office.grounds import TINY_POINTS

MOST_COLOURS = 1000
_TABLE = re.compile(rb"\{\\colortbl([^{}]*)\}")
_LEVEL = re.compile(rb"\\(red|green|blue)([0-9]{1,3})")
# Shapes may lie behind any text, and a page may have a colour of its own.
_SHAPES = re.compile(rb"\\(?:shpinst|background|dprect|dppolygon)(?![a-z])")
_RUN, _PARAGRAPH, _EFFECTS, _CELL = (
    frozenset({b"cb", b"chcbpat", b"highlight"}),
    frozenset({b"cbpat", b"cfpat", b"shading"}),
    frozenset({b"outl", b"shad", b"embo", b"impr"}),
    frozenset({b"clcbpat", b"clcfpat", b"clshdng"}),
)
WORDS = _RUN | _PARAGRAPH | _EFFECTS | _CELL | {b"cf", b"fs", b"trowd"}
"""Control words that say how letters look."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What counts for the letters that follow: numbers of colours, 0 for none, and the size in half points."""

    colour: int = 0
    half_points: int | None = None
    has_effect: bool = False
    run_ground: int = 0
    paragraph_ground: int = 0


PLAIN = Letters()


@dataclass(slots=True)
class Looks:
    """The colours of a document, and whether the row of a table being read has cells in one of them."""

    colours: list[Colour | None]
    page: Colour | None
    row_has_ground: bool = False

    @staticmethod
    def of(content: bytes) -> "Looks":
        """What a document lists at its beginning."""
        table = _TABLE.search(content)
        entries = table[1].split(b";")[:MOST_COLOURS] if table else []
        return Looks([_colour_of(entry) for entry in entries], None if _SHAPES.search(content) else WHITE)

    def after(self, letters: Letters, word: bytes, number: int | None) -> Letters:
        """How letters look behind a control word."""
        if word == b"trowd":
            self.row_has_ground = False
        elif word in _CELL:
            self.row_has_ground |= bool(number) and (word == b"clshdng" or self._is_ground(number or 0))
        return Letters(
            colour=number or 0 if word == b"cf" else letters.colour,
            half_points=number if word == b"fs" else letters.half_points,
            has_effect=number != 0 if word in _EFFECTS else letters.has_effect,
            run_ground=number or 0 if word in _RUN else letters.run_ground,
            paragraph_ground=_paragraph_ground(letters, word, number or 0),
        )

    def are_unseen(self, letters: Letters, *, is_in_table: bool, is_lifted: bool) -> bool:
        """Whether letters are dust, or in the colour of their ground; those that are lifted may stand on any."""
        if letters.half_points is not None and letters.half_points < 2 * TINY_POINTS:
            return True
        colour = self._colour(letters.colour)
        if colour is None or letters.has_effect:
            return False
        own = letters.run_ground or letters.paragraph_ground
        if not own and (is_lifted or (is_in_table and self.row_has_ground)):
            return False
        ground = self._colour(own) if own else self.page
        return ground is not None and is_lost(colour, ground)

    def _colour(self, number: int) -> Colour | None:
        return self.colours[number] if 0 < number < len(self.colours) else None

    def _is_ground(self, number: int) -> bool:
        colour = self._colour(number)
        return colour is None or not is_lost(WHITE, colour)


def _paragraph_ground(letters: Letters, word: bytes, number: int) -> int:
    """A pattern of two colours is a ground that is not known."""
    if word not in _PARAGRAPH:
        return letters.paragraph_ground
    return number if word == b"cbpat" else -1 if number else letters.paragraph_ground


def _colour_of(entry: bytes) -> Colour | None:
    """One entry of the table; an empty one is the colour of plain text."""
    levels = {name: min(255, int(level)) / 255 for name, level in _LEVEL.findall(entry)}
    return (levels.get(b"red", 0.0), levels.get(b"green", 0.0), levels.get(b"blue", 0.0), 1.0) if levels else None
