import pytest

from recruit.matching.features.certifications import certifications
from recruit.vocabulary.shapes import Polarity
from tests.matching.shop import CONTEXT, asked, held, job, person

BOTH = job(asked("cwi"), asked("nims", Polarity.PREFERRED), asked("turning"))


def share(wanted, candidate):
    comparison = certifications(wanted, candidate, CONTEXT)
    assert comparison is not None
    return comparison.share


def test_a_required_certificate_outweighs_a_preferred_one():
    assert share(BOTH, person(held("cwi"))) == pytest.approx((1 + 0.4 * 0.25) / 1.4)
    assert share(BOTH, person(held("nims"))) == pytest.approx((0.25 + 0.4) / 1.4)


def test_an_expired_one_is_below_one_not_stated():
    assert share(BOTH, person(held("cwi", Polarity.EXPIRED))) < share(BOTH, person())


def test_only_certificates_count_here():
    assert certifications(job(asked("turning")), person(held("turning")), CONTEXT) is None
