"""Even light over a picture of a page: shadows, yellow paper and faint print out, dark ink on white left."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]
Contrast = NDArray[np.int16]

CELLS = 110
"""Cells along the longer side over which the paper's brightness is taken: each about three letters wide."""
NOISE_SHARE = 0.16
"""Contrast that counts as grain of the paper rather than as ink, as a share of that of full ink."""
FAINTEST_INK = 24.0
"""Grey levels between paper and ink, of 255, below which nothing is written."""
STEP = 60
"""Grey levels between two papers side by side, of 255, from which they are two, and not a shadow."""
SHADOW_CELLS = 24
"""Cells along the longer side over which it is taken how full ink is: each a few lines high."""
GRAINS = 6.0
"""How much more than the grain of the paper stands out what is taken for ink there."""
LEAST_FADED, MAX_FADED = 1.3, 4.0
"""How much fuller ink would be without a shadow: a page with less of it is left as it is."""
INK = 110
"""Darkness from which a point counts as ink when its place is measured."""


def darkness_of(grey: Grey) -> Grey:
    """How much ink stands at each point, whatever the light and whether dark on light or light on dark.

    Ink is what differs from the paper around it. The paper is the median of a small region, taken again over its
    neighbours so that a large letter is not mistaken for it.

    Parameters
    ----------
    grey : ndarray, shape (height, width), uint8
        The picture, 0 is black.

    Returns
    -------
    ndarray, shape (height, width), uint8
        0 for paper, 255 for full ink.
    """
    contrast = _contrast_of(grey)
    full = max(FAINTEST_INK, _full_contrast(contrast))
    faded = _faded(contrast)
    if faded is not None:
        contrast = np.minimum(contrast * faded, 255).astype(np.int16)
    table = np.clip((np.arange(256) / full - NOISE_SHARE) / (1 - NOISE_SHARE), 0, 1) * 255
    return table.astype(np.uint8)[contrast]


def _contrast_of(grey: Grey) -> Contrast:
    """How far each point is from the paper around it, in grey levels."""
    height, width = grey.shape
    side = max(4, round(max(height, width) / CELLS))
    cells = _median_of_neighbours(_medians(grey, side), reach=2)
    size = (cells.shape[1] * side, cells.shape[0] * side)
    paper = np.asarray(Image.fromarray(cells).resize(size, Image.Resampling.BILINEAR))[:height, :width]
    contrast: Contrast = grey.astype(np.int16)
    contrast -= paper
    np.abs(contrast, out=contrast)
    around = _around(cells, reach=1)
    low, high = around.min(axis=(2, 3)), around.max(axis=(2, 3))
    for row, column in zip(*np.nonzero(high - low > STEP), strict=True):
        # Where a coloured column or band ends, a point is paper of the one side or of the other.
        patch = (slice(row * side, (row + 1) * side), slice(column * side, (column + 1) * side))
        levels = grey[patch].astype(np.int16)
        contrast[patch] = np.minimum(np.abs(levels - low[row, column]), np.abs(levels - high[row, column]))
    return contrast


def _medians(grey: Grey, side: int) -> Grey:
    """The median of each square cell of a picture."""
    rows, columns = -(-grey.shape[0] // side), -(-grey.shape[1] // side)
    padding = ((0, rows * side - grey.shape[0]), (0, columns * side - grey.shape[1]))
    cells = np.pad(grey, padding, mode="edge").reshape(rows, side, columns, side).swapaxes(1, 2)
    # Every third point tells the median as well.
    medians: Grey = np.median(cells.reshape(rows, columns, -1)[:, :, ::3], axis=2).astype(np.uint8)
    return medians


def _around(cells: Grey, *, reach: int) -> Grey:
    """Each cell with its neighbours."""
    padded = np.pad(cells, reach, mode="edge")
    return np.lib.stride_tricks.sliding_window_view(padded, (2 * reach + 1, 2 * reach + 1))


def _median_of_neighbours(cells: Grey, *, reach: int) -> Grey:
    medians: Grey = np.median(_around(cells, reach=reach), axis=(2, 3)).astype(np.uint8)
    return medians


def _faded(contrast: Contrast) -> NDArray[np.float32] | None:
    """How much fuller ink would be at each point if it were not in a shadow, None where there is none to speak of.

    What stands out around a point tells; the grain of the paper does not, nor does a blank region.
    """
    few = contrast[::3, ::3]
    ink = few >= max(FAINTEST_INK, GRAINS * float(np.median(few)))
    if not ink.any():
        return None
    side = max(4, round(max(few.shape) / SHADOW_CELLS))
    usual = float(few[ink].mean())
    mean = (_sums_around(np.where(ink, few, 0), side) + side * usual) / (_sums_around(ink, side) + side)
    faded = np.clip(usual / mean, 1.0, MAX_FADED)
    if faded.max() < LEAST_FADED:
        return None
    size = (3 * side * faded.shape[1], 3 * side * faded.shape[0])
    spread = Image.fromarray(faded.astype(np.float32)).resize(size, Image.Resampling.BILINEAR)
    return np.asarray(spread)[: contrast.shape[0], : contrast.shape[1]]


def _sums_around(points: NDArray[np.int16] | NDArray[np.bool_], side: int) -> NDArray[np.float64]:
    """The sum over each square cell of a picture and those around it."""
    rows, columns = -(-points.shape[0] // side), -(-points.shape[1] // side)
    padded = np.pad(points, ((0, rows * side - points.shape[0]), (0, columns * side - points.shape[1])))
    cells = padded.reshape(rows, side, columns, side).sum(axis=(1, 3), dtype=np.float64)
    sums: NDArray[np.float64] = np.lib.stride_tricks.sliding_window_view(np.pad(cells, 1), (3, 3)).sum(axis=(2, 3))
    return sums


def _full_contrast(contrast: Contrast) -> float:
    """The contrast of full ink: what the darker part of what stands out has."""
    standing_out = np.bincount(contrast[::3, ::3].ravel(), minlength=256)
    standing_out[: int(FAINTEST_INK)] = 0
    total = int(standing_out.sum())
    return float(np.searchsorted(np.cumsum(standing_out), 0.75 * total)) if total else 255.0
