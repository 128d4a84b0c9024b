"""The letters of a web page: in the encoding it declares, where that is true."""

import re

from recruit.documents.plain_text.mojibake import repair
from recruit.documents.plain_text.plain import decode

_DECLARED = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.-]+)|<\?xml[^>]{1,80}encoding=[\"']([\w.-]+)", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
# Encodings of pages, never those of Python that are none; browsers read the first two as Windows-1252, too.
_USUAL_ENCODING = re.compile(r"(?:iso-8859-|windows-12|cp|ibm|koi8-|gb|big5|shift_jis|euc-|mac)[\w-]*", re.I)
_WIDER = {
    "iso-8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "macintosh": "mac-roman",
}


def decode_html(content: bytes) -> str | None:
    """Decode a page: UTF-8 and UTF-16 are seen, other encodings believed as the page declares them.

    Parameters
    ----------
    content : bytes
        The file.

    Returns
    -------
    str or None
        None for bytes that are no text.

    Examples
    --------
    >>> decode_html('<meta charset="windows-1251"><p>Токарь'.encode("cp1251"))
    '<meta charset="windows-1251"><p>Токарь'
    """
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    name = (declared[1] or declared[2]).decode("ascii", errors="replace").lower() if declared else ""
    if _USUAL_ENCODING.fullmatch(name) and not _is_utf8(content):
        try:
            return repair(content.decode(_WIDER.get(name, name), errors="replace"))
        except LookupError:
            return decode(content)
    return decode(content)


def _is_utf8(content: bytes) -> bool:
    try:
        return not content.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
