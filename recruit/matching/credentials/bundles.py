"""What belongs to one certificate: the parts in its name, before it and behind it.

A part belongs to a certificate where nothing but other parts and small words stand between them; an unknown word
ends the certificate.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

from recruit.matching.credentials.parts import (
    CAPITALS,
    DAY,
    GLUE,
    MATERIALS,
    METHODS,
    PROCESSES,
    STATE_BEFORE,
    Part,
    iso_day,
    named_by,
    part_at,
    parts_in,
    positions_of,
    roman,
    state_named,
)
from recruit.matching.reading import FURTHEST, Draft, Reading, start_of
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.credentials import load_credential_rules
from recruit.vocabulary.shapes import Category, Kind

WELDER = "welder-qualification"
NDT = "ndt-certification"
NIMS = "nims-credential"
#: Cards whose hours and state are told; others are courses of so many hours, and places of work.
CARDS = frozenset({"journeyman-card", "apprenticeship", "contractor-license", "state-welder-licence"})
TAIL = 120  # characters behind a name that can belong to it
HEAD = 48
GAP = 60  # characters of other words before an expiry
LISTED = frozenset({"position", "range", "choice", "iso_position", "process", "method"})
HEAD_JOIN = re.compile(r"\s*(?:[/&+,-]|and)?\s*")
HEAD_GLUE = re.compile(r"[\s/&:-]*(?:(?:certified|qualified|welder|welding|per|under|to|in|the)\s)*")
EXPIRY_WORDS = re.compile(r"(?<!\w)(?:exp|lapsed|renewal|due|recert|valid|good|current|certified)")
ABBREVIATION = re.compile(
    r"(?<!\w)(?:cert|lic|no|num|reg|exp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*$"
)
MOST_ABBREVIATIONS = 4  # in the statement of one certificate
GOES_ON = re.compile(r"\n\s*(?=exp|valid|issued|earned|cert(?:ificate|ification)? ?(?:#|no|number)|#)")
BARE_DEGREE = re.compile(r"(?<![\w-])(?P<degree>i{1,3})(?![\w-])")
BARE_HOURS = re.compile(r"(?<!\d)(?P<hours>8|24|40)(?!\d)")
PIPE_BEHIND = re.compile(r"\s?(?:pipe|tube|sch|nps|dia|o\.?d)")
OF_A_WALL = re.compile(r"plate|thick|wall|limited")
YEAR_BEFORE = re.compile(r"\d\s*(?:-|to|thru|through)\s*$")
LAST_WORD = re.compile(r"\s*(?:[),;.|\n]|$)")
#: A full day that ends a line, after a dash or a comma: that of the test.
LAST_DAY = re.compile(rf"(?<=[-,(|])\s?(?={DAY}\s*\)?\s*(?:\n|$))(?=[^\n]*[/.-]\d)")
#: What a certificate is of may stand between it and its days.
MADE_OF = frozenset({Category.MATERIAL, Category.PROCESS})
FROM_TO = re.compile(r"\s?(?:to|/|and|&)\s?")
DIGITS_BEFORE = re.compile(r"(?<![\w/.])(?P<digits>(?:[1-6]\s?/\s?)+)$")


@dataclass(slots=True)
class Bundle:
    """What was read of one certificate so far; ``reached`` is where its parts end."""

    draft: Draft
    start: int
    reached: int
    head_from: int = 0
    limit: int = 0
    positions: list[str] = field(default_factory=list)
    processes: list[str] = field(default_factory=list)
    methods: list[str] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)
    is_over: bool = False

    @property
    def is_welders(self) -> bool:
        """Whether positions and processes are parts of it."""
        return WELDER in kinds_of(self.draft.concept)

    @property
    def is_of_ndt(self) -> bool:
        """Whether methods are parts of it."""
        return NDT in kinds_of(self.draft.concept)


@lru_cache(maxsize=1024)
def kinds_of(concept: str) -> frozenset[str]:
    """A concept with all it is a kind of."""
    return frozenset({concept, *load_vocabulary().ancestors(concept)})


def end_of_statement(reading: Reading, place: int) -> int:
    """Where the statement about a certificate ends: "cert." and "Dec." do not, nor "Expires 2026" below it."""
    _, end = reading.clauses.span(place)
    for _ in range(MOST_ABBREVIATIONS):
        if end >= len(reading.lower) or not ABBREVIATION.search(reading.lower, max(0, end - 8), end):
            break
        _, end = reading.clauses.span(end)
    if reading.lower[end - 1 : end] == "\n":
        goes_on = GOES_ON.match(reading.lower, end - 1)
        end = reading.clauses.span(goes_on.end())[1] if goes_on else end - 1
    return end


def read_name(reading: Reading, bundle: Bundle) -> None:
    """The parts that stand in the name itself."""
    reached = bundle.start
    match = DIGITS_BEFORE.search(reading.lower, max(0, reached - 8), reached)
    if match and bundle.is_welders and reading.lower[reached].isdigit():
        joint = reading.lower[reached + 1].upper()
        bundle.positions += [f"{digit}{joint}" for digit in match["digits"] if digit.isdigit()]
        bundle.start = match.start()
    for part in parts_in(reading.lower, bundle.draft.start, bundle.draft.end):
        between = reading.lower[reached : part.start]
        if part.kind != "process" or "," not in between or bundle.positions or bundle.processes:
            take(reading, bundle, part)
        reached = part.end
    if bundle.draft.concept == "hazwoper":
        match = BARE_HOURS.search(reading.lower, bundle.start, bundle.draft.end)
        if match:
            bundle.found["hours"] = match["hours"]
    if NIMS in kinds_of(bundle.draft.concept) and "level" not in bundle.found:
        match = BARE_DEGREE.search(reading.lower, bundle.start, bundle.draft.end)
        if match:
            bundle.found["level"] = match["degree"].upper()


def read_head(reading: Reading, bundle: Bundle) -> None:
    """Processes, methods and levels directly before the name: "TIG certified to AWS D17.1", "Level II UT"."""
    if not (bundle.is_welders or bundle.is_of_ndt or CARDS & kinds_of(bundle.draft.concept)):
        return
    clause_start, _ = reading.clauses.span(bundle.start)
    start = max(clause_start, bundle.head_from, bundle.start - HEAD)
    parts = list(parts_in(reading.lower, start, bundle.start))
    edge, glue = bundle.start, HEAD_GLUE
    for part in reversed(parts):
        if part.kind not in {*LISTED, "level"}:
            break
        if not glue.fullmatch(reading.lower, part.end, edge) or not take(reading, bundle, part, first=True):
            break
        edge = bundle.start = part.start
        glue = HEAD_JOIN
    match = STATE_BEFORE.search(reading.lower, start, edge) if CARDS & kinds_of(bundle.draft.concept) else None
    if match:
        bundle.found["state"] = state_named(reading.text[match.start("state") : match.end("state")])
        bundle.start = match.start()


def read_tail(reading: Reading, bundle: Bundle, *, is_met: bool) -> None:
    """The parts behind the name, until a word that is none."""
    lower, place = reading.lower, bundle.draft.end
    after_comma = False
    while place < bundle.limit:
        if lower[place] == " ":
            place += 1
            continue
        issuer = issuer_at(reading, bundle, place)
        if issuer:
            place = bundle.reached = issuer
            continue
        part = part_at(lower, place, bundle.limit)
        if part:
            is_listed = after_comma and part.kind in {"process", "method", "material"}
            if is_listed and not (bundle.positions or bundle.processes or bundle.methods):
                break
            if not take(reading, bundle, part):
                break
            place = bundle.reached = part.end
            after_comma = False
            continue
        glue = GLUE.match(lower, place, bundle.limit)
        if glue is None:
            break
        after_comma = "," in glue[0] or (after_comma and not glue[0].strip())
        place = glue.end()
    if place >= bundle.limit and is_met:
        bundle.is_over = True  # the next certificate was reached across nothing but parts
    else:
        read_days_behind(reading, bundle, place)


def read_days_behind(reading: Reading, bundle: Bundle, place: int) -> None:
    """The days that other words stand before."""
    if "expires" not in bundle.found:
        read_expiry(reading, bundle, place)
    if not {"expires", "issued"} & bundle.found.keys():
        read_last_day(reading, bundle, place)


def issuer_at(reading: Reading, bundle: Bundle, place: int) -> int | None:
    """Where the name of who issued it ends: of cards anywhere, else in brackets, as makers issue some, too."""
    if not (CARDS & kinds_of(bundle.draft.concept) or reading.lower[place - 1] == "("):
        return None
    match = issuers().match(reading.text, place, bundle.limit)
    return match.end() if match else None


@lru_cache(maxsize=1)
def issuers() -> re.Pattern[str]:
    """The names of those who issue certificates, as they write themselves."""
    names = sorted(load_credential_rules().issuers, key=lambda name: -len(name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def read_expiry(reading: Reading, bundle: Bundle, start: int) -> None:
    """An expiry that other words stand before: "tested at the yard in Mobile, expires 3/2025"."""
    match = EXPIRY_WORDS.search(reading.lower, start, min(bundle.limit, start + GAP))
    if match is None:
        return
    if names_something(reading, start, match.start()):
        return
    part = part_at(reading.lower, match.start(), bundle.limit)
    if part and part.kind == "expires":
        take(reading, bundle, part)
        bundle.reached = part.end


def read_last_day(reading: Reading, bundle: Bundle, start: int) -> None:
    """A full day at the end of the line: "3G - tested at the river yard - 11/14/2022"."""
    match = LAST_DAY.search(reading.lower, start, min(bundle.limit, start + GAP))
    if match is None or names_something(reading, start, match.start()):
        return
    part = part_at(reading.lower, match.end(), bundle.limit)
    if part and part.kind == "day" and take(reading, bundle, part):
        bundle.reached = part.end


def names_something(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch names another thing than what a certificate is of."""
    first = bisect_left(reading.drafts, start, key=start_of)
    last = bisect_left(reading.drafts, end, lo=first, key=start_of)
    return any(draft.category not in MADE_OF for draft in reading.drafts[first : min(last, first + FURTHEST)])


