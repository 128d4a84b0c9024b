"""Who a resume is from and how to reach them.

Names, e-mails, telephone numbers, the town and links are looked for where they stand: in the first lines, in a
header or footer, under a heading of their own. What stands under references is somebody else's. Personal data
found here is shown or hidden at will and never reaches a score.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recruit.documents.contents.home_town import STREET, line_around, own_stretches, town_in
from recruit.documents.contents.linked import linked_in
from recruit.documents.contents.people import name_in, name_of_title
from recruit.documents.contents.sections import sections
from recruit.documents.reader import Link
from recruit.vocabulary.shapes import Block, BlockKind, Contact, Evidence, Kind, Section

Span = tuple[int, int]

#: Every repetition is bounded and begins at the start of a word: a page of letters without a space costs no more.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
#: The first letter stands by itself, so that a search skips from one to the next.
LINK = re.compile(r"[hlwHLW](?<!\w.)(?i:(?<=h)ttps?://|(?<=w)ww\.|(?<=l)inkedin\.com)\S+")
PHONE = re.compile(r"(?<![\w.])(?:\+?1[ .-]?)?\(?\d{3}\)?[ ./-]{0,2}\d{3}[ .-]?\d{4}(?!\d)")

#: The first so many lines with words on them are the head of a resume.
HEAD_LINES = 12
LONGEST_LINE = 300
ENDINGS = "com|net|org|edu|us|gov|mil|info|biz|io|me|co|ca|mx"
#: An address is taken apart against machines that collect them, or by the machine that made the text.
SPOKEN_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}[ ]?[\[({{<][ ]?(?:at|@)[ ]?[\])}}>][ ]?[\w-]{{1,63}}[ ]?"
    rf"(?:[\[({{<][ ]?(?:dot|\.)[ ]?[\])}}>]|\.|[ ]dot[ ])[ ]?(?:{ENDINGS})\b|"
    rf"(?<![\w.+-])[\w.+-]{{1,64}}[ ]at[ ][\w-]{{1,63}}[ ]dot[ ](?:{ENDINGS})\b|"
    rf"(?<![\w.+-])[\w+-]{{1,64}}(?:[ ]?\.[ ]?[\w+-]{{1,64}})?[ ]?@[ ]?[\w-]{{1,63}}[ ]?\.[ ]?(?:{ENDINGS})\b",
    re.IGNORECASE,
)
GLUED_NUMBER = re.compile(r"[\d.()+-]{7,20}(?=[^\W\d_])")
SPOKEN_MARK = re.compile(r"[\[({<][ ]?(?:[aA][tT]|@)|[ ][dD][oO][tT][ ]|[ ]@|@[ ]|@[\w.-]+[ ]\.|@[\w-]+\.[ ]")
EXTENSION = re.compile(r"[ ,]{0,2}(?:ext(?:ension)?\.?|x)[ ]?:?[ ]?\d{1,6}\b", re.IGNORECASE)
WIDE_PHONE = re.compile(r"(?<![\w.])\(?\d{3}\)?[ ]?[\u2010-\u2015.][ ]?\d{3}[ ]?[\u2010-\u2015.][ ]?\d{4}(?!\d)")
FOREIGN_PHONE = re.compile(
    r"(?<![\w.+])\+(?!1[ .-]?\(?\d{3}\)?[ .-]?\d{3})\d{1,3}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,4}\d{2,4}(?!\d)"
)
LOCAL_PHONE = re.compile(
    r"\b(?:cell|phone|tel(?:ephone)?|home|work|mobile|call|text|ph|tel[eé]fono)\.?[ ]?[:#]?[ ]*"
    r"(?P<number>\d{3}[ .-]\d{4})(?![\d-])",
    re.IGNORECASE,
)
SITE = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>]{3,200}|"
    r"(?<![\w@./-])(?:[\w-]{1,63}\.){1,3}(?:com|net|org|io|me|dev|us|info)(?:/[^\s,;|<>]{1,150})?(?![\w@])",
    re.IGNORECASE,
)
#: A bare site may be a company's ("Cars.com") and counts in the head only; beyond it a link is named in full.
SITE_ENDING = re.compile(r"\.(?:com|net|org|io|me|dev|us|info|COM|NET|ORG)\b|://|www\.")
SITE_MARK = re.compile(r"://|www\.|linkedin\.com|LinkedIn\.com")
#: A page of nothing but @ is not read to its end.
MOST_ADDRESSES = 200
LONGEST_LOCAL_PART = 80
LONGEST_DOMAIN = 260

#: Somebody else's number stands beside these.
OTHERS = re.compile(r"\b(?:supervisor|manager|references?|contact:|employer|boss|owner|hr)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a file says besides its text: whose it is, its title, and the addresses behind words."""

    name: str | None = None
    title: str | None = None
    links: tuple[Link, ...] = ()


