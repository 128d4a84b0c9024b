"""Turns a score's parts into whole points that add up, and into the segments of its bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from recruit.vocabulary.shapes import ScorePart


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a score: where its segment lies on a bar from 0 to 100, and what to say of it."""

    label: str
    points: int
    max_points: int
    stated: bool
    shade: int
    offset: float
    width: float

    @property
    def words(self) -> str:
        """Return the part as it is read aloud."""
        asked = "" if self.stated else ", not stated"
        return f"{self.label} {self.points} of {self.max_points}{asked}"


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """A score as people see it: whole points whose sum is the number shown."""

    total: int
    segments: tuple[Segment, ...]

    @property
    def words(self) -> str:
        """Return the score as it is read aloud."""
        return f"Score {self.total} of 100: " + "; ".join(segment.words for segment in self.segments)


def score_bar(score: float, parts: Sequence[ScorePart]) -> ScoreBar:
    """Round a score and its parts together, so that the points shown add up to the number shown."""
    total = round(score)
    maxima = whole_points([part.max_points for part in parts], round(sum(part.max_points for part in parts)))
    points = whole_points([part.points for part in parts], total, at_most=maxima)
    segments = []
    offset = 0.0
    for shade, (part, shown, highest) in enumerate(zip(parts, points, maxima, strict=True), start=1):
        width = max(part.points, 0.0)
        segments.append(Segment(part.label, shown, highest, part.stated, shade, round(offset, 2), round(width, 2)))
        offset += width
    return ScoreBar(total, tuple(segments))


def whole_points(points: Sequence[float], total: int, *, at_most: Sequence[int] | None = None) -> list[int]:
    """Round points to whole ones that add up to a total: the largest remainders are rounded up first.

    None is rounded above its own ``at_most``. A total that cannot be reached this way leaves them below it.
    """
    whole = [floor(number) for number in points]
    highest = at_most if at_most is not None else [number + 1 for number in whole]
    by_remainder = sorted(range(len(points)), key=lambda index: (whole[index] - points[index], index))
    for index in by_remainder:
        if sum(whole) < total and whole[index] < highest[index]:
            whole[index] += 1
    return whole
