"""A recruiter brings in a ZIP and watches it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.appearance import look_at

pytestmark = pytest.mark.browser

#: Readers are started for the first import of a process, which takes a while on a busy machine.
PATIENCE_MS = 120_000


def zip_of(content_by_name: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in content_by_name.items():
            archive.writestr(name, content)
    return packed.getvalue()


RESUMES = {f"shop/person-{number}.txt": f"TIG welder, {number} years, aluminum\n" for number in range(1, 9)}
BATCH = {
    **RESUMES,
    "shop/again.txt": RESUMES["shop/person-1.txt"],
    "shop/nothing.pdf": "",
    "shop/cut.pdf": "%PDF-1.7",
}


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (390, "dark")])
def test_a_recruiter_imports_a_zip_and_watches_it_finish(
    width: int, theme: str, open_page: Callable[..., Page], log_in: Callable[[Page, str], None]
) -> None:
    page = open_page(width, color_scheme=theme)
    log_in(page, "ben")
    page.get_by_role("link", name="Imports").click()
    batch = {name.replace("shop", theme): f"{text}{theme}" if text else "" for name, text in BATCH.items()}
    file = {"name": f"{theme}.zip", "mimeType": "application/zip", "buffer": zip_of(batch)}
    page.get_by_label("ZIP or resumes").set_input_files(file)
    page.get_by_role("button", name="Import resumes").click()
    expect(page.get_by_role("heading", name=f"{theme}.zip")).to_be_visible()
    look_at(page, "import-running", themes=(theme,))
    # No reload: the page asks for itself until the import has ended, and says so when it gets no answer.
    page.context.set_offline(True)
    lost = page.get_by_text("The connection to the server is lost.")
    expect(lost).to_be_visible()
    look_at(page, "import-without-answer", themes=(theme,))
    page.context.set_offline(False)
    expect(lost).to_be_hidden()
    expect(page.locator(".counted-state")).to_have_text("Done", timeout=PATIENCE_MS)
    expect(page.locator(".counted-numbers")).to_have_text(f"{len(BATCH)} of {len(BATCH)} files")
    expect(page.locator(".not-brought-in")).to_contain_text(f"nothing.pdf{theme}.zip/{theme}")
    look_at(page, "import-done", themes=(theme,))
    with page.expect_download() as download:
        page.get_by_role("link", name="Report .csv").click()
    assert "unreadable" in Path(download.value.path()).read_text(encoding="utf-8-sig")
    page.get_by_role("link", name="Imports", exact=True).first.click()
    expect(page.locator("tr", has_text=f"{theme}.zip")).to_contain_text("Done")
    look_at(page, "imports", themes=(theme,))
