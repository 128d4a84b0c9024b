"""Where a statement ends: the pieces of a text inside which a "no" or a "preferred" can reach."""

import re
from bisect import bisect_right

# Abbreviations whose full stop ends no sentence.
ABBREVIATIONS = (
    r"(?<!\bno)(?<!\bprog)(?<!\bsec)(?<!\bsect)(?<!\bapprox)(?<!\bmin)(?<!\bmax)(?<!\bexp)(?<!\be\.g)(?<!\bi\.e)"
)
END = re.compile(rf"(?:{ABBREVIATIONS}\.(?=\s|$))|[!?;](?=\s|$)|\n|\t|(?<=\S)\s{{3,}}(?=\S)")
WRAPPED_LINE = 45  # characters: a shorter line was ended on purpose
TABLE_ROW = re.compile(r"[^\n]*\|[^\n]*\|[^\n]*")


class Clauses:
    """The half-open spans of a text's statements, in order and without gaps.

    Parameters
    ----------
    lower : str
        A text in lower case, with plain dashes.
    """

    def __init__(self, lower: str) -> None:
        self.lower = lower
        self.starts = [0, *(match.end() for match in END.finditer(lower) if ends_statement(lower, match))]

    def span(self, offset: int) -> tuple[int, int]:
        """The statement that an offset lies in."""
        place = bisect_right(self.starts, offset) - 1
        following = self.starts[place + 1] if place + 1 < len(self.starts) else len(self.lower)
        return self.starts[place], following


def ends_statement(lower: str, match: re.Match[str]) -> bool:
    """Whether a line end or a wide gap parts two statements: not in a wrapped paragraph, not in a table's row."""
    sign = match[0]
    if sign == "\n":
        line_start = lower.rfind("\n", 0, match.start()) + 1
        following = lower[match.end() : match.end() + 40].lstrip(" ")
        long = match.start() - line_start >= WRAPPED_LINE
        unfinished = not lower[line_start : match.start()].rstrip().endswith((".", ":", ";", "!", "?"))
        return not (long and unfinished and following[:1].isalpha())
    if sign[0].isspace():
        line_start = lower.rfind("\n", 0, match.start()) + 1
        return TABLE_ROW.match(lower, line_start) is None
    return True
