"""Patterns that are found by a mark: a costly one is tried only around what each of its matches holds.

A search tries its pattern at every sign of a text. One that begins with a name of any length is costly to try, and
the state behind the name of a town is found at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    r"""A pattern every match of which holds a mark.

    Parameters
    ----------
    pattern : re.Pattern of str
        What is looked for.
    mark : re.Pattern of str
        What every match holds. It is fast where it begins with a sign rather than with a look behind.
    before, behind : int
        How many signs of a match may stand before the mark's start and behind its end, with what the pattern looks
        at beyond its end.
    hints : tuple of str, default ()
        Some text that every match has one of: a text without any is not searched.

    Examples
    --------
    >>> town = Marked(re.compile(r"\b[A-Z][a-z]+, (?:OH|OR)\b"), re.compile(", O[HR]"), before=30, behind=1)
    >>> [match.group() for match in town.finditer("Boring, OR and Akron, OH")]
    ['Boring, OR', 'Akron, OH']
    """

    pattern: re.Pattern[str]
    mark: re.Pattern[str]
    before: int
    behind: int
    hints: tuple[str, ...] = ()

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the matches of the pattern, from left to right and without overlaps.

        Parameters
        ----------
        text : str
            Any text.

        Yields
        ------
        re.Match of str
            As ``pattern.finditer`` does.
        """
        if self.hints and not any(hint in text for hint in self.hints):
            return
        reached = 0
        for mark in self.mark.finditer(text):
            place = mark.start()
            if place < reached:
                continue
            match = self.pattern.search(text, max(reached, place - self.before), mark.end() + self.behind)
            if match and match.start() <= place < match.end():
                reached = match.end()
                yield match
