"""Set the resumes of the demo pool that are PDF or DOCX files; run it after changing a text in ``demo/``.

    .venv/bin/python tests/resumes/build.py

The texts in ``tests/resumes/demo`` are the sources, the files in ``recruit/demo/resumes`` what is made of them.
Each layout is one that people really send: one column, a column at the side, lines that run across both columns,
a table of machines, Word styles, Word tables. The same text gives the same bytes on every run.
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

SOURCES = Path(__file__).parent / "demo"
RESUMES = Path(__file__).parents[2] / "recruit" / "demo" / "resumes"

NAME = ParagraphStyle("name", fontName="Helvetica-Bold", fontSize=16, leading=20)
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=12.5)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", spaceBefore=6, textColor="#1f5f99")
SERIF_NAME = ParagraphStyle("serif name", fontName="Times-Bold", fontSize=18, leading=22, alignment=TA_CENTER)
SERIF = ParagraphStyle("serif", fontName="Times-Roman", fontSize=11, leading=13.5)
SERIF_HEADING = ParagraphStyle("serif heading", parent=SERIF, fontName="Times-BoldItalic", spaceBefore=8)

MARGIN = 0.8 * inch
SIDE_WIDTH = 2.1 * inch
BULLET = re.compile(r"^([-*•.]|o) +")

Block = list[str]


def blocks_of(text: str) -> list[Block]:
    """Split a text where a line is empty."""
    return [block.splitlines() for block in re.split(r"\n\s*\n", text.strip())]


def is_heading(line: str) -> bool:
    """Tell whether a first line of a block stands above it rather than in it."""
    return len(line) < 40 and not line.startswith(" ") and not BULLET.match(line) and line.rstrip(":").isupper()


def paragraphs(block: Block, body: ParagraphStyle, heading: ParagraphStyle) -> Iterator[Flowable]:
    """Set a block line by line, its heading apart."""
    for position, line in enumerate(block):
        style = heading if position == 0 and is_heading(line) else body
        yield Paragraph(escape(line.strip()), style)
    yield Spacer(0, 6)


# ------------------------------------------------------------------------------------------------------- PDF


def one_column(blocks: list[Block], target: io.BytesIO) -> None:
    """Set everything below each other, sans serif."""
    first, *rest = blocks
    story: list[Flowable] = [Paragraph(escape(first[0]), NAME), *paragraphs(first[1:], BODY, BODY)]
    for block in rest:
        story += paragraphs(block, BODY, HEADING)
    SimpleDocTemplate(target, pagesize=letter, margin=MARGIN, invariant=1).build(story)


def centred_serif(blocks: list[Block], target: io.BytesIO) -> None:
    """Set everything below each other in a book face, the name centred; long ones run to a second page."""
    first, *rest = blocks
    story: list[Flowable] = [Paragraph(escape(first[0]), SERIF_NAME), *paragraphs(first[1:], SERIF, SERIF)]
    for block in rest:
        story += paragraphs(block, SERIF, SERIF_HEADING)
    SimpleDocTemplate(target, pagesize=letter, margin=MARGIN, invariant=1).build(story)


def side_column(*side: int) -> Callable[[list[Block], io.BytesIO], None]:
    """Set the blocks with these numbers in a narrow column at the left, the others beside it."""

    def setting(blocks: list[Block], target: io.BytesIO) -> None:
        width, height = letter
        main_left = MARGIN + SIDE_WIDTH + 0.3 * inch
        head = Frame(MARGIN, height - 1.8 * inch, width - 2 * MARGIN, 1.2 * inch, id="head")
        left = Frame(MARGIN, MARGIN, SIDE_WIDTH, height - 2.7 * inch, id="side")
        right = Frame(main_left, MARGIN, width - MARGIN - main_left, height - 2.7 * inch, id="main")
        later = Frame(main_left, MARGIN, width - MARGIN - main_left, height - 2 * MARGIN, id="later")
        story: list[Flowable] = [Paragraph(escape(blocks[0][0]), NAME), *paragraphs(blocks[0][1:], BODY, BODY)]
        story += [FrameBreak(), NextPageTemplate("later")]
        for number in side:
            story += paragraphs(blocks[number], BODY, HEADING)
        story.append(FrameBreak())
        for number, block in enumerate(blocks):
            if number and number not in side:
                story += paragraphs(block, BODY, HEADING)
        templates = [PageTemplate("first", [head, left, right]), PageTemplate("later", [later])]
        BaseDocTemplate(target, pagesize=letter, pageTemplates=templates, invariant=1).build(story)

    return setting


def across_columns(blocks: list[Block], target: io.BytesIO) -> None:
    """Draw two columns line by line across both: readers that follow the drawing order mix them up."""
    canvas = Canvas(target, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica-Bold", 15)
    top = letter[1] - inch
    canvas.drawString(MARGIN, top, blocks[0][0])
    canvas.setFont("Helvetica", 9)
    canvas.drawString(MARGIN, top - 16, "   ".join(line.strip() for line in blocks[0][1:]))
    lines = [wrapped for block in blocks[1:] for line in [*block, ""] for wrapped in wrap(line, limit=50)]
    half = (len(lines) + 1) // 2
    for row in range(half):
        baseline = top - 44 - row * 13
        canvas.drawString(MARGIN, baseline, lines[row])
        if half + row < len(lines):
            canvas.drawString(letter[0] / 2 + 0.2 * inch, baseline, lines[half + row])
    canvas.save()


def wrap(line: str, *, limit: int) -> list[str]:
    """Break a line at spaces."""
    rows = [""]
    for word in line.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > limit:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def table_of_machines(blocks: list[Block], target: io.BytesIO) -> None:
    """Set as a ruled table whatever block has columns held apart by spaces."""
    first, *rest = blocks
    story: list[Flowable] = [Paragraph(escape(first[0]), NAME), *paragraphs(first[1:], BODY, BODY)]
    for block in rest:
        rows = [re.split(r" {2,}", line.strip()) for line in block]
        if len(rows) > 1 and all(len(row) == len(rows[0]) > 1 for row in rows):
            cells = [[Paragraph(escape(cell), BODY) for cell in row] for row in rows]
            rules = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "#888888")])
            story += [Table(cells, colWidths=[1.8 * inch, 3 * inch, 0.8 * inch], style=rules), Spacer(0, 8)]
        else:
            story += paragraphs(block, BODY, HEADING)
    SimpleDocTemplate(target, pagesize=letter, margin=MARGIN, invariant=1).build(story)


# ------------------------------------------------------------------------------------------------------ DOCX


def word_styles(blocks: list[Block], target: io.BytesIO) -> None:
    """Set with Word's own styles: title, headings, bullets; columns of a line held apart by tabs."""
    document = Document()
    document.add_paragraph(blocks[0][0], style="Title")
    for line in blocks[0][1:]:
        document.add_paragraph(line.strip())
    for block in blocks[1:]:
        for position, line in enumerate(block):
            if position == 0 and is_heading(line):
                document.add_heading(line.strip(), level=1)
            elif BULLET.match(line.strip()):
                document.add_paragraph(BULLET.sub("", line.strip()), style="List Bullet")
            else:
                document.add_paragraph(re.sub(r" {3,}", "\t", line.strip()))
    save_word(document, target)


