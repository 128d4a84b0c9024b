import numpy as np
import pytest

from recruit.documents.pictures.light import darkness_of
from recruit.documents.pictures.straightness import letter_height_of, skew_of
from tests.documents.paper import LEFT_COLUMN, RIGHT_COLUMN, TOOLMAKER, grainy, printed, turned


@pytest.mark.parametrize("degrees", [-5, -1.3, 0, 0.4, 4.2])
def test_skew_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    page = grainy()(turned(degrees)(printed(TOOLMAKER, dpi=140)))
    across, found = skew_of(darkness_of(np.asarray(page)))
    assert not across
    assert found == pytest.approx(-degrees, abs=0.1)


@pytest.mark.parametrize("degrees", [90, 270])
@pytest.mark.parametrize("columns", [(TOOLMAKER,), (LEFT_COLUMN, RIGHT_COLUMN)], ids=["one column", "two columns"])
def test_lines_across_the_picture_are_told(columns: tuple[tuple[str, ...], ...], degrees: int) -> None:
    page = turned(degrees)(printed(*columns, dpi=100)).convert("L")
    assert skew_of(darkness_of(np.asarray(page)))[0]


def test_edge_of_a_dark_column_is_no_line_of_text() -> None:
    page = printed(LEFT_COLUMN, RIGHT_COLUMN, dpi=140, dark=True).convert("L")
    assert skew_of(darkness_of(np.asarray(page))) == (False, pytest.approx(0, abs=0.1))


def test_letters_are_measured_from_top_to_foot() -> None:
    pages = (np.asarray(printed(TOOLMAKER, dpi=dpi).convert("L")) for dpi in (100, 200))
    low, high = (letter_height_of(darkness_of(page)) for page in pages)
    assert low is not None
    assert high == pytest.approx(2 * low, rel=0.15)


def test_paper_without_lines_has_no_letter_height() -> None:
    assert letter_height_of(np.zeros((400, 300), np.uint8)) is None
