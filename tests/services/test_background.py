from recruit.db import audit
from recruit.db.audit import BackgroundJob, BackgroundJobState
from recruit.services import background
from recruit.services.house import House

KIND = "tidy"


def enqueue(house: House, subject_id: int = 1) -> None:
    with house.sessions.begin() as session:
        background.enqueue(session, KIND, subject_id)


def claim(house: House, subject_id: int = 1) -> background.Run | None:
    with house.sessions.begin() as session:
        return background.claim(session, KIND, subject_id)


def finish(house: House, run: background.Run) -> bool:
    with house.sessions.begin() as session:
        return audit.finish(session, run.claimed_by, state=BackgroundJobState.DONE)


def job(house: House) -> BackgroundJob:
    with house.sessions() as session:
        found = audit.background_job(session, KIND, 1)
    assert found is not None
    return found


def test_one_of_two_gets_the_work(house: House) -> None:
    enqueue(house)
    assert claim(house) is not None
    assert claim(house) is None


def test_there_is_nothing_to_take_where_nothing_was_queued(house: House) -> None:
    assert claim(house) is None


def test_queueing_twice_changes_neither_what_waits_nor_what_runs(house: House) -> None:
    enqueue(house)
    enqueue(house)
    run = claim(house)
    assert run is not None
    enqueue(house)
    assert job(house).state is BackgroundJobState.RUNNING
    assert finish(house, run)


def test_work_that_is_done_can_be_queued_again_from_the_start(house: House) -> None:
    enqueue(house)
    first = claim(house)
    assert first is not None
    finish(house, first)
    enqueue(house)
    again = claim(house)
    assert again is not None
    assert (again.attempts, again.claimed_by != first.claimed_by) == (1, True)


def test_only_the_run_that_has_the_work_finishes_it(house: House) -> None:
    enqueue(house)
    run = claim(house)
    assert run is not None
    assert finish(house, run)
    assert not finish(house, run)


def test_failed_work_goes_on_once_and_all_else_stays_as_it_is(house: House) -> None:
    def go_on() -> bool:
        with house.sessions.begin() as session:
            return background.go_on(session, KIND, 1)

    assert not go_on()
    enqueue(house)
    run = claim(house)
    assert run is not None
    assert not go_on()
    with house.sessions.begin() as session:
        audit.finish(session, run.claimed_by, state=BackgroundJobState.FAILED, message="It broke.")
    assert go_on()
    assert not go_on()
    assert (job(house).state, job(house).message) == (BackgroundJobState.QUEUED, None)


def test_what_waits_comes_in_the_order_it_was_queued(house: House) -> None:
    for subject_id in (3, 1, 2):
        enqueue(house, subject_id)
    with house.sessions() as session:
        assert audit.queued_subjects(session, KIND) == [3, 1, 2]


def test_work_goes_on_beating_until_it_is_done(house: House) -> None:
    enqueue(house)
    run = claim(house)
    assert run is not None
    began = job(house).heartbeat_at
    assert began is not None
    with background.kept_alive(house, run):
        while (beat := job(house).heartbeat_at) == began:
            pass
    assert beat is not None
    assert beat > began


def test_work_is_one_try_too_many_after_the_last_one_allowed() -> None:
    assert not background.Run("x", background.MOST_ATTEMPTS).is_one_too_many
    assert background.Run("x", background.MOST_ATTEMPTS + 1).is_one_too_many
