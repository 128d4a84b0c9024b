"""A recruiter at their desk."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.browser


def test_a_recruiter_sees_why_shortlists_rejects_with_a_reason_and_exports(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page()
    log_in(page, "ben")
    page.get_by_role("link", name="CNC lathe machinist").first.click()
    ranked = page.locator(".ranked")
    ranked.get_by_role("link", name="Rosa Lindgren").click()
    person = page.locator("#person")
    expect(person.get_by_role("heading", name="Rosa Lindgren")).to_be_visible()
    assert "/people/" in page.url
    expect(person.locator(".reason").first).to_be_visible()
    expect(person.locator(".evidence").first).to_be_visible()

    person.get_by_role("button", name="Shortlist").click()
    expect(person.locator(".person-head .stage")).to_have_text("shortlisted")
    expect(ranked.locator("li", has_text="Rosa Lindgren").locator(".stage")).to_have_text("shortlisted")
    person.get_by_role("button", name="Undo").click()
    expect(person.locator(".person-head")).to_contain_text("nothing decided yet")
    person.get_by_role("button", name="Shortlist").click()

    ranked.get_by_role("link", name="Ilse Moreau").click()
    expect(person.get_by_role("heading", name="Ilse Moreau")).to_be_visible()
    person.locator("summary", has_text="Reject").click()
    person.get_by_role("button", name="Reject Ilse Moreau").click()
    expect(person.get_by_role("alert")).to_contain_text("Say why")
    person.get_by_label("Lacks a required skill").check()
    person.get_by_role("button", name="Reject Ilse Moreau").click()
    expect(person.locator(".history")).to_contain_text("Lacks a required skill")

    with page.expect_download() as download:
        page.get_by_role("link", name="Export .xlsx").click()
    book = CalamineWorkbook.from_filelike(BytesIO(Path(download.value.path()).read_bytes()))
    cells = {str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row}
    assert {"Rosa Lindgren", "Ilse Moreau"} <= cells


def test_the_keys_walk_the_list_and_decide(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page()
    log_in(page, "ben")
    page.goto(f"/recruiter/jobs/{site.job}")
    links = page.locator(".ranked .row-link")
    names = links.all_inner_texts()
    rosa = names.index("Rosa Lindgren")
    links.nth(rosa).click()
    name = page.locator("#person-name")
    expect(name).to_have_text("Rosa Lindgren")
    page.keyboard.press("j")
    expect(name).to_have_text(names[rosa + 1])
    expect(page.locator(".ranked [aria-current]")).to_have_text(names[rosa + 1])
    page.keyboard.press("k")
    expect(name).to_have_text("Rosa Lindgren")
    page.keyboard.press("r")
    expect(page.locator(".reject-panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".reject-panel")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Use these keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    expect(name).to_have_text("Rosa Lindgren")
    # Going back up through the reasons, the keyboard never stands under the person's head.
    head = page.locator(".person-head").bounding_box()
    assert head
    page.locator("#person .evidence").first.focus()
    for _ in range(page.locator("#person .reason a").count()):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= head["height"]


def test_the_words_behind_a_reason_are_one_click_away_and_lead_back(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page()
    log_in(page, "ben")
    page.goto(f"/recruiter/jobs/{site.job}")
    page.locator(".ranked").get_by_role("link", name="Rosa Lindgren").click()
    expect(page.locator("#person-name")).to_have_text("Rosa Lindgren")
    # A quote may run over two lines, and its middle lie between them.
    page.locator(".reason .quote a").first.click(position={"x": 6, "y": 6})
    lit = page.locator(".evidence.current").first
    expect(lit).to_be_in_viewport()
    lit.click()
    expect(page.locator(".reason.current").first).to_be_in_viewport()


def test_going_back_shows_the_person_before(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page()
    log_in(page, "ben")
    page.goto(f"/recruiter/jobs/{site.job}")
    ranked = page.locator(".ranked")
    ranked.get_by_role("link", name="Otis Grant").click()
    expect(page.locator("#person-name")).to_have_text("Otis Grant")
    ranked.get_by_role("link", name="Ilse Moreau").click()
    expect(page.locator("#person-name")).to_have_text("Ilse Moreau")
    page.go_back()
    expect(page.locator("#person-name")).to_have_text("Otis Grant")


def test_deciding_works_without_javascript(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page(java_script_enabled=False)
    log_in(page, "ben")
    page.goto(f"/recruiter/jobs/{site.job}")
    page.locator(".ranked").get_by_role("link", name="Otis Grant").click()
    page.locator("summary", has_text="Reject").click()
    page.get_by_role("button", name="Reject Otis Grant").click()
    expect(page.get_by_text("Say why")).to_be_visible()
    page.get_by_label("In your own words").fill("Wants nights only")
    page.get_by_role("button", name="Reject Otis Grant").click()
    expect(page.locator(".history")).to_contain_text("Wants nights only")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".person-head")).to_contain_text("nothing decided yet")


def test_on_a_phone_the_list_comes_first_and_a_person_takes_its_place(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any
) -> None:
    page = open_page(390)
    log_in(page, "ben")
    page.goto(f"/recruiter/jobs/{site.job}")
    expect(page.locator("#person")).to_be_hidden()
    page.locator(".ranked").get_by_role("link", name="Rosa Lindgren").click()
    expect(page.locator("#person-name")).to_have_text("Rosa Lindgren")
    expect(page.locator(".ranked")).to_be_hidden()
    page.get_by_role("link", name="All people for this job").click()
    expect(page.locator(".ranked")).to_be_visible()
