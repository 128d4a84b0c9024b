import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from recruit.documents import Limits, read, render_page
from recruit.errors import UnreadableDocument


def picture(format_name: str, size: tuple[int, int] = (300, 200), **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "navy").save(buffer, format_name, **options)
    return buffer.getvalue()


def drawn(content: bytes, page: int = 1, **options: object) -> Image.Image:
    return Image.open(io.BytesIO(render_page(content, page, **{"width_pixels": 200, **options})))


def refusal(content: bytes, page: int = 1, **options: object) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        render_page(content, page, width_pixels=200, **options)
    return caught.value.code


def test_page_of_a_pdf_is_drawn_as_wide_as_asked(pdf, lines):
    image = drawn(pdf(lines(["One"]), lines(["Toolmaker"])), 2)
    assert (image.format, image.size) == ("JPEG", (200, 259))
    assert image.convert("L").getextrema()[0] < 128 < image.convert("L").getextrema()[1]


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF"])
def test_picture_is_made_smaller(format_name):
    assert drawn(picture(format_name)).size == (200, 133)


def test_small_picture_keeps_its_size():
    assert drawn(picture("PNG", (40, 30))).size == (40, 30)


def test_photo_is_turned_upright():
    turned = Image.Exif()
    turned[0x0112] = 6
    assert drawn(picture("JPEG", exif=turned)).size == (200, 300)


def corners_of(image: Image.Image) -> list[int]:
    """Brightness of the corners, from the top left clockwise."""
    right, bottom = image.width - 1, image.height - 1
    return [image.convert("L").getpixel(xy) for xy in ((0, 0), (right, 0), (right, bottom), (0, bottom))]


@pytest.mark.parametrize("kind", ["PDF", "PNG"])
def test_page_is_turned_clockwise_as_asked(kind, pdf):
    def draw(canvas):
        canvas.setPageSize((300, 200))
        canvas.rect(0, 100, 150, 100, fill=1)

    def marked():
        image = Image.new("L", (300, 200), 255)
        image.paste(0, (0, 0, 150, 100))
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        return buffer.getvalue()

    content = pdf(draw) if kind == "PDF" else marked()
    for turns, size in enumerate([(150, 100), (150, 225), (150, 100), (150, 225)]):
        image = drawn(content, width_pixels=150, turns=turns)
        assert image.size == size
        assert [level < 60 for level in corners_of(image)].index(True) == turns


def test_large_photo_is_made_smaller_whichever_way_it_is_turned():
    turned = Image.Exif()
    turned[0x0112] = 6
    content = picture("JPEG", (2400, 1200), exif=turned)
    assert drawn(content).size == (200, 400)
    assert drawn(content, turns=1).size == (200, 100)


def test_heic_is_drawn_with_the_extra():
    content = (Path(__file__).parents[1] / "pictures" / "note.heic").read_bytes()
    assert drawn(content).width == 200


def test_picture_of_sixteen_bits_is_drawn_as_bright_as_it_is():
    buffer = io.BytesIO()
    Image.fromarray(np.full((30, 40), 32768, np.uint16)).save(buffer, "PNG")
    assert drawn(buffer.getvalue()).getextrema() == (pytest.approx(128, abs=2),) * 2


def test_what_lets_light_through_lies_on_white():
    buffer = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(buffer, "PNG")
    assert drawn(buffer.getvalue()).convert("L").getextrema() == (255, 255)


def test_page_that_is_not_there_is_refused(pdf, lines):
    content = pdf(lines(["One"]))
    assert [refusal(content, page) for page in (0, 2)] == ["empty", "empty"]


def test_other_kinds_are_refused():
    assert refusal(b"Toolmaker, 9 years") == "unsupported_type"


@pytest.mark.parametrize("kind", ["PDF", "PNG", "JPEG"])
def test_damaged_file_is_refused(kind, pdf, lines):
    content = pdf(lines(["One"])) if kind == "PDF" else picture(kind, (3000, 2000))
    assert refusal(content[:60] + bytes(200)) in {"corrupt", "unsupported_type"}


def test_huge_picture_is_too_large():
    assert refusal(picture("PNG", (400, 400)), limits=Limits(max_pixels=100_000)) == "too_large"


def test_long_narrow_page_stays_within_the_pixels(pdf):
    content = pdf(lambda canvas: canvas.setPageSize((2, 14_000)))
    image = drawn(content, limits=Limits(max_pixels=1_000_000))
    assert image.width * image.height <= 1_100_000


def test_document_is_read_as_ever_after_a_page_was_drawn(pdf, lines):
    content = pdf(lines(["Toolmaker"]))
    drawn(content)
    assert read(content).text == "Toolmaker"
