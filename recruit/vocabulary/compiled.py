"""The checked vocabulary as one file of JSON: read in a tenth of the time that the YAML and its checks take.

The training command writes it. It holds the hash of the YAML it was made from; after any edit of that the YAML
itself counts again, so that nobody ever reads old words.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import recruit
from recruit.vocabulary.concepts import AmbiguousUse, Concept, Relation
from recruit.vocabulary.shapes import Category

COMPILED_FOLDER = Path(recruit.__file__).resolve().parent.parent / "models" / "vocabulary"
CONCEPTS_FILE = "concepts.json"


def stored(path: Path, version: str) -> Mapping[str, Any] | None:
    """Read a file that the training command wrote.

    Parameters
    ----------
    path : Path
        The file.
    version : str
        Hash of the YAML of today.

    Returns
    -------
    mapping or None
        Its content; None where it is missing, no JSON, or made from other YAML.
    """
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and content.get("version") == version else None


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Write a file for ``stored``; the same content gives the same bytes.

    Parameters
    ----------
    path : Path
        The file; its folder is made.
    content : mapping
        JSON with a ``version``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A row a line: an edit of one concept is an edit of one line.
    lines = (f"{json.dumps(key)}: {rows_of(value)}" for key, value in content.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def rows_of(value: Any) -> str:
    """JSON of a value, with each member of a list or mapping on a line of its own."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(dense, value)) + "\n]"
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f"{dense(key)}: {dense(member)}" for key, member in value.items()) + "\n}"
    return dense(value)


def dense(value: Any) -> str:
    """JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def rows_of_concepts(concepts: Iterable[Concept]) -> list[list[Any]]:
    """Concepts as rows of JSON.

    Parameters
    ----------
    concepts : iterable of Concept
        In the order of the files.

    Returns
    -------
    list of list
        What ``concepts_of_rows`` reads.
    """
    return [
        [
            concept.id,
            concept.name,
            concept.category,
            concept.source,
            concept.meaning,
            concept.aliases,
            concept.verbs,
            concept.cased,
            concept.parents,
            [[use.aliases, use.trade, use.other, use.keep_by_default] for use in concept.ambiguous],
            [[relation.concept, relation.strength, relation.why] for relation in concept.relations],
        ]
        for concept in concepts
    ]


def concepts_of_rows(rows: Iterable[list[Any]]) -> dict[str, Concept]:
    """Concepts of the rows that ``rows_of_concepts`` made.

    Parameters
    ----------
    rows : iterable of list
        One for each concept.

    Returns
    -------
    dict of str to Concept
        By id, in the same order.
    """
    return {
        row[0]: Concept(
            id=row[0],
            name=row[1],
            category=Category(row[2]),
            source=row[3],
            meaning=row[4],
            aliases=tuple(row[5]),
            verbs=tuple(row[6]),
            cased=tuple(row[7]),
            parents=tuple(row[8]),
            ambiguous=tuple(
                AmbiguousUse(aliases=tuple(aliases), trade=tuple(trade), other=tuple(other), keep_by_default=keep)
                for aliases, trade, other, keep in row[9]
            ),
            relations=tuple(Relation(concept=one, strength=share, why=why) for one, share, why in row[10]),
        )
        for row in rows
    }
