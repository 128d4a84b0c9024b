"""Where somebody worked, as what, and when: the jobs of a resume in any layout.

A job is found by its dates, or by a length of time in the part about work ("3 yrs"). Its title and employer stand on
the line of the dates or on the lines around it; what the text does not say stays None. Dates of schooling,
certificates and references open no job, nor does a date in a list below one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from recruit.documents.dates import Dates, Form, dates_in
from recruit.documents.job_lines import (
    BULLET,
    LABEL,
    LENGTH_ONLY,
    Piece,
    Role,
    clause_around,
    employer_among,
    is_sentence,
    pieces_of,
    with_client,
)
from recruit.documents.sections import section_at, sections
from recruit.documents.stated_years import stated_years
from recruit.vocabulary.shapes import Block, BlockKind, Evidence, Kind, Position, Section

Span = tuple[int, int]

#: Nobody has held more jobs; a page of nothing but years is not read to its end.
MOST_JOBS = 200
LONGEST_HEAD_LINE = 110
#: A date alone belongs to the lines around it, at most so many on one side.
HEAD_LINES = 2

NO_WORK = frozenset({"education", "coursework", "certifications", "references", "keywords", "interests", "objective"})
#: Parts in which a line without dates may be a job.
WORK = frozenset({"experience", "military", "volunteer"})

DEGREE = re.compile(
    r"\b(?:degree|diploma|graduat\w*|g\.?e\.?d|bachelor\w*|master's|associate'?s?[ ](?:degree|of|in)|associate's|"
    r"a\.?a\.?s|b\.?s|class of|semesters?|coursework|student|born|birth|preparatoria|bachillerato|universitari[oa])\b",
    re.IGNORECASE,
)
SCHOOL = re.compile(r"\b(?:school|college|university|institute|academy|universidad|escuela)\b", re.IGNORECASE)
CARD = re.compile(r"\b(?:certified|certificate|certification|cert|expire[sd]?|expires|renewed|valid|issued|license|journeyman)\b", re.IGNORECASE)
#: A line of this start is about the whole person, though it stands right under the last job.
GENERAL = re.compile(
    r"[ \t]*(?:(?:other|additional|general|special|technical|key)(?:[ ]\w+)?|skills?|also|certifi\w+|languages|"
    r"hobbies|misc\w*|summary)[ ]*:",
    re.IGNORECASE,
)
#: Where a length of time may be said; spelled so that the search can skip to the first letter.
LENGTH = re.compile(r"[yYmM](?:[eE][aA][rR]|[rR]|[oO][nNsS])")
PROSE = re.compile(r"\b(?:I|worked|started|hired|joined|spent|stayed|been|was)\b")
EMPLOYER_IN_PROSE = re.compile(
    r"\b(?i:at|for|with|joined|by)[ ](?:the[ ])?(?P<name>[A-Z][\w&.'\u2019-]*(?:[ ](?:&[ ]|and[ ]|of[ ](?:the[ ])?)?[A-Z][\w&.'\u2019-]*){0,5})"
)
TITLE_IN_PROSE = re.compile(
    r"\b(?:as|was|became)[ ](?:an?[ ]|the[ ]|their[ ])?(?P<title>[\w/' -]{3,50}?)"
    r"(?=[ ](?:and|until|from|in|at|for|till|through|where|with|since|on)\b|[.,;()\n]|$)"
)


@dataclass(slots=True)
class Line:
    """A line of the text without its line end; ``after_gap`` where an empty one or a heading is above it."""

    start: int
    end: int
    after_gap: bool


@dataclass(slots=True)
class Head:
    """What opens a job: its dates or length, its stretch of a line, and what was found of it."""

    line: int
    start: int
    end: int
    dates: Dates | None
    stated_years: float | None = None
    first_line: int = 0
    last_line: int = 0
    title: Span | None = None
    employer: Span | None = None
    is_bullet: bool = False
    names_below: bool = False
    group: Span | None = None
    pieces: list[Piece] | None = None


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
        In the order of the text. What is said between the heads of two jobs belongs to the first.

    Examples
    --------
    >>> (job,) = positions_of("EXPERIENCE\nMachinist, Acme Tool Co, Akron, OH\t2016 - 2019\n- ran lathes\n")
    >>> job.title.text, job.employer.text, job.start_year, job.end_year
    ('Machinist', 'Acme Tool Co', 2016.0, 2019.0)
    """
    found = tuple(sections(text, Kind.RESUME) if parts is None else parts)
    reader = HistoryReader(text, blocks, found)
    return tuple(reader.positions())


