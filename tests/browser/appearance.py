"""How a page looks: axe finds nothing on it, nothing is too wide, and a picture of it is kept."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCREENSHOTS = Path(__file__).parents[2] / "test-results" / "screenshots"
WIDTHS = (1280, 390)
THEMES = ("light", "dark")


def look_at(page: Page, name: str, *, themes: tuple[str, ...] = THEMES) -> None:
    """Look at a page as wide as it is, in the colours of each theme."""
    size = page.viewport_size
    assert size
    too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert too_wide <= 0, f"{name} is {too_wide} px wider than {size['width']} px"
    for theme in themes:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        path = SCREENSHOTS / f"{name}-{size['width']}-{theme}.png"
        page.screenshot(path=path, full_page=size["width"] < 600)
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == [], f"{name} {theme}"
