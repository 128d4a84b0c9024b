"""PDF files by fpdf2: subset TrueType fonts, and a password."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from fixture import Fixture
from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod
from texts import Part, load, truth_of
from typeset import LETTER, MARGIN, Column, Line, across

FONTS = Path("/usr/share/fonts/truetype/liberation")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00"}
INSIDE = LETTER[0] - 2 * MARGIN
GAP = 26.0


def fixtures() -> Iterator[Fixture]:
    """Make every file of this producer."""
    yield letters_of_many_languages()
    yield columns_across()
    yield ligatures()
    yield bars_of_skill()
    yield locked()
    yield owner_locked()


def document() -> FPDF:
    """Open a document with one time for all."""
    pdf = FPDF(unit="pt", format="letter")
    pdf.set_creation_date(dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    pdf.set_auto_page_break(False)
    for style, name in (("", "Regular"), ("B", "Bold")):
        pdf.add_font("Liberation", style, FONTS / f"LiberationSans-{name}.ttf")
    return pdf


def draw(pdf: FPDF, lines: Iterable[Line]) -> FPDF:
    """Draw lines in the order given, page by page."""
    rows = sorted(lines, key=lambda line: line.page)
    for page in range(rows[-1].page + 1):
        pdf.add_page()
        for line in rows:
            if line.page == page:
                pdf.set_font("Liberation", "B" if line.bold else "", line.size)
                pdf.text(line.x, line.baseline, line.text)
    return pdf


def letters_of_many_languages() -> Fixture:
    """Set accents, dashes and prime marks with a subset font."""
    resume = load("delacroix-patternmaker")
    body = Column(MARGIN, INSIDE, size=11, leading=1.4)
    lines = [*body.head(resume), *body.set_all(resume.parts)]
    return resume.fixture(
        "CV Hélène Delacroix-Røyne.pdf",
        made="fpdf2, one column, subset TrueType, accents and prime marks",
        content=bytes(draw(document(), lines).output()),
    )


def columns_across() -> Fixture:
    """Set two columns of different widths and draw them line by line across both."""
    resume = load("castellanos-pipe-welder")
    side, main = resume.columns("Objetivo / Objective", "Papers")
    head = Column(MARGIN, INSIDE)
    lines = head.head(resume)
    left = Column(MARGIN, 170, top=head.top + 10, size=10.5).set_all(side)
    right = Column(MARGIN + 170 + GAP, INSIDE - 170 - GAP, top=head.top + 10, size=10.5).set_all(main)
    return resume.fixture(
        "castellanos_two_col.pdf",
        made="fpdf2, two columns drawn line by line across both, Spanish and English",
        content=bytes(draw(document(), [*lines, *across(left, right)]).output()),
        truth=truth_of(resume.head, *side, *main),
    )


def ligatures() -> Fixture:
    """Draw ff, fi, fl, ffi and ffl as single signs of the font, as layout programs do."""
    resume = load("tolliver-anodizing")
    body = Column(MARGIN, INSIDE - 60, size=10)
    pdf = document()
    for style, name in (("", ""), ("B", "-Bold")):
        pdf.add_font("DejaVu", style, DEJAVU / f"DejaVuSans{name}.ttf")
    pdf.add_page()
    for line in [*body.head(resume), *body.set_all(resume.parts)]:
        text = line.text
        for letters, sign in LIGATURES.items():
            text = text.replace(letters, sign)
        pdf.set_font("DejaVu", "B" if line.bold else "", line.size)
        pdf.text(line.x, line.baseline, text)
    return resume.fixture(
        "tolliver_ligatures.pdf",
        made="fpdf2, ff fi fl ffi ffl drawn as one sign each",
        content=bytes(pdf.output()),
    )


def bars_of_skill() -> Fixture:
    """Draw a bar beside each skill, as templates do, and rules between the parts."""
    resume = load("haugerud-press-brake")
    skills = Part(
        "Skills", ("Bend allowance", "Set-up", "First article inspection", "Offline programming", "Training")
    )
    body = Column(MARGIN, INSIDE, size=10.5, leading=1.5)
    lines = [*body.head(resume), *body.set(skills)]
    bars = [line for line in lines if line.text in skills.lines]
    lines += body.set_all(resume.parts)
    pdf = draw(document(), lines)
    for number, line in enumerate(bars):
        pdf.set_fill_color(200)
        pdf.rect(260, line.baseline - 8, 200, 7, style="F")
        pdf.set_fill_color(40, 90, 140)
        pdf.rect(260, line.baseline - 8, 190 - 24 * number, 7, style="F")
    return resume.fixture(
        "haugerud skill bars.pdf",
        made="fpdf2, one column, drawn bars beside the skills",
        content=bytes(pdf.output()),
        truth=truth_of(resume.head, skills, *resume.parts),
    )


def locked() -> Fixture:
    """Lock a document with a password that opens it."""
    resume = load("petrosyan-edm")
    body = Column(MARGIN, INSIDE, size=11)
    pdf = document()
    pdf.set_encryption("owner", "user", encryption_method=EncryptionMethod.AES_256)
    lines = [*body.head(resume), *body.set_all(resume.parts)]
    return Fixture(
        file="petrosyan_password.pdf",
        resume=resume.id,
        made="fpdf2, AES-256 with a password to open",
        content=bytes(draw(pdf, lines).output()),
        truth=None,
        expected="encrypted",
    )


def owner_locked() -> Fixture:
    """Forbid printing and copying, with nothing asked to open it: people can read it, so we can."""
    resume = load("petrosyan-edm")
    body = Column(MARGIN, INSIDE, size=11)
    pdf = document()
    pdf.set_encryption(
        "owner", "", permissions=AccessPermission.none(), encryption_method=EncryptionMethod.AES_128
    )
    lines = [*body.head(resume), *body.set_all(resume.parts)]
    return resume.fixture(
        "petrosyan_no_printing.pdf",
        made="fpdf2, AES-128, opens without a password but forbids printing and copying",
        content=bytes(draw(pdf, lines).output()),
    )
