import contextlib
import io
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.markup.mail import attached_document
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

PDF = b"%PDF-1.4\n1 0 obj\n" + b"x" * 500
PNG = b"\x89PNG\r\n\x1a\n"


def word_file() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "x")
        package.writestr("word/document.xml", "x")
    return buffer.getvalue()


def mail(body: str = "Please find my resume attached.", *files: tuple[str, bytes], html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"], message["MIME-Version"] = "ben@example.com", "Application", "1.0"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def said(message: EmailMessage | bytes) -> list[str]:
    content = message if isinstance(message, bytes) else message.as_bytes()
    reading = attached_document(content, Limits())
    assert not isinstance(reading, bytes)
    return [block.text for page in reading.pages for block in page.blocks]


def taken(*files: tuple[str, bytes], body: str = "See attached.") -> bytes:
    document = attached_document(mail(body, *files).as_bytes(), Limits())
    assert isinstance(document, bytes)
    return document


def refusal(content: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        attached_document(content, Limits())
    return caught.value


def test_attached_resume_is_the_document():
    assert taken(("Ada.pdf", PDF)) == PDF


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ([("cover letter.pdf", PDF + b"long" * 99), ("Ada_Resume.docx", word_file())], 1),
        ([("notes.txt", b"Ada Novak, welder"), ("Ada.pdf", PDF)], 1),
        ([("Ada.rtf", b"{\\rtf1 x}"), ("Ada.docx", word_file())], 1),
        ([("a.pdf", PDF), ("b.pdf", PDF + b"more")], 1),
        ([("certificates.pdf", PDF + b"more"), ("Ada.pdf", PDF)], 1),
        ([("scan.png", PNG + bytes(50_000)), ("Ada.txt", b"Ada Novak, welder")], 1),
        ([("image001.png", PNG + bytes(500)), ("meeting.ics", b"BEGIN:VCALENDAR"), ("cv.rtf", b"{\\rtf1 x}")], 2),
    ],
)
def test_likeliest_attachment_is_taken(files, wanted):
    assert taken(*files) == files[wanted][1]


def test_photo_of_a_page_is_taken_where_nothing_else_is_there():
    photo = PNG + bytes(50_000)
    assert taken(("IMG_1.png", photo)) == photo


def test_resume_written_into_the_mail_wins_over_a_picture():
    body = "Ada Novak\n\n" + "Set up and ran lathes and mills in a job shop. " * 20
    assert said(mail(body, ("IMG_1.png", PNG + bytes(50_000))))[0] == "Ada Novak"


def test_signature_picture_and_visiting_card_are_no_resume():
    files = ("logo.png", PNG + bytes(900)), ("ada.vcf", b"BEGIN:VCARD\nFN:Ada\nEND:VCARD")
    assert said(mail("Ada Novak\nWelder", *files)) == ["Ada Novak", "Welder"]


def test_lines_of_address_are_no_text_of_the_resume():
    assert said(mail("Ada Novak\nWelder")) == ["Ada Novak", "Welder"]


def test_web_version_is_read_where_the_plain_one_is_a_stub():
    page = "<h1>Ada Novak</h1><ul>" + "<li>Ran a lathe in a job shop" * 9 + "</ul>"
    assert said(mail("View in a browser.", html=page))[:2] == ["Ada Novak", "• Ran a lathe in a job shop"]
    assert said(mail("Ada Novak\nWelder", html="<b>Ada Novak</b><p>Welder"))[1] == "Welder"


def test_forwarded_resume_loses_only_its_envelope():
    body = (
        "See below.\n\n---------- Forwarded message ---------\n"
        "From: Ada <ada@example.com>\nDate: Mon\nSubject: CV\n"
        "To: ben@example.com\n\nAda Novak\nFrom: 2014\nTo: 2019\nSent from my iPhone\n"
    )
    assert said(mail(body)) == ["See below.", "Ada Novak", "From: 2014", "To: 2019"]


def test_quoted_resume_stays_without_its_marks():
    body = "Thanks!\n\nOn Mon, Nov 2, 2026 at 9:00 AM Ada <ada@example.com> wrote:\n> Ada Novak\n>> Welder\n"
    assert said(mail(body)) == ["Thanks!", "Ada Novak", "Welder"]


