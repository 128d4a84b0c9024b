"""What an import keeps: each file's outcome together with the person it brought in, all or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from recruit.db import audit, candidates, imports
from recruit.db.base import utc_now
from recruit.db.candidates import Candidate, CandidateProfileVersion, KnownResume, PoolChange, Resume
from recruit.db.imports import Import, ImportFile, ImportOutcome, KnownFile
from recruit.errors import Conflict
from recruit.services import resumes
from recruit.services.background import Run
from recruit.services.house import House
from recruit.services.imports.names import email_of, person_of
from recruit.services.imports.readers import Broken, Read, Refused, Task
from recruit.services.reading import BROKEN, write_document
from recruit.services.records import record
from recruit.vocabulary import load_vocabulary

BROKEN_MESSAGE = (
    "Something broke on our side while this file was read. The file is kept. Upload it alone; if that fails too, "
    "tell the people who run this site."
)
SAME_CONTENT = "same_content"

#: Of a person and of their resume.
Ids = tuple[int | None, int | None]


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


def keep(house: House, run: Run, order: Import, batch: Sequence[Done], *, done: int, seconds: float) -> None:
    """Write a batch in one transaction; nothing of it is kept when the work was taken from this run."""
    with house.sessions.begin() as session:
        total = max(order.total or 0, done)
        if not audit.go_on(session, run.claimed_by, at=utc_now(), done=done, total=total):
            raise Conflict("Another process goes on with this import, so this one stopped. Nothing is done twice.")
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
        ids |= {str(row.content_hash): (row.candidate_id, row.resume_id) for row in brought}
        session.add_all([*brought, *(row_of(order, one, known, ids) for one in others)])


def row_of(order: Import, one: Done, known: Known, ids: Mapping[str, Ids]) -> ImportFile:
    """Say what became of a file that brought nobody in."""
    row = ImportFile(import_id=order.id, name=one.name, content_hash=one.content_hash, seconds=0.0)
    match one.result:
        case Refused(code, message, seconds):
            row.outcome, row.code, row.message, row.seconds = ImportOutcome.UNREADABLE, code, message, seconds
        case Broken(seconds):
            row.outcome, row.code, row.message, row.seconds = ImportOutcome.FAILED, BROKEN, BROKEN_MESSAGE, seconds
        case Same(sentence):
            row.outcome, row.code, row.message = ImportOutcome.DUPLICATE, SAME_CONTENT, sentence
        case Read(seconds=seconds):
            row.outcome, row.code, row.seconds = ImportOutcome.DUPLICATE, SAME_CONTENT, seconds
            row.message = known.sentence(str(one.content_hash))
    if row.outcome is ImportOutcome.DUPLICATE:
        row.candidate_id, row.resume_id = ids.get(one.content_hash or "", (None, None))
    return row


def bring_in(session: Session, order: Import, new: Sequence[Done]) -> list[ImportFile]:
    """Make the people, their resumes and profiles; what the resume says is all that is known of them."""
    reads = [(one, one.task, one.result) for one in new if one.task and isinstance(one.result, Read)]
    people = [person_from(order, task, read) for _, task, read in reads]
    session.add_all(people)
    session.flush()
    papers = [resume_from(person, task, read) for person, (_, task, read) in zip(people, reads, strict=True)]
    session.add_all(papers)
    session.flush()
    rows = []
    for person, paper, (one, _, read) in zip(people, papers, reads, strict=True):
        session.add(version_from(person, paper, read))
        session.add(PoolChange(agency_id=order.agency_id, candidate_id=person.id))
        record(session, None, "import_resume", "resume", paper.id, import_id=order.id, file=one.name)
        rows.append(
            ImportFile(
                import_id=order.id,
                name=one.name,
                content_hash=one.content_hash,
                outcome=ImportOutcome.IMPORTED,
                candidate_id=person.id,
                resume_id=paper.id,
                seconds=read.seconds,
            )
        )
    return rows


def person_from(order: Import, task: Task, read: Read) -> Candidate:
    """Make the record of the person whose resume it is; an import is no consent, so none is written."""
    return Candidate(
        agency_id=order.agency_id,
        display_name=person_of(read.document.contact, task.name),
        email=email_of(read.document.contact),
        profile_version=1,
    )


def resume_from(person: Candidate, task: Task, read: Read) -> Resume:
    """Make the resume, read already."""
    paper = Resume(
        candidate_id=person.id,
        content_hash=task.content_hash,
        file_name=resumes.plain_file_name(task.name),
        size_bytes=task.size_bytes,
        uploaded_at=task.received_at,
    )
    write_document(paper, read.document, has_skill=bool(read.mentions))
    return paper


def version_from(person: Candidate, paper: Resume, read: Read) -> CandidateProfileVersion:
    """Make the first version of the profile."""
    return CandidateProfileVersion(
        candidate_id=person.id,
        resume_id=paper.id,
        version=person.profile_version,
        mentions=read.mentions,
        corrections=(),
        profile=read.profile,
        vocabulary_version=load_vocabulary().version,
    )
