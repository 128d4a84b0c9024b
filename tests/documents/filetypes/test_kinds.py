import gzip
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.filetypes import kinds


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
        (b"\x00\x00\x00\x18ftypavif" + bytes(40), "image/avif"),
        (b"\x00\x00\x00\x18ftypisom" + bytes(40), "video/mp4"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"II*\x00" + bytes(40), "image/tiff"),
        (b"BM" + bytes(12) + b"\x28" + bytes(40), "image/bmp"),
        (b"GIF89a" + bytes(40), "image/gif"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(40), "application/x-7z-compressed"),
        (b"Rar!\x1a\x07\x01" + bytes(40), "application/vnd.rar"),
        (b"MZ\x90\x00" + bytes(80), "application/x-executable"),
        (b"\xffWPC" + bytes(40), "application/vnd.wordperfect"),
        (b"#!/bin/sh\necho resume\n", kinds.SCRIPT),
        (b"%!PS-Adobe-3.0\n", kinds.POSTSCRIPT),
        (b"% my cv\n\\documentclass{article}\n", kinds.LATEX),
        (b"PKware was a company in Milwaukee.", kinds.TEXT),
        (b"MZ welding school, Milwaukee", kinds.TEXT),
        (b"BMW technician turned machinist", kinds.TEXT),
        (b"From: Ohio. To: anywhere with a Hardinge lathe.", kinds.TEXT),
        (gzip.compress(b"x" * 100, mtime=0), "application/gzip"),
        (bytes(range(256)), kinds.UNKNOWN),
    ],
)
def test_kind_is_told_by_content(content, media_type):
    assert kinds.media_type_of(content) == media_type


@pytest.mark.parametrize("media_type", [*kinds.NAMES, "image/x-icon", "video/mp4", kinds.UNKNOWN])
def test_every_kind_has_a_plain_name(media_type):
    assert kinds.name_of(media_type).startswith(("a ", "an ", "of an ", "plain "))


@pytest.mark.parametrize(
    ("stream", "media_type"),
    [
        ("Workbook", "application/vnd.ms-excel"),
        ("PowerPoint Document", "application/vnd.ms-powerpoint"),
        ("__properties_version1.0", kinds.MSG),
        ("Something", kinds.OLD_OFFICE),
    ],
)
def test_old_office_files_are_told_by_their_streams(stream, media_type):
    assert kinds.media_type_of(OLE + stream.encode("utf-16-le")) == media_type


def test_outlook_message_with_a_word_document_attached_is_a_message():
    streams = "WordDocument".encode("utf-16-le"), "__properties_version1.0".encode("utf-16-le")
    assert kinds.media_type_of(OLE + b"".join(streams)) == kinds.MSG


@pytest.mark.parametrize(
    ("names", "first", "media_type"),
    [
        (["[Content_Types].xml", "word/document2.xml"], "", kinds.DOCX),
        (["[Content_Types].xml", "word\\document.xml"], "", kinds.DOCX),
        (["[Content_Types].xml", "word/document.xml", "word/embeddings/a.xlsx"], "", kinds.DOCX),
        (["[Content_Types].xml", "word/document.xml", "xl/charts.xml"], "", kinds.DOCX),
        (["[Content_Types].xml", "ppt/presentation.xml"], "", kinds.PPTX),
        (["content.xml"], "application/vnd.oasis.opendocument.text-template", kinds.ODT),
        (["content.xml"], "application/vnd.oasis.opendocument.spreadsheet", kinds.ODS),
        (["content.xml", "META-INF/manifest.xml"], "", kinds.ODT),
        (["Index/Document.iwa"], "", kinds.PAGES),
        (["OEBPS/a.xhtml"], "application/epub+zip", kinds.EPUB),
        (["word/document.xml"], "", kinds.ZIP),
        ([], "", kinds.ZIP),
    ],
)
def test_packages_are_told_by_their_parts(names, first, media_type):
    assert kinds.media_type_of(archive(*names, first=first)) == media_type


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("\ufeff\n\n<html><body>Welder", kinds.HTML),
        ("<?xml version='1.0'?>\n<!DOCTYPE html><html>", kinds.HTML),
        ('<div class="resume"><b>Welder</b></div>', kinds.HTML),
        ("<html xmlns:o='urn:schemas-microsoft-com:office:office'>", kinds.HTML),
        ("<ten years as a welder> and more", kinds.TEXT),
        ("<0.0005 runout held daily", kinds.TEXT),
        ("<svg xmlns='http://www.w3.org/2000/svg'></svg>", kinds.SVG),
        ("<?xml version='1.0'?><candidate><name/></candidate>", kinds.XML),
        ("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'x'>]><html>&a;</html>", kinds.XML),
        ("<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w:wordDocument>", kinds.WORD_XML),
        (
            "<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.text'>",
            kinds.FODT,
        ),
        ("\n\n{\\rtf1 Welder}", kinds.RTF),
        ('{"basics": {"name": "Ada"}}', kinds.JSON),
        ('[{"name": "Ada"}]', kinds.JSON),
        ("{ G-code in braces }", kinds.TEXT),
        ("[x] ready to relocate", kinds.TEXT),
        ("[2019] Fanuc training", kinds.TEXT),
    ],
)
def test_text_formats_are_told_apart(text, media_type):
    assert kinds.media_type_of(text.encode()) == media_type


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        ("Received: by x\nFrom: a@example.com\nSubject: CV\n\nHi", kinds.EMAIL),
        ("From a@example.com Mon Jan 1\nMessage-ID: <x>\nSubject: CV\n\nHi", kinds.EMAIL),
        (
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Location: a\n",
            kinds.MHTML,
        ),
        (
            "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n",
            kinds.MHTML,
        ),
        ("To: b@example.com\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n", kinds.EMAIL),
        ("From: 2014\nTo: 2019\n\nBay Tool", kinds.TEXT),
        ("Subject: CNC machinist\n\nDear Sir", kinds.TEXT),
    ],
)
def test_mail_needs_proof_beside_its_first_lines(head, media_type):
    assert kinds.media_type_of(head.encode()) == media_type
    assert kinds.media_type_of(head.replace("\n", "\r\n").encode()) == media_type