def take(reading: Reading, bundle: Bundle, part: Part, *, first: bool = False) -> bool:
    """Put a part into a certificate; say whether it can be one of it."""
    if part.value in CAPITALS and not reading.text[part.start : part.end].isupper():
        return False
    if part.kind in LISTED:
        return take_listed(bundle, part, first=first)
    if part.kind in {"expires", "issued", "day"}:
        return take_day(reading, bundle, part)
    if part.kind in {"hours", "state"} and not CARDS & kinds_of(bundle.draft.concept):
        return False
    if part.kind == "thickness" and is_diameter(reading, bundle, part):
        return True
    value = value_of(reading, part)
    before = bundle.found.get(part.kind)
    if before and part.kind == "thickness" and ("limited" in value) != ("limited" in before):
        bundle.found["thickness"] = f"{before}, {value}"
        return True
    if before and part.kind == "material" and before != value and joined_to(reading, bundle, part):
        bundle.found["material"] = f"{before} to {value}"
        return True
    return value == bundle.found.setdefault(part.kind, value) or part.kind == "status"


def joined_to(reading: Reading, bundle: Bundle, part: Part) -> bool:
    """Whether a second metal was welded to the first: "carbon to stainless"."""
    return FROM_TO.fullmatch(reading.lower, bundle.reached, part.start) is not None


