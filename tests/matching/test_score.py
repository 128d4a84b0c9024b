import itertools
import math
from dataclasses import replace

import pytest

from recruit.matching.score import FEATURES, compare
from recruit.vocabulary.shapes import CandidateProfile, Depth, Evidence, JobProfile, Level, Outcome, Polarity
from tests.matching.shop import ANA, BEN, CONTEXT, EVA, LATHE_JOB, asked, held, job, person

JOBS = [
    LATHE_JOB,
    job(asked("turning"), asked("cwi", Polarity.PREFERRED), level=Level.MACHINIST),
    job(asked("tig"), asked("mig", Polarity.EXCLUDED), asked("cwi"), asked("tolerance", tolerance_mm=0.0127)),
    job(asked("fanuc", group=1), asked("haas", group=1), asked("setup"), level=Level.SETUP, experience_years=5.0),
]
PEOPLE = [
    ANA,
    BEN,
    EVA,
    CandidateProfile(),
    person(held("cwi", Polarity.EXPIRED), held("turning", Polarity.ABSENT), held("mig"), held("haas")),
    person(
        held("turning", Polarity.LIMITED, last_used=2001), held("tolerance", tolerance_mm=0.05), other_field=0.5
    ),
]


def score(job: JobProfile, candidate: CandidateProfile) -> float:
    return compare(job, candidate, context=CONTEXT).score


def test_somebody_who_has_everything_gets_a_hundred():
    assert score(LATHE_JOB, ANA) == pytest.approx(100.0)


def test_a_reason_tells_how_deep_and_how_long_its_skill_was_used_and_no_point_comes_of_it():
    used = replace(held("turning"), depth=Depth.SET_UP, worked_months=30, is_current=True)
    wanted = job(asked("turning"))
    result = compare(wanted, person(used), context=CONTEXT)
    reason = next(reason for reason in result.reasons if reason.concept == "turning")
    assert (reason.depth, reason.worked_months, reason.is_current) == (Depth.SET_UP, 30, True)
    assert result.score == score(wanted, person(held("turning")))


def test_the_score_of_a_neighbour_is_as_worked_out_by_hand():
    parts = {part.feature: part for part in compare(LATHE_JOB, BEN, context=CONTEXT).parts}
    # Asked: required skills 34, trade 16, shared words 12, level 10, experience 9; 81 points scaled to 100.
    scale = 100 / 81
    # Turning met (weight 1.0); Haas by Fanuc, which carries over 0.7 * 0.6 (weight 0.8).
    assert parts["required_skills"].points == pytest.approx(34 * scale * (1.0 + 0.8 * 0.42) / 1.8)
    assert parts["trade"].points == pytest.approx(16 * scale * 0.6)
    assert parts["level"].points == pytest.approx(10 * scale * 0.85)
    assert parts["experience"].points == pytest.approx(9 * scale * 0.5)
    # Two of three words; from a half on the points are full.
    assert parts["text_similarity"].points == pytest.approx(12 * scale)


def test_the_order_is_the_one_a_reader_would_give():
    assert score(LATHE_JOB, ANA) > score(LATHE_JOB, BEN) > score(LATHE_JOB, CandidateProfile()) > 0
    assert score(LATHE_JOB, BEN) > score(LATHE_JOB, EVA)


@pytest.mark.parametrize(("job", "candidate"), list(itertools.product(JOBS, PEOPLE)))
def test_the_parts_add_up_to_the_score_and_the_reasons_to_the_parts(job, candidate):
    result = compare(job, candidate, context=CONTEXT)
    assert math.isclose(result.score, sum(part.points for part in result.parts), abs_tol=1e-9)
    assert math.isclose(100.0, sum(part.max_points for part in result.parts), abs_tol=1e-9)
    for part in result.parts:
        assert -1e-9 <= part.points <= part.max_points + 1e-9
        assert math.isclose(part.points, sum(reason.points for reason in part.reasons), abs_tol=1e-9)
        assert part.reasons
        assert all(reason.sentence.endswith(".") for reason in part.reasons)


@pytest.mark.parametrize("job", JOBS)
def test_what_the_job_alone_decides_is_the_same_for_everybody(job):
    shapes = {
        tuple((part.feature, part.max_points) for part in compare(job, candidate, context=CONTEXT).parts)
        for candidate in PEOPLE
    }
    assert len(shapes) == 1


