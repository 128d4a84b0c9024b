"""Tolerances, surface finishes and the sizes of parts, in millimetres and micrometres. Bare numbers are inches."""

import re
from collections.abc import Iterator

from recruit.documents.contents.marked import Marked
from recruit.matching.finishes import finishes_of
from recruit.matching.quantities.amounts import FROM, TO, UP_TO, Amount, PlainText, bound_of, ends_of, number_of
from recruit.matching.tolerances import MM_PER_INCH, measures_of
from recruit.vocabulary.shapes import QuantityKind

UM_PER_MICROINCH = 0.0254
#: What metric drawings call for (ISO 1302); a bare number below the finest usual microinch is one of them, too.
METRIC_FINISHES = frozenset({1.6, 3.2, 6.3, 12.5})
FINEST_WHOLE_MICROINCH = 1.0
ROUGHEST_UM = 100.0
FINISH_NUMBER = re.compile(r"\d*\.\d+|\d+")
FINISH_PARAMETERS = {"rms": "RMS", "rz": "Rz", "rmax": "Rz"}

#: Half of these is how far a size may be off: ISO 286-1 (2010), table 1, in micrometres, by the largest size in
#: millimetres.
IT_GRADES = range(5, 12)
IT_BANDS_UM = {
    3: (4, 6, 10, 14, 25, 40, 60),
    6: (5, 8, 12, 18, 30, 48, 75),
    10: (6, 9, 15, 22, 36, 58, 90),
    18: (8, 11, 18, 27, 43, 70, 110),
    30: (9, 13, 21, 33, 52, 84, 130),
    50: (11, 16, 25, 39, 62, 100, 160),
    80: (13, 19, 30, 46, 74, 120, 190),
    120: (15, 22, 35, 54, 87, 140, 220),
    180: (18, 25, 40, 63, 100, 160, 250),
    250: (20, 29, 46, 72, 115, 185, 290),
    315: (23, 32, 52, 81, 130, 210, 320),
    400: (25, 36, 57, 89, 140, 230, 360),
    500: (27, 40, 63, 97, 155, 250, 400),
}
GRADE = re.compile(
    r"(?:(?<![\w.,/$-])(?:\u00f8|dia\.?\s|diameter\s)?(?P<size>\d{1,3}(?:\.\d+)?)"
    r"(?:(?P<unit>\s?mm)\s(?:(?:bores?|shafts?|dia\.?|to|at|in)\s)*|\s?(?=h)))?"
    r"(?:(?<![\w.])|(?<=\d)(?=h))(?:it\s?(?P<grade>[5-9]|1[01])|[hgfejkmnp](?P<fit>[5-9]|1[01]))(?![\w.])"
)
GRADES = Marked(GRADE, re.compile(r"(?:it ?\d|[hgfejkmnp](?:[5-9]|1[01]))"), before=40, behind=3)
#: What says that a letter and a digit are a fit: the other half of it, in the other case, or the words of fitting.
#: Without them it may be a row of seats or a part of a drawing.
HOLE_AND_SHAFT = r"(?:[A-Z]\d\d?\s?(?:[/,&]|and|or)\s?[a-z]\d\d?|[a-z]\d\d?\s?(?:[/,&]|and|or)\s?[A-Z]\d\d?)"
FIT_PAIR = re.compile(rf"(?<!\w){HOLE_AND_SHAFT}(?!\w)")
FIT_WORDS = re.compile(
    r"(?<!\w)(?:bor(?:e|es|ed|ing)|shafts?|ream\w*|fits?|toleranc\w+|holes?|dowels?|iso|grades?)(?!\w)"
)
FIT_REACH = 24

LENGTH_MM = {"in": MM_PER_INCH, "ft": 12 * MM_PER_INCH, "mm": 1.0, "cm": 10.0, "m": 1000.0}
LENGTH_UNIT = (
    r"(?:(?P<in>\"|''|inch(?:es)?(?!\w)|in\.?(?=\s(?:dia|od|id|long|wide|tall|bore|swing|chuck|bar|round|parts?|cap|x)"
    r"|\s?x|[\s,;)]*$))|(?P<ft>'(?!\w)|feet(?!\w)|foot(?!\w)|ft\.?(?!\w))"
    r"|(?P<mm>mm(?!\w)|millimet(?:er|re)s?)|(?P<cm>cm(?!\w))|(?P<m>met(?:er|re)s?(?!\w)))"
)
SIZE_NUMBER = r"(?:\d+[ -]\d+/\d+|\d+/\d+|\d{1,3}(?:,\d{3})+|\d*\.\d+|\d+)"
WHAT = (
    r"[ -]?(?:dia(?:m(?:eter)?s?)?\.?|o\.?d\.?|i\.?d\.?|long|lengths?|in length|in dia(?:meter)?|tall|high|wide"
    r"|bores?|swing|chucks?|bar(?:s|[ -]?stock)?|rounds?|parts?|envelope|work ?pieces?|capacity|cube)(?!\w)"
)
SIZE = re.compile(
    rf"(?<![\w.$/])(?<!x )(?:(?P<up>{UP_TO}\s)|(?P<from>{FROM}\s))?"
    rf"(?P<low>{SIZE_NUMBER})\s?(?:{LENGTH_UNIT.replace('?P<', '?P<first_')})?"
    rf"(?:{TO}(?P<high>{SIZE_NUMBER})\s?)?(?:{LENGTH_UNIT}){WHAT}"
)
SIZES = Marked(
    SIZE,
    re.compile(
        r"(?:\"|'|in|inch|inches|ft|feet|foot|mm|cm|meters?|metres?)\.?"
        r"(?=[ -]?(?:dia|o\.?d|i\.?d|long|length|in |tall|hi|wid|bor|sw|ch|bar|rou|par|env|work|cap|cube))"
    ),
    before=48,
    behind=16,
)
#: The sides of a sheet, a table or a block: "36\" x 96\"", "4 x 8 ft".
SIDE_UNIT = r"(?:\"|''|in(?:ch(?:es)?)?\.?(?!\w)|'|feet(?!\w)|foot(?!\w)|ft\.?(?!\w)|mm(?!\w)|cm(?!\w))"
SIDES = Marked(
    re.compile(
        rf"(?<![\w.$/x-])(?<!x )(?P<first>{SIZE_NUMBER})(?:\s?(?P<first_unit>{SIDE_UNIT}))?\s?(?:x|by)\s?"
        rf"(?P<second>{SIZE_NUMBER})(?:\s?(?P<second_unit>{SIDE_UNIT}))?"
        rf"(?:\s?(?:x|by)\s?(?P<third>{SIZE_NUMBER})(?:\s?(?P<third_unit>{SIDE_UNIT}))?)?(?![\w/])"
    ),
    re.compile(r"(?:x|by)(?= ?[\d.])"),
    before=16,
    behind=32,
)
LONGEST_MM = 60_000.0


