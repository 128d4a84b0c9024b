"""Error pages say what happened, what is safe and what to do."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from recruit.services import jobs

Browse = Callable[[str | None], FlaskClient]


@pytest.mark.parametrize(
    ("who", "method", "path", "status"),
    [(None, "GET", "/nothing", 404), ("ana", "GET", "/roles", 403), (None, "GET", "/log-out", 405)],
)
def test_an_error_page_names_all_three(
    who: str | None, method: str, path: str, status: int, browse: Browse
) -> None:
    answer = browse(who).open(path, method=method)
    assert answer.status_code == status
    for words in ("What happened", "What is safe", "What to do"):
        assert words in answer.text


def test_an_error_page_asked_for_as_a_part_takes_the_place_of_the_page(browse: Browse) -> None:
    as_part = browse("ana").get("/roles", headers={"HX-Request": "true"})
    assert (as_part.headers["HX-Retarget"], as_part.headers["HX-Reselect"]) == ("#main", "#main")
    assert "HX-Retarget" not in browse("ana").get("/roles").headers


def test_a_file_that_is_too_large_gets_a_page_with_the_limit(browse: Browse) -> None:
    file = (BytesIO(b"x" * 400_000), "large.txt")
    answer = browse("ana").post("/my/resume", data={"file": file}, content_type="multipart/form-data")
    assert answer.status_code == 413
    assert "195.3 KB" in answer.text or "195 KB" in answer.text


def test_what_breaks_says_nothing_of_its_inside(
    app: Flask, browse: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("the secret of the inside")

    monkeypatch.setattr(jobs, "open_jobs", broken)
    answer = browse(None).get("/jobs")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "fault of this program" in answer.text
