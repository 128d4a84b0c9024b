"""PDF files by reportlab: its canvas, where the drawing order is ours, and platypus, where it flows."""

import io
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

from fixture import Fixture
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from texts import Part, Resume, load, truth_of
from typeset import LETTER, MARGIN, Column, Line, across

WIDTH, HEIGHT = LETTER
INSIDE = WIDTH - 2 * MARGIN
SIDE = 150.0
GAP = 24.0

NAME = ParagraphStyle("name", fontName="Times-Bold", fontSize=20, leading=24)
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Times-Bold", fontSize=13, spaceBefore=9, spaceAfter=3)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9, leading=11)


def fixtures() -> Iterator[Fixture]:
    """Make every file of this producer."""
    yield side_left()
    yield side_right_over_two_pages()
    yield two_columns_across()
    yield three_columns()
    yield linkedin()
    yield repeated_header()
    yield platypus_table()
    yield platypus_balanced()
    yield form()
    yield watermark()
    for degrees in (90, 180, 270):
        yield turned_page(degrees)
    yield sideways_text()
    yield letter_spaced_headings()
    yield two_people_two_faces()


# ------------------------------------------------------------------------------------------------------ canvas


def draw(lines: Iterable[Line], before: "Callable[[Canvas, int], None] | None" = None) -> bytes:
    """Draw lines in the order given, page by page."""
    rows = sorted(lines, key=lambda line: line.page)
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=letter, invariant=1)
    for page in range(rows[-1].page + 1):
        if before:
            before(canvas, page)
        draw_page(canvas, (line for line in rows if line.page == page))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def draw_page(canvas: Canvas, lines: Iterable[Line]) -> None:
    """Draw lines on the page that is open."""
    for line in lines:
        canvas.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
        canvas.drawString(line.x, HEIGHT - line.baseline, line.text)


def side_left() -> Fixture:
    """Set a narrow column at the left, drawn before the main one."""
    resume = load("ekdahl-cabinet")
    side, main = resume.columns("Skills", "Tools", "Education")
    head = Column(MARGIN, INSIDE)
    lines = head.head(resume)
    left = Column(MARGIN, SIDE, top=head.top + 10)
    right = Column(MARGIN + SIDE + GAP, INSIDE - SIDE - GAP, top=head.top + 10)
    lines += left.set_all(side) + right.set_all(main)
    return resume.fixture(
        "Ekdahl_cabinetmaker.pdf",
        made="reportlab canvas, narrow column at the left drawn first",
        content=draw(lines),
        truth=truth_of(resume.head, *side, *main),
    )


def side_right_over_two_pages() -> Fixture:
    """Set a narrow column at the right that goes on, like the main one, on the second page."""
    resume = load("vandermolen-cmm")
    side, main = resume.columns("EQUIPMENT", "CERTIFICATES")
    head = Column(MARGIN, INSIDE)
    lines = head.head(resume, size=22)
    wide = INSIDE - SIDE - GAP
    left = Column(MARGIN, wide, top=head.top + 10, size=16, leading=2.0)
    right = Column(MARGIN + wide + GAP, SIDE, top=head.top + 10, size=18, leading=2.4)
    columns = left.set_all(main), right.set_all(side)
    lines += columns[0] + columns[1]
    pages = [
        [" ".join(line.text for line in column if line.page == page) for column in columns] for page in (0, 1)
    ]
    return resume.fixture(
        "vandermolen resume.pdf",
        made="reportlab canvas, narrow column at the right, both columns go on on page 2",
        content=draw(lines),
        truth=truth_of(resume.head, *pages[0], *pages[1]),
    )


