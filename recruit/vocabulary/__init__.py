"""The trade's words as data, and the shapes that pass between rooms."""

from recruit.vocabulary.concepts import AmbiguousUse, Concept, Relation, Vocabulary
from recruit.vocabulary.loader import load_vocabulary, read_vocabulary
from recruit.vocabulary.occupations import Occupations, OccupationTitle, load_occupations

__all__ = [
    "AmbiguousUse",
    "Concept",
    "OccupationTitle",
    "Occupations",
    "Relation",
    "Vocabulary",
    "load_occupations",
    "load_vocabulary",
    "read_vocabulary",
]
