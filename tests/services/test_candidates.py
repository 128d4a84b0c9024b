import threading

import pytest
from sqlalchemy import func, select

from recruit.db.audit import AuditEvent
from recruit.db.candidates import Candidate
from recruit.db.shortlists import StageChange
from recruit.errors import Conflict, Forbidden, InvalidInput, NotFound
from recruit.services import jobs, shortlists
from recruit.services.candidates import (
    add_candidate,
    apply,
    jobs_for_me,
    match_for_me,
    my_applications,
    withdraw,
)
from recruit.services.house import House
from recruit.services.shapes import ApplicationView, PostingDraft
from tests.people import World


def stages(house: House, world: World) -> list[str]:
    return [application.stage for application in my_applications(house, world["ana"])]


def only_application(house: House, world: World) -> ApplicationView:
    (application,) = my_applications(house, world["ana"])
    return application


def test_jobs_come_in_the_order_in_which_they_fit(house: House, world: World) -> None:
    welding = jobs.post_job(
        house,
        world["erin"],
        PostingDraft(title="TIG welder", description="TIG welder, aluminum.\nRequired: AWS D1.1 certification"),
    )
    jobs.publish_job(house, world["erin"], welding, 1)
    ranked = jobs_for_me(house, world["ana"])
    assert [row.posting.id for row in ranked] == [world.open_job, welding]
    assert [row.rank for row in ranked] == [1, 2]
    assert ranked[0].score > ranked[1].score
    assert ranked[1].missing
    assert all(row.top_reasons for row in ranked)


def test_a_candidate_and_a_recruiter_see_the_same_score(house: House, world: World) -> None:
    mine = jobs_for_me(house, world["ana"])[0]
    assert mine.score == shortlists.rank_candidates(house, world["ben"], world.open_job).rows[0].score
    assert match_for_me(house, world["ana"], world.open_job).result.score == mine.score


def test_without_a_resume_no_job_can_be_compared(house: House, world: World) -> None:
    assert jobs_for_me(house, world["dora"]) == []
    with pytest.raises(InvalidInput, match="Upload a resume first"):
        match_for_me(house, world["dora"], world.open_job)
    with pytest.raises(InvalidInput, match="Upload a resume before"):
        apply(house, world["dora"], world.open_job)


def test_drafts_and_closed_jobs_cannot_be_seen_or_applied_for(house: House, world: World) -> None:
    jobs.close_job(house, world["erin"], world.open_job, 2)
    for job_id in (world.draft_job, world.open_job, 10_000):
        with pytest.raises(NotFound):
            match_for_me(house, world["ana"], job_id)
        with pytest.raises(NotFound):
            apply(house, world["ana"], job_id)
    assert jobs_for_me(house, world["ana"]) == []


def test_a_job_of_another_agency_is_not_theirs_to_apply_for(house: House, world: World) -> None:
    assert world.foreign_job not in [row.posting.id for row in jobs_for_me(house, world["ana"])]
    with pytest.raises(Forbidden, match="Another agency"):
        apply(house, world["ana"], world.foreign_job)


def test_applying_puts_the_person_before_the_recruiter(house: House, world: World) -> None:
    apply(house, world["ana"], world.open_job)
    row = shortlists.rank_candidates(house, world["ben"], world.open_job).rows[0]
    assert (row.stage, row.applied_at is not None) == ("applied", True)
    assert jobs_for_me(house, world["ana"])[0].stage == "applied"
    assert only_application(house, world).posting.id == world.open_job


def test_a_second_click_changes_nothing(house: House, world: World) -> None:
    apply(house, world["ana"], world.open_job)
    first = only_application(house, world)
    apply(house, world["ana"], world.open_job)
    assert only_application(house, world) == first


def test_two_clicks_at_once_make_one_application(house: House, world: World) -> None:
    together = threading.Barrier(2)

    def click() -> None:
        together.wait()
        apply(house, world["ana"], world.open_job)

    threads = [threading.Thread(target=click) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with house.sessions() as session:
        assert session.scalar(select(func.count()).select_from(StageChange)) == 1
    assert stages(house, world) == ["applied"]


def test_who_withdraws_may_apply_again(house: House, world: World) -> None:
    apply(house, world["ana"], world.open_job)
    withdraw(house, world["ana"], world.open_job)
    withdraw(house, world["ana"], world.open_job)
    assert stages(house, world) == ["withdrawn"]
    apply(house, world["ana"], world.open_job)
    history = [step.to_stage for step in only_application(house, world).history]
    assert history == ["applied", "withdrawn", "applied"]


def test_a_decided_application_cannot_be_withdrawn_or_sent_again(house: House, world: World) -> None:
    apply(house, world["ana"], world.open_job)
    shortlists.reject_candidate(house, world["ben"], world.open_job, world.ana, 1, "Too far away")
    with pytest.raises(Conflict, match="decided"):
        withdraw(house, world["ana"], world.open_job)
    apply(house, world["ana"], world.open_job)
    assert stages(house, world) == ["rejected"]


def test_there_is_nothing_to_withdraw_without_an_application(house: House, world: World) -> None:
    with pytest.raises(NotFound):
        withdraw(house, world["ana"], world.open_job)


def test_what_recruiters_note_is_theirs(house: House, world: World) -> None:
    shortlists.shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    assert my_applications(house, world["ana"]) == []
    assert match_for_me(house, world["ana"], world.open_job).stage is None
    assert jobs_for_me(house, world["ana"])[0].stage is None
    with pytest.raises(NotFound):
        withdraw(house, world["ana"], world.open_job)


def test_who_applies_after_a_recruiter_chose_them_stays_chosen(house: House, world: World) -> None:
    shortlists.shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    apply(house, world["ana"], world.open_job)
    assert stages(house, world) == ["shortlisted"]


def test_the_history_names_no_recruiter_and_no_reason(house: House, world: World) -> None:
    apply(house, world["ana"], world.open_job)
    shortlists.reject_candidate(house, world["ben"], world.open_job, world.ana, 1, "Too far away")
    view = match_for_me(house, world["ana"], world.open_job)
    for history in (only_application(house, world).history, view.history):
        assert [step.to_stage for step in history] == ["applied", "rejected"]
        assert {(step.changed_by, step.reason) for step in history} == {("", None)}


def test_somebody_added_belongs_to_the_recruiters_agency(house: House, world: World) -> None:
    candidate_id = add_candidate(house, world["ben"], display_name=" Ida  Moss ", email="Ida@Example.com")
    with house.sessions() as session:
        candidate = session.get_one(Candidate, candidate_id)
    assert (candidate.agency_id, candidate.display_name) == (world["ben"].agency_ids[0], "Ida Moss")
    assert (candidate.email, candidate.user_id) == ("ida@example.com", None)
    with pytest.raises(InvalidInput):
        add_candidate(house, world["ben"], display_name=" ")


def test_looking_at_ones_own_match_is_written_down(house: House, world: World) -> None:
    match_for_me(house, world["ana"], world.open_job)
    with house.sessions() as session:
        last = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(1)).one()
    assert (last.action, last.user_id, last.subject_id) == ("view_own_match", world["ana"].user_id, world.open_job)
