"""The lines of a text, and which part each stands in: what the jobs of a resume are looked for in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recruit.documents.contents.sections import section_at
from recruit.vocabulary.shapes import Block, BlockKind, Section


@dataclass(slots=True)
class Line:
    """A line of the text without its line end; ``after_gap`` where an empty one or a heading is above it."""

    start: int
    end: int
    after_gap: bool


class Lines:
    """A text with its lines, the headings in it, and what is set in headers and footers."""

    def __init__(self, text: str, blocks: Sequence[Block], parts: tuple[Section, ...]) -> None:
        """Cut the text into lines."""
        self.text = text
        self.parts = parts
        self.headings = sorted({part.start for part in parts if part.body > part.start})
        self.margins = [(b.start, b.end) for b in blocks if b.kind in {BlockKind.HEADER, BlockKind.FOOTER}]
        self.rows = list(lines_of(text))
        self.starts = [line.start for line in self.rows]

    def is_heading(self, line: Line) -> bool:
        """Say whether a line is the heading of a part."""
        place = bisect_right(self.headings, line.end) - 1
        return place >= 0 and self.headings[place] >= line.start

    def has_heading_between(self, start: int, end: int) -> bool:
        """Say whether a part begins between two places."""
        return bisect_right(self.headings, start) != bisect_right(self.headings, end)

    def part_name(self, place: int) -> str | None:
        """Return the name of the part a place lies in."""
        part = section_at(self.parts, place)
        return part.name if part else None

    def is_headed(self, place: int) -> bool:
        """Say whether the part a place lies in has a heading, rather than being told by its look."""
        part = section_at(self.parts, place)
        return part is not None and part.body > part.start

    def line_at(self, place: int) -> int:
        """Return the number of the line a place lies in."""
        return bisect_right(self.starts, place) - 1

    def indent(self, number: int) -> int:
        """Return the number of spaces and tabs a line begins with."""
        line = self.text[self.rows[number].start : self.rows[number].end]
        return len(line) - len(line.lstrip())


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text."""
    start = 0
    after_gap = True
    for content in text.split("\n"):
        yield Line(start, start + len(content), after_gap)
        after_gap = not content.strip()
        start += len(content) + 1
