"""Quantities come in reading order with their words, and none lies over another."""

from itertools import pairwise

import pytest

from recruit.matching.quantities import find_quantities

POSTING = """CNC Machinist, 2nd shift, $26\u201332/hr DOE
Holds \u00b1.0005\u2033 and 16 Ra on 5-axis mills up to 40" swing, lots of 1-50.
Lift up to 50 lbs. 4/10s. Travel 10%. 200-ton press."""


def test_every_kind_is_found_in_the_order_of_the_text() -> None:
    assert [one.kind.value for one in find_quantities(POSTING, "job")] == [
        "shift",
        "pay",
        "tolerance",
        "finish",
        "axes",
        "part_size",
        "lot_size",
        "lifting",
        "schedule",
        "travel",
        "tonnage",
    ]


def test_the_words_of_a_quantity_stand_at_its_place() -> None:
    quantities = find_quantities(POSTING, "job")
    assert all(POSTING[one.start : one.end] == one.text == one.text.strip() for one in quantities)
    assert all(one.end <= two.start for one, two in pairwise(quantities))


def test_a_text_without_numbers_has_no_quantities() -> None:
    assert find_quantities("Ran lathes and mills.", "resume") == []


def test_a_kind_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="letter"):
        find_quantities("5-axis", "letter")
