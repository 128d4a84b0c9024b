import numpy as np
import pytest
from PIL import Image

from recruit.documents.pictures.flat import LETTER_PIXELS, flat_page
from recruit.documents.pictures.light import darkness_of
from recruit.documents.pictures.straightness import letter_height_of, skew_of
from tests.documents.paper import TOOLMAKER, Change, photographed, printed, turned


@pytest.mark.parametrize("change", [turned(4), turned(90), photographed], ids=["skewed", "on its side", "photo"])
def test_page_comes_out_level(change: Change) -> None:
    page = flat_page(change(printed(TOOLMAKER, dpi=150)))
    assert page is not None
    assert skew_of(darkness_of(np.asarray(page.picture))) == (False, pytest.approx(0, abs=0.5))


@pytest.mark.parametrize("dpi", [100, 300])
def test_letters_come_out_at_one_size(dpi: int) -> None:
    page = flat_page(printed(TOOLMAKER, dpi=dpi))
    assert page is not None
    assert letter_height_of(darkness_of(np.asarray(page.picture))) == pytest.approx(LETTER_PIXELS, rel=0.15)


def test_page_turned_by_half_lies_the_same_in_its_picture() -> None:
    page = flat_page(printed(TOOLMAKER, dpi=100))
    assert page is not None
    width, height = page.picture.size
    there = page.to_picture @ np.array([10.0, 20.0, 1.0])
    back = page.upside_down().to_picture @ np.array([width - 10.0, height - 20.0, 1.0])
    assert there == pytest.approx(back)


def test_blank_picture_gives_no_page() -> None:
    assert flat_page(Image.new("L", (300, 400), 240)) is None
