from typing import Any

import pytest
from sqlalchemy import select

from recruit.db.audit import Consent
from recruit.db.candidates import CandidateProfileVersion, Resume
from recruit.documents.contents.contact import contact_of
from recruit.documents.contents.history import positions_of
from recruit.errors import Forbidden
from recruit.matching import extract
from recruit.matching.senses import REACH
from recruit.services import jobs, resumes, teaching
from recruit.services.house import House
from recruit.services.shapes import SkillCorrection
from recruit.vocabulary.shapes import Correction, Kind, Polarity
from tests.people import World


def say(
    house: House,
    world: World,
    concept: str,
    *,
    removed: bool = False,
    means_other: bool = False,
    polarity: Polarity = Polarity.HELD,
) -> None:
    said = SkillCorrection(concept=concept, polarity=polarity, removed=removed, means_other=means_other)
    resumes.correct_skill(house, world["ana"], world.resume, said)


def test_a_correction_teaches_only_after_its_person_agreed(house: House, world: World) -> None:
    say(house, world, "micrometer", removed=True, means_other=True)
    assert teaching.labelled_examples(house) == []
    teaching.agree(house, world["ana"], agreed=True)
    (example,) = teaching.labelled_examples(house)
    assert (example.words, example.is_skill, example.kind) == ("micrometers", False, Kind.RESUME)
    assert "valve stems, checked with micrometers and a CMM" in example.text


@pytest.mark.parametrize(
    "said", [{"removed": True}, {"polarity": Polarity.ABSENT}], ids=["taken off the list", "not held"]
)
def test_that_somebody_does_not_have_a_skill_teaches_nothing_of_its_words(
    said: dict[str, Any], house: House, world: World
) -> None:
    say(house, world, "micrometer", **said)
    teaching.agree(house, world["ana"], agreed=True)
    assert teaching.labelled_examples(house) == []


def test_a_person_sees_what_leaves_before_they_agree(house: House, world: World) -> None:
    say(house, world, "cnc-lathe")
    shown = teaching.my_examples(house, world["ana"])
    teaching.agree(house, world["ana"], agreed=True)
    assert shown
    assert teaching.labelled_examples(house) == shown


@pytest.mark.parametrize(
    "line",
    [
        "Lead CNC machinist, Harrow Gear Works, Moncton NB 06/2016 - present",
        "Harrow Gear Works, Moncton, NB\nCNC machinist  June 2016 - present\n- CNC mills at Harrow Gear Works",
    ],
)
def test_of_the_line_only_the_work_is_kept(line: str) -> None:
    text = f"Ida Quist\nida.quist@example.com\n\nEXPERIENCE\n{line}\n"
    mentions = tuple(extract(f"{text}- Ran CNC lathes, as Ida Quist did since 2016", Kind.RESUME))
    text += "- Ran CNC lathes, as Ida Quist did since 2016"
    resume = Resume(text=text, positions=positions_of(text), contact=contact_of(text))
    version = CandidateProfileVersion(
        mentions=mentions,
        corrections=tuple(Correction(concept=one.concept, polarity=Polarity.HELD) for one in mentions),
    )
    kept = [example.text for example in teaching.examples_of_resume(resume, version)]
    assert any("Ran CNC lathes" in one for one in kept)
    for private in ("Harrow", "Moncton", "NB", "2016", "June", "Quist", "Ida"):
        assert private not in "\n".join(kept)


def test_no_more_of_a_long_line_is_kept_than_the_model_looks_at() -> None:
    text = f"{'many words ' * 30}Mastercam{' and others' * 30}"
    place = text.index("Mastercam")
    assert len(teaching.needed_of_line(text, (place, place + 9), []).split()) <= 2 * REACH + 1


def test_an_example_says_nothing_of_who_it_is_from(house: House, world: World) -> None:
    say(house, world, "cnc-lathe")
    teaching.agree(house, world["ana"], agreed=True)
    text = "\n".join(example.text for example in teaching.labelled_examples(house))
    assert text
    for personal in ("Ana", "Brook", "ana@example.com", "555-0100"):
        assert personal not in text


def test_who_withdraws_teaches_no_more_and_both_are_kept(house: House, world: World) -> None:
    say(house, world, "micrometer", removed=True, means_other=True)
    for agreed in (True, True, False, False):
        teaching.agree(house, world["ana"], agreed=agreed)
        assert teaching.has_agreed(house, world["ana"]) is agreed
    assert teaching.labelled_examples(house) == []
    with house.sessions() as session:
        rows = session.scalars(select(Consent).filter_by(purpose="teaching")).all()
    assert [row.withdrawn_at is not None for row in rows] == [True]


def test_what_is_corrected_on_a_published_posting_teaches_too(house: House, world: World) -> None:
    view = jobs.job(house, world["erin"], world.open_job)
    jobs.correct_requirement(
        house, world["erin"], world.open_job, "mastercam", None, view.revision, means_other=True
    )
    (example,) = teaching.labelled_examples(house)
    assert (example.words, example.is_skill, example.kind) == ("Mastercam", False, Kind.JOB)


def test_only_people_with_a_record_of_their_own_agree(house: House, world: World) -> None:
    with pytest.raises(Forbidden):
        teaching.agree(house, world["ben"], agreed=True)
