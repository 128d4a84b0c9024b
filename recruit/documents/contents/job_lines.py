"""What the lines over a job say: its title, its employer, and what is neither.

A line is cut at its separators, and each piece told by its words. What is left over beside a title is taken for
the employer, as its name may be anything; a title is never guessed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from recruit.documents.contents.job_roles import (
    LONGEST_NAME_WORDS,
    LONGEST_SMALL_WORD,
    SCHOOLS,
    SENTENCE_END,
    WORD,
    Role,
    is_general,
    is_in_one_case,
    is_only_town,
    role_of,
    town_at,
    without_state,
)
from recruit.documents.contents.work_words import COMPANY_ENDINGS, COMPANY_WORDS, NOT_NAMES
from recruit.vocabulary.words import trade_words

Span = tuple[int, int]

#: What is left of "2012, 2013 and 2014" when the first year is taken for the date.
ONLY_YEARS = re.compile(r"(?i)(?:(?:19|20)\d\d|and|or|to|&|[\s,/-])+")
SEPARATOR = re.compile(
    r"[\t|;•·()\u2013\u2014\n]|[ ]{2,}|[ ]-+(?=[ ]|$)|[ ]~[ ]|[ ]+(?:at|@|en|via)[ ]+(?=[A-Z\d])|@[ ]|"
    r"[ ]+@(?=[A-Z])|:(?=[ \n]|$)|"
    r"(?-i:(?<=, [A-Z]{2})[ ]/[ ](?=\S)|[ ]/[ ](?=[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?, [A-Z]{2}\b))|"
    r"[ ]/[ ](?=[A-Z][a-z]+[ ][A-Z][a-z]+(?![ ]?\d))|"
    r",(?![ ]*(?:inc|llc|l\.l\.c|ltd|co|corp|lp|jr|sr)\b)",
    re.IGNORECASE,
)
#: A sentence or a label ends; full stops of abbreviations do not end one.
CLAUSE = re.compile(
    r"(?:(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bMfg)(?<!\bLtd)(?<!\bSt)(?<!\bMt)(?<!\bFt)(?<!\bBros)(?<!\bSr)"
    r"(?<!\bJr)(?<!\bNo)(?<!\bDept)(?<!\bIntl)(?<!\bInd)(?<!\bprog)(?<!\.[A-Z])(?<!\b[A-Z])\.|[:!?])[ \n]+(?=\S)"
)
LABELS = (
    r"employer|company(?: name)?|organization|firm|empresa|"
    r"(?:job |position )?title|job|position(?: held)?|role|occupation|puesto|"
    r"now|before|before that|previously|prior|currently|current|past|then|also|earlier|work|worked|location|"
    r"dates?(?: employed| of employment)?|from|start(?: date)?|end(?: date)?|period|fechas?"
)
LABEL = re.compile(rf"[ \t]*(?P<label>{LABELS})[ ]*:[ \t]*", re.IGNORECASE)
FURTHER_LABEL = re.compile(rf"(?:[ ]{{2,}}|[\t|;/,][ ]*)(?:{LABELS})[ ]*:", re.IGNORECASE)
EMPLOYER_LABELS = frozenset({"employer", "company", "company name", "organization", "firm", "empresa"})
TITLE_LABELS = frozenset(
    {"title", "job title", "position title", "position", "position held", "role", "occupation", "puesto", "job"}
)
BULLET = re.compile(r"[ \t]*(?:[-*•·▪●■◆○►→»\u2013\u2014]|o(?=[ ])|\d{1,2}[.)](?=[ ]))[ \t]*(?=\S)")
LEADING = re.compile(
    r"(?:(?:(?:i[ ]+)?(?:worked|working|hired|started|employed|served)|i was|i am|i'm|i've been)[ ]+)?(?:as[ ]+)?"
    r"(?:an?|the|my|as)[ ]+|i(?: am|'m| was| have been|'ve been)[ ]+(?:an?[ ]+)?|"
    r"(?:worked|employed)[ ]+(?:at|for|with|by)[ ]+(?:the[ ]+)?|"
    r"(?:and|then|for|at|with|in|since|from|also|later|promoted to)[ ]+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"[ ]+(?:in|from|since|between|and|until|for|as|at|to|on|about|around|of|the|then)$", re.IGNORECASE
)
AT = re.compile(r"[ ](?:at|@)[ ]", re.IGNORECASE)
LED_ON = re.compile(r",?[ ](?:and[ ])?(?:then|later|promoted to)(?:[ ](?:an?|the|as|to))?[ ]", re.IGNORECASE)
#: What rank of a title it is: "Machinist, class B".
RANK = re.compile(r",[ ](?:class|grade|level)[ ](?:[a-d]|[1-5]|i{1,3}|iv|v)\b(?!['\u2019-])", re.IGNORECASE)
EDGE = " \t\n/,.:;-\u2013\u2014*_#>\u2022=\"'\u201c\u201d"
CLIENT = re.compile(
    r"[ ]*\((?=[^()\d\n]{0,20}\b(?:client|assigned|placed|contracted|on assignment|on site|at|for|via|through|"
    r"formerly|now|dba|d/b/a)\b)[^()\n;]{1,60}\)",
    re.IGNORECASE,
)
LONGEST_CLIENT = 60
MORE = re.compile(r"[ ](?:with|who|doing|running|where|while|reporting|responsible)\b", re.IGNORECASE)
CAPITALS = re.compile(
    r"[A-Z\d][\w.&'\u2019-]*(?:[ ](?:[A-Z&\d][\w.&'\u2019-]*|of|and|the|de))*(?<![ ]of)(?<![ ]and)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A half-open span of the text and what it is; ``NAME`` may be an employer's, a label says so outright."""

    start: int
    end: int
    role: Role
    is_labelled: bool = False


