import pytest

from recruit.matching.features.level import level
from recruit.vocabulary.shapes import Level, Outcome
from tests.matching.shop import CONTEXT, asked, held, job, person


def share(wanted, candidate):
    comparison = level(wanted, candidate, CONTEXT)
    assert comparison is not None
    return comparison.share


def test_the_same_rung_is_best_and_two_above_count_as_against():
    wanted = job(level=Level.OPERATOR)
    shares = [share(wanted, person(level=rung)) for rung in (Level.OPERATOR, Level.SETUP, Level.MACHINIST)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1.0
    assert level(wanted, person(level=Level.PROGRAMMER), CONTEXT).claims[0].outcome is Outcome.AGAINST


def test_below_the_job_is_worse_than_on_it():
    wanted = job(level=Level.PROGRAMMER)
    shares = [share(wanted, person(level=rung)) for rung in (Level.HELPER, Level.SETUP, Level.MACHINIST)]
    assert shares == sorted(shares)
    assert shares[-1] < 1.0


def test_setting_up_raises_an_operator_on_both_sides():
    assert share(job(asked("setup"), level=Level.OPERATOR), person(held("setup"), level=Level.OPERATOR)) == 1.0


@pytest.mark.parametrize("rung", list(Level))
def test_a_level_not_stated_is_neutral(rung):
    assert share(job(level=rung), person()) == 0.25


def test_a_job_without_a_level_has_no_such_part():
    assert level(job(), person(level=Level.SETUP), CONTEXT) is None
