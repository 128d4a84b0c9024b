"""What opens a job in a resume: dates or a length in words, unless they are of a school, a card or a list."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from recruit.documents.contents.dates import Dates, Form, dates_in
from recruit.documents.contents.job_lines import BULLET, LABEL, Piece, clause_around, is_sentence, pieces_of
from recruit.documents.contents.job_prose import BEGUN, NOW_DOING
from recruit.documents.contents.job_roles import LENGTH_ONLY, Role
from recruit.documents.contents.lines import Line, Lines
from recruit.documents.contents.stated_years import stated_years
from recruit.vocabulary.words import trade_words

Span = tuple[int, int]

#: Nobody has held more jobs; a page of nothing but years is not read to its end.
MOST_JOBS = 200

LONGEST_HEAD_LINE = 110
#: With so many words beside them dates do not stand alone.
FEWEST_WORDS = 3

NO_WORK = frozenset(
    {"education", "coursework", "certifications", "references", "keywords", "interests", "objective", "volunteer"}
)

#: Parts in which a line without dates may be a job.
WORK = frozenset({"experience", "military"})

DEGREE = re.compile(
    r"\b(?:degree|diploma|graduat\w*|g\.?e\.?d|bachelor\w*|master's|associate'?s?[ ](?:degree|of|in)|associate's|"
    r"a\.?a\.?s|b\.?s|class of|semesters?|coursework|student|born|birth|preparatoria|bachillerato|"
    r"universitari[oa]|ausbildung|umschulung)\b",
    re.IGNORECASE,
)

SCHOOL = re.compile(r"\b(?:school|college|university|institute|academy|universidad|escuela)\b", re.IGNORECASE)

CARD = re.compile(
    r"\b(?:certified|certificate|certification|cert|expire[sd]?|expires|renewed|valid|issued|license|journeyman)\b",
    re.IGNORECASE,
)

#: Where a length of time may be said; spelled so that the search can skip to the first letter.
LENGTH = re.compile(r"[yYmM](?:[eE][aA][rR]|[rR]|[oO][nNsS])")

#: What became of a company in one year: "(formerly Lund Gear; bought by Acme in 2015)".
REMARK = re.compile(
    r"\((?=[^()\n]{0,100}\b(?:formerly|acquired|bought|purchased|sold|renamed|merged|became|now|known as|founded|"
    r"established|est|owned|spun off)\b)[^()\n]{1,140}\)",
    re.IGNORECASE,
)

#: What stands beside dates and says nothing more: a label, and how long they are in all.
BESIDE_DATES = re.compile(
    rf"\b(?:dates?|from|start|end|period|employed|of employment|fechas?)\b(?=[\w ]*:)|{LENGTH_ONLY.pattern}",
    re.IGNORECASE,
)

#: What happened in a job in one year, whatever title is named beside it.
PROMOTED = re.compile(r"(?:was[ ])?(?:promoted|advanced|transferred|moved up)\b", re.IGNORECASE)

#: Nobody else employed.
OWN = re.compile(r"self[ -]?employed\b", re.IGNORECASE)

PROSE = re.compile(r"\b(?:I|worked|started|[Hh]ired|joined|spent|stayed|been|was)\b")


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
    has_total: bool = False
    group: Span | None = None
    pieces: list[Piece] | None = None


def candidates(lines: Lines) -> Iterator[Head]:
    """Yield what may open a job: every length between dates, and lengths in words in the part about work."""
    lengths = stated_lengths(lines)
    by_line: dict[int, list[Dates]] = {}
    remarks = [match.span() for match in REMARK.finditer(lines.text)]
    for dates in dates_in(lines.text):
        place = bisect_right(remarks, (dates.start, dates.start)) - 1
        if dates.form is not Form.RANGE and place >= 0 and dates.start < remarks[place][1]:
            continue
        by_line.setdefault(lines.line_at(dates.start), []).append(dates)
    for number in sorted({*by_line, *lengths}):
        line = lines.rows[number]
        found = by_line.get(number, [])
        counted = [dates for dates in found if dates.form in {Form.RANGE, Form.SINCE}]
        if not counted and lines.part_name(line.start) in WORK:
            counted = found[:1]
        stretches = stretches_of(lines, line, counted)
        for dates, (start, end) in zip(counted, stretches, strict=True):
            stated = sum(lengths.get(number, [])) or None
            yield head_at(lines, number, start, end, dates, stated if len(counted) == 1 else None)
        if not counted and number in lengths:
            yield head_at(lines, number, line.start, line.end, None, sum(lengths.get(number, [])) or None)


def head_at(lines: Lines, number: int, start: int, end: int, dates: Dates | None, stated: float | None) -> Head:
    """Make a head without names yet."""
    bullet = BULLET.match(lines.text, lines.rows[number].start, end)
    start = max(start, bullet.end()) if bullet else start
    if start > lines.rows[number].start and not bullet:
        start += len(lines.text[start:end]) - len(lines.text[start:end].lstrip(" ;|,.\t•·"))
    return Head(
        number, start, end, dates, stated, first_line=number, last_line=number, is_bullet=bullet is not None
    )


def stated_lengths(lines: Lines) -> dict[int, list[float]]:
    """Find lengths in words on the lines of the parts about work, by the number of their line."""
    found: dict[int, list[float]] = {}
    for part in lines.parts:
        if part.name not in WORK:
            continue
        for match in islice(LENGTH.finditer(lines.text, part.body, part.end), MOST_JOBS):
            number = lines.line_at(match.start())
            line = lines.rows[number]
            content = lines.text[line.start : line.end]
            if number not in found and len(content) <= LONGEST_HEAD_LINE and not LENGTH_ONLY.fullmatch(content):
                found[number] = [row.years for row in stated_years(content)]
    return {number: years for number, years in found.items() if years}


def stretches_of(lines: Lines, line: Line, found: Sequence[Dates]) -> list[Span]:
    """Part a line with several dates between them: at the first sign behind a date, or the last before one."""
    if len(found) < 2:
        return [(line.start, line.end)] * len(found)
    leads = not any(sign.isalnum() for sign in lines.text[line.start : found[0].start])
    cuts = [line.start]
    for one, other in pairwise(found):
        between = lines.text[one.end : other.start]
        places = [match.start() for match in re.finditer(r"[;|•·\t]|\.[ ]|,[ ]|[ ]{2,}|[ ]and[ ]", between)]
        strong = between.find(";")
        place = (places[-1] if leads else strong if strong >= 0 else places[0]) if places else len(between)
        cuts.append(one.end + place)
    return list(zip(cuts, [*cuts[1:], line.end], strict=True))


def opens_job(lines: Lines, head: Head, before: Head | None) -> bool:
    """Say whether dates open a job rather than being of a school, a card, or something done in a job."""
    line = lines.text[head.start : head.end]
    part = lines.part_name(head.start)
    if part in NO_WORK or any(start <= head.start < end for start, end in lines.margins):
        return False
    if DEGREE.search(line):
        return False
    roles = {piece.role for piece in pieces_beside(lines, head)}
    is_named = Role.TITLE in roles or Role.EMPLOYER in roles
    if SCHOOL.search(line) and Role.TITLE not in roles:
        return False
    if head.dates is None or head.dates.form in {Form.SINGLE, Form.UNTIL}:
        is_item = head.is_bullet and not is_whole_item(lines, head, before)
        is_told = is_sentence(line) and not BEGUN.match(line)
        is_plain = not (is_item or is_told or CARD.search(line) or PROMOTED.match(line))
        return is_named and is_plain and not is_deeper(lines, head, before)
    if head.dates.form is Form.SINCE and not is_named and not is_of_work(lines, head, part, line, roles):
        return False
    if part == "skills" and not is_named and not LABEL.match(line):
        return False
    return not is_within(lines, head, before, is_named=is_named)


def is_whole_item(lines: Lines, head: Head, before: Head | None) -> bool:
    """Say whether an item of a list is a job by its title, its employer and how long it was, under no job."""
    if head.dates is not None or (before is not None and not before.is_bullet):
        return False
    pieces = pieces_beside(lines, head)
    names = (lines.text[one.start : one.end].lower() for one in pieces if one.role in {Role.EMPLOYER, Role.NAME})
    is_employed = any(not trade_words().issuperset(name.split()) for name in names)
    is_own = OWN.match(lines.text, head.start, head.end) is not None
    return (is_employed or is_own) and any(one.role is Role.TITLE for one in pieces)


def is_of_work(lines: Lines, head: Head, part: str | None, line: str, roles: set[Role]) -> bool:
    """Say whether "since 2014" without a title or company is of a job: where jobs stand, or in a sentence."""
    line_start = lines.rows[head.line].start
    stands_with_jobs = (
        LABEL.match(lines.text, line_start, head.end) is not None
        or (part in WORK and lines.is_headed(head.start))
        or (head.start > line_start and not head.is_bullet)
    )
    return Role.NAME in roles if stands_with_jobs else PROSE.search(line) is not None


def is_within(lines: Lines, head: Head, before: Head | None, *, is_named: bool) -> bool:
    """Say whether a date stands in the text of the job before it: in a list, or indented in a sentence."""
    if before is None or lines.has_heading_between(before.end, head.start):
        return False
    if head.is_bullet and not before.is_bullet:
        return True
    if before.line == head.line or is_named or is_led_by_dates(lines, head):
        return False
    words = lines.text[head.start : head.end]
    return is_sentence(words) and not lines.rows[head.line].after_gap and not NOW_DOING.match(words)


def says_more_than_dates(lines: Lines, head: Head) -> bool:
    """Say whether there are words beside the dates of a job, whatever they are."""
    start, end = clause_of(lines, head)
    dates = (head.dates.start, head.dates.end) if head.dates else (start, start)
    beside = f"{lines.text[start : dates[0]]} {lines.text[dates[1] : end]}"
    words = BESIDE_DATES.sub(" ", beside).split()
    return sum(word[0].isalpha() for word in words) >= FEWEST_WORDS


def is_led_by_dates(lines: Lines, head: Head) -> bool:
    """Say whether a line begins with the dates."""
    return head.dates is not None and not lines.text[head.start : head.dates.start].strip()


def is_deeper(lines: Lines, head: Head, before: Head | None) -> bool:
    """Say whether a line is set in further than that of the job before it, in the same part."""
    if before is None or lines.has_heading_between(before.end, head.start):
        return False
    return lines.indent(head.line) > lines.indent(before.line)


def pieces_beside(lines: Lines, head: Head) -> list[Piece]:
    """Cut the clause that a job's dates stand in, once."""
    if head.pieces is None:
        gaps = [(head.dates.start, head.dates.end)] if head.dates else []
        head.pieces = pieces_of(lines.text, *clause_of(lines, head), gaps)
    return head.pieces


def clause_of(lines: Lines, head: Head) -> Span:
    """Find the clause that a job's dates stand in."""
    dates = (head.dates.start, head.dates.end) if head.dates else (head.start, head.start)
    return clause_around(lines.text, head.start, head.end, dates)
