"""What happened, who agreed to what, and what runs in the background."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from recruit.db.base import Base, utc_now


class AuditEvent(Base):
    """One thing a person did; rows are only ever added."""

    __tablename__ = "audit_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(default=utc_now, index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Consent(Base):
    """What a candidate agreed to, in the words they saw; withdrawing adds a time and keeps the row."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str]
    wording: Mapped[str]
    given_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    withdrawn_at: Mapped[dt.datetime | None]


def standing_consent(session: Session, candidate_id: int, purpose: str, wording: str) -> Consent | None:
    """Find what a candidate agreed to in these very words and has not withdrawn."""
    query = select(Consent).filter_by(candidate_id=candidate_id, purpose=purpose, wording=wording)
    return session.scalars(query.where(Consent.withdrawn_at.is_(None)).limit(1)).first()


def candidates_who_agreed(session: Session, purpose: str, wording: str) -> Sequence[int]:
    """List the candidates who agreed to a purpose in these words and have not withdrawn."""
    query = select(Consent.candidate_id).where(Consent.purpose == purpose, Consent.wording == wording)
    return session.scalars(query.where(Consent.withdrawn_at.is_(None)).distinct().order_by("candidate_id")).all()


class BackgroundJobState(StrEnum):
    """How far a background job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class BackgroundJob(Base):
    """Work that runs apart from the page that asked for it; survives restarts, whatever the queue.

    One row for each thing worked on: doing it again takes the same row, so that it is never done twice at once.
    """

    __tablename__ = "background_jobs"
    __table_args__ = (UniqueConstraint("kind", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject_id: Mapped[int]
    state: Mapped[BackgroundJobState] = mapped_column(default=BackgroundJobState.QUEUED, index=True)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=1)
    message: Mapped[str | None]
    queued_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    #: How often it was begun; work that ends its worker each time is given up.
    attempts: Mapped[int] = mapped_column(default=0)
    #: The run that works on it now; only that run may finish it.
    claimed_by: Mapped[str | None]
    heartbeat_at: Mapped[dt.datetime | None]


def background_job(session: Session, kind: str, subject_id: int) -> BackgroundJob | None:
    """Find the work on one thing."""
    return session.scalar(select(BackgroundJob).filter_by(kind=kind, subject_id=subject_id))


def claim(session: Session, kind: str, subject_id: int, *, claimed_by: str, at: dt.datetime) -> int | None:
    """Take queued work and return how often it was begun, this time included; None when there is none to take.

    The database decides between two workers: one conditional UPDATE finds the row still queued.
    """
    return session.scalar(
        update(BackgroundJob)
        .where(
            BackgroundJob.kind == kind,
            BackgroundJob.subject_id == subject_id,
            BackgroundJob.state == BackgroundJobState.QUEUED,
        )
        .values(
            state=BackgroundJobState.RUNNING,
            claimed_by=claimed_by,
            heartbeat_at=at,
            attempts=BackgroundJob.attempts + 1,
        )
        .returning(BackgroundJob.attempts)
    )


def queue_again(session: Session, kind: str, subject_id: int, *, at: dt.datetime) -> bool:
    """Queue work that failed; False when it stands otherwise by now.

    Of two who ask at the same time one gets it: the UPDATE finds the row once.
    """
    queued = session.scalar(
        update(BackgroundJob)
        .where(
            BackgroundJob.kind == kind,
            BackgroundJob.subject_id == subject_id,
            BackgroundJob.state == BackgroundJobState.FAILED,
        )
        .values(state=BackgroundJobState.QUEUED, queued_at=at, attempts=0, message=None)
        .returning(BackgroundJob.id)
    )
    return queued is not None


def beat(session: Session, claimed_by: str, *, at: dt.datetime) -> None:
    """Say that a run is alive."""
    session.execute(update(BackgroundJob).where(BackgroundJob.claimed_by == claimed_by).values(heartbeat_at=at))


def go_on(session: Session, claimed_by: str, *, at: dt.datetime, done: int, total: int) -> bool:
    """Say how far a run has come; False when its work was taken from it, so that nothing of it may be kept.

    Work that comes on does not end its worker, so the tries are counted anew.
    """
    alive = session.scalar(
        update(BackgroundJob)
        .where(BackgroundJob.claimed_by == claimed_by, BackgroundJob.state == BackgroundJobState.RUNNING)
        .values(heartbeat_at=at, done=done, total=total, attempts=1)
        .returning(BackgroundJob.id)
    )
    return alive is not None


def give_back(session: Session, claimed_by: str) -> None:
    """Let go of work that is not done, so that anybody may go on with it at once."""
    session.execute(
        update(BackgroundJob)
        .where(BackgroundJob.claimed_by == claimed_by)
        .values(state=BackgroundJobState.QUEUED, claimed_by=None, attempts=0)
    )


def finish(session: Session, claimed_by: str, *, state: BackgroundJobState, message: str | None = None) -> bool:
    """End a run; False when the work was taken from it meanwhile, so that nothing of it may be kept."""
    finished = session.scalar(
        update(BackgroundJob)
        .where(BackgroundJob.claimed_by == claimed_by, BackgroundJob.state == BackgroundJobState.RUNNING)
        .values(state=state, message=message, claimed_by=None, done=BackgroundJob.total)
        .returning(BackgroundJob.id)
    )
    return finished is not None


def release_abandoned(session: Session, kind: str, *, before: dt.datetime) -> Sequence[int]:
    """Queue again the work of runs that were last alive before a moment; return its subjects.

    Two processes that look at the same time do not both get it: the UPDATE finds each row once.
    """
    return session.scalars(
        update(BackgroundJob)
        .where(
            BackgroundJob.kind == kind,
            BackgroundJob.state == BackgroundJobState.RUNNING,
            or_(BackgroundJob.heartbeat_at.is_(None), BackgroundJob.heartbeat_at < before),
        )
        .values(state=BackgroundJobState.QUEUED, claimed_by=None)
        .returning(BackgroundJob.subject_id)
    ).all()


def queued_subjects(session: Session, kind: str) -> Sequence[int]:
    """List what waits for its turn, in the order it was queued."""
    query = select(BackgroundJob.subject_id).filter_by(kind=kind, state=BackgroundJobState.QUEUED)
    return session.scalars(query.order_by(BackgroundJob.queued_at, BackgroundJob.id)).all()
