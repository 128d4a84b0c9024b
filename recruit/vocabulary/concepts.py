"""The trade's words once loaded: concepts, what they descend from, and what stands near them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    """How much of a skill carries over to another one, in (0, 1], and why.

    It runs from the concept it stands at towards ``concept``; ``back``, in (0, 1], says what carries over the
    other way, None where nothing does. A strength of 1 says that whoever has the one has the other: a higher
    license includes the lower.
    """

    concept: str
    strength: float
    why: str
    back: float | None = None


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
    #: What share of one of its kinds carries over to another, in (0, 1]; None where they are not that much alike.
    alike: float | None = None


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

    @cached_property
    def n_below(self) -> Mapping[str, int]:
        """How many concepts each one covers, directly or not; 0 for those that cover none."""
        return Counter(above for concept in self.concepts for above in self.ancestors(concept))

    def carries_over_to(self, concept: str) -> Mapping[str, Relation]:
        """What whoever has a concept partly has as well.

        Parameters
        ----------
        concept : str
            Id of a concept that is held.

        Returns
        -------
        Mapping of str to Relation
            By the id of the other concept, with the share in (0, 1] that carries over to it. Empty when nothing is
            known.

        Raises
        ------
        KeyError
            If no concept has this id.
        """
        if concept not in self.concepts:
            raise KeyError(concept)
        return self._relations_by_held.get(concept, {})

    def carried_over_from(self, concept: str) -> Mapping[str, Relation]:
        """What partly stands in for a concept.

        Parameters
        ----------
        concept : str
            Id of a concept that is asked for.

        Returns
        -------
        Mapping of str to Relation
            By the id of the concept that somebody may hold instead, with the share in (0, 1] that carries over
            from it. Empty when nothing is known.

        Raises
        ------
        KeyError
            If no concept has this id.
        """
        if concept not in self.concepts:
            raise KeyError(concept)
        return self._relations_by_asked.get(concept, {})

    @cached_property
    def _relations_by_held(self) -> dict[str, dict[str, Relation]]:
        held: dict[str, dict[str, Relation]] = {}
        for concept in self.concepts.values():
            for relation in concept.relations:
                forth = Relation(concept=relation.concept, strength=relation.strength, why=relation.why)
                held.setdefault(concept.id, {})[relation.concept] = forth
                if relation.back is not None:
                    back = Relation(concept=concept.id, strength=relation.back, why=relation.why)
                    held.setdefault(relation.concept, {})[concept.id] = back
        return held

    @cached_property
    def _relations_by_asked(self) -> dict[str, dict[str, Relation]]:
        asked: dict[str, dict[str, Relation]] = {}
        for held, relations in self._relations_by_held.items():
            for other, relation in relations.items():
                asked.setdefault(other, {})[held] = replace(relation, concept=held)
        return asked

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
