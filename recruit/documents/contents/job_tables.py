"""The columns of a table of jobs, by what its first row calls them."""

import re
from collections.abc import Collection, Sequence

from recruit.documents.contents.job_lines import Piece, pieces_of, trimmed
from recruit.documents.contents.job_roles import Role
from recruit.documents.contents.lines import Lines

Span = tuple[int, int]

CELL_BORDER = re.compile(r"[ ]*[\t|][ \t|]*|[ ]{3,}")
BORDERS = ("\t", "|", "   ")
EMPLOYERS = r"(?:name of )?(?:employers?|compan(?:y|ies)|organi[sz]ation|firm|shop|where|empresa)(?: name)?"
TITLES = r"(?:job )?(?:titles?|positions?|roles?|occupation|job|as|puesto)(?: held)?"
OTHERS = (
    r"dates?(?: employed| of employment)?|from|to|from ?(?:-|/|to) ?to|years?|when|period|start(?:ed)?|end(?:ed)?|"
    r"location|place|city|town|duties|work|description|reason(?: for leaving)?|phone|supervisor|pay|wage|fechas?"
)
LABELS = re.compile(rf"(?P<employer>{EMPLOYERS})|(?P<title>{TITLES})|(?:{OTHERS})", re.IGNORECASE)
FEWEST_COLUMNS = 2
LONGEST_ROW = 200


def columns_of(lines: Lines, dated_lines: Collection[int]) -> dict[int, list[Piece]]:
    """Say of the rows of tables what each cell is.

    Parameters
    ----------
    lines : Lines
        A resume.
    dated_lines : collection of int
        The numbers of lines with dates of jobs.

    Returns
    -------
    dict of int to list of Piece
        Employer and title by the number of the line, as far as the table has columns for them. Tables whose rows
        have other cells than their head are left alone.
    """
    found: dict[int, list[Piece]] = {}
    roles: list[Role | None] = []
    for number in range(max(dated_lines, default=-1) + 1):
        row = lines.rows[number]
        if row.end == row.start:
            roles = []
        elif any(border in lines.text[row.start : row.end] for border in BORDERS):
            cells = _cells(lines, number)
            if number in dated_lines:
                rows = zip(cells, roles, strict=True) if len(cells) == len(roles) else ()
                pieces = (_piece(lines.text, *cell, role) for cell, role in rows if role)
                found[number] = [piece for piece in pieces if piece]
            else:
                roles = _roles_of(lines.text, cells) or roles
    return found


def _roles_of(text: str, cells: Sequence[Span]) -> list[Role | None]:
    """The roles that a row gives to the cells below it, where it is the head of a table."""
    labels = [LABELS.fullmatch(text[start:end].strip(" :")) for start, end in cells]
    if len(labels) < FEWEST_COLUMNS or not all(labels):
        return []
    return [_role(label) for label in labels if label]


def _role(label: re.Match[str]) -> Role | None:
    return Role.EMPLOYER if label["employer"] else Role.TITLE if label["title"] else None


def _cells(lines: Lines, number: int) -> list[Span]:
    row = lines.rows[number]
    last = min(row.end, row.start + LONGEST_ROW)
    borders = [match.span() for match in CELL_BORDER.finditer(lines.text, row.start, last)]
    starts = [row.start, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), last]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _piece(text: str, start: int, end: int, role: Role) -> Piece | None:
    """What a cell says: its first part that is no place."""
    pieces = [piece for piece in pieces_of(text, start, end) if piece.role is not Role.PLACE]
    suiting = next((piece for piece in pieces if piece.role is role), pieces[0] if pieces else None)
    if suiting is not None:
        return Piece(suiting.start, suiting.end, role)
    span = trimmed(text, start, end)
    return Piece(*span, role) if span else None
