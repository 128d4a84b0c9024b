import io

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
