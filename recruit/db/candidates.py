"""People and what they gave us: candidates, their resumes, and each version of the profile read from them."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, ForeignKey, Select, UniqueConstraint, and_, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, defer, mapped_column, relationship

from recruit.db.accounts import Organization
from recruit.db.base import Base, StoredPlaces, StoredShape, utc_now
from recruit.vocabulary.shapes import (
    Block,
    CandidateProfile,
    Contact,
    Correction,
    Finding,
    Page,
    Places,
    Position,
    Section,
    SkillMention,
)

#: SQLite takes at most 32,766 values in one statement; older ones take 999.
IDS_IN_ONE_QUERY = 900
ROWS_AT_A_TIME = 500


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
    content_hash: Mapped[str] = mapped_column(index=True)
    file_name: Mapped[str]
    size_bytes: Mapped[int]
    state: Mapped[ResumeState] = mapped_column(default=ResumeState.RECEIVED, index=True)
    media_type: Mapped[str | None]
    text: Mapped[str | None]
    pages: Mapped[tuple[Page, ...] | None] = mapped_column(StoredShape(tuple[Page, ...]))
    verdict: Mapped[str | None]
    findings: Mapped[tuple[Finding, ...] | None] = mapped_column(StoredShape(tuple[Finding, ...]))
    blocks: Mapped[tuple[Block, ...] | None] = mapped_column(StoredShape(tuple[Block, ...]))
    places: Mapped[Places | None] = mapped_column(StoredPlaces())
    #: Apart from everything that is ranked, so that it can be hidden.
    contact: Mapped[Contact | None] = mapped_column(StoredShape(Contact))
    sections: Mapped[tuple[Section, ...] | None] = mapped_column(StoredShape(tuple[Section, ...]))
    positions: Mapped[tuple[Position, ...] | None] = mapped_column(StoredShape(tuple[Position, ...]))
    language: Mapped[str | None]
    producer: Mapped[str | None]
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
    #: What the extractor read.
    mentions: Mapped[tuple[SkillMention, ...]] = mapped_column(StoredShape(tuple[SkillMention, ...]))
    #: What the person changed, kept apart so that a newer extractor can be run again.
    corrections: Mapped[tuple[Correction, ...]] = mapped_column(StoredShape(tuple[Correction, ...]))
    #: Of both together, which is what is ranked.
    profile: Mapped[CandidateProfile] = mapped_column(StoredShape(CandidateProfile))
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


WITHOUT_TEXT = tuple(
    defer(column, raiseload=True)
    for column in (Resume.text, Resume.blocks, Resume.places, Resume.sections, Resume.positions)
)


@dataclass(frozen=True, slots=True)
class PoolMember:
    """A person of an agency's pool as a ranked list shows them, and the version of their profile that counts."""

    candidate_id: int
    display_name: str
    profile_version: int


@dataclass(frozen=True, slots=True)
class KnownResume:
    """A resume that is in an agency's pool already, and whose it is."""

    resume_id: int
    candidate_id: int
    display_name: str


# ------------------------------------------------------------------------------------------------- one person


def candidate_of_user(session: Session, user_id: int) -> int | None:
    """Return the id of a user's own record."""
    return session.scalar(select(Candidate.id).where(Candidate.user_id == user_id))


def visible_candidate(
    session: Session, candidate_id: int, *, own_id: int | None, agency_ids: Collection[int]
) -> Candidate | None:
    """Find a record that is the person's own or held by one of these agencies."""
    may_see = or_(Candidate.id == own_id, Candidate.agency_id.in_(agency_ids))
    return session.scalar(select(Candidate).where(Candidate.id == candidate_id, may_see))


def visible_resume(
    session: Session, resume_id: int, *, own_id: int | None, agency_ids: Collection[int]
) -> tuple[Resume, Candidate] | None:
    """Find a resume that is the person's own or of a person held by one of these agencies."""
    may_see = or_(Candidate.id == own_id, Candidate.agency_id.in_(agency_ids))
    query = select(Resume, Candidate).join(Resume.candidate)
    return session.execute(query.where(Resume.id == resume_id, may_see)).first()


