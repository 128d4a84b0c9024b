"""Advertised jobs, by the field names of schema.org JobPosting."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recruit.db.accounts import Organization
from recruit.db.base import Base, utc_now


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
    #: What the employer changed of the requirements read: a list of Correction.
    corrections: Mapped[list[Any]] = mapped_column(default=list)
    #: The JobProfile of the text and the corrections, which is what people are ranked against.
    profile: Mapped[dict[str, Any]]
    vocabulary_version: Mapped[str]
    date_posted: Mapped[dt.date | None]
    valid_through: Mapped[dt.date | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    created_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    #: Counts changes; two people who edit the same posting cannot overwrite each other unseen.
    revision: Mapped[int] = mapped_column()

    hiring_organization: Mapped[Organization] = relationship(foreign_keys=[hiring_organization_id], lazy="raise")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012
