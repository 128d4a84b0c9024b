"""How a text stands to a certificate is told by its words, and by the day on which it was received."""

from datetime import date

import pytest

from tests.matching.credentials.rows import certificates, credential


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ASQ CQI", "held"),
        ("Six Sigma Green Belt in progress", "in progress"),
        ("working toward my CWI", "in progress"),
        ("CWI exam scheduled for May", "in progress"),
        ("Took a CWI prep course", "course only"),
        ("GD&T certified (2 day course)", "course only"),
        ("Able to pass an AWS D1.1 3G test", "can test"),
        ("Not certified to D1.1", "absent"),
        ("API 1104 6G (lapsed)", "expired"),
        ("Welding certificate (AWS D1.1) obtained 2015, no longer current", "expired"),
        ("CWI #98765, but it has since lapsed", "expired"),
        ("OSHA 30-hour course", "held"),
    ],
)
def test_words_say_how_a_certificate_stands(text: str, status: str) -> None:
    assert credential(text).status == status


@pytest.mark.parametrize(
    ("on", "status"), [(date(2024, 6, 30), "held"), (date(2024, 7, 1), "expired"), (None, "held")]
)
def test_an_end_is_judged_for_the_day_of_receipt_alone(on: date | None, status: str) -> None:
    assert credential("AWS D1.1 3G, exp. 6/24", on=on).status == status


def test_an_end_that_has_passed_makes_the_mention_expired() -> None:
    (mention,) = certificates("IPC-A-610 CIS, exp 11/25")
    assert mention.polarity == "expired"


def test_what_is_less_than_held_is_limited_for_the_score() -> None:
    assert [row.polarity for row in certificates("Can pass an AWS D1.1 3G test")] == ["limited"]


@pytest.mark.parametrize(
    ("text", "status"),
    [("AWS D1.1 3G required", "required"), ("CWI preferred", "preferred"), ("No CWI needed", "excluded")],
)
def test_a_job_asks_for_certificates(text: str, status: str) -> None:
    assert credential(text, kind="job").status == status


def test_a_job_gives_no_certificate_a_day() -> None:
    found = credential("AWS D1.1 3G certified since 2020 required", kind="job")
    assert (found.issued, found.expires) == (None, None)
