"""Years of experience as a text says them in words: "14 years", "seventeen years", "4 1/2 yrs", "6+ months"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recruit.documents.contents.marked import Marked

UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
eighteen nineteen"
)
TENS = "twenty thirty forty fifty"
NUMBER_BY_WORD = {word: number for number, word in enumerate(UNITS.split(), start=1)} | {
    word: 10 * tens for tens, word in enumerate(TENS.split(), start=2)
}
WORD_NUMBER = (
    rf"(?:(?:{'|'.join(TENS.split())})(?:[ -](?:{'|'.join(UNITS.split()[:9])}))?|{'|'.join(UNITS.split())})"
)
NUMBER = rf"\d{{1,2}}(?:\.\d)?|{WORD_NUMBER}"
STATED = re.compile(
    rf"(?<![\w.$/#-])(?P<number>{NUMBER})(?P<half>[ ]1/2)?"  # seventeen, 4 1/2
    rf"(?:[ ]?\((?:{NUMBER})\))?[ ]?\+?"  # three (3), 5+
    r"(?:[ ]?(?:-|\u2013|to)[ ]?\d{1,2}\+?)?[ ]?(?:or more[ ])?(?:full[ ])?"  # 3-5, 3 to 5
    r"(?P<unit>years?|yrs?|months?|mos?)\b(?![ -]*old\b)",
    re.IGNORECASE,
)
STATEMENTS = Marked(STATED, re.compile(r"[yY](?:[eE][aA])?[rR]|[mM][oO](?:[nN]|[sS]?\b)"), before=64, behind=48)

#: What is so many years old or long, and is nobody's experience.
OTHERWISE = re.compile(
    r"\b(?:in business|family[ -]owned|founded|serving|warranty|contract|probation|vesting|every|each|per|ago|"
    r"next|in a row|of age|age|aged|old|daughter|son|kids|married|recordables?|"
    r"apprenticeship (?:is|takes)|lease|guarantee)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[.;|\n](?!\d)|[ ][-\u2013][ ]")


@dataclass(frozen=True, slots=True)
class StatedYears:
    """A number of years, where it stands, and the clause it stands in."""

    years: float
    start: int
    end: int
    clause: tuple[int, int]


def stated_years(text: str) -> Iterator[StatedYears]:
    """Find years that a text states, ages and the age of companies left out.

    Parameters
    ----------
    text : str
        A resume or a posting.

    Yields
    ------
    StatedYears
        In the order of the text; of a range ("3-5 years") the lower end.

    Examples
    --------
    >>> [found.years for found in stated_years("seventeen years of milling, 6 months of turning")]
    [17.0, 0.5]
    >>> list(stated_years("28 years old. In business 50 years."))
    []
    """
    for match in STATEMENTS.finditer(text):
        clause = clause_around(text, match.start(), match.end())
        if OTHERWISE.search(text, *clause):
            continue
        number = number_of(match["number"]) + (0.5 if match["half"] else 0.0)
        years = number / 12 if match["unit"].lower().startswith("mo") else number
        yield StatedYears(years, match.start(), match.end(), clause)


def number_of(words: str) -> float:
    """Read a number written in digits or words."""
    if words[0].isdigit():
        return float(words)
    return float(sum(NUMBER_BY_WORD[word] for word in re.split(r"[ -]", words.lower())))


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the clause a place stands in: up to the full stop, semicolon, bar or line end on either side."""
    before = [match.end() for match in CLAUSE_END.finditer(text, max(0, start - 200), start)]
    after = CLAUSE_END.search(text, end)
    return (before[-1] if before else max(0, start - 200)), (after.start() if after else len(text))
