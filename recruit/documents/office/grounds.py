"""What an office document's letters stand on, and whether they can be told from it."""

from functools import lru_cache

from recruit.documents.markup.colours import WHITE, Colour, colour_of, is_lost

TINY_POINTS = 1.5
"""Letters smaller than this are dust, as on the pages of a PDF."""
SMALL_INCHES = 0.42
"""Shapes of less height or width are dots and bars beside a text, and no ground that it stands on."""


@lru_cache(maxsize=256)
def colour_said(value: str) -> Colour | None:
    """Read a colour as office programs write it.

    Parameters
    ----------
    value : str
        Six digits, with or without a sign before them, or a name.

    Returns
    -------
    tuple of float, or None
        None for "auto", which is whatever can be read on its ground, and for what is not known.

    Examples
    --------
    >>> colour_said("FFFFFF"), colour_said("#ffffff"), colour_said("auto")
    ((1.0, 1.0, 1.0, 1.0), (1.0, 1.0, 1.0, 1.0), None)
    """
    name = value.lower()
    return colour_of(name) or colour_of(f"#{name}")


def is_ground(value: str) -> bool:
    """Say whether a fill shows white letters that stand on it; one that is not known may.

    Parameters
    ----------
    value : str
        A colour as office programs write it.

    Returns
    -------
    bool
        False for white and for what is next to it.
    """
    colour = colour_said(value)
    return colour is None or not is_lost(WHITE, colour)


def cannot_be_seen(colour: str, ground: Colour | None, points: float | None) -> bool:
    """Say whether letters are not to be seen.

    Parameters
    ----------
    colour : str
        As the program writes it.
    ground : tuple of float, or None
        What they stand on; None where it is not known.
    points : float or None
        Their size; None where nothing is said of it.

    Returns
    -------
    bool
        True for dust, and for letters in the colour of their ground, as far as both are known.

    Examples
    --------
    >>> cannot_be_seen("FEFEFE", WHITE, 11), cannot_be_seen("FFFFFF", None, 11), cannot_be_seen("", WHITE, 1)
    (True, False, True)
    """
    if points is not None and points < TINY_POINTS:
        return True
    letters = colour_said(colour) if colour else None
    return letters is not None and ground is not None and is_lost(letters, ground)
