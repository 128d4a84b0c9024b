import gzip
import io
import zipfile

import pytest

from recruit.documents import kinds


def archive(*names: str, first: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        if first:
            package.writestr("mimetype", first)
        for name in names:
            package.writestr(name, "x")
    return buffer.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.4\n", kinds.PDF),
        (b"\r\nHTTP junk\r\n%PDF-1.4\n", kinds.PDF),
        (archive("[Content_Types].xml", "word/document.xml"), kinds.DOCX),
        (archive("[Content_Types].xml", "word/document.xml")[:150], kinds.DOCX),
        (archive("[Content_Types].xml", "xl/workbook.xml"), kinds.XLSX),
        (archive("content.xml", first=kinds.ODT), kinds.ODT),
        (archive("a.pdf", "b.pdf"), kinds.ZIP),
        (OLE + "WordDocument".encode("utf-16-le"), kinds.DOC),
        (OLE + "EncryptedPackage".encode("utf-16-le"), kinds.LOCKED_OFFICE),
        (b"{\\rtf1\\ansi Welder}", kinds.RTF),
        (b"<!-- x --><!DOCTYPE html>\n<html><body>Welder", kinds.HTML),
        (b"From: a@example.com\r\nMIME-Version: 1.0\r\n\r\nWelder", kinds.EMAIL),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(40), "image/jpeg"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "image/heic"),
        (b"BMW technician turned machinist", kinds.TEXT),
        (b"From: Ohio. To: anywhere with a Hardinge lathe.", kinds.TEXT),
        (gzip.compress(b"x" * 100, mtime=0), kinds.UNKNOWN),
        (bytes(range(256)), kinds.UNKNOWN),
    ],
)
def test_kind_is_told_by_content(content, media_type):
    found = kinds.media_type_of(content)
    assert found == media_type or (media_type == kinds.UNKNOWN and not found.startswith("text/"))


@pytest.mark.parametrize("media_type", [*kinds.NAMES, "image/x-icon", "video/mp4", kinds.UNKNOWN])
def test_every_kind_has_a_plain_name(media_type):
    assert kinds.name_of(media_type).startswith(("a ", "an ", "of an ", "plain "))
