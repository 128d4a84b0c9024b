"""What the components of the pipeline hand to each other while one text is read."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, takewhile
from typing import cast

from spacy.tokens import Doc

from recruit.matching.beginnings import Beginnings
from recruit.matching.clauses import Clauses
from recruit.matching.tokens import Words
from recruit.vocabulary.concepts import AmbiguousUse, Concept
from recruit.vocabulary.shapes import Category, Credential, Depth, Kind, Polarity, Section

KEY = "recruit.reading"
FURTHEST = 60  # mentions to either side of a word that it can say something of


@dataclass(slots=True, frozen=True, eq=False)
class Sense:
    """One concept that some words may name.

    ``exact`` where only these very letters do; ``third_person`` where the word is a verb ("drills holes") that
    more often is a noun ("step drills").
    """

    concept: Concept
    use: AmbiguousUse | None = None
    exact: str | None = None
    third_person: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """A mention in the making: words ``first`` up to, not with, ``last``; offsets ``start`` to ``end``."""

    first: int
    last: int
    start: int
    end: int
    senses: tuple[Sense, ...]
    category: Category
    concept: str
    name: str
    polarity: Polarity = Polarity.HELD
    is_waived: bool = False
    years: float | None = None
    section: str | None = None
    group: int | None = None
    tolerance_mm: float | None = None
    depth: Depth | None = None
    credential: Credential | None = None


@dataclass(slots=True)
class Reading:
    """One text on its way through the pipeline.

    ``plain`` is the text with plain quotes and dashes, ``lower`` the same in lower case, both of the same length.
    """

    text: str
    plain: str
    lower: str
    kind: Kind
    on: date | None
    words: Words = field(default_factory=Words)
    lines: list[tuple[int, int]] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)
    clauses: Clauses = field(default_factory=lambda: Clauses(""))
    beginnings: Beginnings = field(default_factory=lambda: Beginnings("", {}, frozenset()))
    sections: tuple[Section, ...] = ()
    drafts: list[Draft] = field(default_factory=list)

    def line_number(self, place: int) -> int:
        """The number of the line a place lies in."""
        return bisect_right(self.line_starts, place) - 1

    def line_at(self, draft: Draft) -> tuple[int, int]:
        """The span of the line a draft starts in."""
        return self.lines[self.line_number(self.words.starts[draft.first])]

    def around(self, match: re.Match[str]) -> tuple[list[int], list[int]]:
        """Places of the drafts of a match's statement behind it and ahead of it, the nearest first."""
        drafts = self.drafts
        start, end = self.clauses.span(match.start())
        behind = bisect_left(drafts, match.start(), key=start_of)
        ahead = bisect_left(drafts, match.end(), lo=behind, key=start_of)
        before = takewhile(lambda place: drafts[place].start >= start, range(behind - 1, -1, -1))
        after = takewhile(lambda place: drafts[place].end <= end, range(ahead, len(drafts)))
        return (
            [place for place in islice(before, FURTHEST) if drafts[place].end <= match.start()],
            list(islice(after, FURTHEST)),
        )

    def before_statement(self, match: re.Match[str]) -> list[int]:
        """Places of the drafts of the statement before a match's own in its line, the nearest first."""
        start, _ = self.clauses.span(match.start())
        if start == 0 or self.lower[start - 1] == "\n":
            return []
        first, _ = self.clauses.span(start - 1)
        last = bisect_left(self.drafts, start, key=start_of)
        before = takewhile(lambda place: self.drafts[place].start >= first, range(last - 1, -1, -1))
        return list(islice(before, FURTHEST))


def start_of(draft: Draft) -> int:
    """Where a draft begins."""
    return draft.start


def reading_of(doc: Doc) -> Reading:
    """The reading that goes with a document."""
    return cast("Reading", doc.user_data[KEY])
