"""The words a person may pick from when they add or correct a skill."""

from collections.abc import Iterable
from functools import cache

from recruit.services.shapes import ConceptChoice
from recruit.vocabulary import Concept, load_vocabulary
from recruit.vocabulary.shapes import Category

MOST_CHOICES = 20


def find_concepts(query: str, category: Category | None = None) -> list[ConceptChoice]:
    """Return the concepts whose name or alias holds the beginnings of every word, closest first."""
    wanted = words_of(query)
    if not wanted:
        return []
    found = [
        (closeness(concept, wanted), concept.name.lower(), concept)
        for concept in load_vocabulary().concepts.values()
        if category is None or concept.category is category
    ]
    near = sorted((row for row in found if row[0] is not None), key=lambda row: (row[0], row[1], row[2].id))
    return [
        ConceptChoice(concept=concept.id, name=concept.name, category=concept.category)
        for _, _, concept in near[:MOST_CHOICES]
    ]


def closeness(concept: Concept, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """Rank how near a concept is to what was typed, 0 nearest; None when it is something else.

    Nearest is the name itself, then a name that begins with it, then an alias; shorter ones before longer ones.
    """
    ranks = [
        ((0 if words == wanted else 1 if words[: len(wanted)] == wanted else 2) + 3 * (place > 0), len(words))
        for place, words in enumerate(names_of(concept.id))
        if holds(words, wanted)
    ]
    return min(ranks, default=None)


@cache
def names_of(concept_id: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a concept's name, then of each alias."""
    concept = load_vocabulary().concepts[concept_id]
    return tuple(words_of(name) for name in (concept.name, *concept.aliases, *concept.cased))


def holds(words: Iterable[str], wanted: Iterable[str]) -> bool:
    """Tell whether each word that is wanted begins one of these words."""
    words = tuple(words)
    return all(any(word.startswith(part) for word in words) for part in wanted)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, at spaces and hyphens."""
    return tuple(text.lower().replace("-", " ").split())
