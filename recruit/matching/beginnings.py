"""Where the words of a text begin, by their first letters.

A pattern of some words has to be tried only where one of them can begin. Those places are few, and found by a look
at three letters, where a search tries the whole pattern at every sign.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import NamedTuple

HEAD_LETTERS = 3
BEGINNING = re.compile(r"\w+|[^\w\s]")
INSIDE_WORD = re.compile(r"(?<=\w)(?=\w)")
COVER = "\u2588"  # a sign of no word
PARTS = re.compile(r"[\s-]+")
NO_LETTER = re.compile(r"\W")
ANY_ENDING = "*"


@dataclass(frozen=True, slots=True)
class Terms:
    """One pattern for many terms, and what the places begin with at which it can match.

    ``heads`` are the first three letters of words, or a whole word that has fewer; what begins with one of
    ``short_heads`` may go on in any way.
    """

    pattern: re.Pattern[str]
    heads: frozenset[str]
    short_heads: tuple[str, ...] = ()


class Stretch(NamedTuple):
    """A part of a text, and where its words begin with what."""

    lower: str
    start: int
    end: int
    places: Sequence[int]
    heads: Sequence[str]

    def matches(self, terms: Terms) -> list[re.Match[str]]:
        """Find terms as ``terms.pattern.finditer`` does."""
        found = []
        reached = self.start
        for place in self.likely(terms):
            match = terms.pattern.match(self.lower, place, self.end) if place >= reached else None
            if match:
                reached = match.end()
                found.append(match)
        return found

    def likely(self, terms: Terms) -> list[int]:
        """The places at which terms may begin."""
        heads, short_heads = terms.heads, terms.short_heads
        if short_heads:
            return [
                place
                for place, head in zip(self.places, self.heads, strict=True)
                if head in heads or head.startswith(short_heads)
            ]
        return list(compress(self.places, map(heads.__contains__, self.heads)))


@dataclass(frozen=True, slots=True)
class Beginnings:
    """The places of a text in lower case at which words and signs begin, and what they begin with."""

    lower: str
    places: Sequence[int]
    heads: Sequence[str]

    @classmethod
    def of(cls, lower: str) -> "Beginnings":
        """Find them.

        Parameters
        ----------
        lower : str
            A text in lower case.

        Returns
        -------
        Beginnings
            One for each word and for each other sign.

        Examples
        --------
        >>> whole = Beginnings.of("milling, welding and a weldment").between(0, 31)
        >>> [match.group() for match in whole.matches(terms_of(["weld*", "mill"]))]
        ['welding', 'weldment']
        """
        found = list(BEGINNING.finditer(lower))
        return cls(lower, [match.start() for match in found], [match[0][:HEAD_LETTERS] for match in found])

    def between(self, start: int, end: int) -> Stretch:
        """Return the part of the text between two places."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        return Stretch(self.lower, start, end, self.places[first:last], self.heads[first:last])

    def without(self, spans: Sequence[tuple[int, int]]) -> "Beginnings":
        """Return the text with some of it covered."""
        signs, heads = list(self.lower), list(self.heads)
        for start, end in spans:
            signs[start:end] = COVER * (end - start)
            first, last = bisect_left(self.places, start), bisect_left(self.places, end)
            heads[first:last] = [COVER] * (last - first)
        covered = "".join(signs)
        if any(INSIDE_WORD.match(self.lower, place) for span in spans for place in span):
            return Beginnings.of(covered)  # where a word is cut in two, another begins
        return Beginnings(covered, self.places, heads)


def terms_of(terms: Iterable[str]) -> Terms | None:
    """One pattern for many terms, the longest first.

    Parameters
    ----------
    terms : iterable of str
        In lower case, with plain dashes. Spaces and hyphens in a term are the same and may be left out; a trailing
        star is any ending.

    Returns
    -------
    Terms or None
        None for no terms.
    """
    written = sorted({*terms}, key=lambda term: (-len(term), term))
    if not written:
        return None
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(term_pattern, written)) + ")")
    heads = {head for term in written for head in heads_of(term)}
    short_heads = tuple(head.rstrip(ANY_ENDING) for head in heads if head.endswith(ANY_ENDING))
    return Terms(pattern, frozenset(heads), short_heads)


def term_pattern(term: str) -> str:
    """One term; without a star it ends at the end of a word."""
    body = r"[\s-]*".join(map(re.escape, parts_of(term)))
    return body + (r"\w*" if term.endswith(ANY_ENDING) else r"(?!\w)")


def heads_of(term: str) -> Iterator[str]:
    """The ways in which the places begin where a term stands: "nc lathe" has "nc", and "ncl" of "nclathe"."""
    run = ""
    for part in parts_of(term):
        letters = NO_LETTER.split(part, maxsplit=1)[0]
        run += letters
        if len(run) >= HEAD_LETTERS:
            yield run[:HEAD_LETTERS]
            return
        yield run or part[0]
        if letters != part:
            return
    if term.endswith(ANY_ENDING):
        yield run + ANY_ENDING


def parts_of(term: str) -> list[str]:
    """The words of a term."""
    return [part for part in PARTS.split(term.rstrip(ANY_ENDING)) if part]
