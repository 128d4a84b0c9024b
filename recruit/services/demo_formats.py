"""Resumes of plain lines as files of every common kind, written with nothing but the standard library and Pillow.

A resume here is its name, and parts of a heading with lines below it. The files are as simple as their format
allows.
"""

import io
import json
import textwrap
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape
from types import MappingProxyType

from PIL import Image, ImageDraw, ImageFont

LETTER_POINTS = (612, 792)
MARGIN_POINTS = 54
LINE_POINTS = 13
LINES_OF_A_PAGE = 52
DOTS_PER_POINT = 150 / 72

# Nothing in a package or a message may tell when it was written: the same lines give the same bytes.
_DATE = (2024, 1, 1, 0, 0, 0)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODT_TYPE = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file is made of: whose resume it is, and its parts."""

    name: str
    parts: tuple[Part, ...]

    @property
    def lines(self) -> list[str]:
        """Every line, with an empty one before each heading."""
        return [self.name, *(line for part in self.parts for line in ("", part.heading, *part.lines))]


def as_txt(sheet: Sheet) -> bytes:
    """Write plain text."""
    return "\n".join(sheet.lines).encode()


def as_markdown(sheet: Sheet) -> bytes:
    """Write Markdown with headings and items."""
    parts = [f"## {part.heading}\n\n" + "".join(f"- {line}\n" for line in part.lines) for part in sheet.parts]
    return "\n".join([f"# {sheet.name}\n", *parts]).encode()


def as_html(sheet: Sheet) -> bytes:
    """Write a web page."""
    parts = [
        f"<h2>{escape(part.heading)}</h2><ul>"
        + "".join(f"<li>{escape(line)}</li>" for line in part.lines)
        + "</ul>"
        for part in sheet.parts
    ]
    head = f"<!doctype html><html><head><meta charset='utf-8'><title>{escape(sheet.name)}</title></head>"
    return f"{head}<body><h1>{escape(sheet.name)}</h1>{''.join(parts)}</body></html>".encode()


def as_rtf(sheet: Sheet) -> bytes:
    """Write rich text, all in one style."""

    def coded(line: str) -> str:
        signs = (f"\\{sign}" if sign in "\\{}" else sign for sign in line)
        return "".join(sign if sign.isascii() else f"\\u{ord(sign) & 0xFFFF}?" for sign in signs)

    body = "\\par\n".join(map(coded, sheet.lines))
    return f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Helvetica;}}}}\\f0\\fs20\n{body}\\par}}".encode("ascii")


def as_docx(sheet: Sheet) -> bytes:
    """Write a Word document of paragraphs."""
    rows = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in sheet.lines if line
    )
    types = f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    types += '"application/vnd.openxmlformats-package.relationships+xml"/>'
    types += f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/></Types>'
    link = f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/>'
    return _packed(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{rows}</w:body></w:document>',
        }
    )


def as_odt(sheet: Sheet) -> bytes:
    """Write an OpenDocument text of paragraphs."""
    rows = "".join(f"<text:p>{escape(line)}</text:p>" for line in sheet.lines if line)
    spaces = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'
    body = f"<office:body><office:text>{rows}</office:text></office:body>"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _ODT_TYPE), ("content.xml", "text/xml"))
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0">{entries}</manifest:manifest>'
    content = f'<office:document-content {spaces} office:version="1.2">{body}</office:document-content>'
    return _packed({"mimetype": _ODT_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest})


def as_eml(sheet: Sheet) -> bytes:
    """Write an e-mail whose body is the resume."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "sender@example.com", "jobs@example.com", "My resume"
    message["Message-ID"] = f"<{zlib.crc32(as_txt(sheet))}@example.com>"
    message.set_content("\n".join(sheet.lines))
    return message.as_bytes()


def as_json(sheet: Sheet) -> bytes:
    """Write a JSON Resume."""
    work = [{"name": part.heading, "highlights": part.lines} for part in sheet.parts[1:]]
    basics = {"name": sheet.name, "summary": "\n".join(sheet.parts[0].lines)}
    return json.dumps({"basics": basics, "work": work}, ensure_ascii=False).encode()