def resumes_of(session: Session, candidate_id: int) -> Sequence[Resume]:
    """List a person's resumes, the last uploaded first, without their texts."""
    query = select(Resume).where(Resume.candidate_id == candidate_id).options(*WITHOUT_TEXT)
    return session.scalars(query.order_by(Resume.uploaded_at.desc(), Resume.id.desc())).all()


def last_read_of(session: Session, candidate_id: int) -> Resume | None:
    """Find the last uploaded of a person's resumes that are read."""
    query = select(Resume).filter_by(candidate_id=candidate_id, state=ResumeState.READ)
    return session.scalar(query.order_by(Resume.uploaded_at.desc(), Resume.id.desc()).limit(1))


def resume_by_content(session: Session, candidate_id: int, content_hash: str) -> Resume | None:
    """Find the resume that holds these bytes."""
    return session.scalar(select(Resume).filter_by(candidate_id=candidate_id, content_hash=content_hash))


def resumes_in_pool(session: Session, agency_id: int, hashes: Collection[str]) -> Mapping[str, KnownResume]:
    """Find the first resumes of an agency's people that hold these bytes, also those that newer ones follow.

    What was not read brings nobody into the pool.
    """
    query = (
        select(Resume.content_hash, Resume.id, Candidate.id, Candidate.display_name)
        .join(Resume.candidate)
        .join(CandidateProfileVersion, _is_current())
        .where(Candidate.agency_id == agency_id, Resume.state == ResumeState.READ, Resume.content_hash.in_(hashes))
        .order_by(Resume.id.desc())
    )
    return {
        content_hash: KnownResume(resume_id, candidate_id, display_name)
        for content_hash, resume_id, candidate_id, display_name in session.execute(query)
    }


# --------------------------------------------------------------------------------------------------- profiles


def last_version_of(session: Session, resume_id: int) -> CandidateProfileVersion | None:
    """Find the newest profile that was made of a resume."""
    query = select(CandidateProfileVersion).where(CandidateProfileVersion.resume_id == resume_id)
    return session.scalar(query.order_by(CandidateProfileVersion.version.desc()).limit(1))


def current_version_of(session: Session, candidate_id: int) -> CandidateProfileVersion | None:
    """Find the profile that counts now; None until a first resume is read."""
    query = select(CandidateProfileVersion).join(Candidate, _is_current())
    return session.scalar(query.where(Candidate.id == candidate_id))


def resume_of_version(session: Session, version: CandidateProfileVersion) -> Resume:
    """Load the resume that a profile was made of."""
    return session.get_one(Resume, version.resume_id)


def lock_profile(session: Session, candidate_id: int) -> None:
    """Wait until nobody else changes a person's profile, and keep others waiting until the end of the transaction.

    An UPDATE that changes nothing locks the row on PostgreSQL, and the file on SQLite, which can lock no row.
    """
    session.execute(
        update(Candidate).where(Candidate.id == candidate_id).values(profile_version=Candidate.profile_version)
    )


def next_version(session: Session, candidate_id: int) -> int:
    """Take the next version number; the row stays locked, so two changes at once get two numbers."""
    return session.scalars(
        update(Candidate)
        .where(Candidate.id == candidate_id)
        .values(profile_version=Candidate.profile_version + 1)
        .returning(Candidate.profile_version)
    ).one()


def log_pool_change(session: Session, *, agency_id: int, candidate_id: int) -> None:
    """Tell every ranking index that a person's profile is another one, or gone."""
    lock_pool(session, agency_id)
    session.add(PoolChange(agency_id=agency_id, candidate_id=candidate_id))


