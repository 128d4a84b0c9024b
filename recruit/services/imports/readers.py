"""Processes that read files and work out what they say, side by side, for an import.

Text is turned into skills by plain Python, of which one process runs one line at a time; so each reader is a
process. It is handed hashes, takes the bytes from the file store, and holds no connection to the database. It ends
when the process that started it ends, however that came about.
"""

import datetime as dt
import logging
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from recruit.db.base import written_row
from recruit.db.candidates import CandidateProfileVersion, Resume
from recruit.documents import Limits, read
from recruit.documents.process.sandbox import set_pool_size
from recruit.engines.files import Files
from recruit.errors import RecruitError, UnreadableDocument
from recruit.matching import extract
from recruit.matching.profile import build_candidate_profile
from recruit.services.imports.names import email_of, person_of
from recruit.services.reading import columns_of
from recruit.services.resumes import plain_file_name
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import Kind

#: One file in work and one that waits, so that a reader never waits for the others.
FILES_PER_READER = 2
#: A file that ends its reader this often is given up.
MOST_TRIES = 2
MOST_FALSE_STARTS = 3
#: How long a reader may be silent over one file, beyond what reading alone may take.
PATIENCE_SECONDS = 120.0
#: Loaded by the process that readers are forked from. It ends, as they do, with the one that started it.
PRELOADED = ["recruit.services.imports.readers", "recruit.services.imports.warm"]

_log = logging.getLogger(__name__)
_FORKED = multiprocessing.get_context("forkserver")


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read: the import's name of it, its bytes' hash, and the day on which it came."""

    name: str
    content_hash: str
    size_bytes: int
    received_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Rows:
    """What is kept of a file, by column: of the person, their resume and their profile.

    Every shape is written as it is stored. Readers do so side by side, and the importing process has hundreds of
    small shapes neither to take in nor to write.
    """

    person: Mapping[str, Any]
    resume: Mapping[str, Any]
    profile: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says."""

    rows: Rows
    seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file cannot be read."""

    code: str
    message: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Broken:
    """A fault of ours ended the reading."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Ready:
    """A reader has loaded what it needs."""


Result = Read | Refused | Broken


class Readers:
    """A few readers, started when there is work for them; one that dies is replaced and its file tried again."""

    def __init__(self, files: Files, limits: Limits, *, count: int) -> None:
        self._files, self._limits = files, limits
        self._readers: list[Reader] = []
        self._count = count
        self._tries: dict[str, int] = {}
        self._silent_seconds = limits.wall_seconds + limits.max_ocr_pages * limits.ocr_seconds + PATIENCE_SECONDS
        self._false_starts = 0
        self.has_been_ready = False

    @property
    def in_work(self) -> int:
        """Count the files that are handed out and not back."""
        return sum(len(reader.tasks) for reader in self._readers)

    @property
    def has_room(self) -> bool:
        """Tell whether another file can be handed out."""
        return self.in_work < self._count * FILES_PER_READER

    def hand_out(self, task: Task) -> None:
        """Give a file to the reader with the least to do, or to a new one."""
        reader = min(self._readers, key=lambda one: len(one.tasks), default=None)
        if reader is None or (reader.tasks and len(self._readers) < self._count):
            reader = Reader(self._files, self._limits)
            self._readers.append(reader)
        reader.hand_out(task)

    def results(self, *, timeout: float) -> Iterator[tuple[Task, Result]]:
        """Take what the readers have by now, waiting for the first of it."""
        by_connection = {reader.connection: reader for reader in self._readers}
        for connection in wait(list(by_connection), timeout) if by_connection else ():
            reader = by_connection[connection]  # type: ignore[index]
            try:
                answer = reader.connection.recv()
            except (EOFError, OSError):
                yield from self._replace(reader)
                continue
            if isinstance(answer, Ready):
                self.has_been_ready = reader.is_ready = True
                continue
            task = reader.tasks.popleft()
            reader.since = time.monotonic()
            self._tries.pop(task.name, None)
            yield task, answer
        for reader in list(self._readers):
            if reader.tasks and time.monotonic() - reader.since > self._silent_seconds:
                reader.process.kill()

    def stop(self) -> None:
        """End every reader, whatever it does."""
        for reader in self._readers:
            reader.stop()
        self._readers.clear()

    def _replace(self, dead: "Reader") -> Iterator[tuple[Task, Result]]:
        """Hand a dead reader's files to others; the first of them is the one it died of."""
        self._readers.remove(dead)
        dead.stop()
        tasks = list(dead.tasks)
        if not dead.is_ready:
            self._count_false_start(dead)
        elif tasks:
            name = tasks[0].name
            _log.warning("a reader ended with %s at %s", dead.process.exitcode, name)
            self._tries[name] = self._tries.get(name, 0) + 1
            if self._tries[name] >= MOST_TRIES:
                del self._tries[name]
                yield tasks.pop(0), Broken(time.monotonic() - dead.since)
        for task in tasks:
            self.hand_out(task)

    def _count_false_start(self, dead: "Reader") -> None:
        """Give up when no reader can be started: that is no file's fault."""
        self._false_starts += 1
        if self._false_starts >= MOST_FALSE_STARTS:
            raise RecruitError(
                f"Files cannot be read on this machine: the reading process ended with {dead.process.exitcode} "
                "before it began. Check the installation and the free memory, then start the import again."
            )


