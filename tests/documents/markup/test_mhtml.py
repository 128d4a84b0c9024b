import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.markup.mhtml import read_mhtml
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

HEAD = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
PAGE = "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
PICTURE = "--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"


def test_page_inside_is_read_and_its_pictures_are_not():
    content = f"{HEAD}{PICTURE}{PAGE}<p>Holds =C2=B1.0005</p>\r\n--x--\r\n"
    (page,) = read_mhtml(content.encode(), Limits()).pages
    assert [block.text for block in page.blocks] == ["Holds ±.0005"]


@pytest.mark.parametrize(
    ("named", "linked"),
    [
        ("Content-Location: https://example.com/a.css", "https://example.com/a.css"),
        ("Content-ID: <c@x>", "cid:c@x"),
    ],
)
def test_style_saved_with_a_page_hides_its_words(named, linked):
    sheet = f"--x\r\nContent-Type: text/css\r\n{named}\r\n\r\n.old {{ display: none }}\r\n"
    page = f'<link rel=3Dstylesheet href=3D"{linked}"><p>Welder</p><p class=3Dold>Baker</p>'
    reading = read_mhtml(f"{HEAD}{PAGE}{page}\r\n{sheet}--x--".encode(), Limits())
    assert [block.text for block in reading.pages[0].blocks] == ["Welder"]
    assert [finding.code for finding in reading.findings] == ["hidden_text"]


def test_saved_page_without_a_page_is_corrupt():
    with pytest.raises(UnreadableDocument, match="saved web page"):
        read_mhtml(f"{HEAD}{PICTURE}--x--".encode(), Limits())


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 400), st.binary(max_size=20))
def test_damaged_page_is_read_or_refused(place, noise):
    content = f"{HEAD}{PICTURE}{PAGE}<p>Welder</p>\r\n--x--\r\n".encode()
    for damaged in (content[:place] + noise, content[:place] + noise + content[place:]):
        with contextlib.suppress(UnreadableDocument):
            assert len(read_mhtml(damaged, Limits()).pages) == 1
