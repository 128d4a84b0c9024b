"""What work demands beside skill: travel, and lifting."""

import re
from collections.abc import Iterator

from recruit.documents.contents.marked import Marked
from recruit.matching.quantities.amounts import TO, UP_TO, WORDED, Amount, PlainText, ends_of
from recruit.vocabulary.shapes import QuantityKind

LB_PER_KG = 2.20462  # NIST SP 811 (2008), appendix B: 1 lb is 0.453 592 37 kg
MILES_PER_KM = 0.621371
HEAVIEST_LB = 300.0  # beyond this a crane lifts

WEIGHT = (
    rf"(?:(?P<up>{UP_TO}\s))?(?:{WORDED}\s\()?(?P<low>\d{{1,3}}|{WORDED})\)?(?:\s?(?:lbs?\.?|pounds|#|kg))?(?P<more>\s?\+)?"
    rf"(?:{TO}(?P<high>\d{{1,3}}|{WORDED}))?[\s-]?"
    r"(?P<unit>lbs?(?!\w)\.?|pounds?(?!\w)|#|kgs?(?!\w)|kilos?(?!\w)|kilograms?)"
)
LIFTING = re.compile(
    r"(?<!\w)(?:lift(?:s|ing)?|carry(?:ing)?|push(?:ing)?|pull(?:ing)?|mov(?:e|ing))(?!\w)"
    rf"[^.;\n\d$]{{0,48}}?(?<![\w.$]){WEIGHT}"
    rf"|(?<![\w.$]){WEIGHT.replace('?P<', '?P<b_')}\s(?:lift(?:ing)?|carry)(?!\w)"
)
LIFTS = Marked(LIFTING, re.compile(r"lift|carry|push|pull|mov"), before=32, behind=90)

SHARE = r"(?P<low>\d{1,3})\s?%?(?:\s?(?:-|to)\s?(?P<high>\d{1,3}))?\s?(?:%|percent)"
TRAVEL = re.compile(
    rf"(?<!\w)travel(?:ing|s)?(?!\w)[^.;\n\d$]{{0,32}}?(?:(?P<up>{UP_TO})\s)?(?<![\w.$]){SHARE}"
    rf"|(?:(?P<b_up>{UP_TO})\s)?(?<![\w.$]){SHARE.replace('?P<', '?P<b_')}\s"
    r"(?:(?:of (?:the )?time|domestic|overnight|regional|local)\s)*travel"
)
TRAVELS = Marked(TRAVEL, re.compile(r"travel"), before=56, behind=64)
DISTANCE = re.compile(
    rf"(?<![\w.$])(?:(?P<up>{UP_TO}|(?P<within>within))\s(?:an?\s|about\s)?)?(?P<low>\d{{1,3}})(?:{TO}(?P<high>\d{{1,3}}))?"
    r"[\s-](?P<unit>miles?|mi|km|kilomet(?:er|re)s?)(?:[\s-]radius"
    r"|(?(within)(?!\w)"
    r"|(?=\s(?:of (?:the|our|my)|from (?:home|the|our|my)|commute|one way|each way|away)(?!\w))))"
    r"|(?:travel|commute|drive|relocate|willing to go)\s(?:\w+\s){0,3}?"
    r"(?:(?P<b_up>up to|within)\s(?:an?\s)?)?(?P<b_low>\d{1,3})[\s-](?P<b_unit>miles?|km)(?!\w)(?:[\s-]radius)?"
)
DISTANCES = Marked(DISTANCE, re.compile(r"(?<=[\d -])(?:mile|mi[ -]|km|kilomet)"), before=48, behind=24)


def find_lifting(read: PlainText) -> Iterator[Amount]:
    """Pounds to be lifted."""
    for match in LIFTS.finditer(read.lower):
        side = "" if match["low"] else "b_"
        low, high = ends_of(match[f"{side}low"], match[f"{side}high"], "up" if match[f"{side}up"] else None)
        factor = LB_PER_KG if match[f"{side}unit"].startswith("k") else 1.0
        low, high = (None if end is None else round(end * factor, 1) for end in (low, high))
        if match[f"{side}more"] and not match[f"{side}high"]:
            high = None
        if 0 < (high or low or 0) <= HEAVIEST_LB:
            yield Amount(match.start(), match.end(), QuantityKind.LIFTING, low, high, "lb")


def find_travel(read: PlainText) -> Iterator[Amount]:
    """How much of the time is spent away, and how far."""
    for match in TRAVELS.finditer(read.lower):
        side = "" if match["low"] else "b_"
        low, high = ends_of(match[f"{side}low"], match[f"{side}high"], "up" if match[f"{side}up"] else None)
        if (high or low or 0) <= 100:
            yield Amount(match.start(), match.end(), QuantityKind.TRAVEL, low, high, "percent")
    for match in DISTANCES.finditer(read.lower):
        side = "" if match["low"] else "b_"
        high_written = match["high"] if match["low"] else None
        low, high = ends_of(match[f"{side}low"], high_written, "up" if match[f"{side}up"] else None)
        if match[f"{side}unit"].startswith("k"):
            low, high = (None if end is None else round(end * MILES_PER_KM, 1) for end in (low, high))
        yield Amount(match.start(), match.end(), QuantityKind.TRAVEL, low, high, "miles")
