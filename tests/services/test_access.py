"""Who may do what, of every service that asks: one table, so that a missing row is seen."""

from collections.abc import Callable

import pytest

from recruit.errors import Forbidden, NotFound, RecruitError
from recruit.services import candidates, jobs, resumes, shortlists
from recruit.services.house import House
from recruit.services.shapes import Actor, SkillCorrection, Upload
from recruit.vocabulary.shapes import Polarity
from tests.people import DRAFT, World

Act = Callable[[House, "Actor | None", World], object]

UPLOAD = Upload(file_name="a.txt", content=b"TIG welder, 3 years")
CORRECTION = SkillCorrection(concept="fanuc-control", polarity=Polarity.HELD)
EVERYBODY = ("nobody", "ana", "dora", "ben", "vera", "erin", "evan", "carol", "frank")

READ_RESUME: dict[str, Act] = {
    "resume": lambda house, actor, world: resumes.resume(house, actor, world.resume),
    "resume_file": lambda house, actor, world: resumes.resume_file(house, actor, world.resume),
}
WRITE_RESUME: dict[str, Act] = {
    "correct_skill": lambda house, actor, world: resumes.correct_skill(house, actor, world.resume, CORRECTION),
    "undo_correction": lambda house, actor, world: resumes.undo_correction(house, actor, world.resume, "haas"),
    "submit_resume_for": lambda house, actor, world: resumes.submit_resume(
        house, actor, UPLOAD, candidate_id=world.ana
    ),
}
OWN: dict[str, Act] = {
    "submit_resume": lambda house, actor, world: resumes.submit_resume(house, actor, UPLOAD),
    "latest_resume": lambda house, actor, world: resumes.latest_resume(house, actor),
    "resumes": lambda house, actor, world: resumes.resumes(house, actor),
    "jobs_for_me": lambda house, actor, world: candidates.jobs_for_me(house, actor),
    "my_applications": lambda house, actor, world: candidates.my_applications(house, actor),
}
APPLY: dict[str, Act] = {
    "match_for_me": lambda house, actor, world: candidates.match_for_me(house, actor, world.open_job),
    "apply": lambda house, actor, world: candidates.apply(house, actor, world.open_job),
}
POST: dict[str, Act] = {
    "post_job": lambda house, actor, world: jobs.post_job(house, actor, DRAFT),
    "preview_requirements": lambda house, actor, world: jobs.preview_requirements(house, actor, "TIG welder"),
    "read_posting_file": lambda house, actor, world: jobs.read_posting_file(house, actor, UPLOAD),
}
READ_DRAFT: dict[str, Act] = {
    "job": lambda house, actor, world: jobs.job(house, actor, world.draft_job),
}
READ_JOB: dict[str, Act] = {
    "job": lambda house, actor, world: jobs.job(house, actor, world.open_job),
}
WRITE_JOB: dict[str, Act] = {
    "edit_job": lambda house, actor, world: jobs.edit_job(house, actor, world.open_job, DRAFT, 2),
    "correct_requirement": lambda house, actor, world: jobs.correct_requirement(
        house, actor, world.open_job, "fanuc-control", Polarity.REQUIRED, 2
    ),
    "publish_job": lambda house, actor, world: jobs.publish_job(house, actor, world.open_job, 2),
    "close_job": lambda house, actor, world: jobs.close_job(house, actor, world.open_job, 2),
}
RANK: dict[str, Act] = {
    "rank_candidates": lambda house, actor, world: shortlists.rank_candidates(house, actor, world.open_job),
    "match": lambda house, actor, world: shortlists.match(house, actor, world.open_job, world.ana),
    "export_shortlist": lambda house, actor, world: shortlists.export_shortlist(house, actor, world.open_job),
}
DECIDE: dict[str, Act] = {
    "shortlist_candidate": lambda house, actor, world: shortlists.shortlist_candidate(
        house, actor, world.open_job, world.ana, None
    ),
    "reject_candidate": lambda house, actor, world: shortlists.reject_candidate(
        house, actor, world.open_job, world.ana, None, "Too far away"
    ),
}
ADD: dict[str, Act] = {
    "add_candidate": lambda house, actor, world: candidates.add_candidate(house, actor, display_name="Ida"),
}

