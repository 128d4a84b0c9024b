import threading

import pytest
from sqlalchemy import func, select

from recruit.db.audit import AuditEvent
from recruit.db.candidates import CandidateProfileVersion, Resume
from recruit.errors import Conflict, InvalidInput
from recruit.services import resumes, shortlists
from recruit.services.candidates import add_candidate
from recruit.services.house import House
from recruit.services.resumes import correct_skill, read_resume, resume, submit_resume, undo_correction
from recruit.services.shapes import SkillCorrection, Upload
from recruit.vocabulary.shapes import Polarity
from tests.people import RESUME, WELDER, World, hand_in

FANUC = "fanuc-control"


def said(concept: str, polarity: Polarity = Polarity.HELD, **more: object) -> SkillCorrection:
    return SkillCorrection(concept=concept, polarity=polarity, **more)  # type: ignore[arg-type]


def upload_of(text: str, name: str = "dora.txt") -> Upload:
    return Upload(file_name=name, content=text.encode())


def test_an_upload_waits_to_be_read_and_shows_nothing_yet(house: House, world: World) -> None:
    view = resume(house, world["dora"], submit_resume(house, world["dora"], upload_of(WELDER)))
    assert (view.state, view.file_name, view.size_bytes) == ("received", "dora.txt", len(WELDER.encode()))
    assert (view.text, view.skills, view.profile_version) == (None, (), 0)


def test_two_clicks_make_one_upload(house: House, world: World) -> None:
    ids: list[int] = []
    together = threading.Barrier(2)

    def click() -> None:
        together.wait()
        ids.append(submit_resume(house, world["dora"], upload_of(WELDER)))

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()
    assert ids[0] == ids[1]
    with house.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Resume).filter_by(id=ids[0])) == 1


def test_the_same_file_of_two_people_is_two_resumes(house: House, world: World) -> None:
    assert submit_resume(house, world["dora"], upload_of(RESUME)) != world.resume


def test_a_file_that_is_read_is_not_read_again(house: House, world: World) -> None:
    assert submit_resume(house, world["ana"], upload_of(RESUME, "again.txt")) == world.resume
    assert resume(house, world["ana"], world.resume).state == "read"


def test_a_file_that_failed_is_read_again_when_it_is_uploaded_again(house: House, world: World) -> None:
    resume_id = hand_in(house, world["dora"], " \n ")
    assert resume(house, world["dora"], resume_id).state == "failed"
    assert submit_resume(house, world["dora"], upload_of(" \n ")) == resume_id
    view = resume(house, world["dora"], resume_id)
    assert (view.state, view.failure_code) == ("received", None)


def test_an_older_resume_that_is_uploaded_again_counts_again(house: House, world: World) -> None:
    hand_in(house, world["ana"], WELDER)
    assert hand_in(house, world["ana"], RESUME) == world.resume
    latest = resumes.latest_resume(house, world["ana"])
    assert latest is not None
    assert (latest.id, latest.profile_version) == (world.resume, 3)


def test_the_newest_upload_stands_first(house: House, world: World) -> None:
    newer = hand_in(house, world["ana"], WELDER)
    assert [row.id for row in resumes.resumes(house, world["ana"])] == [newer, world.resume]
    assert resumes.latest_resume(house, world["dora"]) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\dora\\cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("re\x00su\nme.txt", "resume.txt"),
        ("../\n<b>mine</b>.pdf", "<b>mine<_b>.pdf"),
        ("", "resume"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_file_name_is_only_a_name(house: House, world: World, given: str, kept: str) -> None:
    resume_id = submit_resume(house, world["dora"], upload_of(WELDER, given))
    assert resume(house, world["dora"], resume_id).file_name == kept


def test_the_file_comes_back_as_it_was_given(house: House, world: World) -> None:
    assert resumes.resume_file(house, world["ben"], world.resume) == ("resume.txt", "text/plain", RESUME.encode())
    with house.sessions() as session:
        last = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc()).limit(1)).one()
    assert (last.action, last.user_id) == ("download_resume", world["ben"].user_id)


def test_a_recruiter_hands_in_the_resume_of_somebody_without_an_account(house: House, world: World) -> None:
    candidate_id = add_candidate(house, world["ben"], display_name="Ida Moss")
    hand_in(house, world["ben"], WELDER, candidate_id=candidate_id)
    names = [row.display_name for row in shortlists.rank_candidates(house, world["ben"], world.open_job).rows]
    assert names == ["Ana", "Ida Moss"]


