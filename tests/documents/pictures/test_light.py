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


def test_ink_in_a_deep_shadow_is_as_dark_as_in_the_light() -> None:
    page = printed(TOOLMAKER, dpi=100).convert("L")
    light = np.linspace(1.0, 0.2, page.height)[:, None]
    shadowed = Image.fromarray((np.asarray(page) * light).astype(np.uint8))
    clean = darkness(page) > 128
    written = slice(0, clean.any(axis=1).nonzero()[0].max())
    assert ((darkness(shadowed) > 128) == clean)[written].mean() > 0.99
    assert darkness(shadowed)[clean].min() > 60


def test_dark_column_becomes_dark_letters_on_white() -> None:
    plain, dark = (
        darkness(printed(LEFT_COLUMN, RIGHT_COLUMN, dpi=100, dark=dark)) > 128 for dark in (False, True)
    )
    assert (plain == dark).mean() > 0.99


def test_blank_paper_has_no_ink() -> None:
    assert darkness_of(np.full((300, 200), 240, np.uint8)).max() == 0
