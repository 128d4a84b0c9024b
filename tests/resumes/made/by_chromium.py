"""PDF files as Chromium prints them: what web pages and online resume builders give."""

import re
import subprocess
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from fixture import Fixture
from markup import head_of, page_of, section_of, sections_of
from texts import Part, Resume, load, truth_of

DATES = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}")


def fixtures() -> Iterator[Fixture]:
    """Make every file of this producer."""
    yield plain()
    yield grid_side()
    yield grid_dom_reversed()
    yield columns_of_css()
    yield flex_rows()
    yield side_by_float()
    yield timeline()
    yield table_layout()


def printed(html: str) -> bytes:
    """Print a page to PDF, with one time for all."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(html, encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run(
            [*command, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", source.as_uri()],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return DATES.sub(rb"/\1 (D:20260101000000", target.read_bytes())


def plain() -> Fixture:
    """Print one column with a table."""
    resume = load("haugerud-press-brake")
    return resume.fixture(
        "lorna-haugerud-print.pdf",
        made="Chromium print, one column with a table",
        content=printed(page_of(resume, head_of(resume) + sections_of(resume.parts))),
    )


def grid(resume: Resume, first: tuple[Part, ...], second: tuple[Part, ...]) -> str:
    """Mark up two columns in this order."""
    cells = f"<aside>{sections_of(first)}</aside><main>{sections_of(second)}</main>"
    return f"{head_of(resume)}<div class=grid>{cells}</div>"


def grid_side() -> Fixture:
    """Print a grid: a dark column at the left, the main one beside it."""
    resume = load("ekdahl-cabinet")
    side, main = resume.columns("Skills", "Tools", "Education", "References")
    style = """
    .grid { display: grid; grid-template-columns: 2in 1fr; gap: 0.3in; }
    aside { background: #263a4a; color: white; padding: 8pt; }
    """
    body = grid(resume, side, main)
    return resume.fixture(
        "maj-ekdahl-grid.pdf",
        made="Chromium print, CSS grid, white text in a dark column at the left",
        content=printed(page_of(resume, body, style)),
        truth=truth_of(resume.head, *side, *main),
    )


def grid_dom_reversed() -> Fixture:
    """Print a grid whose right column comes first in the page's source."""
    resume = load("vandermolen-cmm")
    side, main = resume.columns("EQUIPMENT", "CERTIFICATES")
    style = """
    .grid { display: grid; grid-template-columns: 1fr 1.9in; gap: 0.25in; }
    main { grid-column: 1; grid-row: 1; } aside { grid-column: 2; grid-row: 1; }
    """
    body = grid(resume, side, main)
    return resume.fixture(
        "vandermolen_builder.pdf",
        made="Chromium print, CSS grid, right column first in the source",
        content=printed(page_of(resume, body, style)),
        truth=truth_of(resume.head, *main, *side),
    )


def columns_of_css() -> Fixture:
    """Print text flowing through two columns, parts kept whole."""
    resume = load("tolliver-anodizing")
    style = ".flow { columns: 2; column-gap: 0.35in; height: 4.6in; column-fill: auto; }"
    body = f"{head_of(resume)}<div class=flow>{sections_of(resume.parts)}</div>"
    return resume.fixture(
        "tolliver_css_columns.pdf",
        made="Chromium print, CSS columns, text flowing from the left to the right one",
        content=printed(page_of(resume, body, style)),
    )


def flex_rows() -> Fixture:
    """Print three short columns in a row below the head, then the rest across the page."""
    resume = load("moreau-laser")
    short, rest = resume.columns("machines", "software", "tickets")
    style = ".row { display: flex; gap: 0.3in; } .row section { flex: 1; }"
    profile, *others = rest
    body = (
        f"{head_of(resume)}{section_of(profile)}<div class=row>{sections_of(short)}</div>"
        f"{sections_of(tuple(others))}"
    )
    return resume.fixture(
        "moreau_flex.pdf",
        made="Chromium print, flex row of three short columns between parts across the page",
        content=printed(page_of(resume, body, style)),
        truth=truth_of(resume.head, profile, *short, *others),
    )


def side_by_float() -> Fixture:
    """Print a narrow column at the left of a main one that needs a second page."""
    resume = load("oyelaran-heat-treat")
    side, main = resume.columns("Skills", "Education", "Languages")
    style = """
    main { margin-left: 2.6in; font-size: 17pt; line-height: 1.6; }
    aside { float: left; width: 2.3in; } li { break-inside: avoid; }
    """
    body = f"{head_of(resume)}<aside>{sections_of(side)}</aside><main>{sections_of(main)}</main>"
    return resume.fixture(
        "oyelaran_float.pdf",
        made="Chromium print, float at the left, main column over two pages",
        content=printed(page_of(resume, body, style)),
        truth=truth_of(resume.head, *side, *main),
    )


def timeline() -> Fixture:
    """Print jobs with their dates in a column of their own at the left, each beside what it dates."""
    resume = load("quimby-tool-grinder")
    jobs = (
        ("2008 to 2025", "Precision Valley Cutting Tools, Springfield", resume.parts[1].lines[1]),
        ("1999 to 2008", "Black River Broach and Reamer", resume.parts[1].lines[3]),
        ("1994 to 1999", "Jones Brook Machine", resume.parts[1].lines[5]),
    )
    rows = "".join(
        f"<div class=job><p>{years}</p><div><p><b>{escape(shop)}</b></p><p>{escape(text)}</p></div></div>"
        for years, shop, text in jobs
    )
    style = ".job { display: grid; grid-template-columns: 1.1in 1fr; gap: 0.2in; margin-bottom: 8pt; }"
    first, _, last = resume.parts
    body = f"{head_of(resume)}{section_of(first)}<section><h2>Shops</h2>{rows}</section>{section_of(last)}"
    told = Part("Shops", tuple(line for job in jobs for line in job))
    return resume.fixture(
        "quimby_timeline.pdf",
        made="Chromium print, dates in a narrow column at the left of each job",
        content=printed(page_of(resume, body, style)),
        truth=truth_of(resume.head, first, told, last),
    )


def table_layout() -> Fixture:
    """Print a table without rules that holds the page's two columns, as old templates do."""
    resume = load("juhasz-apprentice")
    side, main = resume.columns("Hours so far", "School")
    style = "td { border: none; width: 35%; padding-right: 14pt; } td + td { width: 65%; }"
    body = f"{head_of(resume)}<table><tr><td>{sections_of(side)}</td><td>{sections_of(main)}</td></tr></table>"
    return resume.fixture(
        "juhasz_table_layout.pdf",
        made="Chromium print, two columns by a table without rules",
        content=printed(page_of(resume, body, style)),
        truth=truth_of(resume.head, *side, *main),
    )
