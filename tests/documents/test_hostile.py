"""Files made to hurt whoever opens them: each ends in a reason, and the next document is read as ever."""

import email.message
import io
import json
import os
import socket
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from recruit.documents import Limits, read
from recruit.errors import UnreadableDocument
from recruit.vocabulary.shapes import Document

NEXT = "Tool grinder, nine years. Anca, Walter, Zoller presetter, runout under 5 µm."
QUICK = Limits(wall_seconds=15.0, cpu_seconds=10)
# The more, the longer: as many as a test run can wait for, and thousands where somebody looks for faults.
EXAMPLES = int(os.environ.get("RECRUIT_FUZZ_EXAMPLES", "60"))
PATIENT = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=EXAMPLES <= 60, suppress_health_check=list(HealthCheck)
)

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{WORD_MAIN}"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def outcome(content: bytes, **options: object) -> str:
    """What came of a file: the code of its refusal, or "read"."""
    try:
        document = read(content, **{"limits": QUICK, **options})
    except UnreadableDocument as error:
        return error.code
    assert isinstance(document, Document)
    assert document.text
    return "read"


@pytest.fixture(autouse=True)
def next_document_is_read() -> object:
    yield
    assert read(NEXT.encode()).text == NEXT


# ------------------------------------------------------------------------------------------------------- ZIP


def zipped(*files: tuple[str, bytes], level: int = 9) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in files:
            package.writestr(name, content)
    return buffer.getvalue()


def docx_of(body: str, *, before: str = "", text: str | None = None) -> bytes:
    part = text or f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(
        ("[Content_Types].xml", CONTENT_TYPES.encode()),
        ("_rels/.rels", RELATIONS.encode()),
        ("word/document.xml", part.encode()),
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def nested(levels: int) -> bytes:
    content = zipped(("zeros.txt", bytes(20_000_000)))
    for level in range(levels):
        content = zipped(*[(f"{level}-{copy}.zip", content) for copy in range(8)])
    return content


def overlapping(count: int) -> bytes:
    """A package whose directory names the same bytes many times."""
    content = zipped(("word/document.xml", bytes(10_000_000)))
    start = content.index(b"PK\x01\x02")
    entry, end = content[start : content.index(b"PK\x05\x06")], content[content.index(b"PK\x05\x06") :]
    tail = end[:8] + struct.pack("<HHII", count, count, len(entry) * count, start) + end[20:]
    return content[:start] + entry * count + tail


PACKED = {
    "flat bomb": lambda: docx_of("", text="<w:document>" + " " * 120_000_000),
    "nested bomb": lambda: nested(5),
    "overlapping bomb": lambda: overlapping(5000),
    "many files": lambda: zipped(*[(f"{number}.txt", b"x") for number in range(5000)]),
    "names with paths": lambda: zipped(("../../etc/passwd", b"x"), ("/etc/shadow", b"y"), ("a\nb\x1b[31m", b"z")),
    "cut off": lambda: docx_of(paragraph(NEXT))[:-60],
}


@pytest.mark.parametrize("make", PACKED.values(), ids=PACKED.keys())
def test_packed_file_made_to_hurt_is_refused(make: Callable[[], bytes]):
    assert outcome(make()) in {"too_large", "corrupt", "unsupported_type", "empty", "too_slow"}


# ------------------------------------------------------------------------------------------------------- XML


def laughs() -> str:
    rows = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    return f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{rows}]>'


def test_entities_that_multiply_are_not_expanded():
    document = docx_of(paragraph(f"{NEXT} &l9;"), before=laughs())
    assert outcome(document) in {"corrupt", "too_large", "read"}
    page = f"{laughs()}<html><body><p>{NEXT} &l9;</p></body></html>".encode()
    assert outcome(page) in {"corrupt", "too_large", "read", "unsupported_type", "no_text"}


def text_of(content: bytes) -> str:
    try:
        return read(content, limits=QUICK).text
    except UnreadableDocument as error:
        return str(error)


@pytest.mark.parametrize("form", ["docx", "html", "xml"])
def test_entities_of_the_outside_are_never_opened(tmp_path: Path, form: str):
    secret = tmp_path / "secret.txt"
    secret.write_text("the combination is 1234")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        places = (secret.as_uri(), f"http://127.0.0.1:{listener.getsockname()[1]}/resume.dtd")
        for place in places:
            before = f'<!DOCTYPE d SYSTEM "{place}" [<!ENTITY x SYSTEM "{place}">]>'
            content = {
                "docx": docx_of(paragraph(f"{NEXT} &x;"), before=before),
                "html": f'{before}<html><body><img src="{place}"><p>{NEXT} &x;</p></body></html>'.encode(),
                "xml": f'<?xml version="1.0"?>{before}<d>{NEXT} &x;</d>'.encode(),
            }[form]
            assert "1234" not in text_of(content)
        with pytest.raises(TimeoutError):
            listener.accept()


