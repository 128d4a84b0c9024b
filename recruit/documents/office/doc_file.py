"""The text of an old Word file by position, and the properties of its paragraphs and letters.

The text stands in pieces all over one stream; a table in another stream says which, in which order. Positions
count units of 16 bits. Properties are kept apart, on pages that say for which bytes of the stream they are.
"""

import struct
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from recruit.documents import refusals
from recruit.documents.office.doc_binary import KIND, Streams, number, properties_of, rows_of
from recruit.documents.office.flow import has_words
from recruit.documents.reader import Limits

_PIECE_BYTES, _PAGE_BYTES = 8, 512
_IS_PROPERTIES, _IS_PIECES = 1, 2
_ONE_BYTE_EACH = 0x40000000
_PLACE_BITS = 0x3FFFFFFF
_MOST_PARTS = 200
_DELETED, _HIDDEN, _SYMBOL = 0x0800, 0x083C, 0x6A09
_ON = frozenset({b"\x01", b"\x81"})


class Part(IntEnum):
    """Where the header says that a part of the table stream begins."""

    STYLES = 1
    SECTIONS = 6
    HEADERS = 11
    LETTERS = 12
    PARAGRAPHS = 13
    SETTINGS = 31
    PIECES = 33
    ANCHORS = 40
    HEADER_ANCHORS = 41
    BOXES = 56
    HEADER_BOXES = 58
    LISTS = 73
    LIST_USES = 74


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text from position ``start`` to ``end``, kept from byte ``place`` on, ``width`` bytes a letter."""

    start: int
    end: int
    place: int
    width: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Bytes of the stream from ``start`` to ``end`` and their properties."""

    start: int
    end: int
    properties: bytes


class WordFile:
    """The text by position, of all stories one after the other, and what is known of it.

    ``is_shown`` is zero where a letter is hidden or deleted; ``hides_words`` where the hidden ones are words.
    ``lengths`` are those of the body, footnotes, headers, macros, comments, endnotes, text boxes, and boxes in
    headers.
    """

    def __init__(self, streams: Streams, limits: Limits) -> None:
        self.main = streams.main
        self._table = streams.table
        self.lengths, self._places = _read_header(streams.main)
        self._pieces = _read_pieces(self.part(Part.PIECES), limits)
        self._piece_starts = [piece.start for piece in self._pieces]
        self._paragraphs = self._runs(Part.PARAGRAPHS, _paragraph_properties)
        self._paragraph_starts = [run.start for run in self._paragraphs]
        letters = [_text_of(piece, streams.main) for piece in self._pieces]
        self.hides_words = False
        self.is_shown = bytearray(b"\x01") * sum(map(len, letters))
        self.text = self._with_symbols("".join(letters))

    def part(self, which: Part, *, with_rest: bool = False) -> bytes:
        """One part of the table stream; some go on behind the end that the header names."""
        place, length = self._places[which] if which < len(self._places) else (0, 0)
        return self._table[place : None if with_rest else place + length] if length else b""

    def paragraph_properties(self, position: int) -> bytes:
        """Style number, two bytes, and own properties of the paragraph whose mark stands at a position."""
        at = max(0, bisect_right(self._piece_starts, position) - 1)
        if at >= len(self._pieces):
            return b""
        place = self._pieces[at].place + (position - self._pieces[at].start) * self._pieces[at].width
        found = bisect_right(self._paragraph_starts, place) - 1
        return self._paragraphs[found].properties if found >= 0 and place < self._paragraphs[found].end else b""

    def _with_symbols(self, text: str) -> str:
        """The text with signs of symbol fonts in their places; on the way, what is hidden is marked."""
        marked = [run for run in self._runs(Part.LETTERS, _letter_properties) if run.properties]
        starts = [run.start for run in marked]
        letters = list(text)
        for piece in self._pieces:
            end = piece.place + (piece.end - piece.start) * piece.width
            for run in marked[max(0, bisect_right(starts, piece.place) - 1) : bisect_right(starts, end)]:
                first = piece.start + max(0, run.start - piece.place) // piece.width
                last = piece.start + max(0, min(run.end, end) - piece.place) // piece.width
                self._mark(first, last, run.properties, letters)
        return "".join(letters)

    def _mark(self, first: int, last: int, properties: bytes, letters: list[str]) -> None:
        settings = dict(properties_of(properties))
        if last <= first:
            return
        is_hidden, is_deleted = settings.get(_HIDDEN) in _ON, settings.get(_DELETED) in _ON
        if is_hidden or is_deleted:
            self.is_shown[first:last] = bytes(last - first)
        if is_hidden and not is_deleted:
            self.hides_words = self.hides_words or has_words("".join(letters[first:last]))
        symbol = settings.get(_SYMBOL)
        if symbol is not None and last == first + 1:
            letters[first] = chr(number(symbol, 2, 2))

    def _runs(self, which: Part, read: Callable[[bytes, int, int], bytes]) -> list[_Run]:
        """Properties from all pages of one kind, in the order of the bytes they are for, without overlaps."""
        pages = dict.fromkeys(number(row, 0, 4) & 0x3FFFFF for _, _, row in rows_of(self.part(which), 4))
        found: list[_Run] = []
        for page in pages:
            data = self.main[page * _PAGE_BYTES : (page + 1) * _PAGE_BYTES]
            count = data[-1] if len(data) == _PAGE_BYTES else 0
            if 4 * (count + 1) > len(data):
                continue
            bounds = struct.unpack_from(f"<{count + 1}I", data) if count else ()
            found += [_Run(bounds[at], bounds[at + 1], read(data, count, at)) for at in range(count)]
        found.sort(key=lambda run: run.start)
        apart: list[_Run] = []
        for run in found:
            if run.end > run.start and (not apart or run.start >= apart[-1].end):
                apart.append(run)
        return apart