def test_what_was_read_points_into_the_text(house: House, world: World) -> None:
    view = resume(house, world["ana"], world.resume)
    assert view.text is not None
    assert view.mentions
    assert all(view.text[mention.start : mention.end] == mention.text for mention in view.mentions)
    assert {skill.concept for skill in view.skills} >= {"micrometer", "cmm"}


def test_a_correction_counts_at_once(house: House, world: World) -> None:
    before = shortlists.match(house, world["ben"], world.open_job, world.ana).result.score
    view = correct_skill(house, world["ana"], world.resume, said("mastercam", years=4))
    (skill,) = [row for row in view.skills if row.concept == "mastercam"]
    assert (skill.corrected, skill.years, skill.evidence) == (True, 4, ())
    assert view.profile_version == 2
    assert shortlists.rank_candidates(house, world["ben"], world.open_job).rows[0].score > before


def test_a_removed_skill_can_be_put_back(house: House, world: World) -> None:
    read = resume(house, world["ana"], world.resume)
    removed = correct_skill(house, world["ana"], world.resume, said("cmm", removed=True))
    assert "cmm" not in {skill.concept for skill in removed.skills}
    assert [skill.concept for skill in removed.removed] == ["cmm"]
    assert resume(house, world["ana"], world.resume) == removed
    back = undo_correction(house, world["ana"], world.resume, "cmm")
    assert (back.skills, back.removed) == (read.skills, ())


def test_the_last_correction_of_a_skill_counts(house: House, world: World) -> None:
    correct_skill(house, world["ana"], world.resume, said("cmm", removed=True))
    view = correct_skill(house, world["ana"], world.resume, said("cmm", Polarity.LIMITED))
    assert [skill.polarity for skill in view.skills if skill.concept == "cmm"] == [Polarity.LIMITED]
    assert view.removed == ()


def test_saying_the_same_twice_makes_one_version(house: House, world: World) -> None:
    correct_skill(house, world["ana"], world.resume, said(FANUC))
    assert correct_skill(house, world["ana"], world.resume, said(FANUC)).profile_version == 2
    assert undo_correction(house, world["ana"], world.resume, "nothing-corrected").profile_version == 2


def test_every_version_is_kept(house: House, world: World) -> None:
    correct_skill(house, world["ana"], world.resume, said(FANUC))
    correct_skill(house, world["ben"], world.resume, said(FANUC, removed=True))
    with house.sessions() as session:
        query = select(CandidateProfileVersion).filter_by(candidate_id=world.ana)
        rows = session.scalars(query.order_by(CandidateProfileVersion.version)).all()
    assert [row.version for row in rows] == [1, 2, 3]
    assert [row.created_by_user_id for row in rows] == [None, world["ana"].user_id, world["ben"].user_id]


def test_corrections_at_the_same_time_both_count(house: House, world: World) -> None:
    together = threading.Barrier(2)
    refused: list[Exception] = []

    def correct(concept: str) -> None:
        together.wait()
        try:
            correct_skill(house, world["ana"], world.resume, said(concept))
        except Conflict as error:
            refused.append(error)

    threads = [threading.Thread(target=correct, args=(concept,)) for concept in (FANUC, "mastercam")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    view = resume(house, world["ana"], world.resume)
    corrected = {skill.concept for skill in view.skills if skill.corrected}
    assert len(corrected) + len(refused) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        said("no-such-concept"),
        said(FANUC, Polarity.REQUIRED),
        said(FANUC, years=-1),
        said(FANUC, years=61),
        said(FANUC, years=float("nan")),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(house: House, world: World, wrong: SkillCorrection) -> None:
    with pytest.raises(InvalidInput):
        correct_skill(house, world["ana"], world.resume, wrong)
    assert resume(house, world["ana"], world.resume).profile_version == 1


def test_what_is_not_read_yet_cannot_be_corrected(house: House, world: World) -> None:
    waiting = submit_resume(house, world["dora"], upload_of(WELDER))
    with pytest.raises(Conflict, match="not read yet"):
        correct_skill(house, world["dora"], waiting, said(FANUC))


def test_an_older_resume_cannot_be_corrected(house: House, world: World) -> None:
    hand_in(house, world["ana"], WELDER)
    with pytest.raises(Conflict, match="newer resume"):
        correct_skill(house, world["ana"], world.resume, said(FANUC))


def test_corrections_stay_when_a_resume_is_read_again(house: House, world: World) -> None:
    correct_skill(house, world["ana"], world.resume, said("mastercam"))
    hand_in(house, world["ana"], WELDER)
    resume_id = submit_resume(house, world["ana"], upload_of(RESUME))
    read_resume(house, resume_id)
    assert "mastercam" in {skill.concept for skill in resume(house, world["ana"], resume_id).skills}
