"""The worker's part of a resume: file to text, text to mentions, mentions to a profile that is ranked."""

import logging
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from recruit.db import audit, candidates
from recruit.db.audit import BackgroundJobState
from recruit.db.base import utc_now
from recruit.db.candidates import Candidate, CandidateProfileVersion, Resume, ResumeState
from recruit.documents import read
from recruit.errors import UnreadableDocument
from recruit.matching import extract
from recruit.matching.profile import build_candidate_profile, with_corrections
from recruit.matching.stuffing import writing_findings
from recruit.services import background
from recruit.services.background import Run
from recruit.services.house import House
from recruit.services.records import record
from recruit.services.shapes import Actor
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import (
    CandidateProfile,
    Correction,
    Document,
    Finding,
    Kind,
    SkillMention,
)

#: Name of the task, and kind of its background job.
READ_RESUME = "read_resume"

BROKEN = "unexpected"
BROKEN_MESSAGE = (
    "Something broke on our side while this file was read. The file is kept. Upload it again to have it read once "
    "more; if that fails too, tell the people who run this site."
)

NO_SKILL = Finding(
    code="no_skill",
    hint="No skill of the trade was found in the text. Add those you have, or upload a resume that names "
    "machines, controls, materials and measuring tools.",
)

_log = logging.getLogger(__name__)


def read_resume(house: House, resume_id: int) -> None:
    """Read a stored resume into a new profile version; a second call while one runs does nothing."""
    run = begin(house, resume_id)
    if run is None:
        return
    with background.kept_alive(house, run):
        try:
            if run.is_one_too_many:
                raise RuntimeError(f"resume {resume_id} ended its worker {background.MOST_ATTEMPTS} times")
            document, mentions = read_file(house, resume_id)
            keep(house, run, resume_id, document, mentions)
        except UnreadableDocument as error:
            fail(house, run, resume_id, code=error.code, message=str(error))
        except Exception:
            # Whatever it was, the person who waits for this file must be told; the log has the rest.
            _log.exception("resume %s could not be read", resume_id)
            fail(house, run, resume_id, code=BROKEN, message=BROKEN_MESSAGE)


def pick_up_unfinished(house: House) -> int:
    """Queue again what was received but not read, or whose reader died; return how many."""
    pick_up_abandoned(house)
    with house.sessions() as session:
        waiting = audit.queued_subjects(session, READ_RESUME)
    for resume_id in waiting:
        house.queue.put(READ_RESUME, resume_id=resume_id)
    return len(waiting)


def pick_up_abandoned(house: House) -> int:
    """Queue again the resumes whose reader died since; return how many."""
    with house.sessions.begin() as session:
        released = background.abandoned(session, READ_RESUME)
        for resume_id in released:
            session.get_one(Resume, resume_id).state = ResumeState.RECEIVED
    for resume_id in released:
        house.queue.put(READ_RESUME, resume_id=resume_id)
    return len(released)


def begin(house: House, resume_id: int) -> Run | None:
    """Claim the reading of a resume, and show that it is being read."""
    with house.sessions.begin() as session:
        run = background.claim(session, READ_RESUME, resume_id)
        if run is not None:
            session.get_one(Resume, resume_id).state = ResumeState.READING
        return run


def read_file(house: House, resume_id: int) -> tuple[Document, tuple[SkillMention, ...]]:
    """Read a resume's file and what it says, without holding the database."""
    with house.sessions() as session:
        resume = session.get_one(Resume, resume_id)
    # People who do not know each other hand in their files: none may learn of another's.
    document = read(house.files.get(resume.content_hash), limits=house.limits, alone=True)
    day = resume.uploaded_at.date()
    mentions = extract(document.text, Kind.RESUME, on=day, parts=document.sections)
    return document, tuple(mentions)


def keep(house: House, run: Run, resume_id: int, document: Document, mentions: tuple[SkillMention, ...]) -> None:
    """Save what was read, all or nothing, unless the work was taken from this run."""
    with house.sessions.begin() as session:
        if not audit.finish(session, run.claimed_by, state=BackgroundJobState.DONE):
            return
        resume = session.get_one(Resume, resume_id)
        candidate = session.get_one(Candidate, resume.candidate_id)
        for column, value in columns_of(document, mentions).items():
            setattr(resume, column, value)
        earlier = candidates.last_version_of(session, resume.id)
        corrections = earlier.corrections if earlier else ()
        version = add_version(session, None, resume, candidate, mentions=mentions, corrections=corrections)
        record(session, None, READ_RESUME, "resume", resume.id, profile_version=version)
        put_newest_on_top(session, resume, candidate)


def columns_of(document: Document, mentions: Sequence[SkillMention]) -> dict[str, Any]:
    """Return what is kept of a document and of how it is written, by the column of its resume."""
    noticed = writing_findings(document.text, mentions) if mentions else (NO_SKILL,)
    return {
        "text": document.text,
        "media_type": document.media_type,
        "pages": document.pages,
        "verdict": document.verdict,
        "findings": (*document.findings, *noticed),
        "blocks": document.blocks,
        "places": document.places,
        "contact": document.contact,
        "sections": document.sections,
        "positions": document.positions,
        "language": document.language,
        "producer": document.producer,
        "read_at": utc_now(),
        "state": ResumeState.READ,
    }


def put_newest_on_top(session: Session, resume: Resume, candidate: Candidate) -> None:
    """Let the last upload count, also where an earlier one is read after it because its first reader died."""
    newest = candidates.last_read_of(session, candidate.id)
    version = candidates.last_version_of(session, newest.id) if newest else None
    if newest is not None and newest.id != resume.id and version is not None:
        add_version(session, None, newest, candidate, mentions=version.mentions, corrections=version.corrections)


def fail(house: House, run: Run, resume_id: int, *, code: str, message: str) -> None:
    """Say why a resume was not read; its file stays, and so does the profile read from an earlier one."""
    with house.sessions.begin() as session:
        if not audit.finish(session, run.claimed_by, state=BackgroundJobState.FAILED, message=message):
            return
        resume = session.get_one(Resume, resume_id)
        resume.state = ResumeState.FAILED
        resume.failure_code = code
        resume.failure_message = message
        record(session, None, "fail_to_read_resume", "resume", resume.id, code=code)


def add_version(
    session: Session,
    actor: Actor | None,
    resume: Resume,
    candidate: Candidate,
    *,
    mentions: tuple[SkillMention, ...],
    corrections: tuple[Correction, ...],
) -> int:
    """Add the profile version that counts from now on, and tell the ranking; return its number."""
    profile = with_corrections(profile_of(resume, mentions), corrections)
    version = candidates.next_version(session, candidate.id)
    session.add(
        CandidateProfileVersion(
            candidate_id=candidate.id,
            resume_id=resume.id,
            version=version,
            mentions=mentions,
            corrections=corrections,
            profile=profile,
            vocabulary_version=load_vocabulary().version,
            created_by_user_id=actor.user_id if actor else None,
        )
    )
    session.flush()
    candidates.log_pool_change(session, agency_id=candidate.agency_id, candidate_id=candidate.id)
    return version


def profile_of(resume: Resume, mentions: Sequence[SkillMention]) -> CandidateProfile:
    """Build what a resume says, before corrections; "present" in it is the day it was handed in."""
    return build_candidate_profile(resume.text or "", mentions, on=resume.uploaded_at.date())