def two_columns_across() -> Fixture:
    """Set two even columns and draw them line by line across both."""
    resume = load("tolliver-anodizing")
    width = (INSIDE - GAP) / 2
    head = Column(MARGIN, INSIDE)
    lines = head.head(resume)
    side, main = resume.columns("Summary", "Education and training", "Community")
    left = Column(MARGIN, width, top=head.top + 8).set_all(side)
    right = Column(MARGIN + width + GAP, width, top=head.top + 8).set_all(main)
    return resume.fixture(
        "R Tolliver 2026.pdf",
        made="reportlab canvas, two columns drawn line by line across both",
        content=draw([*lines, *across(left, right)]),
        truth=truth_of(resume.head, *side, *main),
    )


def three_columns() -> Fixture:
    """Set three columns below the head, drawn line by line across all three."""
    resume = load("moreau-laser")
    width = (INSIDE - 2 * GAP) / 3
    head = Column(MARGIN, INSIDE)
    lines = head.head(resume)
    groups = (
        resume.parts[:2],
        resume.parts[2:4],
        resume.parts[4:],
    )
    columns = [
        Column(MARGIN + number * (width + GAP), width, top=head.top + 8, size=9.5).set_all(parts)
        for number, parts in enumerate(groups)
    ]
    return resume.fixture(
        "moreau-3col.pdf",
        made="reportlab canvas, three columns drawn line by line across all",
        content=draw([*lines, *across(*columns)]),
    )


def linkedin() -> Fixture:
    """Set what looks like a profile saved as PDF from LinkedIn: a dark column at the left, page numbers below."""
    resume = load("nakagawa-swiss")
    name, title, place, phone, mail, link = resume.name, *resume.contact[:2], *resume.contact[2:]
    side_parts, main_parts = resume.columns("Top Skills", "Languages", "Certifications")
    contact = Part("Contact", (phone, mail, f"www.{link} (LinkedIn)"))
    left = Column(22.0, 150.0, top=40.0, size=10.5, leading=1.45).set_all((contact, *side_parts))
    right = Column(224.0, 350.0, top=40.0, size=14.0, leading=1.75, next_top=40.0, bottom=730.0)
    main = [*right.set(name, size=26), *right.set(title), *right.set(place), *right.set_all(main_parts)]
    pages = main[-1].page + 1
    feet = [Line(f"Page {page + 1} of {pages}", 510.0, 768.0, 9.0, page=page) for page in range(pages)]

    def shade(canvas: Canvas, page: int) -> None:
        canvas.setFillGray(0.9)
        canvas.rect(0, 0, 204, HEIGHT, fill=1, stroke=0)
        canvas.setFillGray(0.1)

    head = "\n".join((name, title, place))
    return resume.fixture(
        "Profile.pdf",
        made="reportlab canvas, after a LinkedIn profile saved as PDF: contact column at the left, page numbers",
        content=draw([*left, *main, *feet], shade),
        truth=truth_of(contact, *side_parts, head, *main_parts),
    )


def repeated_header() -> Fixture:
    """Set three pages with the same line at the top of each and a page number at its foot."""
    resume = load("quimby-tool-grinder")
    body = Column(MARGIN, INSIDE, top=90, next_top=80, bottom=470, size=15, leading=1.8)
    lines = [*body.head(resume, size=24), *body.set_all(resume.parts)]
    pages = lines[-1].page + 1
    around = [
        Line(text, x, y, 9.0, page=page)
        for page in range(pages)
        for text, x, y in (
            ("Ambrose Quimby, tool and cutter grinder", MARGIN, 40.0),
            ("802-555-0131", 480.0, 40.0),
            (f"{page + 1} / {pages}", 300.0, 760.0),
        )
    ]
    return resume.fixture(
        "Quimby, Ambrose - resume.pdf",
        made="reportlab canvas, three pages with a repeated header and page numbers",
        content=draw([*around, *lines]),
    )


