"""Addresses that a file holds behind words: "E-mail" links to one, and the text itself does not say it.

No link is followed. What stands behind words is read only where the text says nothing of it, and only where the
link is the person's own: an address to write or call to, a page on a site of profiles, a site named in the head.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from recruit.documents.reader import Link
from recruit.vocabulary.shapes import Evidence

Span = tuple[int, int]

MOST_LINKS = 100
LONGEST_TARGET = 300
LONGEST_WORDS = 100
PHONE_DIGITS = range(7, 16)
#: An own number may be written without the country's.
LOCAL_DIGITS = 10

ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PROFILE = re.compile(
    r"https?://(?:[\w-]{1,20}\.)?(?:linkedin\.com/(?:in|pub)/|github\.com/|gitlab\.com/|bitbucket\.org/|xing\.com/"
    r"profile/|behance\.net/|about\.me/)[\w%-]",
    re.IGNORECASE,
)
SITE = re.compile(r"https?://[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:[/:?#]\S*)?", re.IGNORECASE)
SCHEME = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
NO_DIGIT = re.compile(r"\D+")


@dataclass(slots=True)
class Linked:
    """What links say beyond the text, each at the words it stands behind."""

    emails: list[Evidence] = field(default_factory=list)
    phones: list[Evidence] = field(default_factory=list)
    links: list[Evidence] = field(default_factory=list)


def linked_in(text: str, links: Sequence[Link], heads: Sequence[Span], own_end: int) -> Linked:
    r"""Read the addresses behind words.

    Parameters
    ----------
    text : str
        A resume.
    links : sequence of Link
        Its links, in the order of the text.
    heads : sequence of tuple of int and int
        Where contacts stand: a site linked to elsewhere is an employer's as often as the person's.
    own_end : int
        Where the text is no longer about the person.

    Returns
    -------
    Linked
        Addresses that the text does not hold, each once.

    Examples
    --------
    >>> found = linked_in("Orrin Thaxley\nE-mail", [Link("E-mail", "mailto:orrin@example.com")], [(0, 20)], 20)
    >>> found.emails[0].text, found.emails[0].start
    ('orrin@example.com', 14)
    """
    found = Linked()
    lower, digits = text.lower(), NO_DIGIT.sub("", text)
    seen: set[str] = set()
    for span, link in placed(text, links, own_end):
        scheme, _, rest = link.target.strip()[:LONGEST_TARGET].partition(":")
        is_in_head = any(start <= span[0] < end for start, end in heads)
        said, kind = "", found.links
        if scheme.lower() == "mailto":
            said, kind = mail_of(rest), found.emails
            is_known = said.lower() in lower
        elif scheme.lower() == "tel":
            said, kind = number_of(rest), found.phones
            is_known = NO_DIGIT.sub("", said)[-LOCAL_DIGITS:] in digits
        else:
            said = site_of(link.target, is_in_head=is_in_head)
            is_known = SCHEME.sub("", said, count=1).rstrip("/").lower() in lower
        if said and not is_known and said.lower() not in seen:
            seen.add(said.lower())
            kind.append(Evidence(start=span[0], end=span[1], text=said))
    return found


def placed(text: str, links: Iterable[Link], own_end: int) -> Iterator[tuple[Span, Link]]:
    """Yield the links whose words stand in the text, with their place."""
    reached = 0
    for link, _ in zip(links, range(MOST_LINKS), strict=False):
        words = link.words[:LONGEST_WORDS].split()
        if not words:
            continue
        pattern = re.compile(r"\s{1,3}".join(map(re.escape, words)))
        match = pattern.search(text, reached, own_end) or pattern.search(text, 0, own_end)
        if match:
            reached = max(reached, match.end())
            yield match.span(), link


def mail_of(rest: str) -> str:
    """Return the address that a letter would go to, empty where there is none."""
    match = ADDRESS.fullmatch(unquote(rest.partition("?")[0]).strip())
    return match[0] if match else ""


def number_of(rest: str) -> str:
    """Return the number that a link calls, as it writes it."""
    said = unquote(rest).partition(";")[0].strip().removeprefix("//")
    is_number = len(NO_DIGIT.sub("", said)) in PHONE_DIGITS and not any(map(str.isalpha, said))
    return said if is_number else ""


def site_of(target: str, *, is_in_head: bool) -> str:
    """Return the address of a page about the person, empty where it may be about anything else."""
    target = target.strip()
    if len(target) > LONGEST_TARGET or not SITE.fullmatch(target):
        return ""
    return target if is_in_head or PROFILE.match(target) else ""