class Reader:
    """One process that reads, and the files it was handed, in their order."""

    def __init__(self, files: Files, limits: Limits) -> None:
        _FORKED.set_forkserver_preload(PRELOADED)
        self.connection, theirs = _FORKED.Pipe()
        self.process = _FORKED.Process(target=serve, args=(theirs, files, limits), name="reader", daemon=True)
        self.process.start()
        # The reader alone holds its end now: each side sees when the other is gone.
        theirs.close()
        self.tasks: deque[Task] = deque()
        self.since = time.monotonic()
        self.is_ready = False

    def hand_out(self, task: Task) -> None:
        """Put a file into the reader's queue."""
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append(task)
        # Nobody listens when the process is dead; that is seen when its results are asked for.
        with suppress(OSError):
            self.connection.send(task)

    def stop(self) -> None:
        """End the process."""
        self.connection.close()
        self.process.kill()
        self.process.join()


def serve(connection: Connection, files: Files, limits: Limits) -> None:
    """Read one file after the other until nobody asks any more."""
    # Ctrl-C at a terminal reaches every process there; the one that started this decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        set_pool_size(1)
        connection.send(Ready())
        while True:
            task = connection.recv()
            connection.send(timed(lambda: what_it_says(files, limits, task)))  # noqa: B023 - called at once


def timed(work: Callable[[], Rows]) -> Result:
    """Do the work and say how long it took, however it ended."""
    begun = time.perf_counter()
    try:
        rows = work()
    except UnreadableDocument as error:
        return Refused(error.code, str(error), time.perf_counter() - begun)
    except Exception:
        # Whatever it was, the import goes on with the next file; the log has the rest.
        _log.exception("a file could not be read")
        return Broken(time.perf_counter() - begun)
    return Read(rows, time.perf_counter() - begun)


def what_it_says(files: Files, limits: Limits, task: Task) -> Rows:
    """Read a file, find the skills it names, and build the profile of both."""
    day = task.received_at.date()
    document = read(files.get(task.content_hash), limits=limits)
    mentions = tuple(extract(document.text, Kind.RESUME, on=day, parts=document.sections))
    person = {"display_name": person_of(document.contact, task.name), "email": email_of(document.contact)}
    resume = {
        "content_hash": task.content_hash,
        "file_name": plain_file_name(task.name),
        "size_bytes": task.size_bytes,
        "uploaded_at": task.received_at,
        **columns_of(document, mentions),
    }
    profile = {
        "mentions": mentions,
        "corrections": (),
        "profile": build_candidate_profile(document.text, mentions, on=day),
        "vocabulary_version": load_vocabulary().version,
    }
    return Rows(person, written_row(Resume, resume), written_row(CandidateProfileVersion, profile))
