"""The parts of a resume that has no headings, by what its lines look like.

Lines with a way to reach somebody are the contact, lines of a school are education, lines with dates are jobs and what
stands below them, lines of cards are certifications, lists of short phrases are skills. What looks like none of these
is in no part.
"""

import re
from collections.abc import Iterator

from recruit.documents.dates import Form, dates_in
from recruit.vocabulary.shapes import Section

LONGEST_LINE = 160
LONGEST_PHRASE_WORDS = 4
FEWEST_PHRASES = 3

REACHED = re.compile(r"@|\(?\d{3}\)?[ ./-]{1,2}\d{3}[ .-]\d{4}\b|linkedin\.com", re.IGNORECASE)
SCHOOLING = re.compile(
    r"\b(?:school|college|university|institute|academy|diploma|degree|graduat\w*|bachelor\w*|master's|associate's|"
    r"a\.?a\.?s|g\.?e\.?d|class of|apprenticeship|universidad|escuela|preparatoria)\b",
    re.IGNORECASE,
)
CARD = re.compile(r"\b(?:certifi\w+|certs?|licen[sc]e[ds]?|endorse\w*|osha|cpr|cdl|twic|expire[sd]?|renewed)\b", re.IGNORECASE)
PARTED = re.compile(r"[,;|•·/\t]|[ ]{3,}")
BULLET = re.compile(r"\s*(?:[-*•·▪●■◆○►→]|o )")


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
    dated = [found for found in dates_in(text) if found.form in {Form.RANGE, Form.SINCE}]
    place = 0
    open_part: tuple[str, int, int] | None = None
    start = 0
    after_gap = True
    for line in text.split("\n"):
        end = start + len(line)
        while place < len(dated) and dated[place].start < start:
            place += 1
        if line.strip():
            has_dates = place < len(dated) and dated[place].start < end
            goes_on = open_part is not None and not after_gap and open_part[0] == "experience"
            name = look_of(line, has_dates=has_dates) or ("experience" if goes_on else None)
            if goes_on and BULLET.match(line):
                name = "experience"
            if open_part is not None and open_part[0] == name:
                open_part = (open_part[0], open_part[1], end)
            else:
                if open_part is not None:
                    yield Section(open_part[0], open_part[1], open_part[1], open_part[2])
                open_part = (name, start, end) if name else None
        after_gap = not line.strip()
        start = end + 1
    if open_part is not None:
        yield Section(open_part[0], open_part[1], open_part[1], open_part[2])


def look_of(line: str, *, has_dates: bool) -> str | None:
    """Say which part a line looks to be of."""
    if len(line) > LONGEST_LINE:
        return None
    if REACHED.search(line):
        return "contact"
    if SCHOOLING.search(line):
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
