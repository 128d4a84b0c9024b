"""What an import keeps: each file's outcome together with the person it brought in, all or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from recruit.db import audit, candidates, imports
from recruit.db.base import insert_rows, utc_now
from recruit.db.candidates import Candidate, CandidateProfileVersion, KnownResume, PoolChange, Resume
from recruit.db.imports import Import, ImportFile, ImportOutcome, KnownFile
from recruit.errors import Conflict
from recruit.services.background import Run
from recruit.services.house import House
from recruit.services.imports.readers import Broken, Read, Refused, Task
from recruit.services.reading import BROKEN
from recruit.services.records import record_all

BROKEN_MESSAGE = (
    "Something broke on our side while this file was read. The file is kept. Upload it alone; if that fails too, "
    "tell the people who run this site."
)
SAME_CONTENT = "same_content"

#: Of a person and of their resume.
Ids = tuple[int | None, int | None]
NOBODY: Ids = (None, None)

FIRST_VERSION = 1


@dataclass(frozen=True, slots=True)
class Same:
    """The bytes are here already; the sentence says where."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Done:
    """A file whose outcome is known and not kept yet; what could not be opened has no task."""

    name: str
    result: Read | Refused | Broken | Same
    task: Task | None = None

    @property
    def content_hash(self) -> str | None:
        """The hash of its bytes."""
        return self.task.content_hash if self.task else None


@dataclass(frozen=True, slots=True)
class Known:
    """What is here already of the bytes in hand: in this import, and in the agency's pool."""

    in_import: Mapping[str, KnownFile]
    in_pool: Mapping[str, KnownResume]

    def sentence(self, content_hash: str) -> str | None:
        """Say where the bytes are, None where they are new."""
        if content_hash in self.in_import:
            return same_as(self.in_import[content_hash].name)
        if content_hash in self.in_pool:
            return f"It is in the pool already: {self.in_pool[content_hash].display_name}."
        return None


def known_contents(session: Session, order: Import, hashes: Sequence[str]) -> Known:
    """Find what is here already of these bytes."""
    return Known(
        imports.files_by_content(session, order.id, hashes),
        candidates.resumes_in_pool(session, order.agency_id, hashes),
    )


def same_as(name: str) -> str:
    """Name the file that had the same bytes first."""
    return f"It has the same content as {name}."


def taken() -> Conflict:
    """Say that another process has the work."""
    return Conflict("Another process goes on with this import, so this one stopped. Nothing is done twice.")


def keep(house: House, run: Run, order: Import, batch: Sequence[Done], *, done: int, seconds: float) -> None:
    """Write a batch in one transaction; nothing of it is kept when the work was taken from this run."""
    with house.sessions.begin() as session:
        total = max(order.total or 0, done)
        if not audit.go_on(session, run.claimed_by, at=utc_now(), done=done, total=total):
            raise taken()
        session.get_one(Import, order.id).working_seconds += seconds
        # From here on nobody else brings somebody into this pool, so that no file makes two people.
        candidates.lock_pool(session, order.agency_id)
        known = known_contents(session, order, [one.content_hash for one in batch if one.content_hash])
        new: list[Done] = []
        others: list[Done] = []
        for one in batch:
            is_new = isinstance(one.result, Read) and known.sentence(str(one.content_hash)) is None
            (new if is_new else others).append(one)
        brought = bring_in(session, order, new)
        ids: dict[str, Ids] = {key: (row.candidate_id, row.resume_id) for key, row in known.in_pool.items()}
        ids |= {row["content_hash"]: (row["candidate_id"], row["resume_id"]) for row in brought}
        insert_rows(session, ImportFile, [*brought, *(row_of(order, one, known, ids) for one in others)])


def row_of(order: Import, one: Done, known: Known, ids: Mapping[str, Ids]) -> dict[str, Any]:
    """Say what became of a file that brought nobody in."""
    message: str | None
    match one.result:
        case Refused(code, message, seconds):
            return file_row(order, one, ImportOutcome.UNREADABLE, code=code, message=message, seconds=seconds)
        case Broken(seconds):
            return file_row(order, one, ImportOutcome.FAILED, code=BROKEN, message=BROKEN_MESSAGE, seconds=seconds)
        case Same(sentence):
            message, seconds = sentence, 0.0
        case Read(seconds=seconds):
            message = known.sentence(str(one.content_hash))
    return file_row(
        order,
        one,
        ImportOutcome.DUPLICATE,
        code=SAME_CONTENT,
        message=message,
        seconds=seconds,
        ids=ids.get(one.content_hash or "", NOBODY),
    )


def file_row(
    order: Import,
    one: Done,
    outcome: ImportOutcome,
    *,
    seconds: float,
    code: str | None = None,
    message: str | None = None,
    ids: Ids = NOBODY,
) -> dict[str, Any]:
    """Make the row of a file's outcome."""
    return {
        "import_id": order.id,
        "name": one.name,
        "content_hash": one.content_hash,
        "outcome": outcome,
        "code": code,
        "message": message,
        "candidate_id": ids[0],
        "resume_id": ids[1],
        "seconds": seconds,
    }


def bring_in(session: Session, order: Import, new: Sequence[Done]) -> list[dict[str, Any]]:
    """Make the people, their resumes and profiles, and return the rows of their files.

    What the resume says is all that is known of a person. An import is no consent, so none is written.
    """
    reads = [(one, one.result) for one in new if isinstance(one.result, Read)]
    of_all = {"agency_id": order.agency_id, "profile_version": FIRST_VERSION}
    people = insert_rows(session, Candidate, [{**of_all, **read.rows.person} for _, read in reads])
    papers = insert_rows(
        session,
        Resume,
        [{"candidate_id": person, **read.rows.resume} for person, (_, read) in zip(people, reads, strict=True)],
    )
    brought = list(zip(people, papers, reads, strict=True))
    insert_rows(
        session,
        CandidateProfileVersion,
        [
            {"candidate_id": person, "resume_id": paper, "version": FIRST_VERSION, **read.rows.profile}
            for person, paper, (_, read) in brought
        ],
    )
    insert_rows(session, PoolChange, [{"agency_id": order.agency_id, "candidate_id": person} for person in people])
    details = {paper: {"import_id": order.id, "file": one.name} for _, paper, (one, _) in brought}
    record_all(session, None, "import_resume", "resume", details)
    return [
        file_row(order, one, ImportOutcome.IMPORTED, seconds=read.seconds, ids=(person, paper))
        for person, paper, (one, read) in brought
    ]
