"""The words a person may pick from when they add or correct a skill."""

from recruit.services.shapes import ConceptChoice
from recruit.vocabulary.shapes import Category


def find_concepts(query: str, category: Category | None = None) -> list[ConceptChoice]:
    """Return the concepts whose name or alias holds every word of the query, closest first."""
    raise NotImplementedError
