"""What happened, who agreed to what, and what runs in the background."""

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

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


class BackgroundJobState(StrEnum):
    """How far a background job has come."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class BackgroundJob(Base):
    """Work that runs apart from the page that asked for it; survives restarts, whatever the queue."""

    __tablename__ = "background_jobs"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject_id: Mapped[int]
    state: Mapped[BackgroundJobState] = mapped_column(default=BackgroundJobState.QUEUED, index=True)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=1)
    message: Mapped[str | None]
    queued_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    heartbeat_at: Mapped[dt.datetime | None]