def watermark() -> Fixture:
    """Draw a large grey word across the page behind the text."""
    resume = load("juhasz-apprentice")
    body = Column(MARGIN, INSIDE, size=11, leading=1.5)

    def stamp(canvas: Canvas, page: int) -> None:
        canvas.saveState()
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(52)
        canvas.setFillGray(0.88)
        canvas.setFont("Helvetica-Bold", 90)
        canvas.drawCentredString(0, -30, "SPECIMEN")
        canvas.restoreState()

    return resume.fixture(
        "apprentice_watermarked.pdf",
        made="reportlab canvas, a watermark drawn slantwise behind the text",
        content=draw([*body.head(resume), *body.set_all(resume.parts)], stamp),
    )


def turned_page(degrees: int) -> Fixture:
    """Draw the page turned and say /Rotate, so that viewers show it upright."""
    resume = load("petrosyan-edm")
    body = Column(MARGIN, INSIDE, size=11, leading=1.4)
    lines = [*body.head(resume), *body.set_all(resume.parts)]

    def turn(canvas: Canvas, page: int) -> None:
        canvas.setPageRotation(degrees)
        if degrees == 180:
            canvas.translate(WIDTH, HEIGHT)
        elif degrees == 90:
            canvas.translate(HEIGHT, 0)
        else:
            canvas.translate(0, WIDTH)
        canvas.rotate(degrees)

    return resume.fixture(
        f"petrosyan_rotate{degrees}.pdf",
        made=f"reportlab canvas, page with /Rotate {degrees}, upright as shown",
        content=draw(lines, turn),
    )


def sideways_text() -> Fixture:
    """Draw the page turned by a quarter without saying so: viewers show it lying on its side."""
    resume = load("abernathy-millwright")
    body = Column(MARGIN, INSIDE, size=11, leading=1.4)
    lines = [*body.head(resume), *body.set_all(resume.parts)]

    def turn(canvas: Canvas, page: int) -> None:
        canvas.setPageSize((HEIGHT, WIDTH))
        canvas.translate(HEIGHT, 0)
        canvas.rotate(90)

    return resume.fixture(
        "abernathy sideways.pdf",
        made="reportlab canvas, text drawn at 90 degrees on a page without /Rotate",
        content=draw(lines, turn),
    )


def letter_spaced_headings() -> Fixture:
    """Set headings with wide gaps between their letters, as designers like it."""
    resume = load("haugerud-press-brake")
    body = Column(MARGIN, INSIDE, size=10.5, leading=1.4)
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=letter, invariant=1)
    headings = {resume.name, *(part.heading for part in resume.parts)}
    for line in [*body.head(resume), *body.set_all(resume.parts)]:
        spaced = line.text in headings
        run = canvas.beginText(line.x, HEIGHT - line.baseline)
        run.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
        run.setCharSpace(0.45 * line.size if spaced else 0)
        run.textOut(line.text)
        canvas.drawText(run)
    canvas.save()
    return resume.fixture(
        "Haugerud_L.pdf",
        made="reportlab canvas, name and headings with wide character spacing",
        content=target.getvalue(),
    )


def two_people_two_faces() -> Fixture:
    """Set dates at the right edge of the line that names the employer, far from it."""
    resume = load("abernathy-millwright")
    body = Column(MARGIN, INSIDE, size=10.5, leading=1.5)
    lines = []
    for line in [*body.head(resume), *body.set_all(resume.parts)]:
        left, dots, right = line.text.rpartition(" ... ")
        lines.append(Line(left or line.text, line.x, line.baseline, line.size, line.bold))
        if dots:
            x = WIDTH - MARGIN - 5.2 * len(right)
            lines.append(Line(right, x, line.baseline, line.size))
    return resume.fixture(
        "abernathy_dates_right.pdf",
        made="reportlab canvas, dates set at the right edge, apart from their line",
        content=draw(lines),
        truth=resume.truth.replace(" ... 0", "\t0").replace(" ... summers", "\tsummers"),
    )


