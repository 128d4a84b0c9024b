"""The checked vocabulary as rows of JSON: read in a tenth of the time that the YAML and its checks take.

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
CONCEPTS_FILE = "concepts.tsv"


def stored_rows(path: Path, version: str) -> dict[str, str] | None:
    """Read a file that the training command wrote.

    Parameters
    ----------
    path : Path
        The file.
    version : str
        Hash of the YAML of today.

    Returns
    -------
    dict of str to str or None
        Rows by their keys; None where the file is missing, cut off, or made from other YAML.
    """
    try:
        head, *lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if head != f"version\t{version}" or not lines or lines.pop() or any("\t" not in line for line in lines):
        return None
    return dict(line.split("\t", 1) for line in lines)


def write_rows(path: Path, version: str, rows: Mapping[str, str]) -> None:
    """Write a file for ``stored_rows``; the same rows give the same bytes.

    Parameters
    ----------
    path : Path
        The file; its folder is made.
    version : str
        Hash of the YAML that the rows are made from.
    rows : mapping of str to str
        Rows by keys, neither with a line end, keys without a tab. An edit of one concept is an edit of few rows.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"version\t{version}", *(f"{key}\t{row}" for key, row in rows.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def dense(value: Any) -> str:
    """JSON without spaces, on one line.

    Parameters
    ----------
    value : object
        Anything that JSON has.

    Returns
    -------
    str
        Without a line end.

    Examples
    --------
    >>> dense({"lathe": [1, None]})
    '{"lathe":[1,null]}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def rows_of_concepts(concepts: Iterable[Concept]) -> dict[str, str]:
    """Concepts as rows.

    Parameters
    ----------
    concepts : iterable of Concept
        In the order of the files.

    Returns
    -------
    dict of str to str
        What ``concepts_of_rows`` reads, by id.
    """
    return {
        concept.id: dense(
            [
                concept.name,
                concept.category,
                concept.source,
                concept.meaning,
                concept.aliases,
                concept.verbs,
                concept.cased,
                concept.parents,
                [[use.aliases, use.trade, use.other, use.keep_by_default] for use in concept.ambiguous],
                [[one.concept, one.strength, one.why, one.back] for one in concept.relations],
                concept.alike,
            ]
        )
        for concept in concepts
    }


def concepts_of_rows(rows: Mapping[str, str]) -> dict[str, Concept]:
    """Concepts of the rows that ``rows_of_concepts`` made.

    Parameters
    ----------
    rows : mapping of str to str
        By id.

    Returns
    -------
    dict of str to Concept
        By id, in the same order.
    """
    values = json.loads("[" + ",".join(rows.values()) + "]")
    return {identity: concept_of_row(identity, row) for identity, row in zip(rows, values, strict=True)}


def concept_of_row(identity: str, row: list[Any]) -> Concept:
    """One concept of what its row says."""
    name, category, source, meaning, aliases, verbs, cased, parents, ambiguous, relations, alike = row
    return Concept(
        id=identity,
        name=name,
        category=Category(category),
        source=source,
        meaning=meaning,
        aliases=tuple(aliases),
        verbs=tuple(verbs),
        cased=tuple(cased),
        parents=tuple(parents),
        ambiguous=tuple(
            AmbiguousUse(aliases=tuple(words), trade=tuple(trade), other=tuple(other), keep_by_default=keep)
            for words, trade, other, keep in ambiguous
        ),
        relations=tuple(
            Relation(concept=one, strength=share, why=why, back=back) for one, share, why, back in relations
        ),
        alike=alike,
    )
