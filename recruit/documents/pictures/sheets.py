"""A sheet of paper photographed on a desk: its four corners, and the change of perspective that lays it flat."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.floating[Any]]
Points = NDArray[np.floating[Any]]

MIN_SHEET_SHARE = 0.2
"""Of the picture. A smaller bright patch is no page somebody meant to take a picture of."""
MIN_MARGIN_SHARE = 0.008
"""Of a side: what lies beyond the sheet's edge must be seen to be a desk."""
MIN_DESK_SIDES = 3
"""A coloured column or band covers one side of a page or two; a desk is seen around."""
MIN_EDGE_SHARE = 0.7
"""Of the points along an edge that must lie on one straight line."""
MIN_EDGE_POINTS, MAX_FITS = 8, 12
LEVEL_SHARES = (1.0, 0.75, 0.5)
"""Of the level that parts bright from dark best: a shadow on the sheet may be darker than that."""
MIN_STEP = 18
"""Grey levels between sheet and desk, of 255."""


def sheet_in(picture: NDArray[np.uint8]) -> Points | None:
    """Corners of the one sheet that lies in a picture with something else around it.

    Parameters
    ----------
    picture : ndarray, shape (height, width), uint8
        A small picture, 0 is black, about 300 points long; of coloured ones the darkest of the three colours, in
        which white paper stands out from wood.

    Returns
    -------
    ndarray, shape (4, 2), float or None
        x and y of the corners in points of the picture: top left, top right, bottom right, bottom left. None when
        the page fills the picture or no sheet can be told.
    """
    level = _parting_level(picture)
    tries = (_corners_of(_region_from_the_middle(picture > share * level), picture) for share in LEVEL_SHARES)
    return next((corners for corners in tries if corners is not None), None)


def _corners_of(sheet: NDArray[np.bool_], picture: NDArray[np.uint8]) -> Points | None:
    height, width = picture.shape
    if sheet.sum() < MIN_SHEET_SHARE * sheet.size or sheet.all():
        return None
    if picture[sheet].mean() - picture[~sheet].mean() < MIN_STEP:
        return None
    edges = _edges(sheet)
    if edges is None:
        return None
    left, top, right, bottom = edges
    corners = np.array(
        [_crossing(left, top), _crossing(right, top), _crossing(right, bottom), _crossing(left, bottom)]
    )
    if not _is_sound(corners, width, height):
        return None
    return corners


def homography(source: Points, target: Points) -> Matrix:
    """The change of perspective that takes four points to four others.

    Parameters
    ----------
    source, target : ndarray, shape (4, 2), float
        Corresponding corners, no three of them on one line.

    Returns
    -------
    ndarray, shape (3, 3), float
        For ``moved``.

    Examples
    --------
    >>> square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    >>> moved(homography(square, 2 * square), np.array([[0.5, 0.25]])).tolist()
    [[1.0, 0.5]]
    """
    rows = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    solution = np.linalg.solve(np.array(rows, dtype=np.float64), np.asarray(target, dtype=np.float64).ravel())
    return np.append(solution, 1.0).reshape(3, 3)


def moved(matrix: Matrix, points: Points) -> Points:
    """Points after a change of perspective.

    Parameters
    ----------
    matrix : ndarray, shape (3, 3), float
        From ``homography``, or several multiplied.
    points : ndarray, shape (n, 2), float
        x and y.

    Returns
    -------
    ndarray, shape (n, 2), float
        Where they come to lie.
    """
    lifted = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    flat: Points = lifted[:, :2] / lifted[:, 2:]
    return flat


def _parting_level(picture: NDArray[np.uint8]) -> int:
    """The level that parts dark from bright best: Otsu's, the largest variance between both."""
    counts = np.bincount(picture.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    mass = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mass[-1] * below / below[-1] - mass) ** 2 / (below * above)
    return int(np.nanargmax(np.where(np.isfinite(between), between, 0.0)))


