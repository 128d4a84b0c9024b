"""How a text stands to what it names: held or only seen, asked for or ruled out.

A cue ("no", "basic", "preferred", "lapsed") reaches to the mentions beside it and along their list, inside its
statement. What stands in brackets reaches only what the bracket stands at. Without a cue the part of the text
decides: under "Preferred" everything is preferred.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recruit.matching.clauses import Clauses
from recruit.matching.reading import Draft, Reading
from recruit.matching.sections import section_at
from recruit.vocabulary.shapes import Category, Kind, Polarity

# What may stand between two mentions of one list.
ANY_JOIN = re.compile(
    r"[\s\"'()]*(?:,|/|&|\+|\band/or\b|\band\b|\bor\b|,\s*(?:and|or|nor)\b|\bnor\b)?[\s(\"']*(?:the|a|an|any|other|on|of|with|in)?\s*"
)
CLOSE_JOIN = re.compile(r"\s*(?:/|&|\+|\band/or\b|\band\b|\bor\b|\()?\s*")
TURN = re.compile(r"\b(?:but|however|although|though|except|whereas|while|yet)\b")
WORD = re.compile(r"[\w'.+-]+")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set a polarity.

    ``ahead`` and ``behind`` are how many words may stand between the cue and the first mention on either side
    (None: it does not look there); with ``whole_list`` it reaches along commas, else only along "and" and "or".
    """

    polarity: Polarity
    pattern: str
    ahead: int | None = None
    behind: int | None = None
    whole_list: bool = True


