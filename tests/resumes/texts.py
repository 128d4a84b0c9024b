"""The texts that the fixture files are set from: people invented for them, in the words of their trades.

A text is a file in ``texts/``. Its first line ``# name`` and the lines up to the first ``## heading`` are the head
of the resume; below a heading ``- `` begins an item, ``### `` a smaller heading, and bars part the cells of a row.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from fixture import Fixture

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it, marks and all."""

    heading: str
    lines: tuple[str, ...]

    @property
    def truth(self) -> str:
        """The words of the part as a person would read them out."""
        return "\n".join([self.heading, *map(unmarked, self.lines)])


@dataclass(frozen=True, slots=True)
class Resume:
    """A text in its parts; ``id`` is the name of its file."""

    id: str
    name: str
    contact: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def head(self) -> str:
        """Name and contact, line by line."""
        return "\n".join([self.name, *self.contact])

    @property
    def truth(self) -> str:
        """The whole text from top to bottom."""
        return "\n\n".join([self.head, *(part.truth for part in self.parts)]) + "\n"

    def part(self, heading: str) -> Part:
        """Return the part with this heading."""
        return next(part for part in self.parts if part.heading == heading)

    def fixture(self, file: str, *, made: str, content: bytes, truth: str = "", expected: str = "text") -> Fixture:
        """Make a file of this text; its words are those of the whole text, unless others are given."""
        words = truth or self.truth
        return Fixture(file=file, resume=self.id, made=made, content=content, truth=words, expected=expected)

    def columns(self, *side: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Return the parts with these headings, and the others."""
        chosen = tuple(self.part(heading) for heading in side)
        return chosen, tuple(part for part in self.parts if part not in chosen)


def truth_of(*pieces: "str | Part") -> str:
    """Join pieces in the order a person would read them."""
    return "\n\n".join(piece if isinstance(piece, str) else piece.truth for piece in pieces) + "\n"


def unmarked(line: str) -> str:
    """Take the marks from a line."""
    return re.sub(r"^(?:- |### )", "", line).replace(" | ", "\t")


def load(text_id: str) -> Resume:
    """Read one text."""
    head, *parts = re.split(r"^## ", (TEXTS / f"{text_id}.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    name, *contact = head.strip().splitlines()
    return Resume(text_id, name.removeprefix("# "), tuple(contact), tuple(map(part_of, parts)))


def part_of(text: str) -> Part:
    """Take one part's text apart."""
    heading, *lines = [line for line in text.strip().splitlines() if line.strip()]
    return Part(heading.strip(), tuple(lines))
