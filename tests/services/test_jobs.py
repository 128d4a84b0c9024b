from dataclasses import replace

import pytest
from sqlalchemy import select

from recruit.db.audit import AuditEvent
from recruit.db.base import utc_now
from recruit.errors import Conflict, InvalidInput, NotFound, UnreadableDocument
from recruit.services import candidates, jobs
from recruit.services.house import House
from recruit.services.shapes import PostingView, Upload
from recruit.vocabulary.shapes import Polarity
from tests.people import DRAFT, EMPLOYER, World


def polarity_of(posting: PostingView, concept: str) -> Polarity | None:
    return next((row.polarity for row in posting.requirements if row.concept == concept), None)


def test_a_draft_is_read_and_shown_as_it_was_typed(house: House, world: World) -> None:
    view = jobs.job(house, world["erin"], world.draft_job)
    assert (view.state, view.revision, view.may_write, view.date_posted) == ("draft", 1, True, None)
    assert (view.hiring_organization, view.job_location, view.work_hours) == (EMPLOYER, "Erie, PA", "Days")
    assert (view.base_salary_min_usd, view.base_salary_max_usd, view.base_salary_unit) == (28.0, 34.5, "hour")
    assert polarity_of(view, "mastercam") is Polarity.PREFERRED
    assert all(view.description[row.start : row.end] == row.text for row in view.mentions)


def test_a_published_job_stands_on_the_board_with_its_date(house: House, world: World) -> None:
    view = jobs.publish_job(house, world["erin"], world.draft_job, 1)
    assert (view.state, view.revision, view.date_posted) == ("open", 2, utc_now().date())
    assert jobs.publish_job(house, world["erin"], world.draft_job, 2).revision == 2
    assert world.draft_job in {row.id for row in jobs.open_jobs(house)}


def test_a_closed_job_is_gone_from_the_board_and_kept_for_its_people(house: House, world: World) -> None:
    jobs.close_job(house, world["erin"], world.open_job, 2)
    assert jobs.close_job(house, world["erin"], world.open_job, 3).revision == 3
    with pytest.raises(NotFound):
        jobs.open_job(house, world.open_job)
    assert jobs.job(house, world["ben"], world.open_job).state == "closed"
    assert jobs.publish_job(house, world["erin"], world.open_job, 3).state == "open"


def test_the_board_is_for_everybody_and_holds_open_jobs_alone(house: House, world: World) -> None:
    assert [row.id for row in jobs.open_jobs(house)] == [world.foreign_job, world.open_job]
    assert not jobs.open_job(house, world.open_job).may_write
    with pytest.raises(NotFound):
        jobs.open_job(house, world.draft_job)
    with pytest.raises(NotFound):
        jobs.open_job(house, 10_000)


@pytest.mark.parametrize(
    ("query", "found"),
    [("LATHE", 2), ("plate fitter", 1), ("erie valve", 1), ("welder", 0), ("100%", 0), ("_", 0), ("  ", 2)],
)
def test_a_search_finds_the_jobs_that_hold_every_word(house: House, world: World, query: str, found: int) -> None:
    assert len(jobs.open_jobs(house, query)) == found


def test_editing_reads_the_text_again_and_keeps_the_corrections(house: House, world: World) -> None:
    jobs.correct_requirement(house, world["erin"], world.open_job, "mastercam", Polarity.REQUIRED, 2)
    changed = replace(DRAFT, description=DRAFT.description + "Preferred: Fanuc controls\n")
    view = jobs.edit_job(house, world["erin"], world.open_job, changed, 3)
    assert view.revision == 4
    assert polarity_of(view, "mastercam") is Polarity.REQUIRED
    assert polarity_of(view, "fanuc-control") is Polarity.PREFERRED


def test_two_people_cannot_overwrite_each_other_unseen(house: House, world: World) -> None:
    jobs.edit_job(house, world["erin"], world.open_job, replace(DRAFT, title="First"), 2)
    with pytest.raises(Conflict, match="Somebody else changed this job"):
        jobs.edit_job(house, world["erin"], world.open_job, replace(DRAFT, title="Second"), 2)
    assert jobs.job(house, world["erin"], world.open_job).title == "First"


def test_a_requirement_can_be_added_changed_removed_and_put_back(house: House, world: World) -> None:
    erin, job_id = world["erin"], world.open_job
    added = jobs.correct_requirement(house, erin, job_id, "fanuc-control", Polarity.REQUIRED, 2, years=2)
    assert [(row.years, row.corrected) for row in added.requirements if row.concept == "fanuc-control"] == [
        (2, True)
    ]
    changed = jobs.correct_requirement(house, erin, job_id, "fanuc-control", Polarity.EXCLUDED, 3)
    assert polarity_of(changed, "fanuc-control") is Polarity.EXCLUDED
    removed = jobs.correct_requirement(house, erin, job_id, "mastercam", None, 4)
    assert polarity_of(removed, "mastercam") is None
    assert [row.concept for row in removed.removed] == ["mastercam"]
    back = jobs.correct_requirement(house, erin, job_id, "mastercam", Polarity.PREFERRED, 5)
    assert polarity_of(back, "mastercam") is Polarity.PREFERRED
    assert back.removed == ()
    assert jobs.job(house, erin, job_id) == back