NOT_REALLY_NO = (
    r"(?!\.?\s*\d|\s+(?:only|just|later|less|more|longer|one|doubt|problem|issues?|scrap|rejects?|defects?|errors?|"
    r"returns?|lost|major|matter|supervision|limited|necessarily|afraid|later|fewer|exceptions?|findings?|escapes?|"
    r"repairs?|rework|prints?|drawings?)\b)"
)
RESUME_CUES = (
    Cue(
        Polarity.EXPIRED,
        r"no longer|used to|formerly|previously (?:certified|held)|not current(?:ly)?|not renewed|"
        r"(?:did not|didn't|never) renew(?:ed)?|lapsed|expired|ran out|out of date|years ago|last used|"
        r"let (?:it|them|that) (?:lapse|expire|go)",
        ahead=3,
        behind=4,
    ),
    Cue(
        Polarity.LIMITED,
        r"in progress|in process|studying for|working (?:on|toward|towards)(?= (?:my|a|the))|pursuing|enrolled in|"
        r"scheduled to test|(?:will )?test(?:ing)? (?:this|next)|in training|almost (?:done|finished)",
        ahead=4,
        behind=3,
    ),
    Cue(
        Polarity.LIMITED,
        r"famili\w+ with|familiar|famili?arity with|exposure to|exposed to|learned|learnt|learning|witnessed|"
        r"observed|observing|watched|shadow(?:ed|ing)|assist(?:ed|ing)?(?: with| in| on)?|helped(?: with| on| to)?|"
        r"coursework(?: in)?|course(?:s)? (?:in|on)|class(?:es)? (?:in|on)|intro(?:duction|ductory)?(?: to)?|"
        r"(?:entry|beginner|novice|student)[ -]level|beginner|school[- ]?(?:only|training)|under supervision",
        ahead=4,
        behind=3,
    ),
    Cue(
        Polarity.LIMITED,
        r"basics?|some|limited|light|minor|a (?:little|bit)(?: of)?|little|occasional(?:ly)?|sometimes|rarely|"
        r"now and then|once in a while|a few times|a handful of times|(?:one|two|three|\d+)[- ](?:day|week|hour) (?:class|course)|"
        r"class(?:es)?|seminar|(?:viewer|view|read|run|load|open|class|school|backup) only|only (?:when|at|as|in|to|for|edits?|run|ran|load(?:ed)?)|"
        r"when needed|as needed|if needed|as (?:a )?back-?up|backing up|filling in|fill[- ]in|hobby|rusty|novice|just (?:open|run|ran|load|edits?|simple|a)",
        ahead=3,
        behind=3,
        whole_list=False,
    ),
    Cue(
        Polarity.ABSENT,
        rf"(?:(?:have|has|had|do|does|did|am|is|was|are|were|can|could|would|will) (?:not|never)|"
        rf"(?:haven|hasn|don|doesn|didn|wasn|isn|aren|can|couldn|won)'t|cannot|never|not)(?: yet)?{NOT_REALLY_NO}",
        ahead=6,
        behind=1,
    ),
    Cue(Polarity.ABSENT, rf"(?:no|none|neither|nor|lacks?|lacking|zero){NOT_REALLY_NO}", ahead=4, behind=1),
    Cue(Polarity.ABSENT, r"without(?: any)?(?= (?:experience|knowledge|training))", ahead=4),
    Cue(
        Polarity.ABSENT,
        r"(?:wish(?:es)?|wants?|wanting|willing|eager|hop(?:e|es|ing)|looking|like|love|ready|excited|keen|able) to (?:learn|get into|"
        r"move into|start|try|be trained)|(?:want|wish|need)s? to learn|interest(?:ed)? in(?: learning)?|to learn",
        ahead=6,
    ),
)
JOB_CUES = (
    Cue(
        Polarity.PREFERRED,
        r"(?:(?:is|are|would be|will be|also|highly|strongly|a|considered) )*(?:preferred|preferable|preferably|desired|desirable|"
        r"helpful|beneficial|advantageous|(?:a )?(?:big |huge |strong |definite |real )?(?:plus|bonus|asset|advantage)|nice to have|"
        r"ideal(?:ly)?|welcome(?:d)?|appreciated)(?:,? (?:but|though) not (?:required|necessary|needed|essential|mandatory))?",
        ahead=5,
        behind=5,
    ),
    Cue(
        Polarity.EXCLUDED,
        r"(?:is |are |was )?(?:not|n't|isn't|aren't) (?:required|needed|necessary|a requirement|essential|mandatory|considered|"
        r"accepted|enough|sufficient)|(?:do|does|will|would|can) ?(?:not|n't) (?:alone )?(?:qualify|count|satisfy|suffice|be "
        r"(?:credited|considered|accepted))|unnecessary|need not apply|don't qualify|doesn't (?:qualify|count)|won't (?:qualify|count)",
        behind=8,
    ),
    Cue(
        Polarity.EXCLUDED,
        rf"(?:(?:do|does|did|are|is|will) not|(?:don|doesn|isn|aren|won)'t|not|never|without)(?: be)?{NOT_REALLY_NO}(?! (?:including|necessarily))",
        ahead=8,
    ),
    Cue(Polarity.EXCLUDED, rf"(?:no|neither|nor){NOT_REALLY_NO}", ahead=4),
    Cue(Polarity.REQUIRED, r"(?:is |are )?(?:required|mandatory|a must|essential|needed)", behind=4),
    Cue(Polarity.REQUIRED, r"must (?:have|know|be able to)|required to", ahead=6),
)
CUES = {Kind.RESUME: RESUME_CUES, Kind.JOB: JOB_CUES}
PATTERNS = {
    kind: re.compile("|".join(rf"(?P<c{n}>(?<!\w)(?:{cue.pattern})(?!\w))" for n, cue in enumerate(cues)))
    for kind, cues in CUES.items()
}
BY_SECTION = {
    Kind.JOB: {"preferred": Polarity.PREFERRED, "excluded": Polarity.EXCLUDED},
    Kind.RESUME: {"interests": Polarity.LIMITED, "objective": Polarity.ABSENT},
}
SILENT_SECTIONS = frozenset({"company", "eeo", "benefits", "pay", "schedule"})
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
EXPIRY = re.compile(
    r"\b(?:exp(?:ires?|iry|iration)?|valid (?:until|through|thru|to)|good (?:until|through|thru))\b[\s.:,]*(?:date|on)?[\s.:]*"
    r"(?:(?P<month>\d{1,2})[/.-](?:\d{1,2}[/.-])?|(?P<name>[a-z]{3})[a-z]*\.?,? )?(?P<year>(?:19|20)\d\d)"
)
EXPIRY_REACH = 60


