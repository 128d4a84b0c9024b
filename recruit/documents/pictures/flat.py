"""A picture of a page made ready for reading: laid flat, level, evenly lit, with letters of a known size."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PIL import Image

from recruit.documents.pictures.light import Grey, darkness_of
from recruit.documents.pictures.sheets import Matrix, Points, homography, moved, sheet_in
from recruit.documents.pictures.sightings import Sighting
from recruit.documents.pictures.straightness import ink_of, lines_of, skew_of, stroke_spacing_of

LOOK_PIXELS = 1600
"""Longer side of the copy on which a page is measured: 145 points to the inch of a letter page."""
SHEET_LOOK_PIXELS = 320
LETTER_PIXELS = 19.0
"""Height of a usual line, top of tall letters to foot of low ones, at which letters are recognised as well as
larger ones, in two thirds of the time: that of 10 point text at 150 points to the inch."""
STROKE_SPACING, MIN_WIDTH = 0.43, 0.8
"""Wide letters are narrowed until their strokes stand so many line heights apart, or to this share of their width.
Recognition takes its time for each step along a line, and reads the letters of wide faces as well when they are as
narrow as those of narrow faces; these it reads worse when they are narrowed, too."""
MAX_SIDE_PIXELS = 4200
MAX_ENLARGEMENT = 4.0
LEVEL_DEGREES = 0.1
"""A page turned by less is left as it is: its lines stay within a point or two over their length."""


class FlatPage(NamedTuple):
    """A page ready to be read: dark on white, level, and how its points lie in the picture it came from.

    ``to_picture`` takes points of the page to those of the picture it came from; its own ``picture`` is narrowed
    to ``width_share`` of the page. ``was_across`` where its lines ran across.
    """

    picture: Image.Image
    to_picture: Matrix
    was_across: bool
    width_share: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as wide as it is printed."""
        return self.picture.width / self.width_share, float(self.picture.height)

    @property
    def scale(self) -> float:
        """Points of the picture it came from for one of this page, in its middle."""
        return scale_of(self.to_picture, self.size)

    @property
    def turns(self) -> int:
        """By how many quarters, clockwise, the picture it came from has to be turned to be upright, 0 to 3."""
        x, y = self.size[0] / 2, self.size[1] / 2
        here, further = moved(self.to_picture, np.array([[x, y], [x + 1, y]]))
        along, down = further - here
        return -round(float(np.degrees(np.arctan2(down, along))) / 90) % 4

    def widened(self, seen: Iterable[Sighting]) -> list[Sighting]:
        """Give what was seen in its picture the places that it has on the page."""
        return [replace(one, left=one.left / self.width_share, right=one.right / self.width_share) for one in seen]

    def upside_down(self) -> "FlatPage":
        """The same page turned by half."""
        return self._replace(
            picture=self.picture.transpose(Image.Transpose.ROTATE_180),
            to_picture=self.to_picture @ quarter_turns(self.size, 2),
        )


def flat_page(image: Image.Image, *, across: bool | None = None) -> FlatPage | None:
    """Lay a picture of a page flat.

    A sheet on a desk is cut out and its perspective undone; then lines are turned level and the right way up,
    letters scaled to the size that is recognised best, and shadows, yellow paper and dark columns evened out.

    Parameters
    ----------
    image : Image
        A picture in mode ``L`` or ``RGB``.
    across : bool or None, default None
        Whether lines run across the picture, where that is known; None to find out.

    Returns
    -------
    FlatPage or None
        Upside down where that cannot be told by how far letters reach. None for a picture without anything that
        stands out from its ground.
    """
    grey = image.convert("L")
    look, to_look = _look(grey)
    laid, size = _laid_flat(image if image.mode == "RGB" else grey, look.size)
    darkness = darkness_of(_warped(look, laid, size))
    ink = ink_of(darkness)
    across, degrees = skew_of(ink, across=across)
    lines = lines_of((ink.turned() if across else ink).level(degrees))
    if lines.height is None:
        return None
    level, size = _level(size, across=across, degrees=degrees)
    if lines.are_upside_down:
        level = quarter_turns(size, 2) @ level
    scale = min(LETTER_PIXELS / lines.height, MAX_ENLARGEMENT / to_look[0, 0], MAX_SIDE_PIXELS / max(size))
    matrix = np.diag([scale, scale, 1.0]) @ level @ laid @ to_look
    spacing = stroke_spacing_of(darkness, lines.height, across=across) or STROKE_SPACING
    share = min(1.0, max(MIN_WIDTH, STROKE_SPACING / spacing))
    narrow = (max(1, round(size[0] * scale * share)), max(1, round(size[1] * scale)))
    even = 255 - darkness_of(_warped(grey, np.diag([share, 1.0, 1.0]) @ matrix, narrow))
    return FlatPage(Image.fromarray(even), np.linalg.inv(matrix), across, share)


