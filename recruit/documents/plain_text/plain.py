"""Plain text in any usual encoding, and the question whether bytes are text at all."""

import codecs
import re

from recruit.documents import refusals
from recruit.documents.plain_text.encodings import decode_single_byte
from recruit.documents.plain_text.mojibake import repair, without_entities
from recruit.documents.reader import Limits, RawBlock, RawPage, Reading
from recruit.vocabulary.shapes import BlockKind

MAX_CONTROL_SHARE = 0.003
"""Of a text's characters. Random bytes have about 0.1; one stray sign in a short file must pass."""
BYTES_TO_JUDGE = 16_384

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LONGEST_HEADING = 50

_ITEM = re.compile(r"\s*(?:[-*•·▪●■◆○►→o\u2013\u2014]|\(?\d{1,2}[.)])\s+\S")
_CELLS = re.compile(r"\S(?:\t+| {3,})\S")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")


def decode(content: bytes) -> str | None:
    """Decode bytes as text, or say that they are none.

    Byte order marks are believed. Then UTF-8, UTF-16 and UTF-32 without a mark, the one-byte encodings of Windows,
    the Macintosh and DOS by where their signs stand, and, for texts with many letters outside ASCII, the encoding
    that charset-normalizer finds most likely. What was decoded wrongly before is repaired where that is certain.

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
    content = content.removeprefix(codecs.BOM_UTF8)
    encoding = encoding_of_wide(content)
    text = _narrow(content) if encoding is None else _wide(content, encoding)
    if text is None:
        return None
    text = repair(text)
    return None if len(_CONTROLS.findall(text)) > max(1, MAX_CONTROL_SHARE * len(text)) else text


def encoding_of_wide(content: bytes) -> str | None:
    """Which encoding of two or four bytes a letter a file is in, with or without a byte order mark.

    Parameters
    ----------
    content : bytes
        A file, or its beginning.

    Returns
    -------
    str or None
        Python's name of it; None for an encoding of single bytes, UTF-8 among them.

    Examples
    --------
    >>> encoding_of_wide("Welder".encode("utf-16-be")), encoding_of_wide(b"Welder")
    ('utf-16-be', None)
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[:BYTES_TO_JUDGE]
    if len(sample) < 4 or 0 not in sample:
        return None
    # The zeros of Latin letters and spaces stand in step.
    zeros = [sample[place::4].count(0) / len(sample[place::4]) for place in range(4)]
    if min(zeros[1:]) > 0.7 and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:3]) > 0.7 and zeros[3] < 0.1:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > 0.2 and even < 0.01 * odd:
        return "utf-16-le"
    return "utf-16-be" if even > 0.2 and odd < 0.01 * even else None


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
    return Reading(pages=(RawPage(blocks=tuple(blocks_of_text(without_entities(text)))),))


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


def _wide(content: bytes, encoding: str) -> str:
    return content.decode(encoding, errors="replace").removeprefix("\ufeff")


def _narrow(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A file cut inside its last character is still UTF-8.
        if error.start > 64 and error.end >= len(content) - 3 and not content[: error.start].isascii():
            return content[: error.start].decode("utf-8")
    # Judged before the encoding is guessed, which takes longer.
    return None if content[:BYTES_TO_JUDGE].count(0) > 1 else decode_single_byte(content)
