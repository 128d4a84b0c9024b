"""Where the words of a text begin, by their first letters.

A pattern of some words has to be tried only where one of them can begin. Those places are few, and found by a look
at three letters, where a search tries the whole pattern at every sign.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from string import digits

from recruit.matching.tokens import Words
from recruit.vocabulary.spellings import norm_of

HEAD_LETTERS = 3
MANY_PLACES = 30  # of one beginning: from here on it pays to look up where they are
COVER = "\u2588"  # a sign of no word
PARTS = re.compile(r"[\s-]+")
NO_LETTER = re.compile(r"\W")
ANY_ENDING, WORD_END = "*", " "
ATOM = re.compile(r"\(\?(?::|<?[=!])|\\x[\da-f]{2}|\\.|\[[^\]]*\]|\{\d+(?:,\d*)?\}|.", re.DOTALL)
MAY_BE_MISSING = ("?", "*", "{0")
REPEATS = "?*+{"


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
    heads: frozenset[str]

    @classmethod
    def of(cls, lower: str, words: Words) -> "Beginnings":
        """Find them.

        Parameters
        ----------
        lower : str
            A text in lower case.
        words : Words
            Its words and signs.

        Returns
        -------
        Beginnings
            With a place for each of them.

        Examples
        --------
        >>> from recruit.matching.tokens import cut_of, words_of
        >>> text = "milling, welding and a weldment"
        >>> whole = Beginnings.of(text, words_of(cut_of(text), frozenset()))
        >>> [match.group() for match in whole.matches(terms_of(["weld*", "mill"]))]
        ['welding', 'weldment']
        """
        places: dict[str, list[int]] = defaultdict(list)
        for norm, start in zip(words.norms, words.starts, strict=True):
            places[head_of(norm)].append(start)
        return cls(lower, places, frozenset(places))

    def matches(self, terms: Terms, start: int = 0, end: int | None = None) -> list[re.Match[str]]:
        """Find terms as ``terms.pattern.finditer`` does.

        Parameters
        ----------
        terms : Terms
            What to look for.
        start : int, default 0
            Where the part of the text begins that is looked at.
        end : int or None, default None
            Where it ends; None looks to the end of the text.

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
        heads = terms.heads & self.heads
        if terms.short_heads:
            heads |= {head for head in self.heads if head.startswith(terms.short_heads)}
        if not heads:
            return []
        lists = [places_by_head[head] for head in heads]
        if any(len(places) > MANY_PLACES for places in lists):
            lists = [places[bisect_left(places, start) : bisect_left(places, end)] for places in lists]
        return sorted([place for places in lists for place in places if start <= place < end])

    def without(self, spans: Sequence[tuple[int, int]]) -> "Beginnings":
        """Return the text with some of it covered."""
        signs = list(self.lower)
        for start, end in spans:
            signs[start:end] = COVER * (end - start)
        return replace(self, lower="".join(signs))  # no term matches at what is covered


@lru_cache(maxsize=16384)
def head_of(norm: str) -> str:
    """The first letters of a word, or a sign that is no letter."""
    head = norm[:HEAD_LETTERS]
    return head if head.isalnum() else NO_LETTER.split(norm, maxsplit=1)[0] or norm[0]


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
    known = {*terms}
    return one_of(known) if known else None


def one_of(terms: Iterable[str]) -> Terms:
    """One pattern for some terms, as ``terms_of`` makes it."""
    written = sorted({*terms}, key=lambda term: (-len(term), term))
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
            yield head_of(norm_of(part))  # "us" of "u.s."
            return
    if term.endswith(ANY_ENDING):
        yield run + ANY_ENDING


def parts_of(term: str) -> list[str]:
    """The words of a term."""
    return [part for part in PARTS.split(term.rstrip(ANY_ENDING)) if part]


def heads_of_pattern(pattern: str) -> frozenset[str]:
    r"""The ways in which the places begin where a pattern matches.

    Parameters
    ----------
    pattern : str
        A regular expression that matches from the beginning of a word. Of its signs only those are known that the
        tables of phrases need: letters, white space, digits, groups, looks, and what may be missing or repeated.

    Returns
    -------
    frozenset of str
        As ``Terms`` wants them: a trailing star is any ending.

    Raises
    ------
    ValueError
        If the pattern may begin with anything.

    Examples
    --------
    >>> sorted(heads_of_pattern(r"(?:is |are )?(?:needed|a must)(?!\w)"))
    ['a', 'are', 'is', 'nee']
    """
    heads, _ = alternatives(ATOM.findall(pattern), 0, {""})
    if not all(heads):
        raise ValueError(f"the pattern {pattern!r} may begin with anything")
    return frozenset(head.rstrip(WORD_END) for head in heads)


def alternatives(atoms: Sequence[str], place: int, before: set[str]) -> tuple[set[str], int]:
    """What the alternatives from a place on make of some beginnings, and the place behind their bracket."""
    whole: set[str] = set()
    heads = before
    while place < len(atoms) and atoms[place] != ")":
        atom, place = atoms[place], place + 1
        if atom == "|":
            whole, heads = whole | heads, before
            continue
        if atom == "(?:":
            further, place = alternatives(atoms, place, heads)
        elif atom.startswith("(?"):
            further, (_, place) = heads, alternatives(atoms, place, {WORD_END})
        else:
            further = {longer for head in heads for longer in lengthened(head, atom)}
        if place < len(atoms) and atoms[place][0] in REPEATS:
            further = further | heads if atoms[place].startswith(MAY_BE_MISSING) else further
            place += 1
        heads = further
    return whole | heads, place + 1


def lengthened(head: str, atom: str) -> Sequence[str]:
    """A beginning with one more sign, as long as that tells more."""
    if len(head) == HEAD_LETTERS or head.endswith((WORD_END, ANY_ENDING)):
        return [head]
    if atom == r"\d":
        return [head + digit + ANY_ENDING for digit in digits]
    if atom.startswith("[") or atom == r"\w":
        return [head + (ANY_ENDING if any(map(str.isalnum, atom[1:])) and atom != r"[\s-]" else WORD_END)]
    return [head + (atom if atom.isalnum() else WORD_END)]
