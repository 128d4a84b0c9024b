"""How a text stands to what it names: held or only seen, asked for or ruled out.

A cue ("no", "basic", "preferred", "lapsed") reaches to the mentions beside it and along their list, inside its
statement. What stands in brackets reaches only what the bracket stands at. Without a cue the part of the text
decides: under "Preferred" everything is preferred.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from recruit.matching.beginnings import Terms
from recruit.matching.cues import Cue, terms_of_cues
from recruit.matching.job_cues import JOB_CUES
from recruit.matching.reading import Draft, Reading
from recruit.matching.resume_cues import RESUME_CUES
from recruit.vocabulary.shapes import Category, Kind, Polarity

CUES = {Kind.RESUME: RESUME_CUES, Kind.JOB: JOB_CUES}
# What may stand between two mentions of one list.
ANY_JOIN = re.compile(
    r"[\s\"'()]*(?:,|/|&|\+|\band/or\b|\band\b|\bor\b|,\s*(?:and|or|nor)\b|\bnor\b)?[\s(\"']*"
    r"(?:the|a|an|any|other|on|of|with|in)?\s*"
)
CLOSE_JOIN = re.compile(r"\s*(?:/|&|\+|\band/or\b|\band\b|\bor\b|\()?\s*")
LIST_END = re.compile(r"\b(?:n?or|and/or|and)\b|/")
TURN = re.compile(r"\b(?:but|however|although|though|except|whereas|while|yet)\b")
WORD = re.compile(r"[\w'.+-]+")
# Behind the last comma: a word that is no part of "experience with it is strongly".
OTHER_ITEM = re.compile(
    r",\s*(?:(?:and|or)\s+)?(?!(?:experience|knowledge|skills?|familiarity|training|background|certifi\w+|ability|and|or"
    r"|is|are|a|an|while|though|although|but|not|strongly|highly|would|will|also|if|it|this|that|these|both|either)\b)"
    r"[a-z][^,]*$"
)
NEED = re.compile(r"\b(?:need|requir)")
SENTENCE_END = re.compile(r"[.!?]\s|\n")
CLOSED_ASIDE = re.compile(r"^\s*\)\s*$")
FARTHEST = 400  # characters that no cue reaches across, however long its words
CELLS = 4  # words in the columns between a name and what a table says of it
LAST = re.compile(r"\s*(?:[.,;:!)\n|]|$)")

#: What a mention is where no words beside it say otherwise, but for the usual.
BY_SECTION: Mapping[Kind, Mapping[str | None, Polarity]] = {
    Kind.JOB: {"preferred": Polarity.PREFERRED, "excluded": Polarity.EXCLUDED},
    Kind.RESUME: {"interests": Polarity.LIMITED, "coursework": Polarity.LIMITED},
}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EXPIRY = re.compile(
    r"(?<!\w)(?:exp(?:ires?|iry|iration)?|(?:valid|good) (?:until|through|thru|to))\b[\s.:,]*(?:date|on)?[\s.:]*"
    r"(?:(?P<month>\d{1,2})[/.-](?:\d{1,2}[/.-])?|(?P<name>[a-z]{3})[a-z]*\.?,? )?(?P<year>(?:19|20)\d\d)"
)
EXPIRIES = Terms(EXPIRY, heads=frozenset({"exp", "val", "goo"}))
#: No text is read before this: what expired earlier has expired, whatever the day.
RELEASED = date(2026, 1, 1)
EXPIRY_REACH = 60  # characters between a certificate and its date


@lru_cache
def terms_for(kind: Kind) -> Terms:
    """The cues of one kind of text as one pattern, made when the first such text is read."""
    return terms_of_cues(CUES[kind])


def judge_polarity(reading: Reading) -> None:
    """Set the polarity of every draft.

    Parameters
    ----------
    reading : Reading
        With settled drafts in reading order; those are changed in place.
    """
    usual = Polarity.HELD if reading.kind is Kind.RESUME else Polarity.REQUIRED
    by_section = BY_SECTION[reading.kind]
    waived = waived_parts(reading)
    for draft in reading.drafts:
        draft.polarity = by_section.get(draft.section, usual)
        draft.is_waived = any(start <= draft.start < end for start, end in waived)
    decided: set[int] = set()
    headings = [(part.start, part.body) for part in reading.sections if part.body > part.start]
    heading_starts = [start for start, _ in headings]
    for match in reading.beginnings.matches(terms_for(reading.kind)):
        before = bisect_right(heading_starts, match.start())
        if before and match.start() < headings[before - 1][1]:
            continue  # a heading speaks through its section
        cue = CUES[reading.kind][int(str(match.lastgroup)[1:])]
        for place in reached(reading, cue, match):
            draft = reading.drafts[place]
            if place not in decided:
                draft.polarity, draft.is_waived = cue.polarity, cue.waives
                decided.add(place)
    if reading.kind is Kind.JOB:
        keep_ruled_out(reading, decided)
    judge_expiry(reading, reading.on or RELEASED)


def waived_parts(reading: Reading) -> list[tuple[int, int]]:
    """Where a posting lists what it only does not need: "Not required"."""
    return [
        (part.start, part.end)
        for part in reading.sections
        if part.name == "excluded" and NEED.search(reading.lower, part.start, part.body)
    ]


def keep_ruled_out(reading: Reading, decided: set[int]) -> None:
    """A bare mention does not ask for what its own sentence rules out: "no set-up, our set-up techs do that"."""
    ruled_out: dict[str, Draft] = {}
    for place, draft in enumerate(reading.drafts):
        if place in decided and draft.polarity is Polarity.EXCLUDED:
            ruled_out[draft.concept] = draft
        elif place not in decided and draft.concept in ruled_out:
            named = ruled_out[draft.concept]
            if SENTENCE_END.search(reading.lower[named.end : draft.start]) is None:
                draft.polarity, draft.is_waived = Polarity.EXCLUDED, named.is_waived


def reached(reading: Reading, cue: Cue, match: re.Match[str]) -> Sequence[int]:
    """Places of the drafts that a cue reaches: those ahead of it, else those behind."""
    behind, ahead = reading.around(match)
    if not behind and cue.refers_back:
        behind = reading.before_statement(match)
    if cue.spares:
        behind, ahead = spoken_of(reading, behind, cue), spoken_of(reading, ahead, cue)
    if cue.first_for is not None:
        named = [place for place in behind if reading.drafts[place].category is cue.first_for]
        behind = named or behind
    found: Sequence[int] = ()
    if cue.ahead is not None:
        found = list(along(reading, ahead, match.end(), cue))
        if cue.closed_list and found and reading.drafts[found[0]].start == match.end() + 1:
            found = closed(reading, found)
    if not found and cue.behind is not None and not (cue.last and not LAST.match(reading.lower, match.end())):
        found = list(back_along(reading, behind, match.start(), cue))
    return found


def spoken_of(reading: Reading, places: Sequence[int], cue: Cue) -> list[int]:
    """The drafts that a cue can say something of."""
    return [place for place in places if reading.drafts[place].category not in cue.spares]


def along(reading: Reading, places: Iterable[int], start: int, cue: Cue) -> Iterator[int]:
    """The first draft after a cue and those listed with it."""
    first = True
    for place in places:
        draft = reading.drafts[place]
        if draft.start - start > FARTHEST:
            return
        between = reading.lower[start : draft.start]
        if not (
            is_near(between, cue.ahead or 0, across_commas=False) if first else is_joined(between, cue.whole_list)
        ):
            return
        yield place
        first, start = False, draft.end


def closed(reading: Reading, places: Sequence[int]) -> Sequence[int]:
    """A list as far as its "or"; only the first of one that no "or" ends."""
    for number, (one, two) in reversed(list(enumerate(pairwise(places), start=2))):
        if LIST_END.search(reading.lower, reading.drafts[one].end, reading.drafts[two].start):
            return places[:number]
    return places[:1]


def back_along(reading: Reading, places: Iterable[int], end: int, cue: Cue) -> Iterator[int]:
    """The last draft before a cue and those listed with it."""
    first = True
    bracketed = False
    for place in places:
        draft = reading.drafts[place]
        if end - draft.end > FARTHEST:
            return
        between = reading.lower[draft.end : end]
        if first:
            if cue.back_list:  # "metal spraying (HVOF, arc) is a plus" speaks of all three
                between = CLOSED_ASIDE.sub("", between)
            if not is_near(between, cue.behind or 0, across_commas=not cue.last):
                return
            if cue.own_item and OTHER_ITEM.search(between):
                return
            bracketed = "(" in between
        elif bracketed or not is_joined(between, cue.back_list):
            return
        yield place
        first, end = False, draft.start


def is_near(between: str, most_words: int, *, across_commas: bool) -> bool:
    """Whether a cue still reaches across some words."""
    if ")" in between or TURN.search(between) or ("," in between and not across_commas):
        return False
    words = len(WORD.findall(between.replace(" - ", " ")))
    return words <= most_words + (CELLS if "|" in between else 0)


def is_joined(between: str, across_commas: bool) -> bool:
    """Whether two mentions stand in one list."""
    return (ANY_JOIN if across_commas else CLOSE_JOIN).fullmatch(between) is not None


def judge_expiry(reading: Reading, on: date) -> None:
    """Certificates whose stated day has passed are expired."""
    for match in reading.beginnings.matches(EXPIRIES):
        month = int(match["month"] or 0) or (MONTHS.index(match["name"]) + 1 if match["name"] in MONTHS else 12)
        if (int(match["year"]), month) >= (on.year, on.month):
            continue
        start, _ = reading.clauses.span(match.start())
        for draft in reversed(reading.drafts):
            if start <= draft.start and draft.end <= match.start() <= draft.end + EXPIRY_REACH:
                if draft.category is Category.CERTIFICATION:
                    draft.polarity = Polarity.EXPIRED
                break
