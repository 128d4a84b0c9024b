"""Headers on every answer, limits on guessing, and cookies that scripts cannot read."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import World

Browse = Callable[[str | None], FlaskClient]


@pytest.mark.parametrize("path", ["/", "/log-in", "/nothing-here", "/assets/x/recruit.css", "/recruiter/jobs"])
def test_every_answer_carries_the_headers(path: str, browse: Browse) -> None:
    headers = browse(None).get(path).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/", "/jobs", "/my/jobs", "/my/resumes/1/file"])
def test_no_page_is_kept_by_the_browser(path: str, browse: Browse) -> None:
    assert browse("ana").get(path).headers["Cache-Control"] == "no-store"


def test_no_page_holds_a_script_or_a_style_of_its_own(browse: Browse, world: World) -> None:
    pages = {
        "ana": ["/my/resume", "/my/jobs", f"/my/jobs/{world.open_job}"],
        "ben": [f"/recruiter/jobs/{world.open_job}"],
    }
    for who, paths in pages.items():
        for path in paths:
            page = browse(who).get(path, follow_redirects=True).text
            assert "<style" not in page
            assert " style=" not in page
            assert "<script>" not in page
            assert " onclick=" not in page


def test_the_session_cookie_is_for_this_site_and_no_script(app: Flask, browse: Browse) -> None:
    answer = browse(None).post("/log-in", data={"email": "ben@example.com", "password": "anvil-and-arbor"})
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_the_session_cookie_is_for_https_alone_where_the_settings_say_so(app: Flask, browse: Browse) -> None:
    app.config["SESSION_COOKIE_SECURE"] = True
    answer = browse(None).post(
        "/log-in", data={"email": "ben@example.com", "password": "anvil-and-arbor"}, base_url="https://localhost"
    )
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age" in answer.headers["Strict-Transport-Security"]


def test_guessing_passwords_is_slowed_down(app: Flask, browse: Browse) -> None:
    app.config["LOGIN_RATE_LIMIT"] = "3 per minute"
    client = browse(None)
    wrong = {"email": "guess@example.com", "password": "wrong"}
    # An address of its own: the limits of all tests live in one process.
    here = {"REMOTE_ADDR": "192.0.2.1"}
    codes = [client.post("/log-in", data=wrong, environ_base=here).status_code for _ in range(5)]
    assert codes == [422, 422, 422, 429, 429]


def test_one_who_guesses_does_not_lock_out_the_next_behind_the_same_address(app: Flask, browse: Browse) -> None:
    app.config["LOGIN_RATE_LIMIT"] = "2 per minute"
    here = {"REMOTE_ADDR": "192.0.2.4"}
    guesser = {"email": "guess@example.com", "password": "wrong"}
    right = {"email": "ben@example.com", "password": "anvil-and-arbor"}
    client = browse(None)
    codes = [client.post("/log-in", data=guesser, environ_base=here).status_code for _ in range(3)]
    assert codes == [422, 422, 429]
    shouted = guesser | {"email": " GUESS@example.com "}
    assert client.post("/log-in", data=shouted, environ_base=here).status_code == 429
    assert client.post("/log-in", data=right, environ_base=here).status_code == 303


def test_trying_many_accounts_from_one_address_ends_too(app: Flask, browse: Browse) -> None:
    app.config["LOGIN_RATE_LIMIT"] = "1 per minute"
    here = {"REMOTE_ADDR": "192.0.2.5"}
    client = browse(None)
    codes = [
        client.post("/log-in", data={"email": f"n{number}@example.com"}, environ_base=here).status_code
        for number in range(11)
    ]
    assert codes == [422] * 10 + [429]


def test_logging_in_is_never_slowed_down(app: Flask, browse: Browse) -> None:
    app.config["LOGIN_RATE_LIMIT"] = "3 per minute"
    right = {"email": "ben@example.com", "password": "anvil-and-arbor"}
    here = {"REMOTE_ADDR": "192.0.2.2"}
    codes = [browse(None).post("/log-in", data=right, environ_base=here).status_code for _ in range(5)]
    assert codes == [303] * 5


def test_registering_is_limited(app: Flask, browse: Browse) -> None:
    app.config["LOGIN_RATE_LIMIT"] = "2 per minute"
    here = {"REMOTE_ADDR": "192.0.2.3"}
    codes = [browse(None).post("/register", data={}, environ_base=here).status_code for _ in range(3)]
    assert codes == [422, 422, 429]
