"""What the lines over a job say: its title, its employer, and what is neither.

A line is cut at its separators. A piece is a title by a noun that only titles have ("operator"), an employer by
a word that only companies have ("Inc", "Foundry"), a place by its state. What is left over beside a title is
taken for the employer, as its name may be anything; a title is never guessed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from recruit.documents.contents.states import STATE, STATE_NAMES
from recruit.documents.contents.work_words import COMPANY_ENDINGS, COMPANY_WORDS, LEVELS, NOT_NAMES, TITLE_NOUNS

Span = tuple[int, int]

LONGEST_TITLE_WORDS = 9
LONGEST_EMPLOYER_WORDS = 8
LONGEST_NAME_WORDS = 6
LONGEST_SMALL_NAME = 4

SEPARATOR = re.compile(
    r"[\t|;•·()\u2013\u2014\n]|[ ]{2,}|[ ]-+(?=[ ]|$)|[ ]~[ ]|[ ]+(?:at|@|en)[ ]+(?=[A-Z\d])|@[ ]|:(?=[ \n]|$)|"
    r"[ ]/[ ](?=[A-Z][a-z]+[ ][A-Z][a-z]+(?![ ]?\d))|"
    r",(?![ ]*(?:inc|llc|l\.l\.c|ltd|co|corp|lp|jr|sr)\b)",
    re.IGNORECASE,
)
#: A sentence or a label ends; full stops of abbreviations do not end one.
CLAUSE = re.compile(
    r"[.:!?][ \n]+(?=\S)(?<!\bInc\.[ ])(?<!\bCo\.[ ])(?<!\bCorp\.[ ])(?<!\bMfg\.[ ])(?<!\bLtd\.[ ])(?<!\bSt\.[ ])"
    r"(?<!\bMt\.[ ])(?<!\bFt\.[ ])(?<!\bBros\.[ ])(?<!\bSr\.[ ])(?<!\bJr\.[ ])(?<!\bNo\.[ ])(?<!\bDept\.[ ])"
    r"(?<!\bIntl\.[ ])(?<!\bInd\.[ ])(?<!\bprog\.[ ])(?<!\.[A-Z]\.[ ])(?<!\b[A-Z]\.[ ])"
)
LABEL = re.compile(
    r"[ \t]*(?P<label>employer|company(?: name)?|organization|firm|empresa|"
    r"(?:job |position )?title|job|position(?: held)?|role|occupation|puesto|"
    r"now|before|before that|previously|prior|currently|current|past|then|also|earlier|work|worked|location|"
    r"dates?(?: employed| of employment)?|from|period|fechas?)[ ]*:[ \t]*",
    re.IGNORECASE,
)
EMPLOYER_LABELS = frozenset({"employer", "company", "company name", "organization", "firm", "empresa"})
TITLE_LABELS = frozenset(
    {"title", "job title", "position title", "position", "position held", "role", "occupation", "puesto", "job"}
)
BULLET = re.compile(r"[ \t]*(?:[-*•·▪●■◆○►→»\u2013\u2014]|o(?=[ ])|\d{1,2}[.)](?=[ ]))[ \t]*(?=\S)")
WORD = re.compile(r"[^\W_][\w.'\u2019&/+-]*")
LEADING = re.compile(
    r"(?:(?:worked|working|hired|started|employed|i was|i am|i'm|i've been|served)[ ]+)?(?:as[ ]+)?"
    r"(?:an?|the|my|as)[ ]+|i(?: am|'m| was| have been|'ve been)[ ]+(?:an?[ ]+)?|"
    r"(?:worked|employed)[ ]+(?:at|for|with|by)[ ]+(?:the[ ]+)?|(?:and|then|for|at|with|in|since|from|also)[ ]+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"[ ]+(?:in|from|since|between|and|until|for|as|at|to|on|about|around|of|the|then)$", re.IGNORECASE
)
EDGE = " \t\n,.:;-\u2013\u2014*_#>\u2022=\"'\u201c\u201d"
CLIENT = re.compile(
    r"[ ]*\((?=[^()\d\n]{0,20}\b(?:client|assigned|placed|contracted|on assignment|on site|at|for|via|through|"
    r"formerly|now|dba|d/b/a)\b)[^()\n]{1,60}\)",
    re.IGNORECASE,
)
STATES = frozenset(STATE.split("|")) | frozenset(STATE_NAMES.upper().split("|"))
LAST_WORDS_OF_STATES = frozenset(state.rpartition(" ")[2] for state in STATES)
CODE_LENGTH = 2
COUNTRIES = frozenset("remote usa us canada mexico méxico germany poland india philippines vietnam".split())  # noqa: SIM905
ZIP = re.compile(r"[ ,]*\d{5}(?:-\d{4})?$")
AREA = re.compile(r"(?:greater[ ])?[\w.' -]{2,40}[ ](?:area|metro)|united states|\d{5}", re.IGNORECASE)
LONGEST_TOWN_WORDS = 3
MORE = re.compile(r"[ ](?:with|who|doing|running|where|while|reporting|responsible)\b", re.IGNORECASE)
CAPITALS = re.compile(
    r"[A-Z\d][\w.&'\u2019-]*(?:[ ](?:[A-Z&\d][\w.&'\u2019-]*|of|and|the|de))*(?<![ ]of)(?<![ ]and)"
)
CODE = re.compile(r"[a-z]\.?\d|\d[a-z]")
LENGTH_ONLY = re.compile(
    r"[ \t(]*(?:\d{1,2}[ ]?(?:years?|yrs?|months?|mos?)\.?[ ,]*(?:and[ ])?){1,2}[ \t)]*", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[a-z\d)][.!?]$")


class Role(StrEnum):
    """What a piece of a line is."""

    TITLE = "title"
    EMPLOYER = "employer"
    PLACE = "place"
    NAME = "name"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Piece:
    """A half-open span of the text and what it is; ``NAME`` may be an employer's."""

    start: int
    end: int
    role: Role


