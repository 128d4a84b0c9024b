import numpy as np
import pytest
from PIL import Image

from recruit.documents.pictures.sheets import homography, moved, sheet_in
from tests.documents.paper import LEFT_COLUMN, RIGHT_COLUMN, TOOLMAKER, photographed, printed, shaded, turned


def small(image: Image.Image) -> np.ndarray:
    image.thumbnail((320, 320), Image.Resampling.BOX)
    return np.asarray(image.convert("RGB")).min(axis=2)


@pytest.mark.parametrize("is_shaded", [False, True], ids=["even light", "shadow"])
def test_corners_of_a_sheet_on_a_desk_are_found(is_shaded: bool) -> None:
    page = printed(TOOLMAKER, dpi=100)
    picture = small(photographed(shaded(page) if is_shaded else page))
    height, width = picture.shape
    corners = sheet_in(picture)
    assert corners is not None
    placed = np.array([[0.07, 0.06], [0.9, 0.1], [0.97, 0.94], [0.03, 0.9]]) * (width, height)
    assert np.abs(corners - placed).max() < 4


@pytest.mark.parametrize(
    "page",
    [
        printed(TOOLMAKER, dpi=72),
        printed(LEFT_COLUMN, RIGHT_COLUMN, dpi=72, dark=True),
        turned(3)(printed(TOOLMAKER, dpi=72)),
        Image.new("RGB", (300, 400), "white"),
        Image.new("RGB", (300, 400), "black"),
    ],
    ids=["page", "dark column", "skewed", "white", "black"],
)
def test_scanned_page_is_no_sheet_on_a_desk(page: Image.Image) -> None:
    assert sheet_in(small(page)) is None


def test_change_of_perspective_takes_each_corner_to_its_place() -> None:
    source = np.array([[3.0, 5.0], [90.0, 2.0], [99.0, 120.0], [1.0, 110.0]])
    target = np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 130.0], [0.0, 130.0]])
    assert moved(homography(source, target), source) == pytest.approx(target)
