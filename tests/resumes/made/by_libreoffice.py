"""Files as LibreOffice saves and exports them: DOC, RTF, ODT, DOCX and PDF, from what python-docx makes."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from fixture import Fixture
from made.by_python_docx import add_head, add_parts, plain_document, saved, two_column_document
from texts import load, truth_of

FOOTER = "Available from the first of next month"


def fixtures() -> Iterator[Fixture]:
    """Make every file of this producer."""
    yield converted("castellanos-pipe-welder", "doc", "Castellanos Peña.doc", "DOC, accents")
    yield converted("haugerud-press-brake", "doc", "haugerud_table.doc", "DOC with a table")
    yield converted("delacroix-patternmaker", "rtf", "delacroix-royne.rtf", "RTF, accents and prime marks")
    yield converted("haugerud-press-brake", "rtf", "haugerud resume.rtf", "RTF with a table")
    yield converted("quimby-tool-grinder", "odt", "quimby.odt", "ODT")
    yield converted("haugerud-press-brake", "odt", "haugerud_table.odt", "ODT with a table and bullets")
    yield converted("juhasz-apprentice", "docx", "Juhász Ilka.docx", "DOCX saved by LibreOffice")
    yield converted("fairweather-diesetter", "pdf", "Fairweather_Constance.pdf", "PDF export, one column")
    yield converted("haugerud-press-brake", "pdf", "haugerud_lo.pdf", "PDF export with a table")
    for target in ("doc", "rtf", "odt", "pdf"):
        yield with_header(target)
    yield side_by_table()
    yield two_columns()


def convert(document: WordDocument, target: str) -> bytes:
    """Let LibreOffice open a document and save it as another kind."""
    filters = {
        "pdf": "pdf:writer_pdf_Export:SelectPdfVersion=0",
        "doc": "doc:MS Word 97",
        "rtf": "rtf:Rich Text Format",
    }
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.docx")
        source.write_bytes(saved(document))
        out = Path(folder, "out")
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        subprocess.run(
            [*command, filters.get(target, target), "--outdir", str(out), str(source)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return (out / f"source.{target}").read_bytes()


def converted(text_id: str, target: str, file: str, made: str) -> Fixture:
    """Convert a plain document."""
    content = convert(plain_document(text_id), target)
    truth = load(text_id).truth
    return Fixture(file=file, resume=text_id, made=f"LibreOffice, {made}", content=content, truth=truth)


def with_header(target: str) -> Fixture:
    """Convert a document with the contact in its header and a line in its footer."""
    resume, document = load("tolliver-anodizing"), Document()
    header = document.sections[0].header
    header.paragraphs[0].text = resume.name
    for line in resume.contact:
        header.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = FOOTER
    add_parts(document, resume.parts)
    return resume.fixture(
        f"tolliver header.{target}",
        made=f"LibreOffice, {target.upper()} with the contact in the page header and a footer",
        content=convert(document, target),
        truth=truth_of(resume.head, *resume.parts, FOOTER),
    )


def side_by_table() -> Fixture:
    """Convert a page whose two columns are a table without rules."""
    resume, document = load("juhasz-apprentice"), Document()
    side, main = resume.columns("Hours so far", "School")
    add_head(document, resume)
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, parts in ((left, side), (right, main)):
        cell.paragraphs[0].text = parts[0].heading
        for line in parts[0].lines:
            cell.add_paragraph(line.removeprefix("- "))
        add_parts(cell, parts[1:])
    return resume.fixture(
        "juhasz_lo_columns.pdf",
        made="LibreOffice, PDF export, two columns by a table without rules",
        content=convert(document, "pdf"),
        truth=truth_of(resume.head, *side, *main),
    )


def two_columns() -> Fixture:
    """Convert a section of two columns."""
    resume = load("moreau-laser")
    return resume.fixture(
        "moreau_lo_section.pdf",
        made="LibreOffice, PDF export, a section of two columns",
        content=convert(two_column_document(resume), "pdf"),
    )
