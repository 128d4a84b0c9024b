"""When somebody worked: spans of years in a resume, jobs apart from schooling, overlaps counted once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from recruit.documents.sections import sections
from recruit.vocabulary.shapes import Kind

Span = tuple[int, int]

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
NOW = r"(?P<now>present|now\b|current(?:ly)?|today|to date|date\b|ongoing)"


def date_pattern(prefix: str) -> str:
    """Return the pattern of a year with or without its month, its groups named with a prefix."""
    named = rf"(?P<{prefix}name>{MONTHS})[a-z]*\.?[ ,/-]{{0,2}}(?:\d{{1,2}},?[ ]+)?"
    return rf"(?:{named}|(?P<{prefix}number>0?[1-9]|1[0-2])[/.-])?(?P<{prefix}year>(?:19[5-9]|20[0-4])\d)"


RANGE = re.compile(
    rf"(?<![\d./$]){date_pattern('from_')}[ ]*"
    rf"(?:-+|\u2013|\u2014|>|\bto\b|\buntil\b|\btill?\b|\bthr(?:u|ough)\b)[ ]*(?:{date_pattern('to_')}|{NOW})",
    re.IGNORECASE,
)
SINCE = re.compile(
    rf"\b(?:since|from)[ ]+(?:the[ ]+)?{date_pattern('from_')}\b|"
    r"(?<![\d/])(?P<plus_year>(?:19[5-9]|20[0-4])\d)[ ]?\+",
    re.IGNORECASE,
)
SCHOOLING = re.compile(
    r"\b(?:school|college|university|institute|academy|degree[ ](?:in|from)|diploma|graduat\w*|g\.?e\.?d|"
    r"bachelor\w*|master's|associate'?s?|a\.?a\.?s|b\.?s|class of|semesters?|coursework|student|born|birth)\b",
    re.IGNORECASE,
)

#: A line of this start is about the whole person, though it stands right under the last job.
GENERAL = re.compile(
    r"\n[ \t]*(?:(?:other|additional|general|special|technical|key)(?:[ ]\w+)?|skills?|also|certifi\w+|languages|"
    r"hobbies|misc\w*|summary)[ ]*:",
    re.IGNORECASE,
)

#: Nobody has held more jobs; a page of nothing but years is not read to its end.
MOST_JOBS = 200


@dataclass(frozen=True, slots=True)
class Stint:
    """One span of work: decimal years from start to end, where its dates stand, and how far its text reaches."""

    start: float
    end: float
    dates: Span
    reach: Span
    is_current: bool = False


def stints_of(text: str, *, reference_year: int) -> list[Stint]:
    r"""Find the spans of work in a resume, dates of schooling left out.

    Parameters
    ----------
    text : str
        A resume, what is personal blanked.
    reference_year : int
        The year that "present" stands for.

    Returns
    -------
    list of Stint
        In the order of the text. What is said between the lines of two stints belongs to the first.

    Examples
    --------
    >>> [(s.start, s.end) for s in stints_of("Acme 2012 - 2015\nBest, 03/2016 to present", reference_year=2020)]
    [(2012.0, 2015.0), (2016.1666666666667, 2020.0)]
    """
    taught = schooling_lines(text)
    found: list[tuple[float, float, Span, bool]] = []
    for pattern in (RANGE, SINCE):
        for match in islice(pattern.finditer(text), MOST_JOBS):
            covered = any(start < match.end() and match.start() < end for _, _, (start, end), _ in found)
            if covered or any(start <= match.start() < end for start, end in taught):
                continue
            start, end, is_current = years_of(match, reference_year)
            if start <= end <= reference_year + 1:
                found.append((start, end, match.span(), is_current))
    found.sort(key=lambda row: row[2])
    starts = [line_start(text, dates[0]) for _, _, dates, _ in found]
    headings = [part.start for part in sections(text, Kind.RESUME)]
    return [
        Stint(start, end, dates, (here, reach_of(text, dates[1], until, headings)), is_current)
        for (start, end, dates, is_current), here, until in zip(
            found, starts, [*starts[1:], len(text)][: len(found)], strict=True
        )
    ]


def reach_of(text: str, place: int, until: int, headings: Iterable[int]) -> int:
    """Return how far a job's text reaches: to the next job, an empty line, a heading or a general label."""
    first_line_end = line_end(text, place)
    gap = text.find("\n\n", place)
    general = GENERAL.search(text, first_line_end)
    stops = [until, *(heading for heading in headings if heading > place)]
    stops += [gap] if gap >= 0 else []
    stops += [general.start()] if general else []
    return max(first_line_end, min(stops))


def years_of(match: re.Match[str], reference_year: int) -> tuple[float, float, bool]:
    """Turn one match into start, end and whether it lasts until now."""
    groups = match.groupdict()
    start = decimal_year(groups["from_year"] or groups["plus_year"], month_of(groups, "from_"))
    if groups.get("to_year"):
        month = month_of(groups, "to_")
        return start, decimal_year(groups["to_year"], month) + (1 / 12 if month else 0.0), False
    return start, max(float(reference_year), start), True


def month_of(groups: dict[str, str | None], prefix: str) -> int | None:
    """Return the month of a date as a number."""
    name, number = groups.get(prefix + "name"), groups.get(prefix + "number")
    if name:
        return MONTHS.split("|").index(name.lower()) + 1
    return int(number) if number else None


def decimal_year(year: str | None, month: int | None) -> float:
    """Return the start of a month, or of the year where none is given."""
    return int(year or 0) + ((month or 1) - 1) / 12


def latest_year(text: str) -> int | None:
    r"""Find the latest year named by the dates of jobs.

    Parameters
    ----------
    text : str
        A resume, what is personal blanked.

    Returns
    -------
    int or None
        None when it has no such dates.

    Examples
    --------
    >>> latest_year("Acme 2012 - 2015, Best since 2019\nGraduated 2021")
    2019
    """
    taught = schooling_lines(text)
    years = [
        int(year)
        for pattern in (RANGE, SINCE)
        for match in pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in taught)
        for name, year in match.groupdict().items()
        if name.endswith("year") and year
    ]
    return max(years, default=None)


def total_years(stints: Iterable[Stint]) -> float:
    """Add up spans of work, what overlaps counted once.

    Parameters
    ----------
    stints : iterable of Stint
        In any order.

    Returns
    -------
    float
        Years.

    Examples
    --------
    >>> one, other = Stint(2010, 2014, (0, 1), (0, 1)), Stint(2012, 2016, (2, 3), (2, 3))
    >>> total_years([one, other])
    6.0
    """
    total, reached = 0.0, 0.0
    for stint in sorted(stints, key=lambda row: row.start):
        total += max(0.0, stint.end - max(stint.start, reached))
        reached = max(reached, stint.end)
    return float(total)


def schooling_lines(text: str) -> list[Span]:
    """Find the lines that speak of schooling, by their words or by the heading they stand under."""
    lines = [(part.start, part.end) for part in sections(text, Kind.RESUME) if part.name == "education"]
    start = 0
    for line in text.split("\n"):
        if SCHOOLING.search(line):
            lines.append((start, start + len(line) + 1))
        start += len(line) + 1
    return lines


def line_start(text: str, place: int) -> int:
    """Return where the line of a place starts."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Return where the line of a place ends."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end
