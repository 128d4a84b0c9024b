"""A small world behind the pages: built once, copied for every test.

Ana looks for work; Ben recruits for her agency and Vera may only look there. Erin hires through that agency and
Evan may only look at her roles. Carol recruits for another agency, and Frank hires through that one. Dora looks
for work, too, and has no resume.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from recruit.config import Settings
from recruit.db.accounts import OrganizationKind, Role
from recruit.services import accounts, jobs, resumes
from recruit.services.house import House, close_house, open_house
from recruit.services.maintenance import upgrade_database
from recruit.services.shapes import Actor, PostingDraft, Upload
from recruit.web.app import create_app

PASSWORD = "anvil-and-arbor"

RESUME = """Ana Brook
Erie, PA

EXPERIENCE
CNC lathe machinist, Lakeshore Valve, 2016 - present
- Set up and ran Okuma LB3000 lathes and Haas VF-2 mills, 6 years
- Held +/-.0005 in on 17-4PH valve stems, checked with micrometers and a CMM
- Read blueprints with GD&T

CERTIFICATIONS
NIMS CNC Turning
"""

DESCRIPTION = """CNC lathe machinist, days.

Required:
- 3 years setting up CNC lathes, Okuma or Haas
- Hold +/-.001 in, read blueprints with GD&T

Preferred: Mastercam, NIMS certification
"""

DRAFT = PostingDraft(
    title="CNC lathe machinist",
    description=DESCRIPTION,
    job_location="Erie, PA",
    work_hours="Days",
    base_salary_min_usd=28,
    base_salary_max_usd=34,
    base_salary_unit="hour",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The people by their first names, and the ids of what they have."""

    people: dict[str, Actor]
    open_job: int
    draft_job: int
    foreign_job: int
    resume: int

    @property
    def ana(self) -> int:
        """Return the id of Ana's record."""
        candidate_id = self.people["ana"].candidate_id
        assert candidate_id is not None
        return candidate_id


def settings_in(folder: Path) -> Settings:
    return Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'recruit.db'}",
        secret_key="only for tests",
        max_upload_bytes=200_000,
        login_rate_limit="1000 per minute",
    )


def build_people(house: House) -> dict[str, Actor]:
    """Make the organizations and their people."""
    kinds = OrganizationKind
    accounts.add_organization(house, name="Northline Staffing", kind=kinds.AGENCY)
    accounts.add_organization(house, name="Erie Valve", kind=kinds.EMPLOYER, agency="Northline Staffing")
    accounts.add_organization(house, name="Southgate Staffing", kind=kinds.AGENCY)
    accounts.add_organization(house, name="Gulf Plate", kind=kinds.EMPLOYER, agency="Southgate Staffing")
    members = {
        "ben": ("Northline Staffing", Role.RECRUITER),
        "vera": ("Northline Staffing", Role.VIEWER),
        "erin": ("Erie Valve", Role.HIRING_MANAGER),
        "evan": ("Erie Valve", Role.VIEWER),
        "carol": ("Southgate Staffing", Role.RECRUITER),
        "frank": ("Gulf Plate", Role.HIRING_MANAGER),
    }
    people = {
        name: accounts.add_user(
            house,
            email=f"{name}@example.com",
            display_name=name.title(),
            password=PASSWORD,
            organization=organization,
            role=role,
        )
        for name, (organization, role) in members.items()
    }
    for name in ("ana", "dora"):
        people[name] = accounts.register_candidate(
            house, display_name=name.title(), email=f"{name}@example.com", password=PASSWORD, consent=True
        )
    return people


def build_world(house: House) -> World:
    """Make people, three jobs and a resume that was read."""
    people = build_people(house)
    open_job = jobs.post_job(house, people["erin"], DRAFT)
    jobs.publish_job(house, people["erin"], open_job, 1)
    draft_job = jobs.post_job(house, people["erin"], replace(DRAFT, title="Night shift lathe operator"))
    foreign_job = jobs.post_job(house, people["frank"], replace(DRAFT, title="Plate layout fitter"))
    jobs.publish_job(house, people["frank"], foreign_job, 1)
    upload = Upload(file_name="ana.txt", content=RESUME.encode())
    resume = resumes.submit_resume(house, people["ana"], upload)
    resumes.read_resume(house, resume)
    return World(people=people, open_job=open_job, draft_job=draft_job, foreign_job=foreign_job, resume=resume)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """The world and the folder it is kept in."""
    folder = tmp_path_factory.mktemp("world")
    settings = settings_in(folder)
    upgrade_database(settings)
    house = open_house(settings)
    world = build_world(house)
    close_house(house)
    return folder, world


@pytest.fixture
def world(built: tuple[Path, World]) -> World:
    return built[1]


@pytest.fixture
def house(built: tuple[Path, World], tmp_path: Path) -> Iterator[House]:
    """A house of the test's own."""
    folder = tmp_path / "house"
    shutil.copytree(built[0], folder)
    house = open_house(settings_in(folder))
    yield house
    close_house(house)


@pytest.fixture
def app(house: House) -> Flask:
    app = create_app(house)
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.fixture
def browse(app: Flask, world: World) -> Callable[[str | None], FlaskClient]:
    """Give a browser in which somebody is logged in already, or nobody."""

    def logged_in(name: str | None) -> FlaskClient:
        client = app.test_client()
        if name is not None:
            person = world.people[name]
            with client.session_transaction() as session:
                session["_user_id"] = f"{person.user_id}:{person.session_token}"
                session["_fresh"] = True
        return client

    return logged_in
