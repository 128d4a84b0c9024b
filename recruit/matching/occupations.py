"""Occupations as the matcher sees them: which titles stand in a text, and how near two occupations are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from recruit.vocabulary import Occupations, load_occupations
from recruit.vocabulary.shapes import Level
from recruit.vocabulary.spellings import lower_of

Words = tuple[str, ...]
Node = dict[str, Any]
END = ""

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'\u2019]*|&|(?<=\w)\+|[.,;:|/()•*\n]")

#: Before a title these say that it is somebody else's.
SOMEBODY_ELSES = frozenset(
    {"the", "our", "my", "his", "her", "their", "your", "every", "each", "another", "other"}
)

#: Before a title these deny it, or tell of whom the person works beside or stands in for.
DENYING = frozenset({"not", "no", "never", "nor", "without", "cannot"})
BYSTANDING = frozenset({"when", "whenever", "if", "with", "beside", "under"})
#: What may stand between the two ("never worked as a welder", "not yet a machinist").
BETWEEN = frozenset({"a", "an", "as", "yet", "been", "worked", "really", "certified", "licensed", "qualified"})
GOES_ON = frozenset({"or", "nor"})

#: How near two occupations are, from 0 to 1, where the vocabulary does not say more of the two. Trade judgement.
SAME_SPECIALTY = 0.9
SAME_FAMILY = 0.45
SAME_MINOR_GROUP = 0.3
SAME_FIELD = 0.1


#: Families of occupations in which precision production is done; all others are other lines of work.
TRADE_FAMILIES = frozenset(
    {
        "assembly",
        "fabrication and layout",
        "forming and stamping",
        "foundry and molding",
        "grinding and finishing",
        "heat and surface treatment",
        "inspection and metrology",
        "machining",
        "maintenance",
        "models and patterns",
        "supervision",
        "technicians",
        "tool and die",
        "welding",
        "woodworking",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTitle:
    """A title in a text: where, which occupations it may mean with a confidence, and its level."""

    start: int
    end: int
    text: str
    codes: tuple[tuple[str, float], ...] = ()
    level: Level | None = None


class OccupationMap:
    """Titles and neighbours of the occupations of precision production, and titles of other lines of work.

    Parameters
    ----------
    occupations : Occupations
        Their codes, titles and neighbours, as the vocabulary has them.
    """

    def __init__(self, occupations: Occupations) -> None:
        self.occupations = occupations
        self.title_by_words = {words_of_title(row.title): row for row in occupations.titles}
        self.trie = trie_of(self.title_by_words)
        self.words = frozenset(word for words in self.title_by_words for word in words)
        self.level_by_ending = self.shared_endings()

    def shared_endings(self) -> dict[Words, Level]:
        """Find the titles of other work that titles of the trade end with, and the level those mostly have.

        A "programmer" writes software, and is what a shop calls its CNC programmer.
        """
        levels: dict[Words, Counter[Level]] = {}
        for words, title in self.title_by_words.items():
            if title.level and self.is_trade_code(likeliest_code(title.onetsoc_codes)):
                for start in range(1, len(words)):
                    levels.setdefault(words[start:], Counter())[title.level] += 1
        return {
            ending: max(found, key=lambda level: (found[level], level.rank))
            for ending, found in levels.items()
            if ending in self.title_by_words
            and not self.is_trade_code(likeliest_code(self.title_by_words[ending].onetsoc_codes))
        }

    def is_trade_code(self, code: str) -> bool:
        """Say whether a code is of precision production."""
        return self.occupations.families.get(code) in TRADE_FAMILIES

    def title(self, code: str) -> str:
        """Return what an occupation is called.

        Parameters
        ----------
        code : str
            An O*NET-SOC code.

        Returns
        -------
        str
            Its name, or the code itself where it is not known.
        """
        return self.occupations.names.get(code, code)

    def is_of_trade(self, title: FoundTitle) -> bool:
        """Say whether a title most likely means an occupation of precision production.

        Parameters
        ----------
        title : FoundTitle
            As it was found.

        Returns
        -------
        bool
            False for other lines of work.
        """
        return self.is_trade_code(likeliest_code(dict(title.codes)))

    def ends_a_trade_title(self, title: FoundTitle) -> bool:
        """Say whether a title of other work is what titles of the trade end with.

        Parameters
        ----------
        title : FoundTitle
            As it was found.

        Returns
        -------
        bool
            True for "programmer", as in "CNC programmer".
        """
        return words_of_title(title.text) in self.level_by_ending

    def similarity(self, one: str, other: str) -> float:
        """Return how near two occupations are.

        Parameters
        ----------
        one, other : str
            O*NET-SOC codes.

        Returns
        -------
        float in [0, 1]
            1 for the same occupation.
        """
        if one == other:
            return 1.0
        if one[:7] == other[:7]:
            return SAME_SPECIALTY
        strength = self.occupations.neighbours.get(one, {}).get(other, 0.0)
        families = self.occupations.families
        if one in families and families[one] == families.get(other):
            return max(strength, SAME_FAMILY)
        return max(strength, SAME_MINOR_GROUP if one[:4] == other[:4] else SAME_FIELD)

    def titles_in(self, text: str) -> Iterator[FoundTitle]:
        """Find titles, the longest where several begin.

        Plurals are of other people and passed over, as is what follows "the" or "our", and what is denied.

        Parameters
        ----------
        text : str
            A resume or a posting.

        Yields
        ------
        FoundTitle
            In the order of the text, without overlaps.
        """
        tokens = list(WORD.finditer(normal(text)))
        said = ["and" if match[0] == "&" else match[0] for match in tokens]
        reached, denied_until = 0, -1
        for place in [place for place, word in enumerate(said) if word in self.trie]:
            length = self.longest_from(said, place) if place >= reached else 0
            if not length:
                continue
            reached = place + length
            if is_not_the_persons(said, place, denied_until):
                denied_until = reached
                continue
            start, end = tokens[place].start(), tokens[reached - 1].end()
            words = tuple(said[place:reached])
            known = self.title_by_words[words]
            yield FoundTitle(
                start=start,
                end=end,
                text=text[start:end],
                codes=tuple(known.onetsoc_codes.items()),
                level=self.level_by_ending.get(words, known.level),
            )

    def longest_from(self, said: Sequence[str], place: int) -> int:
        """Return how many words the longest title has that begins here, 0 for none."""
        node, longest = self.trie, 0
        for end in range(place + 1, len(said) + 1):
            following = node.get(said[end - 1])
            if following is None:
                break
            node = following
            if END in node:
                longest = end - place
        return longest


def trie_of(titles: Iterable[Words]) -> Node:
    """Put titles into a tree of words, in which each ends with an empty word."""
    root: Node = {}
    for words in titles:
        node = root
        for word in words:
            node = node.setdefault(word, {})
        node[END] = {}
    return root


def is_not_the_persons(words: Sequence[str], place: int, denied_until: int) -> bool:
    """Say whether a title is denied or of somebody else by what stands before it.

    Parameters
    ----------
    words : sequence of str
        Of the whole text.
    place : int
        Where among them the title begins.
    denied_until : int
        Where the last title ended that was not the person's: "or a welder" after it is not theirs either.

    Returns
    -------
    bool
        True for "not a welder", "our welder" and "when welder is out".

    Examples
    --------
    >>> is_not_the_persons(["never", "worked", "as", "a", "welder"], 4, -1)
    True
    >>> is_not_the_persons(["not", "only", "a", "welder"], 3, -1)
    False
    """
    if place and words[place - 1] in SOMEBODY_ELSES:
        return True
    before = place - 1
    while before >= 0 and words[before] in BETWEEN:
        before -= 1
    if before < 0:
        return False
    if words[before] in GOES_ON and before == denied_until:
        return True
    return words[before] in DENYING | BYSTANDING or words[before].endswith("n't")


def likeliest_code(codes: Mapping[str, float]) -> str:
    """Return the code with the largest confidence."""
    return max(codes, key=lambda code: (codes[code], code))


def normal(text: str) -> str:
    """Write letters and apostrophes in one way, and keep every offset."""
    return lower_of(text).replace("\u2019", "'")


def words_of_title(title: str) -> Words:
    """Split a title as a text is split."""
    return tuple("and" if word == "&" else word for word in WORD.findall(normal(title)))


@lru_cache(maxsize=1)
def load_occupation_map() -> OccupationMap:
    """Return the occupations of this release, read once.

    Returns
    -------
    OccupationMap
        From the vocabulary's occupations.
    """
    return OccupationMap(load_occupations())
