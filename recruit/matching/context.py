"""Decides what an ambiguous word means from what stands around it.

AWS is welding beside D1.1 and the cloud beside EC2; Star is a lathe beside Citizen and Tsugami. Where a phrase, a
list or a model number says it for certain, that decides; everywhere else the trained model of ``senses`` weighs the
words around it. A text that names nothing else of the trade gets no benefit of the doubt.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from operator import itemgetter

from recruit.matching.beginnings import Terms, terms_of
from recruit.matching.concepts import with_sense
from recruit.matching.full_names import MODEL, MODELLED, model_words
from recruit.matching.reading import Draft, Reading, Sense
from recruit.matching.senses import Around, is_plain, load_sense_model, probability, signs_of, words_around
from recruit.matching.tokens import Gap, Words
from recruit.vocabulary.concepts import AmbiguousUse
from recruit.vocabulary.shapes import Category
from recruit.vocabulary.spellings import plain_of

NEAR_PHRASE = 40  # characters to either side that a phrase around a draft may take
YEAR = re.compile(r"(?:19|20)\d\d$")
BEFORE_PREDICATE = frozenset({"and", "who", "also", "that", ".", ";", ":", "-", "*", "\u2022"})
AFTER_NOUN = frozenset({",", ";", ".", ":", "/", ")", "and", "or", "&", "with", "in", "for"})
LIST_GAP = 4  # characters between neighbours of one list: ", " or " / "
LIST_JOIN = re.compile(r"\s*(?:[,/&+]|\band\b|\bor\b|\band/or\b|,\s*(?:and|or))\s*")

# Verdicts on one sense, best first; a probability is added to LIKELY and KEPT.
CERTAIN, LIKELY, PLAIN_SENSE, KEPT, DROPPED, IMPOSSIBLE = 5.0, 3.0, 2.0, 0.5, -1.0, -2.0

# A text longer than this with fewer trade concepts than that is about something else.
LONG_TEXT_WORDS = 80
FEWEST_CONCEPTS = 3
# A text that names this many, one in so many words, is of the trade through and through.
MANY_CONCEPTS = 5
WORDS_PER_CONCEPT = 25
# Words of any office do not make a text one of the trade.
WEAK_CATEGORIES = frozenset({Category.ATTRIBUTE, Category.EDUCATION, Category.QUALITY, Category.SOFTWARE})


class World(Enum):
    """What a whole text is about, and what that adds to the log odds that a name in it is meant as the trade does.

    The examples of the model are too short to tell; the numbers are judgement: seven to one against in a text of
    another world, nearly three to one for in one of the trade.
    """

    TRADE = 1.0
    UNKNOWN = 0.0
    ANOTHER = -2.0


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that an ambiguous word may be part of and that leave no doubt."""

    trade: Terms | None
    other: Terms | None


@lru_cache(maxsize=4096)
def phrases_of(use: AmbiguousUse) -> Phrases:
    """The phrases of a use, compiled when it is first met."""
    aliases = tuple(alias.lower() for alias in use.aliases)
    return Phrases(*(terms_of(map(plain_of, phrases_with(aliases, terms))) for terms in (use.trade, use.other)))


def phrases_with(aliases: Sequence[str], terms: Iterable[str]) -> list[str]:
    """Those of some context words that hold the ambiguous word itself."""
    lower = [term.lower() for term in terms]
    return [term for term in lower if " " in term.strip() and any(alias in term for alias in aliases)]


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
    world = world_of(reading, drafts)
    verdicts = [
        (PLAIN_SENSE, draft.senses[0]) if is_plain(draft) else best_sense(reading, place, world)
        for place, draft in enumerate(drafts)
    ]
    return [
        draft if len(draft.senses) == 1 else with_sense(draft, sense)
        for draft, (verdict, sense) in zip(drafts, verdicts, strict=True)
        if verdict > 0
    ]


def best_sense(reading: Reading, place: int, world: World) -> tuple[float, Sense]:
    """The sense of an ambiguous draft that fits best, with its verdict; of equals the first."""
    draft = reading.drafts[place]
    neighbours, around = list_neighbours(reading, place), words_around(reading, draft)
    verdicts = [
        (verdict_on(sense, place, reading, neighbours, around, world), sense) for sense in draft.senses
    ]
    return max(verdicts, key=itemgetter(0))


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


def verdict_on(
    sense: Sense, place: int, reading: Reading, neighbours: Sequence[Draft], around: Around, world: World
) -> float:
    """How well one sense fits: positive keeps it."""
    draft = reading.drafts[place]
    if sense.third_person and not is_predicate(reading.words, draft):
        return IMPOSSIBLE
    if sense.use is None:
        return PLAIN_SENSE
    phrases, category = phrases_of(sense.use), sense.concept.category
    if stands_in(phrases.trade, reading.lower, draft):
        return CERTAIN
    if stands_in(phrases.other, reading.lower, draft):
        return IMPOSSIBLE
    if any(near.category is category and is_plain(near) for near in neighbours):
        return CERTAIN
    if YEAR.match(reading.lower, draft.start, draft.end):
        return DROPPED  # "2024" is an aluminum beside 7075 and a year everywhere else
    if category in MODELLED and model_words(reading, draft, MODEL):
        return CERTAIN  # "Star SR-20" is a machine wherever it stands
    signs = signs_of(reading, place, sense, sense.use, around)
    model = load_sense_model()
    likely = probability(model.log_odds(around, signs) + world.value)
    if likely < model.threshold:
        return DROPPED
    return likely + (LIKELY if "trade near" in signs or "trade said" in signs else KEPT)


def is_predicate(words: Words, draft: Draft) -> bool:
    """Whether a word in -s stands where a verb does, with an object behind it: "and drills holes"."""
    first, last = draft.first, draft.last
    starts = first == 0 or words.gap(first) >= Gap.LINE or words.norms[first - 1] in BEFORE_PREDICATE
    return starts and last < len(words) and words.gap(last) < Gap.LINE and words.norms[last] not in AFTER_NOUN


def stands_in(phrases: Terms | None, lower: str, draft: Draft) -> bool:
    """Whether a draft is part of one of the phrases."""
    if phrases is None:
        return False
    start = max(0, draft.start - NEAR_PHRASE)
    found = phrases.pattern.finditer(lower, start, draft.end + NEAR_PHRASE)
    return any(match.start() <= draft.start and match.end() >= draft.end for match in found)
