"""Every page in both themes and two widths: axe finds nothing, nothing is too wide, and a picture is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SCREENSHOTS = Path(__file__).parents[2] / "test-results" / "screenshots"

PAGES: dict[str | None, dict[str, str]] = {
    None: {
        "home": "/",
        "job-board": "/jobs",
        "job": "/jobs/{job}",
        "log-in": "/log-in",
        "register": "/register",
        "not-found": "/nothing-here",
    },
    "ben": {
        "recruiter-jobs": "/recruiter/jobs",
        "workspace": "/recruiter/jobs/{job}",
        "imports": "/recruiter/imports",
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


WAYS = [pytest.param(width, theme, id=f"{width} {theme}") for width in (1280, 390) for theme in ("light", "dark")]


def check(page: Page, name: str, width: int, theme: str) -> None:
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0, f"{name} is {too_wide} px wider than {width} px"
    page.screenshot(path=SCREENSHOTS / f"{name}-{width}-{theme}.png", full_page=width < 600)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], name


@pytest.mark.parametrize(("width", "theme"), WAYS)
@pytest.mark.parametrize("who", list(PAGES))
def test_pages_are_accessible_and_fit_the_screen(
    who: str | None,
    width: int,
    theme: str,
    open_page: Callable[..., Page],
    log_in: Callable[[Page, str], None],
    site: Any,
) -> None:
    page = open_page(width, color_scheme=theme)
    if who:
        log_in(page, who)
    for name, path in PAGES[who].items():
        page.goto(path.format(job=site.job))
        check(page, name, width, theme)


@pytest.mark.parametrize(("width", "theme"), WAYS)
def test_what_opens_on_a_page_is_accessible_too(
    width: int, theme: str, open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page(width, color_scheme=theme)
    page.goto("/register")
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_text("Please correct this")).to_be_visible()
    check(page, "register-errors", width, theme)
    log_in(page, "mona")
    page.goto("/my/resume")
    page.locator("summary.chip").first.click()
    check(page, "resume-correcting", width, theme)
    page.get_by_role("link", name="Add a skill").click()
    page.get_by_label("Name of the skill").press_sequentially("lathe")
    expect(page.locator("#choices .row-item").first).to_be_visible()
    check(page, "add-skill", width, theme)
    page.get_by_role("button", name="Log out").click()
    log_in(page, "ben")
    page.goto(f"/recruiter/jobs/{site.job}")
    page.get_by_role("link", name="Rosa Lindgren").click()
    expect(page.locator("#person-name")).to_have_text("Rosa Lindgren")
    page.locator("summary", has_text="Reject").click()
    check(page, "workspace-rejecting", width, theme)


def test_the_choice_of_colours_is_kept(open_page: Callable[..., Page]) -> None:
    page = open_page(color_scheme="light")
    page.goto("/jobs")
    page.get_by_role("button", name="dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(21, 20, 18)")
    page.get_by_role("button", name="as the device").click()
    expect(page.locator("body")).to_have_css("background-color", "rgb(250, 249, 247)")
