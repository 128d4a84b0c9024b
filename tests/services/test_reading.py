import logging
import shutil

import pytest
from sqlalchemy import select, update

from recruit.db import audit
from recruit.db.audit import BackgroundJob, BackgroundJobState
from recruit.db.base import utc_now
from recruit.db.candidates import CandidateProfileVersion, PoolChange, Resume, ResumeState
from recruit.services import background, reading, resumes, shortlists
from recruit.services.house import House
from recruit.services.shapes import Upload
from tests.people import RESUME, WELDER, World, hand_in

LONG_AGO = utc_now() - 10 * background.ABANDONED_AFTER


def submit(house: House, world: World, content: bytes | str = WELDER) -> int:
    content = content.encode() if isinstance(content, str) else content
    return resumes.submit_resume(house, world["dora"], Upload(file_name="dora", content=content))


def silence(house: House) -> None:
    """Let every run look as if its process had been killed a while ago."""
    with house.sessions.begin() as session:
        session.execute(update(BackgroundJob).values(heartbeat_at=LONG_AGO))


def job_of(house: House, resume_id: int) -> BackgroundJob:
    with house.sessions() as session:
        job = audit.background_job(session, reading.READ_RESUME, resume_id)
    assert job is not None
    return job


def versions(house: House, resume_id: int) -> int:
    with house.sessions() as session:
        return len(session.scalars(select(CandidateProfileVersion.id).filter_by(resume_id=resume_id)).all())


def test_a_resume_that_is_read_is_ranked(house: House, world: World) -> None:
    resume_id = submit(house, world)
    reading.read_resume(house, resume_id)
    view = resumes.resume(house, world["dora"], resume_id)
    assert (view.state, view.profile_version, view.media_type) == ("read", 1, "text/plain")
    ranked = shortlists.rank_candidates(house, world["ben"], world.open_job).rows
    assert world["dora"].candidate_id in {row.candidate_id for row in ranked}


def test_the_work_is_done_once_however_often_it_is_queued(house: House, world: World) -> None:
    resume_id = submit(house, world)
    reading.read_resume(house, resume_id)
    reading.read_resume(house, resume_id)
    assert versions(house, resume_id) == 1
    assert job_of(house, resume_id).state is BackgroundJobState.DONE


def test_two_workers_never_read_a_resume_at_once(house: House, world: World) -> None:
    resume_id = submit(house, world)
    assert reading.begin(house, resume_id) is not None
    assert reading.begin(house, resume_id) is None
    assert resumes.resume(house, world["dora"], resume_id).state == "reading"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"   \n\n ", "empty"),
        (b"%PDF-1.7 and nothing else", "corrupt"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "corrupt"),
        (b"x" * 200_001, "too_large"),
    ],
    ids=["no bytes", "only spaces", "half a PDF", "a picture", "too many bytes"],
)
def test_what_cannot_be_read_says_why_and_keeps_its_file(
    house: House, world: World, content: bytes, code: str
) -> None:
    resume_id = submit(house, world, content)
    reading.read_resume(house, resume_id)
    view = resumes.resume(house, world["dora"], resume_id)
    assert (view.state, view.failure_code, view.profile_version) == ("failed", code, 0)
    assert view.failure_message
    assert resumes.resume_file(house, world["dora"], resume_id)[2] == content
    assert job_of(house, resume_id).state is BackgroundJobState.FAILED


def test_a_failed_upload_leaves_the_earlier_profile_in_place(house: House, world: World) -> None:
    resume_id = resumes.submit_resume(house, world["ana"], Upload(file_name="new.pdf", content=b"%PDF-"))
    reading.read_resume(house, resume_id)
    assert shortlists.match(house, world["ben"], world.open_job, world.ana).resume_text == RESUME.strip()


def test_a_fault_of_ours_is_told_in_plain_words_and_logged(
    house: House, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    resume_id = submit(house, world)
    shutil.rmtree(house.settings.data_dir / "files")
    with caplog.at_level(logging.ERROR):
        reading.read_resume(house, resume_id)
    view = resumes.resume(house, world["dora"], resume_id)
    assert (view.state, view.failure_code) == ("failed", reading.BROKEN)
    assert "Traceback" not in str(view.failure_message)
    assert any(record.exc_info for record in caplog.records)


def test_a_text_without_a_skill_is_a_profile_that_says_so(house: House, world: World) -> None:
    view = resumes.resume(house, world["dora"], hand_in(house, world["dora"], "I like people and long walks.\n"))
    assert (view.state, view.skills) == ("read", ())
    assert "no_skill" in {finding.code for finding in view.findings}


def test_what_waits_is_queued_again_at_the_next_start(house: House, world: World) -> None:
    submit(house, world)
    assert reading.pick_up_unfinished(house) == 1
    assert reading.pick_up_abandoned(house) == 0


def test_what_a_killed_worker_left_is_queued_again_once_its_heart_is_silent(house: House, world: World) -> None:
    resume_id = submit(house, world)
    reading.begin(house, resume_id)
    assert reading.pick_up_unfinished(house) == 0
    silence(house)
    assert reading.pick_up_unfinished(house) == 1
    assert resumes.resume(house, world["dora"], resume_id).state == "received"
    reading.read_resume(house, resume_id)
    assert resumes.resume(house, world["dora"], resume_id).state == "read"


def test_a_slow_worker_keeps_nothing_when_its_work_was_taken(house: House, world: World) -> None:
    resume_id = submit(house, world)
    slow = reading.begin(house, resume_id)
    assert slow is not None
    document, mentions = reading.read_file(house, resume_id)
    silence(house)
    reading.pick_up_abandoned(house)
    reading.read_resume(house, resume_id)
    reading.keep(house, slow, resume_id, document, mentions)
    reading.fail(house, slow, resume_id, code="empty", message="too late")
    assert versions(house, resume_id) == 1
    assert resumes.resume(house, world["dora"], resume_id).state == "read"


def test_a_resume_that_ends_its_worker_each_time_is_given_up(house: House, world: World) -> None:
    resume_id = submit(house, world)
    for _ in range(background.MOST_ATTEMPTS):
        assert reading.begin(house, resume_id) is not None
        silence(house)
        reading.pick_up_abandoned(house)
    reading.read_resume(house, resume_id)
    view = resumes.resume(house, world["dora"], resume_id)
    assert (view.state, view.failure_code) == ("failed", reading.BROKEN)
    assert reading.pick_up_unfinished(house) == 0


def test_the_last_upload_counts_though_an_earlier_one_is_read_after_it(house: House, world: World) -> None:
    earlier = submit(house, world)
    later = submit(house, world, RESUME)
    reading.read_resume(house, later)
    reading.read_resume(house, earlier)
    newest = resumes.latest_resume(house, world["dora"])
    assert newest is not None
    assert (newest.id, newest.profile_version) == (later, 3)
    assert versions(house, earlier) == 1


def test_every_new_version_is_told_to_the_ranking(house: House, world: World) -> None:
    hand_in(house, world["dora"], WELDER)
    with house.sessions() as session:
        changes = session.scalars(select(PoolChange.candidate_id).order_by(PoolChange.id)).all()
    assert changes == [world.ana, world["dora"].candidate_id]


def test_present_in_a_resume_is_the_day_it_was_handed_in(house: House, world: World) -> None:
    with house.sessions() as session:
        resume = session.get_one(Resume, world.resume)
        version = session.scalars(select(CandidateProfileVersion)).one()
    assert resume.state is ResumeState.READ
    assert version.profile.reference_year == resume.uploaded_at.year
