"""Letters in pictures: which engine reads them, and what it saw as a page like any other.

Places of words are those of the picture that was handed in, so that they can be shown on it. A page on its side or
upside down is shown upright; one that was levelled or laid flat to be read is never shown that way.
"""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from recruit.documents import refusals
from recruit.documents.page.columns import reading_order
from recruit.documents.pictures import rapid, tesseract
from recruit.documents.pictures.flat import FlatPage, flat_page, quarter_turns
from recruit.documents.pictures.sheets import Matrix, moved
from recruit.documents.pictures.sightings import Sighting, words_on_lines
from recruit.documents.pictures.slips import put_right
from recruit.documents.process.patience import ask_for_seconds
from recruit.documents.quality import is_gibberish
from recruit.documents.reader import Limits, RawBlock, RawPage, Word
from recruit.errors import UnreadableDocument
from recruit.vocabulary.shapes import Finding

CONFIDENT = 0.7
DOUBTFUL = 0.6
HARDLY_A_LINE = 0.45
"""Mean confidence below which a line without one confident word is a texture, and none of its signs is kept."""
MIN_CONFIDENT_WORDS = 3
MIN_CONFIDENT_SHARE = 0.5
"""Of the letters on a page. Pages of text have 0.85 and more also when badly printed; upside down about 0.2."""
HARD_TO_READ_SHARE = 0.2
"""Of the words of a page that are doubtful."""
SAMPLE_PIXELS = (1600, 300)
"""Width and height of the part with most ink: some ten lines, enough to tell which way up a page is."""

_ADDRESS = re.compile(r"\w{3,}@\w{3,}\.\w{2,}|\d{3}\W?\d{4}\b")
"""What engines are never sure of, and is nowhere but in text: mails and phones."""

