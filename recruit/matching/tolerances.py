"""Numeric tolerances and surface finishes, as shops write them, in millimetres.

Bare small decimals are inches, the custom of US shops; "tenths" are ten-thousandths of an inch. A half-width is
how far something may be off what is drawn: the number itself for "+/-" and "within", half the band for
"+.000/-.002". Runout is the full movement of an indicator, and the zones of position and profile are told by
their full width, half to each side of what is drawn (ASME Y14.5-2018): of these it is half the number. Deviations
of form (flatness, roundness) are off nothing drawn, so their number stays whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recruit.documents.contents.marked import Marked
from recruit.matching.finishes import finishes_of
from recruit.matching.reading import Draft, Reading
from recruit.vocabulary.concepts import Concept

MM_PER_INCH = 25.4  # exactly: NIST SP 811 (2008), appendix B
# Anything wider is a size, a thickness or a percentage.
WIDEST_INCH = 0.13
WIDEST_MM = 1.0
WIDEST_STATED_MM = 6.4  # with a sign and a unit: a quarter inch of a ship's plate
# From here on a bare number with millimetres near it is one of them.
SMALLEST_BARE_MM = 0.01
METRIC_REACH = 60  # characters
# Four decimals of an inch are written for nothing but a tolerance.
FINE_DECIMALS = 4
FINE_INCH = 0.005
# So are two of a millimetre, and two sizes of four decimals that are this close, so many times the band.
FINE_METRIC_DECIMALS = 2
FINE_MM = 0.05
WIDEST_BAND_INCH = 0.01
SIZE_TO_BAND = 20
CONTEXT = 40  # characters before a number that may say what it is

UNIT_IN_MM = {
    "in": MM_PER_INCH,
    "mm": 1.0,
    "micron": 0.001,
    "thou": MM_PER_INCH / 1000,
    "tenth": MM_PER_INCH / 10_000,
    "millionth": MM_PER_INCH / 1_000_000,
}
COUNT: dict[str, float] = {
    "half": 0.5, "a": 1, "an": 1, "one": 1, "couple": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20, "fifty": 50,
}  # fmt: skip

NUMBER = r"(?:\d+/\d+|\d*\.\d+|\d+)"
INCH = r"(?:\"|''|&quot;|(?:of an? )?inch(?:es)?\b|in\.|in\b(?=\s*(?:[,;:)\n]|$)))"
UNIT = (
    rf"(?P<in>{INCH})|(?P<mm>mm\b|millimet(?:er|re)s?\b)|(?P<micron>µm|um\b|microns?\b)|"
    r"(?P<millionth>millionths?\b|micro[- ]?inch(?:es)?\b|[µu]in\b)|(?P<tenth>tenths?\b|ten[- ]thousandths?\b)|"
    r"(?P<thou>thou\b|thousandths?\b|mils?\b)"
)
NOT_A_LENGTH = r"(?!\s*(?:%|°|deg|percent|lb|psi|hour|hr|day|min|sec|year|yr|volt|amp|ton|ft|feet))"
WORD_COUNT = (
    "(?:one|two|three|four|five) and a half|half|a|an|one|(?:a )?couple|two|three|four|five|six|seven|eight|nine"
    "|ten|twenty|fifty"
)
INDICATED = (
    r"(?:t\.?i\.?r\b\.?|f\.?i\.?m\b\.?|(?:total |full )?indicator (?:readings?|run-?out|movement)|run-?out)"
)
BEFORE = (
    r"(?:within|inside|hold(?:ing|s)?|held|to|tolerances?(?: (?:of|to|as \w+ as|down to))?"
    r"|accura(?:te|cy)(?: \w+){0,2}"
    rf"|true|{INDICATED}(?: of| is|:)?|(?:gaps?|end play|backlash|clearances?)(?: of)?|flat(?:ness)?(?: of)?"
    r"|parallel(?:ism)?|square|round(?:ness)?|concentric(?:ity)?"
    r"|position(?: of)?|bores?|profile(?: of)?|straight(?:ness)?|under|less than|as \w+ as"
    r"|repeatab\w+|fits?(?: of)?|peaking|banding|plumb(?:ness)?)"
)
AFTER = (
    rf"\"?[ ]*(?:in\.?|inch(?:es)?)?[ ]*(?:{INDICATED}|taper|total|flat\w*|parallel\w*"
    r"|square\w*|round\w*|overall"
    r"|concentric\w*|tolerances?|true position|position|perpendicular\w*|straight\w*|on the|clearance"
    r"|fit|reveals?|max(?:imum)?\b|at (?:mmc|lmc)\b|(?:over|across|in) \d+\s?(?:'|\"|ft|feet|in|mm))"
)
SIGN = r"(?:±|&plusmn;|\+\s?/?\s?-|-\s?/\s?\+|\+ or -|plus(?: or |/| ?- ?|-or-)?minus)"

ANGLES = Marked(
    re.compile(rf"{SIGN}\s?{NUMBER}\s?(?:°|deg(?:rees?)?\b|arc[ -]?(?:min|sec)\w*)"),
    re.compile(r"°|deg|arc[ -]?[ms]"),
    before=24,
    behind=12,
    hints=("°", "deg", "arc"),
)
LIGHTS = Marked(
    re.compile(
        rf"(?<!\w)(?:(?P<number>{NUMBER}|{WORD_COUNT})\s(?:helium\s)?light[\s-]bands?\b"
        r"|(?:λ|lambda|wave)\s?/\s?(?P<part>\d{1,2})(?!\d))"
    ),
    re.compile(r"light[\s-]band|(?:λ|lambda|wave)\s?/"),
    before=24,
    behind=6,
    hints=("band", "λ", "lambda", "wave"),
)
TIR = r"(?P<tir>\s*(?:tir|t\.i\.r\.?|fim)\b)?"
FULL_WIDTH = rf"(?:{INDICATED}|(?:true )?position(?!ing)|profiles?)"
FULL_WIDTH_BEFORE = re.compile(
    rf"(?<!\w){FULL_WIDTH}"
    r"(?:\s(?:of|to|within|under|at|is|was|held|better|less|than|below|down|an?|tolerances?)|:|\s?ø)*\s*$"
)
FULL_WIDTH_BEHIND = re.compile(
    rf"[\"']*\s*(?:(?:in\.?|inch(?:es)?|max\w*|total|true|or (?:less|better)|of|on|in)\s)*{FULL_WIDTH}(?!\w)"
)
ONE_SIDED = re.compile(
    rf"\+(?<![\w.]\+)\s?(?P<up>\d*\.\d+|0)\s?(?:{INCH}|mm)?\s?[/,]?\s?-\s?(?P<down>\d*\.\d+|0)\s?(?:{UNIT})?(?![\w%])"
)
LIMITS = re.compile(
    rf"(?<![\w.$])(?P<low>\d{{0,2}}\.\d{{3,4}})\s?(?:{INCH})?\s?(?:-|/|to)\s?"
    rf"(?P<high>\d{{0,2}}\.\d{{3,4}})(?:\s?{INCH})?(?![\w.]|\s?mm)"
)
PLUS_MINUS = re.compile(rf"{SIGN}\s?(?P<number>{NUMBER}|{WORD_COUNT})(?:[\s-]?(?:{UNIT}))?{NOT_A_LENGTH}(?![\d/])")
#: Two numbers between which what is held lies, not the two limits of a size.
RANGE = re.compile(
    rf"(?<![\w.$/])(?P<number>{NUMBER})\s?-?(?:{INCH}|mm\b|µm|um\b|microns?\b|thou\b|tenths?\b)?\s?(?:-|to|and)\s?"
    rf"(?P<high>{NUMBER})(?:\s?-?(?:{UNIT}))?{TIR}{NOT_A_LENGTH}(?![\d/-]|\.\d)"
)
NUMBERED = re.compile(rf"(?<![\w.$/])(?P<number>{NUMBER})(?:\s?-?(?:{UNIT})){TIR}{NOT_A_LENGTH}")
BARE = re.compile(rf"(?<![\w.$/#-])(?P<number>0?\.0\d{{2,5}}){TIR}(?![\d%\w-]|\.\d)")
COUNTED = re.compile(
    rf"(?<![\w./])(?P<number>{WORD_COUNT}|(?:\d[ -])?\d/\d{{1,2}}|\d{{0,2}}\.\d{{1,3}}|\d{{1,2}})"
    r"\s(?:of\s)?(?:an?\s)?"
    r"(?P<unit>tenths?|thou(?:sandths?)?|millionths?|microns?)\b(?! of (?:a |an )?(?:second|mile"
    r"|percent|cent|point|my|the|our|his|her|their|all|what)\b)"
)
HELD_TENTHS = re.compile(
    r"\b(?:hold(?:s|ing)?|held|within|to(?: the| a)?|in(?:to)? the)\s(?P<unit>tenths?|sixteenth)\b(?! of| mic)"
)
FRACTION = re.compile(rf"(?P<number>1(?<![\w/]1)/(?:8|16|32|64|128))(?:\s?{INCH})?(?![\d/])")
CONTEXT_BEFORE = re.compile(rf"(?<!\w){BEFORE}\s*(?:a\s|an\s)?$")
CONTEXT_AFTER = re.compile(AFTER)
THICKNESS = re.compile(
    r"[\"']?[ ]*(?:in\.?[ ]|inch(?:es)?[ ])?(?:thick|wire|sheet|wall|gauge|gage|stock|plate|phosphor"
    r"|shim|foil|dia|drill"
    r"|id\b|od\b|long|to[ ]|-[ ])"
)
DIAMETRAL = re.compile(r"[\"']?[ ]*(?:in\.?[ ])?dia")
#: Where a number begins: all that numbers are told by is tried there and nowhere else.
NUMBER_START = re.compile(r"[\d.](?<![\w.$/][\d.])")
COUNTS = Marked(COUNTED, re.compile(r"[tm](?<!\w[tm])(?:enth|hou|illionth|icron)"), before=24, behind=32)
LIMIT_PAIRS = Marked(LIMITS, re.compile(r"\.\d{3,4}(?=\D{1,6}\d{0,2}\.\d{3,4})"), before=3, behind=16)
TENTHS = Marked(HELD_TENTHS, re.compile("tenth|sixteenth"), before=12, behind=8, hints=("tenth", "sixteenth"))
METRIC = re.compile(r"\bmm\b|metric")
#: Half the wavelength of the helium lamp that optical flats are read by, and the whole of the laser's.
LIGHT_BAND_MM, WAVE_MM = 0.000294, 0.0006328
SIXTEENTH_MM = MM_PER_INCH / 16


@dataclass(frozen=True, slots=True)
class Measure:
    """A tolerance found: its span and half-width, which a finish and an angle have none of.

    Of a range it is the tightest, and ``widest_mm`` its other end.
    """

    start: int
    end: int
    half_width_mm: float | None
    is_finish: bool = False
    widest_mm: float | None = None


def find_tolerances(reading: Reading, concepts: Mapping[str, Concept]) -> list[Draft]:
    """Every numeric tolerance and surface finish of a text.

    Parameters
    ----------
    reading : Reading
        With its words.
    concepts : Mapping of str to Concept
        Holds "tolerance" and "surface-finish".

    Returns
    -------
    list of Draft
        In reading order, without overlaps; ``tolerance_mm`` is None for a finish.
    """
    taken = bytearray(len(reading.lower))
    found: list[Measure] = []
    for measure in measures_of(reading.lower):
        if taken.find(1, measure.start, measure.end) < 0:
            taken[measure.start : measure.end] = b"\x01" * (measure.end - measure.start)
            found.append(measure)
    return [draft_of(reading, measure, concepts) for measure in sorted(found, key=lambda one: one.start)]


def measures_of(lower: str) -> Iterator[Measure]:
    """Candidates, the surest way of writing first."""
    for match in finishes_of(lower):
        yield Measure(match.start(), match.end(), None, is_finish=True)
    for match in ANGLES.finditer(lower):
        yield Measure(match.start(), match.end(), None)
    for match in LIGHTS.finditer(lower):
        size = value_of(match["number"]) * LIGHT_BAND_MM if match["number"] else WAVE_MM / float(match["part"])
        yield Measure(match.start(), match.end(), round(size, 7))
    for match in ONE_SIDED.finditer(lower):
        yield from measured(lower, match, (float(match["up"]) + float(match["down"])) / 2, unit_of(match))
    for match in LIMIT_PAIRS.finditer(lower):
        yield from between_limits(match)
    for match in PLUS_MINUS.finditer(lower):
        widest = WIDEST_STATED_MM if unit_of(match) else WIDEST_INCH * MM_PER_INCH
        yield from measured(lower, match, value_of(match["number"]), unit_of(match), widest_mm=widest)
    numbers = [match.start() for match in NUMBER_START.finditer(lower)]
    for match in matches_at(RANGE, lower, numbers):
        yield from within_range(lower, match)
    for match in COUNTS.finditer(lower):
        yield from measured(lower, match, value_of(match["number"]), unit_named(match["unit"]))
    for match in TENTHS.finditer(lower):
        size = SIXTEENTH_MM if match["unit"] == "sixteenth" else UNIT_IN_MM["tenth"]
        yield Measure(match.start("unit"), match.end("unit"), size)
    yield from measures_by_context(lower, numbers)


def between_limits(match: re.Match[str]) -> Iterator[Measure]:
    """Half the band between the two limits of a size: ".4998-.5003"; two sizes of wire are no such."""
    low, high = sorted((float(match["low"]), float(match["high"])))
    band = high - low
    if 0 < band <= WIDEST_BAND_INCH and high >= SIZE_TO_BAND * band:
        yield Measure(match.start(), match.end(), round(band / 2 * MM_PER_INCH, 7))


def within_range(lower: str, match: re.Match[str]) -> Iterator[Measure]:
    """The tightest and the widest of a range, ".0005 to .001"."""
    unit = unit_of(match)
    if not is_tolerance(lower, match, unit):
        return
    tightest = next(measured(lower, match, value_of(match["number"]), unit), None)
    widest = next(measured(lower, match, value_of(match["high"]), unit), None)
    if tightest and widest and (tightest.half_width_mm or 0) < (widest.half_width_mm or 0):
        yield replace(tightest, widest_mm=widest.half_width_mm)


def measures_by_context(lower: str, numbers: Sequence[int]) -> Iterator[Measure]:
    """Numbers that are tolerances only because of the words around them."""
    for match in FRACTION.finditer(lower):
        if has_context(lower, match):
            yield from measured(lower, match, value_of(match["number"]), "in")
    for pattern in (NUMBERED, BARE):
        for match in matches_at(pattern, lower, numbers):
            unit = unit_of(match)
            if is_tolerance(lower, match, unit):
                yield from measured(lower, match, value_of(match["number"]), unit)


def matches_at(pattern: re.Pattern[str], lower: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Matches that begin at some places, without overlaps."""
    reached = 0
    for place in places:
        match = pattern.match(lower, place) if place >= reached else None
        if match:
            reached = match.end()
            yield match


