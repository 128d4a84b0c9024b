from recruit.matching.features.trade import trade
from recruit.vocabulary.shapes import Outcome
from tests.matching.shop import CONTEXT, MACHINIST, OPERATOR, WELDER, job, person

WANTED = job(onetsoc_codes={OPERATOR: 1.0})


def judged(**more):
    comparison = trade(WANTED, person(**more), CONTEXT)
    assert comparison is not None
    return comparison


def test_the_same_trade_is_above_a_neighbour_and_that_above_another():
    same, near = judged(onetsoc_codes={OPERATOR: 1.0}), judged(onetsoc_codes={MACHINIST: 1.0})
    other = judged(onetsoc_codes={WELDER: 1.0})
    assert same.share == 1.0 > near.share > 0.25 > other.share
    assert other.claims[0].outcome is Outcome.AGAINST


def test_a_look_alike_is_below_somebody_of_whom_nothing_is_known():
    assert judged(other_field=1.0).share < judged().share == 0.25
    assert judged(onetsoc_codes={OPERATOR: 0.4}, other_field=0.7).share < 0.25


def test_a_job_without_a_title_has_no_such_part():
    assert trade(job(), person(), CONTEXT) is None


def test_a_job_whose_title_is_unsure_is_not_a_worse_match_for_it():
    comparison = trade(job(onetsoc_codes={OPERATOR: 0.5}), person(onetsoc_codes={OPERATOR: 1.0}), CONTEXT)
    assert comparison is not None
    assert comparison.share == 1.0
