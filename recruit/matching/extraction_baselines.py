"""What anybody could run instead of our extractor: spaCy's PhraseMatcher and substrings, with the same names."""

from collections.abc import Iterable, Iterator

import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from recruit.vocabulary.concepts import Concept, Vocabulary
from recruit.vocabulary.shapes import Category, Kind, Polarity, SkillMention

#: What a plain search takes everything for.
POLARITIES = {Kind.RESUME: Polarity.HELD, Kind.JOB: Polarity.REQUIRED}


class PhraseMatching:
    """Finds whole words of a name in any case, the longest names first, by spaCy's PhraseMatcher.

    Examples
    --------
    >>> from recruit.vocabulary import load_vocabulary
    >>> [mention.text for mention in PhraseMatching(load_vocabulary())("Tight corners, TIG", Kind.RESUME)]
    ['TIG']
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._concepts = vocabulary.concepts
        self._language = spacy.blank("en")
        self._matcher = PhraseMatcher(self._language.vocab, attr="LOWER")
        for concept in vocabulary.concepts.values():
            if names := list(plain_names(concept)):
                self._matcher.add(concept.id, [self._language.make_doc(name) for name in names])

    def __call__(self, text: str, kind: Kind) -> list[SkillMention]:
        """Return what was found, in reading order."""
        found = filter_spans(self._matcher(self._language.make_doc(text), as_spans=True))
        return [
            mention_of(self._concepts[span.label_], text, span.start_char, span.end_char, kind) for span in found
        ]


class EntityRuling:
    """Finds the same as ``PhraseMatching``, by the entity ruler of a spaCy pipeline.

    Examples
    --------
    >>> from recruit.vocabulary import load_vocabulary
    >>> [mention.text for mention in EntityRuling(load_vocabulary())("Tight corners, TIG", Kind.RESUME)]
    ['TIG']
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._concepts = vocabulary.concepts
        self._language = spacy.blank("en")
        ruler = self._language.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
        ruler.add_patterns(  # type: ignore[attr-defined]
            [
                {"label": concept.category.value, "id": concept.id, "pattern": name}
                for concept in vocabulary.concepts.values()
                for name in plain_names(concept)
            ]
        )

    def __call__(self, text: str, kind: Kind) -> list[SkillMention]:
        """Return what was found, in reading order."""
        return [
            mention_of(self._concepts[span.ent_id_], text, span.start_char, span.end_char, kind)
            for span in self._language(text).ents
        ]


class SubstringSearch:
    """Finds names wherever their letters stand, also inside other words, the longest names first.

    Examples
    --------
    >>> from recruit.vocabulary import load_vocabulary
    >>> [mention.text for mention in SubstringSearch(load_vocabulary())("Tight corners", Kind.RESUME)]
    ['Tig']
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_name: dict[str, Concept] = {}
        for concept in vocabulary.concepts.values():
            for name in plain_names(concept):
                self._by_name.setdefault(name.lower(), concept)
        self._names = sorted(self._by_name, key=lambda name: (-len(name), name))

    def __call__(self, text: str, kind: Kind) -> list[SkillMention]:
        """Return what was found, in reading order."""
        lower = text.lower()
        # Few letters grow in lower case; where some did, the places would be those of another text.
        lower = lower if len(lower) == len(text) else text
        taken = bytearray(len(lower))
        found = []
        for name in self._names:
            for start in places_of(name, lower):
                end = start + len(name)
                if not any(taken[start:end]):
                    taken[start:end] = b"\x01" * len(name)
                    found.append(mention_of(self._by_name[name], text, start, end, kind))
        return sorted(found, key=lambda mention: mention.start)


def plain_names(concept: Concept) -> Iterator[str]:
    """Every name of a concept as the vocabulary writes it; tolerances are found by rule and have none."""
    if concept.category is not Category.TOLERANCE:
        guarded: Iterable[str] = (alias for use in concept.ambiguous for alias in use.aliases)
        yield from dict.fromkeys((concept.name, *concept.aliases, *concept.cased, *concept.verbs, *guarded))


def places_of(name: str, text: str) -> Iterator[int]:
    """Every place of a name in a text, none inside another."""
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name))


def mention_of(concept: Concept, text: str, start: int, end: int, kind: Kind) -> SkillMention:
    """Make a mention that was found without looking at what stands around it."""
    return SkillMention(
        start=start,
        end=end,
        text=text[start:end],
        category=concept.category,
        concept=concept.id,
        name=concept.name,
        polarity=POLARITIES[kind],
    )
