"""The rest of a name that no list can hold: position, process, level, edition, model number.

The vocabulary knows "AWS D1.1", "Hermle" and "Mastercam"; texts say "AWS D1.1 3G/4G FCAW", "Hermle C42" and
"Mastercam 2024".
"""

import re
from functools import lru_cache
from itertools import pairwise

from recruit.matching.reading import Draft, Reading, start_of
from recruit.matching.tokens import Gap
from recruit.vocabulary.loader import load_vocabulary
from recruit.vocabulary.shapes import Category

POSITION = r"[1-6](?:gr|gf|g|f)"
PROCESS = (
    r"smaw|gmaw(?:-[ps])?|fcaw(?:-[gs])?|gtaw|saw|ofw|tig|mig|stick|flux[- ]?core(?:d)?"
    r"|dual[- ]shield|sub[- ]arc|metal[- ]core"
)
LEVEL = (
    r"(?:level|lvl|class|group|grade|type|stage)\.?\s?(?:[ivx]+|\d|[a-d])\b"
    r"(?:(?:,\s|/|\s?&\s?|\sand\s|-)(?:iii|ii|iv|i|v|[1-5])\b)*"
)
KIND = (
    r"unlimited(?: thickness)?|all[- ]positions?|open[- ]root|certified|certifications?|certificates?"
    r"|certs?|cards?|"
    r"licen[sc]es?|licensed|licen[sc]ed|credentials?|qualifications?|qualified|endorse(?:d|ment)s?"
    r"|tickets?|operator|passport"
)
SHAPE = rf"(?:plate|pipe|sheet)(?=\W*(?:{POSITION}|{PROCESS}|cert|qual))"
JOIN = r"(?:\s?[/,&+-]\s?|\s|\sand\s|,\s)"
PART = rf"(?:{LEVEL}|(?:{KIND})\b)"
WELD_PART = rf"(?:(?:{POSITION})(?!\w)|(?:{PROCESS})\b(?!\s(?:weld|experience))|{SHAPE}|{PART})"
# No certificate has more parts, and a text of nothing else must not take endless time.
CHAIN = re.compile(rf"(?:{JOIN}\(?{PART}\)?){{1,12}}")
WELD_CHAIN = re.compile(rf"(?:{JOIN}\(?{WELD_PART}\)?){{1,12}}")
POSITION_BEFORE = re.compile(rf"(?:(?<![\w.])(?:{POSITION})(?:\s?[/,&-]\s?|\s(?:and\s|&\s)?))+$")
EDITION = re.compile(r"(?:\s?[:-]\s?(?:19|20)\d\d(?:[-/](?:r?\d{1,4}))*|\s(?:rev(?:ision)?\.?\s?)[a-e]\b)(?!\w)")
QUALITY_LEVEL = re.compile(r"\s(?:level|lvl)\.?\s?[1-5]\b")
MODEL = re.compile(r"(?=\w*\d)[a-z]{0,4}\d{1,4}[a-z]{0,4}\d{0,2}$")
VERSION = re.compile(r"(?:[xvr]\d{1,4}|20[0-3]\d|\d{1,2}(?:\.\d{1,2})?)$")
PRESS = re.compile(r"\bpress(?:es)?$")
TONNAGE = re.compile(r"(?<![\w-])\d{1,4}(?:,\d{3})?[\s-](?:tons?[\s-])?$")
WELDER_QUALIFICATION = "welder-qualification"
WELDING_POSITION = "welding-position"
LONGEST_SERIES = 4  # letters before a model number
LONGEST_MAKER, SHORTEST_MAKER = 3, 3  # words, letters
STATEMENT_SIGNS = frozenset({".", ":", ";", "-", "*", "|", "\u2022", "(", "/", "!", "?"})
# Written large inside a statement, and still nobody's name.
NO_MAKER_WORDS = """
    cnc nc manual new old used own large small heavy various other and the with dual twin multi semi auto automatic
    mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday
"""
NO_MAKER = frozenset(NO_MAKER_WORDS.split())
ARTICLES = frozenset({"A", "I"})
TIMES = re.compile(r"x\d+$")
YEAR = re.compile(r"(?:19|20)\d\d$")
NOT_MODEL_WORDS = "years year yrs yr months mths mth mos hours hrs x ton tons machines axis in mm % + ft rpm"
NOT_A_MODEL = frozenset(NOT_MODEL_WORDS.split())
MODELLED = frozenset({Category.MACHINE, Category.CONTROL})
EDITED = frozenset({Category.QUALITY, Category.DRAWING, Category.CERTIFICATION})


