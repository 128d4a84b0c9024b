"""Pages that need no account."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.people import World

Browse = Callable[[str | None], FlaskClient]


@pytest.mark.parametrize(("query", "found"), [("lathe", True), ("LATHE valve", True), ("okuma zebra", False)])
def test_the_job_board_finds_jobs_that_have_every_word(query: str, found: bool, browse: Browse) -> None:
    page = browse(None).get("/jobs", query_string={"q": query}).text
    assert ("CNC lathe machinist" in page) == found


def test_a_search_for_nothing_that_is_there_offers_a_way_on(browse: Browse) -> None:
    page = browse(None).get("/jobs?q=<zebra>").text
    assert "&lt;zebra&gt;" in page
    assert "Show all open jobs" in page


def test_a_draft_and_another_ones_draft_stand_on_no_board(browse: Browse) -> None:
    assert "Night shift" not in browse(None).get("/jobs").text


def test_a_visitor_is_shown_how_to_apply_and_comes_back(browse: Browse, world: World) -> None:
    page = browse(None).get(f"/jobs/{world.open_job}").text
    assert f"/register?next=/jobs/{world.open_job}" in page


def test_who_applied_is_told_so_on_the_jobs_page(browse: Browse, world: World) -> None:
    client = browse("ana")
    assert "Apply for this job" in client.get(f"/jobs/{world.open_job}").text
    client.post(f"/my/jobs/{world.open_job}/apply")
    page = client.get(f"/jobs/{world.open_job}").text
    assert "Apply for this job" not in page
    assert "Applied" in page


@pytest.mark.parametrize(("theme", "kept"), [("dark", 'data-theme="dark"'), ("light", 'data-theme="light"')])
def test_the_choice_of_colours_is_kept(theme: str, kept: str, browse: Browse) -> None:
    client = browse(None)
    assert client.post("/theme", data={"theme": theme, "back": "/jobs"}).location == "/jobs"
    assert kept in client.get("/jobs").text
    client.post("/theme", data={"theme": ""})
    assert "data-theme" not in client.get("/jobs").text


def test_a_colour_nobody_offered_is_not_kept(browse: Browse) -> None:
    client = browse(None)
    client.post("/theme", data={"theme": '"><script>', "back": "//evil.example"})
    assert "data-theme" not in client.get("/").text


def test_a_long_list_of_skills_says_how_many_there_are_and_shows_all(browse: Browse) -> None:
    client = browse(None)
    page = client.get("/skills?q=machine").text
    assert "The first 50 of" in page
    assert page.count('class="row-item"') == 50
    whole = client.get("/skills?q=machine&all=yes").text
    assert "The first" not in whole
    assert whole.count('class="row-item"') > 50


def test_a_skill_is_headed_by_its_name_with_a_capital(browse: Browse) -> None:
    assert "<h1>Welding</h1>" in browse(None).get("/skills/welding").text
