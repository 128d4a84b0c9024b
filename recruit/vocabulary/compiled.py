"""The checked vocabulary as rows of JSON: read in a tenth of the time that the YAML and its checks take.

The training command writes it. It holds the hash of the YAML it was made from; after any edit of that the YAML
itself counts again, so that nobody ever reads old words.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import recruit
from recruit.vocabulary.concepts import AmbiguousUse, Concept, Relation
from recruit.vocabulary.shapes import Category

COMPILED_FOLDER = Path(recruit.__file__).resolve().parent.parent / "models" / "vocabulary"
CONCEPTS_FILE = "concepts.tsv"


class SortedRows(Mapping[str, str]):
    r"""Rows of a file that stand in the order of their keys, each looked up when it is asked for.

    A text meets a few hundred of eighty thousand: cutting the file into all takes longer than finding those.

    Parameters
    ----------
    content : bytes
        Lines of key, tab and row, in the order of the keys, the last with its end.

    Examples
    --------
    >>> SortedRows(b"lathe\tturns\nmill\tcuts\n")["mill"]
    'cuts'
    """

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __getitem__(self, key: str) -> str:
        content, wanted = self._content, f"{key}\t".encode()
        low, high = 0, len(content)
        while low < high:
            middle = (low + high) // 2
            start = content.rfind(b"\n", low, middle) + 1 or low
            if content[start : start + len(wanted)] < wanted:
                low = content.index(b"\n", middle) + 1
            else:
                high = start
        if not content.startswith(wanted, low):
            raise KeyError(key)
        return content[low + len(wanted) : content.index(b"\n", low)].decode()

    def __iter__(self) -> Iterator[str]:
        return (line.partition(b"\t")[0].decode() for line in self._content.split(b"\n")[:-1])

    def __len__(self) -> int:
        return self._content.count(b"\n")


def sorted_rows(path: Path, version: str) -> SortedRows | None:
    """Open a file that the training command wrote with its rows in the order of their keys.

    Parameters
    ----------
    path : Path
        The file.
    version : str
        Hash of the YAML of today.

    Returns
    -------
    SortedRows or None
        None where the file is missing, cut off, or made from other YAML.
    """
    content = content_of(path, version)
    return None if content is None else SortedRows(content)


def stored_rows(path: Path, version: str) -> dict[str, str] | None:
    """Read a file that the training command wrote, all rows of it.

    Parameters
    ----------
    path : Path
        The file.
    version : str
        Hash of the YAML of today.

    Returns
    -------
    dict of str to str or None
        Rows by their keys, in the order of the file; None where it is missing, cut off, or made from other YAML.
    """
    content = content_of(path, version)
    if content is None:
        return None
    return dict(line.split("\t", 1) for line in content.decode().split("\n")[:-1])


def content_of(path: Path, version: str) -> bytes | None:
    """What stands below the version of a file, where that is the one of today and the last line has its end."""
    try:
        with path.open("rb") as file:
            is_of_today = file.readline() == f"version\t{version}\n".encode()
            content = file.read() if is_of_today else b""
    except OSError:
        return None
    return content if content.endswith(b"\n") else None


def write_rows(path: Path, version: str, rows: Mapping[str, str]) -> None:
    """Write a file for ``stored_rows`` or ``sorted_rows``; the same rows give the same bytes.

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
        What ``StoredConcepts`` reads, by id.
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
                [[relation.concept, relation.strength, relation.why] for relation in concept.relations],
            ]
        )
        for concept in concepts
    }


class StoredConcepts(Mapping[str, Concept]):
    """Concepts by their ids, in the order of the files; each is made of its row when it is first asked for.

    Parameters
    ----------
    rows : mapping of str to str
        What ``rows_of_concepts`` made.
    """

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows
        self._made: dict[str, Concept] = {}

    def __getitem__(self, identity: str) -> Concept:
        made = self._made.get(identity)
        # Of two threads that make the same concept one wins: there is one of each, and others hold on to it.
        return made or self._made.setdefault(identity, concept_of_row(identity, json.loads(self._rows[identity])))

    def __contains__(self, identity: object) -> bool:
        return identity in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def concept_of_row(identity: str, row: list[Any]) -> Concept:
    """One concept of what its row says."""
    name, category, source, meaning, aliases, verbs, cased, parents, ambiguous, relations = row
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
        relations=tuple(Relation(concept=one, strength=share, why=why) for one, share, why in relations),
    )