def pieces_of(text: str, start: int, end: int, gaps: Iterable[Span] = ()) -> list[Piece]:
    """Cut a stretch of a text at its separators and at the spans that are dates, and say what each piece is."""
    label = LABEL.match(text, start, end)
    role = None
    if label:
        start = label.end()
        said = label["label"].lower()
        role = Role.EMPLOYER if said in EMPLOYER_LABELS else Role.TITLE if said in TITLE_LABELS else None
    cuts = sorted([*((m.start(), m.end()) for m in SEPARATOR.finditer(text, start, end)), *gaps])
    found: list[Piece] = []
    place = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        span = trimmed(text, place, min(cut_start, end))
        if span:
            found.append(piece_of(text, *span, role))
            role = None
        place = max(place, cut_end)
    return list(without_towns(text, found))


def piece_of(text: str, start: int, end: int, role: Role | None) -> Piece:
    """Say what a piece is and end it where more than a name or a title follows."""
    piece = text[start:end]
    if role is None:
        cut = MORE.search(piece)
        role = role_of(piece[: cut.start()] if cut else piece)
        if cut and role in {Role.TITLE, Role.EMPLOYER}:
            end = start + cut.start()
    if role is Role.EMPLOYER and not is_in_one_case(text[start:end]):
        run = CAPITALS.match(text, start, end)
        if run and role_of(run[0]) is Role.EMPLOYER:
            return Piece(start, run.end(), role)
        words = text[start:end].lower().split()
        if run and words[-1] in COMPANY_WORDS and len(words) <= LONGEST_NAME_WORDS:
            return Piece(start, end, role)
        return Piece(start, end, Role.NOISE)
    return Piece(start, end, role)


def is_in_one_case(piece: str) -> bool:
    """Say whether the long words of a piece all begin with capitals, or none does."""
    firsts = [word[0].isupper() or not word[0].isalpha() for word in WORD.findall(piece) if len(word) > 3]
    return all(firsts) or not any(firsts)


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


def role_of(piece: str) -> Role:
    """Say what a piece is by its words."""
    words = [word.strip(".'\u2019").lower() for word in WORD.findall(piece)]
    if not words:
        return Role.NOISE
    if is_place(piece, words):
        return Role.PLACE
    if LENGTH_ONLY.fullmatch(piece):
        return Role.NOISE
    nouns = [number for number, word in enumerate(words) if is_title_noun(word)]
    marks = [number for number, word in enumerate(words) if word in COMPANY_WORDS]
    if nouns and is_title(words, nouns, marks):
        return Role.TITLE if len(words) <= LONGEST_TITLE_WORDS else Role.NOISE
    if marks and len(words) <= LONGEST_EMPLOYER_WORDS and is_company(piece, words):
        return Role.EMPLOYER
    return Role.NAME if is_name(piece, words) else Role.NOISE


def is_place(piece: str, words: Sequence[str]) -> bool:
    """Say whether a piece is a town with its state, a state, a country or an area."""
    if words[-1] in COUNTRIES and len(words) == 1:
        return True
    if AREA.fullmatch(piece):
        return True
    if not COMPANY_WORDS.isdisjoint(words) and len(words) > 1:
        return False
    town, state = without_state(piece)
    return state and len(town.split()) <= LONGEST_TOWN_WORDS and not (piece.endswith(" DC") and " " in town)


