"""A picture of a page made ready for reading: laid flat, level, evenly lit, with letters of a known size."""

from typing import NamedTuple

import numpy as np
from PIL import Image

from recruit.documents.pictures.light import Grey, darkness_of
from recruit.documents.pictures.sheets import Matrix, Points, homography, moved, sheet_in
from recruit.documents.pictures.straightness import letter_height_of, skew_of

LOOK_PIXELS = 1600
"""Longer side of the copy on which a page is measured: 145 points to the inch of a letter page."""
SHEET_LOOK_PIXELS = 320
LETTER_PIXELS = 19.0
"""Height of a usual line, top of tall letters to foot of low ones, at which letters are recognised as well as
larger ones, in two thirds of the time: that of 10 point text at 150 points to the inch."""
MAX_SIDE_PIXELS = 4200
MAX_ENLARGEMENT = 4.0
LEVEL_DEGREES = 0.1
"""A page turned by less is left as it is: its lines stay within a point or two over their length."""


class FlatPage(NamedTuple):
    """A page ready to be read: dark on white, level, and how its points lie in the picture it came from.

    ``to_picture`` takes its points to those of the picture. ``was_across`` where it was turned by a quarter
    against the clock, which may have put it upside down.
    """

    picture: Image.Image
    to_picture: Matrix
    was_across: bool

    @property
    def scale(self) -> float:
        """Points of the picture for one of this page, in its middle."""
        return scale_of(self.to_picture, self.picture.size)

    def upside_down(self) -> "FlatPage":
        """The same page turned by half."""
        width, height = self.picture.size
        half_turn = np.array([[-1.0, 0, width], [0, -1.0, height], [0, 0, 1]])
        return self._replace(
            picture=self.picture.transpose(Image.Transpose.ROTATE_180), to_picture=self.to_picture @ half_turn
        )


def flat_page(image: Image.Image, *, across: bool | None = None) -> FlatPage | None:
    """Lay a picture of a page flat.

    A sheet on a desk is cut out and its perspective undone; then lines are turned level, letters scaled to the
    size that is recognised best, and shadows, yellow paper and dark columns evened out.

    Parameters
    ----------
    image : Image
        A picture in mode ``L`` or ``RGB``.
    across : bool or None, default None
        Whether lines run across the picture, where that is known; None to find out.

    Returns
    -------
    FlatPage or None
        None for a picture without anything that stands out from its ground.
    """
    look, to_look = _look(image)
    laid, size = _laid_flat(look)
    darkness = darkness_of(_warped(look, laid, size))
    across, degrees = skew_of(darkness, across=across)
    level, size = _level(size, across=across, degrees=degrees)
    level = level @ laid
    letters = letter_height_of(darkness_of(_warped(look, level, size)))
    if letters is None:
        return None
    scale = min(LETTER_PIXELS / letters, MAX_ENLARGEMENT / to_look[0, 0], MAX_SIDE_PIXELS / max(size))
    size = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    matrix = np.diag([scale, scale, 1.0]) @ level @ to_look
    even = 255 - darkness_of(_warped(image.convert("L"), matrix, size))
    return FlatPage(Image.fromarray(even), np.linalg.inv(matrix), across)


def _look(image: Image.Image) -> tuple[Image.Image, Matrix]:
    """A copy to measure on, and how points of the picture lie in it."""
    scale = LOOK_PIXELS / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    look = image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
    return look, np.diag([size[0] / image.width, size[1] / image.height, 1.0])


def _laid_flat(look: Image.Image) -> tuple[Matrix, tuple[int, int]]:
    """The change of perspective that lays the sheet flat, and its size then; none where there is no sheet."""
    small = look.copy()
    small.thumbnail((SHEET_LOOK_PIXELS, SHEET_LOOK_PIXELS), Image.Resampling.BOX)
    bands = np.asarray(small)
    corners = sheet_in(bands.min(axis=2) if bands.ndim == 3 else bands)
    if corners is None:
        return np.eye(3), look.size
    corners = corners * (look.width / small.width)
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    size = (round(max(sides[0], sides[2])), round(max(sides[1], sides[3])))
    return homography(corners, _corners(size)), size


def _corners(size: tuple[int, int]) -> Points:
    width, height = size
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64)


def _level(size: tuple[int, int], *, across: bool, degrees: float) -> tuple[Matrix, tuple[int, int]]:
    """The turn that levels lines, within a picture just large enough for it."""
    turn = np.eye(3)
    width, height = size
    if across:
        turn = np.array([[0, 1.0, 0], [-1.0, 0, width], [0, 0, 1]])
        width, height = height, width
    if abs(degrees) < LEVEL_DEGREES:
        return turn, (width, height)
    sine, cosine = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    rotation = np.array([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1]])
    corners = moved(rotation, _corners((width, height)))
    rotation = _shifted(-corners.min(axis=0)) @ rotation
    size = (round(float(np.ptp(corners[:, 0]))), round(float(np.ptp(corners[:, 1]))))
    return rotation @ turn, size


def _shifted(by: Points) -> Matrix:
    return np.array([[1, 0, by[0]], [0, 1, by[1]], [0, 0, 1]], dtype=np.float64)


def _warped(image: Image.Image, matrix: Matrix, size: tuple[int, int]) -> Grey:
    """The grey picture after a change of perspective; what comes from beyond its edges repeats the edge."""
    grey = image.convert("L")
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


def scale_of(matrix: Matrix, size: tuple[int, int]) -> float:
    """By how much a change of perspective enlarges what is in the middle of a picture.

    Parameters
    ----------
    matrix : ndarray, shape (3, 3), float
        The change.
    size : tuple of int
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
