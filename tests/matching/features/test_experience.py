import pytest

from recruit.matching.features.experience import experience
from recruit.vocabulary.shapes import Level
from tests.matching.shop import CONTEXT, job, person


def share(wanted, **more):
    comparison = experience(wanted, person(reference_year=2026, **more), CONTEXT)
    assert comparison is not None
    return comparison.share


@pytest.mark.parametrize(("years", "expected"), [(0.5, 0.25), (2.0, 0.5), (4.0, 1.0), (30.0, 1.0)])
def test_years_count_up_to_those_asked(years, expected):
    assert share(job(experience_years=4.0), experience_years=years) == pytest.approx(expected)


def test_the_years_usual_for_the_level_are_taken_where_none_are_asked():
    assert share(job(level=Level.OPERATOR), experience_years=1.0) == 1.0
    assert share(job(level=Level.SUPERVISOR), experience_years=1.0) < 1.0


def test_work_of_long_ago_counts_for_less():
    wanted = job(experience_years=4.0)
    assert share(wanted, experience_years=8.0, last_worked=2006) < share(
        wanted, experience_years=8.0, last_worked=2024
    )


def test_no_years_stated_are_neutral():
    assert share(job(experience_years=4.0)) == 0.25


def test_a_job_that_asks_for_no_years_at_all_is_met_by_any():
    assert share(job(experience_years=0.0), experience_years=0.0) == 1.0
