"""Where the words of a text begin, by their first letters.

A pattern of some words has to be tried only where one of them can begin. Those places are few, and found by a look
at three letters, where a search tries the whole pattern at every sign.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

HEAD_LETTERS = 3
PIECE = re.compile(r"\w+|\s+|[^\w\s]")
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


@dataclass(frozen=True, slots=True)
class Beginnings:
    """A text in lower case, and where in it the words and signs stand that begin in one way."""

    lower: str
    places_by_head: Mapping[str, Sequence[int]]

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
            A place for each word and for each other sign.

        Examples
        --------
        >>> whole = Beginnings.of("milling, welding and a weldment")
        >>> [match.group() for match in whole.matches(terms_of(["weld*", "mill"]))]
        ['welding', 'weldment']
        """
        pieces = PIECE.findall(lower)
        places: dict[str, list[int]] = defaultdict(list)
        for piece, place in zip(pieces, accumulate(map(len, pieces), initial=0), strict=False):
            places[piece[:HEAD_LETTERS]].append(place)
        return cls(lower, places)

    def matches(self, terms: Terms, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
        """Find terms as ``terms.pattern.finditer`` does.

        Parameters
        ----------
        terms : Terms
            What to look for.
        start, end : int
            The part of the text that is looked at; all of it if not given.

        Returns
        -------
        list of re.Match of str
            From left to right, without overlaps.
        """
        end = len(self.lower) if end is None else end
        found: list[re.Match[str]] = []
        reached = start
        for place in self.likely(terms, start, end):
            match = terms.pattern.match(self.lower, place, end) if place >= reached else None
            if match:
                reached = match.end()
                found.append(match)
        return found

    def likely(self, terms: Terms, start: int, end: int) -> list[int]:
        """The places at which terms may begin, in order."""
        places_by_head = self.places_by_head
        heads: Iterable[str] = terms.heads & places_by_head.keys()
        if terms.short_heads:
            heads = {*heads, *(head for head in places_by_head if head.startswith(terms.short_heads))}
        return sorted([place for head in heads for place in places_by_head[head] if start <= place < end])

    def without(self, spans: Sequence[tuple[int, int]]) -> "Beginnings":
        """Return the text with some of it covered."""
        signs = list(self.lower)
        for start, end in spans:
            signs[start:end] = COVER * (end - start)
        covered = "".join(signs)
        if any(INSIDE_WORD.match(self.lower, place) for span in spans for place in span):
            return Beginnings.of(covered)  # where a word is cut in two, another begins
        return Beginnings(covered, self.places_by_head)  # no term matches at what is covered


def heads_in(texts: Iterable[str]) -> frozenset[str]:
    """What the words and signs of some texts begin with.

    Parameters
    ----------
    texts : iterable of str
        In lower case.

    Returns
    -------
    frozenset of str
        Three letters each, or a whole word that has fewer.
    """
    return frozenset(piece[:HEAD_LETTERS] for text in texts for piece in PIECE.findall(text))


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
