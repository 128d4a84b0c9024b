"""The vocabulary as a graph to walk: what a word of the trade means, what stands around it, and who uses it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recruit.db import accounts
from recruit.errors import NotFound
from recruit.services import jobs as job_services
from recruit.services.house import House
from recruit.services.shapes import Actor, PostingView
from recruit.vocabulary import AmbiguousUse, Concept, Relation, load_vocabulary
from recruit.vocabulary.shapes import Category, Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A concept beside another one; ``strength`` in (0, 1] and ``why`` where it is related, not above or below."""

    concept: str
    name: str
    category: Category
    strength: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptView:
    """One concept with its names and its neighbours.

    ``names`` are other ways to write it that mean nothing else; ``guarded`` are those that may. ``broader`` is the
    way up, the nearest first. ``related`` is what it partly carries over to, ``related_from`` what partly stands
    in for it, the strongest first; what is in both carries over either way. ``alike`` is what share of one of
    ``narrower`` carries over to another.
    """

    concept: str
    name: str
    category: Category
    meaning: str
    names: tuple[str, ...]
    guarded: tuple[AmbiguousUse, ...]
    broader: tuple[Neighbour, ...]
    narrower: tuple[Neighbour, ...]
    related: tuple[Neighbour, ...]
    related_from: tuple[Neighbour, ...]
    alike: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptUse:
    """Who uses a concept or anything narrower: open jobs, and people of the actor's own agencies.

    ``people`` is None for whoever has no agency.
    """

    jobs: tuple[PostingView, ...]
    people: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseInAll:
    """Who uses a concept or anything narrower in a whole installation: for whoever looks after it."""

    jobs: int
    people_by_agency: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryView:
    """One category: how many concepts it has, and those that nothing of it is above."""

    category: Category
    count: int
    top: tuple[Neighbour, ...]


def concept_view(concept_id: str) -> ConceptView:
    """Return a concept with all that stands around it.

    Raises
    ------
    NotFound
        If no concept has this id.
    """
    vocabulary = load_vocabulary()
    concept = known_concept(concept_id)
    guarded = {alias for use in concept.ambiguous for alias in use.aliases}
    names = dict.fromkeys((*concept.aliases, *concept.cased, *concept.verbs))
    return ConceptView(
        concept=concept.id,
        name=concept.name,
        category=concept.category,
        meaning=concept.meaning,
        names=tuple(name for name in names if name not in guarded),
        guarded=concept.ambiguous,
        broader=neighbours(tuple(vocabulary.ancestors(concept.id))),
        narrower=by_name(neighbours(vocabulary.children(concept.id))),
        related=by_strength(vocabulary.carries_over_to(concept.id)),
        related_from=by_strength(vocabulary.carried_over_from(concept.id)),
        alike=concept.alike,
    )


def known_concept(concept_id: str) -> Concept:
    """Return a concept, or say that there is none."""
    concept = load_vocabulary().concepts.get(concept_id)
    if concept is None:
        raise NotFound(f"The vocabulary has no concept {concept_id!r}. Look for it by a word of its name.")
    return concept


def by_strength(relations: Mapping[str, Relation]) -> tuple[Neighbour, ...]:
    """Return related concepts as links with share and reason, the strongest first."""
    concepts = load_vocabulary().concepts
    found = [
        Neighbour(
            concept=other_id,
            name=concepts[other_id].name,
            category=concepts[other_id].category,
            strength=relation.strength,
            why=relation.why,
        )
        for other_id, relation in relations.items()
    ]
    return tuple(sorted(found, key=lambda one: (-(one.strength or 0.0), one.name.lower())))


def neighbours(concept_ids: Sequence[str]) -> tuple[Neighbour, ...]:
    """Return concepts as links, in the order given."""
    concepts = [load_vocabulary().concepts[concept_id] for concept_id in concept_ids]
    return tuple(Neighbour(concept=one.id, name=one.name, category=one.category) for one in concepts)


def by_name(links: Sequence[Neighbour]) -> tuple[Neighbour, ...]:
    """Sort links by name, in any case."""
    return tuple(sorted(links, key=lambda link: link.name.lower()))


@cache
def categories() -> tuple[CategoryView, ...]:
    """Return every category that has names, in the order of the public words; worked out once."""
    vocabulary = load_vocabulary()
    counts = Counter(concept.category for concept in vocabulary.concepts.values())
    return tuple(
        CategoryView(
            category=category,
            count=counts[category],
            top=by_name(neighbours([one.id for one in vocabulary.concepts.values() if is_top(one, category)])),
        )
        for category in Category
        if counts[category] and category is not Category.TOLERANCE
    )


def is_top(concept: Concept, category: Category) -> bool:
    """Tell whether a concept is of a category, covers others of it, and is covered by none of it."""
    vocabulary = load_vocabulary()
    concepts = vocabulary.concepts
    return (
        concept.category is category
        and bool(vocabulary.children(concept.id))
        and not any(concepts[parent].category is category for parent in concept.parents)
    )


def concept_use(house: House, actor: Actor | None, concept_id: str) -> ConceptUse:
    """Return who uses a concept or anything narrower: open jobs for everybody, people for their own agencies only.

    Raises
    ------
    NotFound
        If no concept has this id.
    """
    concept = known_concept(concept_id).id
    people = None
    if actor is not None and actor.agency_ids:
        people = sum(house.ranking.holders(agency_id, concept) for agency_id in actor.agency_ids)
    asking = (posting for posting in job_services.open_jobs(house) if asks_for(posting, concept))
    return ConceptUse(jobs=tuple(asking), people=people)


def use_in_all(house: House, concept_id: str) -> UseInAll:
    """Count who uses a concept or anything narrower, of every agency; only for commands on the machine itself."""
    with house.sessions() as session:
        names = {agency.id: agency.name for agency in accounts.agencies(session)}
    return UseInAll(
        jobs=sum(asks_for(posting, concept_id) for posting in job_services.open_jobs(house)),
        people_by_agency={name: house.ranking.holders(agency_id, concept_id) for agency_id, name in names.items()},
    )


def asks_for(posting: PostingView, concept_id: str) -> bool:
    """Tell whether a posting asks for a concept or anything narrower; what it rules out it does not ask for."""
    vocabulary = load_vocabulary()
    return any(
        requirement.concept == concept_id
        or (requirement.concept in vocabulary.concepts and concept_id in vocabulary.ancestors(requirement.concept))
        for requirement in posting.requirements
        if requirement.polarity is not Polarity.EXCLUDED
    )
