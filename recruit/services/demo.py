"""The demo pool: invented people, companies and jobs, brought in by the services that real ones go through."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml
from sqlalchemy import select

from recruit.db.accounts import Organization, OrganizationKind, Role, User
from recruit.db.candidates import Candidate, Resume
from recruit.db.jobs import JobPosting, PostingState
from recruit.services.accounts import add_organization, add_user, log_in, register_candidate
from recruit.services.candidates import add_candidate
from recruit.services.house import House
from recruit.services.jobs import job, post_job, publish_job
from recruit.services.resumes import submit_resume
from recruit.services.shapes import Actor, PostingDraft, Upload

DEMO = files("recruit") / "demo"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLogin:
    """One login of the demo: who it is and what they may do there."""

    email: str
    display_name: str
    role: str
    organization: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoLogins:
    """The logins of the demo and the one password of all of them."""

    password: str
    logins: tuple[DemoLogin, ...]


@lru_cache(maxsize=1)
def demo_world() -> dict[str, Any]:
    """Return who and what stands in the demo."""
    world: dict[str, Any] = yaml.safe_load((DEMO / "world.yaml").read_text(encoding="utf-8"))
    return world


def demo_logins() -> DemoLogins:
    """Return the logins that the demo makes, the candidate's last."""
    world = demo_world()
    rows = [DemoLogin(**row) for row in world["logins"]]
    seeker = next(row for row in world["candidates"] if row["email"] == world["candidate"])
    rows.append(DemoLogin(email=seeker["email"], display_name=seeker["display_name"], role="candidate"))
    return DemoLogins(password=world["password"], logins=tuple(rows))


def load_demo(house: House) -> DemoLogins:
    """Bring in what of the demo is not there yet; people appear as the worker reads their resumes."""
    add_demo_organizations(house)
    add_demo_logins(house)
    add_demo_postings(house)
    add_demo_resumes(house)
    return demo_logins()


def add_demo_organizations(house: House) -> None:
    """Make the agency and the employers it recruits for."""
    world = demo_world()
    agency = world["agency"]
    with house.sessions() as session:
        known = set(session.scalars(select(Organization.name)))
    if agency not in known:
        add_organization(house, name=agency, kind=OrganizationKind.AGENCY)
    for posting in world["postings"]:
        if posting["hiring_organization"] not in known:
            add_organization(
                house, name=posting["hiring_organization"], kind=OrganizationKind.EMPLOYER, agency=agency
            )


def add_demo_logins(house: House) -> None:
    """Make the accounts; the candidate's is made with their resume."""
    world = demo_world()
    with house.sessions() as session:
        known = set(session.scalars(select(User.email)))
    for row in world["logins"]:
        if row["email"] not in known:
            add_user(
                house,
                email=row["email"],
                display_name=row["display_name"],
                password=world["password"],
                organization=row["organization"],
                role=Role(row["role"]),
            )


def add_demo_postings(house: House) -> None:
    """Post and publish the jobs, each by its employer's own login."""
    world = demo_world()
    email_by_organization = {row["organization"]: row["email"] for row in world["logins"]}
    with house.sessions() as session:
        published = select(Organization.name).join(JobPosting.hiring_organization)
        known = set(session.scalars(published.where(JobPosting.state != PostingState.DRAFT)))
    for row in world["postings"]:
        if row["hiring_organization"] not in known:
            actor = log_in(house, email_by_organization[row["hiring_organization"]], world["password"])
            job_id = post_job(house, actor, draft_of(row))
            publish_job(house, actor, job_id, job(house, actor, job_id).revision)


def draft_of(row: dict[str, Any]) -> PostingDraft:
    """Return a posting as its employer would type it."""
    return PostingDraft(
        title=row["title"],
        description=(DEMO / "postings" / row["file"]).read_text(encoding="utf-8"),
        job_location=row["job_location"],
        work_hours=row["work_hours"],
        base_salary_min_usd=row["base_salary"]["min_usd"],
        base_salary_max_usd=row["base_salary"]["max_usd"],
        base_salary_unit=row["base_salary"]["unit"],
    )


def add_demo_resumes(house: House) -> None:
    """Add the people and hand in their resumes, all but one by the recruiter."""
    world = demo_world()
    id_by_email, with_resume = known_candidates(house)
    missing = [row for row in world["candidates"] if id_by_email.get(row["email"]) not in with_resume]
    if not missing:
        return
    recruiter = log_in(house, world["logins"][0]["email"], world["password"])
    for row in missing:
        upload = Upload(file_name=row["file"], content=(DEMO / "resumes" / row["file"]).read_bytes())
        if row["email"] == world["candidate"]:
            submit_resume(house, demo_seeker(house, row), upload)
            continue
        candidate_id = id_by_email.get(row["email"])
        if candidate_id is None:
            candidate_id = add_candidate(house, recruiter, display_name=row["display_name"], email=row["email"])
        submit_resume(house, recruiter, upload, candidate_id=candidate_id)


def known_candidates(house: House) -> tuple[dict[str, int], set[int | None]]:
    """Return who is there already, by address, and who of them has handed in a resume."""
    with house.sessions() as session:
        rows = session.execute(select(Candidate.email, Candidate.id).where(Candidate.email.is_not(None)))
        id_by_email = {email: candidate_id for email, candidate_id in rows if email}
        return id_by_email, set(session.scalars(select(Resume.candidate_id)))


def demo_seeker(house: House, row: dict[str, Any]) -> Actor:
    """Return the candidate who can log in, registered the first time."""
    password = demo_world()["password"]
    with house.sessions() as session:
        is_known = session.scalar(select(User.id).where(User.email == row["email"])) is not None
    if is_known:
        return log_in(house, row["email"], password)
    return register_candidate(
        house, display_name=row["display_name"], email=row["email"], password=password, consent=True
    )
