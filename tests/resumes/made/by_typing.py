"""Files of letters: plain text in many encodings, Markdown, web pages, e-mail, JSON, RTF; and no resumes."""

import io
import json
import random
import re
import textwrap
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from quopri import encodestring

from fixture import Fixture
from made.by_hand import pages_of
from made.by_python_docx import plain_document, saved
from markup import head_of, page_of, sections_of
from texts import TEXTS, Part, Resume, load, truth_of

CRLF = "\r\n"
SECTOR = 512
END_OF_CHAIN, FREE, TABLE_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def fixtures() -> Iterator[Fixture]:
    """Make every file of this producer."""
    yield from plain_texts()
    yield markdown()
    yield web_page()
    yield word_web_page()
    yield mail_with_attachment()
    yield mail_with_body()
    yield mail_of_html()
    yield json_resume()
    yield rich_text()
    yield locked_word()
    yield locked_open_document()
    yield truncated_word()
    yield truncated_rtf()
    yield nothing()
    yield only_spaces()
    yield spreadsheet()
    yield too_many_pages()
    yield sound()


# --------------------------------------------------------------------------------------------------------- text


def typed(resume: Resume, *, columns: int = 76) -> str:
    """Type a text as people do: headings in capitals with a rule, items with a dash, lines broken at a width."""
    blocks = [resume.head]
    for part in resume.parts:
        rows = [part.heading, "-" * len(part.heading)]
        for line in part.lines:
            line = line.replace(" | ", "   ").removeprefix("### ")
            rows += textwrap.wrap(line, columns, subsequent_indent="  " if line.startswith("- ") else "")
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + "\n"


def plain_texts() -> Iterator[Fixture]:
    """Write texts in the encodings that still come in."""
    french, spanish, hungarian = map(
        load, ("delacroix-patternmaker", "castellanos-pipe-welder", "juhasz-apprentice")
    )
    windows = typed(spanish).replace("\n", CRLF)
    mojibake = typed(french).encode().decode("cp1252")
    for resume, file, made, content in (
        (french, "delacroix utf8.txt", "UTF-8, line ends of Linux", typed(french).encode()),
        (
            french,
            "delacroix bom.txt",
            "UTF-8 with a byte order mark, CRLF",
            typed(french).replace("\n", CRLF).encode("utf-8-sig"),
        ),
        (spanish, "castellanos 1252.txt", "Windows-1252, CRLF", windows.encode("cp1252")),
        (spanish, "castellanos utf16.txt", "UTF-16, little-endian, CRLF", windows.encode("utf-16")),
        (
            hungarian,
            "juhasz macroman.txt",
            "Mac Roman, CR alone",
            typed(hungarian).replace("\n", "\r").encode("mac-roman"),
        ),
        (french, "delacroix mojibake.txt", "UTF-8 that was once taken for Windows-1252", mojibake.encode()),
    ):
        yield Fixture(file=file, resume=resume.id, made=f"plain text, {made}", content=content, truth=resume.truth)
    yield marks_alone()


def marks_alone() -> Fixture:
    """Write Windows-1252 with bullets, dashes and apostrophes, and no letter that would tell the encoding."""
    resume = load("quimby-tool-grinder")

    def marked(text: str) -> str:
        text = re.sub(r"(\d{4}) to (\d{4})", "\\1\N{EN DASH}\\2", text)
        return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").replace("- ", "\N{BULLET}")

    return resume.fixture(
        "quimby 1252.txt",
        made="plain text, Windows-1252 with bullets, dashes and apostrophes, and no letter beyond ASCII",
        content=marked(typed(resume)).encode("cp1252"),
        truth=marked(typed(resume, columns=1000)),
    )