@pytest.mark.parametrize(("job", "candidate"), list(itertools.product(JOBS, PEOPLE)))
def test_adding_a_required_skill_never_lowers_the_score(job, candidate):
    before = score(job, candidate)
    for requirement in job.requirements:
        if requirement.polarity is not Polarity.REQUIRED:
            continue
        others = tuple(skill for skill in candidate.skills if skill.concept != requirement.concept)
        added = replace(
            candidate, skills=(*others, held(requirement.concept, tolerance_mm=requirement.tolerance_mm))
        )
        assert score(job, added) >= before


def test_nobody_is_marked_down_for_what_they_do_not_say():
    unsaid = score(LATHE_JOB, person())
    assert score(LATHE_JOB, person(held("turning", Polarity.ABSENT))) < unsaid
    assert score(LATHE_JOB, person(held("turning", Polarity.LIMITED))) > unsaid
    assert score(LATHE_JOB, person(held("turning"))) > score(LATHE_JOB, person(held("turning", Polarity.LIMITED)))


def test_what_nobody_knows_of_is_worth_the_same_for_everybody():
    parts = compare(LATHE_JOB, CandidateProfile(), context=CONTEXT).parts
    unstated = {part.feature: part.points / part.max_points for part in parts if not part.stated}
    assert set(unstated) == {"required_skills", "trade", "level", "experience"}
    assert set(unstated.values()) == {0.25}


def test_missing_must_haves_are_listed():
    missing = compare(LATHE_JOB, EVA, context=CONTEXT).missing
    assert {reason.concept for reason in missing} == {"turning", "haas"}
    assert all(reason.outcome is Outcome.NOT_STATED for reason in missing)


def test_an_expired_certificate_is_not_held():
    wanted = job(asked("cwi"))
    assert score(wanted, person(held("cwi", Polarity.EXPIRED))) < score(wanted, person())
    assert score(wanted, person(held("cwi"))) > score(wanted, person())


def test_a_level_is_shown_by_what_gave_it():
    wanted = job(level=Level.SETUP)
    title = (Evidence(start=40, end=58, text="CNC lathe operator"),)
    operator = person(level=Level.OPERATOR, level_evidence=title)
    raised = replace(operator, skills=(held("setup"),))
    assert level_evidence(wanted, operator) == title
    assert [span.text for span in level_evidence(wanted, raised)] == ["setup"]


def level_evidence(job: JobProfile, candidate: CandidateProfile) -> tuple[Evidence, ...]:
    parts = {part.feature: part for part in compare(job, candidate, context=CONTEXT).parts}
    return parts["level"].reasons[0].evidence


def test_years_in_another_trade_are_not_years_in_this_one():
    parts = {part.feature: part for part in compare(LATHE_JOB, EVA, context=CONTEXT).parts}
    assert parts["experience"].reasons[0].sentence == "2 years asked; 10 years of work, in another trade."
    assert parts["experience"].points == pytest.approx(0.4 * parts["experience"].max_points)
    own = {part.feature: part for part in compare(LATHE_JOB, ANA, context=CONTEXT).parts}
    assert own["experience"].reasons[0].sentence == "2 years asked; 3 years in the trade."


@pytest.mark.parametrize(
    ("length_mm", "sentence"),
    [
        (0.005, "±0.005 mm asked; no tolerance stated, ask about it."),
        (0.0127, "±.0005 in asked; no tolerance stated, ask about it."),
        (0.0254, "±.001 in asked; no tolerance stated, ask about it."),
    ],
)
def test_a_tolerance_is_told_as_it_was_written(length_mm, sentence):
    parts = compare(job(asked("tolerance", tolerance_mm=length_mm)), person(), context=CONTEXT).parts
    assert sentence in {reason.sentence for part in parts for reason in part.reasons}


def test_shared_words_say_what_full_marks_mean():
    parts = {part.feature: part for part in compare(LATHE_JOB, BEN, context=CONTEXT).parts}
    (reason,) = parts["text_similarity"].reasons
    assert reason.sentence == "The resume shares 67% of the posting's words of the work; 50% counts in full."
    assert reason.outcome is Outcome.MET


def test_every_weight_has_a_source_and_every_feature_a_sentence():
    assert sum(feature.points for feature in FEATURES) == pytest.approx(105.0)
    for feature in FEATURES:
        assert feature.source.endswith(".")
        assert feature.sentence.endswith(".")
        assert feature.label
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)
