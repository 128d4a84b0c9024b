"""Heads of jobs that a line end cuts in two: "Racker, Northfield Metal" and "Finishing  2015 - 2018" below it."""

import re
from collections.abc import Sequence

from recruit.documents.contents.job_lines import BULLET, Piece, is_sentence, pieces_of
from recruit.documents.contents.job_roles import WORD, Role, is_bare_title
from recruit.documents.contents.lines import Line, Lines
from recruit.documents.contents.work_words import COMPANY_ENDINGS, COMPANY_WORDS, FORCES, LEGAL_FORMS, TITLE_NOUNS
from recruit.vocabulary.words import trade_words

#: The first sign of dates on a line, and the last.
DATE = re.compile(
    r"[(\[]?(?<![\w.$])(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|spring|summer|fall|winter|"
    r"since|from)[ ,]+)?(?:\d{1,2}/)?(?:(?:19|20)\d\d|['\u2019]\d\d)(?!\d)|\b(?:present|current|now)\b",
    re.IGNORECASE,
)
#: No line ends so whose words do not go on.
GOES_ON = re.compile(r"(?:[&,+/]|\b(?:and|of|for|at))[ ]*$")
LONGEST_HALF = 110
#: A line that is cut is a long one.
SHORTEST_CUT = 20
NAMES = frozenset({Role.NAME, Role.EMPLOYER})


def with_whole_heads(lines: Lines) -> str:
    r"""Put heads of jobs that stand on two lines on one.

    Parameters
    ----------
    lines : Lines
        A resume.

    Returns
    -------
    str
        Its text, a space for every line end that cuts a name or a title: all else stays in its place.

    Examples
    --------
    >>> with_whole_heads(Lines("Racker, Northfield Metal\nFinishing  2015 - 2018\n", (), ()))
    'Racker, Northfield Metal Finishing  2015 - 2018\n'
    """
    text, rows = lines.text, lines.rows
    dated = {number for number, row in enumerate(rows) if row.end > row.start and first_date(text, row)}
    ends: list[int] = []
    for number in sorted({near for one in dated for near in range(one - 2, one + 1)}):
        if number < 0 or number + 1 >= len(rows) or (ends and ends[-1] == rows[number].start - 1):
            continue
        are_dated = number in dated, number + 1 in dated
        above, below = rows[number], rows[number + 1]
        if not all(are_dated) and may_be_cut(lines, above, below) and is_cut(text, above, below):
            ends.append(above.end)
    starts = [0, *(end + 1 for end in ends)]
    return " ".join(text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True))


def first_date(text: str, row: Line) -> re.Match[str] | None:
    """Find where the dates of a short line begin."""
    return DATE.search(text, row.start, row.end) if row.end - row.start <= LONGEST_HALF else None


def may_be_cut(lines: Lines, above: Line, below: Line) -> bool:
    """Say whether two lines may be halves of one by their place: no items, headings, or ends of sentences."""
    upper, lower = lines.text[above.start : above.end], lines.text[below.start : below.end]
    return (
        SHORTEST_CUT <= len(upper) <= LONGEST_HALF
        and 0 < len(lower.strip()) <= LONGEST_HALF
        and not below.after_gap
        and not upper[:1].islower()
        and not BULLET.match(lower)
        and not is_sentence(upper)
        and not lines.is_heading(above)
        and not lines.is_heading(below)
    )


def is_cut(text: str, above: Line, below: Line) -> bool:
    """Say whether a name or a title is cut by the end of a line, as its two halves make neither alone."""
    dates = [match.end() for match in DATE.finditer(text, above.start, above.end)]
    date = first_date(text, below)
    upper = pieces_of(text, dates[-1] if dates else above.start, above.end)
    lower = pieces_of(text, below.start, date.start() if date else below.end)
    if (
        not upper
        or not lower
        or text[upper[-1].end : above.end].strip(" .,&+/") not in {"", "and", "of", "for", "at"}
    ):
        return False
    if GOES_ON.search(text, above.start, above.end):
        return upper[-1].role is not Role.NOISE
    return is_name_cut(text, upper, lower) or is_title_cut(text, upper, lower)


def is_name_cut(text: str, upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """Say whether a company's name goes on below with nothing but words of companies."""
    last, first = upper[-1], lower[0]
    words = words_of(text, first)
    is_rest = COMPANY_WORDS.issuperset(words) and FORCES.isdisjoint(words)
    is_alone = all(piece.role is Role.PLACE for piece in lower[1:])
    is_beside_title = any(piece.role is Role.TITLE for piece in upper[:-1])
    return (
        is_rest
        and is_alone
        and last.role in NAMES
        and words_of(text, last)[-1] not in LEGAL_FORMS
        and (is_beside_title or words[-1] in COMPANY_ENDINGS)
    )


def is_title_cut(text: str, upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """Say whether a title goes on below with its noun, the employer behind it."""
    last, first = upper[-1], lower[0]
    words = words_of(text, first)
    if len(words) > 1 or words[0] not in TITLE_NOUNS or not any(piece.role in NAMES for piece in lower[1:]):
        return False
    if last.role is Role.TITLE:
        return not is_bare_title(text[last.start : last.end])
    return last.role is Role.NAME and len(upper) == 1 and trade_words().issuperset(words_of(text, last))


def words_of(text: str, piece: Piece) -> list[str]:
    """Return the words of a piece in small letters, without full stops."""
    return [word.strip(".,").lower() for word in WORD.findall(text[piece.start : piece.end])]
