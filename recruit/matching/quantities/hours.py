"""Shifts and schedules: which shift, how many hours, from when to when, weekends, rotation."""

import re
from collections.abc import Iterator

from recruit.documents.contents.marked import Marked
from recruit.matching.quantities.amounts import LIST_JOIN, TO, UP_TO, Amount, PlainText, bound_of, ends_of
from recruit.vocabulary.shapes import QuantityKind

SHIFTS = {
    1: r"1st|first|days?|day-?|morning",
    2: r"2nd|second|swing|afternoon|evening",
    3: r"3rd|third|grave(?:yard)?|nights?|overnight|midnight",
}
ONE_SHIFT = "|".join(f"(?:{pattern})" for pattern in SHIFTS.values())
SHIFT = re.compile(
    rf"(?<![\w-])(?P<names>(?:{ONE_SHIFT})(?:{LIST_JOIN}(?:{ONE_SHIFT}))*)[\s-]?shifts?(?!\w)"
    r"|(?<!\w)shifts?[\s:]+(?P<number>[123])(?![\w:/.%-])|(?<!\w)(?P<alone>graveyards?|swing shifts?)(?!\w)"
    rf"|(?<![\w-])(?P<nights>(?:(?:{ONE_SHIFT}){LIST_JOIN}){{0,2}}(?<!\d )nights)"
    r"(?! (?:a|per|each|out|away|of)(?!\w)|\w|/)"
)
SHIFT_MARKS = Marked(SHIFT, re.compile(r"shift|graveyard|nights"), before=48, behind=8)
SHIFT_NAMES = tuple((number, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for number, pattern in SHIFTS.items())
ROTATING = re.compile(
    r"(?<!\w)rotating(?:\s\w+)? (?:shifts?|schedule)"
    r"|(?<!\w)(?:2-2-3|dupont|panama) (?:shift|schedule|rotation)|(?<![\w-])2-2-3(?![\w-])"
)
ROTATIONS = Marked(ROTATING, re.compile(r"rotating|2-2-3|dupont|panama"), before=2, behind=24)
WEEKEND = re.compile(
    r"(?<!\w)weekend(?:s| shifts?| work)?(?!\w)(?! (?:off|free))"
    r"|(?<!\w)(?:fri(?:day)?|sat(?:urday)?)\s?(?:-|to|thru|through|and|&)\s?sun(?:day)?(?!\w)"
)
WEEKENDS = Marked(WEEKEND, re.compile(r"weekend|sun"), before=20, behind=16)
NO_WEEKEND = re.compile(r"\b(?:no|every other|free|off on)\s$")

#: Hours a week, by how many days of how many hours; a 9/80 has 80 hours in two weeks.
DAYS_OF_HOURS = re.compile(
    r"(?<![\w.$/-])(?:(?P<days>[3-6])\s?(?:x|/|-|by)\s?(?P<hours>8|9|10|12)"
    r"(?:\s?'?s|\s?(?:hours?|hrs?)(?:\s(?:days?|shifts?))?|(?=\s?(?:schedule|shift|work\s?week)))"
    r"|(?P<times>[3-6])\s?x\s?(?P<times_hours>8|9|10|12)(?!\s?(?:\"|'|in|ft|x|mm|\w))"
    r"|(?P<worded>three|four|five|[3-5])[\s-](?P<worded_hours>8|9|10|12|ten|twelve|eight)"
    r"[\s-](?:hours?|hrs?)[\s-](?:days?|shifts?)"
    r"|(?P<nine>9/80)s?(?!\w))(?!\w)"
)
WORKING_DAYS = Marked(
    DAYS_OF_HOURS,
    re.compile(
        r"9/80|x ?(?:8|9|10|12)(?!\d)|[/-](?:8|9|10|12) ?(?:'?s(?!\w)|h(?:ou)?r|schedule|shift|work)"
        r"|[ -](?:8|9|10|12|ten|twelve|eight)[ -](?:hour|hr)"
    ),
    before=12,
    behind=24,
)
WORDS = {"three": 3, "four": 4, "five": 5, "eight": 8, "ten": 10, "twelve": 12}
WEEKLY = re.compile(
    rf"(?<![\w.$/-])(?:(?P<up>{UP_TO})\s)?(?P<low>\d{{2}})(?P<more>\s?\+)?(?:{TO}(?P<high>\d{{2}}))?"
    r"[\s-]?(?:hours?|hrs?\.?)\s?(?:/|per|a|each)?\s?(?:week|wk)s?(?!\w)"
)
WEEKS = Marked(WEEKLY, re.compile(r"(?:hours?|hrs?\.?) ?(?:/|per|a|each)? ?w(?:ee)?k"), before=28, behind=2)
DAILY = re.compile(
    r"(?<![\w.$/-])(?P<low>8|9|10|12)(?:\s?(?:-|to|or)\s?(?P<high>9|10|12))?"
    r"[\s-](?:hours?|hrs?)[\s-](?:shifts?|days?)(?!\w)"
)
DAYS = Marked(DAILY, re.compile(r"(?:hours?|hrs?)[ -](?:shift|day)"), before=14, behind=4)
CLOCK = r"(?:1[0-2]|0?[1-9])(?::[0-5]\d)?"
HALF = r"\s?(?:[ap]\.m\.|[ap]m(?!\w)|[ap](?!\w))"
FROM_TO = re.compile(
    rf"(?<![\w.$/:-])(?P<from>{CLOCK})(?P<from_half>{HALF})?\s?(?:-|to|until|till?)\s?(?P<to>{CLOCK})(?P<to_half>{HALF})"
)
CLOCKS = Marked(FROM_TO, re.compile(r"[ap](?:\.?m|(?<=\d[ap]))(?!\w)"), before=24, behind=20)
BARE_HOURS = re.compile(
    r"(?<!\w)(?:m-f|mon(?:day)?\s?(?:-|to|thru|through)\s?fri(?:day)?|hours)[\s,:(]+"
    rf"(?P<from>{CLOCK})\s?(?:-|to)\s?(?P<to>{CLOCK})"
    r"(?![\w:/.%]|\s?(?:am|pm|a\.m|p\.m|hours|hrs|days))"
)
BARE_CLOCKS = Marked(BARE_HOURS, re.compile(r"m-f|fri|hours"), before=16, behind=24)
NOON = 12
WEEK_HOURS = range(20, 85)


def find_shifts(read: PlainText) -> Iterator[Amount]:
    """First, second or third; "2nd and 3rd shift" is both."""
    for match in SHIFT_MARKS.finditer(read.lower):
        if match["number"]:
            numbers = [int(match["number"])]
        elif match["alone"]:
            numbers = [2 if match["alone"].startswith("swing") else 3]
        else:
            names = match["names"] or match["nights"]
            numbers = [number for number, pattern in SHIFT_NAMES if pattern.search(names)]
        if numbers:
            first, last = float(min(numbers)), float(max(numbers))
            yield Amount(match.start(), match.end(), QuantityKind.SHIFT, first, last, "shift")


def find_schedules(read: PlainText) -> Iterator[Amount]:
    """Hours a week or a day, hours of the clock, weekends and rotations."""
    kind = QuantityKind.SCHEDULE
    for match in WORKING_DAYS.finditer(read.lower):
        hours = hours_of_week(match)
        yield Amount(match.start(), match.end(), kind, hours, hours, "hours/week")
    for match in WEEKS.finditer(read.lower):
        low, high = ends_of(match["low"], match["high"], bound_of(match))
        if int(high or low or 0) in WEEK_HOURS:
            yield Amount(match.start(), match.end(), kind, low, None if match["more"] else high, "hours/week")
    for match in DAYS.finditer(read.lower):
        yield Amount(match.start(), match.end(), kind, *ends_of(match["low"], match["high"]), "hours/day")
    yield from find_clock_hours(read)
    for match in WEEKENDS.finditer(read.lower):
        if not NO_WEEKEND.search(read.before(match.start(), 12)):
            yield Amount(match.start(), match.end(), kind, None, None, "weekends")
    for match in ROTATIONS.finditer(read.lower):
        yield Amount(match.start(), match.end(), kind, None, None, "rotating")


def find_clock_hours(read: PlainText) -> Iterator[Amount]:
    """From when to when, as hours of the day; "3:30 PM - 2 AM" ends on the next one."""
    for match in CLOCKS.finditer(read.lower):
        begins = clock_of(match["from"], match["from_half"])
        ends = clock_of(match["to"], match["to_half"])
        yield Amount(match.start(), match.end(), QuantityKind.SCHEDULE, begins, ends, "o'clock")
    for match in BARE_CLOCKS.finditer(read.lower):
        begins, ends = clock_of(match["from"], None), clock_of(match["to"], None)
        ends += NOON if ends <= begins else 0
        yield Amount(match.start("from"), match.end(), QuantityKind.SCHEDULE, begins, ends, "o'clock")


def hours_of_week(match: re.Match[str]) -> float:
    """Days times hours."""
    if match["nine"]:
        return 40.0
    days = match["days"] or match["worded"] or match["times"]
    hours = match["hours"] or match["worded_hours"] or match["times_hours"]
    return float(int(WORDS.get(days, days)) * int(WORDS.get(hours, hours)))


def clock_of(written: str, half: str | None) -> float:
    """An hour of the day from 0 to 24; without "am" or "pm" it is as it stands."""
    hour, _, minute = written.partition(":")
    hours = int(hour) % 12 if half else int(hour)
    return hours + (12 if half and half.strip().startswith("p") else 0) + int(minute or 0) / 60
