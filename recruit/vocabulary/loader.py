"""Reads the YAML files of this folder once, and refuses words that contradict themselves.

One file per category; `processes.yaml` shows every field. A mistake is named with its file and concept, so that
whoever edits the words needs no debugger.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from recruit.errors import VocabularyError
from recruit.vocabulary.compiled import (
    COMPILED_FOLDER,
    CONCEPTS_FILE,
    StoredConcepts,
    dense,
    stored_rows,
    write_rows,
)
from recruit.vocabulary.concepts import AmbiguousUse, Concept, Relation, Vocabulary
from recruit.vocabulary.memory import resting_collector
from recruit.vocabulary.shapes import Category
from recruit.vocabulary.spellings import Key, key_of

FOLDER = Path(__file__).parent
OCCUPATIONS_FILE = "occupations.yaml"
CONCEPT_FIELDS = {"id", "name", "meaning", "aliases", "verbs", "cased", "parents", "ambiguous", "related", "alike"}
LONGEST_MEANING = 140  # letters: two lines on a small screen
AMBIGUOUS_FIELDS = {"aliases", "trade", "other", "default"}
RELATION_FIELDS = {"concept", "strength", "why", "back"}


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary of this release, read and checked at the first call and kept.

    Returns
    -------
    Vocabulary
        The concepts of every file of this folder.

    Raises
    ------
    VocabularyError
        Naming the file, the concept, what is wrong and what to do.

    Examples
    --------
    >>> "cnc-control" in load_vocabulary().concepts
    True
    """
    with resting_collector():
        version = version_of(paths_of(FOLDER))
        rows = stored_rows(COMPILED_FOLDER / CONCEPTS_FILE, version)
        return read_vocabulary(FOLDER) if rows is None else Vocabulary(StoredConcepts(rows), version)


def read_vocabulary(folder: Path) -> Vocabulary:
    """Read and check the concepts of a folder of YAML files.

    Parameters
    ----------
    folder : Path
        Holds one ``*.yaml`` per category; the file of occupations is passed over.

    Returns
    -------
    Vocabulary
        The concepts of all files, in the order of file names.

    Raises
    ------
    VocabularyError
        If a file is not as documented, or the concepts contradict each other.
    """
    concepts: dict[str, Concept] = {}
    for path in paths_of(folder):
        for concept in concepts_of(path):
            if concept.id in concepts:
                raise mistake(concept, f"its id is taken by {concepts[concept.id].source}; choose another")
            concepts[concept.id] = concept
    check_references(concepts)
    check_cycles(concepts)
    check_double_names(concepts)
    vocabulary = Vocabulary(concepts=concepts, version=version_of(paths_of(folder)))
    check_relations_upward(vocabulary)
    return vocabulary


def paths_of(folder: Path) -> list[Path]:
    """The files of concepts in their order."""
    return sorted(path for path in folder.glob("*.yaml") if path.name != OCCUPATIONS_FILE)