def complete_names(reading: Reading) -> None:
    """Stretch drafts over the rest of their names, and drop drafts that are inside another one then.

    Parameters
    ----------
    reading : Reading
        With settled drafts in reading order; changed in place.
    """
    floor = 0  # behind the code before: its positions are its own
    for draft in reading.drafts:
        if draft.category in MODELLED:
            stretch_over_model(reading, draft, MODEL)
            if PRESS.search(reading.lower, draft.start, draft.end):
                stretch_back(reading, draft, TONNAGE)
        elif draft.category is Category.SOFTWARE:
            stretch_over_model(reading, draft, VERSION)
        if is_welder_qualification(draft.concept):
            stretch_back(reading, draft, POSITION_BEFORE, floor=floor)
            stretch(reading, draft, WELD_CHAIN)
            floor = floor if is_position(draft.concept) else draft.end
        elif draft.category is Category.CERTIFICATION:
            stretch(reading, draft, CHAIN)
        if draft.category in EDITED:
            stretch(reading, draft, EDITION)
        if draft.category is Category.QUALITY:
            stretch(reading, draft, QUALITY_LEVEL)
    take_in_heads(reading)
    take_in_makers(reading)
    reading.drafts = without_overlaps(reading.drafts)


def take_in_heads(reading: Reading) -> None:
    """Stretch a machine over the word behind it that says what it is."""
    for draft, following in pairwise(reading.drafts):
        if is_head_of(reading, following, draft):
            draft.last, draft.end = following.last, following.end


def is_head_of(reading: Reading, head: Draft, draft: Draft) -> bool:
    """Whether one word directly behind a machine says what it is: the lathes of "Okuma LB3000 lathes"."""
    return (
        draft.category is head.category is Category.MACHINE
        and head.first == draft.last
        and head.last == head.first + 1
        and reading.words.gap(head.first) == Gap.SPACE
        and head.concept in load_vocabulary().ancestors(draft.concept)
    )


def take_in_makers(reading: Reading) -> None:
    """Stretch a kind of machine over the maker's name before it: "Hegenscheidt wheel lathe"."""
    floor = 0
    for draft in reading.drafts:
        if draft.category is Category.MACHINE and reading.text[draft.start].islower():
            first = draft.first
            while draft.first - first < LONGEST_MAKER and is_maker(reading, first - 1, floor):
                first -= 1
            while first > floor and reading.words.starts[first] in reading.words.glued:
                first -= 1  # "LaPointe" is one name, however it was cut
            draft.first, draft.start = first, reading.words.starts[first]
        floor = draft.last


def is_maker(reading: Reading, place: int, floor: int) -> bool:
    """Whether a word stands where a maker's name does: a capital inside a statement, the next word beside it."""
    words = reading.words
    if place <= floor or words.gap(place + 1) != Gap.SPACE or words.gap(place) != Gap.SPACE:
        return False
    written = reading.text[words.starts[place] : words.ends[place]]
    if not written[0].isupper() or not written.isalpha() or len(written) < SHORTEST_MAKER:
        return False
    norm = words.norms[place]
    return words.norms[place - 1] not in STATEMENT_SIGNS and norm not in NO_MAKER and not norm.endswith("ing")


@lru_cache(maxsize=4096)
def is_welder_qualification(concept: str) -> bool:
    """Whether positions and processes are parts of a certificate's name: "D1.1 3G FCAW", but "TWIC, TIG"."""
    return WELDER_QUALIFICATION in {concept, *load_vocabulary().ancestors(concept)}