def _look(grey: Image.Image) -> tuple[Image.Image, Matrix]:
    """A copy to measure on, and how points of the picture lie in it."""
    scale = LOOK_PIXELS / max(grey.size)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    look = grey.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return look, np.diag([size[0] / grey.width, size[1] / grey.height, 1.0])


def _laid_flat(image: Image.Image, look_size: tuple[int, int]) -> tuple[Matrix, tuple[int, int]]:
    """The change of perspective that lays the sheet flat, and its size then; none where there is no sheet."""
    small = image.reduce(max(1, round(max(image.size) / SHEET_LOOK_PIXELS)))
    bands = np.asarray(small)
    corners = sheet_in(bands.min(axis=2) if bands.ndim == 3 else bands)
    if corners is None:
        return np.eye(3), look_size
    corners = corners * (look_size[0] / small.width, look_size[1] / small.height)
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    size = (round(max(sides[0], sides[2])), round(max(sides[1], sides[3])))
    return homography(corners, _corners(size)), size


def _corners(size: tuple[int, int]) -> Points:
    width, height = size
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64)


def _level(size: tuple[int, int], *, across: bool, degrees: float) -> tuple[Matrix, tuple[int, int]]:
    """The turn that levels lines, within a picture just large enough for it."""
    turn = quarter_turns(size, 3 if across else 0)
    width, height = size[::-1] if across else size
    if abs(degrees) < LEVEL_DEGREES:
        return turn, (width, height)
    sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    rotation = np.array([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1]])
    corners = moved(rotation, _corners((width, height)))
    rotation = _shifted(-corners.min(axis=0)) @ rotation
    size = (round(float(np.ptp(corners[:, 0]))), round(float(np.ptp(corners[:, 1]))))
    return rotation @ turn, size


def quarter_turns(size: tuple[float, float], turns: int) -> Matrix:
    """The change that turns a picture clockwise, its corner staying at the top left.

    Parameters
    ----------
    size : tuple of float
        Width and height before.
    turns : int
        Quarter turns, 0 to 3.

    Returns
    -------
    ndarray, shape (3, 3), float
        For ``moved``.

    Examples
    --------
    >>> moved(quarter_turns((30.0, 20.0), 1), np.array([[0.0, 20.0], [30.0, 0.0]])).tolist()
    [[0.0, 0.0], [20.0, 30.0]]
    """
    width, height = size
    rows = (
        ((1, 0, 0), (0, 1, 0)),
        ((0, -1, height), (1, 0, 0)),
        ((-1, 0, width), (0, -1, height)),
        ((0, 1, 0), (-1, 0, width)),
    )
    return np.array([*rows[turns], (0, 0, 1)], dtype=np.float64)


def _shifted(by: Points) -> Matrix:
    return np.array([[1, 0, by[0]], [0, 1, by[1]], [0, 0, 1]], dtype=np.float64)


def _warped(grey: Image.Image, matrix: Matrix, size: tuple[int, int]) -> Grey:
    """The grey picture after a change of perspective; what comes from beyond its edges repeats the edge."""
    shrink = int(1 / max(1e-6, scale_of(matrix, grey.size)) + 0.2)
    if shrink > 1:
        reduced = grey.reduce(shrink)
        matrix = matrix @ np.diag([grey.width / reduced.width, grey.height / reduced.height, 1.0])
        grey = reduced
    if _only_scales(matrix):
        return np.asarray(grey.resize(size, Image.Resampling.BICUBIC))
    back = np.linalg.inv(matrix)
    back /= back[2, 2]
    paper = int(np.median(np.asarray(grey)[::8, ::8]))
    warped = grey.transform(
        size, Image.Transform.PERSPECTIVE, tuple(back.ravel()[:8]), Image.Resampling.BICUBIC, fillcolor=paper
    )
    return np.asarray(warped)


def scale_of(matrix: Matrix, size: tuple[float, float]) -> float:
    """By how much a change of perspective enlarges what is in the middle of a picture.

    Parameters
    ----------
    matrix : ndarray, shape (3, 3), float
        The change.
    size : tuple of float
        Width and height of the picture.

    Returns
    -------
    float
        1 for none.
    """
    middle = np.array([[size[0] / 2, size[1] / 2], [size[0] / 2 + 1, size[1] / 2]])
    one, other = moved(matrix, middle)
    return float(np.hypot(*(other - one)))


def _only_scales(matrix: Matrix) -> bool:
    return bool(np.allclose(matrix / matrix[2, 2], np.diag(np.diag(matrix / matrix[2, 2])), atol=1e-9))
