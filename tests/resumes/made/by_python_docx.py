"""DOCX files by python-docx, with the parts of Word's format that it has no call for written as XML."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from docx import Document
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from fixture import Fixture
from texts import Part, Resume, load, truth_of

FIXED_TIME = dt.datetime(2026, 1, 1)  # noqa: DTZ001  # Office files hold no zone
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CHANGED = 'w:id="7" w:author="Reviewer" w:date="2026-01-01T00:00:00Z"'


def fixtures() -> Iterator[Fixture]:
    """Make every file of this producer."""
    for text_id, file, made, content, truth in (
        plain(),
        nested_tables(),
        text_box(),
        header_and_footer(),
        footnotes(),
        tracked_changes(),
        content_controls(),
        numbered_list(),
        two_columns(),
        runs_and_breaks(),
    ):
        yield Fixture(file=file, resume=text_id, made=f"python-docx, {made}", content=content, truth=truth)


Row = tuple[str, str, str, bytes, str]
Target = BlockItemContainer


# ---------------------------------------------------------------------------------------------------- the pieces


def saved(document: WordDocument, more: "dict[str, str] | None" = None) -> bytes:
    """Save with one time for all and without Word's sample thumbnail; ``more`` are further parts by name."""
    properties = document.core_properties
    properties.author, properties.created, properties.modified = "", FIXED_TIME, FIXED_TIME
    draft, target = io.BytesIO(), io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        parts = {name: before.read(name) for name in before.namelist() if not name.endswith("thumbnail.jpeg")}
        for name, text in (more or {}).items():
            parts[name] = text.encode()
            parts["[Content_Types].xml"] = with_footnotes_type(parts["[Content_Types].xml"])
            parts["word/_rels/document.xml.rels"] = with_footnotes_part(parts["word/_rels/document.xml.rels"])
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", part))
    return target.getvalue()


def with_footnotes_type(part: bytes) -> bytes:
    """Name the media type of the footnotes."""
    media = b"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    return part.replace(
        b"</Types>", b'<Override PartName="/word/footnotes.xml" ContentType="%s"/></Types>' % media
    )


def with_footnotes_part(part: bytes) -> bytes:
    """Relate the document to its footnotes."""
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    row = b'<Relationship Id="rIdNotes" Type="%s" Target="footnotes.xml"/>' % kind
    return part.replace(b"</Relationships>", row + b"</Relationships>")


def add_head(target: Target, resume: Resume) -> None:
    """Add name and contact."""
    target.add_paragraph(resume.name, style="Title")
    for line in resume.contact:
        target.add_paragraph(line)


def add_parts(target: Target, parts: Iterable[Part]) -> None:
    """Add parts with Word's own styles."""
    for part in parts:
        target.add_paragraph(part.heading, style="Heading 1")
        add_lines(target, part.lines)


def add_lines(target: Target, lines: Iterable[str]) -> None:
    """Add the lines of a part; neighbouring rows make a table."""
    table = None
    for line in lines:
        cells = line.split(" | ")
        if len(cells) == 1:
            table = None
            style = "List Bullet" if line.startswith("- ") else "Heading 2" if line.startswith("### ") else None
            target.add_paragraph(re.sub(r"^(- |### )", "", line), style=style)
            continue
        if table is None:
            table = target.add_table(rows=0, cols=len(cells))
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words


def add_xml(document: WordDocument, body: str) -> None:
    """Add elements of the body written as XML, before the last section's settings."""
    root = parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>")
    for element in list(root):
        document.element.body.insert(len(document.element.body) - 1, element)


def paragraph(text: str) -> str:
    """Write a paragraph as XML."""
    return f"<w:p>{run(text)}</w:p>"


def run(text: str, tag: str = "t") -> str:
    """Write a run as XML."""
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


# ------------------------------------------------------------------------------------------------------ documents


def plain_document(text_id: str) -> WordDocument:
    """Set a text with Word's own styles."""
    resume, document = load(text_id), Document()
    add_head(document, resume)
    add_parts(document, resume.parts)
    return document


