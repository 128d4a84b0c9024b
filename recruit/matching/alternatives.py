"""Groups of alternatives in a posting: "Fanuc, Siemens 840D or Heidenhain" asks for one of three."""

import re
from collections.abc import Iterator
from itertools import pairwise

from recruit.matching.reading import Draft, Reading

JOIN = re.compile(r"[\s\"']*(?:(?P<or>,?\s*(?:or|and/or)\b|/)|,|&|(?P<and>,?\s*and\b))[\s\"']*(?:an?\s|the\s)?")
# After these a list names examples or a choice, whatever joins its items.
CHOICE = re.compile(
    r"\b(?:one(?: or more)? of(?: the following)?|any of|either|such as|e\.g\.?,?|like"
    r"|for example)\W{0,3}(?:an?\s)?$"
)
EXAMPLES_REACH = 30


def group_alternatives(reading: Reading) -> None:
    """Give the mentions of each choice one number.

    Parameters
    ----------
    reading : Reading
        With finished drafts in reading order; changed in place.
    """
    number = 0
    for members in runs(reading):
        if is_choice(reading.lower, members):
            number += 1
            for draft in members:
                draft.group = number


def runs(reading: Reading) -> Iterator[list[Draft]]:
    """Lists of mentions of one category and polarity that stand side by side."""
    run: list[Draft] = []
    for draft in reading.drafts:
        if run and not belongs(reading.lower, run[-1], draft):
            yield run
            run = []
        run.append(draft)
    if run:
        yield run


def belongs(lower: str, one: Draft, two: Draft) -> bool:
    """Whether two mentions are neighbours in a list of like things."""
    alike = one.category is two.category and one.polarity is two.polarity
    return alike and JOIN.fullmatch(lower, one.end, two.start) is not None


def is_choice(lower: str, members: list[Draft]) -> bool:
    """Whether a list offers a choice: an "or" or a slash in it and no "and", or a word before it that says so."""
    if len(members) == 1:
        return False
    joins = [JOIN.fullmatch(lower, one.end, two.start) for one, two in pairwise(members)]
    if any(join and join["or"] for join in joins) and not any(join and join["and"] for join in joins):
        return True
    before = lower[max(0, members[0].start - EXAMPLES_REACH) : members[0].start]
    return CHOICE.search(before) is not None or is_bracketed(before, lower[members[-1].end :])


def is_bracketed(before: str, after: str) -> bool:
    """Whether a list fills a bracket: "machining centers (Hermle, DMG)" names what there is, not all one needs."""
    return before.endswith("(") and after.startswith((")", ", etc"))
