"""The parts of certificates are found by the words a skill, requirement or reason rests on."""

from dataclasses import replace
from datetime import date

import pytest

from recruit.matching import extract
from recruit.vocabulary.shapes import Category, Evidence, Polarity, ProfileSkill
from recruit.web.certificates import certificate_lines
from recruit.web.chips import skill_chips

TEXT = "AWS D1.1 3G FCAW, exp. 06/2024\nAWS D1.1 4G SMAW\nRan a Haas VF-2"
MENTIONS = tuple(extract(TEXT, "resume", on=date(2026, 3, 1)))


def skill(concept: str, category: Category = Category.CERTIFICATION) -> ProfileSkill:
    evidence = tuple(
        Evidence(start=row.start, end=row.end, text=row.text) for row in MENTIONS if row.concept == concept
    )
    return ProfileSkill(
        concept=concept, name=concept, category=category, polarity=Polarity.EXPIRED, evidence=evidence
    )


def test_several_certificates_of_a_kind_stand_beside_each_other() -> None:
    lines = certificate_lines([skill("aws-d1-1")], MENTIONS)
    assert lines["aws-d1-1"].parts == "3G · FCAW · expired June 2024; 4G · SMAW"
    assert len(lines["aws-d1-1"].advice) == 3


def test_other_skills_have_no_parts() -> None:
    assert certificate_lines([skill("haas-vf-2", Category.MACHINE)], MENTIONS) == {}


def test_a_chip_does_not_say_twice_that_a_certificate_has_expired() -> None:
    with_parts = skill_chips([skill("aws-d1-1")], TEXT, mentions=MENTIONS).groups[0].choices[0][0]
    without = skill_chips([skill("aws-d1-1")], TEXT).groups[0].choices[0][0]
    assert (with_parts.mark, without.mark) == ("", "expired")


def test_a_chip_does_not_say_twice_that_a_certificate_is_not_held_yet() -> None:
    text = "CWI in progress"
    mentions = tuple(extract(text, "resume"))
    words = tuple(Evidence(start=row.start, end=row.end, text=row.text) for row in mentions)
    row = ProfileSkill(
        concept="cwi", name="CWI", category=Category.CERTIFICATION, polarity=Polarity.LIMITED, evidence=words
    )
    chip = skill_chips([row], text, mentions=mentions).groups[0].choices[0][0]
    assert (chip.parts, chip.mark) == ("in progress", "")
    assert skill_chips([replace(row, corrected=True)], text, mentions=mentions).groups[0].choices[0][0].mark


def test_the_words_of_a_certificate_are_marked_with_its_end() -> None:
    pieces = skill_chips([skill("aws-d1-1")], TEXT, mentions=MENTIONS).text.pieces
    assert pieces[0].text == "AWS D1.1 3G FCAW, exp. 06/2024"
    assert pieces[0].targets == ("chip-1",)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Six Sigma Black Belt", ""),
        ("OSHA 10 card", ""),
        ("GDTP Senior, issued 2021", "issued 2021"),
        ("ASNT Level II UT", "UT Level II"),
    ],
)
def test_the_parts_do_not_say_again_what_the_name_says(text: str, parts: str) -> None:
    mentions = tuple(extract(text, "resume"))
    words = tuple(Evidence(start=row.start, end=row.end, text=row.text) for row in mentions)
    row = replace(skill(mentions[0].concept), name=mentions[0].name, evidence=words)
    lines = certificate_lines([row], mentions).values()
    assert [one.parts for one in lines] == [parts]