def judge_polarity(reading: Reading) -> None:
    """Set the polarity of every draft.

    Parameters
    ----------
    reading : Reading
        With settled drafts in reading order; those are changed in place.
    """
    for draft in reading.drafts:
        draft.polarity = default_polarity(reading, draft)
    clauses = Clauses(reading.lower)
    decided: set[int] = set()
    for match in PATTERNS[reading.kind].finditer(reading.lower):
        cue = CUES[reading.kind][int(str(match.lastgroup)[1:])]
        for place in reached(reading, clauses, cue, match):
            if place not in decided:
                reading.drafts[place].polarity = cue.polarity
                decided.add(place)
    if reading.on is not None:
        judge_expiry(reading, clauses, reading.on)


def is_silent(reading: Reading, draft: Draft) -> bool:
    """Whether a draft stands in a part of a posting that asks for nothing: pay, benefits, the company itself."""
    part = section_at(reading.sections, draft.start) if reading.kind is Kind.JOB else None
    return part is not None and part.name in SILENT_SECTIONS


def default_polarity(reading: Reading, draft: Draft) -> Polarity:
    """What a mention is where no words beside it say otherwise."""
    part = section_at(reading.sections, draft.start)
    usual = Polarity.HELD if reading.kind is Kind.RESUME else Polarity.REQUIRED
    return BY_SECTION[reading.kind].get(part.name, usual) if part else usual


def reached(reading: Reading, clauses: Clauses, cue: Cue, match: re.Match[str]) -> Sequence[int]:
    """Places of the drafts that a cue reaches: those ahead of it, else those behind."""
    start, end = clauses.span(match.start())
    places = [place for place, draft in enumerate(reading.drafts) if start <= draft.start and draft.end <= end]
    ahead = [place for place in places if reading.drafts[place].start >= match.end()]
    behind = [place for place in reversed(places) if reading.drafts[place].end <= match.start()]
    found: Sequence[int] = ()
    if cue.ahead is not None and ahead:
        found = along(reading, ahead, match.end(), cue, cue.ahead)
    if not found and cue.behind is not None and behind:
        found = back_along(reading, behind, match.start(), cue, cue.behind)
    return found


def along(reading: Reading, places: Iterable[int], start: int, cue: Cue, most_words: int) -> Sequence[int]:
    """The first draft after a cue and those listed with it."""
    found: list[int] = []
    for place in places:
        draft = reading.drafts[place]
        between = reading.lower[start : draft.start]
        if not found and not is_near(between, most_words, before_comma=True):
            break
        if found and not is_joined(between, cue):
            break
        found.append(place)
        start = draft.end
    return found


def back_along(reading: Reading, places: Iterable[int], end: int, cue: Cue, most_words: int) -> Sequence[int]:
    """The last draft before a cue and those listed with it."""
    found: list[int] = []
    bracketed = False
    for place in places:
        draft = reading.drafts[place]
        between = reading.lower[draft.end : end]
        if not found:
            if not is_near(between, most_words, before_comma=False):
                break
            bracketed = "(" in between or " - " in between or ":" in between
        elif bracketed or not is_joined(between, cue):
            break
        found.append(place)
        end = draft.start
    return found


def is_near(between: str, most_words: int, *, before_comma: bool) -> bool:
    """Whether a cue still reaches across some words."""
    if ")" in between or TURN.search(between) or (before_comma and "," in between):
        return False
    return len(WORD.findall(between)) <= most_words


def is_joined(between: str, cue: Cue) -> bool:
    """Whether two mentions stand in one list."""
    return (ANY_JOIN if cue.whole_list else CLOSE_JOIN).fullmatch(between) is not None


def judge_expiry(reading: Reading, clauses: Clauses, on: date) -> None:
    """Certificates whose stated day has passed are expired."""
    for match in EXPIRY.finditer(reading.lower):
        month = int(match["month"] or 0) or (MONTHS.index(match["name"]) + 1 if match["name"] in MONTHS else 12)
        if (int(match["year"]), month) >= (on.year, on.month):
            continue
        start, _ = clauses.span(match.start())
        for draft in reversed(reading.drafts):
            if start <= draft.start and draft.end <= match.start() <= draft.end + EXPIRY_REACH:
                if draft.category is Category.CERTIFICATION:
                    draft.polarity = Polarity.EXPIRED
                break