def test_resume_of_a_mail_within_the_mail_is_found():
    outer = mail("FYI")
    outer.add_attachment(mail("Hi", ("Ada.pdf", PDF)))
    assert attached_document(outer.as_bytes(), Limits()) == PDF


def test_mails_nested_too_deeply_are_not_opened():
    message = mail("Hi", ("Ada.pdf", PDF))
    for _ in range(5):
        outer = mail("FYI")
        outer.add_attachment(message)
        message = outer
    assert said(message) == ["FYI", "FYI", "FYI", "FYI"]


def test_file_name_in_other_letters_is_understood():
    content = (
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n"
        b"Content-Disposition: attachment; filename*=utf-8''R%C3%A9sum%C3%A9.txt\n\nAda Novak\n--x\n"
        b'Content-Type: text/plain\nContent-Disposition: attachment; filename="=?utf-8?q?other=2Etxt?="\n\n'
        b"Other text\n--x--"
    )
    assert attached_document(content, Limits()) == b"Ada Novak"


def test_letters_are_decoded_as_the_part_says_where_that_is_true():
    head = b"MIME-Version: 1.0\nContent-Type: text/plain; charset="
    assert said(head + b"koi8-r\n\n" + "Токарь".encode("koi8-r")) == ["Токарь"]
    assert said(head + b"us-ascii\n\n" + "Holds ±.0005".encode()) == ["Holds ±.0005"]
    assert said(head + b"no-such\n\n" + "Holds ±.0005".encode("cp1252")) == ["Holds ±.0005"]


def test_mail_with_only_a_spreadsheet_names_it():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "x")
        package.writestr("xl/workbook.xml", "x")
    assert "spreadsheet" in str(refusal(mail("", ("a.xlsx", buffer.getvalue())).as_bytes()))


@pytest.mark.parametrize("content", [b"MIME-Version: 1.0\n\n", b"Subject: x", b"\n"])
def test_mail_that_says_nothing_is_empty(content):
    assert refusal(content).code == "empty"


def test_attachment_larger_than_allowed_is_not_taken():
    with pytest.raises(UnreadableDocument):
        attached_document(mail("", ("Ada.pdf", PDF)).as_bytes(), Limits(max_bytes=100))


def test_mail_that_never_ends_is_too_large():
    content = mail("On Monday I ran lathes and never wrote. " * 50).as_bytes()
    with pytest.raises(UnreadableDocument, match="letters"):
        attached_document(content, Limits(max_characters=1000))


def test_parts_within_parts_without_end_are_too_large():
    assert refusal(b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 100_000).code == "too_large"


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: multipart/mixed\n\nAda Novak",
        b"Content-Type: multipart/mixed; boundary=x\n\n--y\nAda Novak",
        b"Content-Transfer-Encoding: base64\n\nQWRhIE5vdmFr=",
        b"Content-Transfer-Encoding: no-such\n\nAda Novak",
        b"Content-Type: ;;;\xff\n\nAda Novak",
    ],
)
def test_mail_that_is_broken_is_read_as_far_as_it_goes(content):
    assert "Ada Novak" in " ".join(said(content))


WHOLE = mail("Ada Novak", ("Ada.pdf", PDF), html="<p>Ada").as_bytes()


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 900), st.binary(max_size=20))
def test_damaged_mail_is_read_or_refused(place, noise):
    for damaged in (WHOLE[:place] + noise, WHOLE[:place] + noise + WHOLE[place:]):
        with contextlib.suppress(UnreadableDocument):
            assert attached_document(damaged, Limits())


LINES = st.sampled_from(
    [
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"Content-Type: message/rfc822\n",
        b"\n",
        b"--x\n",
        b"--x--\n",
        b"Content-Type: text/html; charset*=utf-7''x\n",
        b"Content-Disposition: attachment; filename*0*=%FF; filename*1=a\n",
        b"Content-Transfer-Encoding: uuencode\n",
        b"begin 644 a\n",
        b"=?utf-8?b?/?=\n",
        b"Ada\n",
        b"\xff\n",
        b"Content-ID: \xe4\n",
    ]
)


@settings(deadline=None, derandomize=True)
@given(st.lists(LINES, max_size=25))
def test_any_parts_are_read_or_refused(lines):
    with contextlib.suppress(UnreadableDocument):
        assert attached_document(b"".join(lines), Limits())
