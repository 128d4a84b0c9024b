"""Finds what a text says of the person rather than of their work, so that it can be left unread.

Names, addresses, schools, birth dates and ways to reach a person are blanked, each sign by a space, before any
word is counted or any year is read. A trade word inside them ("Walter Moore", "Boring, Oregon", "Turner
Institute") is no sign of skill, and another name in its place changes nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from recruit.documents.contents.contact import EMAIL, LINK, PHONE
from recruit.documents.contents.home_town import STREET
from recruit.documents.contents.known_names import NAMES_OF_TRADES
from recruit.documents.contents.marked import Marked
from recruit.documents.contents.states import STATE
from recruit.matching.terms import words_of
from recruit.vocabulary.spellings import lower_of

Span = tuple[int, int]

#: Every repetition is bounded and begins at the start of a word: a page of letters without a space costs no more.
TOWN_WORD = r"(?<!\w)[A-Z][\w.'\u2019-]{0,30}"
SCHOOL_WORD = r"(?:Universit(?:y|ies)|Colleges?|Institutes?|Academ(?:y|ies)|Schools?|Polytechnics?|Seminary)"
CASED_NAME = rf"(?:{TOWN_WORD}[ ,.&]{{1,2}}|(?:of|the|and|for|de|du)[ ])"

TOWN = re.compile(rf"(?:{TOWN_WORD}[ ])?{TOWN_WORD},[ ]*(?:{STATE})\b\.?(?:[ ,]*\d{{5}}(?:-\d{{4}})?\b)?")
ZIP = re.compile(rf"\b(?:{STATE})[ ]+\d{{5}}(?:-\d{{4}})?\b")
SCHOOL = re.compile(
    rf"(?:{CASED_NAME}){{0,6}}\b{SCHOOL_WORD}\b(?:[ ](?:of|for|at|in)(?:[ ](?:the[ ])?{TOWN_WORD}){{1,5}})?"
)
SCHOOL_IN_CAPITALS = re.compile(rf"(?<!\w){SCHOOL_WORD.upper()}[ ]OF(?:[ ][A-Z]+){{1,4}}")
#: The first letter stands by itself, so that a search skips from one to the next.
BORN = re.compile(
    r"[abdABD](?<!\w.)"
    r"(?i:(?<=d)ate of birth|(?<=d)\.?o\.?b\.?|(?<=b)irth ?date|(?<=b)orn|(?<=b)irthday|(?<=a)ge)\b[^\n|;]{0,40}"
)
OLD = re.compile(r"\d(?<!\w\d)\d[ -]*(?i:years?[ -]*old)\b")
REACHED_BY = (
    Marked(EMAIL, re.compile("@"), before=64, behind=320),
    Marked(PHONE, re.compile(r"\d{3}[ .-]?\d{4}(?!\d)"), before=10, behind=1),
    LINK,
)
PERSONAL = (
    STREET,
    Marked(TOWN, re.compile(rf",[ ]*(?:{STATE})\b"), before=64, behind=40),
    Marked(ZIP, re.compile(r"[ ]\d{5}"), before=30, behind=6),
    BORN,
    OLD,
    Marked(SCHOOL, re.compile(rf"{SCHOOL_WORD}\b"), before=200, behind=400),
    Marked(SCHOOL_IN_CAPITALS, re.compile(rf"{SCHOOL_WORD.upper()}[ ]OF"), before=0, behind=200),
)
NOT_A_NAME = re.compile(r"^\W*(?:resum[eé]|r[eé]sum[eé]|cv|curriculum vitae)(?:[ ]+of)?\W*", re.IGNORECASE)
SEPARATOR = re.compile(r"[|,;:•·*/\t()\u2013\u2014]|[ ]{2,}|[ ]-+[ ]|(?<=[a-z])\.[ ]|\d")
NO_LINE_END = re.compile(r"[^\n]")
WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*")

#: A name or a town has at most this many words; a longer piece is a sentence.
LONGEST_NAME_WORDS = 5
LONGEST_CONTACT_LINE = 160


def without_personal(text: str, is_work_word: Callable[[str], bool]) -> str:
    r"""Blank out what is personal, keeping every offset.

    Parameters
    ----------
    text : str
        A resume.
    is_work_word : callable
        Says of a lower-case word without plural s whether it is a word of work.

    Returns
    -------
    str
        As long as ``text``, spaces in place of what is personal.

    Examples
    --------
    >>> without_personal("Rose Miller, Boring, OR 97009\nMiller, 5 years", {"miller"}.__contains__).split()
    [',', 'Miller,', '5', 'years']
    """
    pieces, reached = [], 0
    for start, end in personal_spans(text, is_work_word):
        if end > reached:
            pieces += [text[reached:start], NO_LINE_END.sub(" ", text[max(start, reached) : end])]
            reached = end
    return "".join([*pieces, text[reached:]])


def personal_spans(text: str, is_work_word: Callable[[str], bool]) -> list[Span]:
    r"""Find what is personal.

    Parameters
    ----------
    text : str
        A resume.
    is_work_word : callable
        Says of a lower-case word without plural s whether it is a word of work.

    Returns
    -------
    list of tuple of int and int
        Half-open spans, sorted; they may overlap.

    Examples
    --------
    >>> personal_spans("Ana Ruiz\nwelder, ana@example.com", {"welder"}.__contains__)
    [(0, 8), (16, 32), (17, 32)]
    """
    reached_by = [match.span() for pattern in REACHED_BY for match in pattern.finditer(text)]
    spans = [match.span() for pattern in PERSONAL for match in pattern.finditer(text)]
    name = name_span(text, is_work_word)
    if name is not None:
        lower = lower_of(text)
        spans += occurrences(lower[slice(*name)], lower)
    spans += contact_pieces(text, [start for start, _ in reached_by], is_work_word)
    return sorted(reached_by + spans)


def occurrences(words: str, text: str) -> Iterator[Span]:
    """Yield where some words stand, whole and without overlaps.

    Parameters
    ----------
    words : str
        What is looked for, as it is written in ``text``.
    text : str
        Where it is looked for.

    Yields
    ------
    tuple of int and int
        Half-open spans.

    Examples
    --------
    >>> list(occurrences("ana", "ana banana, ana"))
    [(0, 3), (12, 15)]
    """
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        is_whole = not (is_in_word(text[start - 1 : start]) or is_in_word(text[end : end + 1]))
        if is_whole:
            yield start, end
        start = text.find(words, end if is_whole else start + 1)


def is_in_word(sign: str) -> bool:
    """Say whether a sign is one of those that words are made of."""
    return sign.isalnum() or sign == "_"


def name_span(text: str, is_work_word: Callable[[str], bool]) -> Span | None:
    """Find the name a resume begins with: the first piece of its first line, unless it is about work."""
    for start, line in lines_of(text):
        title = NOT_A_NAME.match(line)
        offset = title.end() if title else 0
        if not WORD.search(line, offset):
            continue
        piece = next(pieces_of(line[offset:]), None)
        if piece is None:
            return None
        begin, end = piece[0] + offset, piece[1] + offset
        return (start + begin, start + end) if is_name(line[begin:end], is_work_word) else None
    return None


def is_name(piece: str, is_work_word: Callable[[str], bool]) -> bool:
    """Say whether a short piece of a line names a person: capitalised and not all of work, or nothing of work."""
    words = WORD.findall(piece)
    known = [word for word in words_of(piece) if is_work_word(word) and word not in NAMES_OF_TRADES]
    if not 0 < len(words) <= LONGEST_NAME_WORDS:
        return False
    is_capitalised = all(word[0].isupper() for word in words)
    return len(known) < len(words_of(piece) or words) if is_capitalised else not known


def contact_pieces(text: str, places: Iterable[int], is_work_word: Callable[[str], bool]) -> Iterator[Span]:
    """Find the pieces of short lines with an address or number to reach the person that say nothing of work."""
    for start in sorted({text.rfind("\n", 0, place) + 1 for place in places}):
        line = text[start:].partition("\n")[0]
        if len(line) > LONGEST_CONTACT_LINE:
            continue
        for begin, end in pieces_of(line):
            words = words_of(line[begin:end])
            if len(words) <= LONGEST_NAME_WORDS and 2 * sum(map(is_work_word, words)) < len(words):
                yield start + begin, start + end


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with where each starts."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def pieces_of(line: str) -> Iterator[Span]:
    """Yield the pieces of a line between separators."""
    start = 0
    for match in [*SEPARATOR.finditer(line), None]:
        end = match.start() if match else len(line)
        if line[start:end].strip():
            yield start, end
        start = match.end() if match else end
