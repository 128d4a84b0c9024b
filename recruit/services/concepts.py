"""The words a person may pick from when they add or correct a skill."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from recruit.services.shapes import ConceptChoice
from recruit.vocabulary import Concept, load_vocabulary
from recruit.vocabulary.shapes import Category

MOST_CHOICES = 20


def find_concepts(
    query: str, category: Category | None = None, *, most: int | None = MOST_CHOICES
) -> list[ConceptChoice]:
    """Return the concepts of which a name holds the beginnings of every word, closest first, ``most`` of them."""
    wanted = words_of(query)
    if not wanted:
        return []
    concepts = load_vocabulary().concepts
    found = [
        (closeness(concepts[concept_id], wanted), concepts[concept_id])
        for concept_id, written in written_names().items()
        if all(f" {part}" in written for part in wanted)
        and (category is None or concepts[concept_id].category is category)
    ]
    near = sorted((row for row in found if row[0] is not None), key=order_of)
    return [choice_of(concept) for _, concept in near[:most]]


def concepts_called(given: str) -> list[ConceptChoice]:
    """Return the concepts that have this very name, the broadest first; an id is a name, too."""
    known = load_vocabulary().concepts.get(given)
    if known is not None:
        return [choice_of(known)]
    wanted = words_of(given)
    concepts = load_vocabulary().concepts
    exact = [
        (closeness(concepts[concept_id], wanted), concepts[concept_id])
        for concept_id, written in written_names().items()
        if wanted and f"\n {' '.join(wanted)} \n" in written
    ]
    return [choice_of(concept) for _, concept in sorted(exact, key=order_of)]


def choice_of(concept: Concept) -> ConceptChoice:
    """Show a concept as one to pick."""
    return ConceptChoice(concept=concept.id, name=concept.name, category=concept.category)


def order_of(row: tuple[tuple[int, int] | None, Concept]) -> tuple[object, ...]:
    """Order what was found: the closest, of equally close ones the broadest, then the shortest name."""
    rank, concept = row
    tier, length = rank or (0, 0)
    return tier, -load_vocabulary().n_below[concept.id], length, concept.name.lower(), concept.id


def closeness(concept: Concept, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """Rank how near a concept is to what was typed, 0 nearest, with a name's length; None for something else.

    Nearest is any of its names in full; then a name that begins with it, and one that holds it, of the first name
    before the others; last come names with longer words that begin so.
    """
    ranks = [
        (nearness(words, wanted, is_first=not place), len(words))
        for place, words in enumerate(names_of(concept.id))
        if holds(words, wanted)
    ]
    return min(ranks, default=None)


def nearness(words: Sequence[str], wanted: Sequence[str], *, is_first: bool) -> int:
    """Rank how near one name is to what was typed."""
    if words == wanted:
        return 0
    if words[: len(wanted)] == wanted:
        return 1 if is_first else 3
    if set(wanted) <= set(words):
        return 2 if is_first else 4
    return 5 if is_first else 6


@cache
def names_of(concept_id: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a concept's name, then of each other name, also one that may mean something else."""
    concept = load_vocabulary().concepts[concept_id]
    guarded = (alias for use in concept.ambiguous for alias in use.aliases)
    names = (concept.name, *concept.aliases, *concept.cased, *guarded)
    return tuple(dict.fromkeys(words_of(name) for name in names))


@cache
def written_names() -> Mapping[str, str]:
    """Return all names of each concept as one text, a space on both sides of a word, so that a look is cheap."""
    return {
        concept_id: "".join(f"\n {' '.join(words)} \n" for words in names_of(concept_id))
        for concept_id in load_vocabulary().concepts
    }


def holds(words: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether each word that is wanted begins one of these words."""
    words = tuple(words)
    return all(any(word.startswith(part) for word in words) for part in wanted)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, at spaces and hyphens."""
    return tuple(text.lower().replace("-", " ").split())
