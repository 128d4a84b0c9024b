"""How far one skill stands in for another: exactly, as one of the same family, or by what carries over."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from recruit.vocabulary import Vocabulary, load_vocabulary


class Kin(StrEnum):
    """The three ways in which a held skill answers to an asked one."""

    EXACT = "exact"
    FAMILY = "family"
    TRANSFERABLE = "transferable"


#: Full credit is for the skill itself or a kind of it. One of the same family gets at most this share, less the
#: wider the family is; so does what carries over, less the weaker the tie. Trade judgement: somebody who knows
#: the neighbour is trained on the skill in weeks rather than years, and is not yet able to do it.
FAMILY_CREDIT = 0.65
TRANSFER_CREDIT = 0.7

#: Strength of a relation at which nothing is lost: whoever has a Class A licence may drive what Class B allows.
INCLUDED = 1.0

#: Below this a common ancestor says no more than that both are skills of a shop.
LEAST_CREDIT = 0.3

#: Steps up to a common ancestor beyond which two skills are not of one family.
FAMILY_STEPS = 2


@dataclass(frozen=True, slots=True)
class Closeness:
    """What share of an asked skill a held one is worth, in (0, 1], and why."""

    credit: float
    kin: Kin


class Kinship:
    """The closeness of concepts, worked out once for each concept that is asked for.

    Parameters
    ----------
    vocabulary : Vocabulary
        The concepts, their parents and what is related to them.

    Examples
    --------
    >>> kinship = load_kinship()
    >>> kinship.near("cnc-control")["fanuc-control"].kin.value
    'exact'
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.below: dict[str, set[str]] = {}
        for concept in vocabulary.concepts:
            for above in vocabulary.ancestors(concept):
                self.below.setdefault(above, set()).add(concept)
        self.known: dict[str, Mapping[str, Closeness]] = {}

    def near(self, asked: str) -> Mapping[str, Closeness]:
        """Return every concept that answers to an asked one, itself included.

        Parameters
        ----------
        asked : str
            Id of the concept a job asks for.

        Returns
        -------
        mapping of str to Closeness
            By the id of the concept a person may hold. An id the vocabulary no longer has answers to itself.
        """
        if asked not in self.known:
            self.known[asked] = self.work_out(asked)
        return self.known[asked]

    def work_out(self, asked: str) -> dict[str, Closeness]:
        """Collect kinds of the concept, its family, and what carries over, keeping the best of each."""
        found = {asked: Closeness(1.0, Kin.EXACT)}
        if asked not in self.vocabulary.concepts:
            return found
        found |= dict.fromkeys(self.below.get(asked, ()), found[asked])
        self.add_related(found, asked, share=1.0)
        for above in self.vocabulary.ancestors(asked):
            alike = self.vocabulary.concepts[above].alike
            if alike is not None and asked in self.alike_below(above):
                for name in (above, *self.alike_below(above)):
                    keep_better(found, name, TRANSFER_CREDIT * alike, Kin.FAMILY)
                self.add_related(found, above, share=alike)
        for above, steps in self.vocabulary.ancestors(asked).items():
            if steps > FAMILY_STEPS:
                continue
            credit = FAMILY_CREDIT * self.narrowness(above)
            keep_better(found, above, credit, Kin.FAMILY)
            for name in self.below[above]:
                if self.vocabulary.ancestors(name)[above] <= FAMILY_STEPS:
                    keep_better(found, name, credit, Kin.FAMILY)
        return found

    def add_related(self, found: dict[str, Closeness], asked: str, *, share: float) -> None:
        """Add what carries over to a concept, from kinds of the related ones too, and only a share of it."""
        for held, relation in self.vocabulary.carried_over_from(asked).items():
            strength = share * relation.strength
            for name in {held, *self.below.get(held, ())}:
                if strength == INCLUDED:
                    found[name] = found[asked]
                else:
                    keep_better(found, name, TRANSFER_CREDIT * strength, Kin.TRANSFERABLE)

    def alike_below(self, concept: str) -> set[str]:
        """Return the kinds of a concept, without those that say how alike theirs are: Swiss lathes stand apart."""
        found: set[str] = set()
        level = self.vocabulary.children(concept)
        while level:
            level = tuple(name for name in level if self.vocabulary.concepts[name].alike is None)
            found.update(level)
            level = tuple(below for name in level for below in self.vocabulary.children(name))
        return found

    def narrowness(self, concept: str) -> float:
        """How much is said by naming a concept: 1 with nothing below it, 0 with everything below it.

        Parameters
        ----------
        concept : str
            Id of a concept.

        Returns
        -------
        float in [0, 1]
            Intrinsic information content.

        Source
        ------
        Seco, Veale, Hayes, An intrinsic information content metric for semantic similarity (2004).
        """
        return 1 - math.log(self.vocabulary.n_below[concept] + 1) / math.log(len(self.vocabulary.concepts))

    def covers(self, wide: str, narrow: str) -> bool:
        """Say whether one concept is another one, or a kind of it is.

        Parameters
        ----------
        wide : str
            Id of the more general concept.
        narrow : str
            Id of the more special one.

        Returns
        -------
        bool
            True for a concept and itself.
        """
        return wide == narrow or narrow in self.below.get(wide, ())


def keep_better(found: dict[str, Closeness], name: str, credit: float, kin: Kin) -> None:
    """Note a closeness where it says something and nothing better is known."""
    if credit >= LEAST_CREDIT and (name not in found or found[name].credit < credit):
        found[name] = Closeness(credit, kin)


@lru_cache(maxsize=1)
def load_kinship() -> Kinship:
    """Return the closeness of the concepts of this release, worked out once.

    Returns
    -------
    Kinship
        Over `load_vocabulary`.
    """
    return Kinship(load_vocabulary())