def pieces_of(text: str, start: int, end: int, gaps: Iterable[Span] = ()) -> list[Piece]:
    """Cut a stretch of a text at its separators and at the spans that are dates, and say what each piece is."""
    label = LABEL.match(text, start, end)
    role = None
    if label:
        start, role = label.end(), role_by_label(label)
    cuts = sorted([*((m.start(), m.end()) for m in SEPARATOR.finditer(text, start, end)), *gaps])
    found: list[Piece] = []
    place = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        span = trimmed(text, place, min(cut_start, end))
        if span and (label := LABEL.match(text, span[0], end)) and label.end() <= cut_end + 1:
            role = role_by_label(label)
        elif span and not ONLY_YEARS.fullmatch(text, *span):
            piece = piece_of(text, *span, role)
            if (
                found
                and piece.role is found[-1].role is Role.TITLE
                and AT.fullmatch(text, found[-1].end, piece.start)
            ):
                # "welder at Sawyer Stainless"
                piece = replace(piece, role=Role.EMPLOYER)
            found += with_employer_split(text, replace(piece, is_labelled=True) if role else piece)
            role = None
        place = max(place, cut_end)
    return list(without_towns(text, found))


def role_by_label(label: re.Match[str]) -> Role | None:
    """Say what stands behind a label."""
    said = label["label"].lower()
    return Role.EMPLOYER if said in EMPLOYER_LABELS else Role.TITLE if said in TITLE_LABELS else None


def with_employer_split(text: str, piece: Piece) -> Iterator[Piece]:
    """Part "millwright for Acme Paper"; what follows must be a company, for people also work for customers."""
    place = text.find(" for ", piece.start, piece.end)
    start = place + len(" for ")
    if piece.role is Role.TITLE and place > 0 and role_of(text[start : piece.end]) is Role.EMPLOYER:
        yield Piece(piece.start, place, Role.TITLE)
        yield Piece(start, piece.end, Role.EMPLOYER)
    else:
        yield piece


def piece_of(text: str, start: int, end: int, role: Role | None) -> Piece:
    """Say what a piece is and end it where more than a name or a title follows."""
    piece = text[start:end]
    if role is None:
        cut = MORE.search(piece)
        role = role_of(piece[: cut.start()] if cut else piece)
        if cut and role in {Role.TITLE, Role.EMPLOYER}:
            end = start + cut.start()
    if role is Role.EMPLOYER:
        end = start + town_at(text[start:end], is_before_state=False)
    if role is not Role.EMPLOYER or is_in_one_case(text[start:end]):
        return Piece(start, end, role)
    run = CAPITALS.match(text, start, end)
    if run and role_of(run[0]) is Role.EMPLOYER and not is_general(run[0]):
        return Piece(start, run.end(), role)
    words = text[start:end].lower().split()
    is_whole = run is not None and words[-1] in COMPANY_WORDS and len(words) <= LONGEST_NAME_WORDS
    return Piece(start, end, role if is_whole else Role.NOISE)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Take the edges off a piece: signs, and words that lead to it or from it."""
    if end <= start:
        return None
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(EDGE))
    end = start + len(text[start:end].rstrip(EDGE))
    for pattern in (LEADING, LEADING):
        lead = pattern.match(text, start, end)
        start = lead.end() if lead else start
    trail = TRAILING.search(text[start:end])
    end = start + trail.start() if trail else end
    if text[end : end + 1] == "." and WORD.findall(text[start:end])[-1:] and is_abbreviated(text, start, end):
        end += 1
    return (start, end) if start < end else None


def is_abbreviated(text: str, start: int, end: int) -> bool:
    """Say whether a full stop behind a piece belongs to its last word ("Acme Inc.")."""
    return text[start:end].lower().rpartition(" ")[2] in COMPANY_ENDINGS


def without_towns(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Say of the name before a state that it is a town; "Acme Tool Toledo, OH" has the town behind the company."""
    for place, piece in enumerate(pieces):
        follows = pieces[place + 1] if place + 1 < len(pieces) else None
        is_before_state = (
            follows is not None
            and follows.start - piece.end <= 2
            and text[piece.end : piece.end + 1] == ","
            and without_state(text[follows.start : follows.end]) == ("", True)
        )
        if not is_before_state or piece.role is Role.TITLE:
            yield piece
        elif piece.role is Role.EMPLOYER and is_only_town(text[piece.start : piece.end]):
            yield Piece(piece.start, piece.end, Role.PLACE)
        elif piece.role is Role.EMPLOYER and " " in text[piece.start : piece.end]:
            end = piece.start + town_at(text[piece.start : piece.end], is_before_state=True)
            yield Piece(piece.start, end, Role.EMPLOYER)
        else:
            yield Piece(piece.start, piece.end, Role.PLACE)


