"""Rich text (RTF), with its tables, lists, text boxes, headers, footers and notes."""

from recruit.documents import refusals
from recruit.documents.office.flow import HIDDEN_WORDS, page_of
from recruit.documents.office.rtf_parser import Parser
from recruit.documents.office.rtf_words import KIND
from recruit.documents.reader import Limits, Reading
from recruit.vocabulary.shapes import Finding

_CUT_OFF = Finding(
    code="cut_off",
    hint="This file ends too early: its last lines may be missing. Save it again, and upload the new copy.",
)


def read_rtf(content: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader is called alike
    r"""Read a rich text document as one page.

    Headers come first, then the body, footnotes, and footers last. A text box comes after the paragraph it hangs
    on. Items of lists have their bullet or number. Hidden and deleted text is left out, as are pictures and the
    codes of fields.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        Not needed here: text is never larger than its file.

    Returns
    -------
    Reading
        One page, with a finding where the file ends too early.

    Raises
    ------
    UnreadableDocument
        ``corrupt``, or ``needs_ocr`` when it holds pictures only.

    Examples
    --------
    >>> reading = read_rtf(rb"{\rtf1\ansi Haas VF-2\tab \'b1.0005\par}", Limits())
    >>> reading.pages[0].blocks[0].text
    'Haas VF-2\t±.0005'
    """
    if not content.lstrip().startswith(b"{\\rtf"):
        raise refusals.corrupt(KIND)
    parser = Parser(content)
    body = parser.read()
    page = page_of(
        body,
        headers=parser.stories("first header", "header", "left header"),
        notes=[block for note in parser.stories("note") for block in note],
        footers=parser.stories("first footer", "footer", "left footer"),
    )
    if not page.blocks and parser.has_picture:
        raise refusals.pictures_only(KIND)
    if not page.blocks and parser.is_cut_off:
        raise refusals.corrupt(KIND)
    findings = [HIDDEN_WORDS] * parser.hides_words + [_CUT_OFF] * parser.is_cut_off
    return Reading(pages=(page,), findings=tuple(findings), producer=parser.producer)
