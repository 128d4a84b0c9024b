"""What an engine saw in a picture of a page, and the same as words on lines, in points."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from recruit.documents.reader import Word

BULLET = "\u2022"
TALL_EMS, SMALL_EMS, FOOT_EMS = 0.72, 0.52, 0.21
"""Heights of a capital and of an x over the line, and how far a p reaches below it, in ems: Helvetica and Times
differ from these by 0.03."""
ABOVE_EMS, BELOW_EMS = 0.95, 0.22
"""How far the box of a word reaches over and below the line its letters stand on."""
SIZE_STEP = 1.17
"""Sizes closer than this are one size, measured on different letters."""
DASHES, DASH_SHAPE = ("-", "\u2013", "\u2014"), 1.5
"""A dash is longer than it is high, and a hyphen between words still twice as long."""
_FEET = re.compile(r"[gjpqyQ,;()\[\]{}|$@/\\]")
_TALL = re.compile(r"[A-Zbdfhklt0-9(){}\[\]|/\\!?&%$#@ij]")
_SMALL = re.compile(r"[acemnorsuvwxzgpqy]")
_DUST = re.compile(r"(?!\.{2,}$)[.,:;'`\u00b4\u2018\u2019\u201a\u201c\u201d\"_~^\u00b0=\\]+")
_STROKE = re.compile(r"[-\u2013\u2014|!/\u2022*]+")
_CERTAIN_STROKE = 0.7
_LOOKS_LIKE_A_DOT = re.compile(r"[eocO0*¢©®°«»·•●○◦▪■.@+~¤-]|[Ee][)]?|\(?®\)?")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One word as an engine saw it: its box in points of the picture, and the line it counts it to.

    ``confidence`` is the engine's own, in [0, 1].
    """

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float
    line: int


def words_on_lines(sightings: Sequence[Sighting], *, points_per_pixel: float) -> list[Word]:
    """Give the words of each line a common foot and a size, as a file with text would have them.

    Parameters
    ----------
    sightings : sequence of Sighting
        Line by line, from left to right, as the engine ordered them.
    points_per_pixel : float
        Size of a point of the picture, in points of the page.

    Returns
    -------
    list of Word
        None of them bold: how dark a letter came out says little about it. Without the lone points and commas that
        dust on the paper leaves.
    """
    written = [one for one in sightings if not _is_dust(one)]
    grouped = (list(line) for _, line in groupby(written, key=lambda one: one.line))
    # Before a line a square mark is its bullet; behind words it is a speck taken for a dash.
    lines = [[line[0], *(one for one in line[1:] if not _is_square_dash(one))] for line in grouped]
    sizes = [size_of(line) for line in lines]
    known = [size for size, line in zip(sizes, lines, strict=True) for _ in line if size]
    usual = median(known) if known else 12.0
    words: list[Word] = []
    for line, size in zip(lines, sizes, strict=True):
        even = usual * SIZE_STEP ** round(math.log((size or usual) / usual, SIZE_STEP))
        words += _level(_with_bullet(line, even), even, points_per_pixel, first=len(words))
    return words


def _is_dust(one: Sighting) -> bool:
    uncertain = one.confidence < _CERTAIN_STROKE and _STROKE.fullmatch(one.text) is not None
    return uncertain or _DUST.fullmatch(one.text) is not None


def _is_square_dash(one: Sighting) -> bool:
    return one.text in DASHES and one.right - one.left < DASH_SHAPE * (one.bottom - one.top)


def size_of(line: Iterable[Sighting]) -> float | None:
    """Work out the size of a line's letters, by what each word's letters reach over and below the line.

    Parameters
    ----------
    line : iterable of Sighting
        Its words.

    Returns
    -------
    float or None
        One em, in points of the picture. None without letters.
    """
    sizes = [
        (one.bottom - one.top) / sum(reach_of(one.text))
        for one in line
        if _SMALL.search(one.text) or _TALL.search(one.text)
    ]
    return median(sizes) if sizes else None


def reach_of(text: str) -> tuple[float, float]:
    """How far letters reach over the line they stand on, and below it.

    Parameters
    ----------
    text : str
        A word or a line.

    Returns
    -------
    tuple of float
        Both in ems.

    Examples
    --------
    >>> reach_of("run"), reach_of("Gage")
    ((0.52, 0.0), (0.72, 0.21))
    """
    return (TALL_EMS if _TALL.search(text) else SMALL_EMS), (FOOT_EMS if _FEET.search(text) else 0.0)


def foot_of(line: Sequence[Sighting], size: float) -> float:
    """Find the foot of a line, which most of its letters stand on.

    Parameters
    ----------
    line : sequence of Sighting
        Its words, at least one.
    size : float
        One em, in points of the picture.

    Returns
    -------
    float
        From the top of the picture, in its points.
    """
    feet = [one.bottom - reach_of(one.text)[1] * size for one in line if one.text != BULLET]
    return median(feet) if feet else line[0].bottom


def _with_bullet(line: list[Sighting], size: float) -> list[Sighting]:
    """The line with its first mark as a bullet, where an engine took a dot for a letter."""
    first = line[0]
    height, width = first.bottom - first.top, first.right - first.left
    is_dot = height < 0.46 * size and width < 0.6 * size and 0.55 < width / max(height, 1) < 1.8
    if len(line) < 2 or not is_dot or not _LOOKS_LIKE_A_DOT.fullmatch(first.text):
        return line
    middle = (line[1].top + line[1].bottom) / 2
    if not first.top - 0.3 * size < middle < first.bottom + 0.3 * size:
        return line
    return [
        Sighting(BULLET, first.confidence, first.left, first.top, first.right, first.bottom, first.line),
        *line[1:],
    ]


def _level(line: Sequence[Sighting], size: float, scale: float, *, first: int) -> Iterable[Word]:
    """Words whose boxes stand on the foot of their line, also where the line bends a little."""
    usual = foot_of(line, size)
    for number, one in enumerate(line, start=first):
        yield Word(
            text=one.text,
            x0=one.left * scale,
            x1=one.right * scale,
            top=(usual - ABOVE_EMS * size) * scale,
            bottom=(usual + BELOW_EMS * size) * scale,
            size=size * scale,
            bold=False,
            order=number,
        )