def find_tolerances(read: PlainText) -> Iterator[Amount]:
    """Half-widths of tolerances, however they are written, and of grades where the size is known."""
    for measure in measures_of(read.lower):
        if measure.half_width_mm is not None:
            low, high = measure.half_width_mm, measure.widest_mm or measure.half_width_mm
            yield Amount(measure.start, measure.end, QuantityKind.TOLERANCE, low, high, "mm")
    for match in GRADES.finditer(read.lower):
        if match["grade"] or match["size"] or is_fit(read, match):
            grade = int(match["grade"] or match["fit"])
            half_width = half_width_of(grade, match["size"])
            unit = f"IT{grade}" if half_width is None else "mm"
            yield Amount(match.start(), match.end(), QuantityKind.TOLERANCE, half_width, half_width, unit)


def is_fit(read: PlainText, match: re.Match[str]) -> bool:
    """Whether "H7" stands with the shaft of its fit, or beside the words of fitting."""
    start, end = max(0, match.start() - FIT_REACH), match.end() + FIT_REACH
    if any(
        pair.start() + start <= match.start() < pair.end() + start
        for pair in FIT_PAIR.finditer(read.text[start:end])
    ):
        return True
    return FIT_WORDS.search(read.lower, start, end) is not None


def half_width_of(grade: int, size: str | None) -> float | None:
    """Half the band of a grade at a size in millimetres; None where it is not known."""
    if size is None:
        return None
    largest = next((row for row in IT_BANDS_UM if float(size) <= row), None)
    return None if largest is None else IT_BANDS_UM[largest][IT_GRADES.index(grade)] / 2000


def find_finishes(read: PlainText) -> Iterator[Amount]:
    """Roughness in micrometres, by the parameter that is named; without a unit it is told by its number."""
    for match in finishes_of(read.lower):
        number = FINISH_NUMBER.search(match[0])
        if number is None:
            continue
        value = float(number[0])
        is_metric = "um" in match[0] or "\u00b5m" in match[0]
        if not is_metric and "in" not in match[0]:
            is_metric = value < FINEST_WHOLE_MICROINCH or value in METRIC_FINISHES
        roughness = round(value if is_metric else value * UM_PER_MICROINCH, 4)
        parameter = next((name for word, name in FINISH_PARAMETERS.items() if word in match[0]), "Ra")
        if 0 < roughness <= ROUGHEST_UM:
            yield Amount(match.start(), match.end(), QuantityKind.FINISH, roughness, roughness, f"um {parameter}")


def find_sizes(read: PlainText) -> Iterator[Amount]:
    """Sizes of parts and of what holds them, in millimetres."""
    for match in SIZES.finditer(read.lower):
        low, high = ends_of(match["low"], match["high"], bound_of(match))
        unit = next(unit for unit in LENGTH_MM if match[unit])
        first = next((name for name in LENGTH_MM if match[f"first_{name}"]), unit)
        low_mm = None if low is None else round(low * LENGTH_MM[first if match["high"] else unit], 4)
        high_mm = None if high is None else round(high * LENGTH_MM[unit], 4)
        if 0 < (high_mm or low_mm or 0) <= LONGEST_MM and (low_mm or 0) <= (high_mm or LONGEST_MM):
            yield Amount(match.start(), match.end(), QuantityKind.PART_SIZE, low_mm, high_mm, "mm")
    for match in SIDES.finditer(read.lower):
        sides = sides_mm(match)
        if sides and min(sides) > 0 and max(sides) <= LONGEST_MM:
            yield Amount(match.start(), match.end(), QuantityKind.PART_SIZE, min(sides), max(sides), "mm")


def sides_mm(match: re.Match[str]) -> list[float]:
    """The sides that a match names in millimetres, each in its unit or in that of the last; none without one."""
    unit, sides = match["third_unit"] or (None if match["third"] else match["second_unit"]), []
    for name in ("third", "second", "first"):
        if unit is None:
            return []
        if match[name]:
            unit = match[f"{name}_unit"] or unit
            sides.append(round(number_of(match[name]) * LENGTH_MM[length_named(unit)], 4))
    return sides


def length_named(written: str) -> str:
    """Which unit of length a sign or a word stands for."""
    if written == "'" or written[0] == "f":
        return "ft"
    return written if written in LENGTH_MM else "in"