def without_state(piece: str) -> tuple[str, bool]:
    """Take a state and its number off the end of a piece; the second value says whether there was one."""
    bare = ZIP.sub("", piece).rstrip(".") if piece[-1].isdigit() else piece.rstrip(".")
    if bare.rpartition(" ")[2] not in LAST_WORDS_OF_STATES:
        return piece, False
    for words in (1, 2):
        parts = bare.rsplit(" ", words)
        state = " ".join(parts[-words:])
        if len(parts) >= words and (state in STATES or (state.title() in STATES and len(state) > CODE_LENGTH)):
            return " ".join(parts[:-words]), True
    return piece, False


def is_title_noun(word: str) -> bool:
    """Say whether a word, or the last of words joined by slashes or dashes, is a noun of titles."""
    if word in TITLE_NOUNS:
        return True
    return ("/" in word or "-" in word) and any(part in TITLE_NOUNS for part in re.split(r"[/-]", word))


def is_title(words: Sequence[str], nouns: Sequence[int], marks: Sequence[int]) -> bool:
    """Say whether words with a noun of titles are a title and no company's name ("Turner Machine Co")."""
    if not marks:
        return True
    if words[-1] in COMPANY_ENDINGS:
        return False
    last = len(words) - 1
    while last > nouns[-1] and (words[last] in LEVELS or words[last] in NOT_NAMES):
        last -= 1
    return nouns[-1] > marks[-1] or last == nouns[-1] or words[nouns[-1] + 1] in {"of", "for", "in"}


def is_company(piece: str, words: Sequence[str]) -> bool:
    """Say whether words with one of companies name a company: in capitals, or short and ending in that word."""
    if any(sign.isupper() for sign in piece):
        return True
    return 1 < len(words) <= LONGEST_SMALL_NAME and words[-1] in COMPANY_WORDS


def is_name(piece: str, words: Sequence[str]) -> bool:
    """Say whether a piece may be the name of an employer: few words, capitals, nothing that says when or how."""
    if len(words) > LONGEST_NAME_WORDS or not piece[0].isalnum() or sum(sign.isalpha() for sign in piece) < 2:
        return False
    if SENTENCE_END.search(piece) or "@" in piece:
        return False
    if all(word in NOT_NAMES or word in LEVELS or word.isdigit() for word in words):
        return False
    if sum(CODE.search(word) is not None for word in words) > 1:
        return False
    spelled = [word for word in WORD.findall(piece) if len(word) > 3 or word.isupper()]
    return bool(spelled) and all(word[0].isupper() or word[0].isdigit() for word in spelled)


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
        elif piece.role is Role.EMPLOYER and " " in text[piece.start : piece.end]:
            words = text[piece.start : piece.end].split(" ")
            is_town_last = words[-1].strip(".").lower() not in COMPANY_WORDS
            yield Piece(piece.start, piece.end - (len(words[-1]) + 1 if is_town_last else 0), Role.EMPLOYER)
        else:
            yield Piece(piece.start, piece.end, Role.PLACE)


def employer_among(text: str, pieces: Sequence[Piece]) -> Piece | None:
    """Choose the piece that names the employer: outside brackets, one that ends like a company before others."""
    names = [piece for piece in pieces if piece.role in {Role.EMPLOYER, Role.NAME}]
    outside = [piece for piece in names if text[piece.start - 1 : piece.start] != "("] or names
    return min(outside, key=lambda piece: (name_rank(text, piece), piece.start), default=None)


def name_rank(text: str, piece: Piece) -> int:
    """Rank a piece as the name of an employer, the likeliest 0."""
    is_employer = piece.role is Role.EMPLOYER
    if is_employer and is_company_end(text, piece):
        return 0
    return 1 if " " in text[piece.start : piece.end] else 2 if is_employer else 3


def is_company_end(text: str, piece: Piece) -> bool:
    """Say whether a piece ends like the name of a company."""
    return text[piece.start : piece.end].rstrip(".").lower().rpartition(" ")[2] in COMPANY_ENDINGS


def clause_around(text: str, start: int, end: int, dates: Span) -> Span:
    """Find the sentence or label's content that dates stand in, and that says more than them."""
    place = dates[0]
    label = LABEL.match(text, start, end)
    for boundary in CLAUSE.finditer(text, label.end() if label else start, end):
        if boundary.end() <= place:
            start = boundary.end()
        elif has_letters(text, start, min(boundary.start(), place)) or has_letters(
            text, dates[1], boundary.start()
        ):
            return start, boundary.start()
    return start, end


def has_letters(text: str, start: int, end: int) -> bool:
    """Say whether anything is written between two places."""
    return any(sign.isalpha() for sign in text[start:end])


def with_client(text: str, piece: Piece) -> Span:
    """Take the client in brackets behind an agency to its name."""
    client = CLIENT.match(text, piece.end)
    return piece.start, client.end() if client else piece.end


def is_sentence(line: str) -> bool:
    """Say whether a line is running text rather than a head."""
    words = len(line.split())
    return words > 12 or (words > 3 and SENTENCE_END.search(line.rstrip()) is not None)
