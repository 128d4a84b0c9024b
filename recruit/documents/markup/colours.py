"""Colours as style sheets write them, and how far two of them stand apart."""

import colorsys
import re

from PIL import ImageColor

LEAST_CONTRAST = 1.1
"""Ratio of two colours below which letters cannot be told from their ground; white on a very pale grey has 1.1,
the palest grey that people set text in about 1.6."""
MOST_DIFFERENCE = 0.25
"""Of red, green or blue, below which colours that are as light as each other are the same to the eye."""

Colour = tuple[float, float, float, float]
"""Red, green, blue and opacity, 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0, 1.0)
WHITE: Colour = (1.0, 1.0, 1.0, 1.0)
CLEAR: Colour = (0.0, 0.0, 0.0, 0.0)

_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
_PARTED = re.compile(r"[\s,/]+")
_NUMBER = re.compile(r"([+-]?(?:\d*\.)?\d+)(%|deg)?")
_TOKEN = re.compile(r"(?:[^\s()]|\([^()]*\))+")
_NOTHING = frozenset({"none", "transparent", "initial", "unset", "revert"})


def colour_of(value: str) -> Colour | None:
    """Read a colour.

    Parameters
    ----------
    value : str
        In lower case: a name, ``#`` and digits, ``rgb()`` or ``hsl()``.

    Returns
    -------
    tuple of float, or None
        None for what is not known, a variable or another space of colours.

    Examples
    --------
    >>> colour_of("#fff"), colour_of("rgb(0 0 0 / 50%)"), colour_of("var(--ink)")
    ((1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.5), None)
    """
    if value == "transparent":
        return CLEAR
    if value in ImageColor.colormap:
        red, green, blue, *_ = ImageColor.getrgb(value)
        return red / 255, green / 255, blue / 255, 1.0
    if digits := _HEX.fullmatch(value):
        return _from_digits(digits[1])
    function = _FUNCTION.fullmatch(value)
    return _from_function(function[1], function[2]) if function else None


def ground_of(value: str) -> Colour | None:
    """Read the colour of a ``background``, among what else it may say.

    Parameters
    ----------
    value : str
        "navy", "#fff no-repeat", "none".

    Returns
    -------
    tuple of float, or None
        Clear where it says there is none; None for what is not known.
    """
    tokens = _TOKEN.findall(value)
    found = next((colour for token in tokens if (colour := colour_of(token))), None)
    if found is None and all(token in _NOTHING for token in tokens):
        return CLEAR
    return found


def over(top: Colour, ground: Colour) -> Colour:
    """Lay a colour that may be half clear over another that is not."""
    share = top[3]
    red, green, blue = (share * one + (1 - share) * other for one, other in zip(top[:3], ground[:3], strict=True))
    return red, green, blue, 1.0


def is_lost(letters: Colour, ground: Colour) -> bool:
    """Say whether letters cannot be told from their ground.

    Parameters
    ----------
    letters, ground : tuple of float
        The letters may be half clear, the ground is not.

    Returns
    -------
    bool
        True for white on white, and for what differs from its ground by less than an eye sees.

    Examples
    --------
    >>> is_lost(WHITE, WHITE), is_lost(CLEAR, BLACK), is_lost((0.8, 0.8, 0.8, 1.0), WHITE)
    (True, True, False)
    """
    seen = over(letters, ground)
    is_near = all(abs(one - other) < MOST_DIFFERENCE for one, other in zip(seen, ground, strict=True))
    return is_near and contrast(seen, ground) < LEAST_CONTRAST


def contrast(one: Colour, other: Colour) -> float:
    """Measure how far two colours stand apart.

    Parameters
    ----------
    one, other : tuple of float
        Both without clearness.

    Returns
    -------
    float in [1, 21], no unit
        1 for the same lightness, 21 for black on white.

    Source
    ------
    Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".

    Examples
    --------
    >>> contrast(BLACK, WHITE)
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in colour[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _from_digits(digits: str) -> Colour:
    pairs = [sign * 2 for sign in digits] if len(digits) <= 4 else re.findall("..", digits)
    red, green, blue, opacity = [int(pair, 16) / 255 for pair in [*pairs, "ff"][:4]]
    return red, green, blue, opacity


def _from_function(name: str, inside: str) -> Colour | None:
    found = [_NUMBER.fullmatch(part) for part in _PARTED.split(inside.strip())]
    rows = [(float(row[1]), row[2]) for row in found if row]
    if len(rows) != len(found) or len(rows) not in {3, 4}:
        return None
    opacity = _share(*rows[3], whole=1.0) if len(rows) == 4 else 1.0
    if name == "rgb":
        red, green, blue = (_share(*row, whole=255.0) for row in rows[:3])
    else:
        red, green, blue = colorsys.hls_to_rgb(
            rows[0][0] / 360 % 1, _share(*rows[2], whole=100.0), _share(*rows[1], whole=100.0)
        )
    return red, green, blue, opacity


def _share(number: float, unit: str | None, *, whole: float) -> float:
    return min(1.0, max(0.0, number / (100.0 if unit == "%" else whole)))
