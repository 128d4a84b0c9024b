"""Pay has the unit its number can have; other money is no pay."""

import pytest

from recruit.vocabulary.shapes import QuantityKind
from tests.matching.quantities.rows import found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("$25-32/hr", 25, 32, "USD/hour"),
        ("Pay: $30 - $48 per hour", 30, 48, "USD/hour"),
        ("CNC operator\n$28.00 DOE", 28, 28, "USD/hour"),
        ("Machinist\nPay up to $35", None, 35, "USD/hour"),
        ("Machinist\nStarting at $22+", 22, None, "USD/hour"),
        ("18.50 an hour", 18.5, 18.5, "USD/hour"),
        ("$60K-75K a year", 60_000, 75_000, "USD/year"),
        ("Salary 60K", 60_000, 60_000, "USD/year"),
        ("$55,000 - $70,000 annually", 55_000, 70_000, "USD/year"),
        ("$1,200/week", 1200, 1200, "USD/week"),
        ("$4,500 per month", 54_000, 54_000, "USD/year"),
        ("Mon-Fri 7:00-3:30, $27-$36/hr", 27, 36, "USD/hour"),
    ],
)
def test_pay_is_read_with_its_unit(text: str, low: float | None, high: float | None, unit: str) -> None:
    ((_, least, most, named),) = found(text, QuantityKind.PAY)
    assert (least, most, named) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("EUR 24/hr", 24, 24, "EUR/hour"),
        ("\u20ac24 - \u20ac28 per hour", 24, 28, "EUR/hour"),
        ("\u00a319.50 an hour", 19.5, 19.5, "GBP/hour"),
        ("CA$34/hr", 34, 34, "CAD/hour"),
        ("$34 CAD/hour", 34, 34, "CAD/hour"),
        ("26 euros an hour", 26, 26, "EUR/hour"),
        ("C$70k - C$80k a year", 70_000, 80_000, "CAD/year"),
        ("US$28/hr", 28, 28, "USD/hour"),
        ("28 dollars an hour", 28, 28, "USD/hour"),
    ],
)
def test_pay_keeps_its_currency(text: str, low: float, high: float, unit: str) -> None:
    assert found(text, QuantityKind.PAY) == [(text, low, high, unit)]


def test_a_pound_that_is_melted_is_no_money() -> None:
    assert found("pours 150 pounds per hour", QuantityKind.PAY) == []


@pytest.mark.parametrize("text", ["$30.00/hr to $37.00/yr", "$30.00/yr to $37.00/yr"])
def test_a_unit_that_cannot_be_meant_is_put_right(text: str) -> None:
    assert found(text, QuantityKind.PAY) == [(text, 30, 37, "USD/hour")]


@pytest.mark.parametrize(
    "text",
    [
        "Machinist\n$2.00/hr shift differential",
        "Machinist\n$5,000 sign-on bonus",
        "Machinist\ntool allowance $50 an hour",
        "Machinist\nparts worth $40",
        "$700 a year",
    ],
)
def test_other_money_is_no_pay(text: str) -> None:
    assert found(text, QuantityKind.PAY) == []


@pytest.mark.parametrize("text", ["Saved $40,000 a year in scrap", "Ran a $90,000 per year budget", "$2M sales"])
def test_a_resume_tells_of_other_money_too(text: str) -> None:
    assert found(text, QuantityKind.PAY, of="resume") == []


def test_a_resume_may_name_the_pay_that_is_wanted() -> None:
    assert found("Desired pay $32/hr", QuantityKind.PAY, of="resume") == [("$32/hr", 32, 32, "USD/hour")]
