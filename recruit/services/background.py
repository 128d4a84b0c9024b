"""Work that a worker does: queued, claimed by one run at a time, kept alive by a heartbeat, given up in the end.

A run that is killed leaves its work claimed and its heartbeat silent; after a while anybody may queue it again.
A run that was only slow finds its work taken when it wants to finish, and keeps nothing.
"""

import datetime as dt
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

from recruit.db import audit
from recruit.db.audit import BackgroundJob, BackgroundJobState
from recruit.db.base import utc_now
from recruit.services.house import House

BEAT_SECONDS = 1.0
#: Many beats, so that a machine short of breath is not taken for a dead one.
ABANDONED_AFTER = dt.timedelta(seconds=10)
#: What ends its worker this often is given up.
MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Run:
    """One try at a piece of work: the mark that claims it, and how many tries there were with this one."""

    claimed_by: str
    attempts: int

    @property
    def is_one_too_many(self) -> bool:
        """Tell whether the work ended its worker too often."""
        return self.attempts > MOST_ATTEMPTS


def enqueue(session: Session, kind: str, subject_id: int) -> None:
    """Note work to be done, in the transaction that makes it necessary; what waits or runs stays as it is."""
    job = audit.background_job(session, kind, subject_id)
    if job is None:
        session.add(BackgroundJob(kind=kind, subject_id=subject_id))
    elif job.state in {BackgroundJobState.DONE, BackgroundJobState.FAILED}:
        job.state = BackgroundJobState.QUEUED
        job.queued_at = utc_now()
        job.attempts = job.done = 0
        job.message = None


def go_on(session: Session, kind: str, subject_id: int) -> bool:
    """Queue work that failed, keeping what is done of it; False when it did not fail, or somebody was faster."""
    return audit.queue_again(session, kind, subject_id, at=utc_now())


def claim(session: Session, kind: str, subject_id: int) -> Run | None:
    """Take queued work; None when there is none, or another run has it."""
    claimed_by = secrets.token_hex(16)
    attempts = audit.claim(session, kind, subject_id, claimed_by=claimed_by, at=utc_now())
    return None if attempts is None else Run(claimed_by, attempts)


@contextmanager
def kept_alive(house: House, run: Run) -> Iterator[None]:
    """Beat while the work goes on."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT_SECONDS):
            with house.sessions.begin() as session:
                audit.beat(session, run.claimed_by, at=utc_now())

    heart = threading.Thread(target=beat, name="heartbeat", daemon=True)
    heart.start()
    try:
        yield
    finally:
        done.set()
        heart.join()


def is_alive(job: BackgroundJob) -> bool:
    """Tell whether the run that has this work was alive a moment ago."""
    return job.heartbeat_at is not None and job.heartbeat_at >= utc_now() - ABANDONED_AFTER


def abandoned(session: Session, kind: str) -> list[int]:
    """Queue again what nobody works on any more; return its subjects."""
    return list(audit.release_abandoned(session, kind, before=utc_now() - ABANDONED_AFTER))
