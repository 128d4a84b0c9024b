"""Which kind of text a text is: a web page, a mail, Markdown, or simply text."""

import codecs
import re

from recruit.documents.plain_text.plain import MAX_CONTROL_SHARE, encoding_of_wide

TEXT = "text/plain"
HTML = "text/html"
MHTML = "multipart/related"
EMAIL = "message/rfc822"
MARKDOWN = "text/markdown"
RTF = "application/rtf"
JSON = "application/json"
FODT = "application/vnd.oasis.opendocument.text-flat-xml"
POSTSCRIPT = "application/postscript"
LATEX = "application/x-tex"
SCRIPT = "text/x-script"
SVG = "image/svg+xml"
WORD_XML = "application/msword+xml"
XML = "application/xml"

DAMAGED_TEXT = "text/x-damaged"

HEAD_BYTES = 16_384
"""How much of a file its kind is told from; a multiple of four, for wide letters."""
SMALLEST_SHARE_OF_TEXT = 0.2
"""Of a damaged text's bytes; the rest are zeros. Kinds of file that nobody knows have other controls, too."""
FEWEST_HEADINGS = 3
"""Lines with two number signs or more; fewer are Markdown only beside another mark of it."""
FEWEST_BOLD = 2

_PLAIN_WORD = re.compile(r"[A-Za-z]{2,}")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PROLOG = r"\s*(?:<\?xml[^>]*>\s*)?(?:<\?mso[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
_HTML_START = re.compile(rf"{_PROLOG}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
# A piece of a page, as programs that collect resumes keep it.
_HTML_BLOCKS = "title|style|div|p|table|ul|ol|dl|h[1-6]|span|font|center|section|article|main|b|strong"
_HTML_PIECE = re.compile(
    rf"{_PROLOG}<(?:meta|link|br|{_HTML_BLOCKS})(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_HTML_END = re.compile(rf"</(?:{_HTML_BLOCKS})>|<br", re.IGNORECASE)
# What a page declares of its own, entities for example, stands in brackets.
_DOCTYPE = r"<!DOCTYPE[^>\[]*(?:\[(?:(?!\]\s*>).)*\]\s*)?>"
_XML_START = re.compile(rf"{_PROLOG}(?:{_DOCTYPE}\s*)?<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]", re.DOTALL)
_JSON_START = re.compile(
    r"\s*(?:\{\s*\"[^\"\n]{0,80}\"\s*:|\{\s*\}\s*$|\[\s*(?:\{\s*[\"}]|\[|\"[^\"\n]*\"\s*[,\]]|\]\s*$))"
)
_SCRIPT_START = re.compile(r"#!\s*/|<\?php\b|@echo off\b", re.IGNORECASE)
_LATEX_START = re.compile(r"(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle|NeedsTeXFormat)\b")
_MAIL_HEAD = re.compile(r"(?:From [^\n]*\n)?((?:[!-9;-~]{2,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+)(?:\n|[^\n]*\Z)")
_MAIL_PROOF = re.compile(r"^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature):", re.I | re.M)
_MAIL_START = re.compile(
    r"(?:From |(?:Received|Return-Path|From|To|Cc|Subject|Date|MIME-Version|Message-ID|Delivered-To|Reply-To|"
    r"Sender|Content-[\w-]+|DKIM-Signature|ARC-[\w-]+|Authentication-Results|Thread-[\w-]+|Snapshot-[\w-]+|"
    r"X-[\w-]+):)",
    re.IGNORECASE,
)
_TRAVELLED = re.compile(r"^(?:Received|Return-Path|Delivered-To|Message-ID|To|DKIM-Signature):", re.I | re.M)
_SAVED_PAGE = re.compile(
    r"^(?:Snapshot-Content-Location|Content-Location):|Produced By Microsoft MHTML|Saved by ", re.I | re.M
)

_MARKDOWN_HEADING = re.compile(r"^#{2,6}[ \t]+[^\s#]", re.MULTILINE)
_MARKDOWN_TITLE = re.compile(r"\A\s*#[ \t]+[^\s#\d]")
_MARKDOWN_MARKS = (
    _MARKDOWN_TITLE,
    _MARKDOWN_HEADING,
    re.compile(rf"(?:(?<![*\w])\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*(?![*\w]).*?){{{FEWEST_BOLD}}}", re.DOTALL),
    re.compile(r"\[[^\]\n]+\]\((?:https?://|mailto:|tel:|#|\./)[^)\s]*\)"),
    re.compile(
        r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|(?:[ \t]*:?-{3,}:?[ \t]*\|)*(?:[ \t]*:?-{3,}:?)?[ \t]*$", re.MULTILINE
    ),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"\A---\n(?:[\w-]+:[^\n]*\n)+---\n"),
)


def head_of(content: bytes) -> str | None:
    r"""The beginning of a text, decoded cheaply: letters outside ASCII may come out wrong.

    Parameters
    ----------
    content : bytes
        A whole file.

    Returns
    -------
    str or None
        Text with ``\n`` line ends, without a byte order mark; None for bytes that are no text.

    Examples
    --------
    >>> head_of(b"Welder"), head_of(bytes(range(256)))
    ('Welder', None)
    """
    sample = content.removeprefix(codecs.BOM_UTF8)[:HEAD_BYTES]
    encoding = encoding_of_wide(sample)
    if encoding:
        text = sample.decode(encoding, errors="replace")
    else:
        try:
            text = sample.decode("utf-8")
        except UnicodeDecodeError:
            text = sample.decode("latin-1")
    if len(_CONTROLS.findall(text)) > max(1, MAX_CONTROL_SHARE * len(text)):
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def is_damaged_text(content: bytes) -> bool:
    """Say whether bytes that are no text would be one without their zeros, which broken copies leave.

    Parameters
    ----------
    content : bytes
        A whole file.

    Returns
    -------
    bool
        True for words in ASCII or UTF-8 with zeros between or behind them.

    Examples
    --------
    >>> is_damaged_text(b"Ran a lathe for 9 years" + bytes(9)), is_damaged_text(bytes(range(256)))
    (True, False)
    """
    sample = content[:HEAD_BYTES]
    kept = sample.replace(b"\x00", b"")
    if len(kept) == len(sample) or len(kept) < SMALLEST_SHARE_OF_TEXT * len(sample):
        return False
    text = kept.decode("utf-8", errors="ignore")
    return not _CONTROLS.search(text) and len(text.encode()) > len(kept) - 4 and len(_PLAIN_WORD.findall(text)) > 2


def text_type(head: str) -> str:
    """Media type of a text, from its beginning.

    Parameters
    ----------
    head : str
        What ``head_of`` gave.

    Returns
    -------
    str
        ``text/plain`` where no other kind is certain.

    Examples
    --------
    >>> text_type("<!doctype html><p>Welder</p>"), text_type("#1 operator, C# and 2 * 3 < 7")
    ('text/html', 'text/plain')
    """
    start = head.lstrip()
    if start.startswith("{\\rtf"):
        return RTF
    if start.startswith("%!PS"):
        return POSTSCRIPT
    if start.startswith("<"):
        return _markup_type(start)
    if start.startswith(("{", "[")) and _JSON_START.match(start):
        return JSON
    if _SCRIPT_START.match(start):
        return SCRIPT
    if _LATEX_START.match(start):
        return LATEX
    if _MAIL_START.match(start):
        return _mail_type(start)
    return MARKDOWN if _is_markdown(start) else TEXT


def _markup_type(start: str) -> str:
    if _HTML_START.match(start) or (_HTML_PIECE.match(start) and _HTML_END.search(start)):
        return HTML
    if _SCRIPT_START.match(start):
        return SCRIPT
    root = _XML_START.match(start)
    if root is None:
        return TEXT
    prefix, name = root.groups()
    if name == "document" and "opendocument.text" in start:
        return FODT
    if 'progid="Word.Document"' in start or (prefix, name) == ("w:", "wordDocument"):
        return WORD_XML
    if name == "svg":
        return SVG
    return XML if start.startswith("<?xml") or f"</{prefix or ''}{name}>" in start else TEXT


def _mail_type(start: str) -> str:
    head = _MAIL_HEAD.match(start)
    if head is None or not _MAIL_PROOF.search(head[1]):
        return TEXT
    is_saved = not _TRAVELLED.search(head[1]) and _SAVED_PAGE.search(start)
    return MHTML if is_saved and re.search(r"multipart/related|text/html", head[1], re.I) else EMAIL


def _is_markdown(start: str) -> bool:
    """Marks that plain resumes use too, such as ``*`` and ``-``, prove nothing."""
    if "#" not in start and "**" not in start and "](" not in start and "---" not in start:
        return False
    headings = len(_MARKDOWN_HEADING.findall(start))
    return headings >= FEWEST_HEADINGS or sum(bool(mark.search(start)) for mark in _MARKDOWN_MARKS) >= 2
