"""E-mails: the resume that is attached, or else what the mail says; its own address lines are no part of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath

from recruit.documents import refusals
from recruit.documents.filetypes import kinds
from recruit.documents.markup import mime
from recruit.documents.markup.html import read_html
from recruit.documents.plain_text.plain import read_plain
from recruit.documents.reader import Limits, Reading

FEWEST_PICTURE_BYTES = 30_000
"""A photo or scan of a page has more; a logo or a drawn signature mostly fewer."""
WORDS_OF_A_RESUME = 120
"""A mail with as many is rather a resume itself than a letter around a picture."""
STUB_SHARE = 0.4
"""A plain version with fewer of the words of the web version only says that there is one."""

# The kind counts where names do not decide: what people write resumes in before what they print or photograph.
_RANKS = {
    kind: rank
    for rank, group in enumerate(
        [
            {kinds.PDF, kinds.DOCX},
            {kinds.DOC, kinds.ODT, kinds.FODT, kinds.RTF},
            {kinds.HTML, kinds.MHTML, kinds.MARKDOWN, kinds.JSON},
            {kinds.TEXT},
            {"image/jpeg", "image/png", "image/tiff", "image/webp", "image/heic", "image/bmp", "image/gif"},
        ]
    )
    for kind in group
}
_PICTURE_RANK = _RANKS["image/png"]
_RESUME_NAME = re.compile(
    r"(?<![a-z])(?:resume|résumé|cv|curriculum|vitae|lebenslauf|hoja[ _-]?de[ _-]?vida|curr[ií]culo)(?![a-z])",
    re.I,
)
_OTHER_NAME = re.compile(
    r"cover|(?<![a-z])letter|reference|recommend|certificat|transcript|licen[sc]e|invoice|application[ _-]?form|"
    r"logo|signature|banner|badge|^att\d+\.|^image\d+\.",
    re.I,
)
_NEVER = frozenset({".ics", ".vcf", ".p7s", ".p7m", ".asc", ".sig", ".css", ".js", ".xml"})
_NEVER_TYPES = frozenset({"text/calendar", "text/vcard", "text/x-vcard", "text/x-amp-html"})
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_BORDER_OF_ANOTHER = re.compile(
    r"^[ \t]*(?:[-_]{2,}[ \t]*(?:forwarded message|original message|original appointment)[ \t]*[-_]{2,}|"
    r"begin forwarded message:|On [^\n]{10,200}\s[^\n]{0,100}wrote:)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADS_OF_ANOTHER = re.compile(
    r"^[ \t]*\*?(?:From|Von|De):[^\n]*\n"
    r"(?:[ \t]*\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Attachments?):\*?[^\n]*(?:\n|$))+",
    re.IGNORECASE | re.MULTILINE,
)
_SURELY_HEADS = re.compile(r"^[ \t]*\*?(?:Sent|Date|Subject):", re.IGNORECASE | re.MULTILINE)
_SENT_FROM = re.compile(r"^[ \t]*(?:Sent|Get Outlook) (?:from|for) [^\n]{2,60}$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An attachment that may be the resume."""

    content: bytes
    name: str
    rank: int

    @property
    def order(self) -> tuple[bool, bool, int, int]:
        """Smaller is likelier: what is called a resume, then its kind, then its size."""
        called_so = bool(_RESUME_NAME.search(self.name))
        return not called_so, bool(_OTHER_NAME.search(self.name)) and not called_so, self.rank, -len(self.content)


