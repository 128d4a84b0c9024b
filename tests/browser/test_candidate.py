"""A person who looks for work, on a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PHONE = 390


def register(page: Page, name: str) -> None:
    page.goto("/register")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("E-mail address").fill(f"{name.split()[0].lower()}@example.com")
    page.get_by_label("Password").fill("three quiet gears")
    page.get_by_label("I agree").check()
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", name="Upload your resume")).to_be_visible()


def upload(page: Page, content: bytes, name: str = "resume.pdf") -> None:
    page.get_by_label("Resume file").set_input_files({"name": name, "mimeType": "", "buffer": content})
    page.get_by_role("button", name="Upload resume").click()


def test_a_candidate_uploads_a_pdf_corrects_what_was_read_applies_and_is_seen(
    open_page: Callable[..., Page], log_in: Callable[[Page, str], None], site: Any, resume_pdf: bytes
) -> None:
    page = open_page(PHONE)
    register(page, "Theo Park")
    upload(page, resume_pdf)
    # No reload: the page asks for itself until the resume is read.
    expect(page.get_by_role("heading", name="What we read")).to_be_visible()
    okuma = page.locator("summary.chip", has_text="Okuma").first
    okuma.click()
    words = page.locator(".evidence.current")
    expect(words.first).to_contain_text("Okuma")
    form = okuma.locator("xpath=..")
    form.get_by_label("Years").fill("9")
    form.get_by_role("button", name=re.compile("^Save")).click()
    expect(page.locator("summary.chip", has_text="Okuma").first).to_contain_text("9 y")

    mastercam = page.locator("details.chip-edit", has_text="Mastercam").first
    mastercam.locator("summary").click()
    mastercam.get_by_role("button", name="I do not have it").click()
    removed = page.locator(".chip.removed", has_text="Mastercam")
    expect(removed).to_be_visible()
    removed.get_by_role("button", name="Put back").click()
    expect(page.locator("summary.chip", has_text="Mastercam").first).to_be_visible()

    page.get_by_role("link", name="Add a skill").click()
    page.get_by_label("Name of the skill").press_sequentially("caliper")
    page.get_by_role("button", name="Add caliper").first.click()
    expect(page.locator("summary.chip", has_text="Caliper").first).to_be_visible()

    recruiter = open_page()
    log_in(recruiter, "ben")
    recruiter.goto(f"/recruiter/jobs/{site.job}")
    expect(recruiter.locator(".ranked").get_by_role("link", name="Theo Park")).to_be_visible()

    page.get_by_role("link", name="My jobs").click()
    page.get_by_role("link", name="CNC lathe machinist").click()
    expect(page.get_by_role("heading", name="What fits")).to_be_visible()
    page.get_by_role("button", name="Apply for this job").click()
    expect(page.get_by_text("Sent. A recruiter will read it.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("You withdrew this application.", exact=True)).to_be_visible()


def test_what_was_read_is_marked_on_the_page_of_the_original_too(
    open_page: Callable[..., Page], resume_pdf: bytes
) -> None:
    page = open_page()
    register(page, "Wanda Ferris")
    upload(page, resume_pdf)
    image = page.get_by_role("img", name="Page 1 of the original")
    expect(image).to_be_visible()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 0

    page.locator("summary.chip", has_text="Okuma").first.click()
    on_page = page.locator(".area.current")
    expect(on_page.first).to_be_visible()
    words, mark = page.locator("a.evidence.current").first, on_page.first
    assert "Okuma" in words.inner_text()
    # The mark lies where the words stand: the fourth line under the heading, in the upper half of the page.
    sheet, box = image.bounding_box(), mark.bounding_box()
    assert sheet
    assert box
    assert 0.15 < (box["y"] - sheet["y"]) / sheet["height"] < 0.35
    assert box["height"] < 0.03 * sheet["height"]

    page.locator(".area").last.click()
    expect(page.locator("a.evidence.current").first).to_be_visible()

    # What is opened by keyboard near the end of the window comes wholly into sight.
    page.set_viewport_size({"width": 1280, "height": 420})
    page.locator("summary.chip").last.press("Enter")
    expect(page.locator("details[open]").get_by_role("button", name="I do not have it")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")

    page.get_by_role("radio", name="Original").check()
    expect(page.locator(".pane-text")).to_be_hidden()
    page.get_by_role("radio", name="Text").check()
    expect(page.locator(".pane-pages")).to_be_hidden()
    expect(page.locator(".pane-text")).to_be_visible()


def test_a_chip_that_is_touched_on_a_phone_stays_where_it_is(
    open_page: Callable[..., Page], resume_pdf: bytes
) -> None:
    page = open_page(PHONE)
    register(page, "Olga Penn")
    upload(page, resume_pdf)
    chip = page.locator("summary.chip").first
    chip.click()
    form = page.locator("details.chip-edit[open]").get_by_role("button", name=re.compile("^Save"))
    expect(form).to_be_in_viewport()
    expect(chip).to_be_in_viewport()


def test_a_file_that_cannot_be_read_says_what_to_do_and_takes_another_in_its_place(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(PHONE)
    register(page, "Nell Aster")
    upload(page, b"%PDF-1.4 this is cut off")
    expect(page.get_by_role("heading", name="This file could not be read")).to_be_visible()
    expect(page.get_by_role("heading", name="What to do")).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    upload(page, b"Nell Aster, TIG welder", name="mended.txt")
    expect(page.get_by_role("heading", name="What we read")).to_be_visible()


def test_a_wrong_kind_of_file_is_refused_before_it_is_sent(open_page: Callable[..., Page]) -> None:
    page = open_page(PHONE)
    register(page, "Gus Mercer")
    upload(page, b"ID3", name="song.mp3")
    expect(page.locator("#file-error")).to_contain_text("is not a kind of file that can be read")


def test_a_dropped_file_is_taken_and_two_clicks_make_one_upload(
    open_page: Callable[..., Page], resume_pdf: bytes, site: Any
) -> None:
    page = open_page()
    register(page, "Ivy Stone")
    page.evaluate(
        """bytes => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], "dropped.pdf"));
            const drop = new DragEvent("drop", {dataTransfer: transfer, bubbles: true});
            document.querySelector("[data-drop]").dispatchEvent(drop);
        }""",
        list(resume_pdf),
    )
    page.get_by_role("button", name="Upload resume").dblclick()
    expect(page.get_by_role("heading", name="What we read")).to_be_visible()
    expect(page.get_by_text("dropped.pdf")).to_be_visible()


def test_the_whole_way_works_without_javascript(open_page: Callable[..., Page], resume_pdf: bytes) -> None:
    page = open_page(PHONE, java_script_enabled=False)
    register(page, "Abe Linn")
    upload(page, resume_pdf)
    look_again = page.get_by_role("link", name="Look again")
    heading = page.get_by_role("heading", name="What we read")
    for _ in range(100):
        if heading.count():
            break
        look_again.click()
    okuma = page.locator("details.chip-edit", has_text="Okuma").first
    okuma.locator("summary").click()
    okuma.get_by_label("I have a little of this").check()
    okuma.get_by_role("button", name=re.compile("^Save")).click()
    expect(page.locator("summary.chip", has_text="Okuma").first).to_contain_text("a little")
    page.get_by_role("link", name="My jobs").click()
    page.get_by_role("link", name="CNC lathe machinist").click()
    page.get_by_role("button", name="Apply for this job").click()
    expect(page.get_by_text("Sent. A recruiter will read it.", exact=True)).to_be_visible()