@pytest.mark.parametrize(
    "text",
    [
        "# Ada Novak\n\n## Work\n\nBay Tool",
        "## Work\n## Skills\n## Education\n",
        "---\nname: Ada\n---\n## Work\n",
        "**Bay Tool**, 2014\n**Acme**, 2010\n[mail](mailto:ada@example.com)",
        "# Ada Novak\n\n| Machine | Years |\n|---|---|\n| Haas | 6 |",
    ],
)
def test_markdown_is_known_by_several_marks(text):
    assert kinds.media_type_of(text.encode()) == kinds.MARKDOWN


@pytest.mark.parametrize(
    "text",
    [
        "# 1 operator\n# 2 grinder\n# Bay Tool",
        "#1 operator\nC# and F#, 2 * 3 * 4, VF-2_SS, *lead*",
        "* lathes\n* mills\n- 17-4 PH\n+ saws",
        "SKILLS\n======\nlathes\n------\nmills",
        "Machine | Years | Level\nHaas | 6 | setup",
        "********** WORK **********\n***** SKILLS *****",
    ],
)
def test_plain_text_with_a_few_such_marks_stays_plain(text):
    assert kinds.media_type_of(text.encode()) == kinds.TEXT


WHOLE_PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\nstartxref\n9\n%%EOF\n"
WORD_FILE = archive("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    "content",
    [
        WHOLE_PDF + archive("a.txt"),
        WHOLE_PDF + WORD_FILE,
        b"<html><!--\n" + WHOLE_PDF + b"--></html>",
        b"GIF89a" + bytes(30) + b"\n" + WHOLE_PDF,
        b"GIF89a/*" + bytes(20) + b"*/=1;<script>go()</script>",
        b"\x89PNG\r\n\x1a\n" + bytes(2000) + archive("a.class"),
        archive("[Content_Types].xml", "word/document.xml", "xl/workbook.xml"),
        archive("[Content_Types].xml", "word/document.xml", first=kinds.ODT),
        WORD_FILE.replace(b"[Content_Types].xml", b"%PDF-1.4 1 0 obj.xm", 1),
        b"Just a text. " * 10 + archive("a.txt"),
    ],
    ids=[
        "zip behind a pdf", "docx behind a pdf", "pdf in a page", "pdf in a picture", "script in a picture",
        "zip behind a picture", "word and excel", "word and opendocument", "pdf in a docx", "zip behind text",
    ],
)  # fmt: skip
def test_file_of_two_kinds_is_said_to_be_one(content):
    found = kinds.media_type_of(content)
    assert found == kinds.TWO_KINDS
    assert "two kinds of file at once" in str(kinds.refusal_of(found))


def test_package_that_holds_its_main_part_twice_is_two_kinds():
    with pytest.warns(UserWarning, match="Duplicate"):
        content = archive("[Content_Types].xml", "word/document.xml", "word/document.xml")
    assert kinds.media_type_of(content) == kinds.TWO_KINDS


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"\x1b%-12345X@PJL\r\n" + WHOLE_PDF, kinds.PDF),
        (b"\n \n" + WHOLE_PDF, kinds.PDF),
        (WHOLE_PDF + b"\r\n<!-- sent by a server -->\n" + bytes(300), kinds.PDF),
        (WHOLE_PDF + b"PK\x05\x06 is how a ZIP ends", kinds.PDF),
        (archive("resume.pdf") + b"", kinds.ZIP),
        (b"Saved as %PDF-1.4 by our printer. Welder.", kinds.TEXT),
        (b"\xff\xd8\xff\xe1" + bytes(3000) + b"\x00\x00\x00\x18ftypmp42" + bytes(99), "image/jpeg"),
    ],
)
def test_noise_around_a_file_is_tolerated(content, media_type):
    assert kinds.media_type_of(content) == media_type


def test_archive_of_unpacked_pdfs_is_an_archive():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        package.writestr("ada.pdf", WHOLE_PDF)
    assert kinds.media_type_of(buffer.getvalue()) == kinds.ZIP


@pytest.mark.parametrize(
    ("media_type", "code", "words"),
    [
        (kinds.LOCKED_OFFICE, "encrypted", "password"),
        (kinds.MSG, "unsupported_type", "save the message as EML"),
        (kinds.XLSX, "unsupported_type", "a spreadsheet (XLSX)"),
        (kinds.UNKNOWN, "unsupported_type", "could not be told"),
    ],
)
def test_refusal_says_what_the_file_is(media_type, code, words):
    error = kinds.refusal_of(media_type)
    assert error.code == code
    assert words in str(error)


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=600))
def test_any_bytes_have_a_kind(content):
    assert "/" in kinds.media_type_of(content)


@settings(deadline=None, derandomize=True)
@given(
    st.sampled_from(
        [WHOLE_PDF, WORD_FILE, OLE, b"{\\rtf1 x}", b"<html>", b"GIF89a", b"From: a\nMIME-Version: 1\n\n"]
    ),
    st.integers(0, 300),
    st.binary(max_size=40),
)
def test_damaged_files_have_a_kind(content, place, noise):
    assert "/" in kinds.media_type_of(content[:place] + noise + content[place:])
    assert "/" in kinds.media_type_of(content[:place] + noise)
