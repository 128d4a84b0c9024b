import pytest

from recruit.matching.features.tolerances import in_shop_units, tolerances
from recruit.vocabulary.shapes import Polarity
from tests.matching.shop import CONTEXT, asked, held, job, person

WANTED = job(asked("tolerance", tolerance_mm=0.0127), asked("tolerance", tolerance_mm=0.05))


@pytest.mark.parametrize(("held_mm", "share"), [(0.005, 1.0), (0.0127, 1.0), (0.0254, 0.5), (1.6, 0.25)])
def test_the_tightest_tolerance_asked_is_compared_with_the_tightest_held(held_mm, share):
    comparison = tolerances(WANTED, person(held("tolerance", tolerance_mm=held_mm)), CONTEXT)
    assert comparison is not None
    assert comparison.share == pytest.approx(share)


def test_no_tolerance_stated_is_neutral_and_one_said_to_be_beyond_reach_is_not_held():
    for candidate in (person(), person(held("tolerance", Polarity.ABSENT, tolerance_mm=0.001))):
        comparison = tolerances(WANTED, candidate, CONTEXT)
        assert comparison is not None
        assert comparison.share == 0.25
        assert not comparison.stated


def test_a_tolerance_is_written_as_a_shop_would_write_it():
    assert in_shop_units(0.0127) == ".0005 in"
    assert in_shop_units(0.005) == "0.005 mm"
    assert in_shop_units(25.4) == "1 in"


def test_a_job_without_one_has_no_such_part():
    assert tolerances(job(), person(), CONTEXT) is None
