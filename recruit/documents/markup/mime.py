"""Messages of many parts, taken apart without trust: e-mails, and web pages saved with their pictures."""

import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from recruit.documents import refusals
from recruit.documents.plain_text.plain import decode

MOST_CONTAINERS = 60
"""Parts that hold parts. Every line is compared with the borders of all that are open, so there must be an end."""
MOST_PARTS = 400
_CONTAINERS = (b"multipart/", b"message/rfc822")
_ENCODING = re.compile(r"[\w.:-]{2,40}")


def parse_message(content: bytes, kind: str) -> Message:
    """Take a message apart into its parts.

    The forgiving rules of the standard library are used: its newer ones raise errors of many kinds over headers
    that mail programs really write.

    Parameters
    ----------
    content : bytes
        The file.
    kind : str
        What to call it in a refusal ("e-mail").

    Returns
    -------
    Message
        Whatever could be made of it.

    Raises
    ------
    UnreadableDocument
        ``too_large`` when too many parts hold parts, ``corrupt`` when it cannot be taken apart.
    """
    lowered = content.lower()
    containers = sum(lowered.count(name) for name in _CONTAINERS)
    if containers > MOST_CONTAINERS:
        raise refusals.mail_of_many_parts(containers, MOST_CONTAINERS)
    try:
        return BytesParser(policy=compat32).parsebytes(content.lstrip())
    except (MessageError, HeaderParseError, ValueError, LookupError, RecursionError) as error:
        raise refusals.corrupt(kind) from error


def leaves_of(message: Message, *, into_messages: int) -> Iterator[Message]:
    """Parts that hold no parts, in their order, and messages that stand too deep to be opened.

    Parameters
    ----------
    message : Message
        Whatever ``parse_message`` gave.
    into_messages : int
        How deep messages inside messages are opened.

    Yields
    ------
    Message
        At most ``MOST_PARTS`` of them.
    """
    waiting = [(message, into_messages)]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if not isinstance(inner, list):
            yield part
        elif part.get_content_maintype() != "message":
            waiting += [(one, depth) for one in reversed(inner) if isinstance(one, Message)]
        elif depth > 0:
            waiting += [(one, depth - 1) for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def bytes_of(part: Message) -> bytes:
    """Unpack what a part holds; damaged packing gives what can be saved of it.

    Parameters
    ----------
    part : Message
        One without parts of its own.

    Returns
    -------
    bytes
        Empty where nothing could be saved.
    """
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def text_of(part: Message) -> str:
    """Decode a part of text, by the encoding it names where that is true.

    Parameters
    ----------
    part : Message
        One without parts of its own.

    Returns
    -------
    str
        Empty where its bytes are no text.
    """
    content = bytes_of(part)
    text = decode(content)
    name = _encoding_of(part)
    is_sure = content.isascii() or _is_utf8(content) or not _ENCODING.fullmatch(name)
    if is_sure or name.startswith(("utf", "us-ascii", "unknown")):
        return text or ""
    try:
        return content.decode("cp1252" if name == "iso-8859-1" else name, errors="replace")
    except (LookupError, ValueError):
        return text or ""


def name_of_part(part: Message) -> str:
    """The file name a part is given, decoded; it is only for recognising, never for writing.

    Parameters
    ----------
    part : Message
        Any part.

    Returns
    -------
    str
        Empty where it has none.
    """
    try:
        name = part.get_filename("") or ""
        return str(make_header(decode_header(str(name))))
    except (MessageError, HeaderParseError, ValueError, LookupError, TypeError):
        return ""


def type_of(part: Message) -> str:
    """What a part says it is; one that should hold parts and holds none is taken for text.

    Parameters
    ----------
    part : Message
        Any part.

    Returns
    -------
    str
        A media type.
    """
    return "text/plain" if part.get_content_maintype() == "multipart" else part.get_content_type()


def _encoding_of(part: Message) -> str:
    try:
        return part.get_content_charset("") or ""
    except (ValueError, LookupError, TypeError):
        return ""


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
