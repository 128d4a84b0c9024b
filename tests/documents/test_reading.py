import base64
import codecs

import pytest

from recruit.documents.filetypes import kinds
from recruit.documents.reader import Limits
from recruit.documents.reading import read_in_process
from recruit.errors import UnreadableDocument
from recruit.vocabulary.shapes import Verdict
from tests.documents.office_files import BLOCKS, office_file

PAGE = [
    "Grinds punches and die sections for stamping tools, four slides and a jig grinder among the machines.",
    "Reads prints and geometric tolerances, holds a ten-thousandth on small holes, keeps gage records.",
    "Taught two apprentices, and repaired spindles when the shop was slow in the winter months of every year.",
]


def refusal(content: bytes, limits: Limits = Limits()) -> UnreadableDocument:  # noqa: B008 - frozen
    with pytest.raises(UnreadableDocument) as caught:
        read_in_process(content, limits)
    return caught.value


def test_pages_are_exact_spans_of_the_text(pdf, lines):
    document = read_in_process(pdf(lines(PAGE, size=8), lines(["Page two"]), lines(PAGE, size=8)), Limits())
    spans = [document.text[page.start : page.end] for page in document.pages]
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert spans[1] == "Page two"
    assert "\n\n".join(spans) == document.text
    assert document.verdict is Verdict.GOOD


def test_page_of_gibberish_is_left_out_and_said_so(pdf, lines):
    document = read_in_process(
        pdf(lines(PAGE, size=8), lines([codecs.encode(line, "rot13") for line in PAGE], size=8)), Limits()
    )
    assert document.pages[1].start == document.pages[1].end == len(document.text)
    assert [(finding.code, finding.page) for finding in document.findings] == [("page_without_text", 2)]
    assert document.verdict is Verdict.USABLE


def test_text_of_gibberish_is_refused():
    assert refusal("\n".join(codecs.encode(line, "rot13") for line in PAGE).encode()).code == "no_text"


def test_document_of_gibberish_is_refused(pdf, lines):
    assert refusal(pdf(lines([codecs.encode(line, "rot13") for line in PAGE]))).code == "no_text"


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf\n", "\ufeff \n".encode("utf-16"), bytes(64)])
def test_file_with_nothing_in_it_is_empty(content):
    assert refusal(content).code == "empty"


def test_document_without_a_word_is_empty(word):
    _, saved = word()
    assert refusal(saved()).code == "empty"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%!PS-Adobe-3.0\n(Welder) show", "a print file (PostScript)"),
        (b"\\documentclass{article}\n\\begin{document}Welder", "a LaTeX source"),
    ],
)
def test_unsupported_kind_is_named_and_another_asked_for(content, kind):
    error = refusal(content)
    assert error.code == "unsupported_type"
    assert kind in str(error)
    assert "PDF, DOCX or plain text" in str(error)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("resume.docx", kinds.DOCX),
        ("resume.doc", kinds.DOC),
        ("resume.rtf", kinds.RTF),
        ("resume.odt", kinds.ODT),
        ("resume.fodt", kinds.FODT),
    ],
)
def test_office_files_read_alike(name, media_type):
    document = read_in_process(office_file(name), Limits())
    assert document.media_type == media_type
    assert "Machine\tYears\tControl\nVMC\t6\tFanuc\n\nSkills" in document.text
    spans = [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]
    assert spans == BLOCKS
    # A line of the source is set as hidden.
    assert [finding.code for finding in document.findings] == ["hidden_text"]


def test_damaged_picture_is_corrupt():
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(40)).code == "corrupt"


@pytest.mark.parametrize(
    ("content", "advice"),
    [(b"%PDF", "as DOCX"), (b"Welder", "as UTF-8 text"), (b"<p>Welder</p>", "print it to a PDF")],
)
def test_file_of_few_words_is_not_to_be_saved_as_what_it_is(content, advice, pdf, lines):
    content = pdf(lines(["Welder"])) if content == b"%PDF" else content
    (finding,) = read_in_process(content, Limits()).findings
    assert finding.code == "very_short_text"
    assert advice in finding.hint


def mail(body: bytes) -> bytes:
    return b"From: a@example.com\nMIME-Version: 1.0\nMessage-ID: <1@example.com>\n" + body


def test_attached_resume_is_read_as_the_file_it_is(pdf, lines):
    attached = base64.encodebytes(pdf(lines(PAGE, size=8)))
    head = b'Content-Type: application/pdf\nContent-Disposition: attachment; filename="resume.pdf"\n'
    document = read_in_process(mail(head + b"Content-Transfer-Encoding: base64\n\n" + attached), Limits())
    assert document.media_type == kinds.EMAIL
    assert document.text.split() == " ".join(PAGE).split()
    assert document.pages[0].width_points == 612


def test_mails_inside_mails_end_somewhere():
    inner = mail(b"\nGrinds punches.")
    for _ in range(6):
        inner = mail(b"Content-Type: message/rfc822\n\n" + inner)
    assert refusal(inner).code in {"too_large", "empty", "unsupported_type"}


def test_encrypted_office_file_is_encrypted():
    content = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    assert refusal(content).code == "encrypted"


def test_text_that_never_ends_is_too_large():
    assert refusal(b"lathe and mill " * 100, Limits(max_characters=1000)).code == "too_large"


def test_short_text_is_poor(word):
    _, saved = word("Welder")
    document = read_in_process(saved(), Limits())
    assert document.media_type == kinds.DOCX
    assert (document.verdict, [finding.code for finding in document.findings]) == (
        Verdict.POOR,
        ["very_short_text"],
    )
