"""Shifts are numbered, and schedules are in hours."""

import pytest

from recruit.vocabulary.shapes import QuantityKind
from tests.matching.quantities.rows import found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1st shift", 1, 1),
        ("day shift", 1, 1),
        ("swing shift", 2, 2),
        ("2nd and 3rd shift", 2, 3),
        ("second/third shift", 2, 3),
        ("graveyard", 3, 3),
        ("night shift", 3, 3),
        ("Shift: 2", 2, 2),
        ("Must work nights", 3, 3),
        ("2nd or nights", 2, 3),
        ("days and nights", 1, 3),
    ],
)
def test_a_shift_has_its_number(text: str, first: float, last: float) -> None:
    ((_, low, high, unit),) = found(text, QuantityKind.SHIFT)
    assert (low, high, unit) == (first, last, "shift")


@pytest.mark.parametrize(
    "text", ["shift 2:30", "shifts 25% of the load", "makeshift", "2 nights a week", "nights away"]
)
def test_other_shifts_have_none(text: str) -> None:
    assert found(text, QuantityKind.SHIFT) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("4/10s", 40, 40, "hours/week"),
        ("4x10 schedule", 40, 40, "hours/week"),
        ("3x12", 36, 36, "hours/week"),
        ("9/80 schedule", 40, 40, "hours/week"),
        ("four 10-hour days", 40, 40, "hours/week"),
        ("40-50 hours per week", 40, 50, "hours/week"),
        ("45+ hrs/week", 45, None, "hours/week"),
        ("12-hour shifts", 12, 12, "hours/day"),
        ("6:00am - 2:30pm", 6, 14.5, "o'clock"),
        ("3:30 PM - 2:00 AM", 15.5, 2, "o'clock"),
        ("Mon-Fri 7:00-3:30", 7, 15.5, "o'clock"),
        ("weekends", None, None, "weekends"),
        ("Fri-Sun", None, None, "weekends"),
        ("rotating shifts", None, None, "rotating"),
        ("2-2-3", None, None, "rotating"),
    ],
)
def test_a_schedule_is_in_hours(text: str, low: float | None, high: float | None, unit: str) -> None:
    ((_, least, most, named),) = found(text, QuantityKind.SCHEDULE)
    assert (least, most, named) == (low, high, unit)


@pytest.mark.parametrize("text", ["no weekends", "weekends off", "4x8 sheet", "3 x 12 in plate", "call 9-5"])
def test_other_numbers_are_no_schedule(text: str) -> None:
    assert found(text, QuantityKind.SCHEDULE) == []