def plain() -> Row:
    """Set headings, bullets and a table."""
    resume = load("haugerud-press-brake")
    content = saved(plain_document(resume.id))
    return resume.id, "Haugerud Lorna.docx", "headings, bullets, a table", content, resume.truth


def nested_tables() -> Row:
    """Set the page as a table of two cells; in the right one stands another table."""
    resume, document = load("haugerud-press-brake"), Document()
    side, main = resume.columns("Summary", "Training")
    add_head(document, resume)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, parts in ((left, side), (right, main)):
        cell.paragraphs[0].text = parts[0].heading
        add_lines(cell, parts[0].lines)
        add_parts(cell, parts[1:])
    # Word wants a paragraph after a table at the end of a cell.
    right.add_paragraph()
    document.add_paragraph()
    made = "a layout table with a nested table, left cell first"
    return resume.id, "haugerud nested.docx", made, saved(document), truth_of(resume.head, *side, *main)


def text_box() -> Row:
    """Put skills into a text box, which Word stores twice: once for itself, once for programs before 2010."""
    resume, document = load("ekdahl-cabinet"), Document()
    side, main = resume.columns("Skills", "Tools")
    add_head(document, resume)
    words = "".join(paragraph(line) for part in side for line in part.truth.splitlines())
    inside = f"<w:txbxContent>{words}</w:txbxContent>"
    shape = (
        '<wp:inline><wp:extent cx="2000000" cy="2000000"/><wp:docPr id="1" name="Text box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline>"
    )
    fallback = (
        f'<w:pict><v:shape style="width:160pt;height:160pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    )
    add_xml(
        document,
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    add_parts(document, main)
    made = "skills in a text box with the usual fallback copy: they must appear once"
    return resume.id, "ekdahl textbox.docx", made, saved(document), truth_of(resume.head, *side, *main)


def header_and_footer() -> Row:
    """Put name and contact into the page's header, and a line into its footer."""
    resume, document = load("oyelaran-heat-treat"), Document()
    header = document.sections[0].header
    header.paragraphs[0].text = resume.name
    for line in resume.contact:
        header.add_paragraph(line)
    footer = "References on request after the first interview"
    document.sections[0].footer.paragraphs[0].text = footer
    add_parts(document, resume.parts)
    made = "name and contact in the page header, a line in the footer"
    return resume.id, "Oyelaran.docx", made, saved(document), truth_of(resume.head, *resume.parts, footer)


def footnotes() -> Row:
    """Explain two lines in footnotes, which come at the end."""
    resume, document = load("delacroix-patternmaker"), Document()
    notes = ("Three of the four are still in use.", "Closed in 2016 when the foundry moved.")
    add_head(document, resume)
    add_parts(document, resume.parts)
    for number, start in ((1, "Naval"), (2, "Lakeside")):
        target = next(row for row in document.paragraphs if row.text.startswith(start))
        target._p.append(parse_xml(f'<w:r {NAMESPACES}><w:footnoteReference w:id="{number}"/></w:r>'))
    ordered = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + text)}</w:p></w:footnote>'
        for number, text in enumerate(notes, start=1)
    )
    part = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {NAMESPACES}>{ordered}</w:footnotes>'
    )
    content = saved(document, {"word/footnotes.xml": part})
    return resume.id, "delacroix notes.docx", "two footnotes", content, resume.truth + "\n".join(notes) + "\n"


def tracked_changes() -> Row:
    """Leave changes that nobody accepted: what was put in counts, what was struck out does not."""
    resume, document = load("petrosyan-edm"), Document()
    add_head(document, resume)
    struck = "Shop foreman of forty people and sole programmer"
    add_xml(document, f"<w:p><w:del {CHANGED}>{run(struck, 'delText')}</w:del></w:p>")
    put_in = "Open to second shift."
    for part in resume.parts[:-1]:
        add_parts(document, [part])
    last = resume.parts[-1]
    document.add_paragraph(last.heading, style="Heading 1")
    add_xml(
        document,
        f"<w:p>{run(last.lines[0] + ' ')}<w:ins {CHANGED}>{run(put_in)}</w:ins>"
        f"<w:del {CHANGED}>{run(' Days only.', 'delText')}</w:del></w:p>",
    )
    truth = truth_of(resume.head, *resume.parts[:-1], f"{last.truth} {put_in}")
    return resume.id, "petrosyan tracked.docx", "tracked changes, read as accepted", saved(document), truth


