"""How an old Word file (Word 97 to 2003) keeps its parts: streams, rows of positions, lists of properties.

Numbers are read as zero where a file ends too early, so that damaged properties never cost the text.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_doc import ExtractionOptions, LegacyDocError
from legacy_doc.ole import OleReader
from legacy_doc.properties import SUMMARY_INFORMATION_STREAM, parse_summary_information

from recruit.documents import refusals

KIND = "Word document (DOC)"

_WORD_97 = 0xA5EC
_FIRST_VERSION = 0xC1
_ENCRYPTED, _IN_SECOND_TABLE = 0x0100, 0x0200
_SECTOR = 512
# Each of these sectors lists 127 others that describe the file: files of the size we read need one.
_PLACE_OF_LISTING_COUNT, _MOST_LISTINGS = 0x48, 4
_DAMAGE = (LegacyDocError, struct.error, ValueError, IndexError, OverflowError)
_SIZE_BY_CLASS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_LONG_TABLE = 0xD608


@dataclass(frozen=True, slots=True)
class Streams:
    """The stream with the text, the one with the tables about it, and the program that made the file."""

    main: bytes
    table: bytes
    producer: str | None


def open_streams(content: bytes) -> Streams:
    """Open the file; its wrapping is that of a small disk.

    Raises
    ------
    UnreadableDocument
        ``corrupt``, ``encrypted``, or ``unsupported_type`` for files older than Word 97.
    """
    if number(content, _PLACE_OF_LISTING_COUNT, 4) > _MOST_LISTINGS:
        raise refusals.corrupt(KIND)
    try:
        # The last sector is cut short by some programs.
        ole = OleReader(content + bytes(-len(content) % _SECTOR), options=ExtractionOptions())
        if ole.has_stream("EncryptedPackage"):
            raise refusals.encrypted(KIND)
        main = ole.read_stream("WordDocument")
        flags = _checked_flags(main)
        table = ole.read_stream("1Table" if flags & _IN_SECOND_TABLE else "0Table")
    except _DAMAGE as error:
        raise refusals.corrupt(KIND) from error
    return Streams(main, table, _producer(ole))


def _checked_flags(main: bytes) -> int:
    if number(main, 0, 2) != _WORD_97 or number(main, 2, 2) < _FIRST_VERSION:
        raise refusals.unsupported("a Word document older than Word 97")
    flags = number(main, 0x0A, 2)
    if flags & _ENCRYPTED:
        raise refusals.encrypted(KIND)
    return flags


def _producer(ole: OleReader) -> str | None:
    try:
        summary = ole.try_read_stream(SUMMARY_INFORMATION_STREAM)
        named = parse_summary_information(summary).get("application_name") if summary else None
    except _DAMAGE:
        return None
    return named.strip() or None if isinstance(named, str) else None


def number(data: bytes, place: int, size: int) -> int:
    """A number without a sign, its lowest byte first; zero beyond the end.

    Examples
    --------
    >>> number(bytes([1, 2, 3]), 1, 2), number(b"", 0, 4)
    (770, 0)
    """
    return int.from_bytes(data[place : place + size], "little")


def rows_of(data: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """Rows of a table of positions: from where, to where, and ``size`` bytes about it."""
    count = max(0, (len(data) - 4) // (4 + size))
    starts = struct.unpack_from(f"<{count + 1}I", data) if count else ()
    for at in range(count):
        place = 4 * (count + 1) + at * size
        yield starts[at], starts[at + 1], data[place : place + size]


def properties_of(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Single properties of a list of them: which, and its value."""
    at = 0
    while at + 2 < len(data):
        which = number(data, at, 2)
        at += 2
        size = _SIZE_BY_CLASS.get(which >> 13)
        if size is None:
            # A length stands before the value; that of one property takes two bytes and counts one too many.
            ahead = 2 if which == _LONG_TABLE else 1
            size = max(0, number(data, at, ahead) - (ahead - 1))
            at += ahead
        yield which, data[at : at + size]
        at += size
