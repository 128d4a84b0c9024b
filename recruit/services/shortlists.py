"""A job's ranked people and what a recruiter decides about them; no score decides anything."""

from recruit.services.house import House
from recruit.services.shapes import Actor, MatchView, Ranking


def rank_candidates(
    house: House, actor: Actor | None, job_id: int, *, page: int = 1, per_page: int = 50
) -> Ranking:
    """Return one page of the agency's people in order of their score, and record what was shown."""
    raise NotImplementedError


def match(house: House, actor: Actor | None, job_id: int, candidate_id: int) -> MatchView:
    """Return one person beside a job, with every reason and the words behind it."""
    raise NotImplementedError


def shortlist_candidate(
    house: House, actor: Actor | None, job_id: int, candidate_id: int, revision: int | None
) -> int:
    """Put a person on the shortlist; return the application's new revision.

    ``revision`` is that of the application the recruiter saw, None where they saw none.
    """
    raise NotImplementedError


def reject_candidate(
    house: House, actor: Actor | None, job_id: int, candidate_id: int, revision: int | None, reason: str
) -> int:
    """Decide against a person for a job, with the reason; return the application's new revision."""
    raise NotImplementedError


def undo_stage(house: House, actor: Actor | None, job_id: int, candidate_id: int, revision: int) -> int | None:
    """Take the last change of stage back; return the new revision, None where no application is left."""
    raise NotImplementedError


def export_shortlist(house: House, actor: Actor | None, job_id: int) -> tuple[str, bytes]:
    """Return a workbook of the ranked people, the reasons and the receipt: its file name and its bytes."""
    raise NotImplementedError
