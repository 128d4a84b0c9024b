"""Lengths are in millimetres and roughness is in micrometres; US shops write inches and microinches."""

import pytest

from recruit.vocabulary.shapes import QuantityKind
from tests.matching.quantities.rows import found


@pytest.mark.parametrize(
    ("text", "half_width_mm"),
    [
        ("Skims to five tenths", 0.0127),
        ("half a thou on the shaft", 0.0127),
        ("Holds +.000/-.0002 on pins", 0.00254),
        ("Bores .4998-.5003", 0.00635),
        ("runs true within .001 TIR", 0.0127),
        ("laps to 2 microns", 0.002),
        ("holds 0.01 mm", 0.01),
        ("20 mm H7 bores", 0.0105),
        ("25 mm shafts to IT6", 0.0065),
        ("400 mm to IT11", 0.18),
        ("works to IT6", None),
        ("600 mm to IT6", None),
    ],
)
def test_a_tolerance_is_a_half_width(text: str, half_width_mm: float | None) -> None:
    ((_, low, high, unit),) = found(text, QuantityKind.TOLERANCE)
    assert low == high == (None if half_width_mm is None else pytest.approx(half_width_mm))
    assert unit == "mm"


def test_a_letter_and_a_digit_are_no_fit_without_a_size() -> None:
    assert found("H7 and P8, item 6", QuantityKind.TOLERANCE) == []


@pytest.mark.parametrize(
    ("text", "roughness_um", "unit"),
    [
        ("16 Ra finish", 0.4064, "um Ra"),
        ("8 RMS", 0.2032, "um RMS"),
        ("32 microinch finish", 0.8128, "um Ra"),
        ("Ra 0.8 \u00b5m", 0.8, "um Ra"),
        ("0.4 Ra", 0.4, "um Ra"),
        ("Ra 3.2", 3.2, "um Ra"),
        ("Rz 6.3 um", 6.3, "um Rz"),
        ("125 Ra", 3.175, "um Ra"),
    ],
)
def test_a_finish_has_its_parameter(text: str, roughness_um: float, unit: str) -> None:
    ((_, low, high, named),) = found(text, QuantityKind.FINISH)
    assert (low, high, named) == (pytest.approx(roughness_um), pytest.approx(roughness_um), unit)


@pytest.mark.parametrize(
    ("text", "words", "low_mm", "high_mm"),
    [
        ("parts up to 60 inches long", "up to 60 inches long", None, 1524.0),
        ('12" dia chuck', '12" dia', 304.8, 304.8),
        ("from .125 to 4 inch diameter", "from .125 to 4 inch diameter", 3.175, 101.6),
        ('1-1/2" bar stock', '1-1/2" bar stock', 38.1, 38.1),
        ("300 mm swing", "300 mm swing", 300.0, 300.0),
        ("beams 20 ft long", "20 ft long", 6096.0, 6096.0),
    ],
)
def test_a_size_is_told_by_what_it_is_of(text: str, words: str, low_mm: float | None, high_mm: float) -> None:
    assert found(text, QuantityKind.PART_SIZE) == [(words, low_mm, high_mm, "mm")]


@pytest.mark.parametrize("text", ['24" x 48" parts', "5 in a row", '3/8" plate', "10 feet"])
def test_other_lengths_are_no_sizes_of_parts(text: str) -> None:
    assert found(text, QuantityKind.PART_SIZE) == []
