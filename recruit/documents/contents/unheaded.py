"""The parts of a resume that has no headings, by what its lines look like.

Lines with a way to reach somebody are the contact, lines of a school are education, lines with dates are jobs
and what stands below them, lines of cards are certifications, lists of short phrases are skills. What looks
like none of these is in no part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from recruit.documents.contents.dates import Form, dates_in
from recruit.vocabulary.shapes import Section

LONGEST_LINE = 160
HEAD_LINES = 8
LONGEST_PHRASE_WORDS = 4
FEWEST_PHRASES = 3

REACHED = re.compile(r"@|\(?\d{3}\)?[ ./-]{1,2}\d{3}[ .-]\d{4}\b|linkedin\.com", re.IGNORECASE)
SCHOOLING = re.compile(
    r"\b(?:school|college|university|institute|academy|diploma|degree|graduat\w*|bachelor\w*|master's|associate's|"
    r"a\.?a\.?s|g\.?e\.?d|class of|apprenticeship|universidad|escuela|preparatoria)\b",
    re.IGNORECASE,
)
CARD = re.compile(
    r"\b(?:certifi\w+|certs?|licen[sc]e[ds]?|endorse\w*|osha|cpr|cdl|twic|expire[sd]?|renewed)\b", re.IGNORECASE
)
PARTED = re.compile(r"[,;|•·/\t]|[ ]{3,}")
DENIED = re.compile(r"\b(?:not?|never|since)[ ](?:\w+[ ]){0,3}(?:school|college|degree|diploma)\b", re.IGNORECASE)
INDENTED = re.compile(r"\s+\S|(?:[-*•·▪●■◆○►→]|o )")


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A line with words, its span, the part it looks to be of, and whether an empty line is above it."""

    content: str
    start: int
    end: int
    look: str | None
    after_gap: bool


def parts_by_look(text: str) -> Iterator[Section]:
    r"""Cut a resume without headings.

    Parameters
    ----------
    text : str
        A resume in which no heading was found.

    Yields
    ------
    Section
        In order, without overlaps; without a heading a part begins with its content.

    Examples
    --------
    >>> text = "Jo Low, 316-555-0142\n\nAcme Tool 2012 - 2015\n- lathes\n\nHigh school diploma\n"
    >>> [part.name for part in parts_by_look(text)]
    ['contact', 'experience', 'education']
    """
    open_part: Section | None = None
    for line in looked_at_lines(text):
        is_job = open_part is not None and open_part.name == "experience" and not line.after_gap
        name = "experience" if is_job and INDENTED.match(line.content) else line.look
        name = name or ("experience" if is_job else None)
        if open_part is not None and open_part.name == name:
            open_part = replace(open_part, end=line.end)
            continue
        if open_part is not None:
            yield open_part
        open_part = Section(name, line.start, line.start, line.end) if name else None
    if open_part is not None:
        yield open_part


def looked_at_lines(text: str) -> Iterator[LookedAt]:
    """Yield the lines with words on them, each with the part it looks to be of."""
    dated = [found.start for found in dates_in(text) if found.form in {Form.RANGE, Form.SINCE}]
    start, seen, place = 0, 0, 0
    after_gap = True
    for content in text.split("\n"):
        end = start + len(content)
        while place < len(dated) and dated[place] < start:
            place += 1
        if content.strip():
            seen += 1
            has_dates = place < len(dated) and dated[place] < end
            look = look_of(content, has_dates=has_dates, is_head=seen <= HEAD_LINES)
            yield LookedAt(content, start, end, look, after_gap)
        after_gap = not content.strip()
        start = end + 1


def look_of(line: str, *, has_dates: bool, is_head: bool) -> str | None:
    """Say which part a line looks to be of."""
    if len(line) > LONGEST_LINE:
        return None
    if is_head and REACHED.search(line):
        return "contact"
    if SCHOOLING.search(line) and not DENIED.search(line):
        return "education"
    if has_dates:
        return "experience"
    if CARD.search(line):
        return "certifications"
    phrases = [phrase for phrase in PARTED.split(line) if phrase.strip()]
    is_list = len(phrases) >= FEWEST_PHRASES and all(
        len(phrase.split()) <= LONGEST_PHRASE_WORDS for phrase in phrases
    )
    return "skills" if is_list else None
