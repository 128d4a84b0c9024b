"""What a person is called: by their resume, else by the name of its file."""

import re

from recruit.services.accounts import EMAIL, LONGEST_EMAIL, LONGEST_NAME, plain_email
from recruit.services.typed import is_seen, one_line
from recruit.vocabulary.shapes import Contact

LONGEST_PATH = 1000

#: What file names say besides whose resume it is.
NOISE = frozenset(
    {
        *("resume", "resumes", "résumé", "cv", "curriculum", "vitae", "application", "lebenslauf", "bewerbung"),
        *("final", "new", "updated", "copy", "signed", "version", "draft", "rev", "for", "of", "the"),
        *("doc", "img", "page", "scan", "scanned"),
    }
)
_WORDS = re.compile(r"[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*\.?")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


def person_of(contact: Contact, file_name: str) -> str:
    """Return the name to show of somebody who was imported."""
    found = one_line(contact.name.text) if contact.name else ""
    return (found or readable(file_name))[:LONGEST_NAME].strip()


def email_of(contact: Contact) -> str | None:
    """Return the first address that could be one."""
    addresses = (plain_email(found.text) for found in contact.emails)
    return next((one for one in addresses if EMAIL.fullmatch(one) and len(one) <= LONGEST_EMAIL), None)


def readable(file_name: str) -> str:
    """Make a person's name of a file's, where it holds one: ``Alvarez_Rosa-resume(2).pdf`` is Alvarez Rosa.

    One word alone says too little of whose resume it is.
    """
    last = file_name.replace("\\", "/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    words = _WORDS.findall(_CAMEL.sub(" ", stem.replace("_", " ").replace("-", " ")))
    kept = [word for word in words if word.lower().rstrip(".") not in NOISE]
    if len(kept) < 2:
        return f"No name found ({last})" if last else "No name found"
    return " ".join(word if any(map(str.isupper, word)) and not word.isupper() else word.title() for word in kept)


def plain_path(name: str) -> str:
    """Return a file's path without what no page can show and no database keeps."""
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(sign if is_seen(sign) else "\N{REPLACEMENT CHARACTER}" for sign in whole)[-LONGEST_PATH:]
