"""Finds the title and the employer of a job on the line of its dates and on the lines around it."""

import math
import re
from collections.abc import Sequence

from recruit.documents.contents.job_heads import (
    LONGEST_HEAD_LINE,
    PROSE,
    REMARK,
    Head,
    clause_of,
    pieces_beside,
    says_more_than_dates,
)
from recruit.documents.contents.job_lines import (
    BULLET,
    CLAUSE,
    Piece,
    clause_around,
    employer_among,
    is_sentence,
    pieces_of,
    title_among,
    with_client,
)
from recruit.documents.contents.job_prose import BEGUN, NOW_DOING, named_in_prose
from recruit.documents.contents.job_roles import LENGTH_ONLY, SAME, Role, is_bare_title, is_doing, without_state
from recruit.documents.contents.job_tables import columns_of
from recruit.documents.contents.lines import Lines
from recruit.documents.contents.work_words import NOT_NAMES

Span = tuple[int, int]

#: A date alone belongs to the lines around it, at most so many on one side.
HEAD_LINES = 2

#: "machinist @ Acme" has a sign that an address has too.
MAIL = re.compile(r"\w@\w")
#: Nobody else employs these.
ALONE = re.compile(r"\b(?:self|freelance|own|independent)\b", re.IGNORECASE)
#: Between one job and the next at the same employer there is no more than this, in years.
GAP_YEARS = 0.2


def follow_each_other(head: Head, before: Head) -> bool:
    """Say whether one of two jobs ends about when the other begins."""
    one, other = head.dates, before.dates
    if one is None or other is None or one.start_year is None or other.start_year is None:
        return False
    ends = ((one.end_year, other.start_year), (other.end_year, one.start_year))
    return any(end is not None and abs(end - start) <= GAP_YEARS for end, start in ends)


def lies_within(head: Head, before: Head) -> bool:
    """Say whether the dates of a job are a part of those of the one before it, or all of them."""
    one, other = span_of(head), span_of(before)
    return one is not None and other is not None and other[0] <= one[0] and one[1] <= other[1]


def span_of(head: Head) -> tuple[float, float] | None:
    """Return from when to when a job lasts, in decimal years; one that goes on has no end."""
    dates = head.dates
    if dates is None or dates.start_year is None:
        return None
    return dates.start_year, math.inf if dates.is_current else dates.end_year or dates.start_year


