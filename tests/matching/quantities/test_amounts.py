"""Numbers are read in digits, as fractions and as words; a range has two ends, and "up to" has one."""

import pytest

from recruit.matching.quantities.amounts import PlainText, ends_of, number_of
from recruit.vocabulary.shapes import Kind


@pytest.mark.parametrize(
    ("written", "value"),
    [("1,200", 1200), (".5", 0.5), ("3/8", 0.375), ("1-1/2", 1.5), ("2 1/4", 2.25), ("four", 4)],
)
def test_a_number_has_one_value_however_it_is_written(written: str, value: float) -> None:
    assert number_of(written) == value


def test_a_fraction_of_nothing_is_nothing() -> None:
    assert number_of("3/0") == 0.0


def test_ends_are_in_order_and_may_be_open() -> None:
    assert ends_of("50", "25") == (25, 50)
    assert ends_of("50", None) == (50, 50)
    assert ends_of("50", None, "up") == (None, 50)
    assert ends_of("50", None, "from") == (50, None)
    assert ends_of(None, "50") == (None, 50)


def test_a_text_knows_its_parts_and_lines() -> None:
    text = "Machinist\n\nPay:\n$30 and up"
    read = PlainText(text=text, lower=text.lower(), kind=Kind.JOB)
    assert read.is_in(text.index("$30"), frozenset({"pay"}))
    assert not read.is_in(0, frozenset({"pay"}))
    assert read.before(text.index("30"), 20) == "$"
