"""Where somebody worked, as what, and when: the jobs of a resume in any layout.

A job is found by its dates, or by a length of time in the part about work ("3 yrs"). Its title and employer
stand on the line of the dates or on the lines around it; what the text does not say stays None. Dates of
schooling, certificates and references open no job, nor do a date in a list below one and a time without a job.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from recruit.documents.contents.job_breaks import with_whole_heads
from recruit.documents.contents.job_gaps import is_gap
from recruit.documents.contents.job_heads import MOST_JOBS, Head, candidates, opens_job, says_more_than_dates
from recruit.documents.contents.job_lines import BULLET
from recruit.documents.contents.job_names import JobNames
from recruit.documents.contents.job_wholes import without_wholes
from recruit.documents.contents.lines import Lines
from recruit.documents.contents.sections import sections
from recruit.vocabulary.shapes import Block, Evidence, Kind, Position, Section

Span = tuple[int, int]

#: A line of this start is about the whole person, though it stands right under the last job.
GENERAL = re.compile(
    r"[ \t]*(?:(?:other|additional|general|special|technical|key)(?:[ ]\w+)?|skills?|also|certifi\w+|languages|"
    r"hobbies|misc\w*|summary)[ ]*:",
    re.IGNORECASE,
)


def positions_of(
    text: str, blocks: Sequence[Block] = (), parts: Sequence[Section] | None = None
) -> tuple[Position, ...]:
    r"""Find the jobs of a resume.

    Parameters
    ----------
    text : str
        A resume.
    blocks : sequence of Block, default ()
        How its stretches are set, where that is known: what stands in a header or footer is no job.
    parts : sequence of Section or None, default None
        Its parts; None reads them from the text.

    Returns
    -------
    tuple of Position
        In the order of the text. What is said between the heads of two jobs belongs to the first. Dates that stand
        alone are a job only where nothing better is known.

    Examples
    --------
    >>> (job,) = positions_of("EXPERIENCE\nMachinist, Acme Tool Co, Akron, OH\t2016 - 2019\n- ran lathes\n")
    >>> job.title.text, job.employer.text, job.start_year, job.end_year
    ('Machinist', 'Acme Tool Co', 2016.0, 2019.0)
    """
    found = tuple(sections(text, Kind.RESUME) if parts is None else parts)
    lines = Lines(text, blocks, found)
    lines = Lines(with_whole_heads(lines), blocks, found)
    heads = without_wholes(named_heads(lines))
    is_any_named = any(head.title or head.employer for head in heads)
    return tuple(
        position_of(lines, head, follows)
        for head, follows in zip_longest(heads, heads[1:])
        if head and (head.title or head.employer or not is_any_named or says_more_than_dates(lines, head))
    )


def named_heads(lines: Lines) -> list[Head]:
    """Find the heads of jobs and what each says."""
    likely = list(candidates(lines))
    names = JobNames(lines, likely)
    heads: list[Head] = []
    for head in likely:
        before = heads[-1] if heads else None
        if len(heads) < MOST_JOBS and opens_job(lines, head, before) and not is_gap(lines, head, before):
            names.name(head, before)
            heads.append(head)
    return heads


def worked_years(positions: Iterable[Position], reference_year: float) -> float:
    r"""Add up the years of jobs, what overlaps counted once.

    Parameters
    ----------
    positions : iterable of Position
        In any order.
    reference_year : float
        The decimal year until which a current job lasts.

    Returns
    -------
    float
        Years. A job without dates counts by its stated length.

    Examples
    --------
    >>> jobs = positions_of("Acme 2010 - 2014\nBest 2012 - 2016\nCooper Tire since 2018")
    >>> worked_years(jobs, 2020)
    8.0
    """
    spans: list[tuple[float, float]] = []
    stated = 0.0
    for job in positions:
        end = max(reference_year, job.start_year or 0.0) if job.is_current else job.end_year
        if job.start_year is not None and end is not None:
            spans.append((job.start_year, end))
        elif job.dates is None:
            stated += job.stated_years or 0.0
    return years_covered(spans) + stated


def years_covered(spans: Iterable[tuple[float, float]]) -> float:
    """Add up spans of decimal years, what overlaps counted once.

    Parameters
    ----------
    spans : iterable of tuple of float and float
        Beginnings and ends, in any order.

    Returns
    -------
    float
        Years.

    Examples
    --------
    >>> years_covered([(2012.0, 2016.0), (2010.0, 2014.0)])
    6.0
    """
    total, reached = 0.0, 0.0
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return float(total)


def position_of(lines: Lines, head: Head, follows: Head | None) -> Position:
    """Make the position of a head."""
    first = lines.rows[head.first_line].start
    start = first if head.first_line < head.line or head.start == lines.rows[head.line].start else head.start
    dates = head.dates
    return Position(
        start=start,
        end=reach(lines, head, follows),
        employer=evidence(lines, head.employer),
        title=evidence(lines, head.title),
        dates=evidence(lines, (dates.start, dates.end)) if dates else None,
        start_year=dates.start_year if dates else None,
        end_year=dates.end_year if dates else None,
        is_current=dates.is_current if dates else False,
        stated_years=head.stated_years,
    )


def reach(lines: Lines, head: Head, follows: Head | None) -> int:
    """Return how far a job's text reaches: to the next job, a heading, a general label, or a gap and no list."""
    own_end = lines.rows[head.last_line].end if head.end == lines.rows[head.line].end else head.end
    if follows is not None and follows.line == head.line:
        return head.end
    until = lines.rows[follows.first_line].start if follows else len(lines.text)
    place = bisect_right(lines.headings, own_end)
    if place < len(lines.headings):
        until = min(until, lines.headings[place])
    number = head.last_line + 1
    end = own_end
    while number < len(lines.rows) and lines.rows[number].start < until:
        line = lines.rows[number]
        if GENERAL.match(lines.text, line.start, line.end):
            break
        is_list = BULLET.match(lines.text, line.start, line.end) or lines.text[line.start : line.start + 1] in {
            " ",
            "\t",
        }
        if line.after_gap and not is_list and line.end > line.start:
            break
        end = line.end if line.end > line.start else end
        number += 1
    return min(end, until) if until > own_end else own_end


def evidence(lines: Lines, span: Span | None) -> Evidence | None:
    """Return the words of a span."""
    return Evidence(start=span[0], end=span[1], text=lines.text[slice(*span)]) if span else None
