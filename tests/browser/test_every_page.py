"""Every page in both themes and two widths."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.appearance import WIDTHS, look_at

pytestmark = pytest.mark.browser

PAGES: dict[str | None, dict[str, str]] = {
    None: {
        "home": "/",
        "job-board": "/jobs",
        "job": "/jobs/{job}",
        "skills": "/skills",
        "skills-found": "/skills?q=haas",
        "skill": "/skills/cnc-lathe",
        "log-in": "/log-in",
        "register": "/register",
        "not-found": "/nothing-here",
    },
    "ben": {
        "recruiter-jobs": "/recruiter/jobs",
        "workspace": "/recruiter/jobs/{job}",
        "imports": "/recruiter/imports",
        "skill-of-recruiters": "/skills/fanuc-control",
    },
    "erin": {
        "roles": "/roles",
        "role": "/roles/{job}",
        "edit-role": "/roles/{job}/edit",
        "new-role": "/roles/new",
    },
    "mona": {
        "resume": "/my/resume",
        "upload": "/my/resume/new",
        "my-jobs": "/my/jobs",
        "my-job": "/my/jobs/{job}",
        "applications": "/my/applications",
    },
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("who", list(PAGES))
def test_pages_are_accessible_and_fit_the_screen(
    who: str | None,
    width: int,
    open_page: Callable[..., Page],
    log_in: Callable[[Page, str], None],
    site: Any,
) -> None:
    page = open_page(width)
    if who:
        log_in(page, who)
    for name, path in PAGES[who].items():
        page.goto(path.format(job=site.job))
        look_at(page, name)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_opens_on_a_page_is_accessible_too(
    width: int, open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page(width)
    page.goto("/register")
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_text("Please correct this")).to_be_visible()
    look_at(page, "register-errors")
    log_in(page, "mona")
    page.goto("/my/resume")
    page.locator("summary.chip").first.click()
    look_at(page, "resume-correcting")
    page.get_by_role("link", name="Add a skill").click()
    page.get_by_label("Name of the skill").press_sequentially("lathe")
    expect(page.locator("#choices .row-item").first).to_be_visible()
    look_at(page, "add-skill")
    page.get_by_role("button", name="Log out").click()
    log_in(page, "ben")
    page.goto(f"/recruiter/jobs/{site.job}")
    page.get_by_role("link", name="Rosa Lindgren").click()
    expect(page.locator("#person-name")).to_have_text("Rosa Lindgren")
    page.locator("summary", has_text="Reject").click()
    look_at(page, "workspace-rejecting")


def test_the_choice_of_colours_is_kept(open_page: Callable[..., Page]) -> None:
    page = open_page(color_scheme="light")
    page.goto("/jobs")
    page.get_by_role("button", name="dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(21, 20, 18)")
    page.get_by_role("button", name="as the device").click()
    expect(page.locator("body")).to_have_css("background-color", "rgb(250, 249, 247)")