def content_controls() -> Row:
    """Fill a template whose places are content controls: around paragraphs, inside one, a list."""
    resume, document = load("castellanos-pipe-welder"), Document()
    head = "".join(paragraph(line) for line in resume.head.splitlines())
    add_xml(
        document, f'<w:sdt><w:sdtPr><w:alias w:val="Person"/></w:sdtPr><w:sdtContent>{head}</w:sdtContent></w:sdt>'
    )
    inline = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('pipe welder')}</w:sdtContent></w:sdt>"
    choice = (
        '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value="day"/><w:listItem w:value="night"/></w:dropDownList>'
        f"</w:sdtPr><w:sdtContent>{run('night shift')}</w:sdtContent></w:sdt>"
    )
    add_xml(document, f"<w:p>{run('Applying as ')}{inline}{run(', preferred ')}{choice}{run('.')}</w:p>")
    add_parts(document, resume.parts)
    asked = "Applying as pipe welder, preferred night shift."
    made = "content controls around and inside paragraphs"
    return (
        resume.id,
        "castellanos template.docx",
        made,
        saved(document),
        truth_of(resume.head, asked, *resume.parts),
    )


def numbered_list() -> Row:
    """Let Word count the items of a list: the numbers stand in no text of the file."""
    resume, document = load("abernathy-millwright"), Document()
    add_head(document, resume)
    first, *rest = resume.parts
    document.add_paragraph(first.heading, style="Heading 1")
    for line in first.lines:
        document.add_paragraph(line.partition(". ")[2], style="List Number")
    add_parts(document, rest)
    return resume.id, "abernathy numbered.docx", "a list numbered by Word", saved(document), resume.truth


def two_columns() -> Row:
    """Let the text below the head run through two columns of a section, with a break between them."""
    resume = load("moreau-laser")
    document = two_column_document(resume)
    made = "a section of two columns with a column break"
    return resume.id, "moreau columns.docx", made, saved(document), resume.truth


def two_column_document(resume: Resume) -> WordDocument:
    """Set a text in two columns below its head."""
    document = Document()
    add_head(document, resume)
    document.add_section(WD_SECTION.CONTINUOUS)
    columns = document.sections[-1]._sectPr.xpath("./w:cols")[0]
    columns.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}num", "2")
    add_parts(document, resume.parts[:4])
    document.paragraphs[-1].add_run().add_break(WD_BREAK.COLUMN)
    add_parts(document, resume.parts[4:])
    return document


def runs_and_breaks() -> Row:
    """Split words over runs, break lines by hand, part columns by tabs, and hide a word and a comment."""
    resume, document = load("fairweather-diesetter"), Document()
    add_head(document, resume)
    for part in resume.parts:
        document.add_paragraph(part.heading, style="Heading 1")
        for line in part.lines:
            written = document.add_paragraph()
            for piece in re.findall(r".{1,7}", line):
                written.add_run(piece).bold = len(piece) % 2 == 0
    hidden = document.add_paragraph().add_run("Template by Resume Depot, do not copy")
    hidden.font.hidden = True
    lines = document.add_paragraph("Shifts")
    lines.add_run().add_break()
    lines.add_run("nights\tyes")
    lines.add_run().add_break()
    lines.add_run("weekends\tno")
    made = "words split over runs, line breaks, tabs, hidden text"
    truth = resume.truth + "Shifts\nnights\tyes\nweekends\tno\n"
    return resume.id, "fairweather runs.docx", made, saved(document), truth
