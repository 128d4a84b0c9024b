"""What people typed, made fit to keep: no sign that is not seen, no spaces around it."""

import unicodedata

#: Control signs and halves of signs: nobody types them, a pasted text may hold them, and PostgreSQL refuses some.
UNSEEN = frozenset({"Cc", "Cs"})
#: Signs that Windows refuses in names; elsewhere nobody calls a folder so.
NOT_IN_FOLDERS = frozenset('<>"|?*')


def one_line(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return " ".join("".join(sign for sign in text if sign.isspace() or is_seen(sign)).split())


def paragraphs(text: str) -> str:
    """Return a text with its lines and tabs, and nothing around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or is_seen(sign)).strip()


def own_name(path: str) -> str:
    """Return a file's name without the folders that came with it and without signs that are not printed.

    What no folder can be called is part of the name; the stroke behind it becomes what browsers save for it.
    """
    # A screenshot's name on a Mac has a space that does not count as printable.
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in path)
    parts = "".join(sign for sign in spaced if sign.isprintable()).replace("\\", "/").split("/")
    name = parts.pop()
    while parts and not NOT_IN_FOLDERS.isdisjoint(parts[-1]):
        name = f"{parts.pop()}_{name}"
    return name.strip()


def is_seen(sign: str) -> bool:
    """Tell whether a sign is one that a page can show."""
    return unicodedata.category(sign) not in UNSEEN
