"""A person's own pages."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from recruit.services import resumes
from recruit.services.house import House
from tests.people import RESUME, World

Browse = Callable[[str | None], FlaskClient]


def upload(client: FlaskClient, content: bytes, name: str = "mine.txt"):
    file = (BytesIO(content), name)
    return client.post("/my/resume", data={"file": file}, content_type="multipart/form-data")


def test_the_same_file_sent_twice_is_one_resume(browse: Browse) -> None:
    client = browse("dora")
    places = {upload(client, b"Lathe machinist, 5 years").location for _ in range(2)}
    assert len(places) == 1


def test_a_resume_that_waits_asks_for_itself_and_stops_when_it_is_read(browse: Browse, house: House) -> None:
    client = browse("dora")
    place = upload(client, b"CNC lathe machinist. Set up Okuma lathes, 5 years.").location
    waiting = client.get(place + "/reading").text
    assert 'hx-trigger="every 1s"' in waiting
    assert "<html" not in waiting
    resumes.read_resume(house, int(place.rsplit("/", 1)[1]))
    done = client.get(place + "/reading").text
    assert "hx-trigger" not in done
    assert "What we read" in done


def test_a_certificate_is_shown_in_its_parts_and_marked_with_its_end(browse: Browse, house: House) -> None:
    client = browse("dora")
    place = upload(client, b"Welder, TIG and stick\nAWS D1.1 3G/4G FCAW, exp. 06/2024").location
    resumes.read_resume(house, int(place.rsplit("/", 1)[1]))
    page = client.get(place).text
    assert "3G, 4G \N{MIDDLE DOT} FCAW \N{MIDDLE DOT} expired June 2024" in page
    assert "usually cover all plate positions" in page
    assert "AWS D1.1 3G/4G FCAW, exp. 06/2024</" in page


def test_a_file_that_cannot_be_read_says_what_to_do(browse: Browse, house: House) -> None:
    client = browse("dora")
    place = upload(client, b"%PDF-1.7 cut off", "broken.pdf").location
    resumes.read_resume(house, int(place.rsplit("/", 1)[1]))
    page = client.get(place).text
    assert "This file could not be read" in page
    assert page.count("ave it again") == 1
    # One thing to do, and the form for it stands here.
    assert page.count("btn btn-primary") == 1
    assert 'name="file"' in page
    assert "your earlier resume" not in page


def test_a_failed_upload_leads_to_the_resume_that_still_counts(browse: Browse, house: House, world: World) -> None:
    client = browse("ana")
    place = upload(client, b"%PDF-1.7 cut off", "broken.pdf").location
    resumes.read_resume(house, int(place.rsplit("/", 1)[1]))
    assert f'href="/my/resumes/{world.resume}">your earlier resume</a>' in client.get(place).text


def test_a_file_that_counts_already_says_under_which_name_it_came(browse: Browse, world: World) -> None:
    client = browse("ana")
    answer = upload(client, RESUME.encode(), "the same again.txt")
    assert answer.location == f"/my/resumes/{world.resume}"
    page = client.get(answer.location).text
    assert "You uploaded this file on" in page
    assert "Nothing changed" in page


def test_an_older_resume_leads_to_the_one_that_counts_and_offers_no_correction(
    browse: Browse, house: House, world: World
) -> None:
    client = browse("ana")
    newer = upload(client, b"TIG welder, 6 years. Welded 304 stainless.", "newer.txt").location
    resumes.read_resume(house, int(newer.rsplit("/", 1)[1]))
    page = client.get(f"/my/resumes/{world.resume}").text
    assert f'href="{newer}">See what was read from the newer one</a>' in page
    assert "Add a skill" not in page
    assert 'action="/my/resumes' not in page
    assert "Add a skill" in client.get(newer).text


def test_no_file_is_a_complaint_and_no_crash(browse: Browse) -> None:
    answer = browse("dora").post("/my/resume", data={})
    assert answer.status_code == 422
    assert "Choose a file first" in answer.text


def test_words_that_look_like_markup_are_shown_as_words(browse: Browse, house: House) -> None:
    client = browse("dora")
    place = upload(client, b"Okuma lathe machinist <script>alert(1)</script> <b>5 years</b>", "a<b>.txt").location
    resumes.read_resume(house, int(place.rsplit("/", 1)[1]))
    page = client.get(place).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "a<b>.txt" not in page


def test_the_file_comes_back_as_it_was_given_and_never_as_a_page(browse: Browse, world: World) -> None:
    answer = browse("ana").get(f"/my/resumes/{world.resume}/file")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert b"Ana Brook" in answer.data


def test_a_correction_is_shown_in_place_for_htmx_and_by_a_redirect_without(browse: Browse, world: World) -> None:
    client = browse("ana")
    address = f"/my/resumes/{world.resume}/skills"
    form = {"concept": "mastercam", "polarity": "limited", "years": "2.5"}
    assert client.post(address, data=form).status_code == 303
    part = client.post(address, data=form | {"years": "3"}, headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith('<div id="reading">')
    assert "3 y" in part


def test_what_a_person_does_not_have_is_kept_without_years(browse: Browse, world: World) -> None:
    form = {"concept": "mastercam", "polarity": "absent", "years": "9"}
    address = f"/my/resumes/{world.resume}/skills"
    part = browse("ana").post(address, data=form, headers={"HX-Request": "true"}).text
    assert "not held" in part
    assert "9 y" not in part


@pytest.mark.parametrize("years", ["-1", "61", "many", "nan", "inf"])
def test_years_that_cannot_be_are_refused(years: str, browse: Browse, world: World) -> None:
    form = {"concept": "mastercam", "polarity": "held", "years": years}
    answer = browse("ana").post(f"/my/resumes/{world.resume}/skills", data=form)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "form",
    [{}, {"concept": "mastercam", "polarity": "required"}, {"concept": "no-such-thing", "polarity": "held"}],
)
def test_a_correction_that_makes_no_sense_is_refused(form: dict[str, str], browse: Browse, world: World) -> None:
    assert browse("ana").post(f"/my/resumes/{world.resume}/skills", data=form).status_code == 422


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["a page", "a part"])
def test_a_refused_correction_says_so_in_its_own_chip(
    headers: dict[str, str], browse: Browse, world: World
) -> None:
    form = {"concept": "gd-and-t", "polarity": "held", "years": "61"}
    answer = browse("ana").post(f"/my/resumes/{world.resume}/skills", data=form, headers=headers)
    assert answer.status_code == 422
    assert ("<html" in answer.text) is not bool(headers)
    opened = answer.text.partition('<details class="chip-edit" name="chips" open data-refused>')[2].partition(
        "</details>"
    )[0]
    assert 'value="gd-and-t"' in opened
    assert "Years are a number from 0 to 60." in opened
    assert 'value="61"' in opened


def test_taking_a_skill_away_asks_whether_its_words_mean_something_else(browse: Browse, world: World) -> None:
    client = browse("ana")
    page = client.get(f"/my/resumes/{world.resume}").text
    assert "Take it off the list, because" in page
    client.post(
        f"/my/resumes/{world.resume}/skills",
        data={"concept": "gd-and-t", "polarity": "held", "remove": "means-other"},
    )
    page = client.get(f"/my/resumes/{world.resume}").text
    assert "What would leave, word for word" in page
    assert "means something else here" in page


def test_only_a_certificate_is_asked_whether_it_has_expired(browse: Browse, world: World) -> None:
    page = browse("ana").get(f"/my/resumes/{world.resume}").text
    assert "I no longer do this" in page
    assert "it has expired" not in page


def test_what_was_removed_can_be_put_back(browse: Browse, world: World) -> None:
    client = browse("ana")
    address = f"/my/resumes/{world.resume}"
    client.post(f"{address}/skills", data={"concept": "gd-and-t", "polarity": "held", "remove": "yes"})
    assert "Removed by you" in client.get(address).text
    client.post(f"{address}/skills/undo", data={"concept": "gd-and-t"})
    assert "Removed by you" not in client.get(address).text


def test_applying_twice_is_one_application(browse: Browse, world: World) -> None:
    client = browse("ana")
    for _ in range(2):
        client.post(f"/my/jobs/{world.open_job}/apply")
    assert client.get("/my/applications").text.count("Sent. A recruiter will read it.") == 1


def test_a_job_opened_before_the_first_resume_leads_to_the_upload(browse: Browse, world: World) -> None:
    client = browse("dora")
    answer = client.get(f"/my/jobs/{world.open_job}")
    assert (answer.status_code, answer.location) == (303, "/my/resume/new")
    assert "Upload a resume first" in client.get(answer.location).text


def test_a_job_opened_while_the_resume_is_read_leads_to_that_resume(browse: Browse, world: World) -> None:
    client = browse("dora")
    place = upload(client, b"Lathe machinist, 5 years").location
    page = client.get(f"/my/jobs/{world.open_job}", follow_redirects=True)
    assert page.request.path == place


def test_a_person_without_a_resume_is_asked_for_one(browse: Browse) -> None:
    assert "Go to my resume" in browse("dora").get("/my/jobs").text


def test_jobs_and_contact_stand_beside_what_was_read(browse: Browse, world: World) -> None:
    page = browse("ana").get(f"/my/resumes/{world.resume}").text
    assert "years in all" in page
    for words in ("CNC lathe machinist", "Lakeshore Valve", "2016 - present", "ana@example.com", "(814) 555-0100"):
        assert words in page
