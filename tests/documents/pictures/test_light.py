import numpy as np
import pytest
from PIL import Image

from recruit.documents.pictures.light import darkness_of
from tests.documents.paper import LEFT_COLUMN, RIGHT_COLUMN, TOOLMAKER, Change, faint, inverted, printed, shaded


def darkness(image: Image.Image) -> np.ndarray:
    return darkness_of(np.asarray(image.convert("L")))


@pytest.mark.parametrize("change", [shaded, faint, inverted], ids=["shadow", "faint", "white on black"])
def test_darkness_is_that_of_clean_print_whatever_the_light(change: Change) -> None:
    page = printed(TOOLMAKER, dpi=100)
    clean = darkness(page) > 128
    assert ((darkness(change(page)) > 128) == clean).mean() > 0.99


def test_dark_column_becomes_dark_letters_on_white() -> None:
    plain, dark = (
        darkness(printed(LEFT_COLUMN, RIGHT_COLUMN, dpi=100, dark=dark)) > 128 for dark in (False, True)
    )
    assert (plain == dark).mean() > 0.99


def test_blank_paper_has_no_ink() -> None:
    assert darkness_of(np.full((300, 200), 240, np.uint8)).max() == 0
