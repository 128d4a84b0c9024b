"""What a file is, by its content: its name and what the browser said of it are never asked."""

import re

from recruit.documents import refusals
from recruit.documents.filetypes import signatures
from recruit.documents.filetypes.packed_kinds import (
    DOCX,
    EPUB,
    ODP,
    ODS,
    ODT,
    PAGES,
    PPTX,
    XLSX,
    XPS,
    ZIP,
    packed_type,
)
from recruit.documents.filetypes.text_kinds import (
    DAMAGED_TEXT,
    EMAIL,
    FODT,
    HTML,
    JSON,
    LATEX,
    MARKDOWN,
    MHTML,
    POSTSCRIPT,
    RTF,
    SCRIPT,
    SVG,
    TEXT,
    WORD_XML,
    XML,
    head_of,
    is_damaged_text,
    text_type,
)
from recruit.errors import UnreadableDocument

__all__ = [
    "DAMAGED_TEXT",
    "DOC",
    "DOCX",
    "EMAIL",
    "EPUB",
    "FODT",
    "HTML",
    "JSON",
    "LATEX",
    "LOCKED_OFFICE",
    "MARKDOWN",
    "MHTML",
    "MSG",
    "NAMES",
    "ODP",
    "ODS",
    "ODT",
    "OLD_OFFICE",
    "PAGES",
    "PDF",
    "POSTSCRIPT",
    "PPTX",
    "RTF",
    "SCRIPT",
    "SVG",
    "TEXT",
    "TWO_KINDS",
    "UNKNOWN",
    "WORD_XML",
    "XLSX",
    "XML",
    "XPS",
    "ZIP",
    "media_type_of",
    "name_of",
    "refusal_of",
]

PDF = "application/pdf"
DOC = "application/msword"
MSG = "application/vnd.ms-outlook"
LOCKED_OFFICE = "application/x-encrypted-office"
OLD_OFFICE = "application/x-ole-storage"
TWO_KINDS = "application/x-two-kinds"
UNKNOWN = signatures.UNKNOWN

NAMES = {
    PDF: "a PDF",
    DOCX: "a Word document (DOCX)",
    TEXT: "plain text",
    DOC: "an old Word document (DOC)",
    RTF: "a rich text document (RTF)",
    ODT: "an OpenDocument text (ODT)",
    FODT: "an OpenDocument text (FODT)",
    HTML: "a web page (HTML)",
    MHTML: "a saved web page (MHTML)",
    MARKDOWN: "a Markdown text",
    EMAIL: "an e-mail",
    MSG: "an Outlook message (MSG)",
    JSON: "a JSON file",
    XLSX: "a spreadsheet (XLSX)",
    ODS: "a spreadsheet (ODS)",
    PPTX: "a presentation (PPTX)",
    ODP: "a presentation (ODP)",
    EPUB: "an e-book (EPUB)",
    PAGES: "a Pages document",
    XPS: "a print file (XPS)",
    ZIP: "a packed folder (ZIP)",
    POSTSCRIPT: "a print file (PostScript)",
    LATEX: "a LaTeX source",
    SCRIPT: "a program",
    SVG: "a drawing (SVG)",
    WORD_XML: "a Word document in XML",
    XML: "an XML file",
    LOCKED_OFFICE: "an Office document",
    OLD_OFFICE: "an old Office file",
    TWO_KINDS: "a file of two kinds at once",
    DAMAGED_TEXT: "a damaged text",
    "application/vnd.ms-excel": "an old spreadsheet (XLS)",
    "application/vnd.ms-powerpoint": "an old presentation (PPT)",
    "application/x-mspublisher": "a Publisher document",
    "application/x-executable": "a program",
    "application/x-7z-compressed": "a packed folder (7z)",
    "application/vnd.rar": "a packed folder (RAR)",
    "application/gzip": "a packed file (GZ)",
    "application/x-bzip2": "a packed file (BZ2)",
    "application/x-xz": "a packed file (XZ)",
    "application/zstd": "a packed file (ZST)",
    "application/x-tar": "a packed folder (TAR)",
    "application/vnd.ms-cab-compressed": "a packed folder (CAB)",
    "application/vnd.wordperfect": "a WordPerfect document",
    "application/vnd.ms-tnef": "an Outlook attachment (winmail.dat)",
    "application/vnd.sqlite3": "a database",
    "image/jpeg": "a picture (JPEG)",
    "image/png": "a picture (PNG)",
    "image/gif": "a picture (GIF)",
    "image/webp": "a picture (WEBP)",
    "image/tiff": "a picture (TIFF)",
    "image/heic": "a picture (HEIC)",
    "image/avif": "a picture (AVIF)",
    "image/bmp": "a picture (BMP)",
    "image/jp2": "a picture (JPEG 2000)",
    "image/vnd.djvu": "a scanned book (DjVu)",
    "image/vnd.adobe.photoshop": "a picture (Photoshop)",
}

_NO_DOCUMENTS = frozenset({SCRIPT, "application/x-executable", "application/vnd.sqlite3"})
_NO_DOCUMENT_FAMILIES = ("video/", "audio/", "font/")

# Some mail programs, printers and web servers leave a few lines before the PDF's first.
PDF_STARTS_WITHIN = 1024
_TRAILER_WITHIN = 2048
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_STREAMS = (
    ("EncryptedPackage", LOCKED_OFFICE),
    ("__properties_version1.0", MSG),
    ("WordDocument", DOC),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Quill", "application/x-mspublisher"),
)
_ENTRIES_TO_TRUST = 16 * 128
_END_OF_ZIP = b"PK\x05\x06"
_END_OF_ZIP_BYTES = 22
_LONGEST_ZIP_COMMENT = 65_535
_ACTIVE_CONTENT = re.compile(rb"<script|<html|<\?php|<body", re.IGNORECASE)


