"""Decides what an ambiguous word means from what stands around it.

AWS is welding beside D1.1 and the cloud beside EC2; Star is a lathe beside Citizen and Tsugami. The vocabulary
says which words speak for and against; the nearer one weighs more, neighbours in a list count as well, and a text
that names nothing else of the trade gets no benefit of the doubt. Where a text is not of the trade through and
through, the trained model of ``senses`` may still take away what those words alone would keep.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from operator import attrgetter, itemgetter

from recruit.matching.beginnings import Beginnings, Terms, head_of, terms_of
from recruit.matching.concepts import with_sense
from recruit.matching.full_names import MODEL, MODELLED, model_words
from recruit.matching.reading import Draft, Reading, Sense
from recruit.matching.senses import (
    TOUCHING,
    Nearness,
    is_plain,
    load_sense_model,
    probability,
    signs_of,
    words_around,
)
from recruit.matching.tokens import Gap, Words
from recruit.vocabulary.concepts import AmbiguousUse
from recruit.vocabulary.shapes import Category
from recruit.vocabulary.spellings import plain_of

REACH = 220  # characters to either side that are looked at, lines above and below included
NEAR = 40.0  # characters at which a context word has half the weight of one that touches
NEAR_PHRASE = 40  # characters to either side that a phrase around a draft may take
# Log odds that a text of another world takes from the trade's sense: seven to one, a judgement, for the examples
# are too short to tell.
FROM_ANOTHER_WORLD = 2.0
# What the vocabulary keeps by default and nothing near speaks against is dropped only where the model is nearly
# sure: the examples hold far more of other worlds than the texts that people send here.
SURE_ENOUGH = 0.05
# With fewer words around it a name is somebody's search or an entry of a list, and nothing speaks against it.
FEWEST_WORDS = 3
YEAR = re.compile(r"(?:19|20)\d\d$")
BEFORE_PREDICATE = frozenset({"and", "who", "also", "that", ".", ";", ":", "-", "*", "\u2022"})
AFTER_NOUN_WORDS = ", ; . : / ) and or & with in for to of on at from within \u00b1 + ="
AFTER_NOUN = frozenset(AFTER_NOUN_WORDS.split())
LINE_COST = 60  # a line end parts as much as this many characters
LIST_GAP = 4  # characters between neighbours of one list: ", " or " / "
LIST_JOIN = re.compile(r"\s*(?:[,/&+]|\band\b|\bor\b|\band/or\b|,\s*(?:and|or))\s*")

# Verdicts on one sense, best first.
CERTAIN, LIKELY, PLAIN_SENSE, KEPT, DROPPED, UNLIKELY, IMPOSSIBLE = 4.0, 3.0, 2.0, 1.0, -1.0, -2.0, -3.0

# A text longer than this with fewer trade concepts than that is about something else.
LONG_TEXT_WORDS = 80
FEWEST_CONCEPTS = 3
# A text that names this many, one in so many words, is of the trade through and through: a credential named in it
# without a word beside it is the trade's own.
MANY_CONCEPTS = 5
WORDS_PER_CONCEPT = 25
# Words of any office do not make a text one of the trade.
WEAK_CATEGORIES = frozenset({Category.ATTRIBUTE, Category.EDUCATION, Category.QUALITY, Category.SOFTWARE})


class World(Enum):
    """What a whole text is about."""

    TRADE = auto()
    UNKNOWN = auto()
    ANOTHER = auto()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is said of one ambiguous use: words near it, and phrases it is part of."""

    trade: Terms | None
    other: Terms | None
    trade_phrase: Terms | None
    other_phrase: Terms | None

    def may_name(self, heads: frozenset[str]) -> bool:
        """Whether words that begin in one of some ways may be part of it."""
        said = [terms for terms in (self.trade, self.other, self.trade_phrase, self.other_phrase) if terms]
        return any(terms.short_heads or not terms.heads.isdisjoint(heads) for terms in said)


@lru_cache(maxsize=4096)
def evidence_of(use: AmbiguousUse) -> Evidence:
    """The evidence of a use, built when it is first met."""
    aliases = tuple(alias.lower() for alias in use.aliases)
    trade, trade_phrases = split_phrases(use.trade, aliases)
    other, other_phrases = split_phrases(use.other, aliases)
    return Evidence(*(terms_of(map(plain_of, terms)) for terms in (trade, other, trade_phrases, other_phrases)))


