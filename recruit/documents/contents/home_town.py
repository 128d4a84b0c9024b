"""The town a person lives in, told from the towns of their employers.

It stands in the head of the resume, before its first part and its first job; under a heading of contacts; in a
header or footer; or on a line with a label. Any other town is where somebody worked or went to school.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from recruit.documents.contents.dates import Form, dates_in
from recruit.documents.contents.job_roles import Role, role_of
from recruit.documents.contents.states import STATE, STATE_CODES, STATE_NAMES
from recruit.vocabulary.shapes import Section

Span = tuple[int, int]

#: Every repetition is bounded and begins at the start of a word: a page of letters without a space costs no more.
STREET = re.compile(
    r"\d(?<!\w\d)\d{0,5}[ ]+(?:[NSEW]\.?[ ]+)?(?:[A-Z0-9][\w.'\u2019-]{0,30}[ ]+){1,4}"
    r"(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Dr(?:ive)?|L(?:a)?ne?|Blvd|Boulevard|C(?:our)?t|Pl(?:ace)?|Way|Hwy|"
    r"Highway|Terrace|Circle|Parkway|Pkwy)\b\.?(?:[ ,]+(?:Apt|Unit|Ste|#)\.?[ ]*\w+)?"
)
TOWN = re.compile(
    rf"(?<![\w'\u2019-])(?P<town>[A-Z][\w.'\u2019-]{{1,30}}(?:[ ][A-Z][\w.'\u2019-]{{1,30}}){{0,3}})"
    rf"(?:,[ ]*|[ ]+)(?:{STATE}|Pa|Okla|Mich|Wis|Minn|Penn|Calif|Tenn|Ariz|Ill|Ind|Mass|Conn|Fla|Ala|"
    rf"Tex|Wash|Ore)\b"
)
SMALL_TOWN = re.compile(
    rf"(?:^|(?<=[ ]{{2}})|(?<=[,|\t]))[ ]*(?P<town>[a-z][a-z.'-]{{2,20}}(?:[ ][a-z.'-]{{3,20}})?)"
    rf"(?:,[ ]*(?:{STATE_NAMES}|{STATE_CODES})|[ ](?:{STATE_NAMES}|(?!(?:in|or|me|hi|ok)\b)"
    rf"(?:{STATE_CODES})))(?=[ ]*(?:$|[,|\t]|[ ]{{2}}|[ ]\d))",
    re.IGNORECASE | re.MULTILINE,
)
AREA = re.compile(
    r"\bGreater[ ][A-Z][\w.' -]{2,40}?[ ]Area\b|\b[A-Z][\w.'-]{2,30}(?:[ ][A-Z][\w.'-]{2,30})?[ ]"
    r"(?:Metro(?:politan)?[ ])?Area\b"
)
LABELLED_TOWN = re.compile(
    r"\b(?i:location|city|town|based in|lives? in|ciudad)[ ]?:?[ ]+(?P<town>[A-Z][\w.'-]{1,30}"
    r"(?:[ ][A-Z][\w.'-]{1,30}){0,2})"
)
#: What says that a place is the person's, at the start of a line.
LABEL = re.compile(
    r"^[^\w\n]{0,4}(?:(?:home |current |mailing )?(?:address|location)|residence|city|domicilio|direcci[oó]n|"
    r"ciudad)[ ]?:(?=[^\n]{2})",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_HEAD = 2000
#: Of these parts a label is that of an employer, a school or somebody else.
OF_OTHERS = frozenset({"experience", "education", "military", "references", "volunteer"})
#: Parts told by their look alone end the head only where they are of these: "Jo Low, welder, Erie, PA" is a list.
SURE_LOOKS = frozenset({"experience", "education"})


def town_in(
    text: str, regions: Sequence[Span], name: Span | None, parts: Sequence[Section], own_end: int
) -> Span | None:
    r"""Find the town, without street and number.

    Parameters
    ----------
    text : str
        A resume.
    regions : sequence of tuple of int and int
        Where contacts stand in it, the likeliest first.
    name : tuple of int and int, or None
        The span of the person's name: a head may begin with it below another column.
    parts : sequence of Section
        The parts of the resume.
    own_end : int
        Where the text is no longer about the person.

    Returns
    -------
    tuple of int and int, or None
        None where no town is surely the person's.

    Examples
    --------
    >>> text = "Orrin Thaxley\nErie, PA\n\nEXPERIENCE\nAcme Tool, Akron, OH, 2012 - 2019\n"
    >>> start, end = town_in(text, [(0, len(text))], (0, 13), (), len(text))
    >>> text[start:end]
    'Erie, PA'
    """
    stretches = own_stretches(text, regions, name, parts, own_end)
    for start, end in [*stretches, *labelled_lines(text, parts, own_end)]:
        for pattern in (TOWN, AREA, SMALL_TOWN, LABELLED_TOWN):
            for match in pattern.finditer(text, start, end):
                span = town_span(text, match, name)
                if span and not is_of_company(text, span, name):
                    return span
    return None


def own_stretches(
    text: str, regions: Sequence[Span], name: Span | None, parts: Sequence[Section], own_end: int
) -> list[Span]:
    """Return the stretches that are about the person alone, none of their jobs and schools."""
    below = [(name[0], own_end)] if name else []
    named = [(part.body, part.end) for part in parts if part.name == "contact"]
    return [(start, head_end(text, start, end, parts)) for start, end in [*regions, *named, *below]]


def head_end(text: str, start: int, end: int, parts: Iterable[Section]) -> int:
    """Return where a stretch of contacts ends: at the first part that is none, or at the first job."""
    for part in parts:
        if part.name == "contact" or not start <= part.start < end:
            continue
        if part.body > part.start or (part.name in SURE_LOOKS and part.start > start):
            end = min(end, part.start)
    end = min(end, start + LONGEST_HEAD)
    first = next((one.start for one in dates_in(text[start:end]) if one.form in {Form.RANGE, Form.SINCE}), None)
    if first is None:
        return end
    line_start = text.rfind("\n", start, start + first) + 1
    # Whoever tells all in one paragraph begins it with their town.
    return line_start if text[start:line_start].strip() else start + first


def labelled_lines(text: str, parts: Sequence[Section], own_end: int) -> Iterator[Span]:
    """Yield what follows labels of addresses, but for those in parts about others."""
    for match in LABEL.finditer(text, 0, own_end):
        if not any(part.start <= match.start() < part.end and part.name in OF_OTHERS for part in parts):
            yield match.end(), line_around(text, match.end())[1]


def is_of_company(text: str, span: Span, name: Span | None) -> bool:
    """Say whether a company stands before a town on its line: "Acme Foundry, Erie, PA"."""
    line = line_around(text, span[0])
    start = name[1] if name and line[0] <= name[0] < span[0] else line[0]
    pieces = re.split(r"[|;:•·*/\t,\u2013\u2014]|[ ]{2,}|[ ]-[ ]", text[start : span[0]])
    # "7 Steel Mill Road" is a street.
    named = (piece.strip() for piece in pieces if piece.strip() and not piece.strip()[0].isdigit())
    return any(role_of(piece) is Role.EMPLOYER for piece in named)


def town_span(text: str, match: re.Match[str], name: Span | None) -> Span | None:
    """Return what of a match is the town: not the name before it, not the end of the street."""
    start = match.start("town") if "town" in match.groupdict() else match.start()
    end = match.end()
    if name and name[0] <= start < name[1]:
        start = name[1]
    line = line_around(text, start)
    for street in STREET.finditer(text, *line):
        if street.start() < end and start < street.end():
            start = street.end()
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,.|-"))
    return (start, end) if end - start > len(", XX") else None


def line_around(text: str, place: int) -> Span:
    """Return the line of a place."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end
