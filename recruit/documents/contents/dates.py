"""When something lasted, as people write it: "Mar 2016 - present", "6/16-8/19", "Summer 2018", "'98-'04".

Numbers are looked at one by one, each with the few letters around it, so that a text of nothing but years costs
no more than one of words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MONTHS_A_YEAR = 12
FIRST_YEAR, LAST_YEAR = 1950, 2049
#: Two digits up to this one are of this century, those from 50 on of the last.
LAST_SHORT_YEAR = 39
FIRST_SHORT_YEAR = 50
LONGEST_SHORT_SPAN = 45
#: "1/16 - 3/16" is a size and not a spring.
LIKE_FRACTIONS = frozenset({2016, 2032})
#: As far as these a month stands before its year, and words of a sentence between two years.
MONTH_REACH = 22
SENTENCE_REACH = 120

NUMBER_BY_MONTH = {
    name: number
    for number, names in enumerate(
        ("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep", "oct", "nov", "dec dic"),
        start=1,
    )
    for name in names.split()
}
#: First and last month. Winter is the one a year begins with, as schools count it.
MONTHS_BY_SEASON = {"spr": (3, 5), "sum": (6, 8), "fal": (9, 11), "aut": (9, 11), "win": (1, 3)}
MONTHS_BY_QUARTER = {f"q{number}": (3 * number - 2, 3 * number) for number in range(1, 5)}

MONTH_LETTERS = frozenset({*NUMBER_BY_MONTH, *MONTHS_BY_SEASON, "q"})
WORD_OF_MONTH = re.compile(r"[^a-z]+")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|octubre|"
    r"noviembre|diciembre|dic|spring|summer|fall|autumn|winter|q[1-4])"
)
JOIN = (
    r"(?:-+|[\u2012-\u2015]+|>|\bto\b|\buntil\b|\btill?\b|\bthr(?:u|ough)\b|\bal?\b|\bhasta\b|\bbis\b|\b(?:au|\u00e0)\b|"
    r"(?:[|,;/\t][ ]*)?\b(?:to|until|end(?:ed)?(?: date)?)[ ]?:)"
)
NAMED_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:(?P<first>{MONTH})\.?[ ]*{JOIN}[ ]*)?(?P<name>{MONTH})"
    r"(?:\.?[ ,/-]{0,2}|[ ](?:of|de|del)[ ])(?:\d{1,2}(?:st|nd|rd|th)?,?[ ]+)?$",
    re.IGNORECASE,
)
NUMBER_BEFORE = re.compile(r"(?<![\d/$#])(?<!\d\.)(?P<number>0?[1-9]|1[0-2])(?:[/.-]\d{1,2})?[/.-]$")
MONTH_AFTER = re.compile(r"[/.-](?P<number>0[1-9]|1[0-2])(?:[/.-]\d\d)?(?!\d)")
ISO_GOES_ON = re.compile(
    r"[/.-]\d\d(?:[/.-]\d\d)?[ ]*(?:[\u2012-\u2015-]|to\b|until\b)[ ]*(?:(?:19|20)\d\d|[a-z])", re.IGNORECASE
)
ISO_BEFORE = re.compile(r"(?:19|20)\d\d[/.-]\d\d(?:[/.-]\d\d)?[ ]*(?:[\u2012-\u2015-]|to|until)[ ]*$")
SHORT_END = re.compile(r"[ ]?[\u2012-\u2015/-][ ]?['\u2018\u2019]?$")
NOW = (
    r"(?:present(?:e\b)?|now\b|current(?:ly)?|today|to date|date\b|ongoing|still\b|(?:la )?actualidad|la fecha|"
    r"hoy\b|actual\b|heute\b|(?:\u00e0 )?ce jour\b|pr\u00e9sent\b|aujourd['\u2019]hui\b|actuel\b)"
)
#: A cell, or a name in capitals behind it, leaves the word of now to the dates.
CELL_OF_NOW = r"(?-i:Present|PRESENT|present|Now|Heute|Actualidad)\b(?=[ ]?\t|[ ]+(?-i:[A-Z]))"
OPEN_END = re.compile(
    rf"[ \t]*\n?[ ]*{JOIN}[ ]*\n?[ ]*{NOW}|[ \t|]*{NOW}(?=[ ]*(?:$|[\n,;|)]))|[ \t|]*{CELL_OF_NOW}", re.IGNORECASE
)
DANGLING = re.compile(r"[ ]*[\u2012-\u2015-][ \t]*(?=$|[\n)|\t]|[ ]{2})")
PLUS = re.compile(r"[ ]?\+(?![ ]?\d)")
ABOUT = r"(?:(?:early|mid|late|about|around|approx\.?|circa|~|the|end of|beginning of)[ -]?){0,2}"
JOINED = re.compile(rf"[ \t]*\n?[ \t]*{JOIN}[ \t]*\n?[ \t]*{ABOUT}|[ \t]*[|\t][ \t]*|[ ]{{1,3}}", re.IGNORECASE)
BETWEEN = re.compile(r"[ ](?:and|y)[ ]", re.IGNORECASE)
BETWEEN_BEFORE = re.compile(r"\b(?:between|entre)[ ]$", re.IGNORECASE)
SINCE_BEFORE = re.compile(r"\b(?:since|from|desde|seit|depuis)[ ]+(?:the[ ]+)?$", re.IGNORECASE)
UNTIL_BEFORE = re.compile(r"\b(?:until|till|through|thru|hasta)[ ]+(?:the[ ]+)?$", re.IGNORECASE)
BEGUN_BEFORE = re.compile(r"\b(?:in|since|from|around|about|desde|en)[ ]+$", re.IGNORECASE)
ENDED_BETWEEN = re.compile(
    r"[^.;\d]*\b(?:until|till|through|left in|retired in|hasta)[ \n]+(?:the[ ]+)?", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")
QUOTES = "'\u2018\u2019`"


class Form(StrEnum):
    """How a length of time is written; ``SINGLE`` names one date and does not say what it is of."""

    RANGE = "range"
    SINCE = "since"
    UNTIL = "until"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date: its half-open span, and the decimal years in which it begins and ends as the end of something.

    ``is_weak`` where it is one only beside another ("6/16"). ``lasts`` where it has a length ("Summer 2018").
    """

    start: int
    end: int
    begins: float
    ends: float
    is_weak: bool = False
    lasts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """A length of time and its half-open span.

    ``end_year`` is None where it lasts until now (``is_current``) and where nothing says.
    """

    start: int
    end: int
    form: Form
    start_year: float | None = None
    end_year: float | None = None
    is_current: bool = False


