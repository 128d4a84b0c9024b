"""Who may act: logging in, registering, and the accounts an administrator makes."""

from recruit.db.accounts import OrganizationKind, Role
from recruit.services.house import House
from recruit.services.shapes import Actor


def log_in(house: House, email: str, password: str) -> Actor:
    """Return the actor of an address and a password; an unknown address costs the same time and says the same."""
    raise NotImplementedError


def actor_for(house: House, user_id: int, session_token: str) -> Actor | None:
    """Return who a session belongs to, or None when it has ended or the account was closed."""
    raise NotImplementedError


def end_sessions(house: House, actor: Actor) -> None:
    """Log the actor out everywhere, this session included."""
    raise NotImplementedError


def register_candidate(house: House, *, display_name: str, email: str, password: str, consent: bool) -> Actor:
    """Make an account and an empty record for a person who looks for work; they must have consented."""
    raise NotImplementedError


def add_organization(house: House, *, name: str, kind: OrganizationKind, agency: str | None = None) -> int:
    """Make an organization and return its id; an employer names the agency that recruits for it."""
    raise NotImplementedError


def add_user(
    house: House, *, email: str, display_name: str, password: str, organization: str, role: Role
) -> Actor:
    """Make an account with a role in an organization, which is named and must exist."""
    raise NotImplementedError
