"""The work on an import: files in, a few readers side by side, outcomes kept in batches.

Whatever ends it, what is kept is kept whole: the next run skips the files that have an outcome and does the rest.
"""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain, islice

from recruit.db import audit, imports
from recruit.db.audit import BackgroundJobState
from recruit.db.base import utc_now
from recruit.db.imports import Import
from recruit.services import background
from recruit.services.background import Run
from recruit.services.house import House
from recruit.services.imports.found import Found, found_files
from recruit.services.imports.keeping import Done, Same, keep, known_contents, same_as, taken
from recruit.services.imports.readers import Readers, Refused, Result, Task
from recruit.services.records import record

#: Outcomes are written when there are this many, or when the last were written this long ago.
FILES_IN_ONE_WRITE = 32
SECONDS_BETWEEN_WRITES = 0.5
#: How much is loaded and stored at a time.
FILES_AT_A_TIME = 16
BYTES_AT_A_TIME = 32 * 1024 * 1024
WAIT_SECONDS = 0.1

Watch = Callable[[int], None]


def run_import(house: House, run: Run, import_id: int, *, stop: threading.Event, watch: Watch) -> bool:
    """Work on a claimed import until it is done or has to stop; True when it is done.

    ``watch`` is told of the import's id whenever something new is kept.
    """
    with background.kept_alive(house, run):
        work = Work(house, run, import_id, stop, watch)
        if not work.go():
            with house.sessions.begin() as session:
                audit.give_back(session, run.claimed_by)
            return False
        return finish(house, run, import_id)


def finish(house: House, run: Run, import_id: int) -> bool:
    """Say that every file has its outcome."""
    with house.sessions.begin() as session:
        if not audit.finish(session, run.claimed_by, state=BackgroundJobState.DONE):
            raise taken()
        session.get_one(Import, import_id).finished_at = utc_now()
        record(session, None, "finish_import", "import", import_id)
    return True


class Work:
    """One run over the files of an import that have no outcome yet."""

    def __init__(self, house: House, run: Run, import_id: int, stop: threading.Event, watch: Watch) -> None:
        self._house, self._run, self._stop, self._watch = house, run, stop, watch
        with house.sessions() as session:
            self._order = session.get_one(Import, import_id)
            self._names_done = imports.names_done(session, import_id)
        self._done = len(self._names_done)
        self._ready: deque[Task] = deque()
        self._batch: list[Done] = []
        #: The file that has these bytes first, and those that wait for its outcome.
        self._first_by_hash: dict[str, str] = {}
        self._others_by_hash: dict[str, list[Task]] = {}
        self._written_at = time.monotonic()
        self._clock: float | None = None

    def go(self) -> bool:
        """Do what is left; False when it had to stop before the end."""
        self._count()
        files = self._left()
        has_more, is_whole = True, True
        readers = Readers(self._house.files, self._house.limits, count=os.cpu_count() or 1)
        try:
            while True:
                if self._stop.is_set():
                    is_whole = is_whole and not self._ready
                    self._ready.clear()
                elif has_more and not self._ready:
                    has_more = self._load(files)
                while self._ready and readers.has_room:
                    readers.hand_out(self._ready.popleft())
                if not readers.in_work and (self._stop.is_set() or not (has_more or self._ready)):
                    break
                for task, result in readers.results(timeout=WAIT_SECONDS):
                    self._take(task, result)
                if self._clock is None and readers.has_been_ready:
                    self._clock = time.monotonic()
                self._write(is_last=False)
            self._write(is_last=True)
        finally:
            readers.stop()
        return is_whole and not has_more

    def _count(self) -> None:
        """Count the files, so that a person sees how long it takes."""
        total = sum(1 for _ in found_files(self._order.sources, self._house.limits))
        self._order.total = max(total, self._done)
        with self._house.sessions.begin() as session:
            session.get_one(Import, self._order.id).total = self._order.total
        self._watch(self._order.id)

    def _left(self) -> Iterator[Found]:
        """Walk through the files that have no outcome."""
        for found in found_files(self._order.sources, self._house.limits):
            if found.name not in self._names_done:
                yield found

    def _load(self, files: Iterator[Found]) -> bool:
        """Load some files, store them and queue those that are new; False when there are no more."""
        names, contents, size = [], [], 0
        some = list(islice(files, 1))
        for found in chain(some, files):
            content = found.content()
            if isinstance(content, Refused):
                self._batch.append(Done(found.name, content))
            else:
                names.append(found.name)
                contents.append(content)
                size += len(content)
            if max(len(names), len(self._batch)) >= FILES_AT_A_TIME or size >= BYTES_AT_A_TIME:
                break
        now = utc_now()
        tasks = [
            Task(name, content_hash, len(content), now)
            for name, content, content_hash in zip(
                names, contents, self._house.files.put_many(contents), strict=True
            )
        ]
        with self._house.sessions() as session:
            known = known_contents(session, self._order, [task.content_hash for task in tasks])
        for task in tasks:
            self._sort_in(task, known.sentence(task.content_hash))
        return bool(some)

    def _sort_in(self, task: Task, known: str | None) -> None:
        """Queue a file, unless its bytes are here or on their way."""
        first = self._first_by_hash.get(task.content_hash)
        if known is not None:
            self._batch.append(Done(task.name, Same(known), task))
        elif first is None:
            self._first_by_hash[task.content_hash] = task.name
            self._ready.append(task)
        else:
            self._others_by_hash.setdefault(task.content_hash, []).append(task)

    def _take(self, task: Task, result: Result) -> None:
        self._batch.append(Done(task.name, result, task))

    def _write(self, *, is_last: bool) -> None:
        """Keep what is done, when it is time to."""
        now = time.monotonic()
        is_due = len(self._batch) >= FILES_IN_ONE_WRITE or now - self._written_at >= SECONDS_BETWEEN_WRITES
        if not self._batch or not (is_due or is_last):
            return
        for one in list(self._batch):
            # Files with the same bytes get their outcome with the first of them, and never before it.
            if one.content_hash and self._first_by_hash.pop(one.content_hash, None):
                others = self._others_by_hash.pop(one.content_hash, ())
                self._batch += [Done(other.name, Same(same_as(one.name)), other) for other in others]
        seconds = 0.0 if self._clock is None else now - self._clock
        self._done += len(self._batch)
        keep(self._house, self._run, self._order, self._batch, done=self._done, seconds=seconds)
        self._clock = self._written_at = now
        self._batch.clear()
        self._watch(self._order.id)
