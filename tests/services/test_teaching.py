import pytest
from sqlalchemy import select

from recruit.db.audit import Consent
from recruit.errors import Forbidden
from recruit.services import jobs, resumes, teaching
from recruit.services.house import House
from recruit.services.shapes import SkillCorrection
from recruit.vocabulary.shapes import Kind, Polarity
from tests.people import World


def say(house: House, world: World, concept: str, *, removed: bool) -> None:
    said = SkillCorrection(concept=concept, polarity=Polarity.HELD, years=None, removed=removed)
    resumes.correct_skill(house, world["ana"], world.resume, said)


def test_a_correction_teaches_only_after_its_person_agreed(house: House, world: World) -> None:
    say(house, world, "micrometer", removed=True)
    assert teaching.labelled_examples(house) == []
    teaching.agree(house, world["ana"], agreed=True)
    (example,) = teaching.labelled_examples(house)
    assert (example.words, example.is_skill, example.kind) == ("micrometers", False, Kind.RESUME)
    assert "Held +/-.0005 in on 17-4PH valve stems, checked with micrometers and a CMM" in example.text


def test_an_example_says_nothing_of_who_it_is_from(house: House, world: World) -> None:
    say(house, world, "cnc-lathe", removed=False)
    teaching.agree(house, world["ana"], agreed=True)
    text = "\n".join(example.text for example in teaching.labelled_examples(house))
    assert text
    for personal in ("Ana", "Brook", "ana@example.com", "555-0100"):
        assert personal not in text


def test_who_withdraws_teaches_no_more_and_both_are_kept(house: House, world: World) -> None:
    say(house, world, "micrometer", removed=True)
    for agreed in (True, True, False, False):
        teaching.agree(house, world["ana"], agreed=agreed)
        assert teaching.has_agreed(house, world["ana"]) is agreed
    assert teaching.labelled_examples(house) == []
    with house.sessions() as session:
        rows = session.scalars(select(Consent).filter_by(purpose="teaching")).all()
    assert [row.withdrawn_at is not None for row in rows] == [True]


def test_what_is_corrected_on_a_published_posting_teaches_too(house: House, world: World) -> None:
    view = jobs.job(house, world["erin"], world.open_job)
    jobs.correct_requirement(house, world["erin"], world.open_job, "mastercam", None, view.revision)
    (example,) = teaching.labelled_examples(house)
    assert (example.words, example.is_skill, example.kind) == ("Mastercam", False, Kind.JOB)


def test_only_people_with_a_record_of_their_own_agree(house: House, world: World) -> None:
    with pytest.raises(Forbidden):
        teaching.agree(house, world["ben"], agreed=True)