#: For each family of acts: who may, and of the others who may know that the thing is there.
TABLE: list[tuple[dict[str, Act], set[str], set[str]]] = [
    (READ_RESUME, {"ana", "ben", "vera"}, set()),
    (WRITE_RESUME, {"ana", "ben"}, {"vera"}),
    (OWN, {"ana", "dora"}, set(EVERYBODY)),
    (APPLY, {"ana"}, set(EVERYBODY)),
    (POST, {"erin", "frank"}, set(EVERYBODY)),
    (READ_DRAFT, {"erin", "evan"}, set()),
    (READ_JOB, {"erin", "evan", "ben", "vera"}, set()),
    (WRITE_JOB, {"erin"}, {"evan", "ben", "vera"}),
    (RANK, {"ben", "vera"}, {"erin", "evan"}),
    (DECIDE, {"ben"}, {"vera", "erin", "evan"}),
    (ADD, {"ben", "carol"}, set(EVERYBODY)),
]

ALLOWED = [(act, name) for family, may, _ in TABLE for act in family.items() for name in sorted(may)]
REFUSED = [
    (act, name, Forbidden if name == "nobody" or name in may_know else NotFound)
    for family, may, may_know in TABLE
    for act in family.items()
    for name in EVERYBODY
    if name not in may and not (name == "dora" and family is APPLY)
]


def label(value: object) -> str | None:
    return value[0] if isinstance(value, tuple) else value.__name__ if isinstance(value, type) else None


@pytest.mark.parametrize(("act", "name"), ALLOWED, ids=label)
def test_who_may_do_it_can(house: House, world: World, act: tuple[str, Act], name: str) -> None:
    act[1](house, world.people[name], world)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("act", "name", "error"), REFUSED, ids=label)
def test_who_may_not_is_told_no_more_than_they_may_know(
    house: House, world: World, act: tuple[str, Act], name: str, error: type[RecruitError]
) -> None:
    with pytest.raises(error):
        act[1](house, world.people[name], world)


@pytest.mark.parametrize("name", ["ben", "vera", "carol"])
def test_recruiters_do_not_know_of_drafts(house: House, world: World, name: str) -> None:
    assert world.draft_job not in [row.id for row in jobs.recruiter_jobs(house, world[name])]
    with pytest.raises(NotFound):
        shortlists.rank_candidates(house, world[name], world.draft_job)


def test_nobody_of_one_agency_stands_in_the_list_of_another(house: House, world: World) -> None:
    assert shortlists.rank_candidates(house, world["ben"], world.open_job).total == 1
    assert shortlists.rank_candidates(house, world["carol"], world.foreign_job).total == 0
    with pytest.raises(NotFound):
        shortlists.match(house, world["carol"], world.foreign_job, world.ana)


def test_lists_hold_only_what_is_the_actors(house: House, world: World) -> None:
    assert [row.id for row in jobs.employer_jobs(house, world["erin"])] == [world.draft_job, world.open_job]
    assert [row.id for row in jobs.employer_jobs(house, world["frank"])] == [world.foreign_job]
    assert [row.id for row in jobs.recruiter_jobs(house, world["vera"])] == [world.open_job]
    assert [row.id for row in jobs.recruiter_jobs(house, world["carol"])] == [world.foreign_job]
    assert jobs.employer_jobs(house, world["ben"]) == jobs.recruiter_jobs(house, world["ana"]) == []


def test_a_refusal_changes_nothing(house: House, world: World) -> None:
    before = jobs.job(house, world["erin"], world.open_job)
    with pytest.raises(Forbidden):
        jobs.close_job(house, world["evan"], world.open_job, 2)
    assert jobs.job(house, world["erin"], world.open_job) == before