def as_pdf(sheet: Sheet) -> bytes:
    """Write a PDF of one column."""
    return _pdf([_drawn(page, MARGIN_POINTS) for page in _pages(sheet.lines, letters=92)])


def as_pdf_with_column(sheet: Sheet) -> bytes:
    """Write a PDF whose first part stands in a column at the side."""
    side = _wrapped([sheet.parts[0].heading, *sheet.parts[0].lines], letters=26)
    pages = _pages(Sheet(sheet.name, sheet.parts[1:]).lines, letters=62)
    first = _drawn(side[:LINES_OF_A_PAGE], MARGIN_POINTS) + _drawn(pages[0], 225)
    return _pdf([first, *(_drawn(page, 225) for page in pages[1:])])


def as_scan(sheet: Sheet) -> bytes:
    """Write a PDF whose pages are pictures."""
    font = ImageFont.load_default(10 * DOTS_PER_POINT)
    pictures = []
    for page in _pages(sheet.lines, letters=84):
        width, height = (round(side * DOTS_PER_POINT) for side in LETTER_POINTS)
        picture = Image.new("L", (width, height), "white")
        at = (MARGIN_POINTS * DOTS_PER_POINT,) * 2
        ImageDraw.Draw(picture).multiline_text(at, "\n".join(page), "black", font=font, spacing=6)
        pictures.append(picture)
    buffer = io.BytesIO()
    pictures[0].save(
        buffer, "PDF", save_all=True, append_images=pictures[1:], resolution=150, creationDate=None, modDate=None
    )
    return buffer.getvalue()


#: How each kind of file is written, by the ending of its name; pictures of pages stand last.
WRITERS: Mapping[str, Callable[[Sheet], bytes]] = MappingProxyType(
    {
        "txt": as_txt,
        "md": as_markdown,
        "html": as_html,
        "rtf": as_rtf,
        "docx": as_docx,
        "odt": as_odt,
        "eml": as_eml,
        "json": as_json,
        "pdf": as_pdf,
        "columns.pdf": as_pdf_with_column,
        "scan.pdf": as_scan,
    }
)


def _packed(text_by_path: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for path, text in text_by_path.items():
            # The first entry of an OpenDocument is read without unpacking.
            method = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(path, _DATE), text, method)
    return buffer.getvalue()


def _wrapped(lines: Sequence[str], *, letters: int) -> list[str]:
    return [row for line in lines for row in textwrap.wrap(line, letters) or [""]]


def _pages(lines: Sequence[str], *, letters: int) -> list[list[str]]:
    rows = _wrapped(lines, letters=letters)
    return [rows[start : start + LINES_OF_A_PAGE] for start in range(0, len(rows), LINES_OF_A_PAGE)]


def _drawn(lines: Sequence[str], left: float) -> bytes:
    """Draw lines below one another, in the words of a page description."""
    rows = [f"BT /F 10 Tf {LINE_POINTS} TL {left} {LETTER_POINTS[1] - MARGIN_POINTS} Td".encode()]
    for line in lines:
        coded = line.encode("cp1252", "replace").replace(b"\\", b"\\\\")
        rows.append(b"(" + coded.replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*")
    return b"\n".join([*rows, b"ET\n"])


def _pdf(contents: Sequence[bytes]) -> bytes:
    """Bind page descriptions into a file, set in Helvetica."""
    numbers = range(4, 4 + 2 * len(contents), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d/MediaBox[0 0 %d %d]>>" % (kids, len(contents), *LETTER_POINTS),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, content in zip(numbers, contents, strict=True):
        resources = b"/Resources<</Font<</F 3 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%b>>" % (number + 1, resources))
        packed = zlib.compress(content)
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed))
    output = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(output))
        output += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(places) + 1, b"".join(places))
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, len(output))
    return output + table + trailer
