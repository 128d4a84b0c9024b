"""The files that the sources of an import hold, one after the other, each under a name of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recruit.db.imports import ImportSource
from recruit.documents import Limits, refusals
from recruit.documents.archive import members_of
from recruit.documents.reader import MEBIBYTE
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
        for member in members_of(path, limits):
            name = source.name if path.is_file() and member.name == path.name else f"{source.name}/{member.name}"
            yield Found(plain_path(name), opened(member.size, member.read, limits))
    except UnreadableDocument as error:
        yield Found(plain_path(source.name), refused(error.code, str(error)))
    except OSError as error:
        yield Found(plain_path(source.name), refused("missing", f"It cannot be opened: {error.strerror}."))


def opened(size: int, read: Callable[[], bytes], limits: Limits) -> Callable[[], bytes | Refused]:
    """Open a file when its turn comes; what is too large to be read is not even loaded."""

    def content() -> bytes | Refused:
        try:
            if size > limits.max_bytes:
                too_much, most = (f"{count / MEBIBYTE:,.1f} MB" for count in (size, limits.max_bytes))
                raise refusals.too_large(too_much, most)
            return read()
        except UnreadableDocument as error:
            return Refused(error.code, str(error), 0.0)
        except OSError as error:
            return Refused("missing", f"It cannot be opened: {error.strerror}.", 0.0)

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
