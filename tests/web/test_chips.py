"""Skills and requirements are arranged as chips beside the words they came from."""

from dataclasses import replace

import pytest

from recruit.vocabulary.shapes import Category, Evidence, Polarity, ProfileSkill, Requirement
from recruit.web.chips import requirement_chips, skill_chips

TEXT = "Fanuc or Haas control. TIG welding preferred."


def requirement(name: str, *, polarity: Polarity = Polarity.REQUIRED, group: int | None = None) -> Requirement:
    start = TEXT.find(name)
    evidence = (Evidence(start=start, end=start + len(name), text=name),) if start >= 0 else ()
    return Requirement(
        concept=name.lower(),
        name=name,
        category=Category.CONTROL,
        polarity=polarity,
        group=group,
        evidence=evidence,
    )


def test_alternatives_stand_together_where_the_first_of_them_stood() -> None:
    rows = [requirement("Fanuc", group=1), requirement("control"), requirement("Haas", group=1)]
    (group,) = requirement_chips(rows, TEXT).groups
    assert [[chip.name for chip in choice] for choice in group.choices] == [["Fanuc", "Haas"], ["control"]]


def test_requirements_stand_under_their_strength_and_empty_headings_are_left_out() -> None:
    rows = [requirement("TIG", polarity=Polarity.PREFERRED), requirement("Fanuc")]
    assert [group.label for group in requirement_chips(rows, TEXT).groups] == ["Required", "Preferred"]


@pytest.mark.parametrize(
    ("is_waived", "label", "mark"), [(True, "Not asked for", "not asked"), (False, "Ruled out", "ruled out")]
)
def test_what_is_only_not_needed_is_not_called_ruled_out(is_waived: bool, label: str, mark: str) -> None:
    row = replace(requirement("TIG", polarity=Polarity.EXCLUDED), is_waived=is_waived)
    (group,) = requirement_chips([row], TEXT).groups
    assert (group.label, group.choices[0][0].mark) == (label, mark)


def test_a_chip_says_how_long_the_jobs_lasted_where_no_years_are_stated() -> None:
    skill = ProfileSkill(
        concept="lathe",
        name="lathe",
        category=Category.MACHINE,
        polarity=Polarity.HELD,
        worked_months=50,
        is_current=True,
    )
    assert skill_chips([skill], TEXT).groups[0].choices[0][0].worked == "4 y in jobs, now"
    stated = replace(skill, years=6.0)
    assert skill_chips([stated], TEXT).groups[0].choices[0][0].worked == ""


def test_a_chip_and_its_words_name_each_other() -> None:
    beside = requirement_chips([requirement("Haas")], TEXT)
    chip = beside.groups[0].choices[0][0]
    words = next(piece for piece in beside.text.pieces if piece.is_evidence)
    assert (chip.anchor, words.targets) == (words.anchor, (chip.id,))


def test_a_chip_that_was_added_by_hand_has_no_words() -> None:
    assert requirement_chips([requirement("CMM")], TEXT).groups[0].choices[0][0].anchor is None


def test_skills_stand_under_their_category_in_the_order_of_the_pages() -> None:
    skills = [
        ProfileSkill(concept="tig", name="TIG", category=Category.PROCESS, polarity=Polarity.HELD),
        ProfileSkill(concept="haas", name="Haas", category=Category.MACHINE, polarity=Polarity.HELD),
    ]
    beside = skill_chips(skills, TEXT)
    assert [group.label for group in beside.groups] == ["Machines", "Processes"]
    assert beside.count == 2
