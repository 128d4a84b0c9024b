"""A recruiter's pages."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from recruit.services import jobs
from recruit.services.house import House
from tests.people import DRAFT, World, hand_in

Browse = Callable[[str | None], FlaskClient]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def person(world: World) -> str:
    return f"/recruiter/jobs/{world.open_job}/people/{world.ana}"


def test_a_job_opens_with_its_first_person_beside_the_list(browse: Browse, world: World) -> None:
    page = browse("ben").get(f"/recruiter/jobs/{world.open_job}").text
    assert "1 person ranked" in page
    assert 'id="person"' in page
    assert "Required skills" in page
    assert "Okuma LB3000" in page


def test_htmx_gets_the_person_alone_and_everybody_else_the_page(browse: Browse, person: str) -> None:
    client = browse("ben")
    part = client.get(person, headers=HTMX).text
    assert part.lstrip().startswith("<article")
    assert client.get(person).text.lstrip().startswith("<!doctype html>")
    back = client.get(person, headers=HTMX | {"HX-History-Restore-Request": "true"}).text
    assert back.lstrip().startswith("<!doctype html>")


def test_who_decides_is_told_how_well_a_resume_could_be_read(
    browse: Browse, person: str, house: House, world: World
) -> None:
    well = browse("ben").get(person, headers=HTMX).text
    assert '<b class="heading">EXPERIENCE</b>' in well
    assert "verdict" not in well
    hand_in(house, world["ana"], "Okuma lathe")
    part = browse("ben").get(person, headers=HTMX).text
    assert "Hard to read: check the text against the original" in part
    assert "2 words" in part


def test_a_certificate_is_shown_in_its_parts_with_what_to_ask(browse: Browse, house: House, world: World) -> None:
    wanted = replace(DRAFT, title="Structural welder", description="TIG welding. AWS D1.1 3G required.")
    job = jobs.post_job(house, world["erin"], wanted)
    jobs.publish_job(house, world["erin"], job, 1)
    hand_in(house, world["ana"], "TIG welder since 2012\nAWS D1.1 3G/4G FCAW, issued 03/2025")
    part = browse("ben").get(f"/recruiter/jobs/{job}/people/{world.ana}", headers=HTMX).text
    assert "3G, 4G \N{MIDDLE DOT} FCAW \N{MIDDLE DOT} issued March 2025" in part
    assert "Proof needed" in part


def test_the_points_shown_add_up_to_the_score_shown(browse: Browse, person: str) -> None:
    part = browse("ben").get(person, headers=HTMX).text
    points = [int(number) for number in re.findall(r'<dd>(-?\d+)<span class="of">', part)]
    (score,) = re.findall(r'<span class="score big">(\d+)</span>', part)
    assert sum(points) == int(score)


def test_a_decision_tells_the_list_too(browse: Browse, person: str, world: World) -> None:
    part = browse("ben").post(person + "/shortlist", headers=HTMX).text
    assert f'id="stage-{world.ana}" hx-swap-oob="true"' in part
    assert "shortlisted" in part


def test_a_rejection_without_a_reason_is_refused_with_the_form_open(browse: Browse, person: str) -> None:
    for headers in ({}, HTMX):
        answer = browse("ben").post(person + "/reject", data={"words": "  "}, headers=headers)
        assert answer.status_code == 422
        assert "Say why" in answer.text
        assert '<details class="reject" open>' in answer.text


def test_a_choice_and_words_make_one_reason(browse: Browse, person: str) -> None:
    form = {"choice": "Wants another shift", "words": "days only"}
    page = browse("ben").post(person + "/reject", data=form, follow_redirects=True).text
    assert "Wants another shift: days only" in page


def test_a_choice_that_is_not_offered_is_refused(browse: Browse, person: str) -> None:
    assert browse("ben").post(person + "/reject", data={"choice": "Because"}).status_code == 422


def test_two_recruiters_do_not_overwrite_each_other(browse: Browse, person: str) -> None:
    client = browse("ben")
    client.post(person + "/shortlist")
    answer = client.post(person + "/reject", data={"words": "Too far"}, headers=HTMX)
    assert answer.status_code == 409
    assert "your decision was not made" in answer.text
    page = client.post(person + "/reject", data={"words": "Too far"}, follow_redirects=True).text
    assert "your decision was not made" in page


def test_a_decision_is_taken_back(browse: Browse, person: str) -> None:
    client = browse("ben")
    client.post(person + "/shortlist")
    page = client.post(person + "/undo", data={"revision": "1"}, follow_redirects=True).text
    assert "nothing decided yet" in page


def test_taking_back_nothing_is_refused(browse: Browse, person: str) -> None:
    assert browse("ben").post(person + "/undo").status_code == 422


def test_the_list_is_handed_out_as_a_workbook(browse: Browse, world: World) -> None:
    answer = browse("ben").get(f"/recruiter/jobs/{world.open_job}/export")
    assert answer.headers["Content-Disposition"].startswith(f"attachment; filename=job-{world.open_job}-ranking-")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.data))
    assert "Ana" in {cell for row in book.get_sheet_by_index(0).to_python() for cell in row}


def test_who_may_only_look_sees_no_decision_to_make(browse: Browse, person: str) -> None:
    page = browse("vera").get(person).text
    assert "Shortlist" not in page
    assert "Reject" not in page


def test_a_resume_that_is_still_being_read_is_mentioned_above_the_list(browse: Browse, world: World) -> None:
    address = f"/recruiter/jobs/{world.open_job}"
    assert "still being read" not in browse("ben").get(address).text
    file = {"file": (BytesIO(b"Lathe machinist, 5 years"), "mine.txt")}
    browse("dora").post("/my/resume", data=file, content_type="multipart/form-data")
    assert "1 resume still being read" in browse("ben").get(address).text


@pytest.mark.parametrize("page", ["0", "-3", "many", "999"])
def test_a_page_of_the_list_that_is_not_there_is_no_error(page: str, browse: Browse, world: World) -> None:
    assert browse("ben").get(f"/recruiter/jobs/{world.open_job}?page={page}").status_code == 200
