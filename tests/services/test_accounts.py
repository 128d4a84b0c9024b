import time
from dataclasses import replace

import pytest
from argon2 import PasswordHasher, Type, extract_parameters
from sqlalchemy import select

from recruit.db.accounts import OrganizationKind, Role, User
from recruit.db.audit import AuditEvent, Consent
from recruit.db.candidates import Candidate
from recruit.errors import Forbidden, InvalidInput
from recruit.services import accounts
from recruit.services.house import House
from recruit.services.shapes import Actor
from tests.people import AGENCY, EMPLOYER, PASSWORD, World


def register(house: House, **changed: object) -> Actor:
    fields: dict[str, object] = {
        "display_name": "Gus Hale",
        "email": "gus@example.com",
        "password": PASSWORD,
        "consent": True,
    }
    return accounts.register_candidate(house, **{**fields, **changed})  # type: ignore[arg-type]


def test_log_in_returns_the_actor_whatever_the_case_of_the_address(house: House, world: World) -> None:
    assert accounts.log_in(house, " Ana@Example.com ", PASSWORD) == world["ana"]


def test_log_in_says_the_same_of_an_unknown_address_and_a_wrong_password(house: House) -> None:
    messages = set()
    for email, password in (("ana@example.com", "wrong password"), ("nobody@example.com", PASSWORD), ("", "")):
        with pytest.raises(InvalidInput) as caught:
            accounts.log_in(house, email, password)
        messages.add((str(caught.value), caught.value.field))
    assert len(messages) == 1


def test_passwords_are_hashed_as_hard_as_owasp_asks(house: House, careful_hashing: PasswordHasher) -> None:
    actor = register(house)
    with house.sessions() as session:
        written = extract_parameters(session.get_one(User, actor.user_id).password_hash)
    assert (written.type, written.memory_cost >= 19 * 1024, written.time_cost >= 2) == (Type.ID, True, True)


@pytest.mark.usefixtures("careful_hashing")
def test_log_in_works_as_hard_for_an_unknown_address(house: House) -> None:
    register(house)

    def seconds(email: str) -> float:
        start = time.perf_counter()
        with pytest.raises(InvalidInput):
            accounts.log_in(house, email, "wrong password")
        return time.perf_counter() - start

    known = min(seconds("gus@example.com") for _ in range(3))
    unknown = min(seconds("nobody@example.com") for _ in range(3))
    assert known / 3 < unknown < known * 3


def test_log_in_refuses_a_closed_account_and_its_open_sessions_end(house: House, world: World) -> None:
    ben = world["ben"]
    with house.sessions.begin() as session:
        session.get_one(User, ben.user_id).is_active = False
    with pytest.raises(InvalidInput):
        accounts.log_in(house, "ben@example.com", PASSWORD)
    assert accounts.actor_for(house, ben.user_id, ben.session_token) is None


@pytest.mark.usefixtures("careful_hashing")
def test_log_in_hashes_anew_what_was_hashed_with_older_settings(house: House, world: World) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with house.sessions.begin() as session:
        session.get_one(User, world["ana"].user_id).password_hash = weak
    accounts.log_in(house, "ana@example.com", PASSWORD)
    with house.sessions() as session:
        assert session.get_one(User, world["ana"].user_id).password_hash != weak
    accounts.log_in(house, "ana@example.com", PASSWORD)


def test_an_actor_knows_their_organizations_by_kind(world: World) -> None:
    ben, erin, ana = world["ben"], world["erin"], world["ana"]
    assert (len(ben.agency_ids), len(ben.employer_ids), ben.candidate_id) == (1, 0, None)
    assert (len(erin.agency_ids), len(erin.employer_ids)) == (0, 1)
    assert ben.roles == {ben.agency_ids[0]: Role.RECRUITER}
    assert ana.candidate_id is not None
    assert not ana.roles


def test_a_session_belongs_to_its_user_and_to_nobody_else(house: House, world: World) -> None:
    ana, ben = world["ana"], world["ben"]
    assert accounts.actor_for(house, ana.user_id, ana.session_token) == ana
    assert accounts.actor_for(house, ana.user_id, ben.session_token) is None
    assert accounts.actor_for(house, ana.user_id, "") is None
    assert accounts.actor_for(house, ana.user_id, "ä") is None
    assert accounts.actor_for(house, 10_000, ana.session_token) is None


