"""A resume from upload to profile: stored, read by the worker, shown, corrected."""

from recruit.services.house import House
from recruit.services.shapes import Actor, ResumeView, SkillCorrection, Upload


def submit_resume(house: House, actor: Actor | None, upload: Upload, *, candidate_id: int | None = None) -> int:
    """Store a file, have it read soon, and return its resume's id; the same bytes given twice are one resume.

    Candidates submit their own; recruiters name the candidate of their agency.
    """
    raise NotImplementedError


def read_resume(house: House, resume_id: int) -> None:
    """Read a stored resume into a new profile version; a second call while one runs does nothing."""
    raise NotImplementedError


def pick_up_unfinished(house: House) -> int:
    """Queue again what was received but not read, or whose reader died; return how many."""
    raise NotImplementedError


def resume(house: House, actor: Actor | None, resume_id: int) -> ResumeView:
    """Return one resume with what was read from it."""
    raise NotImplementedError


def latest_resume(house: House, actor: Actor | None) -> ResumeView | None:
    """Return the actor's newest resume, None before the first."""
    raise NotImplementedError


def resumes(house: House, actor: Actor | None) -> list[ResumeView]:
    """Return the actor's own resumes, newest first, without text and skills."""
    raise NotImplementedError


def resume_file(house: House, actor: Actor | None, resume_id: int) -> tuple[str, str, bytes]:
    """Return the file as it was uploaded: its name, its media type, its bytes."""
    raise NotImplementedError


def correct_skill(house: House, actor: Actor | None, resume_id: int, correction: SkillCorrection) -> ResumeView:
    """Put a person's word over what was read, as a new profile version that is ranked at once."""
    raise NotImplementedError


def undo_correction(house: House, actor: Actor | None, resume_id: int, concept: str) -> ResumeView:
    """Take a correction back, so that what was read counts again; without one nothing changes."""
    raise NotImplementedError