def worked_years(positions: Iterable[Position], reference_year: float) -> float:
    """Add up the years of jobs, what overlaps counted once.

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


class HistoryReader:
    """Reads the jobs of one text."""

    def __init__(self, text: str, blocks: Sequence[Block], parts: tuple[Section, ...]) -> None:
        """Cut the text into lines."""
        self.text = text
        self.parts = parts
        self.bodies = {part.body: part for part in parts}
        self.headings = sorted({part.start for part in parts if part.body > part.start})
        self.margins = [(b.start, b.end) for b in blocks if b.kind in {BlockKind.HEADER, BlockKind.FOOTER}]
        self.lines = list(lines_of(text))
        self.starts = [line.start for line in self.lines]
        self.dated_lines: set[int] = set()

    def positions(self) -> Iterator[Position]:
        """Find the heads of jobs, then what each says and how far its text reaches."""
        heads: list[Head] = []
        candidates = list(self.candidates())
        self.dated_lines = {head.line for head in candidates}
        for head in candidates:
            before = heads[-1] if heads else None
            if len(heads) < MOST_JOBS and self.opens_job(head, before):
                self.name(head, before)
                heads.append(head)
        for place, head in enumerate(heads):
            follows = heads[place + 1] if place + 1 < len(heads) else None
            yield self.position_of(head, follows)

    def candidates(self) -> Iterator[Head]:
        """Yield what may open a job: every length between dates, and lengths in words in the part about work."""
        lengths = self.stated_lengths()
        by_line: dict[int, list[Dates]] = {}
        for dates in dates_in(self.text):
            by_line.setdefault(self.line_at(dates.start), []).append(dates)
        for number in sorted({*by_line, *lengths}):
            line = self.lines[number]
            found = by_line.get(number, [])
            counted = [dates for dates in found if dates.form in {Form.RANGE, Form.SINCE}]
            if not counted and self.part_name(line.start) in WORK:
                counted = found[:1]
            stretches = self.stretches(line, counted)
            for dates, (start, end) in zip(counted, stretches, strict=True):
                stated = sum(lengths.get(number, [])) or None
                yield self.head(number, start, end, dates, stated if len(counted) == 1 else None)
            if not counted and number in lengths:
                yield self.head(number, line.start, line.end, None, sum(lengths.get(number, [])) or None)

    def head(self, number: int, start: int, end: int, dates: Dates | None, stated: float | None) -> Head:
        """Make a head without names yet."""
        bullet = BULLET.match(self.text, self.lines[number].start, end)
        start = max(start, bullet.end()) if bullet else start
        if start > self.lines[number].start and not bullet:
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip(" ;|,.\t•·"))
        return Head(
            number, start, end, dates, stated, first_line=number, last_line=number, is_bullet=bullet is not None
        )

    def stated_lengths(self) -> dict[int, list[float]]:
        """Find lengths in words on the lines of the parts about work, by the number of their line."""
        found: dict[int, list[float]] = {}
        for part in self.parts:
            if part.name not in WORK:
                continue
            for match in islice(LENGTH.finditer(self.text, part.body, part.end), MOST_JOBS):
                number = self.line_at(match.start())
                line = self.lines[number]
                content = self.text[line.start : line.end]
                if number not in found and len(content) <= LONGEST_HEAD_LINE and not LENGTH_ONLY.fullmatch(content):
                    found[number] = [row.years for row in stated_years(content)]
        return {number: years for number, years in found.items() if years}

    def stretches(self, line: Line, found: Sequence[Dates]) -> list[Span]:
        """Part a line with several dates between them: at the first sign behind a date, or the last before one."""
        if len(found) < 2:  # noqa: PLR2004 - one job a line is the rule
            return [(line.start, line.end)] * len(found)
        leads = not any(sign.isalnum() for sign in self.text[line.start : found[0].start])
        cuts = [line.start]
        for one, other in zip(found, found[1:], strict=False):
            between = self.text[one.end : other.start]
            places = [match.start() for match in re.finditer(r"[;|•·\t]|\.[ ]|,[ ]|[ ]{2,}|[ ]and[ ]", between)]
            place = (places[-1] if leads else places[0]) if places else len(between)
            cuts.append(one.end + place)
        return list(zip(cuts, [*cuts[1:], line.end], strict=True))

    def opens_job(self, head: Head, before: Head | None) -> bool:
        """Say whether dates open a job rather than being of a school, a card, or something done in a job."""
        line = self.text[head.start : head.end]
        part = self.part_name(head.start)
        if part in NO_WORK or any(start <= head.start < end for start, end in self.margins):
            return False
        if DEGREE.search(line):
            return False
        roles = {piece.role for piece in self.pieces(head)}
        is_named = Role.TITLE in roles or Role.EMPLOYER in roles
        if SCHOOL.search(line) and Role.TITLE not in roles:
            return False
        if head.dates is None or head.dates.form in {Form.SINGLE, Form.UNTIL}:
            is_plain = not head.is_bullet and not is_sentence(line) and not CARD.search(line)
            return is_named and is_plain and not self.is_deeper(head, before)
        if head.dates.form is Form.SINCE and not is_named and not self.is_of_work(head, part, line, roles):
            return False
        if part == "skills" and not is_named and not LABEL.match(line):
            return False
        return not self.is_within(head, before, is_named=is_named)

    def is_of_work(self, head: Head, part: str | None, line: str, roles: set[Role]) -> bool:
        """Say whether "since 2014" without a title or company is of a job: where jobs stand, or in a sentence."""
        if LABEL.match(self.text, self.lines[head.line].start, head.end) or part in WORK:
            return Role.NAME in roles
        return PROSE.search(line) is not None

    def is_within(self, head: Head, before: Head | None, *, is_named: bool) -> bool:
        """Say whether a date stands in the text of the job before it: in a list, or indented in a sentence."""
        if before is None or self.has_heading_between(before.end, head.start):
            return False
        if head.is_bullet and not before.is_bullet:
            return True
        if before.line == head.line or is_named or self.is_led_by_dates(head):
            return False
        return is_sentence(self.text[head.start : head.end]) and not self.lines[head.line].after_gap

    def is_led_by_dates(self, head: Head) -> bool:
        """Say whether a line begins with the dates."""
        return head.dates is not None and not self.text[head.start : head.dates.start].strip()

    def is_deeper(self, head: Head, before: Head | None) -> bool:
        """Say whether a line is set in further than that of the job before it, in the same part."""
        if before is None or self.has_heading_between(before.end, head.start):
            return False
        return self.indent(head.line) > self.indent(before.line)

    def indent(self, number: int) -> int:
        """Return the number of spaces and tabs a line begins with."""
        line = self.text[self.lines[number].start : self.lines[number].end]
        return len(line) - len(line.lstrip())

    def name(self, head: Head, before: Head | None) -> None:
        """Find title and employer of a job on its line, then on the lines around it."""
        clause = self.clause(head)
        if PROSE.search(self.text, *clause) and is_sentence(self.text[slice(*clause)]):
            self.take_prose(head, clause)
            return
        self.take(head, self.pieces(head))
        if head.title and head.employer:
            return
        if before is not None and before.line == head.line:
            if not head.title and not head.employer and not self.pieces(head):
                head.title, head.employer = before.title, before.employer
            return
        above, below = self.lines_above(head, before), self.lines_below(head)
        is_bare = not head.title and not head.employer
        if is_bare:
            self.name_bare(head, above, below, before)
        else:
            self.name_half(head, above, below, before)
        if head.title and not head.employer and before is not None and before.group:
            if not self.has_heading_between(before.end, head.start):
                head.employer = head.group = before.group

    def name_bare(self, head: Head, above: Sequence[int], below: Sequence[int], before: Head | None) -> None:
        """Name a job whose dates stand alone by the lines above them, or by those below."""
        prefers_below = before is not None and before.names_below
        for lines in ((below, above) if prefers_below or not above else (above, below)):
            if lines and self.take_lines(head, lines, is_above=lines is above):
                return

    def take_lines(self, head: Head, lines: Sequence[int], *, is_above: bool) -> bool:
        """Take what some lines next to a date say; the nearest may be a title that has no noun of titles."""
        pieces = [piece for number in sorted(lines) for piece in self.line_pieces(number)]
        self.take(head, pieces)
        if not head.title and not head.employer:
            return False
        kept = [number for number in lines if self.says(number, head)] or list(lines[:1])
        head.first_line, head.last_line = min(head.first_line, *kept), max(head.last_line, *kept)
        head.names_below = not is_above
        if is_above and head.employer and self.text[head.employer[0] - 1 : head.employer[0]] in {"", "\n"}:
            head.group = head.employer if min(kept) == self.line_at(head.employer[0]) < head.line - 1 else None
        return True

    def name_half(self, head: Head, above: Sequence[int], below: Sequence[int], before: Head | None) -> None:
        """Find the half that the line of the dates does not say on the line above or below."""
        prefers_below = before is not None and before.names_below
        sides = [below[:1], above[:1]] if prefers_below else [above[:1], below[:1]]
        for lines in sides:
            for number in lines:
                pieces = self.line_pieces(number)
                wanted = [piece for piece in pieces if piece.role is (Role.EMPLOYER if head.title else Role.TITLE)]
                if not wanted and head.title and number < head.line:
                    wanted = [piece for piece in pieces[:1] if piece.role is Role.NAME]
                if not wanted and head.title and len(pieces) == 1 and self.is_under_gap(head):
                    wanted = [piece for piece in pieces if piece.role is Role.NAME]
                if wanted and self.fits(head, pieces):
                    self.take(head, wanted)
                    head.first_line, head.last_line = min(head.first_line, number), max(head.last_line, number)
                    head.names_below = number > head.line
                    if head.employer and number < head.line:
                        head.group = head.employer
                    return

    def fits(self, head: Head, pieces: Sequence[Piece]) -> bool:
        """Say whether a line next to a half-named job does not name a job of its own."""
        roles = {piece.role for piece in pieces}
        return not {Role.TITLE, Role.EMPLOYER} <= roles

    def is_under_gap(self, head: Head) -> bool:
        """Say whether nothing stands right above a job."""
        return self.lines[head.line].after_gap

    def take(self, head: Head, pieces: Sequence[Piece]) -> None:
        """Take title and employer from pieces, as far as they are not known."""
        if not head.title:
            title = next((piece for piece in pieces if piece.role is Role.TITLE), None)
            head.title = (title.start, title.end) if title else None
        if not head.employer:
            employer = employer_among(self.text, pieces)
            head.employer = with_client(self.text, employer) if employer else None

    def take_prose(self, head: Head, clause: Span) -> None:
        """Read title and employer from a sentence about a job."""
        start, end = clause
        employer = EMPLOYER_IN_PROSE.search(self.text, start, end)
        title = next(
            (
                match
                for match in TITLE_IN_PROSE.finditer(self.text, start, end)
                if any(piece.role is Role.TITLE for piece in pieces_of(self.text, *match.span("title")))
            ),
            None,
        )
        head.employer = employer.span("name") if employer else None
        head.title = title.span("title") if title else None

    def pieces(self, head: Head) -> list[Piece]:
        """Cut the clause that a job's dates stand in, once."""
        if head.pieces is None:
            gaps = [(head.dates.start, head.dates.end)] if head.dates else []
            head.pieces = pieces_of(self.text, *self.clause(head), gaps)
        return head.pieces

    def clause(self, head: Head) -> Span:
        """Find the clause that a job's dates stand in."""
        dates = (head.dates.start, head.dates.end) if head.dates else (head.start, head.start)
        return clause_around(self.text, head.start, head.end, dates)

    def line_pieces(self, number: int) -> list[Piece]:
        """Cut the first clause of a line."""
        line = self.lines[number]
        start, end = clause_around(self.text, line.start, line.end, (line.start, line.start))
        return pieces_of(self.text, start, end)

    def says(self, number: int, head: Head) -> bool:
        """Say whether a line has the title or the employer of a job."""
        line = self.lines[number]
        return any(span and line.start <= span[0] < line.end for span in (head.title, head.employer))

    def lines_above(self, head: Head, before: Head | None) -> list[int]:
        """Return the numbers of the lines that may name a job above its dates, the nearest first."""
        found: list[int] = []
        number = head.line - 1
        floor = before.last_line if before else -1
        while number > floor and len(found) < HEAD_LINES and self.may_name(number):
            if LENGTH_ONLY.fullmatch(self.text, self.lines[number].start, self.lines[number].end):
                number -= 1
                continue
            found.append(number)
            if self.lines[number].after_gap:
                break
            number -= 1
        return found

    def lines_below(self, head: Head) -> list[int]:
        """Return the numbers of the lines that may name a job below its dates, the nearest first."""
        found: list[int] = []
        number = head.line + 1
        while number < len(self.lines) and len(found) < HEAD_LINES and self.may_name(number):
            if self.lines[number].after_gap:
                break
            found.append(number)
            number += 1
        return found

    def may_name(self, number: int) -> bool:
        """Say whether a line may be part of the head of a job: short, no list item, no dates, no heading."""
        line = self.lines[number]
        if number in self.dated_lines or not 1 < line.end - line.start <= LONGEST_HEAD_LINE:
            return False
        content = self.text[line.start : line.end]
        if not content.strip() or BULLET.match(content) or "@" in content or is_sentence(content):
            return False
        return not self.is_heading(line)

    def is_heading(self, line: Line) -> bool:
        """Say whether a line is the heading of a part."""
        place = bisect_right(self.headings, line.end) - 1
        return place >= 0 and self.headings[place] >= line.start

    def has_heading_between(self, start: int, end: int) -> bool:
        """Say whether a part begins between two places."""
        return bisect_right(self.headings, start) != bisect_right(self.headings, end)

    def part_name(self, place: int) -> str | None:
        """Return the name of the part a place lies in."""
        part = section_at(self.parts, place)
        return part.name if part else None

    def line_at(self, place: int) -> int:
        """Return the number of the line a place lies in."""
        return bisect_right(self.starts, place) - 1

    def position_of(self, head: Head, follows: Head | None) -> Position:
        """Make the position of a head."""
        first = self.lines[head.first_line].start
        start = first if head.first_line < head.line or head.start == self.lines[head.line].start else head.start
        dates = head.dates
        return Position(
            start=start,
            end=self.reach(head, follows),
            employer=self.evidence(head.employer),
            title=self.evidence(head.title),
            dates=self.evidence((dates.start, dates.end)) if dates else None,
            start_year=dates.start_year if dates else None,
            end_year=dates.end_year if dates else None,
            is_current=dates.is_current if dates else False,
            stated_years=head.stated_years,
        )

    def reach(self, head: Head, follows: Head | None) -> int:
        """Return how far a job's text reaches: to the next job, a heading, a general label, or a gap without a list."""
        own_end = self.lines[head.last_line].end if head.end == self.lines[head.line].end else head.end
        if follows is not None and follows.line == head.line:
            return head.end
        until = self.lines[follows.first_line].start if follows else len(self.text)
        place = bisect_right(self.headings, own_end)
        if place < len(self.headings):
            until = min(until, self.headings[place])
        number = head.last_line + 1
        end = own_end
        while number < len(self.lines) and self.lines[number].start < until:
            line = self.lines[number]
            if GENERAL.match(self.text, line.start, line.end):
                break
            is_list = BULLET.match(self.text, line.start, line.end) or self.text[line.start : line.start + 1] in {" ", "\t"}
            if line.after_gap and not is_list and line.end > line.start:
                break
            end = line.end if line.end > line.start else end
            number += 1
        return min(end, until) if until > own_end else own_end

    def evidence(self, span: Span | None) -> Evidence | None:
        """Return the words of a span."""
        return Evidence(start=span[0], end=span[1], text=self.text[slice(*span)]) if span else None


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text."""
    start = 0
    after_gap = True
    for content in text.split("\n"):
        yield Line(start, start + len(content), after_gap)
        after_gap = not content.strip()
        start += len(content) + 1
