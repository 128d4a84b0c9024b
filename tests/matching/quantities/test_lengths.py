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
        ("reamed 16 H8", 0.0135),
        ("\u00d812h6 pins", 0.0055),
    ],
)
def test_a_tolerance_is_a_half_width(text: str, half_width_mm: float) -> None:
    ((_, low, high, unit),) = found(text, QuantityKind.TOLERANCE)
    assert low == high == pytest.approx(half_width_mm)
    assert unit == "mm"


def test_a_range_of_tolerances_has_both_ends() -> None:
    ((words, low, high, _),) = found("Holds .0002 to .0006 in. on spools", QuantityKind.TOLERANCE)
    assert (words, low, high) == (".0002 to .0006 in.", pytest.approx(0.00508), pytest.approx(0.01524))


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("works to IT6", ["IT6"]),
        ("600 mm to IT6", ["IT6"]),
        ("IT8/IT9", ["IT8", "IT9"]),
        ("H8 bores", ["IT8"]),
        ("H7/g6", ["IT7", "IT6"]),
        ("fits to h6", ["IT6"]),
    ],
)
def test_a_grade_without_a_size_is_told_by_its_name(text: str, grades: list[str]) -> None:
    assert [row[1:] for row in found(text, QuantityKind.TOLERANCE)] == [(None, None, grade) for grade in grades]


@pytest.mark.parametrize("text", ["H7 and P8, item 6", "row H7", "M6 screws", "gates K5, N8"])
def test_a_letter_and_a_digit_are_no_fit_without_a_size_or_its_words(text: str) -> None:
    assert found(text, QuantityKind.TOLERANCE) == []


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
        ("surface finish 20 microinches", 0.508, "um Ra"),
        ("40 uin finish", 1.016, "um Ra"),
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
        ('36" x 120" plate', '36" x 120"', 914.4, 3048.0),
        ("5' by 10' laser", "5' by 10'", 1524.0, 3048.0),
        ("table of 500 x 900 mm", "500 x 900 mm", 500.0, 900.0),
        ("blocks 6 x 8 x 10 in.", "6 x 8 x 10 in.", 152.4, 254.0),
    ],
)
def test_a_size_is_told_by_what_it_is_of(text: str, words: str, low_mm: float | None, high_mm: float) -> None:
    assert found(text, QuantityKind.PART_SIZE) == [(words, low_mm, high_mm, "mm")]


@pytest.mark.parametrize(
    "text", ["4x10 schedule", "M12 x 1.75 mm", "5 in a row", '3/8" plate', "10 feet", "2 x 4 lumber"]
)
def test_other_lengths_are_no_sizes_of_parts(text: str) -> None:
    assert found(text, QuantityKind.PART_SIZE) == []