NOTHING_BESIDE = Beside()


def contact_of(
    text: str,
    blocks: Sequence[Block] = (),
    parts: Sequence[Section] | None = None,
    tops: Sequence[Span] = (),
    beside: Beside = NOTHING_BESIDE,
) -> Contact:
    r"""Find the name of the person and every way to reach them.

    Parameters
    ----------
    text : str
        A resume.
    blocks : sequence of Block, default ()
        How its stretches are set, where that is known: headers and footers hold contacts.
    parts : sequence of Section or None, default None
        Its parts; None reads them from the text.
    tops : sequence of tuple of int and int, default ()
        Spans that stand at the top of the first page, though other columns are read before them.
    beside : Beside, default NOTHING_BESIDE
        What the file says besides its text.

    Returns
    -------
    Contact
        What the text says; nothing is made up, so a name is never taken out of an e-mail address.

    Examples
    --------
    >>> found = contact_of("RUIZ, ANA\nWichita, KS 67202 | (316) 555-0142 | ana@example.com")
    >>> found.name.text, found.city.text, found.phones[0].text
    ('RUIZ, ANA', 'Wichita, KS', '(316) 555-0142')
    """
    known = tuple(sections(text, Kind.RESUME) if parts is None else parts)
    own_end = min([part.start for part in known if part.name == "references"], default=len(text))
    regions = list(regions_of(text, blocks, known, own_end, tops))
    emails = emails_in(text, own_end)
    emails = [(start + number_before(text, start), end) for start, end in emails]
    spoken = [region for region in regions if SPOKEN_MARK.search(text, *region)]
    emails = without_overlaps([*emails, *matches(SPOKEN_EMAIL, text, spoken)])
    phones = phones_in(text, regions) or phones_beside(text, emails, own_end)
    reached = [*emails, *phones, *matches(STREET, text, regions)]
    heads = own_stretches(text, [*regions, *tops], None, known, own_end) if beside.links else []
    linked = linked_in(text, beside.links, heads, own_end)
    titles = [*titles_of(blocks, known), *(start for start, _ in tops)]
    addresses = [*(text[start:end] for start, end in emails), *(one.text for one in linked.emails)]
    name = said_name(text, beside.name) or name_of_title(text, beside.title or "")
    name = name or name_in(text, [*regions, *tops], addresses, known, reached, titles)
    links = without_overlaps([*sites_in(text, regions, emails), *matches(LINK, text, link_lines(text, own_end))])
    return Contact(
        name=evidence(text, name),
        emails=(*evidences(text, emails), *linked.emails),
        phones=(*evidences(text, phones), *linked.phones),
        city=evidence(text, town_in(text, [*regions, *tops], name, known, own_end)),
        links=(
            *evidences(text, [trimmed(text, span) for span in links if not touches(span, emails)]),
            *linked.links,
        ),
    )


def said_name(text: str, name: str | None) -> Span | None:
    """Find the name that the file itself says is the person's."""
    place = text.find(name) if name and any(map(str.isalpha, name)) else -1
    return None if place < 0 or name is None else (place, place + len(name))


def titles_of(blocks: Sequence[Block], parts: Sequence[Section]) -> list[int]:
    """Return where the first heading starts that is none of a part: the name is set like a title."""
    headings = {part.start for part in parts}
    starts = (block.start for block in blocks if block.kind is BlockKind.HEADING)
    first = next((start for start in starts if start not in headings), None)
    return [] if first is None else [first]


def number_before(text: str, start: int) -> int:
    """Return how many signs of an address are those of a number it is glued to."""
    number = GLUED_NUMBER.match(text, start)
    return len(number[0]) if number else 0


