import pytest

from recruit.matching.employment import stints_of
from recruit.matching.experience import trade_experience, wanted_occupation
from recruit.vocabulary.shapes import Category, Level, Polarity, SkillMention
from tests.matching.shop import MACHINIST, OCCUPATIONS, OPERATOR, WELDER

YEAR = 2026


def career(text, mentions=()):
    stints = stints_of(text, reference_year=YEAR)
    return trade_experience(text, mentions, stints, OCCUPATIONS, reference_year=YEAR)


def turning(text, of="turning", category=Category.PROCESS):
    start = text.index(of)
    return SkillMention(
        start=start,
        end=start + len(of),
        text=of,
        category=category,
        concept="turning",
        name="turning",
        polarity=Polarity.HELD,
    )


def test_a_headline_says_more_than_a_job_of_long_ago():
    found = career("TIG welder\n\nAcme, machinist, 1998 - 2006\n")
    assert found.onetsoc_codes[WELDER] == 1.0
    assert found.onetsoc_codes[MACHINIST] == pytest.approx(0.4)


def test_the_highest_title_that_counts_gives_the_level():
    text = "CNC lathe operator\nAcme, machinist, 2020 - present"
    assert career(text).level is Level.MACHINIST
    assert (
        career("CNC lathe operator\nmills\nlathes\nsaws\nI help the CNC programmer at night").level
        is Level.OPERATOR
    )


def test_other_people_are_named_in_the_plural():
    assert career("I sweep the floor\nfor\nfive\nyears\nmachinists stand there").onetsoc_codes == {}


def test_a_machine_is_no_title_outside_the_headline():
    text = "CNC lathe operator\nlathes\nmills\nsaws\nran a surface grinder, turning"
    grinder = turning(text, of="surface grinder", category=Category.MACHINE)
    assert career(text, [grinder]).onetsoc_codes == {OPERATOR: 1.0}


def test_years_are_those_of_jobs_in_the_trade():
    text = "Acme, machinist, 2010 - 2014\nPizza shop, cook, 2014 - 2020"
    assert career(text).years == 4.0
    assert career(text).last_worked == 2014


def test_a_job_without_a_title_is_of_the_trade_by_the_skills_shown():
    text = "Acme 2010 - 2014 turning"
    assert career(text, [turning(text)]).years == 4.0
    assert career(text).years is None


def test_stated_years_win_over_fewer_dated_ones():
    assert career("Machinist, 20 years\nAcme, machinist, 2015 - 2020").years == 20.0


@pytest.mark.parametrize(
    "text",
    ["Nurse, 14 years\nmachinist once", "14 years of taking care of others in a county hospital\nmachinist"],
)
def test_years_of_other_work_are_not_years_in_the_trade(text):
    assert career(text).years is None


def test_a_look_alike_is_mostly_of_another_field():
    assert career("Production planner\nmake\nno\nparts\nbut I talk to the machinist").other_field > 0.5
    assert (
        career("Machinist\nbefore that, in 1990,\na lot of\nother things\nand then a planner").other_field == 0.0
    )


def test_a_posting_is_for_what_its_title_says():
    wanted = wanted_occupation("CNC lathe operator", "we also need a welder", OCCUPATIONS)
    assert wanted.onetsoc_codes == {OPERATOR: 1.0}
    assert wanted.level is Level.OPERATOR


def test_a_posting_without_a_title_is_for_what_it_mentions_at_a_lower_confidence():
    wanted = wanted_occupation("", "Come\nand\njoin\nus\nas a welder", OCCUPATIONS)
    assert wanted.onetsoc_codes == {WELDER: 0.4}
