import threading
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import delete, func, select

from recruit.db.audit import AuditEvent
from recruit.db.candidates import Candidate, PoolChange
from recruit.db.shortlists import Application, RankingRun, StageChange
from recruit.errors import Conflict, InvalidInput, NotFound
from recruit.services import candidates, jobs, resumes
from recruit.services.house import House
from recruit.services.shapes import MatchView, SkillCorrection, Upload
from recruit.services.shortlists import (
    export_shortlist,
    match,
    rank_candidates,
    reject_candidate,
    shortlist_candidate,
    undo_stage,
)
from recruit.vocabulary.shapes import Polarity
from tests.people import RESUME, WELDER, World, hand_in


def seen(house: House, world: World) -> MatchView:
    return match(house, world["ben"], world.open_job, world.ana)


def steps(house: House, world: World) -> list[tuple[str, str, str | None]]:
    return [(step.to_stage, step.changed_by, step.reason) for step in seen(house, world).history]


def runs(house: House) -> int:
    with house.sessions() as session:
        return session.scalar(select(func.count()).select_from(RankingRun)) or 0


def trail(house: House, action: str) -> list[AuditEvent]:
    with house.sessions() as session:
        return list(session.scalars(select(AuditEvent).filter_by(action=action).order_by(AuditEvent.id)))


# ------------------------------------------------------------------------------------------------------ ranking


def test_the_best_fit_stands_first_with_parts_that_add_up(house: House, world: World) -> None:
    hand_in(house, world["dora"], WELDER)
    ranking = rank_candidates(house, world["ben"], world.open_job)
    assert [row.display_name for row in ranking.rows] == ["Ana", "Dora"]
    assert [row.rank for row in ranking.rows] == [1, 2]
    for row in ranking.rows:
        assert row.score == pytest.approx(sum(part.points for part in row.parts))
        assert 0 <= row.score <= 100
        assert row.top_reasons


def test_people_alike_stand_in_the_order_of_their_ids(house: House, world: World) -> None:
    ids = [candidates.add_candidate(house, world["ben"], display_name=f"Twin {n}") for n in range(3)]
    for candidate_id in reversed(ids):
        hand_in(house, world["ben"], WELDER, candidate_id=candidate_id)
    rows = rank_candidates(house, world["ben"], world.open_job).rows
    assert [row.candidate_id for row in rows if row.display_name.startswith("Twin")] == ids


def test_pages_cut_one_list(house: House, world: World) -> None:
    hand_in(house, world["dora"], WELDER)
    first = rank_candidates(house, world["ben"], world.open_job, page=1, per_page=1)
    second = rank_candidates(house, world["ben"], world.open_job, page=2, per_page=1)
    beyond = rank_candidates(house, world["ben"], world.open_job, page=9, per_page=1)
    assert [row.display_name for row in (*first.rows, *second.rows)] == ["Ana", "Dora"]
    assert (second.rows[0].rank, second.total) == (2, 2)
    assert (beyond.page, beyond.rows) == (2, second.rows)


def test_resumes_of_the_agency_that_are_not_read_yet_are_counted(house: House, world: World) -> None:
    assert rank_candidates(house, world["ben"], world.open_job).being_read == 0
    upload = Upload(file_name="resume.txt", content=WELDER.encode())
    resume_id = resumes.submit_resume(house, world["dora"], upload)
    assert rank_candidates(house, world["ben"], world.open_job).being_read == 1
    resumes.read_resume(house, resume_id)
    assert rank_candidates(house, world["ben"], world.open_job).being_read == 0


@pytest.mark.parametrize(("page", "per_page"), [(0, 50), (-3, 50), (1, 0), (1, 10_000)])
def test_a_page_that_cannot_be_is_taken_for_the_nearest_that_can(
    house: House, world: World, page: int, per_page: int
) -> None:
    ranking = rank_candidates(house, world["ben"], world.open_job, page=page, per_page=per_page)
    assert (ranking.page, len(ranking.rows)) == (1, 1)


