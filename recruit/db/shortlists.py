"""A person on the way to a job: the application, each change of its stage, and the rankings that were shown."""

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recruit.db.base import Base, utc_now
from recruit.db.candidates import Candidate
from recruit.db.jobs import JobPosting


class Stage(StrEnum):
    """How far a person has come with a job; a person moves them, never a score."""

    APPLIED = "applied"
    SHORTLISTED = "shortlisted"
    SUBMITTED = "submitted"
    INTERVIEW = "interview"
    HIRED = "hired"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Application(Base):
    """One candidate and one job, whether the candidate applied or a recruiter found them."""

    __tablename__ = "applications"
    __table_args__ = (UniqueConstraint("job_id", "candidate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job_id: Mapped[int] = mapped_column(ForeignKey("job_postings.id", ondelete="CASCADE"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    stage: Mapped[Stage]
    #: Set when the candidate applied themselves; only then may the employer be told of them.
    applied_at: Mapped[dt.datetime | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    revision: Mapped[int] = mapped_column()

    job: Mapped[JobPosting] = relationship(lazy="raise")
    candidate: Mapped[Candidate] = relationship(lazy="raise")
    changes: Mapped[list["StageChange"]] = relationship(order_by="StageChange.id", lazy="raise")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


class StageChange(Base):
    """Who moved an application where, when and why; never changed, never deleted on its own."""

    __tablename__ = "stage_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id", ondelete="CASCADE"), index=True)
    from_stage: Mapped[Stage | None]
    to_stage: Mapped[Stage]
    reason: Mapped[str | None]
    changed_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    changed_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class RankingRun(Base):
    """The receipt of one ranking that a person saw: enough to compute it again."""

    __tablename__ = "ranking_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    job_id: Mapped[int] = mapped_column(ForeignKey("job_postings.id", ondelete="CASCADE"), index=True)
    job_revision: Mapped[int]
    model_version: Mapped[str]
    vocabulary_version: Mapped[str]
    weights: Mapped[dict[str, Any]]
    #: In order of rank: candidate_id, profile_version, score.
    rows: Mapped[list[Any]]
    ran_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    ran_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