def markdown() -> Fixture:
    """Write Markdown with bold words, a link and a table."""
    resume = load("haugerud-press-brake")
    source = (TEXTS / f"{resume.id}.md").read_text(encoding="utf-8")
    source = re.sub(r"^(\w[^|\n]*) \| ([^|\n]*) \| (.*)$", r"| \1 | \2 | \3 |", source, flags=re.MULTILINE)
    source = source.replace("| Machine | Size | Years |", "| Machine | Size | Years |\n|---|---|---|")
    source = source.replace("Northshore Enclosures, Duluth", "**Northshore Enclosures**, Duluth")
    source = source.replace("OSHA 10 general industry", "[OSHA 10](https://example.com/osha) general industry")
    return resume.fixture(
        "haugerud.md", made="Markdown with a table, bold words and a link", content=source.encode()
    )


# ---------------------------------------------------------------------------------------------------------- web


def web_page() -> Fixture:
    """Write a page with entities, two columns by a table, and script, style and comment that are not content."""
    resume = load("juhasz-apprentice")
    side, main = resume.columns("Hours so far", "School")
    menu = "<nav><a href='#top'>Home</a></nav>"
    body = (
        f"<!-- template by nobody -->{menu}{head_of(resume)}<script>var visitors = 'Expert welder';</script>"
        f"<table><tr><td>{sections_of(side)}</td><td>{sections_of(main)}</td></tr></table>"
        "<noscript>Please turn on scripts</noscript><template>Drag a section here</template>"
        "<p hidden>Draft, not for readers</p><div style='display:none'>Keyword bait</div>"
    )
    html = page_of(resume, body, "td { vertical-align: top; }").replace("á", "&aacute;").replace("·", "&#183;")
    return resume.fixture(
        "juhasz.html",
        made="HTML with entities, a layout table, and script, comment and hidden parts that are not content",
        content=html.encode("ascii"),
        truth=truth_of(resume.head, *side, *main),
    )


def word_web_page() -> Fixture:
    """Write a page as Word does: paragraphs as list items, conditional comments, Windows-1252."""
    resume = load("castellanos-pipe-welder")
    rows = [f"<p class=MsoTitle><b>{escape(resume.name)}</b></p>"]
    rows += [f"<p class=MsoNormal>{escape(line)}<o:p></o:p></p>" for line in resume.contact]
    for part in resume.parts:
        rows.append(f"<h2>{escape(part.heading)}</h2>")
        for line in part.lines:
            bullet = (
                "<![if !supportLists]><span>&middot;&nbsp;&nbsp; </span><![endif]>"
                if line.startswith("- ")
                else ""
            )
            rows.append(f"<p class=MsoNormal>{bullet}{escape(line.removeprefix('- '))}</p>")
    head = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>CV</title>'
        "<!--[if gte mso 9]><xml><o:Author>Somebody Else</o:Author></xml><![endif]-->"
        "<style>p.MsoNormal { margin: 0in; }</style></head><body>"
    )
    return resume.fixture(
        "castellanos word export.htm",
        made="HTML as Word saves it, Windows-1252",
        content=(head + "\r\n".join(rows) + "</body></html>").encode("cp1252"),
    )


# --------------------------------------------------------------------------------------------------------- mail


def mail(headers: str, body: str) -> bytes:
    """Write a mail."""
    lines = (
        "Return-Path: <sender@example.com>",
        "Received: from mail.example.com by mx.example.com; Thu, 5 Mar 2026 08:12:44 -0600",
        "From: Sender <sender@example.com>",
        "To: jobs@example.com",
        "Date: Thu, 5 Mar 2026 08:12:40 -0600",
        "Message-ID: <20260305.1@example.com>",
        "MIME-Version: 1.0",
        *headers.splitlines(),
        "",
        *body.splitlines(),
    )
    return (CRLF.join(lines) + CRLF).encode("ascii")


