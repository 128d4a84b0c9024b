"""The trade's words once loaded: concepts, what they descend from, and what stands near them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from recruit.vocabulary.shapes import Category


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AmbiguousUse:
    """Spellings that mean something else elsewhere, and the words nearby that decide; two are never the same.

    ``trade`` speaks for the trade's sense, ``other`` against it; a trailing ``*`` stands for any ending.
    """

    aliases: tuple[str, ...]
    trade: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    keep_by_default: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How much of a skill carries over to another one, in [0, 1], and why."""

    concept: str
    strength: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing of the trade under all the names people write for it."""

    id: str
    name: str
    category: Category
    source: str
    #: What it is, in one plain sentence of our own, for whoever does not know the word.
    meaning: str = ""
    aliases: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    ambiguous: tuple[AmbiguousUse, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All concepts, with the questions the matcher asks of them.

    Parameters
    ----------
    concepts : Mapping of str to Concept
        Every concept under its id, in the order of the files.
    version : str
        Hash of the files' content: two equal versions read every text alike.

    Examples
    --------
    >>> from recruit.vocabulary import load_vocabulary
    >>> vocabulary = load_vocabulary()
    >>> vocabulary.name("fanuc-control")
    'Fanuc control'
    >>> vocabulary.ancestors("fanuc-31i")
    {'fanuc-control': 1, 'cnc-control': 2}
    """

    concepts: Mapping[str, Concept]
    version: str
    _ancestors: dict[str, dict[str, int]] = field(default_factory=dict, repr=False, compare=False)

    def name(self, concept: str) -> str:
        """What people call a concept.

        Parameters
        ----------
        concept : str
            Id of a concept.

        Returns
        -------
        str
            Its display name.

        Raises
        ------
        KeyError
            If no concept has this id.
        """
        return self.concepts[concept].name

    def ancestors(self, concept: str) -> Mapping[str, int]:
        """Everything more general than a concept, with the number of steps up to it.

        Parameters
        ----------
        concept : str
            Id of a concept.

        Returns
        -------
        Mapping of str to int
            Ids of ancestors and the shortest distance to each, nearest first; 1 is a parent. Empty at the top.

        Raises
        ------
        KeyError
            If no concept has this id.
        """
        known = self._ancestors.get(concept)
        if known is None:
            known = self._ancestors[concept] = self._climb(concept)
        return known

    def _climb(self, concept: str) -> dict[str, int]:
        distance: dict[str, int] = {}
        level, step = list(self.concepts[concept].parents), 1
        while level:
            for parent in level:
                distance.setdefault(parent, step)
            level = [up for parent in level for up in self.concepts[parent].parents if up not in distance]
            step += 1
        return distance

    def children(self, concept: str) -> tuple[str, ...]:
        """What a concept covers directly.

        Parameters
        ----------
        concept : str
            Id of a concept.

        Returns
        -------
        tuple of str
            Ids in the order of the files; empty where nothing is narrower.

        Raises
        ------
        KeyError
            If no concept has this id.
        """
        if concept not in self.concepts:
            raise KeyError(concept)
        return self._children.get(concept, ())

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        children: dict[str, list[str]] = {}
        for concept in self.concepts.values():
            for parent in concept.parents:
                children.setdefault(parent, []).append(concept.id)
        return {parent: tuple(below) for parent, below in children.items()}

    def related(self, concept: str) -> Mapping[str, float]:
        """What stands beside a concept: skills that partly carry over, in either direction.

        Parameters
        ----------
        concept : str
            Id of a concept.

        Returns
        -------
        Mapping of str to float
            Ids of related concepts and the share in [0, 1] that carries over; the larger one where both
            concepts name each other. Empty when nothing is known.

        Raises
        ------
        KeyError
            If no concept has this id.
        """
        if concept not in self.concepts:
            raise KeyError(concept)
        return self._related.get(concept, {})

    @cached_property
    def _related(self) -> dict[str, dict[str, float]]:
        strength: dict[str, dict[str, float]] = {}
        for concept in self.concepts.values():
            for relation in concept.relations:
                for one, other in ((concept.id, relation.concept), (relation.concept, concept.id)):
                    known = strength.setdefault(one, {})
                    known[other] = max(relation.strength, known.get(other, 0.0))
        return strength

    def common_ancestor(self, one: str, other: str) -> str | None:
        """The nearest concept that both are kinds of; one of them when it covers the other.

        Parameters
        ----------
        one, other : str
            Ids of two concepts.

        Returns
        -------
        str or None
            Id of the nearest shared ancestor, None when they share none.

        Raises
        ------
        KeyError
            If no concept has one of these ids.
        """
        above_one, above_other = {one: 0, **self.ancestors(one)}, {other: 0, **self.ancestors(other)}
        shared = [concept for concept in above_one if concept in above_other]
        return min(shared, key=lambda concept: above_one[concept] + above_other[concept], default=None)
