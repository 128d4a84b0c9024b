"""Years of experience, where the text ties a number to a mention.

"6 years Okuma", "Okuma LB3000 - 6 yrs", "three (3) years of TIG": the number goes to the noun it stands with.
Ages, dates, contracts and the age of a company are no experience.
"""

import re
from collections.abc import Iterator, Sequence

from recruit.documents.contents.marked import Marked
from recruit.matching.reading import Draft, Reading

NUMBER_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty
"""
NUMBERS = {word: number for number, word in enumerate(NUMBER_WORDS.split(), start=1)}
TENS = {"twenty": 20, "thirty": 30, "forty": 40}
MONTHS_A_YEAR = 12
HALF_A_YEAR = 0.5
MOST_YEARS = 60

WORD_NUMBER = "|".join(rf"(?:(?:{'|'.join(TENS)})-)?{word}" for word in NUMBERS) + "|thirty|forty"
COUNT = rf"(?P<low>\d{{1,2}}(?:\.\d)?|{WORD_NUMBER})(?:\s?\(\s?(?:\d{{1,2}}|[a-z-]+)\s?\))?"
HALF = r"(?P<half>\sand a half|\s1/2|\s?½)?"
MORE = r"(?:\s?\+|\splus|\sor more)?(?:\s?(?:-|to|or)\s?\d{1,2}(?:\s?\+)?)?"
UNIT = r"(?P<unit>years?|yrs?\b\.?|months?|mn?ths?\b|mos?\b\.?)"
SPAN = re.compile(rf"(?<![\w$.,/-]){COUNT}{HALF}{MORE}[\s-]?{UNIT}(?!\w)(?:\s?\+)?'?")
SPANS = Marked(SPAN, re.compile(r"y(?:ea)?rs?|mo(?:nth|s?\b)|mn?ths?\b"), before=64, behind=8)
NOT_EXPERIENCE_AFTER = re.compile(
    r"[\s-]*(?:(?:[\w&/'-]+\s+){0,4}apprenticeship|apprentice|old\b|of age|ago\b|in (?:the )?business|warranty"
    r"|contract|college|degree|program\b|course"
    r"|school|later|young|as a company|running strong)"
)
NOT_EXPERIENCE_BEFORE = re.compile(
    r"\b(?:age[ds]?|every|within|next|for over|after|in business(?: for)?|within the(?: last| past)?|old"
    r"|less than|company (?:of|with)|owned (?:for|since)|serv\w+ (?:\w+ )?(?:for|over))\s*(?:over\s"
    r"|more than\s|about\s)?$"
)
COMPANY = re.compile(r"\b(?:we have|we've|our company|in business|family[- ]owned|has been|established|founded)\b")
FILLER_WORDS = """
    of in with on as a an the experience exp exper experienced work worked working using use running run ran
    operating operate operated hands-on hands solid total combined practical documented progressive recent
    related relevant at least doing minimum min full time setting up programming and or machine shop
    industrial professional production proven general setup set-up performing for
