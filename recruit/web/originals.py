"""Marks on the pages of an original: evidence in the text, put where its words stand on the image of the page."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recruit.services.shapes import OriginalView
from recruit.vocabulary.shapes import Category, Place
from recruit.web.highlight import MarkedText, Piece

#: What a mark stands out beyond its letters, in points.
MARGIN_POINTS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle on a page, in points from its top left corner, and the ids of what it is evidence for."""

    left: float
    top: float
    width: float
    height: float
    category: Category | None
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalPage:
    """One page of an original, its size in points, and what is marked on it."""

    number: int
    width: float
    height: float
    by_ocr: bool
    areas: tuple[Area, ...]


def original_pages(original: OriginalView, text: MarkedText) -> tuple[OriginalPage, ...]:
    """Put the evidence of a marked text onto the pages it was read from; pages of unknown size are left out."""
    areas = areas_by_page(original, (piece for piece in text.pieces if piece.is_evidence))
    return tuple(
        OriginalPage(
            number=page.number,
            width=page.width_points,
            height=page.height_points,
            by_ocr=page.by_ocr,
            areas=tuple(areas.get(page.number, ())),
        )
        for page in original.pages
        if page.width_points and page.height_points
    )


def areas_by_page(original: OriginalView, pieces: Iterable[Piece]) -> dict[int, list[Area]]:
    """Find the rectangles of evidence, one for each line it runs over."""
    places = list(original.places)
    starts = [place.start for place in places]
    areas: dict[int, list[Area]] = {}
    for piece in pieces:
        end = piece.start + len(piece.text)
        first = bisect_left(starts, piece.start)
        # The word before may reach into the evidence: "3G/4G" holds two.
        if first and places[first - 1].end > piece.start:
            first -= 1
        words = places[first : bisect_left(starts, end)]
        for line in lines_of(words):
            areas.setdefault(line[0].page, []).append(area_of(line, piece))
    return areas


def lines_of(words: Iterable[Place]) -> Iterator[list[Place]]:
    """Part words where the next one does not stand beside the one before."""
    line: list[Place] = []
    for word in words:
        if line and not is_beside(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def is_beside(before: Place, word: Place) -> bool:
    """Tell whether a word stands on one line with the one before it, right behind it."""
    height = max(before.bottom - before.top, word.bottom - word.top)
    level = min(before.bottom, word.bottom) - max(before.top, word.top) > 0.5 * height
    return before.page == word.page and level and -height < word.left - before.right < 2 * height


def area_of(line: Iterable[Place], piece: Piece) -> Area:
    """Return the rectangle around the words of one line."""
    words = list(line)
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    return Area(
        left=round(left - MARGIN_POINTS, 1),
        top=round(top, 1),
        width=round(right - left + 2 * MARGIN_POINTS, 1),
        height=round(bottom - top, 1),
        category=piece.category,
        targets=piece.targets,
    )