def attached_document(content: bytes, limits: Limits) -> bytes | Reading:
    """Find the resume in an e-mail.

    Of several attachments the one that is called a resume is taken, else by its kind and size. Pictures of a
    signature, calendar entries and visiting cards are none. Messages within the message are opened, too.

    Parameters
    ----------
    content : bytes
        The e-mail.
    limits : Limits
        How deep messages may stand inside messages, and how large an attachment may be.

    Returns
    -------
    bytes or Reading
        The attached file, to be read as any file, one level deeper; or what the mail itself says.

    Raises
    ------
    UnreadableDocument
        ``empty`` when nothing is attached and nothing written, ``corrupt`` or ``too_large`` for a mail that cannot
        be taken apart or holds mails without end, ``unsupported_type`` when only other kinds of file are attached.
    """
    message = mime.parse_message(content, "e-mail")
    parts = list(mime.leaves_of(message, into_messages=limits.max_nesting))
    attached = [part for part in parts if _is_attached(part)]
    candidates = sorted(_candidates(attached, limits), key=lambda one: one.order)
    bodies = [part for part in parts if not _is_attached(part)]
    words = sum(len(mime.text_of(part).split()) for part in bodies if mime.type_of(part) == "text/plain")
    if candidates and not (_is_doubtful(candidates[0]) and words >= WORDS_OF_A_RESUME):
        return candidates[0].content
    reading = _body_of(bodies, limits)
    if reading is not None:
        return reading
    if any(part.get_content_maintype() == "message" for part in attached):
        raise refusals.mails_in_mails(limits.max_nesting)
    if attached:
        raise refusals.attached(kinds.name_of(kinds.media_type_of(mime.bytes_of(attached[0]) or b"?")))
    raise refusals.empty_mail()


def _is_attached(part: Message) -> bool:
    """Whether a part is a file of its own; a text shown in the mail is not, though some programs name it."""
    is_text = mime.type_of(part) in {"text/plain", "text/html"}
    disposition = part.get_content_disposition()
    return not is_text or disposition == "attachment" or (disposition is None and bool(mime.name_of_part(part)))


def _candidates(attached: Sequence[Message], limits: Limits) -> list[_Candidate]:
    found = []
    for part in attached:
        name = mime.name_of_part(part).casefold()
        file = mime.bytes_of(part)
        if not file.strip() or len(file) > limits.max_bytes or PurePosixPath(name).suffix in _NEVER:
            continue
        rank = _RANKS.get(kinds.media_type_of(file))
        if rank is None or mime.type_of(part) in _NEVER_TYPES:
            continue
        if rank == _PICTURE_RANK and _is_decoration(part, file):
            continue
        if not name.startswith("att0"):
            found.append(_Candidate(file, name, rank))
    return found


def _is_decoration(part: Message, file: bytes) -> bool:
    """Logos and drawn signatures: small, or shown in the mail's own page."""
    shown_inside = part.get("Content-ID") is not None and part.get_content_disposition() != "attachment"
    return shown_inside or len(file) < FEWEST_PICTURE_BYTES


def _is_doubtful(candidate: _Candidate) -> bool:
    """A picture that nobody calls a resume, or a letter beside one written into the mail."""
    not_called_so, is_another, rank, _ = candidate.order
    return not_called_so and (is_another or rank == _PICTURE_RANK)


def _body_of(bodies: Sequence[Message], limits: Limits) -> Reading | None:
    plain = "\n\n".join(mime.text_of(part) for part in bodies if mime.type_of(part) == "text/plain")
    pages = [mime.text_of(part) for part in bodies if mime.type_of(part) == "text/html"]
    if len(plain) > limits.max_characters:
        raise refusals.too_many_letters(len(plain), limits.max_characters)
    plain = _without_envelopes(plain)
    page = "\n".join(pages).encode("utf-8", errors="replace")
    reading = read_html(page, limits) if page.strip() else None
    if reading is not None:
        words = sum(len(block.text.split()) for one in reading.pages for block in one.blocks)
        if words and len(plain.split()) < STUB_SHARE * words:
            return reading
    return read_plain(plain.encode("utf-8", errors="replace"), limits) if plain.strip() else None


def _without_envelopes(text: str) -> str:
    """Drop the marks of quoting and the address lines of forwarded mails; what they say stays.

    A resume forwarded is a resume, and so is one quoted in an answer.
    """
    text = _QUOTED.sub("", text.replace("\r\n", "\n"))
    text = _SENT_FROM.sub("", _BORDER_OF_ANOTHER.sub("", text))
    # "From: 2014, To: 2019" are the dates of a job.
    return _HEADS_OF_ANOTHER.sub(lambda heads: "" if _SURELY_HEADS.search(heads[0]) else heads[0], text).strip(
        "\n"
    )