def lock_pool(session: Session, agency_id: int) -> None:
    """Write to an agency's log alone until the end of the transaction.

    Ids of the log then come in the order of the commits, and a reader that has seen one has seen all before it.
    (SQLite has one writer anyway, and knows no such lock.)
    """
    session.scalar(select(Organization.id).where(Organization.id == agency_id).with_for_update(key_share=True))


# -------------------------------------------------------------------------------------------------- the pool


def pool_members(session: Session, agency_id: int, candidate_ids: Collection[int]) -> list[PoolMember]:
    """Load those of an agency's people who are named and have a profile, in one query for most lists."""
    members: list[PoolMember] = []
    for ids in _portions(candidate_ids):
        query = select(Candidate.id, Candidate.display_name, Candidate.profile_version).where(
            Candidate.agency_id == agency_id, Candidate.id.in_(ids), Candidate.profile_version > 0
        )
        members += [PoolMember(*row) for row in session.execute(query)]
    return members


def resumes_being_read(session: Session, agency_id: int) -> int:
    """Count the resumes of an agency's people that are received and not read yet."""
    query = select(func.count(Resume.id)).join(Candidate, Candidate.id == Resume.candidate_id)
    unread = Resume.state.in_((ResumeState.RECEIVED, ResumeState.READING))
    return session.scalar(query.where(Candidate.agency_id == agency_id, unread)) or 0


def profiles_for(
    session: Session, agency_id: int, candidate_ids: Collection[int]
) -> Mapping[int, CandidateProfile]:
    """Load the profiles that count of an agency's people, in one query for most lists."""
    profiles: dict[int, CandidateProfile] = {}
    for ids in _portions(candidate_ids):
        query = _current_profiles(agency_id).where(Candidate.id.in_(ids))
        profiles.update((candidate_id, profile) for candidate_id, profile in session.execute(query))
    return profiles


def pool_profiles(session: Session, agency_id: int) -> Iterator[tuple[int, CandidateProfile]]:
    """Walk through the profiles that count of everybody in an agency's pool."""
    query = _current_profiles(agency_id).execution_options(yield_per=ROWS_AT_A_TIME)
    yield from session.execute(query)


def agency_ids_with_pool(session: Session) -> Sequence[int]:
    """List the agencies that ever had somebody to rank."""
    return session.scalars(select(PoolChange.agency_id).distinct().order_by(PoolChange.agency_id)).all()


def last_change(session: Session, agency_id: int) -> PoolChange | None:
    """Find the newest entry of an agency's log."""
    query = select(PoolChange).where(PoolChange.agency_id == agency_id)
    return session.scalar(query.order_by(PoolChange.id.desc()).limit(1))


def change_by_id(session: Session, agency_id: int, change_id: int) -> PoolChange | None:
    """Find one entry of an agency's log."""
    return session.scalar(select(PoolChange).filter_by(agency_id=agency_id, id=change_id))


def changed_since(session: Session, agency_id: int, change_id: int) -> tuple[int, Sequence[int]]:
    """Return the newest entry's id, and who was put in, changed or taken out after the given one."""
    rows = session.execute(
        select(func.max(PoolChange.id), PoolChange.candidate_id)
        .where(PoolChange.agency_id == agency_id, PoolChange.id > change_id)
        .group_by(PoolChange.candidate_id)
    ).all()
    return max((newest for newest, _ in rows), default=change_id), [candidate_id for _, candidate_id in rows]


def _current_profiles(agency_id: int) -> Select[int, CandidateProfile]:
    query = select(CandidateProfileVersion.candidate_id, CandidateProfileVersion.profile)
    return query.join(Candidate, _is_current()).where(Candidate.agency_id == agency_id)


def _is_current() -> ColumnElement[bool]:
    return and_(
        Candidate.id == CandidateProfileVersion.candidate_id,
        Candidate.profile_version == CandidateProfileVersion.version,
    )


def _portions(ids: Collection[int]) -> Iterator[Sequence[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), IDS_IN_ONE_QUERY):
        yield ordered[start : start + IDS_IN_ONE_QUERY]
