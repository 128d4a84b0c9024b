"""Logging in, logging out and registering."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

Browse = Callable[[str | None], FlaskClient]
PASSWORD = "anvil-and-arbor"

NEW = {"display_name": "Lee Oda", "email": "lee@example.com", "password": "three quiet gears", "consent": "y"}


@pytest.mark.parametrize(
    ("who", "home"),
    [("ben", "/recruiter/jobs"), ("vera", "/recruiter/jobs"), ("erin", "/roles"), ("ana", "/my/resume")],
)
def test_everybody_begins_at_their_own_work(who: str, home: str, browse: Browse) -> None:
    answer = browse(None).post("/log-in", data={"email": f"{who}@example.com", "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, home)


def test_logging_in_goes_on_to_where_one_wanted_to_go(browse: Browse) -> None:
    client = browse(None)
    sent_away = client.get("/recruiter/jobs?page=2").location
    answer = client.post(sent_away, data={"email": "ben@example.com", "password": PASSWORD})
    assert answer.location == "/recruiter/jobs?page=2"


def test_logging_in_goes_to_no_other_site(browse: Browse) -> None:
    answer = browse(None).post(
        "/log-in?next=//evil.example", data={"email": "ben@example.com", "password": PASSWORD}
    )
    assert answer.location == "/recruiter/jobs"


@pytest.mark.parametrize("email", ["ben@example.com", "nobody@example.com"])
def test_a_wrong_password_and_an_unknown_address_get_the_same_page(email: str, browse: Browse) -> None:
    answer = browse(None).post("/log-in", data={"email": email, "password": "wrong"})
    assert answer.status_code == 422
    assert "The address or the password is wrong." in answer.text
    assert f'value="{email}"' in answer.text
    assert 'value="wrong"' not in answer.text


def test_logging_out_ends_the_session(browse: Browse) -> None:
    client = browse("ben")
    client.post("/log-out")
    assert client.get("/recruiter/jobs").status_code == 303


def test_a_new_person_is_registered_logged_in_and_asked_for_a_resume(browse: Browse) -> None:
    client = browse(None)
    answer = client.post("/register", data=NEW)
    assert (answer.status_code, answer.location) == (303, "/my/resume")
    assert "Upload your resume" in client.get("/my/resume").text


def test_who_is_logged_in_does_not_register_again(browse: Browse) -> None:
    client = browse("ben")
    for answer in (client.get("/register"), client.post("/register", data=NEW)):
        assert (answer.status_code, answer.location) == (303, "/recruiter/jobs")


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("consent", "", "Without your agreement"),
        ("email", "ben@example.com", "e-mail"),
        ("password", "short", "10"),
        ("display_name", "  ", "Type your name"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_rest_is_kept(
    field: str, value: str, complaint: str, browse: Browse
) -> None:
    form = {name: given for name, given in (NEW | {field: value}).items() if given}
    answer = browse(None).post("/register", data=form)
    assert answer.status_code == 422
    assert complaint.lower() in answer.text.lower()
    assert f'href="#{field}"' in answer.text
    assert "three quiet gears" not in answer.text