Engine = Callable[[Image.Image, Limits], list[Sighting]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """A page whose letters were recognised, with how many of its words are doubtful.

    ``is_blank`` where the picture shows nothing at all, rather than nothing that can be read.
    """

    page: RawPage
    words: int = 0
    doubtful: int = 0
    is_blank: bool = False

    def findings(self, number: int) -> tuple[Finding, ...]:
        """What a person should know of the page; ``number`` is its own, from 1."""
        if not self.page.blocks:
            hint = (
                f"Page {number} shows nothing. If it should, take the picture again and upload the new one."
                if self.is_blank
                else f"Page {number} is a picture in which no words could be made out. "
                "Upload a sharper, straight one, or the file it was printed from."
            )
            return (Finding(code="page_without_text", hint=hint, page=number),)
        read = (
            f"Page {number} is a picture; it was read by recognising its letters. "
            "Check names, numbers and dates against the original."
        )
        findings = [Finding(code="read_by_ocr", hint=read, page=number)]
        if self.doubtful > HARD_TO_READ_SHARE * self.words:
            hard = (
                f"{self.doubtful} of {self.words} words on page {number} were hard to read and may be wrong. "
                "Upload a sharper, straight one, or the file it was printed from."
            )
            findings.append(Finding(code="hard_to_read", hint=hard, page=number))
        return tuple(findings)


def engine() -> str | None:
    """Name the engine that reads letters here.

    Returns
    -------
    str or None
        ``tesseract`` where that program is on the PATH, else ``rapidocr`` where the extra ``ocr`` is installed.
    """
    if tesseract.is_here():
        return "tesseract"
    return "rapidocr" if rapid.is_here() else None


def recognise(
    image: Image.Image, limits: Limits, *, width_points: float, height_points: float, by: str | None = None
) -> Recognition:
    """Read the letters of a picture of a page, and say how well that went.

    Parameters
    ----------
    image : Image
        The page, turned as its EXIF says; its letters may stand on their side, upside down or askew. Mode ``L`` or
        ``RGB``.
    limits : Limits
        Seconds and memory.
    width_points, height_points : float
        Size of the page the picture fills.
    by : str or None, default None
        ``tesseract`` or ``rapidocr``; None for the engine that is here.

    Returns
    -------
    Recognition
        Its page is the picture turned by quarters until its lines are upright, and has no blocks when no words can
        be made out.

    Raises
    ------
    UnreadableDocument
        ``needs_ocr`` when there is no engine; ``too_slow``; ``corrupt`` when the engine fails.
    """
    name = by or engine()
    if name is None:
        raise refusals.needs_ocr("file")
    see = _in_all(tesseract.sightings_in if name == "tesseract" else rapid.sightings_in, limits.ocr_seconds)
    empty = RawPage(width_points=width_points, height_points=height_points, by_ocr=True)
    flat = flat_page(image)
    if flat is None:
        return Recognition(page=empty, is_blank=True)
    ask_for_seconds(limits.ocr_seconds)
    flat, seen = _read_upright(image, flat, see, limits)
    seen = _without_texture(seen)
    if not _is_text(seen):
        return Recognition(page=empty)
    # RapidOCR gives the boxes of lines; those of words are shared out, and may lie beside their letters.
    seen = put_right(seen, flat.picture if name == "tesseract" else None, width_share=flat.width_share)
    to_points = (width_points / image.width, height_points / image.height)
    pixel = flat.scale * to_points[0]
    words = words_on_lines(seen, points_per_pixel=pixel)
    turns = flat.turns
    page = RawPage(
        width_points=height_points if turns % 2 else width_points,
        height_points=width_points if turns % 2 else height_points,
        by_ocr=True,
        turns=turns,
    )
    to_page = quarter_turns((width_points, height_points), turns) @ np.diag([*to_points, 1.0]) @ flat.to_picture
    blocks = tuple(_shown(block, to_page, pixel) for block in reading_order(words))
    spelled = [one for one in seen if any(map(str.isalnum, one.text))]
    doubtful = sum(one.confidence < DOUBTFUL for one in spelled)
    return Recognition(page=replace(page, blocks=blocks), words=len(spelled), doubtful=doubtful)


def _in_all(see: Engine, seconds: float) -> Engine:
    """The same engine, with so many seconds for all it is asked of one page."""
    end = time.monotonic() + seconds

    def see_in_time(picture: Image.Image, limits: Limits) -> list[Sighting]:
        left = end - time.monotonic()
        try:
            if left > 0:
                return see(picture, replace(limits, ocr_seconds=left))
        except UnreadableDocument as error:
            if error.code != "too_slow":
                raise
        raise refusals.picture_too_slow(seconds)

    return see_in_time


# ---------------------------------------------------------------------------------------------- which way up


def _read_upright(
    image: Image.Image, flat: FlatPage, see: Engine, limits: Limits
) -> tuple[FlatPage, Sequence[Sighting]]:
    """The page the right way up, and what the engine saw on it."""
    # Nearly every page is the right way up by now: only one that makes no sense is looked at from the other sides.
    seen = flat.widened(see(flat.picture, limits))
    if _is_text(seen):
        return flat, seen
    samples = [(way, _sampled(way, see, limits)) for way in (flat, flat.upside_down())]
    if not any(_is_text(sample) for _, sample in samples):
        other = flat_page(image, across=not flat.was_across)
        if other is not None:
            samples += [(way, _sampled(way, see, limits)) for way in (other, other.upside_down())]
    best, _ = max(samples, key=lambda pair: _confident_letters(pair[1]))
    return best, seen if best is flat else best.widened(see(best.picture, limits))


def _sampled(way: FlatPage, see: Engine, limits: Limits) -> Sequence[Sighting]:
    """What the engine sees on the part of a page with most ink."""
    picture = way.picture
    width, height = (min(most, side) for most, side in zip(SAMPLE_PIXELS, picture.size, strict=True))
    ink = 255.0 - np.asarray(picture, dtype=np.float32)
    top = _densest(ink.sum(axis=1), height)
    left = _densest(ink[top : top + height].sum(axis=0), width)
    try:
        return see(picture.crop((left, top, left + width, top + height)), limits)
    except UnreadableDocument:
        return ()


def _densest(ink: NDArray[np.float32], length: int) -> int:
    """Where the stretch of a length with most ink begins."""
    sums = np.concatenate([[0.0], np.cumsum(ink, dtype=np.float64)])
    return int(np.argmax(sums[length:] - sums[: len(sums) - length]))


# ----------------------------------------------------------------------------------------- text or something else


def _confident_letters(seen: Iterable[Sighting]) -> int:
    return sum(_letters(one.text) for one in seen if one.confidence >= CONFIDENT and _letters(one.text) > 1)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _without_texture(seen: Sequence[Sighting]) -> list[Sighting]:
    """What stands on lines with a word the engine is sure of, or an address; the grain of wood has neither."""
    kept = []
    for _, group in groupby(seen, key=lambda one: one.line):
        line = list(group)
        sure = any(one.confidence >= CONFIDENT and _letters(one.text) > 1 for one in line)
        address = any(_ADDRESS.search(one.text) for one in line)
        if sure or address or sum(one.confidence for one in line) >= HARDLY_A_LINE * len(line):
            kept += line
    return kept


def _is_text(seen: Sequence[Sighting]) -> bool:
    """Whether an engine saw words, rather than took the lines of a face or a logo for signs."""
    sure = sum(one.confidence >= CONFIDENT and _letters(one.text) > 1 for one in seen)
    share = _confident_letters(seen) / max(1, sum(_letters(one.text) for one in seen))
    text = " ".join(one.text for one in seen)
    return sure >= MIN_CONFIDENT_WORDS and share >= MIN_CONFIDENT_SHARE and not is_gibberish(text)


# ------------------------------------------------------------------------------------------------------- places


def _shown(block: RawBlock, to_page: Matrix, pixel: float) -> RawBlock:
    """The same block with its words where they stand on the page that is shown."""
    return replace(block, words=tuple(_shown_word(word, to_page, pixel) for word in block.words))


def _shown_word(word: Word, to_page: Matrix, pixel: float) -> Word:
    corners = np.array([[x, y] for x in (word.x0, word.x1) for y in (word.top, word.bottom)]) / pixel
    placed = moved(to_page, corners)
    (x0, top), (x1, bottom) = placed.min(axis=0), placed.max(axis=0)
    return replace(word, x0=float(x0), x1=float(x1), top=float(top), bottom=float(bottom))
