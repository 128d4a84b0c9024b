"""A resume from upload to profile: stored, shown, corrected. `reading` holds the worker's part."""

from dataclasses import replace

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from recruit.db import candidates
from recruit.db.base import utc_now
from recruit.db.candidates import Candidate, CandidateProfileVersion, Resume, ResumeState
from recruit.errors import Conflict
from recruit.services import background, reading
from recruit.services.access import load_candidate, load_resume, own_record
from recruit.services.corrections import checked_correction, with_correction, without_correction
from recruit.services.house import House
from recruit.services.reading import pick_up_unfinished, read_resume
from recruit.services.records import record
from recruit.services.shapes import Actor, ResumeView, SkillCorrection, Upload
from recruit.services.typed import own_name
from recruit.services.views import resume_view
from recruit.vocabulary.shapes import Correction

__all__ = [
    "correct_skill",
    "latest_resume",
    "pick_up_unfinished",
    "read_resume",
    "resume",
    "resume_file",
    "resumes",
    "submit_resume",
    "undo_correction",
]

LONGEST_FILE_NAME = 150
UNKNOWN_MEDIA_TYPE = "application/octet-stream"


def submit_resume(house: House, actor: Actor | None, upload: Upload, *, candidate_id: int | None = None) -> int:
    """Store a file, have it read soon, and return its resume's id; the same bytes given twice are one resume.

    Candidates submit their own; recruiters name the candidate of their agency.
    """
    if candidate_id is None:
        candidate_id = own_record(actor)
    with house.sessions() as session:
        load_candidate(session, actor, candidate_id, write=True)
    content_hash = house.files.put(upload.content)
    try:
        resume_id, has_to_be_read = store(house, actor, candidate_id, upload, content_hash)
    except IntegrityError:
        # A second click came between the question and the answer; by now the first one's row is there.
        resume_id, has_to_be_read = store(house, actor, candidate_id, upload, content_hash)
    if has_to_be_read:
        house.queue.put(reading.READ_RESUME, resume_id=resume_id)
    return resume_id


def store(
    house: House, actor: Actor | None, candidate_id: int, upload: Upload, content_hash: str
) -> tuple[int, bool]:
    """Make the row of an upload, or find it; say whether it has to be read."""
    with house.sessions.begin() as session:
        found = candidates.resume_by_content(session, candidate_id, content_hash)
        if found is not None and not is_worth_reading_again(session, found):
            return found.id, False
        resume = found or Resume(candidate_id=candidate_id, content_hash=content_hash)
        resume.file_name = plain_file_name(upload.file_name)
        resume.size_bytes = len(upload.content)
        resume.uploaded_at = utc_now()
        resume.state = ResumeState.RECEIVED
        resume.failure_code = resume.failure_message = None
        session.add(resume)
        session.flush()
        background.enqueue(session, reading.READ_RESUME, resume.id)
        record(session, actor, "submit_resume", "resume", resume.id, candidate_id=candidate_id)
        return resume.id, True


def is_worth_reading_again(session: Session, resume: Resume) -> bool:
    """Tell whether a file that is here already has to be read: it failed, or a later upload took its place."""
    if resume.state is not ResumeState.READ:
        return resume.state is ResumeState.FAILED
    current = candidates.current_version_of(session, resume.candidate_id)
    return current is not None and current.resume_id != resume.id


def resume(house: House, actor: Actor | None, resume_id: int) -> ResumeView:
    """Return one resume with what was read from it."""
    with house.sessions() as session:
        found, _ = load_resume(session, actor, resume_id)
        return whole_view(session, found)


def latest_resume(house: House, actor: Actor | None) -> ResumeView | None:
    """Return the actor's newest resume, None before the first."""
    with house.sessions() as session:
        newest = next(iter(candidates.resumes_of(session, own_record(actor))), None)
        return None if newest is None else resume(house, actor, newest.id)


def resumes(house: House, actor: Actor | None) -> list[ResumeView]:
    """Return the actor's own resumes, newest first, without text and skills."""
    with house.sessions() as session:
        return [resume_view(row) for row in candidates.resumes_of(session, own_record(actor))]


def resume_file(house: House, actor: Actor | None, resume_id: int) -> tuple[str, str, bytes]:
    """Return the file as it was uploaded: its name, its media type, its bytes."""
    with house.sessions.begin() as session:
        found, _ = load_resume(session, actor, resume_id)
        record(session, actor, "download_resume", "resume", found.id)
        name, media_type = found.file_name, found.media_type or UNKNOWN_MEDIA_TYPE
        content_hash = found.content_hash
    return name, media_type, house.files.get(content_hash)


def correct_skill(house: House, actor: Actor | None, resume_id: int, correction: SkillCorrection) -> ResumeView:
    """Put a person's word over what was read, as a new profile version that is ranked at once."""
    new = checked_correction(
        correction.concept,
        correction.polarity,
        years=correction.years,
        removed=correction.removed,
        means_other=correction.means_other,
    )
    with house.sessions.begin() as session:
        found, candidate, last = load_to_correct(session, actor, resume_id)
        save_corrections(session, actor, found, candidate, last, with_correction(last.corrections, new))
        record(session, actor, "correct_skill", "resume", found.id, concept=new.concept, removed=new.removed)
        return whole_view(session, found)


def undo_correction(house: House, actor: Actor | None, resume_id: int, concept: str) -> ResumeView:
    """Take a correction back, so that what was read counts again; without one nothing changes."""
    with house.sessions.begin() as session:
        found, candidate, last = load_to_correct(session, actor, resume_id)
        save_corrections(session, actor, found, candidate, last, without_correction(last.corrections, concept))
        record(session, actor, "undo_correction", "resume", found.id, concept=concept)
        return whole_view(session, found)


def load_to_correct(
    session: Session, actor: Actor | None, resume_id: int
) -> tuple[Resume, Candidate, CandidateProfileVersion]:
    """Return a resume that counts, with the profile made of it; one change after the other from here on."""
    resume, candidate = load_resume(session, actor, resume_id, write=True)
    if resume.state is not ResumeState.READ:
        raise Conflict("This resume is not read yet. Wait until it is, then correct what was read.")
    candidates.lock_profile(session, candidate.id)
    last = candidates.current_version_of(session, candidate.id)
    if last is None or last.resume_id != resume.id:
        raise Conflict("A newer resume has taken this one's place. Open the newer one and correct that.")
    return resume, candidate, last


def save_corrections(
    session: Session,
    actor: Actor | None,
    resume: Resume,
    candidate: Candidate,
    last: CandidateProfileVersion,
    corrections: tuple[Correction, ...],
) -> None:
    """Make a new profile version, unless nothing changed."""
    if corrections != last.corrections:
        reading.add_version(session, actor, resume, candidate, mentions=last.mentions, corrections=corrections)


def whole_view(session: Session, resume: Resume) -> ResumeView:
    """Show a resume with everything that was read from it."""
    counting = candidates.current_version_of(session, resume.candidate_id)
    another = counting.resume_id if counting and counting.resume_id != resume.id else None
    if resume.state is not ResumeState.READ:
        return replace(resume_view(resume), counting_resume_id=another)
    version = candidates.last_version_of(session, resume.id)
    as_read = None
    if version is not None and any(correction.removed for correction in version.corrections):
        as_read = reading.profile_of(resume, version.mentions)
    return replace(resume_view(resume, version=version, as_read=as_read), counting_resume_id=another)


def plain_file_name(name: str) -> str:
    """Return a file's own name, and one for a file without."""
    return own_name(name)[-LONGEST_FILE_NAME:] or "resume"
