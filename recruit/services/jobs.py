"""Advertised jobs: written and corrected by their employer, read by the agency, open ones by everybody."""

from recruit.services.house import House
from recruit.services.shapes import Actor, PostingDraft, PostingView, Upload
from recruit.vocabulary.shapes import Polarity, Requirement


def read_posting_file(house: House, actor: Actor | None, upload: Upload) -> str:
    """Return the text of an uploaded description, for the employer to look over; nothing is stored."""
    raise NotImplementedError


def preview_requirements(house: House, actor: Actor | None, text: str) -> tuple[Requirement, ...]:
    """Return what would be read from a description that is not stored yet."""
    raise NotImplementedError


def post_job(house: House, actor: Actor | None, draft: PostingDraft) -> int:
    """Save a draft that only its employer sees, and return its id."""
    raise NotImplementedError


def edit_job(house: House, actor: Actor | None, job_id: int, draft: PostingDraft, revision: int) -> PostingView:
    """Replace the text of a posting and read it again; corrections stay."""
    raise NotImplementedError


def correct_requirement(
    house: House,
    actor: Actor | None,
    job_id: int,
    concept: str,
    polarity: Polarity | None,
    revision: int,
    years: float | None = None,
) -> PostingView:
    """Change or add a requirement, or take it away (``polarity=None``)."""
    raise NotImplementedError


def publish_job(house: House, actor: Actor | None, job_id: int, revision: int) -> PostingView:
    """Put a posting on the job board; publishing an open one changes nothing."""
    raise NotImplementedError


def close_job(house: House, actor: Actor | None, job_id: int, revision: int) -> PostingView:
    """Take a posting off the job board; what was decided is kept."""
    raise NotImplementedError


def job(house: House, actor: Actor | None, job_id: int) -> PostingView:
    """Return a posting of the actor's employer or agency, with its mentions; a draft is its employer's alone."""
    raise NotImplementedError


def employer_jobs(house: House, actor: Actor | None) -> list[PostingView]:
    """Return the postings of the actor's employers, newest first."""
    raise NotImplementedError


def recruiter_jobs(house: House, actor: Actor | None) -> list[PostingView]:
    """Return the published postings of the actor's agencies: open ones first, then newest first."""
    raise NotImplementedError


def open_jobs(house: House, query: str = "") -> list[PostingView]:
    """Return the open postings that hold every word of the query, newest first; for everybody."""
    raise NotImplementedError


def open_job(house: House, job_id: int) -> PostingView:
    """Return one open posting; for everybody."""
    raise NotImplementedError
