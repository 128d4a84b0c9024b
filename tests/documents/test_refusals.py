"""What a person is told whose file cannot be read: what happened to this file, and what to do with such a one."""

import io
import zipfile

import pytest
from PIL import Image

from recruit.documents import refusals
from recruit.documents.filetypes import kinds
from recruit.documents.markup.json_resume import read_json_resume
from recruit.documents.reader import Limits
from recruit.documents.reading import read_in_process
from recruit.errors import UnreadableDocument

ENTITY = '<!DOCTYPE d [<!ENTITY a "welder">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def picture(*size: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("L", size, 255).save(buffer, "PNG")
    return buffer.getvalue()


def docx(body: str, head: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
    return buffer.getvalue()


def mail(body: bytes, kind: bytes = b"text/plain") -> bytes:
    head = b"From: a@example.com\nTo: b@example.com\nMIME-Version: 1.0\nMessage-ID: <1@example.com>\n"
    return head + b"Content-Type: " + kind + b"\n\n" + body


def mails_in_mails() -> bytes:
    content = mail(b"Grinds punches.")
    for _ in range(6):
        content = mail(content, b"message/rfc822")
    return content


CASES = {
    "huge picture": (picture(9000, 9000), "too_large", "9,000 by 9,000", "Save it smaller"),
    "blank picture": (
        picture(600, 800),
        "empty",
        "nothing to read on this picture",
        "Take or scan the page again",
    ),
    "tiny picture": (picture(12, 15), "no_text", "12 by 15 points", "in its full size"),
    "mails in mails": (
        mails_in_mails(),
        "too_large",
        "e-mails that hold e-mails",
        "Save the resume that is in it",
    ),
    "mail with a video": (
        mail(b"\x00\x00\x00\x18ftypmp42" + bytes(90), b"video/mp4"),
        "unsupported_type",
        "attached to it is a video",
        "Upload the resume on its own",
    ),
    "mail of nothing": (mail(b" \n"), "empty", "no resume attached", "Upload the resume on its own"),
    "bomb of entities": (docx("<w:p/>", ENTITY), "unsupported_type", "abbreviations", "Save it again"),
    "nested web page": (b"<html>" + b"<div>" * 99_999, "too_large", "inside each other", "Copy the text you see"),
    "nested document": (docx("<w:sdt>" * 999), "too_large", "inside each other", "Copy the text you see"),
    "bomb of spaces": (docx(" " * 9_000_000), "too_large", "grows to 9 MB", "Save it again"),
    "text with zeros": (
        b"Ran a lathe\x00 for nine years" * 9 + bytes(40),
        "corrupt",
        "text with signs among it that no text has",
        "save it as PDF",
    ),
    "unknown kind": (bytes(range(1, 256)) * 3, "unsupported_type", "could not be told", "Open it in the program"),
    "document of spaces": (docx("<w:p/>"), "empty", "nothing to read in this Word document", "save it again"),
    "video": (b"\x00\x00\x00\x18ftypmp42" + bytes(90), "unsupported_type", "a video", "Upload the resume itself"),
    "packed folder": (b"7z\xbc\xaf\x27\x1c" + bytes(40), "unsupported_type", "a packed folder (7z)", "Unpack it"),
    "program": (b"#!/bin/sh\necho welder\n", "unsupported_type", "a program", "Upload the resume itself"),
    "damaged picture": (picture(600, 800)[:60], "corrupt", "picture is damaged", "Take or save the picture again"),
}


@pytest.mark.parametrize(("content", "code", "happened", "then"), CASES.values(), ids=CASES)
def test_refusal_says_what_happened_and_what_to_do_next(content, code, happened, then):
    with pytest.raises(UnreadableDocument) as caught:
        read_in_process(content, Limits())
    assert caught.value.code == code
    assert happened in str(caught.value)
    assert then in str(caught.value).partition(happened)[2]


def test_lists_nested_without_end_are_named_as_such():
    with pytest.raises(UnreadableDocument, match="JSON file parts stand inside each other"):
        read_json_resume(b'{"basics": ' + b"[" * 100_000, Limits())


def test_document_of_pictures_is_not_blamed_on_the_machine():
    drawing = '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    with pytest.raises(UnreadableDocument) as caught:
        read_in_process(docx(f"{drawing}</w:drawing></w:r></w:p>"), Limits())
    assert caught.value.code == "needs_ocr"
    assert "save the document as PDF" in str(caught.value)
    assert "set up" not in str(caught.value)


@pytest.mark.parametrize(
    "media_type", sorted({*kinds.NAMES, "video/mp4", "audio/mpeg", "font/ttf", kinds.UNKNOWN})
)
def test_every_kind_without_a_reader_gets_an_advice_that_can_be_followed(media_type):
    message = str(kinds.refusal_of(media_type))
    assert message.startswith(("This file is", "This Office document is", "What kind of file this is"))
    assert message.endswith(".")
    assert any(verb in message for verb in ("Save", "save", "Upload", "upload"))
    has_no_pages = "a video" in message or "packed" in message or "program." in message
    assert not (has_no_pages and "Save it as PDF" in message)


def test_advice_for_a_damaged_file_is_that_for_its_kind():
    assert "print it to a PDF" in str(refusals.corrupt("web page"))
    assert "Pack the files again" in str(refusals.corrupt("packed folder"))
    assert "program it was written in" in str(refusals.corrupt("Word document"))


@pytest.mark.parametrize(
    ("kind", "then"), [("PDF", "fonts included"), ("Markdown text", "save it again as PDF or DOCX")]
)
def test_advice_for_letters_without_meaning_is_that_for_their_kind(kind, then):
    assert then in str(refusals.no_text(kind))
