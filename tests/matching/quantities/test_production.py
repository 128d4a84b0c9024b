"""Axes, tons and pieces are counted, whether in digits or in words."""

import pytest

from recruit.vocabulary.shapes import QuantityKind
from tests.matching.quantities.rows import found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5-axis mills", 5, 5),
        ("five axis", 5, 5),
        ("3, 4 and 5 axis mills", 3, 5),
        ("3/4/5-axis", 3, 5),
        ("3+2", 5, 5),
    ],
)
def test_axes_are_counted(text: str, low: float, high: float) -> None:
    ((_, least, most, unit),) = found(text, QuantityKind.AXES)
    assert (least, most, unit) == (low, high, "axes")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("60 to 400 ton presses", 60, 400),
        ("a 150-ton brake", 150, 150),
        ("presses up to 1,200 tons", None, 1200),
    ],
)
def test_presses_have_tons(text: str, low: float | None, high: float) -> None:
    ((_, least, most, unit),) = found(text, QuantityKind.TONNAGE)
    assert (least, most, unit) == (low, high, "tons")


def test_tons_of_goods_are_no_press() -> None:
    assert found("moved 20 tons of bar a day", QuantityKind.TONNAGE) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("lot sizes of 1-50", 1, 50),
        ("lots of 5 to 500 pieces", 5, 500),
        ("runs of 10,000", 10_000, 10_000),
        ("500 piece runs", 500, 500),
        ("batches up to 20k", None, 20_000),
        ("quantities from 1k to 5k", 1000, 5000),
        ("runs of 500+", 500, None),
    ],
)
def test_lots_have_pieces(text: str, low: float | None, high: float | None) -> None:
    ((_, least, most, unit),) = found(text, QuantityKind.LOT_SIZE)
    assert (least, most, unit) == (low, high, "pieces")


@pytest.mark.parametrize("text", ["lots of experience", "runs 3 machines", "lots of 12 hour days"])
def test_other_lots_and_runs_have_none(text: str) -> None:
    assert found(text, QuantityKind.LOT_SIZE) == []
