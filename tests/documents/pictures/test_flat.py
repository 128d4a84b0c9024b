import numpy as np
import pytest
from PIL import Image

from recruit.documents.pictures.flat import LETTER_PIXELS, MIN_WIDTH, FlatPage, flat_page
from recruit.documents.pictures.light import darkness_of
from recruit.documents.pictures.sightings import Sighting
from recruit.documents.pictures.straightness import Ink, ink_of, lines_of, skew_of
from tests.documents.paper import TOOLMAKER, Change, photographed, printed, turned


def ink_on(page: FlatPage) -> Ink:
    return ink_of(darkness_of(np.asarray(page.picture)))


@pytest.mark.parametrize("change", [turned(4), turned(90), photographed], ids=["skewed", "on its side", "photo"])
def test_page_comes_out_level(change: Change) -> None:
    page = flat_page(change(printed(TOOLMAKER, dpi=150)))
    assert page is not None
    assert skew_of(ink_on(page)) == (False, pytest.approx(0, abs=0.5))


@pytest.mark.parametrize("dpi", [100, 300])
def test_letters_come_out_at_one_size(dpi: int) -> None:
    page = flat_page(printed(TOOLMAKER, dpi=dpi))
    assert page is not None
    assert lines_of(ink_on(page)).height == pytest.approx(LETTER_PIXELS, rel=0.15)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_page_comes_out_the_right_way_up(degrees: int) -> None:
    page = flat_page(turned(degrees)(printed(TOOLMAKER, dpi=100)))
    assert page is not None
    assert page.was_across == (degrees != 180)
    assert not lines_of(ink_on(page)).are_upside_down


def test_wide_letters_are_narrowed_and_places_widened_again() -> None:
    page = flat_page(printed(TOOLMAKER, font="Courier", dpi=120))
    assert page is not None
    assert MIN_WIDTH <= page.width_share < 0.9
    (seen,) = page.widened([Sighting("Wire", 0.9, page.width_share * 10, 5, page.width_share * 50, 15, 0)])
    assert (seen.left, seen.top, seen.right, seen.bottom) == (pytest.approx(10), 5, pytest.approx(50), 15)
    # The page's own points are as wide as they are high in the picture it came from.
    there = page.to_picture @ np.array([[100.0, 0.0], [0.0, 100.0], [1.0, 1.0]])
    assert np.hypot(*(there[:2, 0] - page.to_picture[:2, 2])) == pytest.approx(
        np.hypot(*(there[:2, 1] - page.to_picture[:2, 2])), rel=0.01
    )


def test_page_turned_by_half_lies_the_same_in_its_picture() -> None:
    page = flat_page(printed(TOOLMAKER, dpi=100))
    assert page is not None
    width, height = page.size
    there = page.to_picture @ np.array([10.0, 20.0, 1.0])
    back = page.upside_down().to_picture @ np.array([width - 10.0, height - 20.0, 1.0])
    assert there == pytest.approx(back)


def test_blank_picture_gives_no_page() -> None:
    assert flat_page(Image.new("L", (300, 400), 240)) is None
