import pytest

from recruit.matching.features.coverage import coverage, freshness, in_years, years_credit
from recruit.vocabulary.shapes import Outcome, Polarity
from tests.matching.shop import CONTEXT, asked, held, person


def answer(requirements, candidate):
    comparison = coverage(requirements, candidate, CONTEXT, required=True)
    assert comparison is not None
    return comparison


@pytest.mark.parametrize(
    ("wanted", "skill", "share", "outcome"),
    [
        (asked("haas"), held("haas"), 1.0, Outcome.MET),
        (asked("fanuc"), held("fanuc-31i"), 1.0, Outcome.MET),
        (asked("haas"), held("fanuc"), 0.42, Outcome.ADJACENT),
        (asked("haas"), held("fanuc-31i"), 0.42, Outcome.ADJACENT),
        (asked("haas"), held("haas", Polarity.LIMITED), 0.5, Outcome.ADJACENT),
        (asked("haas"), held("fanuc", Polarity.LIMITED), 0.25, Outcome.NOT_STATED),
        (asked("haas"), held("turning"), 0.25, Outcome.NOT_STATED),
        (asked("haas"), held("haas", Polarity.ABSENT), 0.0, Outcome.MISSING),
        (asked("haas"), held("control", Polarity.ABSENT), 0.0, Outcome.MISSING),
        (asked("cwi"), held("cwi", Polarity.EXPIRED), 0.15, Outcome.MISSING),
        (asked("turning", years=4.0), held("turning", years=6.0), 1.0, Outcome.MET),
        (asked("turning", years=4.0), held("turning", years=1.0), 0.625, Outcome.ADJACENT),
        (asked("turning", years=4.0), held("turning"), 1.0, Outcome.MET),
    ],
)
def test_one_skill_answers_to_one_requirement(wanted, skill, share, outcome):
    comparison = answer([wanted], person(skill))
    assert comparison.share == pytest.approx(share)
    assert comparison.claims[0].outcome is outcome


def test_a_neighbouring_control_is_named_as_such():
    sentence = answer([asked("haas")], person(held("fanuc", years=5.0))).claims[0].sentence
    assert sentence == "haas asked; fanuc 5 years: carries over in part."


def test_a_claim_points_into_both_texts():
    claim = answer([asked("haas")], person(held("fanuc"))).claims[0]
    assert [span.text for span in claim.evidence] == ["fanuc"]
    assert [span.text for span in claim.job_evidence] == ["haas"]


def test_alternatives_count_once_by_their_best():
    either = [asked("fanuc", group=1), asked("haas", group=1), asked("turning")]
    comparison = answer(either, person(held("fanuc")))
    assert [claim.outcome for claim in comparison.claims] == [Outcome.MET, Outcome.NOT_STATED]
    assert "fanuc or haas" in answer(either, person()).claims[0].sentence


def test_a_held_skill_outweighs_a_wider_no():
    comparison = answer([asked("tig")], person(held("welding", Polarity.ABSENT), held("tig")))
    assert comparison.share == 1.0


def test_a_skill_of_long_ago_fades_and_never_below_silence():
    old = held("turning", last_used=2000)
    comparison = answer([asked("turning")], person(old, reference_year=2026))
    assert 0.25 < comparison.share < 1.0
    assert "last used 2000" in comparison.claims[0].sentence


def test_nothing_asked_is_no_comparison():
    assert coverage([], person(), CONTEXT, required=True) is None


def test_years_and_freshness_at_their_bounds():
    assert years_credit(None, 1.0) == years_credit(3.0, None) == years_credit(3.0, 3.0) == 1.0
    assert freshness(None, 2026) == freshness(2021, 2026) == 1.0
    assert freshness(1970, 2026) == 0.5


@pytest.mark.parametrize(
    ("years", "text"), [(0.5, "6 months"), (1.0, "1 year"), (2.5, "2.5 years"), (5.0, "5 years")]
)
def test_years_are_written_as_people_say_them(years, text):
    assert in_years(years) == text
