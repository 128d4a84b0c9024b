"""One certificate in several mentions: its code and its positions, its name and its abbreviation."""

import re
from bisect import bisect_left
from itertools import pairwise

from recruit.matching.credentials.bundles import HEAD, NDT, WELDER, Bundle, kinds_of, put
from recruit.matching.credentials.nims import hand_down_levels
from recruit.matching.reading import FURTHEST, Reading, start_of
from recruit.vocabulary.credentials import known_parts
from recruit.vocabulary.shapes import Polarity

SCHEME_CONCEPTS = frozenset({NDT, "nas-410", "asnt-accp", "snt-tc-1a", "cp-189", "iso-9712"})
ASQ = "asq-certification"
BELTS = frozenset({f"six-sigma-{colour}-belt" for colour in ("white", "yellow", "green", "black")})
MOST_MENTIONS = 4  # of one certificate; a longer list is one of several
ENDORSEMENT = "cwi-endorsement"
ENDORSED_BEFORE = re.compile(
    r"(?<!\w)endorse(?:d|ments?)(?!\w)(?:[\s:(-]|(?:in|for|on|to|with|under|include|are|of)(?!\w))*$"
)
LISTED = re.compile(r"\s?(?:[,;/&+]|and)?\s?(?:and\s)?")


def join_mentions(reading: Reading, bundles: list[Bundle]) -> None:
    """Give each mention what the others of the same certificate say.

    Parameters
    ----------
    reading : Reading
        The text.
    bundles : list of Bundle
        Of every certificate, in reading order; changed in place.
    """
    for group in linked(reading, bundles):
        share(group)
    hand_down_levels(reading, bundles)
    for bundle, following in pairwise(bundles):
        if bundle.is_over and bundle.is_welders and following.draft.concept == ENDORSEMENT:
            bundle.found["endorsed"] = "yes"
    endorse(reading, bundles)


def endorse(reading: Reading, bundles: list[Bundle]) -> None:
    """Tell the codes that an inspector is endorsed in: "CWI, endorsed in D1.5 and API 1104"."""
    reached = -1
    for bundle in bundles:
        lower, start = reading.lower, bundle.draft.start
        goes_on = 0 <= reached <= start and LISTED.fullmatch(lower, reached, start) is not None
        if bundle.draft.concept == ENDORSEMENT and lower.startswith("endorse", start):
            reached = bundle.draft.end
        elif bundle.is_welders and (goes_on or ENDORSED_BEFORE.search(lower, max(0, start - HEAD), start)):
            bundle.found["endorsed"] = "yes"
            reached = bundle.draft.end


def linked(reading: Reading, bundles: list[Bundle]) -> list[list[Bundle]]:
    """Groups of neighbours that are one certificate: its code and its positions, its name and its abbreviation."""
    groups: list[list[Bundle]] = []
    for bundle in bundles:
        if (
            groups
            and len(groups[-1]) < MOST_MENTIONS
            and groups[-1][-1].is_over
            and is_one(reading, groups[-1], bundle)
        ):
            groups[-1].append(bundle)
        else:
            groups.append([bundle])
    return [group for group in groups if len(group) > 1]


def is_one(reading: Reading, group: list[Bundle], bundle: Bundle) -> bool:
    """Whether a mention goes on with the certificate before it."""
    before, concept = group[-1].draft, bundle.draft.concept
    if before.concept == concept:
        return reading.lower[before.end : bundle.draft.start].lstrip().startswith("(")
    concepts = [*(one.draft.concept for one in group), concept]
    issuers = {issuer for one in concepts if (issuer := known_parts(one).issuer)}
    if all(WELDER in kinds_of(one) for one in concepts) and len(issuers) <= 1:
        return sum(not is_generic(one) for one in concepts) <= 1 and not is_listed_beside_others(reading, bundle)
    if all(NDT in kinds_of(one) for one in concepts):
        return not is_other_grade(group, bundle) and len({before.concept, concept} & SCHEME_CONCEPTS) == 1
    return concept == ASQ and before.concept in BELTS and bundle.draft.end - bundle.draft.start == len("asq")


def is_other_grade(group: list[Bundle], bundle: Bundle) -> bool:
    """Whether a tester's method and level are others than those read so far."""
    levels = {one.found["level"] for one in [*group, bundle] if "level" in one.found}
    named = [set(one.methods) for one in [*group, bundle] if one.methods]
    return len(levels) > 1 or (len(named) > 1 and bool(bundle.methods) and not set.intersection(*named))


def is_generic(concept: str) -> bool:
    """Whether a certificate names no code of its own, but a position, a process or a method."""
    return known_parts(concept).code is None


def is_listed_beside_others(reading: Reading, bundle: Bundle) -> bool:
    """Whether several codes stand in a statement, so that a comma may part certificates."""
    start, end = reading.clauses.span(bundle.draft.start)
    if "," not in reading.lower[max(start, bundle.draft.start - 3) : bundle.draft.start]:
        return False
    first = bisect_left(reading.drafts, start, key=start_of)
    last = bisect_left(reading.drafts, end, lo=first, key=start_of)
    nearby = reading.drafts[first : min(last, first + FURTHEST)]
    return (
        len({one.concept for one in nearby if WELDER in kinds_of(one.concept) and not is_generic(one.concept)}) > 1
    )


def share(group: list[Bundle]) -> None:
    """Give each mention of one certificate what any of them says."""
    coded = next((one for one in group if not is_generic(one.draft.concept)), group[0])
    for name in ("positions", "processes", "methods"):
        rows: list[str] = []
        for one in group:
            put(rows, getattr(one, name), first=False)
        for one in group:
            setattr(one, name, list(rows))
    found: dict[str, str] = {}
    for one in group:
        found.update(one.found)
    start, reached = group[0].start, group[-1].reached
    is_expired = any(one.draft.polarity is Polarity.EXPIRED for one in group)
    for one in group:
        one.found = dict(found, code_of=coded.draft.concept)
        one.start, one.reached = start, reached
        if is_expired and one.draft.polarity is Polarity.HELD:
            one.draft.polarity = Polarity.EXPIRED