def take_listed(bundle: Bundle, part: Part, *, first: bool) -> bool:
    """Put in what a certificate may have several of: positions and processes of welders, methods of testers."""
    if part.kind == "method":
        if bundle.is_of_ndt:
            put(bundle.methods, [named_by(part.value, METHODS)], first=first)
        return bundle.is_of_ndt
    if bundle.is_welders:
        if part.kind == "process":
            put(bundle.processes, [named_by(part.value, PROCESSES)], first=first)
        else:
            put(bundle.positions, positions_of(part), first=first)
    return bundle.is_welders


def is_diameter(reading: Reading, bundle: Bundle, part: Part) -> bool:
    """Whether a length is that of a pipe across: named so, or bare beside a position of pipe."""
    if PIPE_BEHIND.match(reading.lower, part.end) or "pipe" in part.value:
        return True
    return not OF_A_WALL.search(part.value) and any(position[0] in "56" for position in bundle.positions)


def value_of(reading: Reading, part: Part) -> str:
    """What a part is called."""
    written = reading.text[part.end - len(part.value) : part.end]
    if part.kind == "material":
        return named_by(part.value, MATERIALS)
    if part.kind == "level":
        return roman(part.value)
    if part.kind == "state":
        return state_named(written)
    return written if part.kind == "number" else part.value


def take_day(reading: Reading, bundle: Bundle, part: Part) -> bool:
    """Put a day in; a bare one is that of the issue, unless it begins or ends a stretch of time."""
    day = iso_day(part.value)
    if day is None or reading.kind is Kind.JOB:
        return False
    if part.kind == "day":
        if YEAR_BEFORE.search(reading.lower, max(0, part.start - 8), part.start):
            return False
        if not LAST_WORD.match(reading.lower, part.end):
            return False
    bundle.found.setdefault("expires" if part.kind == "expires" else "issued", day)
    return True


def put(rows: list[str], new: list[str], *, first: bool) -> None:
    """Add what is not there yet."""
    fresh = [one for one in new if one not in rows]
    rows[:] = [*fresh, *rows] if first else [*rows, *fresh]