def dates_in(text: str) -> list[Dates]:
    """Find every date and every length between two dates.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Dates
        In the order of the text, without overlaps.

    Examples
    --------
    >>> [(found.start_year, found.end_year) for found in dates_in("Acme 2012 - 2015, Best since 2019")]
    [(2012.0, 2015.0), (2019.0, None)]
    """
    moments = list(moments_in(text))
    found: list[Dates] = []
    place = 0
    while place < len(moments):
        one = moments[place]
        other = moments[place + 1] if place + 1 < len(moments) else None
        if other is not None and is_range(text, one, other):
            place += 2
            if one.begins <= other.ends and not goes_on_as_number(text, other.end):
                found.append(
                    Dates(
                        start=one.start,
                        end=other.end,
                        form=Form.RANGE,
                        start_year=one.begins,
                        end_year=other.ends,
                    )
                )
            continue
        place += 1
        alone = dates_of(text, one)
        if alone is not None:
            found.append(alone)
    return found


def dates_of(text: str, one: Moment) -> Dates | None:
    """Read a date that is not the start of a range."""
    open_end = OPEN_END.match(text, one.end) or DANGLING.match(text, one.end)
    if open_end:
        end = len(text[: open_end.end()].rstrip())
        return Dates(start=one.start, end=end, form=Form.RANGE, start_year=one.begins, is_current=True)
    if one.is_weak:
        return None
    before = text[max(0, one.start - MONTH_REACH) : one.start]
    since = SINCE_BEFORE.search(before)
    plus = PLUS.match(text, one.end)
    if since or plus:
        start = one.start - (len(since[0]) if since else 0)
        end = plus.end() if plus else one.end
        return Dates(start=start, end=end, form=Form.SINCE, start_year=one.begins, is_current=True)
    until = UNTIL_BEFORE.search(before)
    if until:
        return Dates(start=one.start - len(until[0]), end=one.end, form=Form.UNTIL, end_year=one.ends)
    if one.lasts:
        return Dates(start=one.start, end=one.end, form=Form.RANGE, start_year=one.begins, end_year=one.ends)
    return Dates(start=one.start, end=one.end, form=Form.SINGLE, start_year=one.begins)


def is_range(text: str, one: Moment, other: Moment) -> bool:
    """Say whether the first date is joined to the second."""
    if other.start - one.end > SENTENCE_REACH:
        return False
    if (
        one.is_weak
        and other.is_weak
        and int(one.begins) == int(other.begins)
        and int(one.begins) in LIKE_FRACTIONS
    ):
        return False
    between = text[one.end : other.start]
    if JOINED.fullmatch(between):
        return between.strip() != "" or not (one.is_weak or other.is_weak or "\n" in between)
    before = text[max(0, one.start - MONTH_REACH) : one.start]
    if BETWEEN.fullmatch(between):
        return BETWEEN_BEFORE.search(before) is not None
    return bool(between.count("\n") <= 1 and BEGUN_BEFORE.search(before) and ENDED_BETWEEN.fullmatch(between))


def goes_on_as_number(text: str, place: int) -> bool:
    """Say whether what looks like a year is the middle of a longer number ("2012-2044-7")."""
    return text[place : place + 1] in {"-", "/"} and text[place + 1 : place + 2].isdigit()


