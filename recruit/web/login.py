"""Who is logged in: flask-login's view of an actor."""

from dataclasses import dataclass

from flask import Flask, redirect, request, session, url_for
from flask_login import LoginManager, login_user
from werkzeug.wrappers import Response

from recruit.services import accounts
from recruit.services.shapes import Actor
from recruit.web.context import house, wants_part


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A logged-in person as flask-login wants them; the token in the id lets one log-out end every session."""

    actor: Actor
    session_token: str

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """Return what the session cookie holds."""
        return f"{self.actor.user_id}:{self.session_token}"


def add_login(app: Flask) -> None:
    """Load the actor of every request from its session."""
    manager = LoginManager()
    manager.session_protection = None  # people change networks on a phone; the token already ends sessions
    manager.user_loader(load_signed_in)
    manager.unauthorized_handler(ask_to_log_in)
    manager.init_app(app)


def load_signed_in(identity: str) -> SignedIn | None:
    """Return who a session belongs to, or None when it has ended."""
    user_id, _, session_token = identity.partition(":")
    if not user_id.isdigit():
        return None
    acting = accounts.actor_for(house(), int(user_id), session_token)
    return SignedIn(acting, session_token) if acting else None


def sign_in(acting: Actor) -> None:
    """Start a session of their own for this person; nothing a visitor's session held is kept."""
    session.clear()
    login_user(SignedIn(acting, acting.session_token))


def ask_to_log_in() -> Response | tuple[str, int, dict[str, str]]:
    """Send a visitor to the log-in page and back here afterwards; htmx is told to leave the page for it."""
    here = request.full_path.rstrip("?") if request.method == "GET" else None
    if wants_part():
        return "", 401, {"HX-Redirect": url_for("account.log_in")}
    return redirect(url_for("account.log_in", next=here), code=303)


def home_of(acting: Actor) -> str:
    """Return the page at which this person's work begins."""
    if acting.agency_ids:
        return url_for("recruiters.jobs")
    if acting.employer_ids:
        return url_for("employers.roles")
    return url_for("candidates.start") if acting.candidate_id else url_for("public.home")