def mail_with_attachment() -> Fixture:
    """Send a resume as attachment, with a short letter and a picture of a logo."""
    resume = load("quimby-tool-grinder")
    attached = b64encode(saved(plain_document(resume.id))).decode()
    logo = b64encode(
        bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
    )
    letter = "Good morning,\n\nplease find my resume attached.\n\nRegards\nA. Quimby"
    body = "\n".join(
        (
            "--part",
            "Content-Type: text/plain; charset=utf-8",
            "",
            letter,
            "--part",
            "Content-Type: image/gif; name=logo.gif",
            "Content-Disposition: inline; filename=logo.gif",
            "Content-Transfer-Encoding: base64",
            "",
            logo.decode(),
            "--part",
            "Content-Type: application/octet-stream; name=Resume.docx",
            "Content-Disposition: attachment; filename=Resume.docx",
            "Content-Transfer-Encoding: base64",
            "",
            *textwrap.wrap(attached, 76),
            "--part--",
        )
    )
    return resume.fixture(
        "Application Quimby.eml",
        made="e-mail with a DOCX attached, a letter and a logo",
        content=mail("Subject: Application\nContent-Type: multipart/mixed; boundary=part", body),
    )


def mail_with_body() -> Fixture:
    """Send a resume as the mail's own text, quoted-printable, subject encoded."""
    resume = load("castellanos-pipe-welder")
    body = encodestring(typed(resume).encode()).decode("ascii")
    headers = (
        "Subject: =?utf-8?q?No=C3=A9_Castellanos_Pe=C3=B1a?=\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    )
    return resume.fixture(
        "fwd castellanos.eml",
        made="e-mail with the resume as its body, quoted-printable",
        content=mail(headers, body),
    )


def mail_of_html() -> Fixture:
    """Send a resume as a web page with a poor copy in plain text beside it, as most mail programs do."""
    resume = load("abernathy-millwright")
    html = page_of(resume, head_of(resume) + sections_of(resume.parts))
    body = "\n".join(
        (
            "--either",
            "Content-Type: text/plain; charset=us-ascii",
            "",
            typed(resume),
            "--either",
            "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            *textwrap.wrap(b64encode(html.encode()).decode(), 76),
            "--either--",
        )
    )
    return resume.fixture(
        "abernathy.eml",
        made="e-mail with its text twice: plain and HTML",
        content=mail("Subject: millwright\nContent-Type: multipart/alternative; boundary=either", body),
    )


# ---------------------------------------------------------------------------------------------------------- JSON


def json_resume() -> Fixture:
    """Write a resume by the JSON Resume schema."""
    resume = load("nakagawa-swiss")
    summary = resume.part("Summary").lines[0]
    jobs = (
        ("South Bay Micro Machining", "Lead Swiss Programmer", "2020", "", resume.part("Experience").lines[4]),
        ("Channel Islands Orthopedics", "Swiss Machinist", "2014", "2019", resume.part("Experience").lines[9]),
    )
    body = {
        "$schema": "https://example.com/schema.json",
        "basics": {
            "name": resume.name,
            "label": resume.contact[0],
            "email": resume.contact[3],
            "phone": resume.contact[2],
            "summary": summary,
            "location": {"city": "Torrance", "region": "California"},
        },
        "work": [
            {
                "name": name,
                "position": title,
                "startDate": start,
                **({"endDate": end} if end else {}),
                "summary": told,
            }
            for name, title, start, end, told in jobs
        ],
        "education": [
            {
                "institution": "El Camino College",
                "studyType": "Associate of Science",
                "area": "Machine Tool Technology",
            }
        ],
        "certificates": [{"name": line} for line in resume.part("Certifications").lines],
        "skills": [{"name": "Swiss turning", "keywords": ["Esprit", "PartMaker", "thread whirling"]}],
        "languages": [{"language": "Japanese", "fluency": "professional working"}],
        "meta": {"version": "v1.0.0", "theme": "plain"},
    }
    told = [text for *_, text in jobs]
    truth = truth_of(resume.name, resume.contact[0], summary, *told, *resume.part("Certifications").lines)
    return resume.fixture(
        "resume.json",
        made="JSON Resume; the truth is what has one place however its fields are set",
        content=json.dumps(body, indent=2, ensure_ascii=False).encode(),
        truth=truth,
    )


# ----------------------------------------------------------------------------------------------------------- RTF


def rich_text() -> Fixture:
    """Write RTF as Word does: groups to be ignored, escapes of two kinds, a table, list text, a link, a header."""
    resume = load("delacroix-patternmaker")
    rows = []
    for part in resume.parts:
        rows.append(rf"\pard\plain\s1\b\fs28 {rtf(part.heading)}\par")
        for number, line in enumerate(part.lines):
            if part.heading == "Employment":
                cells = "".join(rf"{rtf(cell)}\cell " for cell in line.split(" — "))
                edges = "".join(rf"\cellx{3000 * (at + 1)}" for at in range(3))
                rows.append(rf"\trowd\trgaph108 {edges}\pard\intbl\plain\fs22 {cells}\row")
            else:
                mark = r"{\listtext\f3\'b7\tab}" if part.heading == "Projects" else ""
                half = len(line) // 2
                text = rf"{rtf(line[:half])}{{\b\i {rtf(line[half:])}}}"
                rows.append(
                    rf"\pard\plain\fs22 {mark}{text}\par {{\*\bkmkstart _p{number}}}{{\*\bkmkend _p{number}}}"
                )
    contact = resume.contact[1].replace(
        "helene.dr@example.com",
        r'{\field{\*\fldinst{HYPERLINK "mailto:helene.dr@example.com"}}{\fldrslt{\ul helene.dr@example.com}}}',
    )
    body = (
        r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman Times New Roman;}{\f3\ftech\fcharset2 Symbol;}}"
        r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}"
        r"{\*\generator Somebody's word processor;}{\info{\author Not the person}{\title Not the text}}"
        r"{\header\pard\plain " + rtf(resume.name) + r"\par}"
        r"\pard\plain " + rtf(resume.contact[0]) + r"\par\pard " + rtf(contact, raw=True) + r"\par "
        r"{\pict\pngblip\picw1\pich1 89504e470d0a1a0a0000}" + "\r\n".join(rows) + "}"
    )
    kept = tuple(
        Part(part.heading, tuple(line.replace(" — ", "\t") for line in part.lines))
        if part.heading == "Employment"
        else part
        for part in resume.parts
    )
    return resume.fixture(
        "delacroix by word.rtf",
        made="RTF as Word writes it: both kinds of escapes, a table, list text, a link, a picture, ignored groups",
        content=body.encode("ascii"),
        truth=truth_of(resume.head, *kept),
    )