def moments_in(text: str) -> Iterator[Moment]:
    """Find the dates of a text, one number at a time."""
    reached = 0
    last_year = 0
    for match in DIGITS.finditer(text):
        start, end = match.span()
        if start < reached or end - start not in {2, 4}:
            continue
        moment = (
            moment_of_year(text, start, end, reached)
            if end - start > 2
            else moment_of_short_year(text, start, end, reached, last_year)
        )
        if moment is not None:
            yield moment
            reached = moment.end
            last_year = int(moment.begins)


def moment_of_year(text: str, start: int, end: int, reached: int) -> Moment | None:
    """Read a year of four digits with the month beside it."""
    year = int(text[start:end])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    before = text[max(reached, start - MONTH_REACH) : start]
    named = month_before(before)
    if named:
        return named_moment(named, year, start - len(named[0]), end)
    number = NUMBER_BEFORE.search(before)
    if number:
        return month_moment(year, int(number["number"]), start - len(number[0]), end)
    sign = text[start - 1 : start]
    if sign in {".", "/", "$", "#"} or (sign == "-" and start - 1 > reached and text[start - 2].isalnum()):
        return None
    iso = MONTH_AFTER.match(text, end)
    if (iso and ISO_GOES_ON.match(text, end)) or (iso and is_end_of_iso(text, start)):
        return month_moment(year, int(iso["number"]), start, iso.end())
    return Moment(start, end, float(year), float(year))


def is_end_of_iso(text: str, start: int) -> bool:
    """Say whether the date before, joined to this one, was written year first ("2016-03 to 2019-02")."""
    return ISO_BEFORE.search(text[max(0, start - MONTH_REACH) : start]) is not None


def moment_of_short_year(text: str, start: int, end: int, reached: int, last_year: int) -> Moment | None:
    """Read a year of two digits: after a quote, a month, or the year it is the end of ("2019-21")."""
    if text[end : end + 1] in {"/", '"', "%"} or (text[end : end + 1] in QUOTES and text[end : end + 1]):
        return None
    before = text[max(reached, start - MONTH_REACH) : start]
    if last_year and reached > start - 4 and SHORT_END.fullmatch(text[reached:start]):
        year = last_year - last_year % 100 + int(text[start:end])
        year += 100 if year < last_year else 0
        is_near = last_year < year <= min(LAST_YEAR, last_year + LONGEST_SHORT_SPAN)
        start -= text[start - 1] in QUOTES
        return Moment(start, end, float(year), float(year)) if is_near else None
    year_or_none = full_year(int(text[start:end]))
    if year_or_none is None:
        return None
    quoted = before[-1:] != "" and before[-1:] in QUOTES
    named = month_before(before[:-1] if quoted else before)
    if named and not (text[end : end + 1] == "," or re.match(r"[ ]*\d{4}", text[end : end + 6])):
        moment = named_moment(named, year_or_none, start - quoted - len(named[0]), end)
        return Moment(moment.start, end, moment.begins, moment.ends, is_weak=not quoted)
    if quoted:
        is_word = before[-2:-1].isalnum()
        return None if is_word else Moment(start - 1, end, float(year_or_none), float(year_or_none), is_weak=True)
    number = NUMBER_BEFORE.search(before) if before.endswith("/") else None
    if number is None or start - len(number[0]) < reached:
        return None
    moment = month_moment(year_or_none, int(number["number"]), start - len(number[0]), end)
    return Moment(moment.start, end, moment.begins, moment.ends, is_weak=True)


def month_before(before: str) -> re.Match[str] | None:
    """Find the month a text ends with; a look at its last words spares most numbers the pattern."""
    words = WORD_OF_MONTH.split(before.lower())
    is_likely = any(word[:3] in MONTH_LETTERS for word in words[-4:])
    return NAMED_BEFORE.search(before) if is_likely else None


def full_year(short: int) -> int | None:
    """Put the century before two digits; None where it could be either."""
    if short <= LAST_SHORT_YEAR:
        return 2000 + short
    return 1900 + short if short >= FIRST_SHORT_YEAR else None


def named_moment(named: re.Match[str], year: int, start: int, end: int) -> Moment:
    """Read a year after the name of a month or season, or after two of them ("March - June 2016")."""
    first, last = months_named(named["name"])
    is_season = named["name"][:3].lower() in MONTHS_BY_SEASON
    if named["first"]:
        first = months_named(named["first"])[0]
    begins = year + (first - 1) / MONTHS_A_YEAR
    return Moment(start, end, begins, year + last / MONTHS_A_YEAR, lasts=is_season or bool(named["first"]))


def months_named(name: str) -> tuple[int, int]:
    """Return the first and the last month of a name."""
    short = name[:3].lower()
    lasting = {**MONTHS_BY_SEASON, **MONTHS_BY_QUARTER}.get(short)
    if lasting:
        return lasting
    return NUMBER_BY_MONTH[short], NUMBER_BY_MONTH[short]


def month_moment(year: int, month: int, start: int, end: int) -> Moment:
    """Make the moment of a month."""
    return Moment(start, end, year + (month - 1) / MONTHS_A_YEAR, year + month / MONTHS_A_YEAR)
