"""The parts that certificates are made of, as they are written: positions, processes, levels, dates, numbers.

Texts are in lower case with plain quotes and dashes. Nothing here knows which certificate a part belongs to.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recruit.documents.contents.dates import NUMBER_BY_MONTH
from recruit.documents.contents.states import STATE_CODES, STATE_NAMES

LAST_SHORT_YEAR = 49  # two digits up to this one are of this century

MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY = (
    r"(?:(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?![\d-])"
    r"|(?:0?[1-9]|1[0-2])[/.-](?:\d{1,2}[/.-])?(?:(?:19|20)\d\d|'?\d\d)(?![\d/])"
    rf"|{MONTH_NAME}\.?,?\s(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?'?(?:(?:19|20)\d\d|(?<=')\d\d)(?!\d)"
    r"|(?:19|20)\d\d(?![\d/-]))"
)
ISO_DAY = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>\d\d))?")
NUMBER_DAY = re.compile(r"(?P<month>\d{1,2})[/.-](?:\d{1,2}[/.-])?'?(?P<year>\d{4}|\d\d)$")
NAMED_DAY = re.compile(r"(?P<name>[a-z]{3})[a-z]*\W.*?(?P<year>\d{4}|\d\d)$")

POSITION = r"[1-6]\s?(?:gr|gf|g|f)(?!\w)"
ISO_POSITION = r"(?:p[a-g]|h-l045)(?!\w)"
PROCESSES: Mapping[str, str] = {
    "GTAW": r"gtaw|tig|heli-?arc",
    "GMAW-P": r"gmaw-p|pulsed?[ -]mig",
    "GMAW-S": r"gmaw-s|short[ -]arc",
    "GMAW": r"gmaw|mig|mag(?=\W)|metal[- ]core(?:d)?",
    "FCAW-G": r"fcaw-g|dual[- ]shield",
    "FCAW-S": r"fcaw-s|inner-?shield",
    "FCAW": r"fcaw|flux[- ]?core(?:d)?",
    "SMAW": r"smaw|stick|mma(?=\W)",
    "SAW": r"saw|sub(?:merged)?[- ]arc",
    "PAW": r"paw",
    "OAW": r"oaw|oxy-?acetylene",
    "OFW": r"ofw|oxy-?fuel",
    "EBW": r"ebw|electron[- ]beam",
    "LBW": r"lbw|laser[- ]beam",
    "RSW": r"rsw|spot",
}
METHODS: Mapping[str, str] = {
    "PAUT": r"paut|phased[ -]array",
    "TOFD": r"tofd",
    "UT": r"ut|ultrasonic",
    "MT": r"mt|mpi|magnetic particle",
    "PT": r"pt|lpi|fpi|lpt|(?:liquid |dye |fluorescent )?penetrant",
    "RT": r"rt|radiograph(?:y|ic)",
    "VT": r"vt|visual",
    "ET": r"et|eddy[- ]current",
    "LT": r"lt|leak",
}
#: Everyday words in small letters.
CAPITALS = frozenset("saw mag mma spot ut mt pt rt vt et lt paw".split())  # noqa: SIM905
MATERIALS: Mapping[str, str] = {
    "stainless steel": r"stainless(?: steel)?",
    "carbon steel": r"carbon(?: steel)?|mild steel",
    "aluminum": r"alumini?um",
    "titanium": r"titanium",
    "Inconel": r"inconel|nickel alloys?",
    "chrome-moly": r"chrome?[- ]moly",
    "copper-nickel": r"copper[- ]nickel|cu-?ni",
    "sheet steel": r"sheet steel",
    "rebar": r"rebar|reinforcing steel",
}
ROMAN = ("I", "II", "III", "IV", "V")
DEGREE = r"(?:iii|ii|iv|i|v|[1-5])(?!\w|\.\d)"
DEGREES = rf"{DEGREE}(?:(?:\s?[,/&]\s?|\sand\s|-){DEGREE})*"
GRADE = r"(?:[ivx]+|\d|[a-d])(?!\w)"
STATES = STATE_NAMES.lower()
EXPIRES = (
    r"(?:exp(?:ires?|iry|iration|iring|ired|\.)?|lapsed|renewal(?: due)?|recert(?:ification)?(?: due)?|due"
    r"|(?:valid|good|current|certified) "
    rf"(?:until|through|thru|till|to))(?!\w)[\s.:,]*(?:date|on|in)?[\s.:]*(?P<expires>{DAY})"
)
ISSUED = (
    r"(?:issued?|earned|obtained|received|certified|qualified|tested|passed|completed|renewed|recertified|since"
    rf"|granted|awarded|dated)(?!\w)[\s.:,]*(?:date|on|in|since)?[\s.:]*(?P<issued>{DAY})"
)
NUMBER = (
    r"(?:(?:cert(?:ificate|ification)?|licen[cs]e|card|id|reg(?:istration)?|welder|stamp)\.?\s?)?"
    r"(?:#|\bno\.?|\bnumber)[\s:#]*(?P<number>[a-z]{0,5}-?(?=[\w-]*\d\d)[\w-]{3,18})"
)
THICKNESS = (
    r"(?P<thickness>(?:unlimited|limited)(?: thickness)?|(?:up to )?(?:(?:\d+-)?\d+/\d+|\d*\.\d+|\d+(?!\s?in\s))"
    r"\s?(?:\"|''|in\.?(?!\w)|inch(?:es)?|mm)(?: (?:plate|thick(?:ness)?|pipe|wall))?)"
)

#: Tried from left to right: what holds another one stands before it.
PART = re.compile(
    r"(?:(?<![\w.])|(?<=\w-))(?:"
    + "|".join(
        [
            EXPIRES,
            ISSUED,
            NUMBER,
            r"(?P<range>[1-6]\s?[gf]?\s?(?:-|to|thru|through)\s?[1-6]\s?[gf])(?!\w)",
            r"(?P<choice>[1-6](?:\s?/\s?[1-6])+\s?[gf])(?!\w)",
            rf"(?P<position>{POSITION})",
            rf"(?P<iso_position>{ISO_POSITION})",
            rf"(?:level|lvl|lev|l)\.?[ -]?(?P<level>{DEGREES})",
            rf"(?P<grade>(?:class(?:es)?|group)\.?\s?{GRADE}(?:(?:,\s?(?:and\s)?|/|\s?&\s?|\sand\s|-){GRADE})*)",
            rf"(?P<process>(?:{'|'.join(PROCESSES.values())})(?!\w)(?!\s(?:experience|years?)))",
            rf"(?P<method>(?:{'|'.join(METHODS.values())})(?!\w))",
            rf"(?P<material>(?:{'|'.join(MATERIALS.values())})(?!\w))",
            THICKNESS,
            r"(?P<edition>y14\.5(?:m)?(?:[- :](?:19|20)\d\d)?(?!\d)|(?<=[:-])(?:19|20)\d\d(?![\d/-]))",
            r"(?P<scope>general industry|construction|maritime|agriculture)(?!\w)",
            r"(?P<hours>\d{1,2},?\d{3}|\d{3})[- ]?(?:ojt )?(?:hours?|hrs?|h)(?!\w)",
            rf"(?P<state>(?:state of )(?:{STATES})|(?<=\()(?:{STATES}|{STATE_CODES.lower()})(?=\)))",
            r"(?P<status>in progress|in process|pending|lapsed|expired|scheduled)(?!\w)",
            rf"(?P<day>{DAY})",
        ]
    )
    + ")"
)
#: Words that say nothing by themselves and part nothing.
GLUE = re.compile(
    r"[\s,/&+():|*-]+|\.(?=\S|\s(?:#|no|exp))|[ef]-?\d{1,5}(?:-\w+)?(?!\w)|sch(?:edule)?\.? ?\d+"
    r"|(?:certified|certifications?|certificates?|certs?|cards?|licen[cs]ed?|qualified|qualifications?"
    r"|welders?|welding|welds?|plate|pipe|tube|sheet|vertical|horizontal|overhead|flat|positions?|process(?:es)?"
    r"|in|to|for|and|with|on|of|the|a|an|all|both|using|per|under|test(?:s|ed|ing)?|up|down|uphill|downhill"
    r"|open[- ]root|root|fill|cap|out|backing|filler|current|active|valid|hours?|hrs?|methods?|structural|steel"
    r"|groove|fillet|code|ci[st]|cse|specialist|endorse(?:d|ments?)|industry)(?!\w)\.?"
)
STATE_BY_LOWER = {name.lower(): name for name in STATE_NAMES.split("|")}
STATE_BEFORE = re.compile(rf"(?<!\w)(?:state of )?(?P<state>{STATES})(?:'s)?\s$")


@dataclass(frozen=True, slots=True)
class Part:
    """One part found: which, its half-open span, and its text or what it is called."""

    kind: str
    start: int
    end: int
    value: str


def part_at(lower: str, place: int, end: int) -> Part | None:
    """The part that begins at a place.

    Parameters
    ----------
    lower : str
        A text in lower case.
    place, end : int
        Where it begins, and what it may not reach beyond.

    Returns
    -------
    Part or None
        None where no part begins there.
    """
    match = PART.match(lower, place, end)
    return part_of(match) if match else None


def parts_in(lower: str, start: int, end: int) -> Iterator[Part]:
    """The parts of a stretch, words between them passed over.

    Parameters
    ----------
    lower : str
        A text in lower case.
    start, end : int
        The stretch.

    Yields
    ------
    Part
        In order, without overlaps.
    """
    return map(part_of, PART.finditer(lower, start, end))


def part_of(match: re.Match[str]) -> Part:
    """The part that was matched."""
    kind = str(match.lastgroup)
    return Part(kind, match.start(), match.end(), match[kind])


def positions_of(part: Part) -> list[str]:
    """The positions that a part names: "1g-4g" are four of them, "3/4g" are two.

    Parameters
    ----------
    part : Part
        A range, a choice or one position.

    Returns
    -------
    list of str
        In order, in capitals.

    Examples
    --------
    >>> positions_of(Part("range", 0, 5, "1g-3g"))
    ['1G', '2G', '3G']
    """
    digits = [int(sign) for sign in part.value if sign.isdigit()]
    joint = part.value.lstrip("0123456789 -/").upper()
    if part.kind == "iso_position":
        return [part.value.upper()]
    if part.kind == "range":
        letter = joint[-1]
        return [f"{digit}{letter}" for digit in range(digits[0], digits[-1] + 1)]
    return [f"{digit}{joint}" for digit in digits]


def roman(level: str) -> str:
    """Levels in Roman numbers, however they are written.

    Parameters
    ----------
    level : str
        In lower case: "2", "ii", "1 & 2".

    Returns
    -------
    str
        As "I, II".

    Examples
    --------
    >>> roman("1 & 2")
    'I, II'
    """
    degrees = re.findall(r"[ivx]+|\d", level)
    return ", ".join(ROMAN[int(degree) - 1] if degree.isdigit() else degree.upper() for degree in degrees)


def named_by(word: str, names: Mapping[str, str]) -> str:
    """What a written name stands for: "tig" is GTAW.

    Parameters
    ----------
    word : str
        In lower case, as one of the patterns has it.
    names : mapping of str to str
        Patterns by what they stand for.

    Returns
    -------
    str
        A key of ``names``.
    """
    return next(name for name, pattern in names.items() if re.fullmatch(pattern.replace(r"(?=\W)", ""), word))


def iso_day(written: str) -> str | None:
    """A day, month or year as an ISO month or year.

    Parameters
    ----------
    written : str
        In lower case: "06/2024", "june 3, 2024", "6/24", "2024".

    Returns
    -------
    str or None
        None where it is no day.

    Examples
    --------
    >>> iso_day("6/24"), iso_day("june 3, 2024"), iso_day("2024")
    ('2024-06', '2024-06', '2024')
    """
    for pattern in (NUMBER_DAY, ISO_DAY, NAMED_DAY):
        match = pattern.match(written)
        if match is None:
            continue
        found = match.groupdict()
        year = int(found["year"])
        if year < 100:
            year += 2000 if year <= LAST_SHORT_YEAR else 1900
        month = int(found.get("month") or 0) or NUMBER_BY_MONTH.get(found.get("name") or "", 0)
        if 0 < month <= 12:
            return f"{year}-{month:02}"
        return f"{year}" if found.get("month") is None else None
    return None


def state_named(written: str) -> str:
    """A state as it is written on a card: its name, or its two letters.

    Parameters
    ----------
    written : str
        "State of Ohio", "ohio", "OH".

    Returns
    -------
    str
        "Ohio", "OH".
    """
    word = written.lower().removeprefix("state of ")
    return STATE_BY_LOWER.get(word, word.upper())
