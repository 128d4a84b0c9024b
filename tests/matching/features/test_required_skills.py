import pytest

from recruit.matching.features.preferred_skills import preferred_skills
from recruit.matching.features.required_skills import required_skills
from recruit.vocabulary.shapes import Polarity
from tests.matching.shop import CONTEXT, asked, held, job, person

WANTED = job(asked("turning"), asked("haas", Polarity.PREFERRED), asked("mig", Polarity.EXCLUDED), asked("cwi"))


def test_each_strength_has_its_own_part():
    required = required_skills(WANTED, person(held("turning")), CONTEXT)
    preferred = preferred_skills(WANTED, person(held("turning")), CONTEXT)
    assert required is not None
    assert preferred is not None
    assert (required.share, preferred.share) == (pytest.approx(1.0), pytest.approx(0.25))
    assert all(claim.required for claim in required.claims)
    assert not any(claim.required for claim in preferred.claims)


def test_certificates_and_tolerances_are_left_to_their_own_parts():
    assert required_skills(job(asked("cwi"), asked("tolerance", tolerance_mm=0.1)), person(), CONTEXT) is None


def test_what_a_job_rules_out_is_neither_required_nor_preferred():
    assert required_skills(job(asked("mig", Polarity.EXCLUDED)), person(), CONTEXT) is None
    assert preferred_skills(job(asked("mig", Polarity.EXCLUDED)), person(), CONTEXT) is None