def test_ending_the_sessions_logs_out_everywhere(house: House, world: World) -> None:
    ana = world["ana"]
    accounts.end_sessions(house, ana)
    assert accounts.actor_for(house, ana.user_id, ana.session_token) is None
    again = accounts.log_in(house, "ana@example.com", PASSWORD)
    assert accounts.actor_for(house, ana.user_id, again.session_token) == again


def test_nobody_has_no_sessions_to_end(house: House) -> None:
    with pytest.raises(Forbidden):
        accounts.end_sessions(house, None)


def test_the_session_token_is_not_printed(world: World) -> None:
    assert world["ana"].session_token
    assert world["ana"].session_token not in repr(world["ana"])


def test_registering_keeps_the_consent_in_the_words_that_were_read(house: House) -> None:
    actor = register(house)
    with house.sessions() as session:
        consent = session.scalars(select(Consent).filter_by(candidate_id=actor.candidate_id)).one()
        candidate = session.get_one(Candidate, actor.candidate_id)
    assert consent.purpose == "matching"
    assert "shows it to its recruiters" in consent.wording
    assert candidate.email == "gus@example.com"
    assert actor == accounts.log_in(house, "gus@example.com", PASSWORD)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("display_name", "   "),
        ("display_name", "x" * 121),
        ("email", "gus"),
        ("email", "gus@example"),
        ("email", "gus @example.com"),
        ("email", "g" * 250 + "@example.com"),
        ("email", "ANA@example.com"),
        ("password", "nine char"),
        ("password", "x" * 201),
        ("consent", False),
    ],
)
def test_registering_names_the_field_that_is_wrong(house: House, field: str, wrong: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        register(house, **{field: wrong})
    assert caught.value.field == field


def test_a_refused_registration_leaves_nothing_behind(house: House) -> None:
    with pytest.raises(InvalidInput):
        register(house, email="ana@example.com")
    with house.sessions() as session:
        assert session.scalar(select(Candidate).filter_by(display_name="Gus Hale")) is None


def test_an_employer_names_the_agency_that_recruits_for_it(house: House) -> None:
    for agency in (None, "Nowhere", EMPLOYER):
        with pytest.raises(InvalidInput) as caught:
            accounts.add_organization(house, name="New Shop", kind=OrganizationKind.EMPLOYER, agency=agency)
        assert caught.value.field == "agency"
    assert accounts.add_organization(house, name="New Shop", kind=OrganizationKind.EMPLOYER, agency=AGENCY)


def test_two_organizations_have_two_names(house: House) -> None:
    with pytest.raises(InvalidInput) as caught:
        accounts.add_organization(house, name=f" {AGENCY} ", kind=OrganizationKind.AGENCY)
    assert caught.value.field == "name"


@pytest.mark.parametrize(
    ("organization", "role", "field"),
    [
        ("Nowhere", Role.RECRUITER, "organization"),
        (EMPLOYER, Role.RECRUITER, "role"),
        (AGENCY, Role.HIRING_MANAGER, "role"),
    ],
)
def test_a_user_gets_a_role_that_their_organization_has(
    house: House, organization: str, role: Role, field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        accounts.add_user(
            house,
            email="hal@example.com",
            display_name="Hal",
            password=PASSWORD,
            organization=organization,
            role=role,
        )
    assert caught.value.field == field


def test_every_act_leaves_a_trail(house: House, world: World) -> None:
    actor = register(house)
    accounts.log_in(house, "gus@example.com", PASSWORD)
    accounts.end_sessions(house, actor)
    with house.sessions() as session:
        query = select(AuditEvent.action, AuditEvent.user_id).order_by(AuditEvent.id.desc()).limit(3)
        rows = session.execute(query).all()
    assert rows == [(action, actor.user_id) for action in ("end_sessions", "log_in", "register")]


def test_the_first_agency_takes_who_registers(house: House, world: World) -> None:
    actor = register(house)
    with house.sessions() as session:
        assert session.get_one(Candidate, actor.candidate_id).agency_id == world["ben"].agency_ids[0]
    assert replace(actor, session_token="") == actor