# ------------------------------------------------------------------------------------------------------- PDF


def pdf_of(*objects: bytes, root: int = 1) -> bytes:
    """A file of these objects, numbered from 1."""
    output = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(output))
        output += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, len(output))
    return output + head + table + trailer


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content), content)


def zeros(count: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(count // 1_000_000)), packer.flush()])


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FLATE = b"/Filter/FlateDecode"


def page(resources: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<%b>>>>" % resources


def pdf_with_content(content: bytes) -> bytes:
    return pdf_of(CATALOG, PAGES, page(), content)


def pdf_with_picture(entries: bytes, content: bytes) -> bytes:
    draw = stream(b"q 600 0 0 700 0 0 cm /I Do Q")
    picture = stream(content, b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8" + entries)
    return pdf_of(CATALOG, PAGES, page(b"/XObject<</I 5 0 R>>"), draw, picture)


def pdf_with_pages(count: int) -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(count))
    return pdf_of(CATALOG, b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), page(), stream(b""))


def pdf_that_draws_itself() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</XObject<</F 5 0 R/G 5 0 R>>>>"
    return pdf_of(
        CATALOG, PAGES, page(b"/XObject<</F 5 0 R>>"), stream(b"/F Do"), stream(b"/F Do /G Do " * 50, form)
    )


def pdf_whose_pages_hold_themselves() -> bytes:
    return pdf_of(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>")


def pdf_with_forms_in_forms() -> bytes:
    """Each form draws the next one ten times: ten to the twelfth drawings."""
    forms = [
        stream(
            b"/F Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % after
        )
        for after in range(6, 18)
    ]
    last = stream(b"0 0 5 5 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return pdf_of(CATALOG, PAGES, page(b"/XObject<</F 5 0 R>>"), stream(b"/F Do"), *forms, last)


PDFS = {
    "stream of 300 MB": lambda: pdf_with_content(stream(zeros(300_000_000), FLATE)),
    "stream packed twice": lambda: pdf_with_content(
        stream(zlib.compress(zeros(300_000_000), 9), b"/Filter[/FlateDecode/FlateDecode]")
    ),
    "object stream of 300 MB": lambda: pdf_of(
        CATALOG,
        PAGES,
        page(),
        stream(b""),
        stream(zeros(300_000_000), b"/Type/ObjStm/N 10000/First 90000" + FLATE),
    ),
    "picture of 300 MB": lambda: pdf_with_picture(b"/Width 17320/Height 17320" + FLATE, zeros(300_000_000)),
    "picture of 100,000 by 100,000": lambda: pdf_with_picture(
        b"/Width 100000/Height 100000" + FLATE, zeros(1_000_000)
    ),
    "100,000 pages": lambda: pdf_with_pages(100_000),
    "form that draws itself": pdf_that_draws_itself,
    "forms within forms": pdf_with_forms_in_forms,
    "pages that hold themselves": pdf_whose_pages_hold_themselves,
    "deep arrays": lambda: pdf_of(CATALOG, b"[" * 200_000, page(), stream(b"")),
    "page of no size": lambda: pdf_of(CATALOG, PAGES, page().replace(b"612 792", b"0 0"), stream(b"")),
    "page as large as numbers go": lambda: pdf_of(CATALOG, PAGES, page().replace(b"612", b"9" * 40), stream(b"")),
    "head alone": lambda: b"%PDF-1.7\n",
    "endless operators": lambda: pdf_with_content(stream(zlib.compress(b"q " * 20_000_000, 9), FLATE)),
}


@pytest.mark.parametrize("make", PDFS.values(), ids=PDFS.keys())
def test_pdf_made_to_hurt_is_refused(make: Callable[[], bytes]):
    assert outcome(make()) in {"too_large", "corrupt", "empty", "needs_ocr", "too_slow", "no_text"}


# -------------------------------------------------------------------------------------------------- pictures


def png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack("!I", len(content)) + kind + content + struct.pack("!I", zlib.crc32(kind + content))

    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zeros(9_000_000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(100_000, 100_000), (2**31 - 1, 2**31 - 1), (0, 0), (1, 2**31 - 1)])
def test_huge_picture_is_refused(size: tuple[int, int]):
    assert outcome(png_of(*size)) in {"too_large", "corrupt", "needs_ocr", "empty"}


# ------------------------------------------------------------------------------- what is no honest file at all


def tarred() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as package:
        package.addfile(tarfile.TarInfo("resume.txt"))
    return buffer.getvalue()


def small_files() -> dict[str, bytes]:
    message = email.message.EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "ana@example.com", "Resume", "<1@example.com>"
    message.set_content(NEXT)
    picture = io.BytesIO()
    Image.new("L", (40, 30), 255).save(picture, "PNG")
    odt = zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
        level=0,
    )
    text = b"BT /F 12 Tf 72 700 Td (%b) Tj ET" % NEXT.encode("ascii", "replace")
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    return {
        "txt": NEXT.encode(),
        "utf-16": NEXT.encode("utf-16"),
        "pdf": pdf_of(CATALOG, PAGES, page(font), stream(text)),
        "docx": docx_of(paragraph(NEXT)),
        "odt": odt,
        "rtf": b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Tool grinder\\par\\trowd\\cellx900 Anca\\cell\\row}",
        "html": f"<!doctype html><html><body><h1>Ana</h1><p>{NEXT}</p></body></html>".encode(),
        "markdown": f"# Ana\n\n* {NEXT}\n* [site](https://ana.example)\n".encode(),
        "json": json.dumps({"basics": {"name": "Ana"}, "work": [{"position": NEXT}]}).encode(),
        "eml": message.as_bytes(),
        "png": picture.getvalue(),
        "doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(2000),
        "tar": tarred(),
    }


SMALL = small_files()
SIGNATURES = (
    b"%PDF-1.7\n", b"PK\x03\x04", b"PK\x05\x06", b"{\\rtf1", bytes.fromhex("d0cf11e0a1b11ae1"),
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\x00", b"MM\x00*",
    b"RIFF\x00\x00\x00\x00WEBP", b"BM",
    b"\x00\x00\x00\x18ftypheic", b"\x1f\x8b\x08", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"<!doctype html>",
    b"<?xml version='1.0'?>", b"From: a\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"%!PS", b'{"basics":',
    b"MIME-Version: 1.0\n",
)  # fmt: skip


@pytest.mark.parametrize("first", ["pdf", "docx", "png", "rtf"])
@pytest.mark.parametrize("second", ["pdf", "docx", "html"])
def test_file_of_two_kinds_ends_in_one_of_them(first: str, second: str):
    assert outcome(SMALL[first] + SMALL[second])


@pytest.mark.parametrize("kind", SMALL)
@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_file_cut_off_ends_in_text_or_a_reason(kind: str, share: float):
    assert outcome(SMALL[kind][: max(1, int(share * len(SMALL[kind])))])


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\nb.pdf", "\x1b[2Jx.txt", "x" * 5000, "\x00", "\u202efdp.exe"]
)
def test_name_made_to_hurt_is_shown_as_one_short_line(name: str):
    with pytest.raises(UnreadableDocument) as caught:
        read(b"", name=name)
    shown = str(caught.value)
    assert shown.isprintable()
    assert len(shown) < 400


# ---------------------------------------------------------------------------------------------- any bytes at all


@PATIENT
@given(st.binary(max_size=3000))
def test_any_bytes_end_in_text_or_a_reason(content: bytes):
    assert outcome(content)


@PATIENT
@given(st.sampled_from(SIGNATURES), st.binary(max_size=2000))
def test_any_bytes_behind_a_signature_end_in_text_or_a_reason(signature: bytes, content: bytes):
    assert outcome(signature + content)


@PATIENT
@given(st.data())
def test_any_change_of_a_file_ends_in_text_or_a_reason(data: st.DataObject):
    content = bytearray(SMALL[data.draw(st.sampled_from(sorted(SMALL)))])
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, max_size=12)):
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    start, end = sorted((data.draw(places), data.draw(places)))
    match data.draw(st.sampled_from(["flip", "cut", "splice", "repeat"])):
        case "cut":
            del content[start:end]
        case "splice":
            content[start:end] = SMALL[data.draw(st.sampled_from(sorted(SMALL)))]
        case "repeat":
            content[start:start] = content[start:end] * data.draw(st.integers(1, 20))
    assert outcome(bytes(content))
