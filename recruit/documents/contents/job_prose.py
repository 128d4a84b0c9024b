"""Who employed somebody and as what, from a sentence: "I worked at Acme Tool in 1999 as a grinder"."""

import re

from recruit.documents.contents.job_lines import is_abbreviated, pieces_of
from recruit.documents.contents.job_roles import Role

Span = tuple[int, int]

#: So begins what is prose, however short, and no part of the job before it.
NOW_DOING = re.compile(r"[ \t]*(?:now|currently|presently)[ ]\w+ing\b", re.IGNORECASE)

#: What somebody began in a year, of which the sentence may not say when it ended.
BEGUN = re.compile(r"[ \t]*(?:(?:I was|I got|was|got)[ ])?(?:hired|taken on)\b", re.IGNORECASE)

EMPLOYER_IN_PROSE = re.compile(
    r"\b(?i:at|for|with|joined|by)[ ](?:the[ ])?(?P<name>[A-Z][\w&.'\u2019-]*(?:[ ](?:&[ ]|and[ ]|of[ ]"
    r"(?:the[ ])?)?[A-Z\d][\w&.'\u2019-]*){0,5})"
)

TITLE_IN_PROSE = re.compile(
    r"\b(?:as|was|been|became)[ ](?:an?[ ]|the[ ]|their[ ])?(?P<title>[\w/' -]{3,50}?)"
    r"(?=[ ](?:and|until|from|in|at|for|till|through|where|with|since|on)\b|[.,;()\n]|$)"
)


def named_in_prose(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """Find the title and the employer that a sentence names.

    Parameters
    ----------
    text : str
        A resume.
    start, end : int
        The half-open span of the sentence.

    Returns
    -------
    tuple of two spans
        The title's and the employer's, or None; an employer ends with no full stop but that of an abbreviation.

    Examples
    --------
    >>> text = "I worked at Acme Tool as a grinder until 2012"
    >>> [text[slice(*span)] for span in named_in_prose(text, 0, len(text))]
    ['grinder', 'Acme Tool']
    """
    employer = EMPLOYER_IN_PROSE.search(text, start, end)
    title = next(
        (
            match.span("title")
            for match in TITLE_IN_PROSE.finditer(text, start, end)
            if any(piece.role is Role.TITLE for piece in pieces_of(text, *match.span("title")))
        ),
        None,
    )
    return title, without_full_stop(text, *employer.span("name")) if employer else None


def without_full_stop(text: str, start: int, end: int) -> Span:
    """Take the full stop of a sentence off the end of a name."""
    is_ended = text[end - 1] == "." and not is_abbreviated(text, start, end - 1)
    return start, end - is_ended
