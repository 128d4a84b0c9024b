"""People and what they gave us: candidates, their resumes, and each version of the profile read from them."""

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recruit.db.base import Base, utc_now


class ResumeState(StrEnum):
    """How far the reading of a resume has come."""

    RECEIVED = "received"
    READING = "reading"
    READ = "read"
    FAILED = "failed"


class Candidate(Base):
    __tablename__ = "candidates"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: The agency that holds this record; no other organization may know of it.
    agency_id: Mapped[int] = mapped_column(ForeignKey("organizations.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), unique=True)
    display_name: Mapped[str]
    email: Mapped[str | None]
    #: The version that counts now; 0 until a first resume is read.
    profile_version: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)

    resumes: Mapped[list["Resume"]] = relationship(back_populates="candidate", lazy="raise")


class Resume(Base):
    """A file a candidate gave us; the same bytes given twice are one row, so two clicks make one upload."""

    __tablename__ = "resumes"
    __table_args__ = (UniqueConstraint("candidate_id", "content_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    #: SHA-256 of the bytes, which is also their key in the file store.
    content_hash: Mapped[str]
    file_name: Mapped[str]
    size_bytes: Mapped[int]
    state: Mapped[ResumeState] = mapped_column(default=ResumeState.RECEIVED, index=True)
    media_type: Mapped[str | None]
    text: Mapped[str | None]
    pages: Mapped[list[Any] | None]
    verdict: Mapped[str | None]
    findings: Mapped[list[Any] | None]
    failure_code: Mapped[str | None]
    failure_message: Mapped[str | None]
    uploaded_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    read_at: Mapped[dt.datetime | None]

    candidate: Mapped[Candidate] = relationship(back_populates="resumes", lazy="raise")


class CandidateProfileVersion(Base):
    """One version of what is known of a person: what was read, what they corrected, and the profile of both."""

    __tablename__ = "candidate_profiles"
    __table_args__ = (UniqueConstraint("candidate_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    resume_id: Mapped[int] = mapped_column(ForeignKey("resumes.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    #: What the extractor read: a list of SkillMention.
    mentions: Mapped[list[Any]]
    #: What the person changed: a list of Correction, kept apart so that a newer extractor can be run again.
    corrections: Mapped[list[Any]]
    #: The CandidateProfile of both, which is what is ranked.
    profile: Mapped[dict[str, Any]]
    vocabulary_version: Mapped[str]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    created_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class PoolChange(Base):
    """The log by which every process's ranking index catches up: who was put in or taken out, in order."""

    __tablename__ = "pool_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("organizations.id"), index=True)
    #: No foreign key: the row that says a person is gone outlives the person.
    candidate_id: Mapped[int]
    changed_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
