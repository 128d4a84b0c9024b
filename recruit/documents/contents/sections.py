"""The parts of a resume or a posting, by their headings in any style.

A heading is a line of its own ("SKILLS", "Core Competencies:", "## Requirements") or stands before its content
("Preferred: NIMS", "DUTIES. Operates ..."). A part reaches to the next heading; one that starts in the middle of
a line ends with its paragraph, and the part around it goes on.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from recruit.documents.contents.headings import HEADINGS, SQUEEZED, STANDALONE_ONLY, told_by_a_word
from recruit.documents.contents.unheaded import parts_by_look
from recruit.vocabulary.shapes import Kind, Section
from recruit.vocabulary.spellings import plain_of

LONGEST_HEADING = 60
SHORTEST_HEADING = 3
WORDS_IN_UNKNOWN_HEADING = 6
SHORTEST_GLUED = 6

DECORATION = " \t#*=_-~:|>•·▪●■◆○►→.+"
EDGES = DECORATION + "\r\n"
INLINE = re.compile(
    r"(?P<lead>[\s#*\-•·▪●■]*)(?P<heading>[^\W\d_][^:.\n]{1,45}?)\s*(?P<sign>:|\.(?=\s)|\s-\s)\s*(?=\S)"
)
#: A line without one of these has no heading before its content.
INLINE_SIGN = re.compile(r"[:.-](?:(?<=:)|(?<=\.)(?=\s)|(?<=\s-)(?=\s))")
AFTER_SENTENCE = re.compile(r"(?<=[.;!])\s+(?P<heading>[A-Z][A-Za-z' ]{2,40}?)\s*:\s+(?=\S)")
JOINS = re.compile(r"\s*(?:&|/|,|\+|\||\band\b|\by\b)\s*")
MARK_OF_JOINS = re.compile(r"[&/,+|]|and| y ")
SPACED = re.compile(r"(?:[^\W\d_] ){2,}[^\W\d_](?![^\W_])")
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|[IVX]{1,4}[.)]|[A-H][.)])\s+(?=[^\W\d_])")
ADORNED = re.compile(r"^[^\w(]+|[^\w)]+$")
GLUED = re.compile(r"[^\w\n]{0,4}(?P<heading>[A-Z][A-Z &/]{3,40}?|[A-Z][a-z]{4,14})(?=[A-Z][a-z]|\d)")
MARGIN = re.compile(
    r"[^\w\n]{0,4}(?P<heading>[A-Z][A-Z &/]{2,30}?|[A-Z][a-z]+(?: [A-Z][a-z]+)?):?(?:[ ]{3,}|[ ]*\t[ \t]*)(?=\S)"
)
BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
HEADING_START = re.compile(
    r"(?:You|We|What|Nice|Must|Bonus|Your|Who|Ideal|Preferred|Desired|Required|Minimum)\b[^,.;:]*$"
)
FULL_LINE_LETTERS = 50  # a shorter line was ended by whoever wrote it, not by the page
# What no line ends with on purpose.
GOES_ON = re.compile(r"(?:[,/&(-]|\b(?:and|or|of|in|on|to|for|with|from|by|at|as|the|an?|using|including|such))$")
YEARS_FIRST = re.compile(r"\s*\d+\s?(?:\+|-\s?\d+)?\s*(?:years?|yrs?)\b")
BULLET = re.compile(r"\s*(?:[-*•·▪●■◆○►→o.]\s|\d{1,2}[.)]\s|\(\d+\))")


@dataclass(slots=True)
class Mark:
    """A heading found: ``flowing`` when content follows on its line."""

    name: str | None
    start: int
    body: int
    flowing: bool


def sections(text: str, kind: Kind | str) -> tuple[Section, ...]:
    r"""Cut a text into its parts.

    Parameters
    ----------
    text : str
        A resume or a posting, with its line ends.
    kind : Kind or str
        "resume" or "job": the same heading means different things in the two.

    Returns
    -------
    tuple of Section
        In reading order, without overlaps; text before the first heading and under unknown headings is in none. A
        resume without any heading is cut by what its lines look like.

    Raises
    ------
    ValueError
        If ``kind`` is neither.

    Examples
    --------
    >>> [part.name for part in sections("Requirements\n- TIG\nPreferred: CWI\n", "job")]
    ['required', 'preferred']
    """
    kind = Kind(kind)
    plain = plain_of(text)
    marks = list(find_marks(plain, kind))
    if not marks and kind is Kind.RESUME:
        return tuple(parts_by_look(text))
    found: list[Section] = []
    around: str | None = None
    for place, mark in enumerate(marks):
        limit = marks[place + 1].start if place + 1 < len(marks) else len(text)
        end = min(limit, end_of_paragraph(plain, mark.body)) if mark.flowing else limit
        if mark.name:
            found.append(Section(mark.name, mark.start, mark.body, end))
        if not mark.flowing:
            around = mark.name
        elif around and plain[end:limit].strip():
            found.append(Section(around, end, end, limit))
    return tuple(found)


def find_marks(plain: str, kind: Kind) -> Iterator[Mark]:
    """Every heading of a text, in order."""
    known = HEADINGS[kind]
    start = 0
    after_gap = True
    lines = plain.splitlines(keepends=True)
    for number, line in enumerate(lines):
        content = line.strip()
        if len(content) >= SHORTEST_HEADING:
            shouts_alone = content.isupper() and not "".join(lines[number + 1 : number + 2]).isupper()
            yield from marks_of_line(line, start, known, kind, is_set_off=after_gap or shouts_alone)
        after_gap = not content
        start += len(line)


def marks_of_line(line: str, start: int, known: dict[str, str], kind: Kind, *, is_set_off: bool) -> Iterator[Mark]:
    """The headings of one line: the line itself, one at its start, or some after its sentences."""
    whole = line.strip(EDGES)
    name = name_of_line(whole, known, kind, is_set_off=is_set_off)
    is_heading = kind is Kind.JOB and is_unlisted_heading(line, is_set_off=is_set_off)
    if name or is_heading:
        yield Mark(name or told_by_a_word(whole.lower()), start, start + len(line), flowing=False)
        return
    if kind is Kind.RESUME and (beside := heading_beside(line, known)):
        name, end, is_margin = beside
        yield Mark(name, start, start + end, flowing=not is_margin)
        return
    inline = INLINE.match(line) if INLINE_SIGN.search(line) else None
    if inline and is_inline_heading(inline, known):
        yield Mark(name_of(inline["heading"], known), start, start + inline.end(), flowing=True)
    if kind is Kind.JOB:
        for later in AFTER_SENTENCE.finditer(line):
            name = name_of(later["heading"], known)
            if name:
                yield Mark(name, start + later.start("heading"), start + later.end(), flowing=True)


def heading_beside(line: str, known: dict[str, str]) -> tuple[str, int, bool] | None:
    """Find a heading in the margin, or glued to its content: name, end, and whether it is in the margin."""
    margin = MARGIN.match(line) if "\t" in line or "   " in line else None
    if margin:
        name = known.get(margin["heading"].strip().lower())
        rest = line[margin.end() :].strip(EDGES)
        if name and "\t" not in rest and "   " not in rest and name_of(rest, known) is None:
            return name, margin.end(), True
    glued = GLUED.match(line)
    if glued:
        heading = glued["heading"].strip().lower()
        name = known.get(heading) or SQUEEZED[Kind.RESUME].get(heading)
        if name and (len(heading) >= SHORTEST_GLUED):
            return name, glued.end(), False
    return None


def is_inline_heading(inline: re.Match[str], known: dict[str, str]) -> bool:
    """A colon makes a heading; a full stop only after capitals or a word that is nothing else."""
    heading = inline["heading"]
    name = name_of(heading, known)
    if name is None or (heading.lower() in STANDALONE_ONLY and not heading.isupper()):
        return False
    if inline["sign"] == ":":
        return True
    return heading.isupper() or (inline["sign"] == "." and heading[0].isupper() and name != "other")


def name_of(heading: str, known: dict[str, str]) -> str | None:
    """The plain name of a heading, None when it is not one."""
    bare = BRACKETS.sub("", heading) if "(" in heading else heading
    words = " ".join(bare.strip(DECORATION).lower().split())
    if words in known:
        return known[words]
    if not MARK_OF_JOINS.search(words):
        return None
    names = [known.get(part) for part in JOINS.split(words)]
    return names[0] if names and all(names) else None


def name_of_line(whole: str, known: dict[str, str], kind: Kind, *, is_set_off: bool) -> str | None:
    """The plain name of a line that is a heading, however it is set: spaced, numbered, adorned, run together."""
    if not whole or len(whole) > LONGEST_HEADING:
        return None
    name = name_of(whole, known)
    if name or kind is Kind.JOB:
        return name
    if SPACED.match(whole):
        letters = "".join(whole.split()).lower()
        return known.get(letters) or SQUEEZED[kind].get(letters)
    is_adorned = not (whole[0].isalnum() and whole[-1].isalnum())
    bare = ADORNED.sub("", whole) if is_adorned else whole
    number = NUMBERED.match(bare)
    if number and (is_set_off or bare.isupper()):
        bare = bare[number.end() :]
    if bare != whole and (name := name_of(bare, known)):
        return name
    is_one_word = " " not in bare and (bare.isupper() or (bare[:1].isupper() and not bare[1:].islower()))
    return SQUEEZED[kind].get(bare.lower().replace("&", "and")) if is_one_word else None


def is_unlisted_heading(line: str, *, is_set_off: bool) -> bool:
    """A short line that looks like a heading: whatever it says, the part before it is over."""
    content = line.strip()
    if len(content.split()) > WORDS_IN_UNKNOWN_HEADING or BULLET.match(line) or content.endswith("."):
        return False
    if content.endswith(":"):
        return True
    return is_set_off and (content.isupper() or HEADING_START.match(content) is not None)


def end_of_paragraph(plain: str, start: int) -> int:
    """Where a part ends whose heading stands in a line.

    At an empty line, a list, a finished sentence, or a line that is too short to have been broken by the page.
    """
    place = start
    while True:
        line_end = plain.find("\n", place)
        if line_end < 0:
            return len(plain)
        next_end = plain.find("\n", line_end + 1)
        following = plain[line_end + 1 : next_end if next_end >= 0 else len(plain)]
        line = plain[plain.rfind("\n", 0, line_end) + 1 : line_end].rstrip()
        finished = line.endswith((".", "!", "?")) or (len(line) < FULL_LINE_LETTERS and not GOES_ON.search(line))
        goes_on = following[:1].islower() or not finished
        starts_anew = not following.strip() or BULLET.match(following) or YEARS_FIRST.match(following)
        if starts_anew or not goes_on:
            return line_end
        place = line_end + 1


def section_at(parts: tuple[Section, ...], offset: int) -> Section | None:
    """Find the part that an offset lies in.

    Parameters
    ----------
    parts : tuple of Section
        What ``sections`` found: in order, without overlaps.
    offset : int
        A place in the same text.

    Returns
    -------
    Section or None
        None before the first heading and under unknown headings.

    Examples
    --------
    >>> section_at((Section("skills", 0, 7, 20),), 12).name
    'skills'
    """
    place = bisect_right(parts, offset, key=lambda part: part.start) - 1
    return parts[place] if place >= 0 and offset < parts[place].end else None
