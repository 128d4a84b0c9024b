from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from recruit.config import Settings
from recruit.db.accounts import User
from recruit.db.candidates import Candidate, Resume
from recruit.db.jobs import JobPosting
from recruit.services.accounts import log_in
from recruit.services.demo import (
    DEMO,
    add_demo_logins,
    add_demo_organizations,
    demo_logins,
    demo_world,
    load_demo,
)
from recruit.services.house import House, close_house, open_house
from recruit.services.jobs import open_jobs
from recruit.services.maintenance import upgrade_database
from recruit.services.resumes import latest_resume, read_resume

POSTINGS = len(demo_world()["postings"])
PEOPLE = len(demo_world()["candidates"])


@contextmanager
def opened_in(folder: Path) -> Iterator[House]:
    settings = Settings.from_environment({"RECRUIT_DATA_DIR": str(folder)})
    upgrade_database(settings)
    house = open_house(settings)
    yield house
    close_house(house)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house with the demo, loaded once for the tests that only look."""
    with opened_in(tmp_path_factory.mktemp("loaded")) as house:
        load_demo(house)
        yield house


def counts(house: House) -> list[int | None]:
    with house.sessions() as session:
        return [
            session.scalar(select(func.count()).select_from(table))
            for table in (User, JobPosting, Candidate, Resume)
        ]


def files_in(folder: str) -> list[str]:
    return sorted(entry.name for entry in (DEMO / folder).iterdir())


def test_every_resume_belongs_to_one_person() -> None:
    assert sorted(row["file"] for row in demo_world()["candidates"]) == files_in("resumes")


def test_every_person_has_an_address_of_their_own() -> None:
    assert max(Counter(row["email"] for row in demo_world()["candidates"]).values()) == 1


def test_every_posting_has_its_text() -> None:
    assert sorted(row["file"] for row in demo_world()["postings"]) == files_in("postings")


def test_loading_twice_adds_nothing(loaded: House) -> None:
    load_demo(loaded)
    assert counts(loaded) == [len(demo_logins().logins), POSTINGS, PEOPLE, PEOPLE]


def test_loading_goes_on_where_it_was_cut_off(tmp_path: Path) -> None:
    with opened_in(tmp_path) as house:
        add_demo_organizations(house)
        add_demo_logins(house)
        load_demo(house)
        assert counts(house) == [len(demo_logins().logins), POSTINGS, PEOPLE, PEOPLE]


def test_every_posting_is_published_with_its_requirements(loaded: House) -> None:
    postings = open_jobs(loaded)
    assert len(postings) == POSTINGS
    assert all(posting.requirements for posting in postings)


def test_every_login_works(loaded: House) -> None:
    demo = demo_logins()
    names = [log_in(loaded, login.email, demo.password).display_name for login in demo.logins]
    assert names == [login.display_name for login in demo.logins]


def test_the_candidate_finds_their_resume_read(loaded: House) -> None:
    demo = demo_logins()
    seeker = log_in(loaded, demo.logins[-1].email, demo.password)
    handed_in = latest_resume(loaded, seeker)
    assert handed_in is not None
    read_resume(loaded, handed_in.id)
    found = latest_resume(loaded, seeker)
    assert found is not None
    assert found.state == "read"
