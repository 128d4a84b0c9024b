"""What stands before the items of a list: a bullet, or the running number as a person sees it."""

from collections.abc import Mapping
from dataclasses import dataclass

from recruit.documents.cleaning import SYMBOLS

BULLET = "•"
DEEPEST_LEVEL = 9
LONGEST_LABEL = 40
"""Signs that a level may set around its numbers; a hostile file would write a book before every item."""

# Beyond these, numbers are written as digits: nobody's list is that long, and a hostile one would fill the memory.
_LARGEST_ROMAN = 3999
_LARGEST_LETTER = 26 * 10
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Letters that lists set in a symbol font are shown as dots, squares or ticks.
_PRIVATE = ("\ue000", "\uf8ff")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its first number, how numbers are written, and the pattern around them.

    ``style`` is a word of WordprocessingML ("decimal", "lowerRoman", "bullet", "none"). In ``pattern`` the
    characters U+0000 to U+0008 stand for the numbers of the levels.
    """

    start: int = 1
    style: str = "decimal"
    pattern: str = ""


class Numbering:
    """The numbers that all lists of one document have reached."""

    def __init__(self) -> None:
        self._counts_by_list: dict[str, dict[int, int]] = {}

    def label(self, list_id: str, levels: Mapping[int, Level], depth: int) -> str:
        r"""Count one more item and tell what stands before it.

        Parameters
        ----------
        list_id : str
            Which list goes on; another id counts anew.
        levels : mapping of int to Level
            The list's levels by depth, the outermost 0.
        depth : int
            That of the item.

        Returns
        -------
        str
            Empty where nothing stands there.

        Examples
        --------
        >>> levels = {0: Level(pattern="\0."), 1: Level(style="lowerLetter", pattern="\0\1)")}
        >>> numbering = Numbering()
        >>> [numbering.label("work", levels, depth) for depth in (0, 1, 1, 0)]
        ['1.', '1a)', '1b)', '2.']
        """
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts_by_list.setdefault(list_id, {})
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.style == "bullet":
            return bullet_of(level.pattern[:LONGEST_LABEL])
        return "".join(
            _written(counts.get(ord(sign), _level(levels, ord(sign)).start), _level(levels, ord(sign)).style)
            if ord(sign) < DEEPEST_LEVEL
            else sign
            for sign in level.pattern[:LONGEST_LABEL]
        ).strip()

    def restart(self, list_id: str, depth: int, start: int) -> None:
        """Let the next item of this depth have the number ``start``."""
        self._counts_by_list.setdefault(list_id, {})[depth] = start - 1


def bullet_of(sign: str, *, in_symbol_font: bool = False) -> str:
    r"""Name the bullet that a sign is seen as.

    Parameters
    ----------
    sign : str
        As the file has it.
    in_symbol_font : bool, default False
        Whether its letters are shown as dots, squares or ticks.

    Returns
    -------
    str
        A dot for the signs of symbol fonts, for small dots, and for the letter o, set as a circle; else the sign.

    Examples
    --------
    >>> bullet_of("\uf0b7"), bullet_of("-"), bullet_of("o")
    ('•', '-', '•')
    """
    sign = sign.strip()
    if not sign:
        return ""
    if len(sign) == 1 and _PRIVATE[0] <= sign <= _PRIVATE[1]:
        return SYMBOLS.get(sign, BULLET)
    return BULLET if in_symbol_font or sign in {"o", "·"} else sign


def _level(levels: Mapping[int, Level], depth: int) -> Level:
    return levels.get(depth) or Level()


def _written(number: int, style: str) -> str:
    if style == "none":
        return ""
    if style in {"lowerLetter", "upperLetter"} and 1 <= number <= _LARGEST_LETTER:
        # After z come aa, bb, cc.
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif style in {"lowerRoman", "upperRoman"} and 1 <= number <= _LARGEST_ROMAN:
        text = _roman(number)
    else:
        text = f"{number:02d}" if style == "decimalZero" else str(number)
    return text.upper() if style.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
