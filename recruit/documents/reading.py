"""Bytes to a Document inside one process: pick the reader, clean its pages, judge the result.

A new format is one more reader and one more row in ``READERS``.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from recruit.documents import refusals
from recruit.documents.contents.contact import Beside, contact_of
from recruit.documents.contents.history import positions_of
from recruit.documents.contents.language import language_of
from recruit.documents.contents.sections import sections
from recruit.documents.filetypes import kinds
from recruit.documents.markup.html import read_html
from recruit.documents.markup.json_resume import read_json_resume
from recruit.documents.markup.mail import attached_document
from recruit.documents.markup.markdown import read_markdown
from recruit.documents.markup.mhtml import read_mhtml
from recruit.documents.office.doc import read_doc
from recruit.documents.office.docx import read_docx
from recruit.documents.office.odt import read_odt
from recruit.documents.office.rtf import read_rtf
from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.pictures.pictures import MEDIA_TYPES as PICTURE_TYPES
from recruit.documents.pictures.pictures import read_picture
from recruit.documents.places import assemble, page_text, tops_of
from recruit.documents.plain_text.plain import read_plain
from recruit.documents.quality import findings_of, is_gibberish, verdict_of
from recruit.documents.reader import Limits, Reader, Reading
from recruit.vocabulary.shapes import Document, Finding, Kind, Places

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        kinds.PDF: read_pdf,
        kinds.DOCX: read_docx,
        kinds.DOC: read_doc,
        kinds.RTF: read_rtf,
        kinds.ODT: read_odt,
        kinds.FODT: read_odt,
        kinds.HTML: read_html,
        kinds.MHTML: read_mhtml,
        kinds.MARKDOWN: read_markdown,
        kinds.JSON: read_json_resume,
        kinds.TEXT: read_plain,
        **dict.fromkeys(PICTURE_TYPES, read_picture),
    }
)

_OTHER_WAYS = {
    kinds.PDF: "save it as DOCX or plain text, and upload that",
    kinds.EMAIL: "upload the resume on its own",
    kinds.HTML: "print it to a PDF, and upload that",
    kinds.MHTML: "print it to a PDF, and upload that",
    kinds.TEXT: "save it as UTF-8 text, and upload that",
}

# White space in any encoding, byte order marks, and the zeros of UTF-16.
_BLANK = b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf\xff\xfe"


def read_in_process(content: bytes, limits: Limits) -> Document:
    """Read a document right here, unprotected: hostile files may end the process.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        Sizes and counts are held to; time and memory are for the caller to limit.

    Returns
    -------
    Document
        Text with every page's place in it, verdict and findings.

    Raises
    ------
    UnreadableDocument
        With a code that says why and a message that says what to do.

    Examples
    --------
    >>> document = read_in_process(b"Surface grinder, 4 years, +/-.0001", Limits())
    >>> document.media_type, document.text
    ('text/plain', 'Surface grinder, 4 years, +/-.0001')
    """
    if not content.strip(_BLANK):
        raise refusals.empty()
    media_type, reading = _read(content, limits, depth=0)
    texts = [page_text(page) for page in reading.pages]
    if sum(map(len, texts)) > limits.max_characters:
        raise refusals.too_many_letters(sum(map(len, texts)), limits.max_characters)
    texts, garbled = _without_gibberish(texts)
    whole = assemble(reading.pages, texts)
    if not whole.text:
        name = _short_name(media_type)
        raise refusals.no_text(name) if garbled else refusals.blank(name)
    findings = (*reading.findings, *garbled, *findings_of(whole.text, _otherwise(media_type)))
    parts = sections(whole.text, Kind.RESUME)
    return Document(
        text=whole.text,
        media_type=media_type,
        pages=tuple(whole.pages),
        verdict=verdict_of(findings),
        findings=findings,
        blocks=tuple(whole.blocks),
        places=Places.of(whole.places),
        contact=contact_of(
            whole.text, whole.blocks, parts, tops_of(whole), Beside(reading.name, reading.title, reading.links)
        ),
        sections=parts,
        positions=positions_of(whole.text, whole.blocks, parts),
        language=language_of(whole.text),
        producer=reading.producer,
    )


def _read(content: bytes, limits: Limits, *, depth: int) -> tuple[str, Reading]:
    """The kind of a file and what its reader found; for an e-mail, what the reader of its attachment found."""
    media_type = kinds.media_type_of(content)
    if media_type == kinds.EMAIL:
        if depth == limits.max_nesting:
            raise refusals.mails_in_mails(limits.max_nesting)
        attached = attached_document(content, limits)
        if not isinstance(attached, Reading):
            _, attached = _read(attached, limits, depth=depth + 1)
        return media_type, attached
    reader = READERS.get(media_type)
    if reader is None:
        raise kinds.refusal_of(media_type)
    return media_type, reader(content, limits)


def _otherwise(media_type: str) -> str:
    """What to do with a file of a kind that shows more than was read of it."""
    if media_type.startswith("image/"):
        return "take a sharper, straight picture of the whole page"
    return _OTHER_WAYS.get(media_type, "save it as PDF, and upload that")


def _short_name(media_type: str) -> str:
    return kinds.name_of(media_type).removeprefix("a ")


def _without_gibberish(texts: Sequence[str]) -> tuple[list[str], tuple[Finding, ...]]:
    """Blank the pages that spell nothing; signs nobody can read are not shown as read."""
    findings = []
    kept = list(texts)
    for number, text in enumerate(texts, start=1):
        if is_gibberish(text):
            kept[number - 1] = ""
            hint = (
                f"The letters of page {number} cannot be told apart, so it was left out. "
                "Save the file again with its fonts included, or type the missing lines."
            )
            findings.append(Finding(code="unreadable_letters", hint=hint, page=number))
    return kept, tuple(findings)
