"""The checked vocabulary as rows of JSON: read in a tenth of the time that the YAML and its checks take.

The training command writes it. It holds the hash of the YAML it was made from; after any edit of that the YAML
itself counts again, so that nobody ever reads old words.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import recruit
from recruit.vocabulary.concepts import AmbiguousUse, Concept, Relation
from recruit.vocabulary.shapes import Category

COMPILED_FOLDER = Path(recruit.__file__).resolve().parent.parent / "models" / "vocabulary"
CONCEPTS_FILE = "concepts.tsv"
LAYOUT = 2  # to be raised when rows are written in another way: what was written before is passed over


class SortedRows(Mapping[str, bytes]):
    r"""Rows of a file that stand in the order of their keys, each looked up when it is asked for.

    A text meets a few hundred of eighty thousand: cutting the file into all takes longer than finding those.

    Parameters
    ----------
    content : bytes or mmap
        Lines of key, tab and row, in the order of the keys, the last with its end.
    first : int, default 0
        Where the first of these lines begins.

    Examples
    --------
    >>> rows = SortedRows(b"lathe\tturns\nmill\tcuts\n")
    >>> rows["mill"], [*rows.starting_with("la")]
    (b'cuts', [('lathe', b'turns')])
    """

    def __init__(self, content: bytes | mmap, first: int = 0) -> None:
        self._content, self._first = content, first

    def __getitem__(self, key: str) -> bytes:
        # No key has a letter that UTF-8 lacks; a text may.
        wanted = f"{key}\t".encode(errors="replace")
        start = self._place_of(wanted)
        row = start + len(wanted)
        if self._content[start:row] != wanted:
            raise KeyError(key)
        return self._content[row : self._content.find(b"\n", row)]

    def _place_of(self, beginning: bytes) -> int:
        """Where the first line begins that stands not before a beginning."""
        low, high = self._first, len(self._content)
        while low < high:
            middle = (low + high) // 2
            start = max(low, self._content.rfind(b"\n", low, middle) + 1)
            if self._content[start : start + len(beginning)] < beginning:
                low = self._content.find(b"\n", middle) + 1
            else:
                high = start
        return low

    def starting_with(self, beginning: str) -> Iterator[tuple[str, bytes]]:
        """Go through the rows whose keys begin alike.

        Parameters
        ----------
        beginning : str
            What they begin with; nothing stands for all rows.

        Yields
        ------
        tuple of str and bytes
            The key and the row, in the order of the keys.
        """
        start = self._place_of(wanted := beginning.encode())
        while start < len(self._content) and self._content[start : start + len(wanted)] == wanted:
            end = self._content.find(b"\n", start)
            key, _, row = self._content[start:end].partition(b"\t")
            yield key.decode(), row
            start = end + 1

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.starting_with(""))

    def __len__(self) -> int:
        return sum(1 for _ in self)


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
    head = head_of(version)
    try:
        with path.open("rb") as file:
            content = mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):  # an empty file has nothing to look at
        return None
    is_whole = content[: len(head)] == head and content[-1:] == b"\n"
    return SortedRows(content, len(head)) if is_whole else None


def stored_rows(path: Path, version: str) -> dict[str, bytes] | None:
    """Read a file that the training command wrote, all rows of it.

    Parameters
    ----------
    path : Path
        The file.
    version : str
        Hash of the YAML of today.

    Returns
    -------
    dict of str to bytes or None
        Rows by their keys, in the order of the file; None where it is missing, cut off, or made from other YAML.
    """
    head = head_of(version)
    try:
        content = path.read_bytes()
    except OSError:
        return None
    if not content.startswith(head) or not content.endswith(b"\n"):
        return None
    parts = (line.partition(b"\t") for line in content[len(head) :].split(b"\n")[:-1])
    return {key.decode(): row for key, _, row in parts}


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
    lines = b"".join(f"{key}\t{row}\n".encode() for key, row in rows.items())
    # A program that has the old file open goes on with that.
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(head_of(version) + lines)
    new.replace(path)


def head_of(version: str) -> bytes:
    """The first line of a file."""
    return f"version\t{version}\tlayout\t{LAYOUT}\n".encode()


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
                [[one.concept, one.strength, one.why, one.back] for one in concept.relations],
                concept.alike,
            ]
        )
        for concept in concepts
    }


class StoredConcepts(Mapping[str, Concept]):
    """Concepts by their ids, in the order of the files; each is made of its row when it is first asked for.

    Parameters
    ----------
    rows : mapping of str to bytes
        What ``rows_of_concepts`` made, as it is stored.
    """

    def __init__(self, rows: Mapping[str, bytes]) -> None:
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