def rtf(text: str, *, raw: bool = False) -> str:
    """Escape a text: Windows-1252 letters by their byte, others by their number with a replacement."""
    out = []
    for letter in text:
        if letter in "\\{}" and not raw:
            out.append(f"\\{letter}")
        elif letter < "\x7f":
            out.append(letter)
        elif ord(letter) < 256:
            out.append(f"\\'{ord(letter):02x}")
        else:
            out.append(f"\\u{ord(letter)}?")
    return "".join(out)


# ------------------------------------------------------------------------------------------------ what is refused


def refused(file: str, made: str, content: bytes, expected: str) -> Fixture:
    """Describe a file that cannot be read."""
    return Fixture(file=file, resume="", made=made, content=content, truth=None, expected=expected)


def noise_of(size: int) -> bytes:
    """Make bytes without meaning."""
    return random.Random(11).randbytes(size)  # noqa: S311  # the same file on every run


def locked_word() -> Fixture:
    """Lay out the container of a locked Word document; what stands in it is noise."""
    noise = noise_of(16 * SECTOR)
    content = compound({"EncryptionInfo": noise[: 8 * SECTOR], "EncryptedPackage": noise})
    return refused(
        "locked.docx", "compound file as Word writes it for a password, its package noise", content, "encrypted"
    )