@pytest.mark.parametrize(
    ("concept", "polarity", "years"),
    [
        ("no-such-concept", Polarity.REQUIRED, None),
        ("fanuc-control", Polarity.HELD, None),
        ("fanuc-control", Polarity.REQUIRED, 99.0),
    ],
)
def test_a_requirement_that_makes_no_sense_is_refused(
    house: House, world: World, concept: str, polarity: Polarity, years: float | None
) -> None:
    with pytest.raises(InvalidInput):
        jobs.correct_requirement(house, world["erin"], world.open_job, concept, polarity, 2, years=years)
    assert jobs.job(house, world["erin"], world.open_job).revision == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 161}, "title"),
        ({"description": "\n 123 \n"}, "description"),
        ({"description": "lathe " * 9000}, "description"),
        ({"job_location": "x" * 201}, "job_location"),
        ({"work_hours": "x" * 201}, "work_hours"),
        ({"base_salary_min_usd": -1}, "base_salary_min_usd"),
        ({"base_salary_max_usd": float("inf")}, "base_salary_max_usd"),
        ({"base_salary_max_usd": float("nan")}, "base_salary_max_usd"),
        ({"base_salary_min_usd": 40, "base_salary_max_usd": 30}, "base_salary_max_usd"),
        ({"base_salary_unit": None}, "base_salary_unit"),
        ({"base_salary_unit": "week"}, "base_salary_unit"),
    ],
)
def test_a_draft_names_the_field_that_is_wrong(
    house: House, world: World, changed: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        jobs.post_job(house, world["erin"], replace(DRAFT, **changed))  # type: ignore[arg-type]
    assert caught.value.field == field


def test_a_draft_is_kept_without_the_spaces_around_it(house: House, world: World) -> None:
    typed = replace(DRAFT, title="  Lathe   hand ", job_location="  ", description="\r\nRun a lathe.\r\nDays.\r\n")
    view = jobs.job(house, world["erin"], jobs.post_job(house, world["erin"], typed))
    assert (view.title, view.job_location, view.description) == ("Lathe hand", None, "Run a lathe.\nDays.")


def test_a_preview_reads_what_is_not_stored(house: House, world: World) -> None:
    rows = jobs.preview_requirements(house, world["erin"], "Must know Mastercam.\nPreferred: Fanuc controls")
    assert {row.concept for row in rows} == {"mastercam", "fanuc-control"}
    assert jobs.preview_requirements(house, world["erin"], " 12 \n") == ()
    assert len(jobs.employer_jobs(house, world["erin"])) == 2


def test_an_uploaded_description_comes_back_as_text(house: House, world: World) -> None:
    given = Upload(file_name="job.txt", content=b"Lathe hand\nRun a lathe.\n")
    assert jobs.read_posting_file(house, world["erin"], given) == "Lathe hand\nRun a lathe."
    with pytest.raises(UnreadableDocument) as caught:
        jobs.read_posting_file(house, world["erin"], Upload(file_name="job.pdf", content=b""))
    assert caught.value.code == "empty"


def test_lists_count_who_applied_and_did_not_withdraw(house: House, world: World) -> None:
    def count(name: str) -> int:
        rows = jobs.employer_jobs(house, world[name]) + jobs.recruiter_jobs(house, world[name])
        return next(row.application_count for row in rows if row.id == world.open_job)

    assert count("erin") == 0
    candidates.apply(house, world["ana"], world.open_job)
    assert (count("erin"), count("ben")) == (1, 1)
    candidates.withdraw(house, world["ana"], world.open_job)
    assert count("erin") == 0


def test_open_jobs_come_before_closed_ones(house: House, world: World) -> None:
    newer = jobs.post_job(house, world["erin"], DRAFT)
    jobs.publish_job(house, world["erin"], newer, 1)
    jobs.close_job(house, world["erin"], newer, 2)
    assert [row.id for row in jobs.recruiter_jobs(house, world["ben"])] == [world.open_job, newer]


def test_every_change_leaves_a_trail(house: House, world: World) -> None:
    erin = world["erin"]
    jobs.publish_job(house, erin, world.draft_job, 1)
    jobs.correct_requirement(house, erin, world.draft_job, "mastercam", None, 2)
    jobs.edit_job(house, erin, world.draft_job, DRAFT, 3)
    jobs.close_job(house, erin, world.draft_job, 4)
    with house.sessions() as session:
        rows = session.scalars(
            select(AuditEvent).filter_by(subject_kind="job", subject_id=world.draft_job).order_by(AuditEvent.id)
        )
        trail = [(row.action, row.user_id, row.details.get("revision")) for row in rows]
    assert trail == [
        ("post_job", erin.user_id, None),
        ("publish_job", erin.user_id, 2),
        ("correct_requirement", erin.user_id, 3),
        ("edit_job", erin.user_id, 4),
        ("close_job", erin.user_id, 5),
    ]
