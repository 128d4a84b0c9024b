import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from recruit.documents.pictures.pictures import plain, read_picture
from recruit.documents.reader import Limits, Reading
from recruit.errors import UnreadableDocument
from tests.documents.paper import TOOLMAKER, bytes_of, printed, turned

PATIENT = Limits(ocr_seconds=300)
HEIC = (Path(__file__).parent / "note.heic").read_bytes()
"""The first lines of the toolmaker's page, as an iPhone would save them: nothing here can write that format."""


def text_of(reading: Reading) -> str:
    return "\n".join(block.text for page in reading.pages for block in page.blocks)


def refusal(content: bytes, limits: Limits = PATIENT) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_picture(content, limits)
    return caught.value.code


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_every_kind_of_picture_is_read(kind: str) -> None:
    reading = read_picture(bytes_of(printed(TOOLMAKER[:8], dpi=110), kind), PATIENT)
    assert "Toolmaker with nineteen years" in text_of(reading)
    assert [finding.code for finding in reading.findings] == ["read_by_ocr"]


def test_heic_is_read_with_the_extra() -> None:
    assert "Toolmaker with nineteen years" in text_of(read_picture(HEIC, PATIENT))


def test_each_picture_of_a_tiff_is_a_page() -> None:
    fax = printed(TOOLMAKER[:8], dpi=150).convert("1")
    content = bytes_of(fax, "TIFF", save_all=True, append_images=[fax], compression="group4", dpi=(150, 150))
    reading = read_picture(content, PATIENT)
    assert [(page.width_points, page.by_ocr) for page in reading.pages] == [(612.0, True)] * 2
    assert [finding.page for finding in reading.findings] == [1, 2]


def test_pages_beyond_the_limit_are_named() -> None:
    fax = printed(TOOLMAKER[:8], dpi=100).convert("L")
    content = bytes_of(fax, "TIFF", save_all=True, append_images=[fax, fax])
    reading = read_picture(content, Limits(ocr_seconds=300, max_ocr_pages=1))
    assert len(reading.pages) == 1
    assert [(finding.code, finding.page) for finding in reading.findings] == [
        ("read_by_ocr", 1),
        ("page_left_out", 2),
    ]


def test_more_pictures_than_pages_allowed_are_refused() -> None:
    tile = Image.new("L", (30, 30))
    content = bytes_of(tile, "TIFF", save_all=True, append_images=[tile] * 4)
    assert refusal(content, Limits(max_pages=4)) == "too_large"


def test_photo_is_turned_as_its_exif_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    content = bytes_of(turned(90)(printed(TOOLMAKER[:8], dpi=110)), "JPEG", exif=exif)
    (page,) = read_picture(content, PATIENT).pages
    assert (page.width_points, page.height_points) == (pytest.approx(612, abs=1), pytest.approx(792, abs=1))
    assert page.blocks[0].words[0].top < 80


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGBA", (40, 30), (0, 0, 0, 0)),
        Image.new("LA", (40, 30), (0, 0)),
        Image.new("CMYK", (40, 30), (0, 0, 0, 0)),
        Image.new("1", (40, 30), 1),
        Image.new("P", (40, 30), 0).convert("P"),
        Image.fromarray(np.full((30, 40), 65535, np.uint16)),
        Image.fromarray(np.full((30, 40), 65535, np.int32)),
        Image.fromarray(np.full((30, 40), 1.0, np.float32)),
    ],
    ids=["clear", "clear grey", "print colours", "black and white", "palette", "16 bits", "32 bits", "float"],
)
def test_every_mode_becomes_grey_or_coloured_on_white(image: Image.Image) -> None:
    result = plain(image)
    assert result.mode in {"L", "RGB"}
    expected = 0 if image.mode == "P" else 255
    assert np.asarray(result).min() == expected


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"])
def test_picture_cut_short_is_corrupt(kind: str) -> None:
    content = bytes_of(printed(TOOLMAKER[:8], dpi=60), kind)
    assert refusal(content[: len(content) // 2]) == "corrupt"


def test_heic_cut_short_is_corrupt() -> None:
    assert refusal(HEIC[: len(HEIC) // 2]) == "corrupt"


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 99))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [8_000, 10_000, 60_000])
def test_huge_picture_is_refused_before_it_is_unpacked(side: int) -> None:
    assert refusal(bomb(side, side)) == "too_large"


def test_blank_picture_is_empty() -> None:
    assert refusal(bytes_of(Image.new("L", (600, 800), 250))) == "empty"


def test_icon_holds_no_text() -> None:
    assert refusal(bytes_of(Image.new("L", (16, 16), 250))) == "no_text"


@settings(max_examples=60, deadline=None)
@given(
    head=st.sampled_from(["PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP"]),
    noise=st.binary(max_size=400),
    cut=st.integers(4, 60),
)
def test_bytes_that_begin_like_a_picture_are_refused_in_words(head: str, noise: bytes, cut: int) -> None:
    buffer = io.BytesIO()
    Image.new("L", (12, 12), 128).save(buffer, head)
    assert refusal(buffer.getvalue()[:cut] + noise) in {"corrupt", "too_large", "no_text", "empty"}
