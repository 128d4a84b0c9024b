"""Names that share a head: "vertical and horizontal boring mills", "ultrasonic and eddy current inspection".

Where the first part is a name by itself the list falls apart into two mentions; where it is only an adjective of
the shared head the whole is one mention, of the concept both are kinds of.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from recruit.matching.lexicon import Lexicon
from recruit.matching.reading import Draft, Reading, Sense
from recruit.matching.tokens import Gap, Words
from recruit.vocabulary.concepts import Vocabulary

JOINS = frozenset({"and", "or"})
# Adjectives that name nothing without their head, though the vocabulary may not know them with every head.
BARE_ADJECTIVE_WORDS = """
    vertical horizontal inside outside internal external inner outer optical electrical mechanical bench
    plane universal manual conventional standard large small light heavy left right upper lower single double
    multi dual long short dry wet hot cold straight fixed portable digital dial vernier plain raw soft hard
    open closed male female static dynamic
"""
BARE_ADJECTIVES = frozenset(BARE_ADJECTIVE_WORDS.split())
BEFORE_HEADS = JOINS | BARE_ADJECTIVES  # what stands right before a name that shares its head
FEW = 4  # drafts that can lie in a stretched one
FURTHEST_FAMILY = 2  # steps up to an ancestor that still says what both parts are


@dataclass(frozen=True, slots=True)
class Part:
    """An adjective before a shared head: its first word, and what it means with the head."""

    word: int
    senses: tuple[Sense, ...]


def join_shared_heads(reading: Reading, lexicon: Lexicon) -> None:
    """Stretch drafts over the adjectives they share, and add those that are names of their own.

    Parameters
    ----------
    reading : Reading
        With drafts as found, in reading order; changed in place.
    lexicon : Lexicon
        Every name of the vocabulary.
    """
    words = reading.words
    likely = [draft for draft in reading.drafts if draft.first and words.norms[draft.first - 1] in BEFORE_HEADS]
    if not likely:
        return
    taken = {word: draft for draft in reading.drafts for word in range(draft.first, draft.last)}
    found = list(reading.drafts)
    is_changed = False
    for draft in likely:
        parts = shared_parts(words, draft, lexicon, taken)
        if parts:
            found += resolve(reading, draft, parts, lexicon.vocabulary)
            is_changed = True
    if is_changed:
        found.sort(key=lambda draft: (draft.start, -draft.end))
        reading.drafts = [
            draft for place, draft in enumerate(found) if not is_inside(draft, found[max(0, place - FEW) : place])
        ]


def is_inside(draft: Draft, before: list[Draft]) -> bool:
    """Whether a draft lies in one that was stretched over it."""
    return any(draft.start < other.end for other in before)


def shared_parts(words: Words, draft: Draft, lexicon: Lexicon, taken: Mapping[int, Draft]) -> list[Part]:
    """The adjectives before a draft that share its head, nearest first."""
    parts: list[Part] = []
    first = draft.first
    if is_bare_pair(words, first):
        first -= 1
        parts.append(Part(first, ()))
    bare = words.norms[first] in BARE_ADJECTIVES
    place = before_join(words, first, need_conjunction=True)
    while place is not None and is_free(taken.get(place), words.norms[place]):
        senses = with_head(words, place, draft, lexicon)
        if not senses and not (bare and words.norms[place] in BARE_ADJECTIVES):
            break
        parts.append(Part(place, senses))
        place = before_join(words, place, need_conjunction=False)
    return parts


def is_bare_pair(words: Words, first: int) -> bool:
    """Whether two coordinated adjectives stand before a name: "internal and external | thread grinders"."""
    if first < 3 or words.norms[first - 1] not in BARE_ADJECTIVES:
        return False
    before = before_join(words, first - 1, need_conjunction=True)
    return before is not None and words.norms[before] in BARE_ADJECTIVES


def is_free(draft: Draft | None, word: str) -> bool:
    """Whether a word names nothing by itself, or only might and is an adjective here."""
    if draft is None:
        return True
    return draft.last - draft.first == 1 and word in BARE_ADJECTIVES and draft.senses[0].use is not None


def before_join(words: Words, first: int, *, need_conjunction: bool) -> int | None:
    """The word before "and", "or", "and/or" or a comma, None when there is no such join."""
    place = first - 1
    if place > 0 and words.gap(first) < Gap.BREAK and words.norms[place] in JOINS:
        place -= 1
        if words.norms[place] == "/" and place > 0 and words.norms[place - 1] in JOINS:
            place -= 2
        if place > 0 and words.norms[place] == ",":
            place -= 1
    elif not need_conjunction and place > 0 and words.norms[place] in {",", "/"}:
        place -= 1
    else:
        return None
    return place if place >= 0 and words.norms[place].isalnum() else None


def with_head(words: Words, place: int, draft: Draft, lexicon: Lexicon) -> tuple[Sense, ...]:
    """What a word means together with the end of a draft, the longest end first."""
    for head in range(draft.first + 1, draft.last):
        senses = lexicon.senses_of((words.norms[place], *words.norms[head : draft.last]))
        if senses:
            return tuple(senses)
    return ()


def resolve(reading: Reading, draft: Draft, parts: list[Part], vocabulary: Vocabulary) -> list[Draft]:
    """One mention for parts that belong to one family, else a new one for each part with a meaning."""
    family = draft.concept
    for part in parts:
        other = part.senses[0].concept.id if part.senses else family
        shared = vocabulary.common_ancestor(family, other)
        near = shared is not None and vocabulary.ancestors(draft.concept).get(shared, 0) <= FURTHEST_FAMILY
        if shared is None or not near:
            return [standing_alone(reading, part) for part in parts if part.senses]
        family = shared
    concept = vocabulary.concepts[family]
    draft.first = parts[-1].word
    draft.start = reading.words.starts[draft.first]
    draft.senses = tuple(Sense(concept, sense.use) for sense in draft.senses[:1])
    draft.category, draft.concept, draft.name = concept.category, concept.id, concept.name
    return []


def standing_alone(reading: Reading, part: Part) -> Draft:
    """A part as a mention of its own: "ultrasonic" of "ultrasonic and eddy current inspection"."""
    concept = part.senses[0].concept
    return Draft(
        first=part.word,
        last=part.word + 1,
        start=reading.words.starts[part.word],
        end=reading.words.ends[part.word],
        senses=part.senses,
        category=concept.category,
        concept=concept.id,
        name=concept.name,
    )