class JobNames:
    """Names the jobs of one text, each after the one before it."""

    def __init__(self, lines: Lines, heads: Sequence[Head]) -> None:
        """Remember which lines have dates: they name no other job."""
        self.lines = lines
        self.dated_lines = {head.line for head in heads}
        self.cut: dict[int, list[Piece]] = {}
        self.columns = columns_of(lines, self.dated_lines)

    def name(self, head: Head, before: Head | None) -> None:
        """Find title and employer of a job; "same company" is that of the job before."""
        self.find_names(head, before)
        if head.employer and SAME.fullmatch(self.lines.text, *head.employer):
            head.employer = before.employer if before else None

    def find_names(self, head: Head, before: Head | None) -> None:
        """Find title and employer of a job on its line, then on the lines around it."""
        clause = clause_of(self.lines, head)
        words = self.lines.text[slice(*clause)]
        if NOW_DOING.match(words) or BEGUN.match(words) or (PROSE.search(words) and is_sentence(words)):
            head.title, head.employer = named_in_prose(self.lines.text, *clause)
            return
        self.take(head, self.columns.get(head.line) or pieces_beside(self.lines, head))
        self.take_beside_clause(head, clause)
        if (head.title and head.employer) or self.is_freelance(head):
            return
        if before is not None and before.line == head.line:
            self.take_over(head, before)
            return
        above, below = self.lines_above(head, before), self.lines_below(head)
        if head.title or head.employer:
            self.name_half(head, above, below, before)
        elif not says_more_than_dates(self.lines, head) or self.is_aside(pieces_beside(self.lines, head)):
            self.name_bare(head, above, below, before)
            if (head.title is None) != (head.employer is None):
                self.name_half(head, above, [one for one in below if not self.is_of_next(one)], before)
        if head.employer and not head.title:
            self.take_title_apart(head)
        if head.title and not head.employer:
            head.employer = head.group = self.group_of(head, before)

    def is_freelance(self, head: Head) -> bool:
        """Say whether a title says by itself that there is no employer."""
        return head.title is not None and self.lines.text[slice(*head.title)].lower().startswith("freelance ")

    def take_title_apart(self, head: Head) -> None:
        """Take the title of an employer from the line below the gap, where that says nothing else."""
        number = head.last_line + 2
        is_apart = number < len(self.lines.rows) and not self.content(number - 1).strip()
        if not is_apart or not self.may_name(number) or self.is_of_next(number):
            return
        pieces = self.line_pieces(number)
        roles = [piece.role for piece in pieces]
        if roles[:1] == [Role.TITLE] and {Role.NOISE, Role.PLACE}.issuperset(roles[1:]):
            title = (pieces[0].start, pieces[0].end)
            if is_bare_title(self.lines.text[slice(*title)]):
                head.title, head.last_line = title, number

    def group_of(self, head: Head, before: Head | None) -> Span | None:
        """Find the employer of several jobs: that of the job before, of dates around these, or set apart above."""
        if head.title and ALONE.search(self.lines.text, *head.title):
            return None
        if before is not None and not self.lines.has_heading_between(before.end, head.start):
            if before.employer and not before.title and lies_within(head, before):
                return before.employer
            if before.group:
                head.has_total = before.has_total
                is_apart = self.lines.rows[head.first_line].after_gap
                return None if is_apart and not follow_each_other(head, before) else before.group
        number = head.first_line - 2
        if not self.lines.rows[head.first_line].after_gap or number <= (before.last_line if before else -1):
            return None
        pieces = self.line_pieces(number) if self.may_name(number) else []
        names = [piece for piece in pieces if piece.role in {Role.EMPLOYER, Role.NAME}]
        others = {piece.role for piece in pieces} - {Role.EMPLOYER}
        is_sure = not others or others == {Role.PLACE} or others == {Role.NAME, Role.PLACE}
        return (names[0].start, names[0].end) if is_sure and len(names) == 1 else None

    def is_of_next(self, number: int) -> bool:
        """Say whether a line stands right above the dates of the next job, and so may be of that one."""
        return not self.dated_lines.isdisjoint(range(number + 1, number + 1 + HEAD_LINES))

    def take_over(self, head: Head, before: Head) -> None:
        """Take what the job before it on the same line says, where that is meant for both."""
        if not head.title and not head.employer and not pieces_beside(self.lines, head):
            head.title, head.employer = before.title, before.employer
        elif (
            head.title and before.employer and self.lines.text[before.employer[1] : before.employer[1] + 1] == ":"
        ):
            head.employer = before.employer

    def take_beside_clause(self, head: Head, clause: Span) -> None:
        """Take the half that the clause of the dates does not say from the sentence before it or behind."""
        if head.employer and not head.title:
            head.title = self.title_behind(head, clause)
        elif head.title and not head.employer:
            head.employer = self.employer_before(head, clause)

    def title_behind(self, head: Head, clause: Span) -> Span | None:
        """Find a title that begins the sentence behind the dates and the employer, and is nothing else."""
        end = self.lines.rows[head.line].end
        boundary = CLAUSE.match(self.lines.text, clause[1], end)
        if boundary is None or head.end < end:
            return None
        # A colon behind a name leads to anything; behind the dates, to what somebody was then.
        is_behind_dates = head.dates is not None and not self.lines.text[head.dates.end : clause[1]].strip(" )]")
        if boundary[0][0] != "." and not (boundary[0][0] == ":" and is_behind_dates):
            return None
        pieces = pieces_of(self.lines.text, boundary.end(), end)
        is_title = (
            bool(pieces)
            and pieces[0].role is Role.TITLE
            and is_bare_title(self.lines.text[pieces[0].start : pieces[0].end])
        )
        return (pieces[0].start, pieces[0].end) if is_title else None

    def employer_before(self, head: Head, clause: Span) -> Span | None:
        """Find an employer with its town that makes up the words before the full stop in front of a title."""
        pieces = pieces_of(self.lines.text, head.start, clause[0])
        is_employer = [piece.role for piece in pieces] in ([Role.NAME, Role.PLACE], [Role.EMPLOYER, Role.PLACE])
        is_ended = self.lines.text[head.start : clause[0]].rstrip().endswith(".")
        return (pieces[0].start, pieces[0].end) if is_employer and is_ended else None

    def name_bare(self, head: Head, above: Sequence[int], below: Sequence[int], before: Head | None) -> None:
        """Name a job whose dates stand alone by the lines above them, or by those below."""
        prefers_below = before is not None and before.names_below
        for lines in (below, above) if prefers_below or not above else (above, below):
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
        if is_above and head.employer and self.lines.line_at(head.employer[0]) == min(kept) < head.line - 1:
            head.group = head.employer
            head.has_total = any(self.is_length(number) for number in range(min(kept) + 1, head.line))
        return True

    def name_half(self, head: Head, above: Sequence[int], below: Sequence[int], before: Head | None) -> None:
        """Find the half that the line of the dates does not say on the line above or below."""
        prefers_below = before is not None and before.names_below
        for number in [*below[:1], *above[:1]] if prefers_below else [*above[:1], *below[:1]]:
            wanted = self.other_half(head, number, is_usual=prefers_below and number > head.line)
            if wanted:
                self.take(head, wanted)
                head.first_line, head.last_line = min(head.first_line, number), max(head.last_line, number)
                head.names_below = number > head.line
                if head.employer and number < head.line:
                    head.group = head.employer
                return

    def other_half(self, head: Head, number: int, *, is_usual: bool) -> list[Piece]:
        """Return the pieces of a line that say what a job lacks; none where the line names a job of its own.

        ``is_usual`` where the job before is named by a line in the same place.
        """
        pieces = self.line_pieces(number)
        # A line of capitals beside one of small letters may be a heading that nobody knows.
        is_strange = self.content(number).isupper() and not self.content(head.line).isupper()
        if is_strange and head.title:
            return []
        if {Role.TITLE, Role.EMPLOYER} <= {piece.role for piece in pieces}:
            return []
        role = Role.EMPLOYER if head.title else Role.TITLE
        wanted = [piece for piece in pieces if piece.role is role]
        may_be_bare = number < head.line or (
            len(pieces) == 1 and (is_usual or self.lines.rows[head.line].after_gap)
        )
        is_placed = [piece.role for piece in pieces[:2]] == [Role.NAME, Role.PLACE]
        if not wanted and head.title and (may_be_bare or is_placed):
            wanted = [piece for piece in pieces[:1] if piece.role is Role.NAME]
        return wanted

    def take(self, head: Head, pieces: Sequence[Piece]) -> None:
        """Take title and employer from pieces, as far as they are not known."""
        if not head.title:
            head.title = title_among(self.lines.text, pieces)
        if not head.employer:
            employer = employer_among(self.lines.text, pieces)
            head.employer = with_client(self.lines.text, employer) if employer else None

    def content(self, number: int) -> str:
        """Return the words of a line."""
        return self.lines.text[self.lines.rows[number].start : self.lines.rows[number].end]

    def line_pieces(self, number: int) -> list[Piece]:
        """Cut the first clause of a line, once."""
        if number not in self.cut:
            line = self.lines.rows[number]
            start, end = clause_around(self.lines.text, line.start, line.end, (line.start, line.start))
            self.cut[number] = pieces_of(self.lines.text, start, end)
        return self.cut[number]

    def says(self, number: int, head: Head) -> bool:
        """Say whether a line has the title or the employer of a job."""
        line = self.lines.rows[number]
        return any(span and line.start <= span[0] < line.end for span in (head.title, head.employer))

    def lines_above(self, head: Head, before: Head | None) -> list[int]:
        """Return the numbers of the lines that may name a job above its dates, the nearest first."""
        found: list[int] = []
        number = head.line - 1
        floor = before.last_line if before else -1
        is_bare = not says_more_than_dates(self.lines, head)
        while number > floor and len(found) < HEAD_LINES:
            is_duty = is_bare and self.is_duty(number)
            if not is_duty and not self.may_name(number):
                break
            is_aside = is_duty or self.says_nothing_of_names(number) or self.is_place_of(number, before)
            if not is_aside:
                found.append(number)
            if self.lines.rows[number].after_gap:
                break
            number -= 1
        return found

    def lines_below(self, head: Head) -> list[int]:
        """Return the numbers of the lines that may name a job below its dates, the nearest first."""
        found: list[int] = []
        number = head.line + 1
        is_bare = not says_more_than_dates(self.lines, head)
        while number < len(self.lines.rows) and len(found) < HEAD_LINES:
            is_duty = is_bare and len(found) == 1 and self.is_duty(number) and self.is_title(found[0])
            if self.lines.rows[number].after_gap or not (is_duty or self.may_name(number)):
                break
            if not is_duty and not self.says_nothing_of_names(number):
                found.append(number)
            number += 1
        return found

    def says_nothing_of_names(self, number: int) -> bool:
        """Say whether a line only has a length of time, a place, or the like."""
        return self.is_length(number) or self.is_aside(self.line_pieces(number))

    def is_length(self, number: int) -> bool:
        """Say whether a line only has a length of time."""
        line = self.lines.rows[number]
        return LENGTH_ONLY.fullmatch(self.lines.text, line.start, line.end) is not None

    def is_duty(self, number: int) -> bool:
        """Say whether a line tells what somebody did, in words that a cell of a table may have between names."""
        content = self.content(number)
        return number not in self.dated_lines and is_doing(content, content.lower().split() or ["-"])

    def is_title(self, number: int) -> bool:
        """Say whether a line has titles and nothing else."""
        return {piece.role for piece in self.line_pieces(number)} == {Role.TITLE}

    def is_place_of(self, number: int, before: Head | None) -> bool:
        """Say whether a line is the town, told with its state elsewhere, under a job of several at one company."""
        if before is None or not before.has_total or number != before.line + 1:
            return False
        town = re.escape(self.content(number).strip())
        places = re.finditer(rf"\b{town}, (?P<state>[A-Z][\w ]*)", self.lines.text)
        return any(without_state(place["state"])[1] for place in places)

    def is_aside(self, pieces: Sequence[Piece]) -> bool:
        """Say whether pieces name nobody: places, and words like "self-employed"."""
        words = (self.lines.text[piece.start : piece.end].lower().split() for piece in pieces)
        return bool(pieces) and all(
            piece.role is Role.PLACE or NOT_NAMES.issuperset(said)
            for piece, said in zip(pieces, words, strict=True)
        )

    def may_name(self, number: int) -> bool:
        """Say whether a line may be part of the head of a job: short, no list item, no dates, no heading."""
        line = self.lines.rows[number]
        if number in self.dated_lines or not 1 < line.end - line.start <= LONGEST_HEAD_LINE:
            return False
        content = self.lines.text[line.start : line.end]
        if (
            not content.strip()
            or BULLET.match(content)
            or MAIL.search(content)
            or is_sentence(REMARK.sub("", content))
        ):
            return False
        return not self.lines.is_heading(line)
