"""The pool of every agency, searched by what a job asks for. The database is the truth; this is its index."""

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy.orm import Session, sessionmaker

from recruit.db import candidates
from recruit.errors import ModelError
from recruit.matching.index import ProfileIndex
from recruit.vocabulary.shapes import JobProfile

#: How many people are put into the index at a time while it is built.
PEOPLE_AT_A_TIME = 1000

SNAPSHOT = re.compile(r"\d+-(?P<change>\d+)-(?P<stamp>\d+)\.index")

_log = logging.getLogger(__name__)


class Ranking(Protocol):
    """An index of each agency's pool that always knows what the database knows."""

    def top_k(self, agency_id: int, job: JobProfile, *, k: int) -> list[int]:
        """Return the candidates most like a job, best first; whoever was committed before is in the search."""

    def holders(self, agency_id: int, concept: str) -> int:
        """Count an agency's people who hold a concept or anything narrower."""

    def catch_up(self) -> None:
        """Open every pool's index now, so that the first search does not wait for it."""

    def rebuild(self) -> int:
        """Build every pool's index anew from the database; return how many people are in them."""

    def save(self) -> None:
        """Keep the indexes for a fast start."""


@dataclass(slots=True)
class Pool:
    """One agency's index, and the last entry of its log that is in it."""

    index: ProfileIndex
    change_id: int
    saved_change_id: int = 0


class LocalRanking:
    """Indexes in the memory of this process, each caught up from the log of changes before it is searched.

    Every process has its own, so there is nobody to tell of a change and nothing to be told of. A snapshot in a
    folder spares the next start the building; one that is missing, damaged, of another model or of another
    database is built anew.
    """

    def __init__(self, sessions: sessionmaker[Session], folder: Path) -> None:
        self._sessions = sessions
        self._folder = folder
        self._pools: dict[int, Pool] = {}
        self._lock = threading.Lock()

    def top_k(self, agency_id: int, job: JobProfile, *, k: int) -> list[int]:
        """Catch up, then search."""
        with self._caught_up(agency_id) as pool:
            ids, _ = pool.index.top_k(job, k=k)
            return [int(candidate_id) for candidate_id in ids]

    def holders(self, agency_id: int, concept: str) -> int:
        """Catch up, then count."""
        with self._caught_up(agency_id) as pool:
            return pool.index.holders(concept)

    def catch_up(self) -> None:
        """Open or build one index after the other; a search for another agency gets its turn in between."""
        with self._sessions() as session:
            agency_ids = candidates.agency_ids_with_pool(session)
        for agency_id in agency_ids:
            with self._caught_up(agency_id):
                pass

    def rebuild(self) -> int:
        """Build, swap and save; searches wait meanwhile."""
        with self._lock, self._sessions() as session:
            self._pools = {
                agency_id: built_pool(session, agency_id) for agency_id in candidates.agency_ids_with_pool(session)
            }
        self.save()
        return sum(len(pool.index) for pool in self._pools.values())

    def save(self) -> None:
        """Write a snapshot of each index that has changed since the last one."""
        with self._lock, self._sessions() as session:
            for agency_id, pool in self._pools.items():
                if pool.change_id != pool.saved_change_id:
                    save_snapshot(session, self._folder, agency_id, pool)

    @contextmanager
    def _caught_up(self, agency_id: int) -> Iterator[Pool]:
        with self._lock:
            with self._sessions() as session:
                pool = self._pools.get(agency_id)
                if pool is None:
                    pool = self._pools[agency_id] = opened_pool(session, self._folder, agency_id)
                catch_up(session, agency_id, pool)
            yield pool


def catch_up(session: Session, agency_id: int, pool: Pool) -> None:
    """Put in, replace and take out whoever changed since the last search."""
    newest, changed = candidates.changed_since(session, agency_id, pool.change_id)
    if not changed:
        return
    profiles = candidates.profiles_for(session, agency_id, changed)
    for candidate_id in changed:
        if candidate_id not in profiles:
            pool.index.remove(candidate_id)
    pool.index.add_many(list(profiles), list(profiles.values()))
    pool.change_id = newest


def built_pool(session: Session, agency_id: int) -> Pool:
    """Build an index from the profiles in the database.

    The log is read before the profiles: who changes in between is put in twice, and nobody is left out.
    """
    newest = candidates.last_change(session, agency_id)
    index = ProfileIndex()
    ids, profiles = [], []
    for candidate_id, profile in candidates.pool_profiles(session, agency_id):
        ids.append(candidate_id)
        profiles.append(profile)
        if len(ids) == PEOPLE_AT_A_TIME:
            index.add_many(ids, profiles)
            ids, profiles = [], []
    index.add_many(ids, profiles)
    return Pool(index, change_id=newest.id if newest else 0)


def opened_pool(session: Session, folder: Path, agency_id: int) -> Pool:
    """Open the newest snapshot that fits this database and this model, or build the index."""
    for path, change_id, stamp in snapshots_of(folder, agency_id):
        change = candidates.change_by_id(session, agency_id, change_id)
        # Another database, or an older copy of this one, has another entry under this number, or none.
        if change is None or stamp_of(change) != stamp:
            continue
        try:
            return Pool(ProfileIndex.open(path), change_id=change_id, saved_change_id=change_id)
        except ModelError as error:
            _log.warning("the ranking index of agency %s is built anew: %s", agency_id, error)
    return built_pool(session, agency_id)


def save_snapshot(session: Session, folder: Path, agency_id: int, pool: Pool) -> None:
    """Write an index to a file whose name says up to where it goes, and drop the older ones."""
    change = candidates.change_by_id(session, agency_id, pool.change_id)
    if change is None:
        return
    path = folder / f"{agency_id}-{change.id}-{stamp_of(change)}.index"
    older = snapshots_of(folder, agency_id)
    pool.index.save(path)
    pool.saved_change_id = pool.change_id
    for other, _, _ in older:
        if other != path:
            other.unlink(missing_ok=True)


def snapshots_of(folder: Path, agency_id: int) -> list[tuple[Path, int, int]]:
    """List an agency's snapshots, the newest first, each with the change it goes up to and that change's stamp."""
    named = [(path, SNAPSHOT.fullmatch(path.name)) for path in folder.glob(f"{agency_id}-*.index")]
    found = [(path, int(name["change"]), int(name["stamp"])) for path, name in named if name]
    return sorted(found, key=lambda snapshot: snapshot[1], reverse=True)


def stamp_of(change: candidates.PoolChange) -> int:
    """Return when a change was logged, in microseconds: with its number this tells one database from another."""
    return round(change.changed_at.timestamp() * 1_000_000)
