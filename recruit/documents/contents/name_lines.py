"""The lines of a resume that may have the name of the person, each with what stands around it."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from recruit.documents.contents.job_roles import Role, role_of

Span = tuple[int, int]

#: What may stand before a name on its line, or above it.
LEAD = re.compile(
    r"[\W_]*(?:(?:my name is|name|nombre|applicant|candidate|"
    r"(?:the )?(?:resum[eé]|r[eé]sum[eé]|cv|curriculum vitae|currículum vitae|hoja de vida)(?:[ ]+(?:of|"
    r"for))?)\b[ ]*[:\-\u2013]?[ ]*)+",
    re.IGNORECASE,
)
NAME_LINES = 9
#: An address or a number stands at most so many lines above a name, or below it.
LINES_ABOVE = 2
REACH_LINES = 4
LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class NearLine:
    """A line that may have the name: where it starts, its words, and what stands around it.

    ``is_head`` where nothing of note stands above it, ``is_first`` where nothing does but "Resume", or where it is
    the first heading; ``below`` are the lines under it up to a gap or the heading of a part.
    """

    start: int
    text: str
    is_head: bool
    is_first: bool
    below: tuple[str, ...]
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line with words: where it starts, and whether an empty line is above it."""

    start: int
    text: str
    after_gap: bool


def near_lines(
    text: str,
    regions: Iterable[Span],
    headings: Collection[int],
    reached: Sequence[Span],
    titles: Collection[int] = (),
) -> Iterator[NearLine]:
    """Yield the lines a name may head, up to the first heading of each stretch but its first line.

    Parameters
    ----------
    text : str
        A resume.
    regions : iterable of tuple of int and int
        Where contacts stand in it.
    headings : collection of int
        Where the headings of its parts start.
    reached : sequence of tuple of int and int
        Spans of addresses, numbers and streets.
    titles : collection of int, default ()
        Where lines start that are set like the title of the whole.

    Yields
    ------
    NearLine
        In the order of the stretches.
    """
    for region in regions:
        rows = list(islice(written_lines(text, *region), NAME_LINES + REACH_LINES))
        is_head = True
        is_first = not text[: region[0]].strip()
        for place, row in enumerate(rows[:NAME_LINES]):
            if row.start in headings and place:
                break
            if row.start in headings:
                is_first = is_first and not bare_of(row.text)
                continue
            below = takewhile(lambda one: not one.after_gap and one.start not in headings, rows[place + 1 :])
            around = [
                *rows[max(0, place - LINES_ABOVE) : place],
                row,
                *(one for one in rows[place + 1 : place + 1 + REACH_LINES] if one.start not in headings),
            ]
            yield NearLine(
                start=row.start,
                text=row.text[:LONGEST_LINE],
                is_head=is_head,
                is_first=is_first or row.start in titles,
                below=tuple(one.text for one in below),
                is_reached=has_any(reached, around[0].start, around[-1].start + len(around[-1].text)),
            )
            is_first = is_first and not bare_of(row.text)
            is_head = is_head and is_before_names(row.text, has_any(reached, row.start, row.start + len(row.text)))


def has_any(spans: Iterable[Span], start: int, end: int) -> bool:
    """Say whether one of some spans starts between two places."""
    return any(start <= span[0] < end for span in spans)


def bare_of(line: str) -> str:
    """Take what may stand before a name off a line."""
    return LEAD.sub("", line).strip()


def is_before_names(line: str, has_reach: bool) -> bool:
    """Say whether a line may stand above the name: a heading, a title, a way to reach the person, a picture."""
    bare = bare_of(line)
    if has_reach or not bare or bare.startswith("["):
        return True
    return role_of(bare) in {Role.TITLE, Role.PLACE} or not any(map(str.isalpha, bare))


def written_lines(text: str, start: int, end: int) -> Iterator[Row]:
    """Yield the lines with words in a stretch."""
    after_gap = False
    for place, line in lines_between(text, start, end):
        if line.strip():
            yield Row(place, line, after_gap)
        after_gap = not line.strip()


def lines_between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of a stretch with where each starts."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, text[start:stop]
        start = stop + 1
