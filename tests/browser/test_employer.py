"""An employer who posts a role."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

TEXT = "Surface grinder hand. Required: surface grinding, micrometers. Preferred: Mastercam."


def test_an_employer_pastes_a_description_corrects_a_requirement_and_publishes(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None]
) -> None:
    page = open_page()
    log_in(page, "erin")
    page.get_by_role("link", name="New role").click()
    page.get_by_label("Job title").fill("Surface grinder hand")
    page.get_by_label("Description").fill(TEXT)
    # The chips appear while typing; nothing was sent.
    expect(page.locator("#preview .chip", has_text="Mastercam")).to_be_visible()
    page.get_by_role("button", name="Save role as draft").click()
    expect(page.get_by_text("Only you see it")).to_be_visible()

    chip = page.locator("details.chip-edit", has_text="Mastercam")
    chip.locator("summary").click()
    chip.get_by_label("Required").check()
    chip.get_by_role("button", name="Save Mastercam").click()
    required = page.locator(".chip-group", has=page.get_by_role("heading", name="Required"))
    expect(required.locator("summary", has_text="Mastercam")).to_contain_text("corrected")

    page.get_by_role("link", name="Add a requirement").click()
    page.get_by_label("Name, for example").press_sequentially("caliper")
    page.get_by_role("button", name="Preferred Caliper").first.click()
    expect(page.locator("summary.chip", has_text="Caliper").first).to_be_visible()

    page.get_by_role("button", name="Publish role").click()
    expect(page.get_by_text("Published.")).to_be_visible()

    visitor = open_page(390)
    visitor.goto("/jobs")
    visitor.get_by_label("Search by job").press_sequentially("grinder")
    expect(visitor.get_by_text("1 open job for")).to_be_visible()
    visitor.get_by_role("link", name="Surface grinder hand").click()
    expect(visitor.get_by_role("link", name="Register to apply")).to_be_visible()


def test_a_description_is_taken_from_a_file(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None]
) -> None:
    page = open_page()
    log_in(page, "erin")
    page.goto("/roles/new")
    page.get_by_label("Take the text from a file").set_input_files(
        {"name": "role.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    page.get_by_role("button", name="Read file").click()
    expect(page.get_by_label("Description")).to_have_value(TEXT)
    expect(page.locator("#preview .chip", has_text="Mastercam")).to_be_visible()


def test_two_people_who_change_one_role_do_not_overwrite_each_other(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None]
) -> None:
    first, second = open_page(), open_page()
    log_in(first, "erin")
    log_in(second, "erin")
    first.goto("/roles/new")
    first.get_by_label("Job title").fill("Wire EDM operator")
    first.get_by_label("Description").fill("Required: wire EDM, Mastercam.")
    first.get_by_role("button", name="Save role as draft").click()
    expect(first.get_by_text("Only you see it")).to_be_visible()
    second.goto(first.url + "/edit")
    first.get_by_role("link", name="Edit text").click()
    first.get_by_label("Job title").fill("Wire EDM operator, nights")
    first.get_by_role("button", name="Save role").click()
    expect(first.get_by_role("heading", name="Wire EDM operator, nights")).to_be_visible()
    second.get_by_label("Job title").fill("Wire EDM setter")
    second.get_by_role("button", name="Save role").click()
    expect(second.get_by_text("Somebody else changed this role")).to_be_visible()
    expect(second.get_by_label("Job title")).to_have_value("Wire EDM setter")
