"""Plain text in any usual encoding, and the question whether bytes are text at all."""

import codecs
import re

from charset_normalizer import from_bytes

from recruit.documents import refusals
from recruit.documents.reader import Limits, RawBlock, RawPage, Reading
from recruit.vocabulary.shapes import BlockKind

MAX_CONTROL_SHARE = 0.003
"""Of a text's characters. Random bytes have about 0.1; one stray sign in a short file must pass."""
FOREIGN_SHARE = 0.08
"""Share of bytes above 127 from which a text is hardly English in Windows-1252: Cyrillic, Greek, Asian scripts."""
FEWEST_FOREIGN_BYTES = 20

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_HEADING = 50

_ITEM = re.compile(r"\s*(?:[-*•·▪●■◆○►→o\u2013\u2014]|\(?\d{1,2}[.)])\s+\S")
_CELLS = re.compile(r"\S(?:\t+| {3,})\S")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# Old Macintosh text read as Windows-1252: an apostrophe inside a word is Õ, a bullet before a line is ¥.
_MACINTOSH = re.compile(r"[a-z]Õ[a-z]|^¥[ \t]", re.MULTILINE)
# UTF-8 that went through Windows-1252 once: every run of signs must decode again, or none is touched.
_TWICE_ENCODED = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{1,3}")


def decode(content: bytes) -> str | None:
    """Decode bytes as text, or say that they are none.

    Byte order marks are believed. Then UTF-8, UTF-16 without a mark, Windows-1252 and, for texts with many
    letters outside ASCII, the encoding that charset-normalizer finds most likely.

    Parameters
    ----------
    content : bytes
        A whole file.

    Returns
    -------
    str or None
        None for bytes that are no text: control characters in them, or no encoding that fits.

    Examples
    --------
    >>> decode("±.0005 µm".encode("cp1252"))
    '±.0005 µm'
    >>> decode(bytes(range(256))) is None
    True
    """
    text = _marked(content)
    if text is None:
        text = _wide(content)
    if text is None:
        text = _narrow(content)
    if text is None:
        return None
    text = _once_decoded(text)
    return None if len(_CONTROLS.findall(text)) > max(1, MAX_CONTROL_SHARE * len(text)) else text


def read_plain(content: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader is called alike
    """Read a plain text file; it has one page.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        Not needed here: text is never larger than its file.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``corrupt`` when the bytes are no text.
    """
    text = decode(content)
    if text is None:
        raise refusals.corrupt("text file")
    return Reading(pages=(RawPage(blocks=tuple(blocks_of_text(text))),))


def blocks_of_text(text: str) -> list[RawBlock]:
    r"""Take every line of a text for a block, and tell its kind by how it looks.

    Parameters
    ----------
    text : str
        Text with any line ends.

    Returns
    -------
    list of RawBlock
        One for each line that is not blank.

    Examples
    --------
    >>> [(block.kind.value, block.text) for block in blocks_of_text("SKILLS\n- TIG\n- MIG")]
    [('heading', 'SKILLS'), ('list_item', '- TIG'), ('list_item', '- MIG')]
    """
    blocks: list[RawBlock] = []
    after_gap = False
    for line in text.splitlines():
        if not line.strip():
            after_gap = bool(blocks)
            continue
        blocks.append(RawBlock(line, _kind_of(line), after_gap=after_gap))
        after_gap = False
    return blocks


def _kind_of(line: str) -> BlockKind:
    if _ITEM.match(line):
        return BlockKind.LIST_ITEM
    if _CELLS.search(line.strip()):
        return BlockKind.TABLE_ROW
    words = line.strip()
    stands_out = words.isupper() or words.endswith(":")
    is_short = len(words) <= LONGEST_HEADING and not any(map(str.isdigit, words))
    return BlockKind.HEADING if stands_out and is_short else BlockKind.PARAGRAPH


def _marked(content: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    return None


def _wide(content: bytes) -> str | None:
    """Decode UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    sample = content[:4096]
    for zeros, encoding in ((sample[1::2], "utf-16-le"), (sample[::2], "utf-16-be")):
        if len(sample) >= 4 and zeros.count(0) > 0.7 * len(zeros) and sample.count(0) < 0.6 * len(sample):
            return content.decode(encoding, errors="replace")
    return None


def _narrow(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut inside its last character is still UTF-8.
        if error.start > 64 and error.end >= len(content) - 3 and not content[: error.start].isascii():
            return content[: error.start].decode("utf-8")
    above_ascii = sum(byte > 127 for byte in content)
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = None
    if text is not None and above_ascii < max(FEWEST_FOREIGN_BYTES, FOREIGN_SHARE * len(content)):
        return content.decode("mac-roman") if _MACINTOSH.search(text) else text
    best = from_bytes(content).best()
    return str(best) if best else text


def _once_decoded(text: str) -> str:
    runs = _TWICE_ENCODED.findall(text)
    if not runs:
        return text
    try:
        repaired = {run: _windows_bytes(run).decode("utf-8") for run in runs}
    except UnicodeError:
        return text
    return _TWICE_ENCODED.sub(lambda match: repaired[match[0]], text)


def _windows_bytes(text: str) -> bytes:
    """Encode as Windows-1252, with the five places it leaves empty standing for themselves."""
    return b"".join(sign.encode("latin-1" if "\x80" <= sign <= "\x9f" else "cp1252") for sign in text)
