"""Advertised jobs, by the field names of schema.org JobPosting."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import ForeignKey, Numeric, Select, and_, case, or_, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from recruit.db.accounts import Organization
from recruit.db.base import Base, StoredShape, utc_now
from recruit.vocabulary.shapes import Correction, JobProfile


class PostingState(StrEnum):
    """A draft is its employer's alone; an open posting is public; a closed one keeps its history."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class SalaryUnit(StrEnum):
    """What base_salary counts, by schema.org unitText."""

    HOUR = "hour"
    YEAR = "year"


class JobPosting(Base):
    __tablename__ = "job_postings"

    id: Mapped[int] = mapped_column(primary_key=True)
    hiring_organization_id: Mapped[int] = mapped_column(ForeignKey("organizations.id"), index=True)
    #: The agency whose recruiters work on it.
    agency_id: Mapped[int] = mapped_column(ForeignKey("organizations.id"), index=True)
    title: Mapped[str]
    description: Mapped[str]
    job_location: Mapped[str | None]
    work_hours: Mapped[str | None]
    base_salary_min_usd: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    base_salary_max_usd: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    base_salary_unit: Mapped[SalaryUnit | None]
    state: Mapped[PostingState] = mapped_column(default=PostingState.DRAFT, index=True)
    #: What the employer changed of the requirements read.
    corrections: Mapped[tuple[Correction, ...]] = mapped_column(StoredShape(tuple[Correction, ...]), default=())
    #: Of the text and the corrections together, which is what people are ranked against.
    profile: Mapped[JobProfile] = mapped_column(StoredShape(JobProfile))
    vocabulary_version: Mapped[str]
    date_posted: Mapped[dt.date | None]
    valid_through: Mapped[dt.date | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    created_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    #: Counts changes; two people who edit the same posting cannot overwrite each other unseen.
    revision: Mapped[int] = mapped_column()

    hiring_organization: Mapped[Organization] = relationship(foreign_keys=[hiring_organization_id], lazy="raise")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


def visible_job(
    session: Session, job_id: int, *, employer_ids: Collection[int], agency_ids: Collection[int]
) -> JobPosting | None:
    """Find a posting of one of these employers, or a published one of these agencies."""
    published = and_(JobPosting.agency_id.in_(agency_ids), JobPosting.state != PostingState.DRAFT)
    may_see = or_(JobPosting.hiring_organization_id.in_(employer_ids), published)
    return session.scalar(_postings().where(JobPosting.id == job_id, may_see))


def postings_of_employers(session: Session, employer_ids: Collection[int]) -> Sequence[JobPosting]:
    """List the postings of these employers, the newest first."""
    query = _postings().where(JobPosting.hiring_organization_id.in_(employer_ids))
    return session.scalars(query.order_by(JobPosting.id.desc())).all()


def published_of_agencies(session: Session, agency_ids: Collection[int]) -> Sequence[JobPosting]:
    """List the published postings of these agencies: open ones first, then the newest first."""
    query = _postings().where(JobPosting.agency_id.in_(agency_ids), JobPosting.state != PostingState.DRAFT)
    closed_last = case((JobPosting.state == PostingState.OPEN, 0), else_=1)
    return session.scalars(query.order_by(closed_last, JobPosting.id.desc())).all()


def open_posting(session: Session, job_id: int) -> JobPosting | None:
    """Find an open posting; everybody may see it."""
    return session.scalar(_postings().where(JobPosting.id == job_id, JobPosting.state == PostingState.OPEN))


def open_postings(
    session: Session, words: Iterable[str] = (), *, agency_id: int | None = None
) -> Sequence[JobPosting]:
    """List the open postings that hold every word, in any case, the newest first; everybody may see them."""
    query = _postings().join(JobPosting.hiring_organization).where(JobPosting.state == PostingState.OPEN)
    if agency_id is not None:
        query = query.where(JobPosting.agency_id == agency_id)
    for word in words:
        places = (JobPosting.title, JobPosting.description, JobPosting.job_location, Organization.name)
        query = query.where(or_(*(place.icontains(word, autoescape=True) for place in places)))
    return session.scalars(query.order_by(JobPosting.date_posted.desc(), JobPosting.id.desc())).all()


def corrected_postings(session: Session) -> Sequence[JobPosting]:
    """List the published postings whose requirements somebody corrected."""
    query = _postings().where(JobPosting.state != PostingState.DRAFT).order_by(JobPosting.id)
    return [posting for posting in session.scalars(query) if posting.corrections]


def _postings() -> Select[JobPosting]:
    return select(JobPosting).options(joinedload(JobPosting.hiring_organization))