@lru_cache(maxsize=4096)
def is_position(concept: str) -> bool:
    """Whether a certificate names nothing but a position."""
    return WELDING_POSITION in {concept, *load_vocabulary().ancestors(concept)}


def stretch(reading: Reading, draft: Draft, pattern: re.Pattern[str]) -> None:
    """Take in what a pattern finds directly behind a draft, on its line."""
    line_end = reading.lower.find("\n", draft.end)
    match = pattern.match(reading.lower, draft.end, line_end if line_end >= 0 else len(reading.lower))
    if match:
        end = match.end()
        if match[0].count("(") > match[0].count(")"):
            end = match.start() + match[0].index("(")
        elif match[0].endswith(")") and "(" not in match[0]:
            end -= 1
        end = draft.end + len(reading.lower[draft.end : end].rstrip())
        draft.end = end
        while draft.last < len(reading.words) and reading.words.starts[draft.last] < end:
            draft.last += 1


def stretch_back(reading: Reading, draft: Draft, pattern: re.Pattern[str], *, floor: int = 0) -> None:
    """Take in what a pattern finds directly before a draft, behind a place."""
    start = min(max(floor, draft.start - 30), draft.start)
    match = pattern.search(reading.lower[start : draft.start])
    if match and "\n" not in match[0]:
        draft.start = start + match.start()
        while draft.first > 0 and reading.words.starts[draft.first - 1] >= draft.start:
            draft.first -= 1


def stretch_over_model(reading: Reading, draft: Draft, pattern: re.Pattern[str]) -> None:
    """Take in a model number or version behind a name, and what a hyphen ties to it."""
    words = reading.words
    while draft.last < len(words):
        taken = model_words(reading, draft, pattern)
        following = words.norms[draft.last + taken] if draft.last + taken < len(words) else ""
        if not taken or following in NOT_A_MODEL:
            return
        draft.last += taken
        draft.end = words.ends[draft.last - 1]


def model_words(reading: Reading, draft: Draft, pattern: re.Pattern[str]) -> int:
    """How many words behind a draft are a piece of its model: "31i-WB", "i-700", "CHC 20"; 0 for none."""
    words, place = reading.words, draft.last
    if place >= len(words):
        return 0
    gap, word = words.gap(place), words.norms[place]
    if gap == Gap.HYPHEN:
        return int(any(sign.isdigit() for sign in word))
    if gap != Gap.SPACE:
        return 0
    if pattern.match(word) and is_proper_name(reading, draft, word):
        return 1
    if pattern is MODEL and place + 1 < len(words) and words.norms[place + 1][0].isdigit() and word.isalpha():
        written = reading.text[words.starts[place] : words.ends[place]]
        tied = words.gap(place + 1) == Gap.HYPHEN and len(word) <= LONGEST_SERIES
        spaced = (
            words.gap(place + 1) == Gap.SPACE
            and written.isupper()
            and len(word) <= LONGEST_SERIES
            and written not in ARTICLES
        )
        if (tied or spaced) and not reading.text[slice(*reading.line_at(draft))].isupper():
            return 2
    return 0


def is_proper_name(reading: Reading, draft: Draft, word: str) -> bool:
    """Whether a number may be a model: behind a maker's name, and not a count or the year of a job."""
    if draft.category is Category.SOFTWARE:
        return True
    if not reading.text[draft.start].isupper() or TIMES.match(word) or YEAR.match(word):
        return False
    return not word.isdigit() or len(word) > 2


def without_overlaps(drafts: list[Draft]) -> list[Draft]:
    """In reading order; of two that overlap the longer one stays, of two equals the first."""
    in_order = sorted(drafts, key=start_of)
    if all(one.end <= two.start for one, two in pairwise(in_order)):
        return in_order
    taken = bytearray(max((draft.end for draft in drafts), default=0))
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (one.start - one.end, one.start)):
        if taken.find(1, draft.start, draft.end) < 0:
            taken[draft.start : draft.end] = b"\x01" * (draft.end - draft.start)
            kept.append(draft)
    return sorted(kept, key=start_of)
