"""What people typed, made fit to keep: no sign that is not seen, no spaces around it."""

import unicodedata

#: Control signs and halves of signs: nobody types them, a pasted text may hold them, and PostgreSQL refuses some.
UNSEEN = frozenset({"Cc", "Cs"})


def one_line(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return " ".join("".join(sign for sign in text if sign.isspace() or is_seen(sign)).split())


def paragraphs(text: str) -> str:
    """Return a text with its lines and tabs, and nothing around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or is_seen(sign)).strip()


def is_seen(sign: str) -> bool:
    """Tell whether a sign is one that a page can show."""
    return unicodedata.category(sign) not in UNSEEN
