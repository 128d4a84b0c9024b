"""Lifting is in pounds, travel in percent of the time or in miles."""

import pytest

from recruit.vocabulary.shapes import QuantityKind
from tests.matching.quantities.rows import found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("lift up to 50 lbs", None, 50),
        ("able to lift 25-50 pounds", 25, 50),
        ("lift and carry 20 kg", 44.1, 44.1),
        ("50 lb lifting", 50, 50),
        ("lifting 75#", 75, 75),
        ("lift 50+ lbs", 50, None),
        ("lift sixty-five pounds", 65, 65),
        ("lift fifty (50) pounds", 50, 50),
        ("lifting up to one hundred lbs", None, 100),
        ("carry twenty to forty pounds", 20, 40),
    ],
)
def test_lifting_is_in_pounds(text: str, low: float | None, high: float | None) -> None:
    ((_, least, most, unit),) = found(text, QuantityKind.LIFTING)
    assert (least, most, unit) == (low, high, "lb")


@pytest.mark.parametrize("text", ["lift truck, 5000 lb castings", "a 50 lb vise", "overhead lifting. 20 lb parts"])
def test_other_weights_are_not_lifted(text: str) -> None:
    assert found(text, QuantityKind.LIFTING) == []


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("Travel up to 25%", "Travel up to 25%", None, 25, "percent"),
        ("10-20% travel", "10-20% travel", 10, 20, "percent"),
        ("travel within a 50 mile radius", "travel within a 50 mile radius", None, 50, "miles"),
        ("live within 30 miles of the shop", "within 30 miles", None, 30, "miles"),
        ("within 35 miles of Akron", "within 35 miles", None, 35, "miles"),
        ("within 100 km of the plant", "within 100 km", None, 62.1, "miles"),
    ],
)
def test_travel_is_a_share_of_time_or_a_distance(
    text: str, words: str, low: float | None, high: float, unit: str
) -> None:
    assert found(text, QuantityKind.TRAVEL) == [(words, low, high, unit)]


@pytest.mark.parametrize("text", ["travel of the X axis", "cut scrap 20%", "drove 30 miles", "12 miles of pipe"])
def test_other_ways_are_no_travel(text: str) -> None:
    assert found(text, QuantityKind.TRAVEL) == []
