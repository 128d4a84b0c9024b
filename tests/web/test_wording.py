"""Numbers and dates as people write them."""

import datetime as dt

import pytest

from recruit.services.shapes import PostingView
from recruit.vocabulary.shapes import Category, Depth, Finding, Outcome, Polarity, Verdict
from recruit.web import wording


@pytest.mark.parametrize(("name", "headed"), [("welding", "Welding"), ("pH meter", "pH meter"), ("", "")])
def test_a_name_at_the_head_of_a_page_begins_with_a_capital(name: str, headed: str) -> None:
    assert wording.headed(name) == headed


def test_a_recruiter_is_told_what_to_ask_and_not_how_to_write() -> None:
    hint = "30 skills stand in a list and under none of the jobs. Say at which job each was used."
    said = wording.for_recruiter(Finding(code="listed_only", hint=hint))
    assert said.startswith("30 skills stand in a list")
    assert "Ask at which job" in said
    assert "Say at" not in said


@pytest.mark.parametrize(
    ("depth", "months", "is_current", "words"),
    [
        (Depth.SET_UP, 50, True, "Sets it up · in jobs of 4 years 2 months · current"),
        (None, 12, False, "In jobs of 1 year"),
        (Depth.LEAD, None, False, "Leads others on it"),
        (None, None, False, ""),
    ],
)
def test_depth_and_time_are_said_in_one_line(
    depth: Depth | None, months: int | None, is_current: bool, words: str
) -> None:
    assert wording.used(depth, months, is_current) == words


def posting(low: float | None, high: float | None, unit: str | None) -> PostingView:
    return PostingView(
        id=1,
        title="Lathe",
        description="Lathe",
        hiring_organization="Erie Valve",
        state="open",
        revision=1,
        base_salary_min_usd=low,
        base_salary_max_usd=high,
        base_salary_unit=unit,
    )


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (28, 34, "hour", "$28\N{EN DASH}$34 an hour"),
        (28.5, 28.5, "hour", "$28.50 an hour"),
        (62000, None, "year", "$62,000 a year"),
        (None, None, None, ""),
    ],
)
def test_pay_is_said_in_its_unit(low: float | None, high: float | None, unit: str | None, words: str) -> None:
    assert wording.pay(posting(low, high, unit)) == words


@pytest.mark.parametrize(
    ("half_width_mm", "words"), [(0.0127, "±0.0005 in, 0.013 mm"), (0.0254, "±0.001 in, 0.025 mm"), (None, "")]
)
def test_a_tolerance_is_said_for_both_kinds_of_shop(half_width_mm: float | None, words: str) -> None:
    assert wording.tolerance(half_width_mm) == words


@pytest.mark.parametrize(
    ("number_of_bytes", "words"),
    [(750, "750 bytes"), (2048, "2 KB"), (10 * 1024 * 1024, "10 MB"), (1_600_000, "1.5 MB")],
)
def test_a_size_is_said_in_the_unit_that_fits(number_of_bytes: int, words: str) -> None:
    assert wording.size(number_of_bytes) == words


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "1 day"), (6, "6 days"), (-1, "today")])
def test_how_long_ago_is_said_in_days(days: int, words: str) -> None:
    today = dt.datetime.now(dt.UTC).date()
    assert wording.days_since(today - dt.timedelta(days=days)) == words


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Turning: not stated, ask about it.", "Turning: not in your resume."),
        (
            "Within 0.02 mm asked; no tolerance stated, ask about it.",
            "Within 0.02 mm asked; no tolerance in your resume.",
        ),
        ("Turning: 4 of 3 years.", "Turning: 4 of 3 years."),
    ],
)
def test_a_candidate_is_told_what_the_resume_leaves_out_and_not_to_ask(sentence: str, said: str) -> None:
    assert wording.said_to_candidate(sentence) == said


def test_a_day_is_written_as_people_write_it() -> None:
    assert wording.day(dt.date(2026, 3, 5)) == "Mar 5, 2026"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (wording.CATEGORY_WORDS, Category),
        (wording.CATEGORY_ICONS, Category),
        (wording.OUTCOME_WORDS, Outcome),
        (wording.OUTCOME_ICONS, Outcome),
        (wording.VERDICT_SENTENCES, Verdict),
        (wording.POLARITY_MARKS, Polarity),
    ],
)
def test_every_term_has_its_words(words: object, kind: type) -> None:
    assert set(words) == set(kind)


def test_a_message_is_parted_into_what_happened_and_what_to_do() -> None:
    message = "This file is too large: it is 12.5 MB. Save it without pictures. Then upload that."
    happened = "This file is too large: it is 12.5 MB."
    assert wording.happened_and_next(message) == (happened, "Save it without pictures. Then upload that.")
    assert wording.happened_and_next("It broke.") == ("It broke.", "")


@pytest.mark.parametrize(
    ("path", "parts"), [("a.zip/old/cv.pdf", ("a.zip/old", "cv.pdf")), ("cv.pdf", ("", "cv.pdf"))]
)
def test_an_imported_file_is_told_apart_from_its_folder(path: str, parts: tuple[str, str]) -> None:
    assert wording.folder_and_file(path) == parts
