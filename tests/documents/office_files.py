"""What stands in the office files beside these tests, the same in every format, and how to ask a reader for it."""

from pathlib import Path

import pytest

from recruit.documents.reader import Limits, Reader
from recruit.errors import UnreadableDocument

FILES = Path(__file__).parent / "files"

BLOCKS = [
    ("header", "Dana Kessler\tdana@example.com"),
    ("heading", "Experience"),
    ("paragraph", "Held ±.0005 in on Ø 6 µm bores, café “Łódź” 🛠"),
    ("list_item", "• Set up lathes"),
    ("list_item", "• Ran mills"),
    ("list_item", "1. Read the print"),
    ("list_item", "a) Check the datum"),
    ("list_item", "2. Cut the part"),
    ("table_row", "Machine\tYears\tControl"),
    ("table_row", "VMC\t6\tFanuc"),
    ("paragraph", "Skills"),
    ("paragraph", "TIG"),
    ("table_row", "Steel\t9 years"),
    ("paragraph", "Work"),
    ("paragraph", "First line\nsecond line"),
    ("paragraph", "Beside the box"),
    ("paragraph", "Wire EDM"),
    ("paragraph", "Sinker EDM"),
    ("paragraph", "Seen and kept"),
    ("paragraph", "Mail dana@example.com"),
    ("paragraph", "Certified welder"),
    ("paragraph", "Renewed in 2024"),
    ("footer", "References on request"),
]


def office_file(name: str) -> bytes:
    return (FILES / name).read_bytes()


def blocks_of(read: Reader, content: bytes) -> list[tuple[str, str]]:
    (page,) = read(content, Limits()).pages
    return [(block.kind.value, block.text.strip()) for block in page.blocks]


def texts_of(read: Reader, content: bytes) -> list[str]:
    return [text for _, text in blocks_of(read, content)]


def refusal(read: Reader, content: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 - frozen
    with pytest.raises(UnreadableDocument) as caught:
        read(content, limits)
    return caught.value.code


def read_or_refuse(read: Reader, content: bytes) -> None:
    """Fail on anything but a reading or the refusal that a reader may raise."""
    try:
        reading = read(content, Limits())
    except UnreadableDocument:
        return
    assert len(reading.pages) == 1
