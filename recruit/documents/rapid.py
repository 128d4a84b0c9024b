"""The second engine: RapidOCR, from the extra ``ocr``, in a process of its own with memory and time of its own."""

import functools
import importlib.util
import io
import json
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

import recruit
from recruit.documents import refusals
from recruit.documents.reader import Limits
from recruit.documents.sightings import Sighting, reach_of

CHILD = "recruit.documents.rapid_child"
NARROW, WIDE = "iljtfI1.,;:'|!()[] ", "mwMW@%"
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
        raise refusals.too_slow(limits.ocr_seconds) from error
    except OSError as error:
        raise refusals.unfinished() from error
    if done.returncode != 0:
        raise refusals.unfinished()
    return [
        sighting
        for number, (text, confidence, *box) in enumerate(json.loads(done.stdout))
        for sighting in shared_out(text, confidence, tuple(box), line=number)
    ]


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