def _region_from_the_middle(bright: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What hangs together with the bright points in the middle of the picture."""
    height, width = bright.shape
    region = np.zeros_like(bright)
    middle = (slice(2 * height // 5, 3 * height // 5), slice(2 * width // 5, 3 * width // 5))
    region[middle] = bright[middle]
    reached = -1
    while region.sum() > reached:
        reached = int(region.sum())
        region = _along_rows(_along_rows(region, bright).T, bright.T).T
    return region


def _along_rows(region: NDArray[np.bool_], bright: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A region with all bright points of the rows it touches that hang together with it there."""
    starts = bright.copy()
    starts[:, 1:] &= ~bright[:, :-1]
    runs = np.cumsum(starts.ravel()).reshape(bright.shape)
    touched = np.zeros(int(runs.max(initial=0)) + 1, dtype=bool)
    touched[runs[region]] = True
    return bright & touched[runs]


_Line = tuple[float, float, float]


def _edges(sheet: NDArray[np.bool_]) -> tuple[_Line, _Line, _Line, _Line] | None:
    """The lines a·x + b·y = c along the left, top, right and bottom of a region, None when one is not straight."""
    height, width = sheet.shape
    rows = np.flatnonzero(sheet.any(axis=1))
    columns = np.flatnonzero(sheet.any(axis=0))
    left, right = sheet[rows].argmax(axis=1), width - sheet[rows][:, ::-1].argmax(axis=1)
    top, bottom = sheet[:, columns].argmax(axis=0), height - sheet[::-1][:, columns].argmax(axis=0)
    lines = []
    for along, across, limit, is_upright in (
        (rows, left, width, True),
        (columns, top, height, False),
        (rows, right, width, True),
        (columns, bottom, height, False),
    ):
        fitted = _straight(along + 0.5, across.astype(np.float64), tolerance=max(1.2, 0.006 * limit))
        if fitted is None:
            return None
        slope, offset = fitted
        lines.append((1.0, -slope, offset) if is_upright else (-slope, 1.0, offset))
    return lines[0], lines[1], lines[2], lines[3]


def _straight(along: Points, across: Points, *, tolerance: float) -> tuple[float, float] | None:
    """Slope and offset of the line most points lie on; corners and fingers lie elsewhere."""
    # The ends of what is seen from one side belong to the next edge where the sheet lies turned.
    keep = np.ones(len(along), dtype=bool)
    keep[: len(along) // 8] = keep[len(along) - len(along) // 8 :] = False
    away = np.zeros(len(along))
    slope = offset = 0.0
    for _ in range(MAX_FITS):
        if keep.sum() < MIN_EDGE_POINTS:
            return None
        slope, offset = map(float, np.polyfit(along[keep], across[keep], 1))
        away = np.abs(across - (slope * along + offset))
        closer = away <= max(tolerance, float(np.quantile(away[keep], 0.8)))
        if (closer == keep).all():
            break
        keep = closer
    return (slope, offset) if (away <= 2 * tolerance).mean() >= MIN_EDGE_SHARE else None


def _crossing(one: _Line, other: _Line) -> tuple[float, float]:
    solution = np.linalg.solve(np.array([one[:2], other[:2]]), np.array([one[2], other[2]]))
    return float(solution[0]), float(solution[1])


def _is_sound(corners: Points, width: int, height: int) -> bool:
    """Whether the corners make a sheet with a desk around it, seen from not too low."""
    left, top = corners[[0, 3], 0], corners[[0, 1], 1]
    right, bottom = corners[[1, 2], 0], corners[[2, 3], 1]
    desk_sides = sum(
        (
            left.mean() > MIN_MARGIN_SHARE * width,
            right.mean() < (1 - MIN_MARGIN_SHARE) * width,
            top.mean() > MIN_MARGIN_SHARE * height,
            bottom.mean() < (1 - MIN_MARGIN_SHARE) * height,
        )
    )
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    if desk_sides < MIN_DESK_SIDES or sides.min() < 0.2 * max(width, height):
        return False
    return bool(
        max(sides[0], sides[2]) < 2 * min(sides[0], sides[2])
        and max(sides[1], sides[3]) < 2 * min(sides[1], sides[3])
    )
