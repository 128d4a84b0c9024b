"""What a candidate does: find jobs that fit, apply, follow and withdraw applications."""

from recruit.services.house import House
from recruit.services.shapes import Actor, ApplicationView, MatchView, RankedJob


def add_candidate(house: House, actor: Actor | None, *, display_name: str, email: str | None = None) -> int:
    """Add a person to the recruiter's agency who has no account, and return their id."""
    raise NotImplementedError


def jobs_for_me(house: House, actor: Actor | None) -> list[RankedJob]:
    """Return the open jobs in the order in which they fit the actor; empty until a resume is read."""
    raise NotImplementedError


def match_for_me(house: House, actor: Actor | None, job_id: int) -> MatchView:
    """Return one open job beside the actor's own resume."""
    raise NotImplementedError


def apply(house: House, actor: Actor | None, job_id: int) -> None:
    """Apply for an open job; a second click changes nothing."""
    raise NotImplementedError


def withdraw(house: House, actor: Actor | None, job_id: int) -> None:
    """Withdraw an application; a second click changes nothing."""
    raise NotImplementedError


def my_applications(house: House, actor: Actor | None) -> list[ApplicationView]:
    """Return the actor's applications, newest first, without what recruiters wrote for each other."""
    raise NotImplementedError
