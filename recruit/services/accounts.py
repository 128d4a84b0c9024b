"""Who may act: logging in, registering, and the accounts an administrator makes."""

import re
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from recruit.db import accounts
from recruit.db.accounts import Membership, Organization, OrganizationKind, Role, User
from recruit.db.audit import Consent
from recruit.db.candidates import Candidate, candidate_of_user
from recruit.errors import InvalidInput
from recruit.services import consents
from recruit.services.access import signed_in
from recruit.services.house import House
from recruit.services.records import record
from recruit.services.shapes import Actor
from recruit.services.typed import one_line

# NIST SP 800-63B asks for length and no rules of composition; the upper end keeps hashing a long text cheap.
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
LONGEST_NAME = 120
LONGEST_EMAIL = 254

#: Something before and after one @, and a dot in what comes after; the mail itself proves the rest.
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

WRONG_LOG_IN = "The address or the password is wrong."

#: Roles that make sense in each kind of organization.
ROLES_IN = {
    OrganizationKind.AGENCY: frozenset({Role.VIEWER, Role.RECRUITER, Role.ADMINISTRATOR}),
    OrganizationKind.EMPLOYER: frozenset({Role.VIEWER, Role.HIRING_MANAGER, Role.ADMINISTRATOR}),
}

hasher = PasswordHasher()
#: Checked when the address is unknown, so that the answer takes as long as for a wrong password.
NOBODYS_HASH = hasher.hash(secrets.token_urlsafe())


def log_in(house: House, email: str, password: str) -> Actor:
    """Return the actor of an address and a password; an unknown address costs the same time and says the same."""
    password = password[:LONGEST_PASSWORD]
    with house.sessions() as session:
        user = accounts.user_by_email(session, plain_email(email))
    is_right = is_password(password, user.password_hash if user else NOBODYS_HASH)
    if user is None or not is_right or not user.is_active:
        raise InvalidInput(WRONG_LOG_IN)
    with house.sessions.begin() as session:
        user = session.get_one(User, user.id)
        if hasher.check_needs_rehash(user.password_hash):
            user.password_hash = hasher.hash(password)
        actor = actor_of(session, user)
        record(session, actor, "log_in", "user", user.id)
        return actor


def actor_for(house: House, user_id: int, session_token: str) -> Actor | None:
    """Return who a session belongs to, or None when it has ended or the account was closed."""
    with house.sessions() as session:
        user = session.get(User, user_id)
        if user is None or not user.is_active or not same_text(user.session_token, session_token):
            return None
        return actor_of(session, user)


def end_sessions(house: House, actor: Actor | None) -> None:
    """Log the actor out everywhere, this session included."""
    with house.sessions.begin() as session:
        user = session.get_one(User, signed_in(actor).user_id)
        user.session_token = secrets.token_urlsafe()
        record(session, actor, "end_sessions", "user", user.id)


def register_candidate(house: House, *, display_name: str, email: str, password: str, consent: bool) -> Actor:
    """Make an account and an empty record for a person who looks for work; they must have consented."""
    user = new_user(display_name, email, password)
    if not consent:
        raise InvalidInput(
            "Without your consent we may not keep your resume. Tick the box to go on.", field="consent"
        )
    try:
        with house.sessions.begin() as session:
            agency_id = accounts.first_agency_id(session)
            if agency_id is None:
                raise InvalidInput(
                    "Nobody recruits here yet, so you cannot register. Ask the people who run this site."
                )
            session.add(user)
            session.flush()
            candidate = Candidate(
                agency_id=agency_id, user_id=user.id, display_name=user.display_name, email=user.email
            )
            session.add(candidate)
            session.flush()
            session.add(consent_to_matching(candidate.id))
            actor = actor_of(session, user)
            record(session, actor, "register", "candidate", candidate.id)
            return actor
    except IntegrityError as error:
        raise taken(email) from error


def add_organization(house: House, *, name: str, kind: OrganizationKind, agency: str | None = None) -> int:
    """Make an organization and return its id; an employer names the agency that recruits for it."""
    name = plain_name(name, field="name")
    with house.sessions.begin() as session:
        if accounts.organization_by_name(session, name) is not None:
            raise InvalidInput(f"There is an organization {name!r} already. Choose another name.", field="name")
        agency_id = None
        if kind is OrganizationKind.EMPLOYER:
            agency_id = agency_named(session, agency).id
        organization = Organization(name=name, kind=kind, agency_id=agency_id)
        session.add(organization)
        session.flush()
        record(session, None, "add_organization", "organization", organization.id, name=name)
        return organization.id


