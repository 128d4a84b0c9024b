"""The files that the sources of an import hold, one after the other, each under a name of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recruit.db.imports import ImportSource
from recruit.documents import Limits
from recruit.documents.archive import file_bytes, is_archive, members_of
from recruit.errors import UnreadableDocument
from recruit.services.imports.names import plain_path
from recruit.services.imports.readers import Refused


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is there to be read; ``content`` opens it."""

    name: str
    content: Callable[[], bytes | Refused]


def found_files(sources: Sequence[ImportSource], limits: Limits) -> Iterator[Found]:
    """Walk through all sources, in the same order and with the same names each time; nothing is opened yet."""
    taken: set[str] = set()
    for source in sources:
        for found in files_of(source, limits):
            yield Found(free_name(found.name, taken), found.content)


def files_of(source: ImportSource, limits: Limits) -> Iterator[Found]:
    """Walk through one source; one that cannot be walked to its end is itself a file that failed."""
    path = Path(source.path)
    try:
        if path.is_dir() or is_archive(path):
            for member in members_of(path, limits):
                yield Found(plain_path(f"{source.name}/{member.name}"), opened(member.read))
        else:
            yield Found(plain_path(source.name), opened(lambda: file_bytes(path, limits)))
    except UnreadableDocument as error:
        yield Found(plain_path(source.name), refused(error.code, str(error)))


def opened(read: Callable[[], bytes]) -> Callable[[], bytes | Refused]:
    """Open a file when its turn comes, or say why it cannot be."""

    def content() -> bytes | Refused:
        try:
            return read()
        except UnreadableDocument as error:
            return Refused(error.code, str(error), 0.0)

    return content


def refused(code: str, message: str) -> Callable[[], Refused]:
    """Answer with a refusal when opened."""
    return lambda: Refused(code, message, 0.0)


def free_name(name: str, taken: set[str]) -> str:
    """Return a name that no file before had: a ZIP may hold two of one name."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    taken.add(free)
    return free
