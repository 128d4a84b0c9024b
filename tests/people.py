"""A small world to test in: built once on each database, copied for every test.

Ana looks for work; Ben recruits for her agency and Vera may only look; Erin hires through it and Evan may look.
Carol recruits for another agency, and Frank hires through that one. Dora looks for work, too, and has no resume.
"""

from dataclasses import dataclass, replace

from recruit.db.accounts import OrganizationKind, Role
from recruit.services import accounts, jobs, resumes
from recruit.services.house import House
from recruit.services.imports import orders
from recruit.services.shapes import Actor, PostingDraft, Upload

PASSWORD = "anvil-and-arbor"

RESUME = """Ana Brook
ana@example.com, (814) 555-0100

EXPERIENCE
CNC lathe machinist, Lakeshore Valve, 2016 - present
- Set up and ran Okuma LB3000 lathes and Haas VF-2 mills, 6 years
- Held +/-.0005 in on 17-4PH valve stems, checked with micrometers and a CMM
- Read blueprints with GD&T
"""

WELDER = """TIG welder, 12 years, aluminum and stainless, AWS D1.1 certified, purging, fixtures
"""

DRAFT = PostingDraft(
    title="CNC lathe machinist",
    description="""CNC lathe machinist, days.

Required:
- 3 years setting up CNC lathes, Okuma or Haas
- Hold +/-.001 in, read blueprints with GD&T

Preferred: Mastercam
""",
    job_location="Erie, PA",
    work_hours="Days",
    base_salary_min_usd=28,
    base_salary_max_usd=34.5,
    base_salary_unit="hour",
)

AGENCY, EMPLOYER = "Northline Staffing", "Erie Valve"
OTHER_AGENCY, OTHER_EMPLOYER = "Southgate Staffing", "Gulf Plate"

MEMBERS = {
    "ben": (AGENCY, Role.RECRUITER),
    "vera": (AGENCY, Role.VIEWER),
    "erin": (EMPLOYER, Role.HIRING_MANAGER),
    "evan": (EMPLOYER, Role.VIEWER),
    "carol": (OTHER_AGENCY, Role.RECRUITER),
    "frank": (OTHER_EMPLOYER, Role.HIRING_MANAGER),
}
CANDIDATES = ("ana", "dora")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everybody by name, and the ids of what they have."""

    people: dict[str, Actor | None]
    open_job: int
    draft_job: int
    foreign_job: int
    resume: int

    def __getitem__(self, name: str) -> Actor:
        actor = self.people[name]
        assert actor is not None
        return actor

    @property
    def ana(self) -> int:
        """Return the id of Ana's record."""
        candidate_id = self["ana"].candidate_id
        assert candidate_id is not None
        return candidate_id


def build_world(house: House) -> World:
    """Make people, three jobs and a resume that is read."""
    people = build_people(house)
    open_job = jobs.post_job(house, people["erin"], DRAFT)
    jobs.publish_job(house, people["erin"], open_job, 1)
    draft_job = jobs.post_job(house, people["erin"], replace(DRAFT, title="Night shift lathe operator"))
    foreign_job = jobs.post_job(house, people["frank"], replace(DRAFT, title="Plate layout fitter"))
    jobs.publish_job(house, people["frank"], foreign_job, 1)
    resume = hand_in(house, people["ana"], RESUME)
    return World(
        people={**people, "nobody": None},
        open_job=open_job,
        draft_job=draft_job,
        foreign_job=foreign_job,
        resume=resume,
    )


def build_people(house: House) -> dict[str, Actor]:
    """Make the organizations and their people."""
    for agency, employer in ((AGENCY, EMPLOYER), (OTHER_AGENCY, OTHER_EMPLOYER)):
        accounts.add_organization(house, name=agency, kind=OrganizationKind.AGENCY)
        accounts.add_organization(house, name=employer, kind=OrganizationKind.EMPLOYER, agency=agency)
    people = {
        name: accounts.add_user(
            house,
            email=f"{name}@example.com",
            display_name=name.title(),
            password=PASSWORD,
            organization=organization,
            role=role,
        )
        for name, (organization, role) in MEMBERS.items()
    }
    for name in CANDIDATES:
        people[name] = accounts.register_candidate(
            house, display_name=name.title(), email=f"{name}@example.com", password=PASSWORD, consent=True
        )
    return people


def hand_in(
    house: House, actor: Actor, text: str, *, file_name: str = "resume.txt", candidate_id: int | None = None
) -> int:
    """Submit a resume and have it read before this returns, as the worker would a moment later."""
    upload = Upload(file_name=file_name, content=text.encode())
    resume_id = resumes.submit_resume(house, actor, upload, candidate_id=candidate_id)
    resumes.read_resume(house, resume_id)
    return resume_id


def stage_import(house: House, actor: Actor | None, content_by_name: dict[str, bytes]) -> int:
    """Begin an import as an upload does; a worker has to do it."""
    folder = orders.incoming_folder(house)
    files = []
    for number, (name, content) in enumerate(content_by_name.items()):
        path = folder / str(number)
        path.write_bytes(content)
        files.append((name, path))
    return orders.start_import(house, actor, folder, files)