"""
FILLERS = frozenset(FILLER_WORDS.split())
AHEAD = 5
FARTHEST = 200  # characters that no number is tied across
BEHIND = re.compile(
    r"[\s\"]*(?:(?:hands?|operators?|machinists?|welders?|programmers?|inspectors?) )?(?:\w+ (?=experience\b))?"
    r"(?:(?:[-:(|,=~]|for|about|over|around|experience|exp\.?|the|last|past|approx\.?"
    r"|min\.?|minimum|at least|with|w/)\s*)*"
)
SET_BEHIND = re.compile(
    r"\s*(?:[-.,;:)|/\n]|$|experience|exp\b|of experience|total|on it|hands|each|\("
    r"|min\b|before|prior|and an? |and (?:clean|valid|own)\b)"
)
IN_LIST = re.compile(r"\s*(?:,|,?\s*(?:/|&|\+|\band/or\b|\band\b|\bor\b))\s*")
TOLD_OF = re.compile(r"\b(?:of|with|in|on|running|doing|using|experience)\b")
LAST_OF_LIST = re.compile(r"\b(?:and|or)\b|&")
WITH_IT = re.compile(r"\s*(?:/|&|\+|\band/or\b|\band\b|\bor\b)\s*")
WORD = re.compile(r"[\w'+-]+")
#: "10 years of veneering, 4 of them vacuum bagging": the second number has no unit of its own.
PART_OF_SPAN = re.compile(
    r"(?<=[,;(] )(?P<low>\d{1,2})(?P<unit>\+?) of (?:which|them|those|that)\b(?:,? (?:years?|were|was|spent))*"
)
PART_SIGN = re.compile(r"\d\+? of (?:which|th)")
#: "5 years with Haas and 3 with Okuma": the second number takes the unit of the first.
CONTINUED = re.compile(
    rf"(?:,|\band|\bplus)\s(?:the last )?(?P<low>\d{{1,2}}|{WORD_NUMBER})(?P<unit>)\s"
    r"(?=(?:with|on|of|in|running|using|doing)\s)"
)
#: "Fanuc ten years, Heidenhain three": the second number takes the unit of the first.
CHAINED = re.compile(rf"(?:\s(?P<low>{WORD_NUMBER})|\s?[-:]\s(?P<digits>\d{{1,2}}))(?=\s*(?:[,;.)\n]|$))")
#: A number that is set behind something with a comma or dash, and ends its sentence.
SET_OFF = re.compile(r"[,:(\u2013-]\s*$")
#: "Machinist w/ 12 yr exp. Aluminum, lathe" names no years of aluminum.
TOLD_OF_PERSON = re.compile(r"(?:\bwith|\bw/)\s$")
EXPERIENCE_ENDS = re.compile(r"\s*exp(?:erience|er)?\s*[.;]")
ENDS_SENTENCE = re.compile(r"\.\s+(?=[A-Z])")


def tie_years(reading: Reading) -> None:
    """Set the years of every draft a number is tied to.

    Parameters
    ----------
    reading : Reading
        With finished drafts in reading order; changed in place.
    """
    parts = PART_OF_SPAN.finditer(reading.lower) if PART_SIGN.search(reading.lower) else ()
    units: dict[int, str] = {}
    spans = list(SPANS.finditer(reading.lower))
    for match in (*spans, *parts, *continued(reading, spans)):
        years = years_of(match)
        if years is None or is_no_experience(reading.lower, match):
            continue
        behind, ahead = reading.around(match)
        for draft in owners(reading, match, behind, ahead):
            draft.years = years if draft.years is None else draft.years
            if draft.end <= match.start():
                units.setdefault(reading.clauses.span(match.start())[0], match["unit"])
    for start, unit in units.items():
        chain_years(reading, start, unit)


def continued(reading: Reading, spans: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Numbers without a unit behind one that had years for its unit, in the same statement."""
    for span in spans:
        if span["unit"].startswith("y"):
            _, end = reading.clauses.span(span.start())
            yield from CONTINUED.finditer(reading.lower, span.end(), end)


def chain_years(reading: Reading, start: int, unit: str) -> None:
    """Tie the numbers of a statement that stand behind a mention without a unit, once one before had it."""
    _, end = reading.clauses.span(start)
    months = MONTHS_A_YEAR if unit.startswith("m") else 1
    seen = False
    for draft in reading.drafts:
        if not start <= draft.start < end:
            continue
        match = CHAINED.match(reading.lower, draft.end, end) if seen and draft.years is None else None
        if match:
            number = int(match["digits"]) if match["digits"] else number_named(match["low"])
            draft.years = number / months
        seen = seen or draft.years is not None


def years_of(match: re.Match[str]) -> float | None:
    """The lower number of a span in years, None when nobody works that long."""
    low = match["low"]
    number = float(low) if low[0].isdigit() else float(number_named(low))
    number += HALF_A_YEAR if match.groupdict().get("half") else 0
    years = number / MONTHS_A_YEAR if match["unit"].startswith("m") else number
    return years if 0 < years <= MOST_YEARS else None


def number_named(word: str) -> int:
    """The number that a word names: "twenty-two"."""
    tens, _, ones = word.rpartition("-")
    return TENS.get(tens, 0) + (NUMBERS.get(ones) or TENS[ones])


