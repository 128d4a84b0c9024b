"""The control words of rich text that a reader of its text needs to know."""

import codecs

KIND = "rich text document"

CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"lbr": "\n", b"softline": "\n", b"bullet": "•", b"emdash": "\u2014",
    b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d",
    b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
"""What stands for a character after a backslash; an optional hyphen (``\\-``) is not shown."""

SKIPPED = frozenset(
    b"""
    colortbl info pict nonshppict fldinst objdata objclass objname xe tc tcn rxe txe template nonesttables shprslt
    sp sn sv pntxta pntxtb ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor comment
    datafield filetbl private
    """.split()
)
"""Destinations whose text nobody sees on the page."""

READ_THOUGH_STARRED = frozenset(
    b"shpinst shppict do shptxt dptxbxtext nesttableprops generator ud footnote header footer listtext".split()
)
"""Destinations to be left out by old programs only; the others behind ``\\*`` are for programs, not for people."""

STORIES = {
    b"header": "header", b"headerr": "header", b"headerf": "first header", b"headerl": "left header",
    b"footer": "footer", b"footerr": "footer", b"footerf": "first footer", b"footerl": "left footer",
    b"footnote": "note", b"shptxt": "box", b"dptxbxtext": "box",
}  # fmt: skip
"""Destinations whose text stands apart from the text around them."""

AS_SYMBOLS = "symbols"
"""Stands for a codec: each byte is a place in a symbol font."""

_CODE_PAGE_BY_CHARSET = {
    77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 437,
}  # fmt: skip
_CODECS = {10000: "mac-roman", 10007: "mac-cyrillic", 10029: "mac-latin2", 1361: "johab", 65001: "utf-8"}
_USUAL_CODEC = "cp1252"


def codec_of(code_page: int) -> str:
    """Name the codec of a code page; one that nobody knows reads as that of Western Windows."""
    name = _CODECS.get(code_page, f"cp{code_page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _USUAL_CODEC


def codec_of_charset(charset: int, otherwise: str) -> str:
    """Name the codec of a font's character set; those that follow the document's give ``otherwise``."""
    code_page = _CODE_PAGE_BY_CHARSET.get(charset)
    return otherwise if code_page is None else codec_of(code_page)
