"""The trade's words as data, and the shapes that pass between rooms."""

from recruit.vocabulary.concepts import AmbiguousUse, Concept, Relation, Vocabulary
from recruit.vocabulary.loader import load_vocabulary, read_vocabulary

__all__ = ["AmbiguousUse", "Concept", "Relation", "Vocabulary", "load_vocabulary", "read_vocabulary"]
