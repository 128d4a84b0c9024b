"""What was read from a resume stands beside its words."""

import datetime as dt

from recruit.services.shapes import ResumeView
from recruit.vocabulary.shapes import Contact, Evidence, Position
from recruit.web.readings import reading_page

TEXT = "Ines Falk\nines@example.com\nJig borer hand, Alden Gage, 2012 - 2019"


def words(text: str) -> Evidence:
    start = TEXT.index(text)
    return Evidence(start=start, end=start + len(text), text=text)


def view() -> ResumeView:
    job = Position(
        start=TEXT.index("Jig"),
        end=len(TEXT),
        title=words("Jig borer hand"),
        employer=words("Alden Gage"),
        dates=words("2012 - 2019"),
    )
    return ResumeView(
        id=1,
        file_name="ines.txt",
        size_bytes=70,
        state="read",
        uploaded_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        text=TEXT,
        contact=Contact(name=words("Ines Falk"), emails=(words("ines@example.com"),)),
        positions=(job,),
    )


def test_details_and_jobs_lead_to_their_words() -> None:
    page = reading_page(view())
    assert [(one.label, one.words) for one in page.details] == [
        ("Name", "Ines Falk"),
        ("E-mail", "ines@example.com"),
    ]
    (job,) = page.jobs
    assert (job.title, job.employer, job.dates) == ("Jig borer hand", "Alden Gage", "2012 - 2019")
    anchors = {piece.anchor for piece in page.chips.text.pieces if piece.is_evidence}
    assert {job.anchor, *(one.anchor for one in page.details)} <= anchors


def test_words_lead_back_to_the_detail_or_the_job_they_belong_to() -> None:
    targets = [piece.targets for piece in reading_page(view()).chips.text.pieces if piece.is_evidence]
    assert targets == [("detail-1",), ("detail-2",), ("job-1",), ("job-1",), ("job-1",)]
