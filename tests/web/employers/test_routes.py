"""An employer's pages."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from tests.people import World

Browse = Callable[[str | None], FlaskClient]
HTMX = {"HX-Request": "true"}

ROLE = {"title": "Grinder hand", "description": "Required: surface grinding. Preferred: Mastercam."}


def test_a_role_is_saved_as_a_draft_and_published(browse: Browse) -> None:
    client = browse("erin")
    place = client.post("/roles/new", data=ROLE).location
    assert "Only you see it" in client.get(place).text
    client.post(place + "/publish", data={"revision": "1"})
    assert "Grinder hand" in browse(None).get("/jobs?q=grinder").text


def test_what_is_read_is_shown_while_nothing_is_saved(browse: Browse) -> None:
    client = browse("erin")
    part = client.post("/roles/preview", data=ROLE, headers=HTMX).text
    assert "Mastercam" in part
    assert "Grinder hand" not in client.get("/roles").text


def test_the_preview_button_does_the_same_without_javascript(browse: Browse) -> None:
    client = browse("erin")
    page = client.post("/roles/new", data=ROLE | {"preview": "yes"}).text
    assert "Mastercam" in page
    assert "Grinder hand" not in client.get("/roles").text


def test_a_description_is_taken_from_a_file_with_its_first_line_as_title(browse: Browse) -> None:
    file = (BytesIO(b"Grinder hand\n\nRequired: surface grinding."), "role.txt")
    page = browse("erin").post("/roles/new/file", data={"file": file}, content_type="multipart/form-data").text
    assert 'value="Grinder hand"' in page
    assert "surface grinding." in page


@pytest.mark.parametrize(
    ("content", "status", "description"), [(b"Deburring by hand.", 200, "Deburring by hand."), (b"", 422, "typed")]
)
def test_what_was_typed_stays_when_a_file_is_read_or_refused(
    content: bytes, status: int, description: str, browse: Browse
) -> None:
    typed = {
        "title": "Deburrer",
        "description": "typed",
        "job_location": "Dayton",
        "work_hours": "Nights",
        "base_salary_min_usd": "lots",
        "base_salary_unit": "year",
    }
    form = typed | {"file": (BytesIO(content), "role.txt")}
    answer = browse("erin").post("/roles/new/file", data=form, content_type="multipart/form-data")
    assert answer.status_code == status
    for kept in ('value="Deburrer"', 'value="Dayton"', 'value="Nights"', 'value="lots"', 'selected value="year"'):
        assert kept in answer.text
    assert description in answer.text


def test_the_file_is_read_by_a_button_of_the_form_that_holds_the_rest(browse: Browse) -> None:
    page = browse("erin").get("/roles/new").text
    form = page[page.index('action="/roles/new"') : page.index("Save role as draft")]
    assert 'enctype="multipart/form-data"' in form
    assert 'formaction="/roles/new/file" formnovalidate' in form
    assert 'name="title"' in form


def test_a_file_without_words_is_a_complaint_at_the_file(browse: Browse) -> None:
    file = (BytesIO(b""), "role.txt")
    answer = browse("erin").post("/roles/new/file", data={"file": file}, content_type="multipart/form-data")
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        ({"title": ""}, "Type a title"),
        ({"description": " "}, "Paste or type the description"),
        ({"base_salary_min_usd": "40", "base_salary_max_usd": "30"}, "below its beginning"),
        ({"base_salary_min_usd": "lots"}, "Not a valid float"),
    ],
)
def test_what_is_wrong_with_a_role_is_said_and_the_rest_is_kept(
    form: dict[str, str], complaint: str, browse: Browse
) -> None:
    answer = browse("erin").post("/roles/new", data=ROLE | {"work_hours": "Nights, 4 x 10"} | form)
    assert answer.status_code == 422
    assert complaint in answer.text
    assert "Nights, 4 x 10" in answer.text


def test_an_older_page_does_not_overwrite_a_newer_text(browse: Browse, world: World) -> None:
    client = browse("erin")
    address = f"/roles/{world.draft_job}/edit"
    client.post(address, data=ROLE | {"revision": "1"})
    answer = client.post(address, data=ROLE | {"title": "My other title", "revision": "1"})
    assert answer.status_code == 409
    assert "Somebody else changed this role" in answer.text
    assert "My other title" in answer.text
    # What is shown is the newest revision, so saving again is a decision and no accident.
    assert 'name="revision" value="2"' in answer.text
    assert client.post(address, data=ROLE | {"title": "My other title", "revision": "2"}).status_code == 303


def test_an_older_chip_is_refused_with_the_newest_version_beside_it(browse: Browse, world: World) -> None:
    client = browse("erin")
    address = f"/roles/{world.draft_job}/requirements"
    form = {"concept": "mastercam", "polarity": "required", "revision": "1"}
    client.post(address, data=form)
    answer = client.post(address, data=form | {"polarity": "preferred"}, headers=HTMX)
    assert answer.status_code == 409
    assert "your change was not made" in answer.text
    page = client.post(address, data=form, follow_redirects=True).text
    assert "your change was not made" in page


def test_a_requirement_is_removed_and_put_back(browse: Browse, world: World) -> None:
    client = browse("erin")
    address = f"/roles/{world.draft_job}/requirements"
    form = {"concept": "mastercam", "polarity": "preferred", "revision": "1"}
    part = client.post(address, data=form | {"remove": "yes"}, headers=HTMX).text
    assert "Removed by you" in part
    part = client.post(address, data=form | {"revision": "2"}, headers=HTMX).text
    assert "Removed by you" not in part


def test_a_closed_role_leaves_the_job_board(browse: Browse, world: World) -> None:
    browse("erin").post(f"/roles/{world.open_job}/close", data={"revision": "2"})
    assert browse(None).get(f"/jobs/{world.open_job}").status_code == 404


def test_who_may_only_read_sees_no_button_that_would_be_refused(browse: Browse, world: World) -> None:
    assert "New role" not in browse("evan").get("/roles").text
    page = browse("evan").get(f"/roles/{world.draft_job}").text
    assert "Publish role" not in page
    assert "Add a requirement" not in page
