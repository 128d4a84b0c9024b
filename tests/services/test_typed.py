import pytest

from recruit.errors import InvalidInput
from recruit.services import accounts, jobs, shortlists
from recruit.services.house import House
from recruit.services.shapes import PostingDraft
from recruit.services.typed import one_line, own_name, paragraphs
from tests.people import PASSWORD, World


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana \t Brook\n", "Ana Brook"),
        ("A\x00na\x07", "Ana"),
        ("\ud800x", "x"),
        ("Žofie Ó", "Žofie Ó"),
        ("\x00", ""),
    ],
)
def test_a_line_holds_what_can_be_seen(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("C:\\Users\\ana\\cv.pdf", "cv.pdf"),
        ("/home/ana/cv.pdf", "cv.pdf"),
        ("../\n<script>alert(1)</script>.pdf", "<script>alert(1)<_script>.pdf"),
        ("Screenshot at 9.41\u202fAM.png", "Screenshot at 9.41 AM.png"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("folder/", ""),
    ],
)
def test_a_name_is_without_its_folders_and_whole_otherwise(path: str, name: str) -> None:
    assert own_name(path) == name


def test_paragraphs_keep_their_lines() -> None:
    assert paragraphs("\r\n Run a\x00 lathe.\r\tDays.\n\n") == "Run a lathe.\n\tDays."


def test_signs_that_a_database_refuses_break_no_service(house: House, world: World) -> None:
    with pytest.raises(InvalidInput):
        accounts.log_in(house, "a\x00na@example.com\ud800", "wrong\x00")
    registered = accounts.register_candidate(
        house, display_name="G\x00us", email="gus\x00@example.com", password=PASSWORD, consent=True
    )
    assert registered.display_name == "Gus"
    typed = PostingDraft(title="La\x00the", description="Run\x00 a lathe.", work_hours="Day\x00s")
    view = jobs.job(house, world["erin"], jobs.post_job(house, world["erin"], typed))
    assert (view.title, view.description, view.work_hours) == ("Lathe", "Run a lathe.", "Days")
    assert len(jobs.open_jobs(house, "la\x00the")) == 2
    shortlists.reject_candidate(house, world["ben"], world.open_job, world.ana, None, "Too\x00 far")


def test_a_job_in_no_known_word_is_ranked_all_the_same(house: House, world: World) -> None:
    job_id = jobs.post_job(house, world["erin"], PostingDraft(title="Zzz", description="Qqq xx."))
    jobs.publish_job(house, world["erin"], job_id, 1)
    ranking = shortlists.rank_candidates(house, world["ben"], job_id)
    assert ranking.total == 1
    assert 0 <= ranking.rows[0].score <= 100
