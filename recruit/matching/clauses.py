"""Where a statement ends: the pieces of a text inside which a "no" or a "preferred" can reach."""

import re
from bisect import bisect_right

# Abbreviations whose full stop ends no sentence.
ABBREVIATION = re.compile(
    r"(?:\b(?:yrs?|mos|hrs|prog|sec|sect|approx|min|max|exp|e\.g|i\.e|inc|co|dept|st|vs|etc)|\b[a-z])$"
)
NUMBER_SIGN = re.compile(r"\bno\. ?\d")
END = re.compile(r"[.!?;](?=\s|$)|\n|\t| (?<=\S ) {2,}(?=\S)")
WIDEST_PAGE = 130  # characters: a text with longer lines is not broken by hand
FULL_LINE = 0.85  # of the widest line: a shorter one was ended on purpose
SHORTEST_PAGE = 50  # characters: narrower than this are lists, not paragraphs
FULL_LINES = 4  # a text with fewer has no measure: its longest line is full only beside itself
FULL_SHARE = 0.5  # of its lines: a text with fewer full ones is a list whose lines end where they end
# What no statement ends with: the line goes on.
GOES_ON = re.compile(
    r"(?:[,/&(-]|\b(?:and|or|of|in|on|to|for|with|from|by|at|as|the|a|an|using|including|such|than|that|which|is|are|be))$"
)


class Clauses:
    """The half-open spans of a text's statements, in order and without gaps.

    Parameters
    ----------
    lower : str
        A text in lower case, with plain dashes.
    """

    def __init__(self, lower: str) -> None:
        self.lower = lower
        widths = [len(line) for line in lower.split("\n")]
        self.width = max(widths)
        full = sum(width >= FULL_LINE * self.width for width in widths)
        self.has_measure = full >= max(FULL_LINES, FULL_SHARE * len(widths))
        self.starts = [0, *(match.end() for match in END.finditer(lower) if self.ends_statement(match))]

    def span(self, offset: int) -> tuple[int, int]:
        """The statement that an offset lies in."""
        place = bisect_right(self.starts, offset) - 1
        following = self.starts[place + 1] if place + 1 < len(self.starts) else len(self.lower)
        return self.starts[place], following

    def ends_statement(self, match: re.Match[str]) -> bool:
        """Whether a sign ends a statement: not in an abbreviation, a wrapped paragraph or a table's row."""
        sign, place = match[0], match.start()
        if sign == ".":
            if NUMBER_SIGN.search(self.lower, max(0, place - 3), place + 4):
                return False
            return ABBREVIATION.search(self.lower, max(0, place - 8), place) is None
        if sign == "\n":
            return not self.is_wrapped(place)
        if sign[0] == " " or sign == "\t":
            start = self.lower.rfind("\n", 0, place) + 1
            return "|" not in self.lower[start : place + len(sign) + 1]
        return True

    def is_wrapped(self, place: int) -> bool:
        """Whether a line end only breaks a paragraph that was too wide for the page."""
        line = self.lower[self.lower.rfind("\n", 0, place) + 1 : place].rstrip()
        if (
            not SHORTEST_PAGE <= self.width <= WIDEST_PAGE
            or "|" in line
            or line.endswith((".", ":", ";", "!", "?"))
        ):
            return False
        following = self.lower[place + 1 : place + 40].lstrip(" ")
        word = following.partition(" ")[0]
        if not following[:1].isalnum() or len(line) + len(word) < FULL_LINE * self.width:
            return False
        return self.has_measure or GOES_ON.search(line) is not None
