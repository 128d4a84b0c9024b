"""Guards at the door of each area. What a person may do to one thing, its service decides.

A service raises ``NotFound`` for what the actor may not know of and ``Forbidden`` for what they may see but not
change; ``problems.py`` makes pages of both.
"""

from collections.abc import Callable

from flask_login import current_user
from werkzeug.wrappers import Response

from recruit.errors import Forbidden
from recruit.services import jobs
from recruit.services.access import WRITES_FOR_AGENCY, WRITES_FOR_EMPLOYER
from recruit.services.shapes import Actor, PostingView
from recruit.web.context import actor, house
from recruit.web.login import ask_to_log_in

Answer = Response | tuple[str, int, dict[str, str]] | None


def only_candidates() -> Answer:
    """Let people with a record of their own in."""
    return only(
        lambda acting: acting.candidate_id is not None,
        "This page belongs to people who look for work. You are logged in with another kind of account.",
    )


def only_employers() -> Answer:
    """Let members of an employer in."""
    return only(lambda acting: bool(acting.employer_ids), "This page belongs to employers.")


def only_recruiters() -> Answer:
    """Let members of an agency in."""
    return only(lambda acting: bool(acting.agency_ids), "This page belongs to recruiters.")


def only_signed_in() -> Answer:
    """Let everybody in who is logged in; what they may see of it, the service decides."""
    return None if current_user.is_authenticated else ask_to_log_in()


def only(may_enter: Callable[[Actor], bool], message: str) -> Answer:
    """Ask visitors to log in; tell others that the page is not theirs."""
    if not current_user.is_authenticated:
        return ask_to_log_in()
    if not may_enter(signed_in()):
        raise Forbidden(message)
    return None


def may_decide() -> bool:
    """Tell whether the actor may move people along, so that pages offer no button that would be refused."""
    acting = signed_in()
    return any(acting.roles[agency_id] in WRITES_FOR_AGENCY for agency_id in acting.agency_ids)


def may_post() -> bool:
    """Tell whether the actor may write roles, so that pages offer no button that would be refused."""
    acting = signed_in()
    return any(acting.roles[employer_id] in WRITES_FOR_EMPLOYER for employer_id in acting.employer_ids)


def require_posting() -> None:
    """Refuse those who may read their employer's roles but write none, before they have typed one."""
    if not may_post():
        raise Forbidden("Your account may read your employer's roles, but not write them.")


def load_role_to_edit(job_id: int) -> PostingView:
    """Return a role that the actor may change: what they may only read is refused."""
    posting = jobs.job(house(), signed_in(), job_id)
    if not posting.may_write:
        raise Forbidden("You may read this role, but only its employer's hiring managers change it.")
    return posting


def signed_in() -> Actor:
    """Return who acts, behind a guard that let nobody else in."""
    acting = actor()
    if acting is None:
        raise Forbidden("Log in to see this page.")
    return acting
