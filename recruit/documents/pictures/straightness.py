"""How lines of text lie in a picture: along it or across, how turned, which way up, how high, how close set."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from recruit.documents.pictures.light import INK, Grey

MAX_SKEW_DEGREES = 15.0
COARSE_DEGREES = 0.5
FINE_DEGREES = 0.05
COARSE_POINTS, FINE_POINTS = 15_000, 60_000
"""Points of ink that are looked at, taken at random where there are more."""
ACROSS_FACTOR = 1.25
"""How much sharper lines must show across the picture than along it before it is turned."""
RULED_SHARE = 0.03
"""Of the rows of a picture, those that drawn lines may fill."""
STRIPS = 12
"""Strips side by side in which lines are measured: the lines of two columns do not run together."""
MIN_LINES = 4
MIN_LINE_PIXELS, MAX_LINE_SHARE = 4, 0.06
"""Height of a line, in points of the picture and as a share of its height."""
MIN_ROW_SHARE = 0.02
"""Of the width of a strip, ink from which a row of it is written on."""
SMALL_LETTERS_SHARE = 0.5
"""Of the ink in the fullest row of a line: the rows of its small letters have more."""
UPSIDE_DOWN_SHARE = 0.01
"""Of the ink of lines: so much more reaches below small letters than above them where a page is upside down. Pages
of small letters have 0.02 and more, capitals nearly nothing."""
MAX_STROKE_SPACING = 1.2
"""Line heights between strokes, beyond which they belong to different words."""

_Numbers = NDArray[np.floating[Any]]


class Ink(NamedTuple):
    """Where ink is in a picture: x and y of its points, which lie within a width and a height."""

    x: _Numbers
    y: _Numbers
    width: float
    height: float

    def turned(self) -> "Ink":
        """The same after a quarter turn against the clock: what was at the right comes to the top."""
        return Ink(self.y, self.width - self.x, self.height, self.width)

    def level(self, degrees: float) -> "Ink":
        """The same with lines level that fell to the right by this much."""
        sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
        x, y = cosine * self.x + sine * self.y, cosine * self.y - sine * self.x
        across, down = abs(sine) * self.height, abs(sine) * self.width
        # What is turned one way reaches out at the left, what is turned the other way at the top.
        return Ink(
            x + (across if degrees < 0 else 0.0),
            y + (down if degrees > 0 else 0.0),
            float(cosine * self.width + across),
            float(cosine * self.height + down),
        )

    def sample(self, most: int) -> "Ink":
        """No more points than this."""
        if len(self.x) <= most:
            return self
        chosen = np.random.default_rng(0).choice(len(self.x), most, replace=False)
        return self._replace(x=self.x[chosen], y=self.y[chosen])


class Lines(NamedTuple):
    """What was measured of the lines of a page, in points of the picture.

    ``height`` is usual from the top of tall letters to the foot of low ones, None where no lines can be made out.
    ``are_upside_down`` where more reaches below their small letters than above them.
    """

    height: float | None
    are_upside_down: bool


def ink_of(darkness: Grey) -> Ink:
    """Find the points of ink.

    Parameters
    ----------
    darkness : ndarray, shape (height, width), uint8
        Ink, about 100 to 150 points to the inch.

    Returns
    -------
    Ink
        The middles of its points.
    """
    y, x = np.nonzero(darkness >= INK)
    height, width = darkness.shape
    return Ink(x + 0.5, y + 0.5, float(width), float(height))


def skew_of(ink: Ink, *, across: bool | None = None) -> tuple[bool, float]:
    """How a page has to be turned for its lines to be level.

    Lines that are level leave the sharpest profile of ink over the rows of a picture.

    Parameters
    ----------
    ink : Ink
        The ink of a page.
    across : bool or None, default None
        Whether lines run across, where that is known; None to find out.

    Returns
    -------
    bool
        Whether lines run across the picture: it stands on its side, one way or the other.
    float
        Degrees by which lines fall to the right, after a quarter turn against the clock where they run across.
    """
    if len(ink.x) < 2:
        return bool(across), 0.0
    few = ink.sample(COARSE_POINTS)
    steps = np.arange(-MAX_SKEW_DEGREES, MAX_SKEW_DEGREES + 0.01, COARSE_DEGREES)
    if across is None:
        along, turned = (_best_angle(one, steps) for one in (few, few.turned()))
        # The same ink on fewer rows is denser: compare per row.
        across = turned[1] * ink.width > ACROSS_FACTOR * along[1] * ink.height
        degrees = (turned if across else along)[0]
    else:
        degrees = _best_angle(few.turned() if across else few, steps)[0]
    many = ink.sample(FINE_POINTS)
    steps = np.arange(degrees - COARSE_DEGREES, degrees + COARSE_DEGREES + 0.01, FINE_DEGREES)
    return across, _best_angle(many.turned() if across else many, steps)[0]


def _best_angle(ink: Ink, angles: _Numbers) -> tuple[float, float]:
    """The angle with the sharpest profile, in degrees, and how sharp it is."""
    sharpness = [_sharpness(ink, angle) for angle in angles]
    best = int(np.argmax(sharpness))
    return float(angles[best]), sharpness[best]


def _sharpness(ink: Ink, degrees: float) -> float:
    level = ink.y - np.tan(np.radians(degrees)) * ink.x
    rows = np.bincount((level - level.min()).astype(np.int64)).astype(np.float64)
    # A rule or the edge of a coloured column is one sharp row; lines of text are many.
    place = int((1 - RULED_SHARE) * (len(rows) - 1))
    rows = np.minimum(rows, np.partition(rows, place)[place])
    return float((np.diff(rows) ** 2).sum()) / max(1.0, float(rows.sum())) ** 2


def lines_of(ink: Ink) -> Lines:
    """Measure the lines of a level page.

    Parameters
    ----------
    ink : Ink
        Its lines level.

    Returns
    -------
    Lines
        Whether they are upside down is not told of capitals and figures alone.
    """
    strip_width = ink.width / STRIPS
    n_rows = int(ink.height) + 1
    cells = np.minimum((ink.x / strip_width).astype(np.int64), STRIPS - 1) * n_rows + ink.y.astype(np.int64)
    strips = np.bincount(cells, minlength=STRIPS * n_rows).reshape(STRIPS, n_rows)
    # One strip below the other, with a row of nothing between.
    rows = np.pad(strips, ((0, 0), (1, 1))).ravel()
    written = np.diff((rows >= max(2, MIN_ROW_SHARE * strip_width)).astype(np.int8))
    starts, ends = np.flatnonzero(written == 1) + 1, np.flatnonzero(written == -1) + 1
    heights = ends - starts
    is_line = (heights >= MIN_LINE_PIXELS) & (heights <= MAX_LINE_SHARE * ink.height)
    if is_line.sum() < MIN_LINES:
        return Lines(None, False)
    above, below, ink_of_lines = np.sum(
        [
            _around_small_letters(rows[start:end])
            for start, end in zip(starts[is_line], ends[is_line], strict=True)
        ],
        axis=0,
    )
    return Lines(float(np.median(heights[is_line])), bool(below - above > UPSIDE_DOWN_SHARE * ink_of_lines))


def _around_small_letters(rows: NDArray[np.int64]) -> tuple[int, int, int]:
    """Ink of a line above its small letters, below them, and in all: there are more tall letters than tails."""
    full = np.flatnonzero(rows >= SMALL_LETTERS_SHARE * rows.max())
    return int(rows[: full[0]].sum()), int(rows[full[-1] + 1 :].sum()), int(rows.sum())


def stroke_spacing_of(darkness: Grey, line_height: float, *, across: bool) -> float | None:
    """How far strokes stand apart along lines, from one left edge to the next: how wide letters are.

    Parameters
    ----------
    darkness : ndarray, shape (height, width), uint8
        Ink.
    line_height : float
        Usual height of lines, in points of the picture.
    across : bool
        Whether lines run across the picture.

    Returns
    -------
    float or None
        Mean, in line heights: 0.40 for narrow faces, 0.47 for Times, 0.49 for Helvetica, 0.55 for a typewriter's.
        None where there are no strokes.
    """
    ink = (darkness >= INK).T if across else darkness >= INK
    starts = ink.copy()
    starts[:, 1:] &= ~ink[:, :-1]
    y, x = np.nonzero(starts)
    spacings = np.diff(x)[np.diff(y) == 0]
    spacings = spacings[spacings < MAX_STROKE_SPACING * line_height]
    return float(spacings.mean() / line_height) if len(spacings) else None
