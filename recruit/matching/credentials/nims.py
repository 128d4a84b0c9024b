"""Credentials of NIMS: the levels behind their names, and those that a line names by their trade alone."""

import re
from bisect import bisect_left

from recruit.matching.credentials.bundles import NIMS, Bundle, kinds_of
from recruit.matching.credentials.parts import roman
from recruit.matching.reading import Draft, Reading
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import Category

BEHIND = re.compile(r"\s(?:skills?,?\s)?(?:(?:level|lvl)\.?\s)?(?P<degree>i{1,3}|[123])(?![\w./-])")
DEGREE = r"(?:(?:skills?|level)\s)*(?:i{1,3}(?!\w)|[123](?!\w))?\s?"
#: "NIMS Machining Level II - ", "NIMS credentials: ": what follows is a list of them; behind a comma it is not.
OPENS = re.compile(rf"\s?(?:machining\s)?(?:credentials?|certifi\w+)?\s?{DEGREE}(?:[:(]|-\s)\s?")
GOES_ON = re.compile(rf"\s?{DEGREE}(?:[,;/&+]\s?(?:and\s)?|and\s)")
#: What a list calls a credential by: the work or the machine it is for.
BY_TRADE = {
    "grinding": "nims-grinding",
    "surface-grinding": "nims-grinding",
    "sinker-edm": "nims-edm-plunge",
    "wire-edm": "nims-edm-wire",
    "drill-press": "nims-drill-press",
    "manual-milling": "nims-manual-milling",
    "manual-mill": "nims-manual-milling",
    "cnc-milling": "nims-cnc-milling-operator",
    "cnc-mill": "nims-cnc-milling-operator",
    "cnc-turning": "nims-cnc-turning-operator",
    "cnc-lathe": "nims-cnc-turning-operator",
}
#: The second level of what a bare name means the first of.
SECOND_LEVEL = {
    "nims-cnc-milling-operator": "nims-cnc-milling-ii",
    "nims-cnc-turning-operator": "nims-cnc-turning-ii",
}


def name_listed(reading: Reading) -> None:
    """Turn the trades that a line of NIMS lists into its credentials: "NIMS Level II - Grinding II, EDM Plunge".

    Parameters
    ----------
    reading : Reading
        With drafts in reading order; changed in place.
    """
    reached, listed_by = -1, None
    joint = OPENS
    for draft in reading.drafts:
        if draft.concept == NIMS:
            reached, listed_by, joint = draft.end, draft, OPENS
        elif listed_by:
            named = BY_TRADE.get(draft.concept)
            if named is None or not joint.fullmatch(reading.lower, reached, draft.start):
                listed_by = None
                continue
            rename(draft, named)
            draft.category, draft.polarity, draft.senses = Category.CERTIFICATION, listed_by.polarity, ()
            reached, joint = draft.end, GOES_ON


def read_level(reading: Reading, bundle: Bundle) -> None:
    """Take the level behind a name into it: "NIMS CNC Mill Skills II"."""
    draft = bundle.draft
    match = BEHIND.match(reading.lower, draft.end)
    if match:
        bundle.found["level"] = roman(match["degree"])
        draft.end = bundle.reached = match.end()
        draft.last = max(draft.last, bisect_left(reading.words.starts, draft.end))


def hand_down_levels(reading: Reading, bundles: list[Bundle]) -> None:
    """Hand the level of "NIMS Machining Level I: ..." to each credential that its line goes on with.

    Parameters
    ----------
    reading : Reading
        The text.
    bundles : list of Bundle
        Of every certificate, in reading order; changed in place.
    """
    level, line = None, -1
    for bundle in bundles:
        if NIMS not in kinds_of(bundle.draft.concept):
            continue
        number = reading.line_number(bundle.draft.start)
        if bundle.draft.concept == NIMS:
            level, line = bundle.found.get("level"), number
        elif level and number == line:
            bundle.found.setdefault("level", level)
        words = reading.lower[bundle.draft.start : bundle.draft.end]
        if bundle.found.get("level") == "II" and "operat" not in words:
            rename(bundle.draft, SECOND_LEVEL.get(bundle.draft.concept, bundle.draft.concept))


def rename(draft: Draft, concept: str) -> None:
    """Give a draft another concept."""
    draft.concept, draft.name = concept, load_vocabulary().concepts[concept].name
