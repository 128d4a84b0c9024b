"""What a file is, by its content: its name and what the browser said of it are never asked."""

import io
import re
import zipfile

import puremagic

from recruit.documents.plain import decode

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
DOC = "application/msword"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
EMAIL = "message/rfc822"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EPUB = "application/epub+zip"
PAGES = "application/vnd.apple.pages"
ZIP = "application/zip"
POSTSCRIPT = "application/postscript"
LOCKED_OFFICE = "application/x-encrypted-office"
OLD_OFFICE = "application/x-ole-storage"
UNKNOWN = "application/octet-stream"

NAMES = {
    PDF: "a PDF",
    DOCX: "a Word document (DOCX)",
    TEXT: "plain text",
    DOC: "an old Word document (DOC)",
    RTF: "a rich text document (RTF)",
    ODT: "an OpenDocument text (ODT)",
    HTML: "a web page (HTML)",
    EMAIL: "an e-mail",
    XLSX: "a spreadsheet (XLSX)",
    PPTX: "a presentation (PPTX)",
    EPUB: "an e-book (EPUB)",
    PAGES: "a Pages document",
    ZIP: "a packed folder (ZIP)",
    POSTSCRIPT: "a print file (PostScript)",
    LOCKED_OFFICE: "an Office document",
    OLD_OFFICE: "an old Office file",
    "image/jpeg": "a picture (JPEG)",
    "image/png": "a picture (PNG)",
    "image/gif": "a picture (GIF)",
    "image/webp": "a picture (WEBP)",
    "image/tiff": "a picture (TIFF)",
    "image/heic": "a picture (HEIC)",
    "image/bmp": "a picture (BMP)",
}

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1"})
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_EMAIL_HEADER = re.compile(
    r"(?:Received|Return-Path|From|To|Subject|Date|MIME-Version|Message-ID|Delivered-To):", re.I
)


def media_type_of(content: bytes) -> str:
    """Name the media type of a file from its bytes.

    A truncated file keeps the type it began as; whether it can be read is for its reader to say.

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
    # Some mail programs and web servers leave a few lines before the PDF's first.
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _packed_type(content)
    if content.startswith(_OLE):
        return _ole_type(content)
    if content.startswith(b"{\\rtf"):
        return RTF
    text = decode(content)
    if text is not None:
        return _text_type(text)
    return _signed_type(content)


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
    by_family = {"image": "a picture", "video": "a video", "audio": "a sound recording"}
    return NAMES.get(media_type) or by_family.get(media_type.partition("/")[0], "of an unknown kind")


def _packed_type(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = {entry.filename for entry in package.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RecursionError):
        names = _names_of_broken_package(content)
    lead = content[30:120]
    for mark, media_type in ((b"opendocument.text", ODT), (b"epub+zip", EPUB)):
        if lead.startswith(b"mimetype") and mark in lead:
            return media_type
    if "[Content_Types].xml" in names:
        for folder, media_type in (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX)):
            if any(name.startswith(folder) for name in names):
                return media_type
    return PAGES if "Index/Document.iwa" in names else ZIP


def _names_of_broken_package(content: bytes) -> set[str]:
    """File names from the local headers: all that is left when the end of a ZIP is cut off."""
    names = set()
    for match in re.finditer(rb"PK\x03\x04", content):
        start = match.start()
        length = int.from_bytes(content[start + 26 : start + 28], "little")
        names.add(content[start + 30 : start + 30 + length].decode("utf-8", errors="replace"))
    return names


def _ole_type(content: bytes) -> str:
    streams = (("EncryptedPackage", LOCKED_OFFICE), ("WordDocument", DOC))
    for stream, media_type in streams:
        if stream.encode("utf-16-le") in content:
            return media_type
    return OLD_OFFICE


def _text_type(text: str) -> str:
    if text.startswith("%!PS"):
        return POSTSCRIPT
    if _HTML_START.match(text[:4096]):
        return HTML
    head = text[:8192].partition("\n\n")[0] if "\r\n" not in text else text[:8192].partition("\r\n\r\n")[0]
    if _EMAIL_HEADER.match(head) and re.search(r"^(?:MIME-Version|Message-ID):", head, re.I | re.M):
        return EMAIL
    return TEXT


def _signed_type(content: bytes) -> str:
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return "image/heic"
    try:
        matches = puremagic.magic_string(content[:65536])
    except (puremagic.PureError, ValueError):
        return UNKNOWN
    # Signatures of two or three bytes are met by chance.
    certain = [match for match in matches if len(match.byte_match) >= 3 or match.mime_type.startswith("image/")]
    return certain[0].mime_type or UNKNOWN if certain else UNKNOWN
