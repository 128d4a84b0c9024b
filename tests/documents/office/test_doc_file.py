import struct

import pytest

from recruit.documents.office.doc_binary import Streams, number, properties_of, rows_of
from recruit.documents.office.doc_file import Part, WordFile
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

TEXT_AT = 2048
NARROW = 0x40000000


def word_file(*pieces: tuple[bytes, bool], starts: list[int] | None = None) -> WordFile:
    """A file with nothing but a header, a table of pieces, and the pieces, in the other order."""
    places, stream = [], b""
    for data, _ in reversed(pieces):
        places.insert(0, TEXT_AT + len(stream))
        stream += data
    lengths = [len(data) if is_narrow else len(data) // 2 for data, is_narrow in pieces]
    positions = starts or [sum(lengths[:at]) for at in range(len(pieces) + 1)]
    rows = b"".join(
        struct.pack("<HIH", 0, NARROW | 2 * place if is_narrow else place, 0)
        for place, (_, is_narrow) in zip(places, pieces, strict=True)
    )
    listed = struct.pack(f"<{len(positions)}I", *positions) + rows
    table = b"\x01\x02\x00\xaa\xbb" + b"\x02" + struct.pack("<I", len(listed)) + listed
    header = bytearray(TEXT_AT)
    struct.pack_into("<H", header, 0x20, 14)
    struct.pack_into("<H", header, 0x3E, 22)
    struct.pack_into("<I", header, 0x40 + 4 * 3, positions[-1])
    struct.pack_into("<H", header, 0x98, 93)
    struct.pack_into("<II", header, 0x9A + 8 * Part.PIECES, 0, len(table))
    return WordFile(Streams(bytes(header) + stream, table, None), Limits())


def test_pieces_of_both_widths_are_put_in_order():
    file = word_file((b"caf\xe9 \x93A\x94 ", True), ("±.0005 Łódź 🛠".encode("utf-16-le"), False), (b"\r", True))
    assert file.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le") == "café “A” ±.0005 Łódź 🛠\r"
    assert file.lengths[0] == len(file.text)


def test_piece_beyond_the_end_of_the_stream_keeps_its_positions():
    file = word_file((b"Welder\r", True), starts=[0, 20])
    assert file.text == "Welder\r" + "\0" * 13


@pytest.mark.parametrize(("starts", "code"), [([3, 7], "corrupt"), ([0, 2**31], "too_large")])
def test_positions_that_cannot_be_are_refused(starts, code):
    with pytest.raises(UnreadableDocument) as caught:
        word_file((b"Welder\r", True), starts=starts)
    assert caught.value.code == code


def test_paragraph_without_properties_has_none():
    file = word_file((b"Welder\r", True))
    assert file.paragraph_properties(6) == b""
    assert file.part(Part.LISTS) == b""


def test_properties_of_every_size_are_told_apart():
    table = struct.pack("<HH", 0xD608, 4) + b"abc"
    data = (
        struct.pack("<HB", 0x2416, 1)
        + table
        + struct.pack("<HB2s", 0xC60D, 2, b"xy")
        + struct.pack("<HI", 0x6649, 2)
    )
    assert list(properties_of(data)) == [
        (0x2416, b"\x01"),
        (0xD608, b"abc"),
        (0xC60D, b"xy"),
        (0x6649, b"\x02\0\0\0"),
    ]


def test_numbers_and_rows_beyond_the_end_are_nothing():
    assert number(b"\x01", 0, 4) == 1
    assert list(rows_of(b"\0\0", 8)) == []
