import numpy as np
import pytest
from PIL import Image

from recruit.documents.pictures.light import darkness_of
from recruit.documents.pictures.straightness import Ink, ink_of, lines_of, skew_of, stroke_spacing_of
from tests.documents.paper import LEFT_COLUMN, RIGHT_COLUMN, TOOLMAKER, grainy, printed, turned


def ink(image: Image.Image) -> Ink:
    return ink_of(darkness_of(np.asarray(image.convert("L"))))


@pytest.mark.parametrize("degrees", [-5, -1.3, 0, 0.4, 4.2])
def test_skew_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    page = grainy()(turned(degrees)(printed(TOOLMAKER, dpi=140)))
    across, found = skew_of(ink(page))
    assert not across
    assert found == pytest.approx(-degrees, abs=0.1)


@pytest.mark.parametrize("degrees", [90, 270])
@pytest.mark.parametrize("columns", [(TOOLMAKER,), (LEFT_COLUMN, RIGHT_COLUMN)], ids=["one column", "two columns"])
def test_lines_across_the_picture_are_told(columns: tuple[tuple[str, ...], ...], degrees: int) -> None:
    assert skew_of(ink(turned(degrees)(printed(*columns, dpi=100))))[0]


def test_edge_of_a_dark_column_is_no_line_of_text() -> None:
    page = printed(LEFT_COLUMN, RIGHT_COLUMN, dpi=140, dark=True)
    assert skew_of(ink(page)) == (False, pytest.approx(0, abs=0.1))


def test_lines_come_out_level() -> None:
    page = ink(turned(4)(printed(TOOLMAKER, dpi=100))).level(-4)
    assert skew_of(page) == (False, pytest.approx(0, abs=0.1))


@pytest.mark.parametrize("degrees", [-3, 0, 3])
def test_few_lines_are_measured_as_well_as_a_page_of_them(degrees: int) -> None:
    few, many = (
        lines_of(ink(turned(degrees)(printed(lines, dpi=140))).level(-degrees)).height
        for lines in (TOOLMAKER[4:6], TOOLMAKER)
    )
    assert many is not None
    assert few == pytest.approx(many, abs=1)


def test_letters_are_measured_from_top_to_foot() -> None:
    low, high = (lines_of(ink(printed(TOOLMAKER, dpi=dpi))).height for dpi in (100, 200))
    assert low is not None
    assert high == pytest.approx(2 * low, rel=0.15)


@pytest.mark.parametrize("font", ["Helvetica", "Times-Italic", "Courier"])
@pytest.mark.parametrize("degrees", [0, 180], ids=["upright", "upside down"])
def test_page_upside_down_is_told_by_how_far_letters_reach(font: str, degrees: int) -> None:
    page = turned(degrees)(printed(TOOLMAKER, font=font, dpi=100))
    assert lines_of(ink(page)).are_upside_down == (degrees == 180)


def test_capitals_and_figures_are_taken_to_be_upright() -> None:
    page = printed([line.upper() for line in TOOLMAKER], font="Times-Italic", dpi=100)
    assert not lines_of(ink(page)).are_upside_down


def test_paper_without_lines_has_no_letter_height() -> None:
    assert lines_of(ink(Image.new("L", (300, 400), 255))).height is None


def test_wide_letters_stand_further_apart() -> None:
    narrow, wide = (
        stroke_spacing_of(darkness_of(np.asarray(page)), 17, across=False)
        for page in (printed(TOOLMAKER, font=font, dpi=120).convert("L") for font in ("Times-Roman", "Courier"))
    )
    assert narrow is not None
    assert wide is not None
    assert wide > 1.1 * narrow


def test_paper_without_strokes_has_no_spacing() -> None:
    assert stroke_spacing_of(np.zeros((400, 300), np.uint8), 12, across=False) is None
