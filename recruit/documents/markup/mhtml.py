"""Web pages saved whole (MHTML), as browsers and Word do: the page is read, its pictures are not."""

from recruit.documents import refusals
from recruit.documents.markup import mime
from recruit.documents.markup.html import read_html
from recruit.documents.reader import Limits, Reading


def read_mhtml(content: bytes, limits: Limits) -> Reading:
    """Read the page that a saved web page holds: its first part of HTML, or else of text.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        Handed on to the reader of the page.

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
    for kind in ("text/html", "text/plain"):
        for part in parts:
            text = mime.text_of(part) if part.get_content_type() == kind else ""
            if text.strip():
                return read_html(text.encode("utf-8", errors="replace"), limits)
    raise refusals.corrupt("saved web page")
