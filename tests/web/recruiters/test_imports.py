"""Imports as a recruiter sees them."""

import csv
import io
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from recruit.services import background
from recruit.services.house import House
from recruit.services.imports import doing, orders
from tests.people import AGENCY, WELDER, World, stage_import

Browse = Callable[[str | None], FlaskClient]
HTMX = {"HX-Request": "true"}


def zip_of(content_by_name: dict[str, str]) -> io.BytesIO:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in content_by_name.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed


def do_all(house: House) -> None:
    while doing.run_next(house, threading.Event()):
        pass


def test_an_uploaded_zip_waits_on_its_page_and_is_then_told_file_by_file(browse: Browse, house: House) -> None:
    client = browse("ben")
    packed = zip_of({"a/=welder.txt": WELDER, "b/copy.txt": WELDER, "nothing.txt": ""})
    answer = client.post("/recruiter/imports", data={"files": (packed, "mine/batch.zip")})
    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert "batch.zip" in page
    assert "mine/" not in page
    assert 'hx-trigger="every 1s"' in page
    assert "Look again" in page
    do_all(house)
    part = client.get(answer.location + "/progress", headers=HTMX).text
    assert part.lstrip().startswith('<div id="import"')
    assert "every 1s" not in part
    assert "of 3 files" in part
    assert '<b>nothing.txt</b><span class="row-context">batch.zip</span>' in part
    assert "This file is empty" in part


def test_what_broke_off_is_gone_on_with_by_those_who_may(
    app: Flask, browse: Browse, house: House, world: World
) -> None:
    import_id = stage_import(house, world["ben"], {"a.txt": WELDER.encode()})
    with house.sessions.begin() as session:
        run = background.claim(session, orders.BY_WORKER, import_id)
    assert run
    doing.fail(house, run, doing.BROKEN_MESSAGE)
    app.config["WTF_CSRF_ENABLED"] = True
    place, client = f"/recruiter/imports/{import_id}", browse("ben")
    assert "A recruiter of your agency can go on with it." in browse("vera").get(place).text
    token = client.get(place).text.split(f'action="{place}/go-on"')[1].split('value="')[1].split('"')[0]
    assert client.post(f"{place}/go-on").status_code == 400
    assert client.post(f"{place}/go-on", data={"csrf_token": token}).location == place
    do_all(house)
    assert "1 file not brought in" not in client.get(place).text
    assert "Done" in client.get(place).text


def test_what_stopped_on_the_command_line_says_what_to_type(browse: Browse, house: House, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WELDER)
    place = f"/recruiter/imports/{doing.begin(house, [tmp_path / 'a.txt'], AGENCY)}"
    assert f"{tmp_path}/a.txt</code>" in browse("ben").get(place).text
    (tmp_path / "a.txt").unlink()
    page = browse("ben").get(place).text
    assert "cannot be seen from here" in page
    assert "</code>" not in page


def test_what_was_uploaded_is_deleted_once_it_is_in_the_store(browse: Browse, house: House) -> None:
    browse("ben").post("/recruiter/imports", data={"files": (zip_of({"a.txt": WELDER}), "a.zip")})
    assert any(orders.uploads_of(house).iterdir())
    do_all(house)
    assert not any(orders.uploads_of(house).iterdir())


def test_the_report_is_a_csv_that_no_spreadsheet_runs(browse: Browse, house: House, world: World) -> None:
    import_id = stage_import(house, world["ben"], {"=welder.txt": WELDER.encode(), "none.txt": b""})
    do_all(house)
    answer = browse("vera").get(f"/recruiter/imports/{import_id}/report")
    assert answer.headers["Content-Disposition"] == f"attachment; filename=import-{import_id}.csv"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.mimetype == "text/csv"
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert {row["file"]: row["outcome"] for row in rows} == {"'=welder.txt": "imported", "none.txt": "unreadable"}


def test_nothing_chosen_is_said_next_to_the_field_and_leaves_nothing(browse: Browse, house: House) -> None:
    answer = browse("ben").post("/recruiter/imports", data={"files": (io.BytesIO(), "")})
    assert answer.status_code == 422
    assert "Choose a ZIP or some resumes first." in answer.text
    assert not any(orders.uploads_of(house).iterdir())


def test_too_much_is_refused_with_the_limit_and_leaves_nothing(app: Flask, browse: Browse, house: House) -> None:
    much = io.BytesIO(b"x" * (house.settings.max_import_bytes + 2**17))
    answer = browse("ben").post("/recruiter/imports", data={"files": (much, "much.zip")})
    assert answer.status_code == 413
    assert "at once" in answer.text
    assert not any(orders.uploads_of(house).iterdir())


def test_who_may_only_look_is_offered_no_form(browse: Browse) -> None:
    assert 'name="files"' in browse("ben").get("/recruiter/imports").text
    assert 'name="files"' not in browse("vera").get("/recruiter/imports").text


def test_the_list_shows_the_own_agency_alone(browse: Browse, house: House, world: World) -> None:
    stage_import(house, world["ben"], {"northern.txt": WELDER.encode()})
    assert "northern.txt" in browse("vera").get("/recruiter/imports").text
    assert "northern.txt" not in browse("carol").get("/recruiter/imports").text


def test_an_upload_with_its_token_is_taken(app: Flask, browse: Browse) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = browse("ben")
    page = client.get("/recruiter/imports").text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    data = {"csrf_token": token, "files": (io.BytesIO(WELDER.encode()), "a.txt")}
    assert client.post("/recruiter/imports", data=data).status_code == 303
