from datetime import date

import pytest

from recruit.errors import InvalidInput, UnreadableDocument
from recruit.matching import extract
from recruit.matching.profile import (
    build_candidate_profile,
    build_job_profile,
    with_corrections,
)
from recruit.vocabulary.shapes import Category, Correction, Polarity, SkillMention

RESUME = """Dana Reyes
CNC lathe operator
Fanuc control, micrometers

Hollow Creek Valve 2019 - 2023
ran lathes, turning 4140
AWS D1.1, expired 2018
"""


def mention(
    text: str, of: str, concept: str, category: Category, polarity: Polarity, **more: object
) -> SkillMention:
    start = text.index(of)
    return SkillMention(
        start=start,
        end=start + len(of),
        text=of,
        category=category,
        concept=concept,
        name=concept,
        polarity=polarity,
        **more,
    )


def skill(profile, concept):
    return next(row for row in profile.skills if row.concept == concept)


def test_the_strongest_thing_said_of_a_skill_counts_with_its_most_years():
    text = "some turning. turning 4 years. no turning"
    mentions = [
        mention(text, "some turning", "turning", Category.PROCESS, Polarity.LIMITED, years=9.0),
        mention(text, "turning 4 years", "turning", Category.PROCESS, Polarity.HELD, years=4.0),
        mention(text, "no turning", "turning", Category.PROCESS, Polarity.ABSENT),
    ]
    turning = skill(build_candidate_profile(text, mentions), "turning")
    assert (turning.polarity, turning.years) == (Polarity.HELD, 4.0)
    assert [span.text for span in turning.evidence] == ["turning 4 years"]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("AWS D1.1 3G FCAW, exp. 06/2024\nAWS D1.1 4G FCAW", Polarity.HELD),
        ("AWS D1.1 3G FCAW, exp. 06/2024\nAWS D1.1 3G FCAW, exp. 06/2028", Polarity.HELD),
        ("AWS D1.1 3G FCAW, exp. 06/2024\nAWS D1.1 3G", Polarity.EXPIRED),
        ("AWS D1.1 3G FCAW, exp. 06/2024\nAWS D1.1", Polarity.EXPIRED),
    ],
)
def test_one_certificate_of_a_kind_may_be_held_while_another_has_expired(text, polarity):
    day = date(2026, 3, 1)
    profile = build_candidate_profile(text, extract(text, "resume", on=day), on=day)
    assert skill(profile, "aws-d1-1").polarity is polarity


def test_a_certificate_that_expired_is_not_held_because_it_is_named_twice():
    text = "AWS D1.1 on my card. D1.1 expired 2018"
    mentions = [
        mention(text, "AWS D1.1", "aws-d1-1", Category.CERTIFICATION, Polarity.HELD),
        mention(text, "D1.1 expired", "aws-d1-1", Category.CERTIFICATION, Polarity.EXPIRED),
    ]
    assert skill(build_candidate_profile(text, mentions), "aws-d1-1").polarity is Polarity.EXPIRED


def test_a_skill_knows_the_last_year_of_the_job_it_stands_under():
    mentions = [
        mention(RESUME, "turning", "turning", Category.PROCESS, Polarity.HELD),
        mention(RESUME, "Fanuc control", "fanuc-control", Category.CONTROL, Polarity.HELD),
    ]
    profile = build_candidate_profile(RESUME, mentions)
    assert skill(profile, "turning").last_used == 2023
    assert skill(profile, "fanuc-control").last_used is None


def test_a_mention_inside_a_name_is_not_read():
    text = "Hiram Haas\nTIG welding"
    mentions = [mention(text, "Haas", "haas-control", Category.CONTROL, Polarity.HELD)]
    assert build_candidate_profile(text, mentions).skills == ()


def test_the_lines_of_a_posting_in_a_resume_earn_nothing():
    own = "Ran manual lathes.\n"
    ad = "Must have TIG welding.\nThe ideal candidate programs Mastercam.\nOther duties as assigned: milling.\n"
    read = build_candidate_profile(own + ad, extract(own + ad, "resume"))
    alone = build_candidate_profile(own, extract(own, "resume"))
    assert {skill.concept for skill in read.skills} == {skill.concept for skill in alone.skills}
    assert read.terms == alone.terms


def test_the_words_that_say_most_stand_first():
    jobs = "EXPERIENCE\nMachinist, Acme 2015 - 2019\n- Loaded Haas VF-2\n- Programmed Haas VF-2"
    text = f"SKILLS\nHaas VF-2\n\n{jobs}"
    profile = build_candidate_profile(text, extract(text, "resume"))
    first = next(skill for skill in profile.skills if skill.concept.startswith("haas")).evidence[0]
    assert first.start > text.index("Programmed")


def test_the_words_of_what_is_absent_are_no_terms():
    text = "Never ran a lathe. Milling every day."
    denied = [mention(text, "lathe", "lathe", Category.MACHINE, Polarity.ABSENT)]
    assert "lathe" in build_candidate_profile(text, []).terms
    assert "lathe" not in build_candidate_profile(text, denied).terms