def version_of(paths: Iterable[Path]) -> str:
    """Hash of the content of files."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def content_of(path: Path) -> Any:
    """The content of one YAML file, by what the training command made of it unless it was edited since."""
    rows = stored_rows(COMPILED_FOLDER / f"{path.stem}.tsv", version_of([path]))
    return parse_yaml(path) if rows is None else {name: json.loads(row) for name, row in rows.items()}


def write_content(path: Path, folder: Path) -> None:
    """Write what ``content_of`` takes instead of the YAML.

    Parameters
    ----------
    path : Path
        A file of YAML with a table at its top.
    folder : Path
        Where the rows go, under the same name.
    """
    rows = {name: dense(part) for name, part in parse_yaml(path).items()}
    write_rows(folder / f"{path.stem}.tsv", version_of([path]), rows)


def parse_yaml(path: Path) -> Any:
    """The content of one YAML file."""
    # Whoever finds the words compiled parses none, and does not wait for the parser.
    from recruit.vocabulary.yaml_files import parsed  # noqa: PLC0415

    return parsed(path)


def concepts_of(path: Path) -> Iterable[Concept]:
    """The concepts of one file, each checked by itself."""
    content = parse_yaml(path)
    if not isinstance(content, dict) or set(content) != {"category", "concepts"}:
        raise VocabularyError(f"{path.name} must hold exactly 'category' and 'concepts' at its top.")
    try:
        category = Category(content["category"])
    except ValueError as error:
        known = ", ".join(Category)
        raise VocabularyError(f"{path.name}: no category {content['category']!r}; use one of {known}.") from error
    return [concept_of(row, category, path.name) for row in content["concepts"]]


def concept_of(row: object, category: Category, source: str) -> Concept:
    """One concept from its row."""
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not isinstance(row.get("name"), str):
        raise VocabularyError(f"{source}: a concept needs 'id' and 'name' as text, not {row!r}.")
    identity, place = row["id"], f"{source}, concept {row['id']!r}"
    if not identity.replace("-", "").isalnum() or identity != identity.lower():
        raise VocabularyError(f"{place}: an id is lower-case words with hyphens between them.")
    refuse_strange_fields(row, CONCEPT_FIELDS, place)
    return Concept(
        id=identity,
        name=row["name"],
        category=category,
        source=source,
        meaning=meaning_of(row, place),
        aliases=texts(row, "aliases", place),
        verbs=texts(row, "verbs", place),
        cased=texts(row, "cased", place),
        parents=texts(row, "parents", place),
        ambiguous=tuple(ambiguous_use(entry, place) for entry in row.get("ambiguous", ())),
        relations=tuple(relation_of(entry, place) for entry in row.get("related", ())),
        alike=share_of(row, "alike", place) if "alike" in row else None,
    )


def meaning_of(row: Mapping[str, object], place: str) -> str:
    """What a concept means: one sentence that a page can show as it stands."""
    meaning = row.get("meaning", "")
    if not isinstance(meaning, str) or (
        meaning and not (meaning[0] == meaning[0].upper() and meaning.endswith("."))
    ):
        raise VocabularyError(f"{place}: 'meaning' is one sentence that ends with a full stop, not {meaning!r}.")
    if len(meaning) > LONGEST_MEANING:
        raise VocabularyError(f"{place}: its meaning has {len(meaning)} letters; say it in {LONGEST_MEANING}.")
    return meaning


def ambiguous_use(row: object, place: str) -> AmbiguousUse:
    """One group of spellings with other meanings."""
    if not isinstance(row, dict):
        raise VocabularyError(f"{place}: each entry of 'ambiguous' has 'aliases', and 'trade' or 'other'.")
    refuse_strange_fields(row, AMBIGUOUS_FIELDS, place)
    if row.get("default") not in ("keep", "drop"):
        raise VocabularyError(f"{place}: 'default' of an ambiguous alias is 'keep' or 'drop'.")
    use = AmbiguousUse(
        aliases=texts(row, "aliases", place),
        trade=texts(row, "trade", place),
        other=texts(row, "other", place),
        keep_by_default=row["default"] == "keep",
    )
    if not use.aliases or not (use.trade or use.other):
        raise VocabularyError(f"{place}: an ambiguous entry needs 'aliases', and 'trade' or 'other' to decide by.")
    return use


def relation_of(row: object, place: str) -> Relation:
    """What a concept carries over to."""
    if not isinstance(row, dict) or not {"concept", "strength", "why"} <= set(row):
        raise VocabularyError(f"{place}: each entry of 'related' has 'concept', 'strength' and 'why'.")
    refuse_strange_fields(row, RELATION_FIELDS, place)
    concept, strength = str(row["concept"]), share_of(row, "strength", place)
    back = share_of(row, "back", place) if "back" in row else None
    if back is not None and back > strength:
        raise VocabularyError(
            f"{place}: more carries back from {concept!r} than over to it; let the relation stand there."
        )
    return Relation(concept=concept, strength=strength, why=str(row["why"]), back=back)


def share_of(row: Mapping[str, object], name: str, place: str) -> float:
    """How much carries over."""
    share = row[name]
    if not isinstance(share, int | float) or not 0 < share <= 1:
        raise VocabularyError(f"{place}: '{name}' is {share!r}; it lies in (0, 1].")
    return float(share)


def texts(row: Mapping[str, object], name: str, place: str) -> tuple[str, ...]:
    """A list of texts, empty when the row does not have it; YAML reads a bare 304 or on as something else."""
    values = row.get(name, [])
    if not isinstance(values, list):
        raise VocabularyError(f"{place}: '{name}' is a list, not {values!r}.")
    for value in values:
        if not isinstance(value, str) or not key_of(value):
            raise VocabularyError(
                f"{place}: {value!r} in '{name}' is not text with a word in it; put it in quotes."
            )
    return tuple(values)


def refuse_strange_fields(row: Mapping[str, object], known: set[str], place: str) -> None:
    """A misspelt field would be silently without effect."""
    strange = sorted(set(row) - known)
    if strange:
        raise VocabularyError(f"{place}: no field {strange[0]!r}; there are {', '.join(sorted(known))}.")


def mistake(concept: Concept, what: str) -> VocabularyError:
    """An error that says where to look."""
    return VocabularyError(f"{concept.source}, concept {concept.id!r}: {what}.")


def check_references(concepts: Mapping[str, Concept]) -> None:
    """Parents and related concepts exist, and a pair is related in one place."""
    stated: set[tuple[str, str]] = set()
    for concept in concepts.values():
        for parent in concept.parents:
            if parent not in concepts:
                raise mistake(concept, f"its parent {parent!r} does not exist")
        for relation in concept.relations:
            if relation.concept not in concepts or relation.concept == concept.id:
                raise mistake(concept, f"its related concept {relation.concept!r} is not another one that exists")
            if {(concept.id, relation.concept), (relation.concept, concept.id)} & stated:
                raise mistake(
                    concept, f"its relation to {relation.concept!r} is stated twice; keep one, with 'back'"
                )
            stated.add((concept.id, relation.concept))


def check_relations_upward(vocabulary: Vocabulary) -> None:
    """A kind of a thing counts as the thing in full: a relation to it would say that it is no kind of it."""
    for concept in vocabulary.concepts.values():
        for relation in concept.relations:
            if relation.concept in vocabulary.ancestors(concept.id):
                raise mistake(concept, f"it is a kind of {relation.concept!r} already; drop the relation to it")


def check_cycles(concepts: Mapping[str, Concept]) -> None:
    """Nothing is a kind of itself."""
    finished: set[str] = set()

    def climb(identity: str, below: tuple[str, ...]) -> None:
        if identity in below:
            raise mistake(concepts[identity], f"it is its own ancestor, by way of {' > '.join(below)}")
        if identity not in finished:
            for parent in concepts[identity].parents:
                climb(parent, (*below, identity))
            finished.add(identity)

    for identity in concepts:
        climb(identity, ())


def names_of(concept: Concept) -> dict[Key, str]:
    """Every name of a concept as the file writes it, by its words."""
    ambiguous = (alias for use in concept.ambiguous for alias in use.aliases)
    return {
        key_of(name): name for name in (concept.name, *concept.aliases, *concept.cased, *concept.verbs, *ambiguous)
    }


def check_double_names(concepts: Mapping[str, Concept]) -> None:
    """A name stands for one concept; for one in each of two categories only where context words decide."""
    owner: dict[Key, list[Concept]] = {}
    for concept in concepts.values():
        guarded = {key_of(alias) for use in concept.ambiguous for alias in use.aliases}
        for key, name in names_of(concept).items():
            for other in owner.get(key, ()):
                if other.category is concept.category:
                    raise mistake(concept, f"{name!r} is a name of {other.id!r} too; keep one of them")
                other_guarded = {key_of(alias) for use in other.ambiguous for alias in use.aliases}
                if key not in guarded and key not in other_guarded:
                    hint = "let 'ambiguous' of one of them say when"
                    raise mistake(concept, f"{name!r} is a name of {other.id!r} ({other.source}) too; {hint}")
            owner.setdefault(key, []).append(concept)
