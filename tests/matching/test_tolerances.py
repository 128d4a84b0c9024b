import pytest

from recruit.matching import extract
from recruit.vocabulary.shapes import Category, SkillMention


def tolerances(text: str) -> list[SkillMention]:
    return [mention for mention in extract(text, "resume") if mention.category is Category.TOLERANCE]


@pytest.mark.parametrize(
    ("text", "written", "millimetres"),
    [
        ("Held +/-.0005 on bores", "+/-.0005", 0.0127),
        ("Held \u00b1 .0005\u2033 all day", "\u00b1 .0005\u2033", 0.0127),
        ("Turned to +-.001 daily", "+-.001", 0.0254),
        ("Ground to + / - 0.0001 in. flat", "+ / - 0.0001 in.", 0.00254),
        ("Press fits +.000/-.002 in bronze", "+.000/-.002", 0.0254),
        ("Runs true within .001 TIR", ".001 TIR", 0.0127),
        ("Spindle TIR under three tenths", "three tenths", 0.00381),
        ("Run-out of .0004 at the nose", ".0004", 0.00508),
        ("total indicator reading of .002 on rolls", ".002", 0.0254),
        ("within .0006 total runout", ".0006", 0.00762),
        ("Bolt holes to .006 true position", ".006", 0.0762),
        ("Cam profile within .004", ".004", 0.0508),
        ("Lands flat to .0004", ".0004", 0.01016),
        ("Hold 0.5 thou on dowels", "0.5 thou", 0.0127),
        ("Ground to 1.5 tenths", "1.5 tenths", 0.00381),
        ("keeps .25 thousandths", ".25 thousandths", 0.00635),
        ("1-1/2 thou on a bore", "1-1/2 thou", 0.0381),
        ("one and a half tenths", "one and a half tenths", 0.00381),
        ('Held .0004" to .0008" on spools', '.0004" to .0008"', 0.01016),
        ("Tolerances .0006-.002", ".0006-.002", 0.01524),
        ("holding 2-3 thou", "2-3 thou", 0.0508),
        ("Work within .0005", ".0005", 0.0127),
        ("Skim to five tenths", "five tenths", 0.0127),
        ("Grinds to two tenths", "two tenths", 0.00508),
        ("half a thou on the shaft", "half a thou", 0.0127),
        ("plus or minus two tenths", "plus or minus two tenths", 0.00508),
        ("Lapped to 1 micron", "1 micron", 0.001),
        ("Bores \u00b15 \u00b5m on fuel bodies", "\u00b15 \u00b5m", 0.005),
        ("Slots \u00b10.005 mm", "\u00b10.005 mm", 0.005),
        ("Metric prints, \u00b10.02 typical, mm throughout", "\u00b10.02", 0.02),
        ("20 millionths on gage blocks", "20 millionths", 0.000508),
        ("hold tenths on a Studer", "tenths", 0.00254),
        ("fit it within 1/16 and tack", "1/16", 1.5875),
        ("Bores .4998-.5003 all day", ".4998-.5003", 0.00635),
        ('Ground 1.5005" to 1.5000" shafts', '1.5005" to 1.5000"', 0.00635),
        ("Slots 0.01 mm on fuel bodies", "0.01 mm", 0.01),
        ("flat to 0.0002 inch", "0.0002 inch", 0.00508),
        ("Frames within 1/8 of an inch", "1/8 of an inch", 3.175),
        ("Rolls ground to .001 inch taper", ".001 inch", 0.0254),
        ("Seal faces lapped to two light bands", "two light bands", 0.000588),
        ("Mirrors polished to \u03bb/4", "\u03bb/4", 0.0001582),
    ],
)
def test_a_tolerance_is_found_in_every_way_of_writing_it(text: str, written: str, millimetres: float) -> None:
    (mention,) = tolerances(text)
    assert mention.text == written
    assert mention.concept == "tolerance"
    assert mention.tolerance_mm == pytest.approx(millimetres)


@pytest.mark.parametrize(
    ("text", "written"), [("Bends to \u00b10.5\u00b0", "\u00b10.5\u00b0"), ("+/- 1/2 deg", "+/- 1/2 deg")]
)
def test_the_tolerance_of_an_angle_has_no_width(text: str, written: str) -> None:
    (mention,) = tolerances(text)
    assert (mention.text, mention.concept, mention.tolerance_mm) == (written, "tolerance", None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a 16 Ra finish on seals", "16 Ra"),
        ("polished to 8 RMS", "8 RMS"),
        ("finish of 45 microinch or better", "45 microinch"),
        ("surface finish 24 microinches", "24 microinches"),
        ("12 uin finish on seats", "12 uin finish"),
    ],
)
def test_a_finish_is_a_tolerance_without_a_half_width(text: str, written: str) -> None:
    (mention,) = tolerances(text)
    assert mention.text == written
    assert mention.concept == "surface-finish"
    assert mention.tolerance_mm is None


@pytest.mark.parametrize(
    "text",
    [
        "tight tolerance work",
        "sheet .060 thick",
        "0.05 mm foil thick",
        "wire .0350-.0450",
        "tube .020-.125 wall",
        "3 to 4 in stock",
        "$1.2345-1.2350 a pound",
        ".035 wire on a push-pull gun",
        "3/8 plate and 1/4 wall tube",
        "raised output 0.05 %",
        "within 2 years",
        "up to 10 machines",
        "$0.0005 per piece",
        "call 555.0114",
        "02/2019 to 05/2021",
        "version 1.0.2",
        "\u00b1 2 hours",
        "two tenths of a mile",
        "No. 1/16",
    ],
)
def test_other_small_numbers_are_no_tolerance(text: str) -> None:
    assert tolerances(text) == []
