"""What the finders of numbers have in common: the text they read, what they give, and how numbers are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from recruit.documents.contents.sections import sections
from recruit.vocabulary.shapes import Kind, QuantityKind, Section

COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
COUNT = "|".join(COUNTS)
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "one hundred": 100, "a hundred": 100,
}  # fmt: skip
#: From ten up, as postings write weights in words.
WORDED = rf"(?:ten|(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(COUNTS)[:9])}))?)"
WHOLE = r"\d{1,3}(?:,\d{3})+|\d+"
FRACTION = r"(?:\d+[ -])?\d+/\d+"
TO = r"\s?(?:-|to|thru|through|and)\s?"
LIST_JOIN = r"(?:\s?[,/&]\s?|,?\s(?:and|or|&)\s|\s?(?:-|to)\s?)(?:and\s|or\s)?"
UP_TO = r"(?:up to|upto|max(?:imum)?(?: of)?|no more than|not (?:to )?exceed(?:ing)?|less than|under|<)"
FROM = r"(?:from|starting at|starts at|start at|at least|min(?:imum)?(?: of)?|more than|over|>)"


class Amount(NamedTuple):
    """A number found: its half-open span, what it is of, its two ends, and the unit they are in."""

    start: int
    end: int
    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str


@dataclass(frozen=True)
class PlainText:
    """A text, the same in lower case with plain dashes, and whose it is."""

    text: str
    lower: str
    kind: Kind

    @cached_property
    def sections(self) -> Sequence[Section]:
        """Its parts, found once they are asked for."""
        return sections(self.text, self.kind)

    def is_in(self, place: int, names: frozenset[str]) -> bool:
        """Whether a place lies in a part of one of some names."""
        return any(part.name in names and part.start <= place < part.end for part in self.sections)

    def before(self, place: int, reach: int) -> str:
        """What stands on the line before a place, so far."""
        words = self.lower[max(0, place - reach) : place]
        return words[words.rfind("\n") + 1 :]


def number_of(written: str) -> float:
    """A number in digits, as a fraction or as a word.

    Parameters
    ----------
    written : str
        "1,200", ".5", "1-1/2", "3/8", "four" or "seventy-five".

    Returns
    -------
    float
        Its value.

    Examples
    --------
    >>> number_of("1-1/2"), number_of("1,200"), number_of("four")
    (1.5, 1200.0, 4.0)
    """
    if written in COUNTS:
        return float(COUNTS[written])
    if written in TENS:
        return float(TENS[written])
    if written[0].isalpha():
        return sum(map(number_of, re.split(r"[ -]", written)))
    if "/" in written:
        *whole, part = re.split(r"[ -]", written)
        upper, _, lower = part.partition("/")
        return sum(map(float, whole)) + (float(upper) / float(lower) if float(lower) else 0.0)
    return float(written.replace(",", ""))


def ends_of(low: str | None, high: str | None, bound: str | None = None) -> tuple[float | None, float | None]:
    """Both ends of a range: of a single number itself, but for what "up to" or "from" leaves open.

    Parameters
    ----------
    low, high : str or None
        The numbers as they are written.
    bound : str or None, default None
        "up", "from", or None where neither stands before the number.

    Returns
    -------
    tuple of float or None
        The smaller and the larger end.
    """
    if low is None:
        return None, None if high is None else number_of(high)
    first = number_of(low)
    if high is not None:
        second = number_of(high)
        return min(first, second), max(first, second)
    return (None if bound == "up" else first), (None if bound == "from" else first)


def bound_of(match: re.Match[str]) -> str | None:
    """Which end of a range the words before a number leave open."""
    found = match.groupdict()
    return "up" if found.get("up") else "from" if found.get("from") else None
