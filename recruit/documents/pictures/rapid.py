"""The second engine: RapidOCR, from the extra ``ocr``, in a process of its own with memory and time of its own."""

import functools
import importlib.util
import io
import json
import math
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

import recruit
from recruit.documents import refusals
from recruit.documents.pictures.light import INK, Grey
from recruit.documents.pictures.sightings import Sighting, reach_of
from recruit.documents.reader import Limits

CHILD = "recruit.documents.pictures.rapid_child"
NARROW, WIDE = "iljtfI1.,;:'|!()[] ", "mwMW@%"
MIN_TIGHT_SHARE = 0.3
"""Of the box's height: with less, its middle met a dash and not a line of letters."""
NARROW_WIDTH, WIDE_WIDTH, CAPITAL_WIDTH = 0.55, 1.5, 1.25


@functools.cache
def is_here() -> bool:
    """Whether the packages of the extra are installed.

    Returns
    -------
    bool
        Asked once in the life of a process.
    """
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def sightings_in(picture: Image.Image, limits: Limits) -> list[Sighting]:
    """Find the words of a picture.

    Parameters
    ----------
    picture : Image
        Grey, dark letters on white, level.
    limits : Limits
        The seconds and the address space it may take.

    Returns
    -------
    list of Sighting
        Line by line, from the top; the engine gives lines, and each is shared out among its words.

    Raises
    ------
    UnreadableDocument
        ``too_slow``; ``corrupt`` when the engine fails on the picture.
    """
    buffer = io.BytesIO()
    picture.save(buffer, "PPM")
    command = [sys.executable, "-B", "-m", CHILD, str(limits.ocr_memory_bytes)]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command,
            input=buffer.getvalue(),
            capture_output=True,
            timeout=limits.ocr_seconds,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired as error:
        raise refusals.picture_too_slow(limits.ocr_seconds) from error
    except OSError as error:
        raise refusals.unfinished() from error
    if done.returncode != 0:
        raise refusals.unfinished()
    ink = 255 - np.asarray(picture)
    return [
        sighting
        for number, (text, confidence, *box) in enumerate(json.loads(done.stdout))
        for sighting in shared_out(text, confidence, _tight(box, ink), line=number)
    ]


def _tight(box: Sequence[float], ink: Grey) -> tuple[float, ...]:
    """The box without the room the engine leaves around a line, which reaches into the lines above and below."""
    height, width = ink.shape
    left, right = max(0, int(box[0])), min(width, math.ceil(box[2]))
    top, bottom = max(0, int(box[1])), min(height, math.ceil(box[3]))
    written = ink[top:bottom, left:right] >= INK
    blank = np.flatnonzero(~written.any(axis=1))
    middle = (bottom - top) // 2
    low = int(max(blank[blank < middle], default=-1)) + 1
    high = int(min(blank[blank > middle], default=bottom - top))
    columns = np.flatnonzero(written[low:high].any(axis=0))
    if not len(columns) or high - low < MIN_TIGHT_SHARE * (bottom - top):
        return tuple(box)
    return left + float(columns[0]), float(top + low), left + float(columns[-1]) + 1, float(top + high)


def shared_out(text: str, confidence: float, box: tuple[float, ...], *, line: int) -> list[Sighting]:
    """Share a line's box out among its words, by how wide and how high their letters usually are.

    Parameters
    ----------
    text : str
        The line.
    confidence : float
        The engine's, in [0, 1].
    box : tuple of float
        Left, top, right and bottom.
    line : int
        Number of the line.

    Returns
    -------
    list of Sighting
        One for each word.

    Examples
    --------
    >>> [(one.text, one.left, one.right) for one in shared_out("no no", 0.9, (0.0, 0.0, 91.0, 10.0), line=0)]
    [('no', 0.0, 40.0), ('no', 51.0, 91.0)]
    """
    left, top, right, bottom = box
    above, below = reach_of(text)
    em = (bottom - top) / (above + below)
    foot = bottom - below * em
    unit = (right - left) / max(1e-6, sum(map(_width, text)))
    sightings = []
    at = left
    for part in text.split(" "):
        width = unit * sum(map(_width, part))
        if part:
            above, below = reach_of(part)
            sightings.append(
                Sighting(part, confidence, at, foot - above * em, at + width, foot + below * em, line)
            )
        at += width + unit * _width(" ")
    return sightings


def _width(letter: str) -> float:
    if letter in NARROW:
        return NARROW_WIDTH
    if letter in WIDE:
        return WIDE_WIDTH
    return CAPITAL_WIDTH if letter.isupper() else 1.0


def _environment() -> dict[str, str]:
    """Where our code lies, and one thread: documents are what is read side by side. No home folder, no network."""
    kept = {name: os.environ[name] for name in ("PATH", "LC_ALL") if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(Path(recruit.__file__).parents[1]),
        "PYTHONSAFEPATH": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