def compound(streams: dict[str, bytes]) -> bytes:
    """Write a compound file of whole sectors: a header, the table of sectors, the directory, the streams."""
    chains, body = [TABLE_SECTOR, END_OF_CHAIN], b""
    entries = [entry("Root Entry", 5, END_OF_CHAIN, 0, child=1)]
    for number, (name, data) in enumerate(streams.items(), start=1):
        start = len(chains)
        count = len(data) // SECTOR
        chains += [*range(start + 1, start + count), END_OF_CHAIN]
        right = number + 1 if number < len(streams) else FREE
        entries.append(entry(name, 2, start, len(data), right=right))
        body += data
    entries += [b"\0" * 68 + b"\xff" * 12 + b"\0" * 48] * (4 - len(entries))
    chains += [FREE] * (SECTOR // 4 - len(chains))
    table = b"".join(number.to_bytes(4, "little") for number in chains)
    first = (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + bytes.fromhex("3e000300feff0900060000000000000000000000")
    )
    numbers = (1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0)
    header = first.ljust(44, b"\0") + b"".join(number.to_bytes(4, "little") for number in numbers)
    return header.ljust(SECTOR, b"\xff") + table + b"".join(entries) + body


def entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    """Write one entry of the directory."""
    written = (name + "\0").encode("utf-16-le")
    links = b"".join(number.to_bytes(4, "little") for number in (FREE, right, child))
    head = written.ljust(64, b"\0") + len(written).to_bytes(2, "little") + bytes([kind, 1]) + links
    return head.ljust(116, b"\0") + start.to_bytes(4, "little") + size.to_bytes(8, "little")


def locked_open_document() -> Fixture:
    """Lay out a locked OpenDocument text: its list of parts says how they are encrypted."""
    target = io.BytesIO()
    media = "application/vnd.oasis.opendocument.text"
    spaces = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{spaces}" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="4096">
<manifest:encryption-data manifest:checksum-type="{spaces}#sha256-1k" manifest:checksum="AAAA">
<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"
 manifest:initialisation-vector="AAAA"/>
<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32"
 manifest:iteration-count="100000" manifest:salt="AAAA"/>
</manifest:encryption-data></manifest:file-entry></manifest:manifest>"""
    parts = (
        ("mimetype", media.encode(), zipfile.ZIP_STORED),
        ("content.xml", noise_of(1024), zipfile.ZIP_STORED),
        ("META-INF/manifest.xml", manifest.encode(), zipfile.ZIP_DEFLATED),
    )
    with zipfile.ZipFile(target, "w") as package:
        for name, data, how in parts:
            one = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            one.compress_type = how
            package.writestr(one, data)
    made = "OpenDocument text whose parts are encrypted, as its manifest says"
    return refused("locked.odt", made, target.getvalue(), "encrypted")


def truncated_word() -> Fixture:
    """Cut a Word document off in the middle."""
    content = saved(plain_document("moreau-laser"))
    return refused(
        "moreau half.docx", "python-docx, cut off after half of its bytes", content[: len(content) // 2], "corrupt"
    )


def truncated_rtf() -> Fixture:
    """Cut an RTF document off in its table of fonts, before any text."""
    whole = rich_text().content
    return refused("cut.rtf", "RTF cut off before its text begins", whole[:90], "corrupt")


def nothing() -> Fixture:
    """Leave a file without a byte."""
    return refused("zero bytes.pdf", "0 bytes", b"", "empty")


def only_spaces() -> Fixture:
    """Leave nothing but spaces and line ends."""
    return refused("spaces.txt", "plain text, only spaces and line ends", b" \r\n\t \r\n" * 40, "empty")


def spreadsheet() -> Fixture:
    """Pack the skeleton of a spreadsheet."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), "<x/>")
    return refused("hours.xlsx", "the parts of a spreadsheet", target.getvalue(), "unsupported_type")


def too_many_pages() -> Fixture:
    """Make more pages than are read."""
    page = b"BT /F1 12 Tf 72 700 Td (A page of a handbook, not of a resume.) Tj ET\n"
    return refused("handbook.pdf", "raw PDF of 61 pages", pages_of([page] * 61), "too_large")


def sound() -> Fixture:
    """Record silence."""
    header = b"RIFF" + (836).to_bytes(4, "little") + b"WAVEfmt "
    header += bytes.fromhex("1000000001000100401f0000401f000001000800") + b"data" + (800).to_bytes(4, "little")
    return refused(
        "voice memo.wav", "WAV, a tenth of a second of silence", header + b"\x80" * 800, "unsupported_type"
    )