def has_context(lower: str, match: re.Match[str]) -> bool:
    """Whether "within", "hold", "flat" or the like stands beside a number."""
    before = lower[max(0, match.start() - CONTEXT) : match.start()]
    return CONTEXT_BEFORE.search(before) is not None or CONTEXT_AFTER.match(lower, match.end()) is not None


def measured(
    lower: str, match: re.Match[str], value: float, unit: str | None, *, widest_mm: float | None = None
) -> Iterator[Measure]:
    """The half-width in millimetres, nothing when it is too wide to be one."""
    if unit is None:
        around = lower[max(0, match.start() - METRIC_REACH) : match.end() + METRIC_REACH]
        unit = "mm" if value >= SMALLEST_BARE_MM and METRIC.search(around) else "in"
    if is_full_width(lower, match):
        value /= 2
    widest = widest_mm or (WIDEST_MM if unit in ("mm", "micron") else WIDEST_INCH * MM_PER_INCH)
    half_width = value * UNIT_IN_MM[unit]
    if 0 < half_width <= widest:
        yield Measure(match.start(), match.end(), round(half_width, 7))


def is_full_width(lower: str, match: re.Match[str]) -> bool:
    """Whether a number is a whole reading or zone, so that half of it is how far something may be off."""
    if match.groupdict().get("tir"):
        return True
    if match.re in (ONE_SIDED, PLUS_MINUS):
        return False
    before = lower[max(0, match.start() - CONTEXT) : match.start()]
    behind = FULL_WIDTH_BEHIND.match(lower, match.end(), match.end() + CONTEXT)
    return behind is not None or FULL_WIDTH_BEFORE.search(before) is not None