def test_somebody_with_an_application_is_ranked_however_far_away(
    house: House, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(house, world["dora"], WELDER)
    candidates.apply(house, world["dora"], world.open_job)
    monkeypatch.setattr("recruit.services.ranking.RETRIEVED", 1)
    assert rank_candidates(house, world["ben"], world.open_job).total == 2
    candidates.add_candidate(house, world["ben"], display_name="Without a resume")
    assert rank_candidates(house, world["ben"], world.open_job).total == 2


def test_a_ranking_leaves_a_receipt_by_which_it_can_be_computed_again(house: House, world: World) -> None:
    ranking = rank_candidates(house, world["ben"], world.open_job)
    with house.sessions() as session:
        run = session.get_one(RankingRun, ranking.run_id)
    assert run.rows == [[world.ana, 1, ranking.rows[0].score]]
    assert (run.job_revision, run.model_version) == (2, ranking.model_version)
    assert run.vocabulary_version == ranking.vocabulary_version
    assert run.ran_by_user_id == world["ben"].user_id
    assert sum(run.weights.values()) > 0


def test_looking_again_makes_no_second_receipt_and_is_still_written_down(house: House, world: World) -> None:
    first = rank_candidates(house, world["ben"], world.open_job)
    second = rank_candidates(house, world["ben"], world.open_job)
    assert (first.run_id, runs(house)) == (second.run_id, 1)
    assert len(trail(house, "rank_candidates")) == 2
    other = rank_candidates(house, world["vera"], world.open_job)
    assert other.run_id != first.run_id


def test_a_changed_person_or_job_makes_a_new_receipt(house: House, world: World) -> None:
    rank_candidates(house, world["ben"], world.open_job)
    correction = SkillCorrection(concept="mastercam", polarity=Polarity.HELD)
    resumes.correct_skill(house, world["ana"], world.resume, correction)
    rank_candidates(house, world["ben"], world.open_job)
    jobs.correct_requirement(house, world["erin"], world.open_job, "fanuc-control", Polarity.REQUIRED, 2)
    rank_candidates(house, world["ben"], world.open_job)
    assert runs(house) == 3


def test_the_list_and_the_person_show_the_same_score(house: House, world: World) -> None:
    listed = rank_candidates(house, world["ben"], world.open_job).rows[0]
    assert seen(house, world).result.score == listed.score


def test_reasons_point_into_the_resume(house: House, world: World) -> None:
    view = seen(house, world)
    assert view.resume_text == RESUME.strip()
    evidence = [words for reason in view.result.reasons for words in reason.evidence]
    assert evidence
    assert all(view.resume_text[words.start : words.end] == words.text for words in evidence)
    assert (view.stage, view.application_revision, view.history) == (None, None, ())
    assert [event.details for event in trail(house, "view_match")] == [{"candidate_id": world.ana}]


def test_somebody_without_a_read_resume_has_no_match(house: House, world: World) -> None:
    candidate_id = candidates.add_candidate(house, world["ben"], display_name="Without a resume")
    with pytest.raises(NotFound):
        match(house, world["ben"], world.open_job, candidate_id)


def test_somebody_who_is_gone_is_in_no_list(house: House, world: World) -> None:
    rank_candidates(house, world["ben"], world.open_job)
    with house.sessions.begin() as session:
        session.execute(delete(Candidate).where(Candidate.id == world.ana))
        session.add(PoolChange(agency_id=world["ben"].agency_ids[0], candidate_id=world.ana))
    assert rank_candidates(house, world["ben"], world.open_job).total == 0


# ---------------------------------------------------------------------------------------------------- decisions


def test_shortlisting_is_written_into_the_history(house: House, world: World) -> None:
    revision = shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    view = seen(house, world)
    assert (view.stage, view.application_revision) == ("shortlisted", revision)
    assert steps(house, world) == [("shortlisted", "Ben", None)]
    row = rank_candidates(house, world["ben"], world.open_job).rows[0]
    assert (row.stage, row.application_revision, row.applied_at) == ("shortlisted", revision, None)


def test_a_rejection_keeps_its_reason(house: House, world: World) -> None:
    reject_candidate(house, world["ben"], world.open_job, world.ana, None, "  Too far\naway ")
    assert steps(house, world) == [("rejected", "Ben", "Too far away")]
    assert trail(house, "rejected")[0].details["reason"] == "Too far away"


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 501])
def test_a_rejection_needs_a_reason(house: House, world: World, reason: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        reject_candidate(house, world["ben"], world.open_job, world.ana, None, reason)
    assert caught.value.field == "reason"
    assert seen(house, world).stage is None


def test_deciding_on_what_is_no_longer_so_is_refused(house: House, world: World) -> None:
    first = shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    for stale in (None, first + 1, 0):
        with pytest.raises(Conflict, match="Somebody else decided"):
            reject_candidate(house, world["ben"], world.open_job, world.ana, stale, "Too far away")
    candidates.apply(house, world["ana"], world.open_job)
    with pytest.raises(Conflict):
        reject_candidate(house, world["ben"], world.open_job, world.ana, first, "Too far away")
    assert seen(house, world).stage == "shortlisted"


def test_of_two_decisions_at_once_one_counts(house: House, world: World) -> None:
    together = threading.Barrier(2)
    outcomes: list[str] = []

    def decide(reason: str) -> None:
        together.wait()
        try:
            reject_candidate(house, world["ben"], world.open_job, world.ana, None, reason)
        except Conflict:
            outcomes.append("refused")
        else:
            outcomes.append("done")

    threads = [threading.Thread(target=decide, args=(reason,)) for reason in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["done", "refused"]
    assert len(steps(house, world)) == 1


def test_a_second_click_makes_no_second_step(house: House, world: World) -> None:
    revision = shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    assert shortlist_candidate(house, world["ben"], world.open_job, world.ana, revision) == revision
    assert len(steps(house, world)) == 1


def test_who_withdrew_is_left_alone(house: House, world: World) -> None:
    candidates.apply(house, world["ana"], world.open_job)
    candidates.withdraw(house, world["ana"], world.open_job)
    revision = seen(house, world).application_revision
    with pytest.raises(Conflict, match="withdrew"):
        shortlist_candidate(house, world["ben"], world.open_job, world.ana, revision)


def test_undoing_goes_back_decision_by_decision(house: House, world: World) -> None:
    ben, job_id = world["ben"], world.open_job
    candidates.apply(house, world["ana"], job_id)
    first = shortlist_candidate(house, ben, job_id, world.ana, 1)
    second = reject_candidate(house, ben, job_id, world.ana, first, "Too far away")
    third = undo_stage(house, ben, job_id, world.ana, second)
    assert third is not None
    assert seen(house, world).stage == "shortlisted"
    fourth = undo_stage(house, ben, job_id, world.ana, third)
    assert fourth is not None
    assert seen(house, world).stage == "applied"
    assert [step[0] for step in steps(house, world)] == [
        "applied",
        "shortlisted",
        "rejected",
        "shortlisted",
        "applied",
    ]
    with pytest.raises(Conflict, match="no decision to take back"):
        undo_stage(house, ben, job_id, world.ana, fourth)


def test_undoing_what_a_recruiter_began_leaves_no_application(house: House, world: World) -> None:
    revision = shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    assert undo_stage(house, world["ben"], world.open_job, world.ana, revision) is None
    with house.sessions() as session:
        assert session.scalar(select(Application)) is None
        assert session.scalar(select(StageChange)) is None
    assert [event.details["stage"] for event in trail(house, "undo_stage")] == ["shortlisted"]


def test_undoing_keeps_the_application_of_somebody_who_applied_meanwhile(house: House, world: World) -> None:
    shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    candidates.apply(house, world["ana"], world.open_job)
    revision = seen(house, world).application_revision
    assert revision is not None
    undo_stage(house, world["ben"], world.open_job, world.ana, revision)
    assert seen(house, world).stage == "applied"


def test_undoing_on_what_is_no_longer_so_is_refused(house: House, world: World) -> None:
    with pytest.raises(Conflict):
        undo_stage(house, world["ben"], world.open_job, world.ana, 1)
    revision = shortlist_candidate(house, world["ben"], world.open_job, world.ana, None)
    with pytest.raises(Conflict):
        undo_stage(house, world["ben"], world.open_job, world.ana, revision + 1)


# ------------------------------------------------------------------------------------------------------- export


def test_the_export_is_the_list_with_reasons_and_receipt(house: House, world: World) -> None:
    hand_in(house, world["dora"], WELDER)
    reject_candidate(house, world["ben"], world.open_job, world.ana, None, "Too far away")
    name, content = export_shortlist(house, world["ben"], world.open_job)
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    people = book.get_sheet_by_name("People").to_python()
    assert name.endswith(".xlsx")
    assert book.sheet_names == ["People", "Reasons", "Receipt"]
    assert [row[1] for row in people] == ["Name", "Ana", "Dora"]
    assert people[1][people[0].index("Stage")] == "rejected"
    receipt = dict(row[:2] for row in book.get_sheet_by_name("Receipt").to_python())
    ranking = rank_candidates(house, world["ben"], world.open_job)
    assert receipt["Model version"] == ranking.model_version
    assert receipt["Ranking run"] == ranking.run_id
    assert receipt["Exported by"] == "Ben"
    assert len(trail(house, "export_shortlist")) == 1


def test_the_export_holds_no_contact_data(house: House, world: World) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(export_shortlist(house, world["ben"], world.open_job)[1]))
    cells = [
        str(cell)
        for sheet in book.sheet_names
        for row in book.get_sheet_by_name(sheet).to_python()
        for cell in row
    ]
    assert not any("@" in cell or "555-0100" in cell for cell in cells)