def split_phrases(terms: Iterable[str], aliases: Sequence[str]) -> tuple[list[str], list[str]]:
    """Context words, and phrases that hold the ambiguous word itself."""
    alone: list[str] = []
    phrases: list[str] = []
    for term in terms:
        words = term.lower().rstrip("*").split()
        holds = len(words) > 1 and any(alias in term.lower() for alias in aliases)
        (phrases if holds else alone).append(term.lower())
    return alone, phrases


def settle_senses(reading: Reading) -> list[Draft]:
    """Give every draft the sense its surroundings speak for, and drop those that mean something else.

    Parameters
    ----------
    reading : Reading
        With drafts as found, each with one or more senses.

    Returns
    -------
    list of Draft
        The drafts that name something of the trade, each with exactly one sense.
    """
    drafts = reading.drafts
    ambiguous = [place for place, draft in enumerate(drafts) if not is_plain(draft)]
    world = world_of(reading, drafts)
    chosen = [(PLAIN_SENSE, draft.senses[0]) for draft in drafts]
    for place in ambiguous:
        chosen[place] = best_sense(reading, place, world)
    dropped = [drafts[place] for place in ambiguous if chosen[place][0] < DROPPED]
    if dropped:  # a word that turned out to mean something else is no evidence for its neighbours
        beginnings = reading.beginnings.without([(draft.start, draft.end) for draft in dropped])
        clean = replace(reading, lower=beginnings.lower, beginnings=beginnings)
        covered = frozenset(
            head_of(norm) for draft in dropped for norm in reading.words.norms[draft.first : draft.last]
        )
        for place in ambiguous:
            if chosen[place][0] >= DROPPED and leans_on(drafts[place], covered, reading, dropped):
                chosen[place] = best_sense(clean, place, world)
    return [
        draft if len(draft.senses) == 1 else with_sense(draft, sense)
        for draft, (verdict, sense) in zip(drafts, chosen, strict=True)
        if verdict > 0
    ]


def best_sense(reading: Reading, place: int, world: World) -> tuple[float, Sense]:
    """The sense of an ambiguous draft that fits best, with its verdict; of equals the first."""
    neighbours = list_neighbours(reading, place)
    verdicts = [
        (verdict_on(sense, place, reading, neighbours, world), sense) for sense in reading.drafts[place].senses
    ]
    return max(verdicts, key=itemgetter(0))


def leans_on(draft: Draft, heads: frozenset[str], reading: Reading, others: Sequence[Draft]) -> bool:
    """Whether one of some drafts, which are in order and begin so, may speak for or against a sense of a draft."""
    if not any(sense.use is not None and evidence_of(sense.use).may_name(heads) for sense in draft.senses):
        return False
    above, below = window_of(reading, draft)
    start, end = min(above, draft.start - NEAR_PHRASE), max(below, draft.end + NEAR_PHRASE)
    place = bisect_left(others, start, key=attrgetter("end"))
    return place < len(others) and others[place].start <= end


def world_of(reading: Reading, drafts: Sequence[Draft]) -> World:
    """Which world a text is of, by how much it names that only the trade has."""
    concepts = {draft.concept for draft in drafts if draft.category not in WEAK_CATEGORIES and is_plain(draft)}
    if len(reading.words) > LONG_TEXT_WORDS and len(concepts) < FEWEST_CONCEPTS:
        return World.ANOTHER
    if len(concepts) >= max(MANY_CONCEPTS, len(reading.words) / WORDS_PER_CONCEPT):
        return World.TRADE
    return World.UNKNOWN


def list_neighbours(reading: Reading, place: int) -> list[Draft]:
    """The drafts directly before and after one in the same list."""
    found, draft = [], reading.drafts[place]
    if place and is_list_join(reading.lower, reading.drafts[place - 1].end, draft.start):
        found.append(reading.drafts[place - 1])
    if place + 1 < len(reading.drafts) and is_list_join(reading.lower, draft.end, reading.drafts[place + 1].start):
        found.append(reading.drafts[place + 1])
    return found


def is_list_join(lower: str, start: int, end: int) -> bool:
    """Whether only a comma, slash, "and" or "or" stands between two mentions."""
    return end - start <= LIST_GAP + 4 and LIST_JOIN.fullmatch(lower, start, end) is not None


