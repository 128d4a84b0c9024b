"""How many pieces a lot has, how many tons a press, how many axes a machine."""

import re
from collections.abc import Iterator

from recruit.documents.contents.marked import Marked
from recruit.matching.quantities.amounts import (
    COUNT,
    LIST_JOIN,
    TO,
    UP_TO,
    WHOLE,
    Amount,
    PlainText,
    bound_of,
    ends_of,
    number_of,
)
from recruit.vocabulary.shapes import QuantityKind

AXIS_COUNT = rf"(?:[2-9]|1[0-2]|{COUNT})"
AXES = re.compile(
    rf"(?<![\w.,/+])(?P<counts>{AXIS_COUNT}(?:{LIST_JOIN}{AXIS_COUNT})*)"
    r"[\s-]?ax[ei]s(?!\w)|(?<![\w.+])(?P<indexed>3\s?\+\s?2)(?!\w)(?:[\s-]?ax[ei]s)?"
)
AXIS_MARKS = Marked(AXES, re.compile(r"ax[ei]s|3 ?\+ ?2"), before=32, behind=2)
MOST_AXES = 12
EACH_COUNT = re.compile(rf"{COUNT}|\d+")

TONNAGE = re.compile(
    rf"(?<![\w.$,])(?:(?P<up>{UP_TO}\s))?(?P<low>{WHOLE})(?:[\s-]?tons?)?(?:{TO}(?P<high>{WHOLE}))?"
    r"[\s-]?tons?(?:nage)?(?!\w)"
)
TONS = Marked(TONNAGE, re.compile(r"(?<=[\d\s-])ton(?:s|nage)?(?!\w)"), before=48, behind=2)
TONS_OF_GOODS = re.compile(r"\s(?:of|per|a (?:day|week|month|year)|truck|pickup)(?!\w)")
MOST_TONS = 60_000  # the largest forging press has 50,000

LOT = re.compile(
    r"(?<!\w)(?:(?:lot|batch|order|run)(?:[ -]sizes?| quantit(?:y|ies))|lots|batches|runs|quantities)"
    r"(?:\s(?:range|ranging|vary|varying|are|of|from|between|typically|usually|is))*[\s:]*"
    rf"(?:(?P<up>{UP_TO})\s)?(?P<low>{WHOLE})(?P<low_k>k)?(?:{TO}(?P<high>{WHOLE})(?P<high_k>k)?)?(?P<more>\s?\+)?"
    r"(?![\w/.%]|[- ](?:hours?|hrs?|days?|weeks?|tons?|machines?))"
    rf"|(?<![\w.$])(?P<low_b>{WHOLE})(?P<low_bk>k)?(?:{TO}(?P<high_b>{WHOLE})(?P<high_bk>k)?)?"
    r"[\s-]?(?:pieces?|pcs?\.?|parts?)[\s-](?:lots?|runs?|batch(?:es)?|per (?:lot|run|batch|order))(?!\w)"
)
LOTS = Marked(LOT, re.compile(r"lots?|batch|runs?|quantit|order"), before=40, behind=64)
MOST_PIECES = 100_000_000


def find_axes(read: PlainText) -> Iterator[Amount]:
    """Numbers of axes; "3, 4 and 5 axis" is from 3 to 5."""
    for match in AXIS_MARKS.finditer(read.lower):
        written = EACH_COUNT.findall(match["counts"]) if match["counts"] else ["5"]
        counts = [number_of(count) for count in written]
        if max(counts) <= MOST_AXES:
            yield Amount(match.start(), match.end(), QuantityKind.AXES, min(counts), max(counts), "axes")


def find_tonnage(read: PlainText) -> Iterator[Amount]:
    """Tons of presses; not of goods."""
    for match in TONS.finditer(read.lower):
        low, high = ends_of(match["low"], match["high"], bound_of(match))
        if not TONS_OF_GOODS.match(read.lower, match.end()) and 0 < (high or low or 0) <= MOST_TONS:
            yield Amount(match.start(), match.end(), QuantityKind.TONNAGE, low, high, "tons")


def find_lots(read: PlainText) -> Iterator[Amount]:
    """Pieces in a lot."""
    for match in LOTS.finditer(read.lower):
        side = "" if match["low"] else "_b"
        low, high = ends_of(match[f"low{side}"], match[f"high{side}"], bound_of(match))
        in_thousands = "_k" if match["low"] else "_bk"
        low = thousands(low, match[f"low{in_thousands}"])
        high = thousands(high, match[f"high{in_thousands}"] or match[f"low{in_thousands}"])
        if match["more"]:
            high = None
        if 0 < (high or low or 0) <= MOST_PIECES:
            yield Amount(match.start(), match.end(), QuantityKind.LOT_SIZE, low, high, "pieces")


def thousands(number: float | None, mark: str | None) -> float | None:
    """A number with the "k" behind it."""
    return number * 1000 if number is not None and mark else number
