"""A person on the way to a job: the application, each change of its stage, and the rankings that were shown."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from recruit.db.accounts import User
from recruit.db.base import Base, stored_enumeration, utc_now
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

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


class StageChange(Base):
    """Who moved an application where, when and why; never changed, never deleted on its own."""

    __tablename__ = "stage_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int] = mapped_column(ForeignKey("applications.id", ondelete="CASCADE"), index=True)
    # Named apart: a CHECK constraint takes its name from the enumeration, and this table has it twice.
    from_stage: Mapped[Stage | None] = mapped_column(stored_enumeration(Stage, name="from_stage"))
    to_stage: Mapped[Stage] = mapped_column(stored_enumeration(Stage, name="to_stage"))
    reason: Mapped[str | None]
    changed_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    changed_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    #: The change that this one took back; both stay in the history.
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("stage_changes.id"), index=True)


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


def application_of(session: Session, job_id: int, candidate_id: int) -> Application | None:
    """Find a person's application for a job; who may see the job and the person was asked before."""
    return session.scalar(select(Application).filter_by(job_id=job_id, candidate_id=candidate_id))


def applications_by_candidate(session: Session, job_id: int) -> Mapping[int, Application]:
    """Load a job's applications, each under its candidate's id."""
    rows = session.scalars(select(Application).where(Application.job_id == job_id))
    return {application.candidate_id: application for application in rows}


def applications_by_self(session: Session, candidate_id: int) -> Sequence[Application]:
    """List what a person applied for themselves, the last first, with the jobs."""
    query = select(Application).where(
        Application.candidate_id == candidate_id, Application.applied_at.is_not(None)
    )
    query = query.options(joinedload(Application.job).joinedload(JobPosting.hiring_organization))
    return session.scalars(query.order_by(Application.applied_at.desc(), Application.id.desc())).all()


def count_applications(session: Session, job_ids: Collection[int]) -> Mapping[int, int]:
    """Count who applied themselves and has not withdrawn, for each job that somebody applied for."""
    query = select(Application.job_id, func.count()).where(
        Application.job_id.in_(job_ids),
        Application.applied_at.is_not(None),
        Application.stage != Stage.WITHDRAWN,
    )
    return dict(session.execute(query.group_by(Application.job_id)).all())


def history_of(
    session: Session, application_ids: Collection[int]
) -> Mapping[int, Sequence[tuple[StageChange, str]]]:
    """Load the steps of applications in their order, each with the name of who took it."""
    history: dict[int, list[tuple[StageChange, str]]] = {}
    query = (
        select(StageChange, func.coalesce(User.display_name, ""))
        .outerjoin(User, User.id == StageChange.changed_by_user_id)
        .where(StageChange.application_id.in_(application_ids))
        .order_by(StageChange.id)
    )
    for change, name in session.execute(query):
        history.setdefault(change.application_id, []).append((change, name))
    return history


def last_standing_step(session: Session, application_id: int) -> StageChange | None:
    """Find the newest step of an application that was not taken back."""
    taken_back = select(StageChange.undoes_id).where(
        StageChange.application_id == application_id, StageChange.undoes_id.is_not(None)
    )
    query = select(StageChange).where(
        StageChange.application_id == application_id,
        StageChange.undoes_id.is_(None),
        StageChange.id.not_in(taken_back),
    )
    return session.scalar(query.order_by(StageChange.id.desc()).limit(1))


def last_run(session: Session, job_id: int, user_id: int) -> RankingRun | None:
    """Find the receipt of the ranking that a person saw last for a job."""
    query = select(RankingRun).filter_by(job_id=job_id, ran_by_user_id=user_id)
    return session.scalar(query.order_by(RankingRun.id.desc()).limit(1))
