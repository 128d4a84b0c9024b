"""The first engine: tesseract, its library where that can be loaded, else its program for each picture."""

import csv
import functools
import io
import os
import shutil
import subprocess

from PIL import Image

from recruit.documents import refusals
from recruit.documents.pictures import tesseract_library
from recruit.documents.pictures.sightings import Sighting
from recruit.documents.pictures.tesseract_library import DPI, LANGUAGE, PROGRAM
from recruit.documents.reader import Limits

QUICKER = ("-c", "tessedit_do_invert=0")
"""Not trying each line as white on black, too: it is given none."""
ASK_SECONDS = 10.0
_WORD_LEVEL = "5"


def is_here() -> bool:
    """Whether tesseract is on the PATH and knows English.

    Returns
    -------
    bool
        Asked once in the life of a process.
    """
    return tesseract_library.loaded() is not None or _program_knows_english()


@functools.cache
def _program_knows_english() -> bool:
    if shutil.which(PROGRAM) is None:
        return False
    try:
        answer = subprocess.run(  # noqa: S603 - fixed words only
            [PROGRAM, "--list-langs"],
            capture_output=True,
            timeout=ASK_SECONDS,
            check=False,
            env=_environment(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in answer.stdout.decode("utf-8", errors="replace").split()


def sightings_in(picture: Image.Image, limits: Limits) -> list[Sighting]:
    """Find the words of a picture.

    Parameters
    ----------
    picture : Image
        Grey, dark letters on white, level.
    limits : Limits
        The seconds it may take.

    Returns
    -------
    list of Sighting
        In the engine's own reading order.

    Raises
    ------
    UnreadableDocument
        ``too_slow``; ``corrupt`` when it fails on the picture.
    """
    library = tesseract_library.loaded()
    return seen_by_program(picture, limits) if library is None else library.sightings_in(picture, limits)


def seen_by_program(picture: Image.Image, limits: Limits) -> list[Sighting]:
    """Find the words of a picture by the program, as ``sightings_in`` tells."""
    buffer = io.BytesIO()
    picture.save(buffer, "PPM")
    # Not a word is written to disk: picture in and table out go through pipes.
    command = [PROGRAM, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DPI), "--psm", "3", *QUICKER, "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - fixed words only
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
    return _sightings(done.stdout.decode("utf-8", errors="replace"))


def _environment() -> dict[str, str]:
    """What the program needs to find its data; one thread, because documents are what is read side by side."""
    kept = {name: os.environ[name] for name in ("PATH", "LC_ALL", "TESSDATA_PREFIX") if name in os.environ}
    return {**kept, "OMP_THREAD_LIMIT": "1"}


def _sightings(table: str) -> list[Sighting]:
    found = []
    lines: dict[tuple[str, ...], int] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] != _WORD_LEVEL or not text:
            continue
        left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
        line = lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), len(lines))
        found.append(Sighting(text, float(row["conf"]) / 100, left, top, left + width, top + height, line))
    return found