def is_no_experience(lower: str, match: re.Match[str]) -> bool:
    """Whether the number is an age, a date, a deadline or a company's history."""
    before = lower[max(0, match.start() - 60) : match.start()]
    if NOT_EXPERIENCE_AFTER.match(lower, match.end()) or NOT_EXPERIENCE_BEFORE.search(before):
        return True
    sentence = before.rpartition(".")[2].rpartition("\n")[2]
    return COMPANY.search(sentence) is not None


def owners(reading: Reading, match: re.Match[str], behind: list[int], ahead: list[int]) -> list[Draft]:
    """The drafts a number belongs to: the noun that follows it, or the one it is set behind."""
    drafts = reading.drafts
    closes = SET_BEHIND.match(reading.lower, match.end()) is not None
    touches = closes and bool(behind) and is_set_behind(reading.lower, drafts[behind[0]].end, match.start())
    follows = (
        bool(ahead)
        and drafts[ahead[0]].start - match.end() <= FARTHEST
        and not ends_its_sentence(reading, match)
        and is_filler(reading.lower[match.end() : drafts[ahead[0]].start])
    )
    is_listed_behind = touches and not SPAN.search(reading.lower, *before_first(reading, behind))
    if follows and not (is_listed_behind and reading.lower[match.end() : drafts[ahead[0]].start].strip() == ""):
        is_told = TOLD_OF.search(reading.lower, match.end(), drafts[ahead[0]].start)
        return with_list(reading, ahead) if is_told else with_neighbours(reading, ahead)
    if touches:
        return with_neighbours(reading, behind)
    return []


def ends_its_sentence(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a number speaks of what stands before it: "Welder, 9 yrs. Dual shield" names no years of that."""
    if TOLD_OF_PERSON.search(reading.lower, max(0, match.start() - 8), match.start()) and EXPERIENCE_ENDS.match(
        reading.lower, match.end()
    ):
        return True
    full_stop = match.end() - match[0].endswith(".")
    before = reading.lower[max(0, match.start() - 3) : match.start()]
    return bool(SET_OFF.search(before)) and ENDS_SENTENCE.match(reading.plain, full_stop) is not None


def is_set_behind(lower: str, start: int, end: int) -> bool:
    """Whether only a dash, a bracket or "for" stands between a noun and its number."""
    return end - start <= FARTHEST and BEHIND.fullmatch(lower, start, end) is not None


def before_first(reading: Reading, behind: list[int]) -> tuple[int, int]:
    """The piece of a line before its first mention: a number there means that numbers come first."""
    first = reading.drafts[behind[-1]].start
    return reading.lower.rfind("\n", 0, first) + 1, first


def is_filler(between: str) -> bool:
    """Whether only "of hands-on experience with" stands between a number and its noun."""
    words = WORD.findall(between)
    if any(sign in between for sign in ",;:()|\n") or len(words) > AHEAD:
        return False
    return sum(word not in FILLERS for word in words) <= 1


def with_list(reading: Reading, places: list[int]) -> list[Draft]:
    """The first of some drafts, and all of its list where that ends with "and": "years of MIG, TIG and stick"."""
    found = [reading.drafts[places[0]]]
    for place in places[1:]:
        draft = reading.drafts[place]
        if not IN_LIST.fullmatch(reading.lower, found[-1].end, draft.start):
            break
        found.append(draft)
        if "," not in reading.lower[found[-2].end : draft.start] or LAST_OF_LIST.search(
            reading.lower, found[-2].end, draft.start
        ):
            return found
    return with_neighbours(reading, places)


def with_neighbours(reading: Reading, places: list[int]) -> list[Draft]:
    """The first of some drafts, and those that "and" or a slash ties to it."""
    found = [reading.drafts[places[0]]]
    for place in places[1:]:
        one, two = sorted((found[-1], reading.drafts[place]), key=lambda draft: draft.start)
        if not WITH_IT.fullmatch(reading.lower, one.end, two.start):
            break
        found.append(reading.drafts[place])
    return found