def test_present_lasts_until_the_day_that_is_given():
    text = "CNC machinist\nHollow Creek Valve, 2019 - present, ran lathes, turning"
    mentions = [mention(text, "turning", "turning", Category.PROCESS, Polarity.HELD)]
    assert build_candidate_profile(text, mentions, on=date(2022, 5, 1)).experience_years == 3.0
    assert build_candidate_profile(text, mentions, on=date(2030, 5, 1)).experience_years == 11.0


@pytest.mark.parametrize("text", ["", " \n\t", "12345 +/- 0.0005", "•••"])
def test_a_text_without_letters_is_refused(text):
    for build in (build_candidate_profile, build_job_profile):
        with pytest.raises(UnreadableDocument) as caught:
            build(text, [])
        assert caught.value.code == "no_text"


def test_alternatives_stay_together_in_a_job():
    text = "Fanuc or Haas control"
    mentions = [
        mention(text, "Fanuc", "fanuc-control", Category.CONTROL, Polarity.REQUIRED, group=1),
        mention(text, "Haas", "haas-control", Category.CONTROL, Polarity.REQUIRED, group=1),
    ]
    assert [row.group for row in build_job_profile(text, mentions).requirements] == [1, 1]


def test_what_a_title_says_or_a_posting_repeats_is_stressed():
    text = "Turning machinist\nMilling, milling and milling. Grinding."
    mentions = [
        mention(text, "Turning", "turning", Category.PROCESS, Polarity.REQUIRED),
        mention(text, "Milling", "milling", Category.PROCESS, Polarity.REQUIRED),
        mention(text, "milling and", "milling", Category.PROCESS, Polarity.REQUIRED),
        mention(text, "milling. ", "milling", Category.PROCESS, Polarity.REQUIRED),
        mention(text, "Grinding", "grinding", Category.PROCESS, Polarity.REQUIRED),
    ]
    stress = {row.concept: row.emphasis for row in build_job_profile(text, mentions).requirements}
    assert stress["milling"] > stress["turning"] > stress["grinding"] == 1.0


def test_pay_hours_and_place_are_no_terms_of_a_job():
    text = "CNC turning\n\nBenefits:\nwelding school discount\n\nRequirements:\nmilling"
    terms = build_job_profile(text, []).terms
    assert {"turning", "milling"} <= set(terms)
    assert "welding" not in terms


def test_the_years_a_job_asks_for_are_the_most_it_names():
    assert build_job_profile("3-5 years of milling, 1 year of setup", []).experience_years == 3.0
    assert build_job_profile("In business 50 years. Milling.", []).experience_years is None


def test_a_correction_wins_and_moves_the_terms():
    text = "turning and milling"
    mentions = [
        mention(text, "turning", "turning", Category.PROCESS, Polarity.HELD),
        mention(text, "milling", "milling", Category.PROCESS, Polarity.HELD),
    ]
    read = build_candidate_profile(text, mentions)
    said = [
        Correction(concept="turning", polarity=Polarity.ABSENT),
        Correction(concept="milling", polarity=Polarity.HELD, removed=True),
        Correction(concept="tig-welding", polarity=Polarity.HELD, years=2.0),
    ]
    corrected = with_corrections(read, said)
    by_concept = {row.concept: row for row in corrected.skills}
    assert set(by_concept) == {"turning", "tig-welding"}
    assert by_concept["turning"].polarity is Polarity.ABSENT
    assert (by_concept["tig-welding"].years, by_concept["tig-welding"].corrected) == (2.0, True)
    assert by_concept["tig-welding"].category is Category.PROCESS
    assert "#tig-welding" in corrected.terms
    assert not {"#turning", "#milling"} & set(corrected.terms)
    assert with_corrections(read, []) == read


def test_the_last_of_several_corrections_counts():
    read = build_candidate_profile("turning", [])
    said = [
        Correction(concept="turning", polarity=Polarity.HELD, years=1.0),
        Correction(concept="turning", polarity=Polarity.LIMITED),
    ]
    assert with_corrections(read, said).skills[0].polarity is Polarity.LIMITED


def test_a_requirement_is_corrected_like_a_skill():
    read = build_job_profile(
        "milling", [mention("milling", "milling", "milling", Category.PROCESS, Polarity.REQUIRED)]
    )
    corrected = with_corrections(read, [Correction(concept="milling", polarity=Polarity.PREFERRED)])
    assert corrected.requirements[0].polarity is Polarity.PREFERRED
    assert corrected.requirements[0].corrected


@pytest.mark.parametrize(
    "wrong",
    [
        Correction(concept="no-such-thing", polarity=Polarity.HELD),
        Correction(concept="turning", polarity=Polarity.REQUIRED),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(InvalidInput, match=r"\. (Choose|Use) one"):
        with_corrections(build_candidate_profile("turning", []), [wrong])