def word_tables(blocks: list[Block], target: io.BytesIO) -> None:
    """Set lines with bars in them as Word tables, one cell between two bars."""
    document = Document()
    for block in blocks:
        rows = [[cell.strip() for cell in line.split("|")] for line in block if not line.startswith("---")]
        columns = max(len(row) for row in rows)
        if columns == 1:
            for row in rows:
                document.add_paragraph(row[0])
            continue
        table = document.add_table(rows=0, cols=columns, style="Table Grid")
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=False):
                cell.text = words
    save_word(document, target)


def save_word(document: "Document", target: io.BytesIO) -> None:
    """Save with fixed times, so that the same text gives the same bytes."""
    properties = document.core_properties
    properties.author, properties.created, properties.modified = "", FIXED_TIME, FIXED_TIME
    draft = io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            # Word's sample thumbnail is a third of the file and shows another document.
            if name != "docProps/thumbnail.jpeg":
                entry = zipfile.ZipInfo(name, FIXED_TIME.timetuple()[:6])
                entry.compress_type = zipfile.ZIP_DEFLATED
                after.writestr(entry, without_thumbnail(before.read(name)))


def without_thumbnail(part: bytes) -> bytes:
    """Drop the relationship that points to the thumbnail."""
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", part)


FIXED_TIME = dt.datetime(2026, 1, 1)  # noqa: DTZ001  # Office files hold no zone

SETTINGS: dict[str, Callable[[list[Block], io.BytesIO], None]] = {
    "amina-yusuf.pdf": across_columns,
    "anh-dao-pham.pdf": side_column(1, 3),
    "earl-dombrowski.pdf": centred_serif,
    "jolene-haggerty.pdf": side_column(1, 4),
    "luis-fernando-ortega.pdf": one_column,
    "manuel-pacheco.pdf": table_of_machines,
    "marcus-villanueva.pdf": one_column,
    "mei-ling-chou.pdf": side_column(1, 3),
    "priya-venkataraman.pdf": one_column,
    "raymond-szczepanski.pdf": centred_serif,
    "samuel-okonkwo.pdf": centred_serif,
    "shawna-kirkpatrick.pdf": side_column(2, 3),
    "soren-halvorsen.pdf": side_column(1, 4),
    "vernon-blackhorse.pdf": side_column(3, 4),
    "darnell-whitfield.docx": word_tables,
    "deepak-raghunathan.docx": word_styles,
    "frank-deluca.docx": word_styles,
    "jesus-aguirre-leal.docx": word_styles,
    "kaitlyn-marsh.docx": word_styles,
    "oleksandr-hrytsenko.docx": word_styles,
    "tomasz-wieczorek.docx": word_styles,
    "tyler-schoonover.docx": word_styles,
}


def build(file_name: str) -> bytes:
    """Return the file that its source and its layout make."""
    text = (SOURCES / file_name).with_suffix(".txt").read_text(encoding="utf-8")
    target = io.BytesIO()
    SETTINGS[file_name](blocks_of(text), target)
    return target.getvalue()


if __name__ == "__main__":
    for name in SETTINGS:
        (RESUMES / name).write_bytes(build(name))
