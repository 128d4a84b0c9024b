"""Web pages saved whole (MHTML), as browsers and Word do: the page is read by its style, its pictures are not."""

from collections.abc import Iterator
from email.message import Message

from recruit.documents import refusals
from recruit.documents.markup import mime
from recruit.documents.markup.html import read_web_page
from recruit.documents.reader import Limits, Reading


def read_mhtml(content: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader is called alike
    """Read the page that a saved web page holds: its first part of HTML, or else of text.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        Not needed here: the text is never larger than its file.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``corrupt`` when no page is inside, ``too_large`` when parts hold parts without end.
    """
    parts = list(mime.leaves_of(mime.parse_message(content, "saved web page"), into_messages=0))
    sheets = {
        address: mime.text_of(part)
        for part in parts
        if part.get_content_type() == "text/css"
        for address in _addresses_of(part)
    }
    for kind in ("text/html", "text/plain"):
        for part in parts:
            text = mime.text_of(part) if part.get_content_type() == kind else ""
            if text.strip():
                return read_web_page(text, sheets)
    raise refusals.corrupt("saved web page")


def _addresses_of(part: Message) -> Iterator[str]:
    """How the page may call a part."""
    if part["Content-Location"]:
        yield str(part["Content-Location"]).strip()
    if part["Content-ID"]:
        yield f"cid:{str(part['Content-ID']).strip().strip('<>')}"
