"""Images of a resume's pages are for the person it is from and for their recruiters."""

import io
from collections.abc import Callable
from email.message import EmailMessage

import numpy as np
import pytest
from flask.testing import FlaskClient
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from recruit.services import resumes
from recruit.services.house import House
from recruit.services.shapes import Upload
from tests.documents.paper import TOOLMAKER, bytes_of, printed, turned
from tests.people import World

Browse = Callable[[str | None], FlaskClient]


def two_pages() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(612, 792))
    for line in ("Set up and ran Okuma LB3000 lathes, 6 years", "Surface grinding, held .0002"):
        canvas.drawString(72, 700, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def handed_in(house: House, world: World, name: str, content: bytes) -> int:
    resume_id = resumes.submit_resume(house, world["ana"], Upload(file_name=name, content=content))
    resumes.read_resume(house, resume_id)
    return resume_id


@pytest.fixture
def scan(house: House, world: World) -> int:
    """Ana's resume as a PDF of two pages."""
    return handed_in(house, world, "a.pdf", two_pages())


@pytest.mark.parametrize(
    ("who", "status"), [(None, 302), ("ana", 200), ("ben", 200), ("vera", 200), ("dora", 404), ("carol", 404)]
)
def test_who_may_read_the_resume_sees_its_pages(browse: Browse, scan: int, who: str | None, status: int) -> None:
    answer = browse(who).get(f"/resumes/{scan}/pages/2/900")
    assert answer.status_code in ({302, 303, 401} if who is None else {status})


def test_employers_see_no_page_of_anybody(browse: Browse, scan: int) -> None:
    assert browse("erin").get(f"/resumes/{scan}/pages/1/900").status_code == 404


def test_a_page_is_an_image_as_wide_as_asked(browse: Browse, scan: int) -> None:
    answer = browse("ana").get(f"/resumes/{scan}/pages/1/1800")
    assert answer.mimetype == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert Image.open(io.BytesIO(answer.data)).width == 1800


def test_a_photo_on_its_side_is_shown_upright(browse: Browse, house: House, world: World) -> None:
    photo = bytes_of(turned(90)(printed(TOOLMAKER[:8], dpi=110)), "JPEG")
    resume_id = handed_in(house, world, "photo.jpg", photo)
    answer = browse("ana").get(f"/resumes/{resume_id}/pages/1/900")
    image = Image.open(io.BytesIO(answer.data)).convert("L")
    assert image.size == (900, 1165)
    # The page is written on at its top.
    written = np.asarray(image).min(axis=1) < 128
    assert written[:400].any()
    assert not written[600:].any()


def test_a_browser_keeps_a_page_but_asks_each_time_whether_it_may_show_it(browse: Browse, scan: int) -> None:
    client = browse("ana")
    address = f"/resumes/{scan}/pages/1/900"
    first = client.get(address)
    assert "no-cache" in first.headers["Cache-Control"]
    assert "private" in first.headers["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert browse("carol").get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 404


@pytest.mark.parametrize("address", ["pages/3/900", "pages/0/900", "pages/1/901", "pages/1/100000"])
def test_pages_and_sizes_that_are_not_there_are_not_found(browse: Browse, scan: int, address: str) -> None:
    assert browse("ana").get(f"/resumes/{scan}/{address}").status_code == 404


def test_a_text_has_no_pages_to_draw(browse: Browse, world: World) -> None:
    assert browse("ana").get(f"/resumes/{world.resume}/pages/1/900").status_code == 404


def test_of_a_mail_the_pages_of_the_attached_resume_are_shown(browse: Browse, house: House, world: World) -> None:
    mail = EmailMessage()
    mail["From"] = mail["To"] = "ana@example.com"
    mail["Message-ID"] = "<1@example.com>"
    mail.set_content("My resume is attached.")
    mail.add_attachment(two_pages(), maintype="application", subtype="pdf", filename="resume.pdf")
    resume_id = handed_in(house, world, "mail.eml", mail.as_bytes())
    answer = browse("ana").get(f"/resumes/{resume_id}/pages/2/900")
    assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")