def add_user(
    house: House, *, email: str, display_name: str, password: str, organization: str, role: Role
) -> Actor:
    """Make an account with a role in an organization, which is named and must exist."""
    user = new_user(display_name, email, password)
    try:
        with house.sessions.begin() as session:
            found = accounts.organization_by_name(session, one_line(organization))
            if found is None:
                raise InvalidInput(
                    f"There is no organization {organization!r}. Add it first.", field="organization"
                )
            if role not in ROLES_IN[found.kind]:
                allowed = ", ".join(sorted(ROLES_IN[found.kind]))
                raise InvalidInput(f"{found.name} has no {role}. Choose one of {allowed}.", field="role")
            session.add(user)
            session.flush()
            session.add(Membership(user_id=user.id, organization_id=found.id, role=role))
            session.flush()
            actor = actor_of(session, user)
            record(session, None, "add_user", "user", user.id, organization_id=found.id, role=role)
            return actor
    except IntegrityError as error:
        raise taken(email) from error


def actor_of(session: Session, user: User) -> Actor:
    """Gather what a user may do where."""
    memberships = accounts.memberships_of(session, user.id)
    return Actor(
        user_id=user.id,
        display_name=user.display_name,
        roles={organization_id: role for organization_id, _, role in memberships},
        agency_ids=tuple(row[0] for row in memberships if row[1] is OrganizationKind.AGENCY),
        employer_ids=tuple(row[0] for row in memberships if row[1] is OrganizationKind.EMPLOYER),
        candidate_id=candidate_of_user(session, user.id),
        session_token=user.session_token,
    )


def new_user(display_name: str, email: str, password: str) -> User:
    """Check what a person typed of themselves, and make an account of it that is not stored yet."""
    display_name = plain_name(display_name, field="display_name")
    address = plain_email(email)
    if not EMAIL.fullmatch(address) or len(address) > LONGEST_EMAIL:
        raise InvalidInput(f"{address!r} is no e-mail address. Type one like ana@example.com.", field="email")
    if len(password) < SHORTEST_PASSWORD:
        raise InvalidInput(
            f"This password has {len(password)} characters. Use at least {SHORTEST_PASSWORD}: four words are easy "
            "to remember and hard to guess.",
            field="password",
        )
    if len(password) > LONGEST_PASSWORD:
        raise InvalidInput(f"A password has at most {LONGEST_PASSWORD} characters.", field="password")
    return User(
        email=address,
        display_name=display_name,
        password_hash=hasher.hash(password),
        session_token=secrets.token_urlsafe(),
    )


def consent_to_matching(candidate_id: int) -> Consent:
    """Write down what the person agreed to, in the words they saw."""
    return Consent(
        candidate_id=candidate_id,
        purpose=consents.MATCHING,
        wording=consents.worded(consents.MATCHING),
    )


def agency_named(session: Session, name: str | None) -> Organization:
    """Find the agency an employer names."""
    found = accounts.organization_by_name(session, one_line(name)) if name else None
    if found is None or found.kind is not OrganizationKind.AGENCY:
        raise InvalidInput(f"There is no agency {name!r}. Add it first, and name it here.", field="agency")
    return found


def plain_name(name: str, *, field: str) -> str:
    """Return a name on one line, without spaces around it."""
    plain = one_line(name)
    if not plain or len(plain) > LONGEST_NAME:
        raise InvalidInput(f"Type a name of 1 to {LONGEST_NAME} characters.", field=field)
    return plain


def plain_email(email: str) -> str:
    """Return an address as it is stored and looked up."""
    return one_line(email).lower()


def taken(email: str) -> InvalidInput:
    """Say that an address belongs to an account."""
    return InvalidInput(f"There is an account for {plain_email(email)} already. Log in instead.", field="email")


def is_password(password: str, password_hash: str) -> bool:
    """Tell whether a password is the one that was hashed."""
    try:
        return hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def same_text(one: str, other: str) -> bool:
    """Compare without telling by the time where two texts part."""
    return secrets.compare_digest(one.encode(), other.encode())
