"""A real server on a free port, its worker beside it, and a real browser; nothing here is ever skipped."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas
from werkzeug.serving import WSGIRequestHandler, make_server

from recruit.config import Settings
from recruit.db.accounts import OrganizationKind, Role
from recruit.services import accounts, candidates, jobs, resumes
from recruit.services.house import House, close_house, open_house
from recruit.services.maintenance import upgrade_database
from recruit.services.shapes import PostingDraft, Upload
from recruit.web.app import create_app
from recruit.worker import start_worker

PASSWORD = "anvil-and-arbor"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)

DESCRIPTION = """CNC lathe machinist, days.

Required:
- 3 years setting up CNC lathes, Okuma or Haas
- Hold +/-.001 in, read blueprints with GD&T
- Micrometers and calipers

Preferred: Mastercam, NIMS certification
"""

POOL = {
    "Rosa Lindgren": """Rosa Lindgren
CNC lathe machinist, Harbor Pump, 2014 - present
- Set up and ran Okuma LB3000 and Haas ST-20 lathes, 8 years
- Held +/-.0005 in on 316 stainless shafts, checked with micrometers and calipers
- Read blueprints with GD&T; some Mastercam
""",
    "Otis Grant": """Otis Grant
Machine operator, Plainfield Parts, 2019 - present
- Ran Haas VF-2 mills, loaded parts, checked with calipers
- No set up. Blueprint reading.
""",
    "Ilse Moreau": """Ilse Moreau
Welder, Dock Nine Fabrication, 2012 - 2023
- TIG and MIG welding on aluminum and stainless, AWS D1.1 3G
""",
}

RESUME_LINES = (
    "Theo Park",
    "CNC machinist",
    "",
    "EXPERIENCE",
    "Lathe machinist, Copper Bend Tool, 2015 - present",
    "Set up and ran Okuma LB3000 lathes, 7 years",
    "Held +/-.0005 in on 4140 shafts, checked with micrometers",
    "Read blueprints with GD&T and programmed in Mastercam",
)


class Quiet(WSGIRequestHandler):
    """Writes no line for every request."""

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where the running site is, and what was put into it."""

    address: str
    house: House
    job: int


def pdf_of(lines: tuple[str, ...]) -> bytes:
    """Draw a resume as a PDF whose text can be selected."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=LETTER)
    for number, line in enumerate(lines):
        canvas.drawString(72, 720 - 18 * number, line)
    canvas.save()
    return target.getvalue()


def build(house: House) -> int:
    """Put an agency, an employer with one open job, and four people into the house; return the job's id."""
    kinds = OrganizationKind
    accounts.add_organization(house, name="Northline Staffing", kind=kinds.AGENCY)
    accounts.add_organization(house, name="Erie Valve", kind=kinds.EMPLOYER, agency="Northline Staffing")

    def member(name: str, organization: str, role: Role) -> Any:
        return accounts.add_user(
            house,
            email=f"{name.lower()}@example.com",
            display_name=name,
            password=PASSWORD,
            organization=organization,
            role=role,
        )

    ben = member("Ben", "Northline Staffing", Role.RECRUITER)
    erin = member("Erin", "Erie Valve", Role.HIRING_MANAGER)
    draft = PostingDraft(
        title="CNC lathe machinist",
        description=DESCRIPTION,
        job_location="Erie, PA",
        work_hours="Days",
        base_salary_min_usd=28,
        base_salary_max_usd=34,
        base_salary_unit="hour",
    )
    job = jobs.post_job(house, erin, draft)
    jobs.publish_job(house, erin, job, 1)
    for name, text in POOL.items():
        person = candidates.add_candidate(house, ben, display_name=name)
        upload = Upload(file_name="resume.txt", content=text.encode())
        resumes.read_resume(house, resumes.submit_resume(house, ben, upload, candidate_id=person))
    mona = accounts.register_candidate(
        house, display_name="Mona Petrie", email="mona@example.com", password=PASSWORD, consent=True
    )
    upload = Upload(file_name="mona.pdf", content=pdf_of(("Mona Petrie", *RESUME_LINES[1:])))
    resumes.read_resume(house, resumes.submit_resume(house, mona, upload))
    candidates.apply(house, mona, job)
    return job


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    settings = Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'recruit.db'}",
        secret_key="only for tests",
        max_upload_bytes=200_000,
        login_rate_limit="1000 per minute",
    )
    upgrade_database(settings)
    house = open_house(settings)
    job = build(house)
    worker = start_worker(house)
    server = make_server("127.0.0.1", 0, create_app(house), threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(address=f"http://127.0.0.1:{server.server_port}", house=house, job=job)
    server.shutdown()
    thread.join()
    server.server_close()
    worker.stop()
    close_house(house)


@pytest.fixture(scope="session")
def browser_type_launch_args(playwright: Playwright) -> dict[str, Any]:
    """Take the system's Chromium, else Playwright's own; without either the tests fail and say what to install."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None) or playwright.chromium.executable_path
    if not Path(found).exists():
        pytest.fail(
            f"The browser tests need Chromium. None of {', '.join(BROWSERS)} is on PATH and Playwright has none: "
            "install your system's chromium package, or run `playwright install chromium`.",
            pytrace=False,
        )
    return {"executable_path": found, "args": list(QUIET)}


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser of its own; whatever its console complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(
            base_url=site.address, viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def log_in() -> Callable[[Page, str], None]:
    def logged_in(page: Page, name: str) -> None:
        page.goto("/log-in")
        page.get_by_label("E-mail address").fill(f"{name}@example.com")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Log in").click()
        page.wait_for_url(lambda url: "/log-in" not in url)

    return logged_in


@pytest.fixture(scope="session")
def resume_pdf() -> bytes:
    return pdf_of(RESUME_LINES)
