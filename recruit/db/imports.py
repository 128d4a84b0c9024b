"""Bulk imports: what was given to be brought in, and what became of each file of it."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, and_, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from recruit.db.accounts import User
from recruit.db.audit import BackgroundJob
from recruit.db.base import Base, StoredShape, utc_now
from recruit.db.candidates import ROWS_AT_A_TIME, lock_pool


class ImportOutcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"
    #: The fault is ours, not the file's.
    FAILED = "failed"


#: What brought nobody into the pool and should have.
NOT_BROUGHT_IN = (ImportOutcome.UNREADABLE, ImportOutcome.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSource:
    """A file, folder or ZIP to bring in: where it lies, and what the person calls it."""

    path: str
    name: str


class Import(Base):
    """An order to bring files into an agency's pool; the work on it is the background job of its kind and id."""

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("organizations.id"), index=True)
    #: Who does the work: the name of the background job's kind.
    kind: Mapped[str]
    sources: Mapped[tuple[ImportSource, ...]] = mapped_column(StoredShape(tuple[ImportSource, ...]))
    #: None until the files are counted.
    total: Mapped[int | None]
    #: Time spent on it so far, pauses not counted.
    working_seconds: Mapped[float] = mapped_column(default=0.0)
    started_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    finished_at: Mapped[dt.datetime | None]
    #: None is the command line.
    started_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))


class ImportFile(Base):
    """One file of an import, written together with the person it brought in: it is wholly done, or not at all."""

    __tablename__ = "import_files"
    __table_args__ = (
        UniqueConstraint("import_id", "name"),
        Index(None, "import_id", "content_hash"),
        Index(None, "import_id", "outcome"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"))
    name: Mapped[str]
    #: None for what could not even be opened.
    content_hash: Mapped[str | None]
    outcome: Mapped[ImportOutcome]
    code: Mapped[str | None]
    message: Mapped[str | None]
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidates.id", ondelete="SET NULL"), index=True)
    resume_id: Mapped[int | None] = mapped_column(ForeignKey("resumes.id", ondelete="SET NULL"), index=True)
    seconds: Mapped[float]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file of an import whose outcome is known."""

    name: str
    candidate_id: int | None
    resume_id: int | None


ImportRow = tuple[Import, BackgroundJob | None, str | None]


# ------------------------------------------------------------------------------------------------------ imports


def imports_of(session: Session, agency_ids: Collection[int]) -> Sequence[ImportRow]:
    """List the imports of these agencies, the newest first, each with its work and who began it."""
    return session.execute(_rows(agency_ids).order_by(Import.id.desc())).all()


def visible_import(session: Session, import_id: int, *, agency_ids: Collection[int]) -> ImportRow | None:
    """Find an import of one of these agencies."""
    return session.execute(_rows(agency_ids).where(Import.id == import_id)).first()


def import_row(session: Session, order: Import) -> ImportRow:
    """Add to an import its work and who began it."""
    return session.execute(_rows([order.agency_id]).where(Import.id == order.id)).one()


def lock_imports(session: Session, agency_id: int) -> None:
    """Keep others from beginning an import for an agency until the end of the transaction.

    The UPDATE takes SQLite's one place to write; the lock is for PostgreSQL.
    """
    session.execute(update(Import).where(Import.agency_id == agency_id).values(agency_id=agency_id))
    lock_pool(session, agency_id)


def unfinished_import(
    session: Session, *, agency_id: int, kind: str, sources: tuple[ImportSource, ...]
) -> Import | None:
    """Find the import of the same things, whatever they were called, that did not come to its end."""
    query = select(Import).filter_by(agency_id=agency_id, kind=kind, finished_at=None).order_by(Import.id)
    paths = [source.path for source in sources]
    return next((one for one in session.scalars(query) if [source.path for source in one.sources] == paths), None)


# -------------------------------------------------------------------------------------------------------- files


def names_done(session: Session, import_id: int) -> set[str]:
    """Return the names of the files whose outcome is known."""
    return set(session.scalars(select(ImportFile.name).filter_by(import_id=import_id)))


def counts_of(session: Session, import_ids: Collection[int]) -> Mapping[int, dict[ImportOutcome, int]]:
    """Count the files of imports by outcome."""
    counts: dict[int, dict[ImportOutcome, int]] = {import_id: {} for import_id in import_ids}
    query = select(ImportFile.import_id, ImportFile.outcome, func.count()).where(
        ImportFile.import_id.in_(import_ids)
    )
    for import_id, outcome, count in session.execute(query.group_by(ImportFile.import_id, ImportFile.outcome)):
        counts[import_id][outcome] = count
    return counts


def files_by_content(session: Session, import_id: int, hashes: Collection[str]) -> Mapping[str, KnownFile]:
    """Find the first files of an import that hold these bytes."""
    query = select(ImportFile).where(ImportFile.import_id == import_id, ImportFile.content_hash.in_(hashes))
    return {
        str(row.content_hash): KnownFile(row.name, row.candidate_id, row.resume_id)
        for row in session.scalars(query.order_by(ImportFile.id.desc()))
    }


def files_not_brought_in(session: Session, import_id: int, *, limit: int) -> Sequence[ImportFile]:
    """List the files that failed, the last ones first."""
    query = select(ImportFile).filter_by(import_id=import_id).where(ImportFile.outcome.in_(NOT_BROUGHT_IN))
    return session.scalars(query.order_by(ImportFile.id.desc()).limit(limit)).all()


def all_files(session: Session, import_id: int) -> Iterator[ImportFile]:
    """Walk through the files of an import in the order in which they were done."""
    query = select(ImportFile).filter_by(import_id=import_id).order_by(ImportFile.id)
    yield from session.scalars(query.execution_options(yield_per=ROWS_AT_A_TIME))


def _rows(agency_ids: Collection[int]) -> Select[Import, BackgroundJob | None, str | None]:
    work = and_(BackgroundJob.kind == Import.kind, BackgroundJob.subject_id == Import.id)
    query = select(Import, BackgroundJob, User.display_name).outerjoin(BackgroundJob, work)
    return query.outerjoin(User, User.id == Import.started_by_user_id).where(Import.agency_id.in_(agency_ids))