def is_tolerance(lower: str, match: re.Match[str], unit: str | None) -> bool:
    """Whether a small number is held to, and not the size of something."""
    if match["tir"] or CONTEXT_AFTER.match(lower, match.end()):
        return True
    decimals = len(match["number"].partition(".")[2])
    is_fine = unit in (None, "in") and decimals >= FINE_DECIMALS and value_of(match["number"]) <= FINE_INCH
    if THICKNESS.match(lower, match.end()) and not (is_fine and DIAMETRAL.match(lower, match.end())):
        return False
    if unit in ("tenth", "thou", "millionth", "micron") or has_context(lower, match):
        return True
    if unit == "mm":
        return decimals >= FINE_METRIC_DECIMALS and value_of(match["number"]) <= FINE_MM
    return is_fine


def unit_of(match: re.Match[str]) -> str | None:
    """Which unit a match names, None when it names none."""
    found = match.groupdict()
    return next((unit for unit in UNIT_IN_MM if found.get(unit)), None)


def unit_named(word: str) -> str:
    """Unit for its written name: "thousandths" is a thou."""
    return next(unit for unit in ("tenth", "thou", "millionth", "micron") if word.startswith(unit))


def value_of(number: str) -> float:
    """A number in digits, as a fraction or as a word."""
    if number in COUNT:
        return COUNT[number]
    if number.endswith("couple"):
        return 2.0
    if number.endswith(" and a half"):
        return COUNT[number.partition(" ")[0]] + 0.5
    whole, gap, part = number.replace("-", " ").rpartition(" ")
    upper, slash, lower = part.partition("/")
    return (float(whole) if gap else 0.0) + (
        float(upper) / float(lower) if slash and float(lower) else float(upper)
    )


def draft_of(reading: Reading, measure: Measure, concepts: Mapping[str, Concept]) -> Draft:
    """A measure as a mention in the making."""
    end = measure.start + len(reading.plain[measure.start : measure.end].rstrip())
    concept = concepts["surface-finish" if measure.is_finish else "tolerance"]
    first = max(0, bisect_right(reading.words.starts, measure.start) - 1)
    last = bisect_left(reading.words.starts, end)
    return Draft(
        first=first,
        last=max(last, first + 1),
        start=measure.start,
        end=end,
        senses=(),
        category=concept.category,
        concept=concept.id,
        name=concept.name,
        tolerance_mm=measure.half_width_mm,
    )
