"""The points shown add up to the number shown."""

import pytest

from recruit.vocabulary.shapes import ScorePart
from recruit.web.scores import score_bar, whole_points


def part(points: float, max_points: float, *, stated: bool = True) -> ScorePart:
    return ScorePart(feature="f", label="Required skills", points=points, max_points=max_points, stated=stated)


@pytest.mark.parametrize(
    ("points", "total"),
    [([30.4, 20.4, 10.4], 61), ([0.5, 0.5], 1), ([33.33, 33.33, 33.34], 100), ([40.0, 7.5, 2.5], 50), ([], 0)],
)
def test_whole_points_add_up(points: list[float], total: int) -> None:
    assert sum(whole_points(points, total)) == total


def test_the_largest_remainder_is_rounded_up_first() -> None:
    assert whole_points([10.2, 10.9, 10.1], 31) == [10, 11, 10]


def test_equal_remainders_are_rounded_in_order() -> None:
    assert whole_points([1.5, 1.5], 3) == [2, 1]


def test_the_parts_of_a_bar_add_up_to_its_total() -> None:
    bar = score_bar(86.6, [part(40.7, 45), part(15, 15), part(30.9, 40)])
    assert sum(segment.points for segment in bar.segments) == bar.total == 87


def test_segments_lie_end_to_end_up_to_the_score() -> None:
    first, second = score_bar(60.0, [part(40, 45), part(20, 55)]).segments
    assert (first.offset, first.width, second.offset, second.width) == (0, 40, 40, 20)


def test_what_is_not_stated_is_said_so_aloud() -> None:
    bar = score_bar(20.0, [part(20, 40, stated=False)])
    assert bar.words == "Score 20 of 100: Required skills 20 of 40, not stated"
