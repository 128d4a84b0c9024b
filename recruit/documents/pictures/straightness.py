"""How lines of text lie in a picture: along it or across, by how many degrees turned, and how high letters are."""

import numpy as np
from numpy.typing import NDArray

from recruit.documents.pictures.light import INK, Grey

MAX_SKEW_DEGREES = 15.0
COARSE_DEGREES = 0.5
FINE_DEGREES = 0.05
MAX_INK_POINTS = 60_000
ACROSS_FACTOR = 1.25
"""How much sharper lines must show across the picture than along it before it is turned."""
RULED_SHARE = 0.03
"""Of the rows of a picture, those that drawn lines may fill."""
STRIPS = 12
"""Strips side by side in which the height of lines is measured: the lines of two columns do not run together."""


def skew_of(darkness: Grey, *, across: bool | None = None) -> tuple[bool, float]:
    """How a page has to be turned for its lines to be level.

    Lines that are level leave the sharpest profile of ink over the rows of a picture.

    Parameters
    ----------
    darkness : ndarray, shape (height, width), uint8
        Ink, about 100 to 150 points to the inch.
    across : bool or None, default None
        Whether lines run across, where that is known; None to find out.

    Returns
    -------
    bool
        Whether lines run across the picture: it stands on its side, one way or the other.
    float
        Degrees by which lines fall to the right, after a quarter turn against the clock where they run across.
    """
    y, x = np.nonzero(darkness >= INK)
    if len(x) > MAX_INK_POINTS:
        chosen = np.random.default_rng(0).choice(len(x), MAX_INK_POINTS, replace=False)
        y, x = y[chosen], x[chosen]
    if len(x) < 2:
        return bool(across), 0.0
    height, width = darkness.shape
    # Turned a quarter against the clock, what was at the right comes to the top.
    on_its_side = (y, width - 1 - x)
    if across is not None:
        return across, _best_angle(*(on_its_side if across else (x, y)))[0]
    level, turned = _best_angle(x, y), _best_angle(*on_its_side)
    # The same ink on fewer rows is denser: compare per row.
    is_across = turned[1] * width > ACROSS_FACTOR * level[1] * height
    return is_across, (turned if is_across else level)[0]


def _best_angle(x: NDArray[np.int64], y: NDArray[np.int64]) -> tuple[float, float]:
    """The angle with the sharpest profile, in degrees, and how sharp it is."""
    coarse = np.arange(-MAX_SKEW_DEGREES, MAX_SKEW_DEGREES + 0.01, COARSE_DEGREES)
    few = slice(None, None, max(1, len(x) // 15_000))
    around = coarse[int(np.argmax([_sharpness(x[few], y[few], angle) for angle in coarse]))]
    fine = np.arange(around - COARSE_DEGREES, around + COARSE_DEGREES + 0.01, FINE_DEGREES)
    sharpness = [_sharpness(x, y, angle) for angle in fine]
    best = int(np.argmax(sharpness))
    return float(fine[best]), sharpness[best]


def _sharpness(x: NDArray[np.int64], y: NDArray[np.int64], degrees: float) -> float:
    level = y - np.tan(np.radians(degrees)) * x
    rows = np.bincount((level - level.min()).astype(np.int64)).astype(np.float64)
    # A rule or the edge of a coloured column is one sharp row; lines of text are many.
    rows = np.minimum(rows, np.quantile(rows, 1 - RULED_SHARE))
    return float((np.diff(rows) ** 2).sum()) / max(1.0, float(rows.sum())) ** 2


def letter_height_of(darkness: Grey) -> float | None:
    """Usual height of lines from the top of tall letters to the foot of low ones, in points of the picture.

    Parameters
    ----------
    darkness : ndarray, shape (height, width), uint8
        Ink, its lines level.

    Returns
    -------
    float or None
        None where no lines can be made out.
    """
    ink = darkness >= INK
    heights: list[NDArray[np.int64]] = []
    for strip in np.array_split(ink, STRIPS, axis=1):
        written = strip.sum(axis=1) >= max(2, 0.02 * strip.shape[1])
        steps = np.diff(np.concatenate([[0], written.astype(np.int8), [0]]))
        heights.append(np.flatnonzero(steps == -1) - np.flatnonzero(steps == 1))
    runs = np.concatenate(heights)
    runs = runs[(runs >= 4) & (runs <= 0.06 * ink.shape[0])]
    if len(runs) < 4:
        return None
    return float(np.median(runs))
