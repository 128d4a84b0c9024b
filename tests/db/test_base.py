import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError, StatementError

from recruit.db import open_engine
from recruit.db.accounts import Organization, OrganizationKind
from recruit.db.candidates import Candidate, CandidateProfileVersion, Resume
from recruit.db.jobs import JobPosting
from recruit.errors import ConfigurationError
from recruit.services.house import House
from tests.people import World


def test_a_wrong_address_names_the_variable() -> None:
    with pytest.raises(ConfigurationError, match="RECRUIT_DATABASE_URL"):
        open_engine("not a database")


def test_sqlite_writes_ahead_checks_references_and_waits(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'new' / 'recruit.db'}")
    with engine.connect() as connection:
        pragmas = [
            connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    engine.dispose()
    assert pragmas == ["wal", 1, 10_000]


def test_moments_come_back_in_utc(house: House) -> None:
    with house.sessions() as session:
        created_at = session.get_one(Organization, 1).created_at
    assert created_at.utcoffset() == dt.timedelta(0)
    assert abs(dt.datetime.now(dt.UTC) - created_at) < dt.timedelta(hours=1)


def test_a_moment_without_a_zone_is_refused(house: House) -> None:
    naive = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the mistake this is about
    with house.sessions() as session, pytest.raises(StatementError, match="no time zone"):
        session.execute(update(Organization).values(created_at=naive))


def test_shapes_come_back_as_they_were_put_in(house: House, world: World) -> None:
    with house.sessions() as session:
        version = session.get_one(CandidateProfileVersion, 1)
        stored = (version.profile, version.mentions, session.get_one(Resume, world.resume).pages)
    with house.sessions.begin() as session:
        version = session.get_one(CandidateProfileVersion, 1)
        version.profile, version.mentions = version.profile, version.mentions
    with house.sessions() as session:
        version = session.get_one(CandidateProfileVersion, 1)
        assert (version.profile, version.mentions, session.get_one(Resume, world.resume).pages) == stored
    assert version.profile.skills
    assert isinstance(version.mentions, tuple)


@pytest.mark.parametrize("table", [Organization, JobPosting])
def test_the_database_refuses_a_state_that_does_not_exist(house: House, table: type) -> None:
    column = "kind" if table is Organization else "state"
    with house.sessions() as session, pytest.raises(IntegrityError):
        session.execute(text(f"UPDATE {table.__tablename__} SET {column} = 'nonsense'"))  # noqa: S608 - our names


def test_the_database_refuses_a_reference_to_nothing(house: House) -> None:
    with house.sessions() as session:
        session.add(Candidate(agency_id=10_000, display_name="Nobody's"))
        with pytest.raises(IntegrityError):
            session.flush()


def test_the_database_refuses_two_organizations_of_one_name(house: House) -> None:
    with house.sessions() as session:
        session.add(Organization(name="Erie Valve", kind=OrganizationKind.AGENCY))
        with pytest.raises(IntegrityError):
            session.flush()