def regions_of(
    text: str, blocks: Sequence[Block], parts: Sequence[Section], own_end: int, tops: Sequence[Span]
) -> Iterator[Span]:
    """Yield the stretches in which contacts stand, headers first, without overlaps."""
    margins = [(b.start, b.end) for b in blocks if b.kind in {BlockKind.HEADER, BlockKind.FOOTER}]
    named = [(part.start, part.end) for part in parts if part.name == "contact"]
    reached: list[Span] = []
    for start, end in [*margins, (0, min(own_end, head_end(text))), *named, *tops]:
        free = next((old for old in reached if old[0] < end and start < old[1]), None)
        start = max(start, free[1]) if free and free[0] <= start else start
        if start < end:
            reached.append((start, end))
            yield start, end


def head_end(text: str) -> int:
    """Return where the first lines with words end."""
    place = 0
    seen = 0
    for line in text.split("\n", 4 * HEAD_LINES):
        place += min(len(line), LONGEST_LINE) + 1
        seen += bool(line.strip())
        if seen == HEAD_LINES or len(line) > LONGEST_LINE:
            break
    return min(place, len(text))


def phones_in(text: str, regions: Iterable[Span]) -> list[Span]:
    """Find the telephone numbers in some stretches, with their extensions."""
    found: list[Span] = []
    for region in regions:
        for pattern in (PHONE, FOREIGN_PHONE, WIDE_PHONE, LOCAL_PHONE):
            if pattern is FOREIGN_PHONE and text.find("+", *region) < 0:
                continue
            if pattern in {WIDE_PHONE, LOCAL_PHONE} and found:
                break
            for match in pattern.finditer(text, *region):
                start, end = match.span("number" if pattern is LOCAL_PHONE else 0)
                extension = EXTENSION.match(text, end)
                found.append((start, extension.end() if extension else end))
    return without_overlaps(found)


def phones_beside(text: str, emails: Sequence[Span], own_end: int) -> list[Span]:
    """Find the numbers on the lines of e-mails, or else the first one that is not beside somebody else."""
    lines = [line_around(text, start) for start, _ in emails]
    found = phones_in(text, lines)
    if found:
        return found
    for match in PHONE.finditer(text, 0, own_end):
        if not OTHERS.search(text, *line_around(text, match.start())):
            return [match.span()]
    return []


def emails_in(text: str, end: int) -> list[Span]:
    """Find the e-mail addresses up to a place, each by its @, which costs less than a look at every sign."""
    found: list[Span] = []
    reached = 0
    place = text.find("@", 0, end)
    for _ in range(MOST_ADDRESSES):
        if place < 0:
            break
        start, stop = max(reached, place - LONGEST_LOCAL_PART), min(end, place + LONGEST_DOMAIN)
        match = next(EMAIL.finditer(text, start, stop), None)
        if match:
            found.append(match.span())
        reached = max(place + 1, match.end() if match else 0)
        place = text.find("@", reached, end)
    return found


def sites_in(text: str, regions: Iterable[Span], emails: Sequence[Span]) -> Iterator[Span]:
    """Find the sites in some stretches, on the lines that have the ending of one outside an e-mail."""
    for start, end in regions:
        reached = start
        for mark in SITE_ENDING.finditer(text, start, end):
            if mark.start() < reached or touches(mark.span(), emails):
                continue
            line = line_around(text, mark.start())
            reached = line[1]
            yield from matches(SITE, text, [(max(line[0], start), min(line[1], end))])


def link_lines(text: str, end: int) -> Iterator[Span]:
    """Yield the lines up to a place that say where a site is in full."""
    reached = 0
    for match in SITE_MARK.finditer(text, 0, end):
        if match.start() >= reached:
            line = line_around(text, match.start())
            reached = line[1]
            yield line[0], min(line[1], end)


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Say whether a span lies over one of others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def trimmed(text: str, span: Span) -> Span:
    """Take the full stop of a sentence off a link."""
    start, end = span
    return start, start + len(text[start:end].rstrip(".,;:)]>'\""))


def matches(pattern: re.Pattern[str], text: str, regions: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans of a pattern in some stretches."""
    for start, end in regions:
        for match in pattern.finditer(text, start, end):
            yield match.span()


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Sort spans and drop those that lie over an earlier one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda row: (row[0], -row[1])):
        if not found or span[0] >= found[-1][1]:
            found.append(span)
    return found


def evidences(text: str, spans: Iterable[Span]) -> Iterator[Evidence]:
    """Yield the words of spans."""
    for start, end in spans:
        yield Evidence(start=start, end=end, text=text[start:end])


def evidence(text: str, span: Span | None) -> Evidence | None:
    """Return the words of a span."""
    return Evidence(start=span[0], end=span[1], text=text[slice(*span)]) if span else None
