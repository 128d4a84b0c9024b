from dataclasses import replace

from recruit.matching.features.ruled_out import ruled_out
from recruit.vocabulary.shapes import Outcome, Polarity
from tests.matching.shop import CONTEXT, asked, held, job, person

NO_MIG = job(asked("tig"), asked("setup"), asked("mig", Polarity.EXCLUDED))


def test_somebody_with_only_what_is_ruled_out_loses_the_points():
    comparison = ruled_out(NO_MIG, person(held("mig")), CONTEXT)
    assert comparison is not None
    assert comparison.share == 0.0
    assert comparison.claims[0].outcome is Outcome.AGAINST


def test_holding_it_beside_what_is_asked_is_no_harm():
    comparison = ruled_out(NO_MIG, person(held("mig"), held("tig")), CONTEXT)
    assert comparison is not None
    assert comparison.share == 1.0


def test_somebody_who_says_nothing_keeps_the_points():
    comparison = ruled_out(NO_MIG, person(), CONTEXT)
    assert comparison is not None
    assert comparison.share == 1.0


def test_what_a_job_only_does_not_need_is_held_against_nobody():
    (mig,) = (row for row in NO_MIG.requirements if row.concept == "mig")
    others = tuple(row for row in NO_MIG.requirements if row is not mig)
    waiving = replace(NO_MIG, requirements=(*others, replace(mig, is_waived=True)))
    assert ruled_out(waiving, person(held("mig")), CONTEXT) is None


def test_a_job_that_rules_nothing_out_has_no_such_part():
    assert ruled_out(job(asked("tig")), person(held("mig")), CONTEXT) is None