def form() -> Fixture:
    """Make an application form whose answers stand in fields, not on the page."""
    resume = load("castellanos-pipe-welder")
    rows = [
        ("Name", resume.name),
        ("Telephone", "956-555-0109"),
        ("E-mail", "noe.castellanos@example.com"),
        ("Trade", "pipe welder, TIG root and stick fill"),
        ("Years of experience", "12"),
        ("Last employer", "Gulf Bend Piping, Ingleside TX"),
        ("From / to", "February 2023 to October 2025"),
        ("Certifications", "AWS D1.1 3G and 4G, OSHA 30, NCCER pipefitting level 2"),
        ("Welding positions", "5G, 6G, 6GR"),
        ("Materials", "carbon steel schedule 80, 304 and 316 stainless"),
    ]
    title = "Application for shop work, Bayside Spool Works"
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=letter, invariant=1)
    draw_page(canvas, [Line(title, MARGIN, 70, 16, bold=True)])
    for number, (label, value) in enumerate(rows):
        baseline = 120 + number * 40
        draw_page(canvas, [Line(label, MARGIN, baseline, 11, bold=True)])
        canvas.acroForm.textfield(
            name=f"answer{number}",
            value=value,
            x=200,
            y=HEIGHT - baseline - 6,
            width=350,
            height=20,
            fontSize=11,
            borderWidth=1,
        )
    canvas.save()
    return resume.fixture(
        "application form filled.pdf",
        made="reportlab canvas, a form whose answers are values of fields",
        content=target.getvalue(),
        truth=truth_of(title, *(f"{label}\t{value}" for label, value in rows)),
    )


# ---------------------------------------------------------------------------------------------------- platypus


def flow(story: list[Flowable]) -> bytes:
    """Let a story flow over as many pages as it needs."""
    target = io.BytesIO()
    frame = Frame(MARGIN, MARGIN, INSIDE, HEIGHT - 2 * MARGIN, id="body")
    BaseDocTemplate(target, pagesize=letter, pageTemplates=[PageTemplate("page", [frame])], invariant=1).build(
        story
    )
    return target.getvalue()


def head_of(resume: Resume) -> list[Flowable]:
    """Set name and contact."""
    return [Paragraph(escape(resume.name), NAME), *(Paragraph(escape(line), BODY) for line in resume.contact)]


def flowables(part: Part) -> Iterator[Flowable]:
    """Set a part: items as a list, rows as a ruled table with wrapped cells."""
    yield Paragraph(escape(part.heading), HEADING)
    rows = [line.split(" | ") for line in part.lines if " | " in line]
    if rows:
        cells = [[Paragraph(escape(cell), SMALL) for cell in row] for row in rows]
        rules = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "#777777"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        yield Table(cells, colWidths=[130, 110, 60][: len(rows[0])], style=rules, hAlign="LEFT")
    for line in part.lines:
        if line.startswith("- "):
            yield ListFlowable([Paragraph(escape(line[2:]), BODY)], bulletType="bullet", start="\N{BULLET}")
        elif " | " not in line:
            yield Paragraph(escape(line), BODY)


def platypus_table() -> Fixture:
    """Set a ruled table whose cells take several lines each."""
    resume = load("haugerud-press-brake")
    story = [*head_of(resume), *(piece for part in resume.parts for piece in flowables(part))]
    return resume.fixture(
        "haugerud_platypus_table.pdf",
        made="reportlab platypus, serif, a ruled table with wrapped cells, list bullets",
        content=flow(story),
    )


def platypus_balanced() -> Fixture:
    """Let the text below the head flow through two balanced columns."""
    resume = load("oyelaran-heat-treat")
    story = [piece for part in resume.parts for piece in flowables(part)]
    columns = BalancedColumns(story, nCols=2, innerPadding=GAP)
    return resume.fixture(
        "T Oyelaran heat treat.pdf",
        made="reportlab platypus, text flowing through two balanced columns",
        content=flow([*head_of(resume), Spacer(0, 12), columns]),
    )