def verdict_on(sense: Sense, place: int, reading: Reading, neighbours: Sequence[Draft], world: World) -> float:
    """How well one sense fits: positive keeps it."""
    draft = reading.drafts[place]
    if sense.third_person and not is_predicate(reading.words, draft):
        return IMPOSSIBLE
    if sense.use is None:
        return PLAIN_SENSE
    evidence = evidence_of(sense.use)
    if stands_in(evidence.trade_phrase, reading.lower, draft):
        return CERTAIN
    if stands_in(evidence.other_phrase, reading.lower, draft):
        return IMPOSSIBLE
    category = sense.concept.category
    listed = any(near.category is category and is_plain(near) for near in neighbours)
    if not listed and YEAR.match(reading.lower, draft.start, draft.end):
        return DROPPED  # "2024" is an aluminum beside 7075 and a year everywhere else
    window = window_of(reading, draft)
    other = nearness(evidence.other, reading.beginnings, window, draft)
    own = world is World.TRADE and category is Category.CERTIFICATION
    kept = not other and (sense.use.keep_by_default or own) and world is not World.ANOTHER
    if kept and world is World.TRADE and len(draft.senses) == 1:
        return KEPT
    trade = 1.0 if listed else trade_weight(sense, sense.use, draft, reading, window)
    near = Nearness(trade, other)
    if world is World.ANOTHER and trade < TOUCHING:
        trade = 0.0
    if trade <= other and not kept:
        return UNLIKELY - other if other else DROPPED
    if trade < 1.0 and world is not World.TRADE and is_doubtful(sense, place, reading, near, world):
        return DROPPED
    return KEPT if kept and not trade else LIKELY + trade


def is_doubtful(sense: Sense, place: int, reading: Reading, near: Nearness, world: World) -> bool:
    """Whether the model finds a sense less likely than it takes to keep one."""
    around = words_around(reading, reading.drafts[place])
    if len(around.near) + len(around.said) + len(around.far) < FEWEST_WORDS:
        return False
    model = load_sense_model()
    log_odds = model.log_odds(around, signs_of(reading, place, sense, near))
    needed = (
        SURE_ENOUGH if sense.use is not None and sense.use.keep_by_default and not near.other else model.threshold
    )
    return probability(log_odds - (FROM_ANOTHER_WORLD if world is World.ANOTHER else 0.0)) < needed


def weights(sense: Sense, draft: Draft, reading: Reading) -> Nearness:
    """How near a word for and a word against a sense stand; none where the vocabulary names none."""
    if sense.use is None:
        return Nearness(0.0, 0.0)
    window = window_of(reading, draft)
    other = nearness(evidence_of(sense.use).other, reading.beginnings, window, draft)
    return Nearness(trade_weight(sense, sense.use, draft, reading, window), other)


def trade_weight(
    sense: Sense, use: AmbiguousUse, draft: Draft, reading: Reading, window: tuple[int, int]
) -> float:
    """How near a word for an ambiguous sense stands, all there is where its model stands behind it."""
    if sense.concept.category in MODELLED and model_words(reading, draft, MODEL):
        return 1.0  # "Star SR-20" is a machine wherever it stands
    return nearness(evidence_of(use).trade, reading.beginnings, window, draft)


def is_predicate(words: Words, draft: Draft) -> bool:
    """Whether a word in -s stands where a verb does, with an object behind it: "and drills holes"."""
    first, last = draft.first, draft.last
    starts = first == 0 or words.gap(first) >= Gap.LINE or words.norms[first - 1] in BEFORE_PREDICATE
    return starts and last < len(words) and words.gap(last) < Gap.LINE and words.norms[last] not in AFTER_NOUN


def window_of(reading: Reading, draft: Draft) -> tuple[int, int]:
    """The line of a draft and the lines around it, as far as they are near."""
    line = reading.line_number(draft.start)
    above = reading.lines[max(line - 1, 0)][0]
    below = reading.lines[min(line + 1, len(reading.lines) - 1)][1]
    return max(above, draft.start - REACH), min(below, draft.end + REACH)


def stands_in(phrases: Terms | None, lower: str, draft: Draft) -> bool:
    """Whether a draft is part of one of the phrases."""
    if phrases is None:
        return False
    start = max(0, draft.start - NEAR_PHRASE)
    found = phrases.pattern.finditer(lower, start, draft.end + NEAR_PHRASE)
    return any(match.start() <= draft.start and match.end() >= draft.end for match in found)


def nearness(words: Terms | None, beginnings: Beginnings, window: tuple[int, int], draft: Draft) -> float:
    """Weight in [0, 1] of the nearest context word, 0 when there is none."""
    if words is None:
        return 0.0
    best = 0.0
    for match in beginnings.matches(words, *window):
        first, last = match.span()
        if last <= draft.start:
            between = last, draft.start
        elif first >= draft.end:
            between = draft.end, first
        else:
            continue
        distance = between[1] - between[0] + LINE_COST * beginnings.lower.count("\n", *between)
        best = max(best, NEAR / (NEAR + distance))
    return best