def _read_header(main: bytes) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    """Lengths of the stories, and place and length of each part of the table stream."""
    counted = 0x22 + 2 * number(main, 0x20, 2)
    listed = counted + 2 + 4 * number(main, counted, 2)
    lengths = tuple(number(main, counted + 2 + 4 * at, 4) for at in range(3, 11))
    count = min(number(main, listed, 2), _MOST_PARTS)
    pairs = [listed + 2 + 8 * at for at in range(count)]
    return lengths, [(number(main, pair, 4), number(main, pair + 4, 4)) for pair in pairs]


def _read_pieces(listed: bytes, limits: Limits) -> list[_Piece]:
    at = 0
    while at < len(listed) and listed[at] == _IS_PROPERTIES:
        at += 3 + number(listed, at + 1, 2)
    if number(listed, at, 1) != _IS_PIECES:
        raise refusals.corrupt(KIND)
    rows = listed[at + 5 : at + 5 + number(listed, at + 1, 4)]
    pieces: list[_Piece] = []
    for start, end, row in rows_of(rows, _PIECE_BYTES):
        if start != (pieces[-1].end if pieces else 0) or end < start:
            raise refusals.corrupt(KIND)
        if end > 2 * limits.max_characters:
            raise refusals.too_many_letters(end, limits.max_characters)
        place = number(row, 2, 4)
        is_narrow = bool(place & _ONE_BYTE_EACH)
        place &= _PLACE_BITS
        pieces.append(_Piece(start, end, place // 2, 1) if is_narrow else _Piece(start, end, place, 2))
    return pieces


def _text_of(piece: _Piece, main: bytes) -> str:
    """One sign for each position, also where the stream ends too early."""
    length = piece.end - piece.start
    raw = main[piece.place : piece.place + length * piece.width]
    if piece.width == 1:
        text = raw.decode("cp1252", "replace")
    else:
        text = "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))
    return text.ljust(length, "\0")


def _paragraph_properties(page: bytes, count: int, at: int) -> bytes:
    place = 2 * page[min(4 * (count + 1) + 13 * at, len(page) - 1)]
    if not place:
        return b""
    length = page[place]
    if length:
        return page[place + 1 : place + 2 * length]
    return page[place + 2 : place + 2 + 2 * number(page, place + 1, 1)]


def _letter_properties(page: bytes, count: int, at: int) -> bytes:
    """Only those that hide letters or change them: the others are not needed, and there are many."""
    place = 2 * page[min(4 * (count + 1) + at, len(page) - 1)]
    data = page[place + 1 : place + 1 + page[place]] if place else b""
    matter = any(which in {_DELETED, _HIDDEN, _SYMBOL} for which, _ in properties_of(data))
    return data if matter else b""