def media_type_of(content: bytes) -> str:
    """Name the media type of a file from its bytes.

    What the file begins as counts. A truncated file keeps the type it began as; whether it can be read is for its
    reader to say. One that another program would open as another kind is ``TWO_KINDS``.

    Parameters
    ----------
    content : bytes
        A whole file, not empty.

    Returns
    -------
    str
        One of the constants here, another ``type/subtype`` for kinds only known from their signature, or
        ``application/octet-stream``.

    Examples
    --------
    >>> media_type_of(b"%PDF-1.7 ...")
    'application/pdf'
    >>> media_type_of("5 years on Haas, ±.0005".encode("utf-16"))
    'text/plain'
    """
    if content.startswith(b"PK"):
        media_type = packed_type(content)
        if media_type is not None:
            is_also_pdf = media_type != ZIP and b"%PDF-" in content[:PDF_STARTS_WITHIN]
            return media_type if media_type and not is_also_pdf else TWO_KINDS
    media_type = _unpacked_type(content)
    return TWO_KINDS if _is_zip_behind(content) and media_type not in {"application/x-executable"} else media_type


def name_of(media_type: str) -> str:
    """Name a media type for people, with its article.

    Parameters
    ----------
    media_type : str
        What ``media_type_of`` gave.

    Returns
    -------
    str
        Plain words.

    Examples
    --------
    >>> name_of("image/png"), name_of("video/mp4"), name_of("application/octet-stream")
    ('a picture (PNG)', 'a video', 'of an unknown kind')
    """
    by_family = {"image": "a picture", "video": "a video", "audio": "a sound recording", "font": "a typeface"}
    return NAMES.get(media_type) or by_family.get(media_type.partition("/")[0], "of an unknown kind")


def refusal_of(media_type: str) -> UnreadableDocument:
    """Say why a file without a reader is not read, and what its owner can do.

    Parameters
    ----------
    media_type : str
        What ``media_type_of`` gave.

    Returns
    -------
    UnreadableDocument
        To be raised.

    Examples
    --------
    >>> refusal_of(LOCKED_OFFICE).code, refusal_of("video/mp4").code
    ('encrypted', 'unsupported_type')
    """
    if media_type == LOCKED_OFFICE:
        return refusals.encrypted("Office document")
    if media_type == TWO_KINDS:
        return refusals.two_kinds()
    if media_type == MSG:
        return refusals.outlook_message()
    if media_type == DAMAGED_TEXT:
        return refusals.damaged_text()
    if media_type == UNKNOWN:
        return refusals.unknown_kind()
    name = name_of(media_type)
    if media_type.startswith("image/"):
        return refusals.picture(name)
    if name.startswith("a packed"):
        return refusals.packed(name)
    if media_type in _NO_DOCUMENTS or media_type.startswith(_NO_DOCUMENT_FAMILIES):
        return refusals.no_document(name)
    return refusals.unsupported(name)


def _unpacked_type(content: bytes) -> str:
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(_OLE):
        return _ole_type(content)
    signed = signatures.signed_type(content[:512])
    head = "" if signed else head_of(content)
    found = signed or (text_type(head) if head is not None else None)
    pdf_at = content.find(b"%PDF-", 0, PDF_STARTS_WITHIN)
    if pdf_at > 0 and (content[pdf_at - 1 : pdf_at] in {b"\n", b"\r"} or content.find(b" obj", pdf_at) > 0):
        return _type_with_pdf_inside(found, content)
    if signed and signed.startswith("image/") and _holds_active_content(content):
        return TWO_KINDS
    if found is None and is_damaged_text(content):
        return DAMAGED_TEXT
    return found or signatures.rarely_met_type(content)


def _type_with_pdf_inside(outer: str | None, content: bytes) -> str:
    """Lines before a PDF are let pass; the beginning of another kind of file is not, where both are whole."""
    if outer in {None, TEXT, UNKNOWN}:
        return PDF
    is_whole = b"startxref" in content[-_TRAILER_WITHIN:]
    return TWO_KINDS if is_whole and outer != EMAIL else outer


def _holds_active_content(picture: bytes) -> bool:
    return any(_ACTIVE_CONTENT.search(part) for part in (picture[:1024], picture[-1024:]))


def _is_zip_behind(content: bytes) -> bool:
    """Whether the file ends as a ZIP ends, to the byte: programs that unpack begin at the end."""
    end = content.rfind(_END_OF_ZIP, max(0, len(content) - _END_OF_ZIP_BYTES - _LONGEST_ZIP_COMMENT))
    if end < 0 or content[end + 8 : end + 12] == bytes(4):
        return False
    return end + _END_OF_ZIP_BYTES + int.from_bytes(content[end + 20 : end + 22], "little") == len(content)


def _ole_type(content: bytes) -> str:
    """Kind by the names of its streams; those of the file itself stand in its directory, before any attached."""
    sector_bytes = 1 << min(content[30], 12) if len(content) > 30 else 512
    start = (int.from_bytes(content[48:52], "little") + 1) * sector_bytes
    for region in (content[start : start + _ENTRIES_TO_TRUST], content):
        for stream, media_type in _OLE_STREAMS:
            if stream.encode("utf-16-le") in region:
                return media_type
    return OLD_OFFICE