def title_among(text: str, pieces: Sequence[Piece]) -> Span | None:
    """Choose the first title, with those that came before and after it there ("Racker, then Line Operator")."""
    titles = [number for number, piece in enumerate(pieces) if piece.role is Role.TITLE]
    labelled = [number for number in titles if pieces[number].is_labelled]
    if not titles:
        return None
    first = last = (labelled or titles)[0]
    while first and pieces[first - 1].role is Role.NAME and leads_on(text, pieces[first - 1], pieces[first]):
        first -= 1
    while last + 1 < len(pieces) and leads_on(text, pieces[last], pieces[last + 1]):
        last += 1
    rank = RANK.match(text, pieces[last].end)
    return pieces[first].start, rank.end() if rank else pieces[last].end


def leads_on(text: str, one: Piece, other: Piece) -> bool:
    """Say whether the words between two pieces tell that the second followed the first."""
    return other.role is Role.TITLE and LED_ON.fullmatch(text, one.end, other.start) is not None


def employer_among(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """Choose the piece that names the employer: outside brackets, one that ends like a company before others."""
    names = [piece for piece in pieces if piece.role in {Role.EMPLOYER, Role.NAME}]
    names = [piece for piece in names if not is_client(text, piece)] or names
    outside = [piece for piece in names if text[piece.start - 1 : piece.start] != "("] or names
    return min(outside, key=lambda piece: (name_rank(text, piece), piece.start), default=None)


def name_rank(text: str, piece: Piece) -> int:
    """Rank a piece as the name of an employer, the likeliest 0: a company's ending, a name among general words."""
    is_employer = piece.role is Role.EMPLOYER
    if is_employer and is_company_end(text, piece):
        return 0
    name = text[piece.start : piece.end]
    words = name.lower().split()
    is_proper = words[-1] in SCHOOLS or any(
        word not in COMPANY_WORDS and word not in trade_words() for word in words
    )
    if " " in name:
        return 1 if is_proper else 2
    return 3 if is_employer else 4


def is_company_end(text: str, piece: Piece) -> bool:
    """Say whether a piece ends like the name of a company."""
    return text[piece.start : piece.end].rstrip(".").lower().rpartition(" ")[2] in COMPANY_ENDINGS


def clause_around(text: str, start: int, end: int, dates: Span) -> Span:
    """Find the sentence or label's content that dates stand in, and that says more than them."""
    place = dates[0]
    # Where nothing but dates stands between two full stops, they are of what is said before.
    lead = start
    label = LABEL.match(text, start, end)
    if label and FURTHER_LABEL.search(text, label.end(), end):
        return start, end
    for boundary in CLAUSE.finditer(text, label.end() if label else start, end):
        if boundary.end() <= place:
            is_lead = boundary[0][0] == ":" and leads_with_employer(text[start : boundary.start()])
            lead = start if boundary[0][0] == "." else boundary.end()
            start = start if is_lead else boundary.end()
        elif lead < start and not has_letters(text, start, place):
            return lead, boundary.start()
        elif has_letters(text, start, min(boundary.start(), place)) or has_letters(
            text, dates[1], boundary.start()
        ):
            return start, boundary.start()
    is_bare = not has_letters(text, start, place) and not has_letters(text, dates[1], end)
    return (lead if is_bare else start), end


def leads_with_employer(lead: str) -> bool:
    """Say whether the words before a colon name who employed, rather than what follows ("Acme Tool: grinder")."""
    words = WORD.findall(lead)
    is_spelled = len(words) > 1 and all(word[0].isupper() or len(word) <= LONGEST_SMALL_WORD for word in words)
    return (
        is_spelled and NOT_NAMES.isdisjoint(lead.lower().split()) and role_of(lead) in {Role.EMPLOYER, Role.NAME}
    )


def has_letters(text: str, start: int, end: int) -> bool:
    """Say whether anything is written between two places."""
    return any(sign.isalpha() for sign in text[start:end])


def is_client(text: str, piece: Piece) -> bool:
    """Say whether a piece stands in brackets that say whom an agency sent somebody to."""
    bracket = text.rfind("(", max(0, piece.start - LONGEST_CLIENT), piece.start)
    return bracket >= 0 and ")" not in text[bracket : piece.start] and CLIENT.match(text, bracket) is not None


def with_client(text: str, piece: Piece) -> Span:
    """Take the client in brackets behind an agency to its name."""
    client = CLIENT.match(text, piece.end)
    return piece.start, client.end() if client else piece.end


def is_sentence(line: str) -> bool:
    """Say whether a line is running text rather than a head."""
    words = line.split()
    is_ended = (
        SENTENCE_END.search(line.rstrip()) is not None and words[-1].rstrip(".").lower() not in COMPANY_ENDINGS
    )
    return len(words) > 12 or (len(words) > 3 and is_ended)
