"""JSON Resume (the schema of jsonresume.org, also its older names) as on paper: nothing added, nothing lost."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recruit.documents import refusals
from recruit.documents.plain_text.plain import decode
from recruit.documents.reader import Limits, RawBlock, RawPage, Reading
from recruit.vocabulary.shapes import BlockKind

MAX_DEPTH = 40
"""Lists within lists; the schema has four. Counted before anything is built."""
PRESENT = "Present"

# The headings people use, in their usual order.
_HEADINGS = {
    "work": "Work Experience",
    "volunteer": "Volunteer Experience",
    "projects": "Projects",
    "skills": "Skills",
    "certificates": "Certifications",
    "education": "Education",
    "awards": "Awards",
    "publications": "Publications",
    "languages": "Languages",
    "interests": "Interests",
    "references": "References",
}
_NEWER_NAMES = {
    "certifications": "certificates",
    "experience": "work",
    "employment": "work",
    "volunteering": "volunteer",
}
_NO_TEXT = frozenset({"$schema", "meta", "image", "picture", "countryCode", "id", "uuid"})
_RESUME_PARTS = frozenset({"basics", *_HEADINGS, *_NEWER_NAMES})
# What stands on the first line of an entry, and which keys are already said there or beside it.
_ENTRY_HEADS = (
    ("position", "studyType", "title", "language", "fluency", "level"),
    ("name", "company", "organization", "institution", "publisher", "awarder", "issuer", "entity"),
    ("area", "location"),
)
_DATES = ("startDate", "endDate", "date", "releaseDate")
_LISTS = ("highlights", "courses", "keywords", "roles")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?")


def read_json_resume(content: bytes, limits: Limits) -> Reading:
    """Read a resume kept as JSON, as one page with headings in the usual order.

    Dates are written as people do ("Mar 2016 - Present"). What the schema does not know stays, under its name.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        The most letters it may have.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``corrupt`` when it is no JSON, ``unsupported_type`` when it is JSON and no resume, ``too_large`` when it
        is long or nested without end.
    """
    text = decode(content)
    if text is None:
        raise refusals.corrupt("JSON file")
    if len(text) > limits.max_characters:
        raise refusals.too_many_letters(len(text), limits.max_characters)
    if _depth_of(text) > MAX_DEPTH:
        raise refusals.nested("JSON file")
    try:
        # Numbers stay as they are written: a phone number is no sum.
        resume = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, strict=False)
    except (ValueError, RecursionError) as error:
        raise refusals.corrupt("JSON file") from error
    if not isinstance(resume, dict) or not _RESUME_PARTS & resume.keys():
        raise refusals.unsupported("a JSON file that is no resume in the form of jsonresume.org")
    blocks = tuple(block for block in _blocks_of(resume) if block.text.strip())
    basics = resume.get("basics")
    name = _line(basics.get("name")) if isinstance(basics, dict) else ""
    return Reading(pages=(RawPage(blocks=blocks),), name=name or None)


def _depth_of(text: str) -> int:
    """How deep brackets stand in each other, those inside strings not counted."""
    deepest = depth = 0
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text, re.DOTALL):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    return deepest


def _blocks_of(resume: Mapping[str, Any]) -> Iterator[RawBlock]:
    parts = {_NEWER_NAMES.get(name, name): value for name, value in resume.items() if name not in _NO_TEXT}
    yield from _basics(parts.pop("basics", None))
    for name, heading in _HEADINGS.items():
        yield from _section(heading, parts.pop(name, None))
    for name, value in parts.items():
        yield from _section(_spoken(name), value)


def _basics(basics: Any) -> Iterator[RawBlock]:
    if not isinstance(basics, dict):
        yield from _anything(basics)
        return
    rest = {name: value for name, value in basics.items() if name not in _NO_TEXT}
    for name, kind in (("name", BlockKind.HEADING), ("label", BlockKind.PARAGRAPH)):
        yield RawBlock(_line(rest.pop(name, None)), kind)
    location = rest.pop("location", None)
    yield RawBlock(_place(location))
    for name in ("email", "phone", "url", "website"):
        yield RawBlock(_line(rest.pop(name, None)))
    for profile in _as_list(rest.pop("profiles", None)):
        yield RawBlock(_profile(profile))
    summary = rest.pop("summary", None)
    if summary:
        yield RawBlock("Summary", BlockKind.HEADING, after_gap=True)
        yield from _anything(summary)
    for name, value in rest.items():
        yield from _named(name, value)


def _section(heading: str, value: Any) -> Iterator[RawBlock]:
    blocks = [block for entry in _as_list(value) for block in _entry(entry)]
    if any(block.text.strip() for block in blocks):
        yield RawBlock(heading, BlockKind.HEADING, after_gap=True)
        yield from blocks


def _entry(entry: Any) -> Iterator[RawBlock]:
    """One job, school or skill: its head with the dates, then what is said of it, then the points."""
    if not isinstance(entry, dict):
        yield from _anything(entry)
        return
    rest = {name: value for name, value in entry.items() if name not in _NO_TEXT}
    head = ", ".join(filter(None, (_line(rest.pop(name, None)) for group in _ENTRY_HEADS for name in group)))
    dates = _dates({name: rest.pop(name, None) for name in _DATES})
    lists = {name: rest.pop(name, None) for name in _LISTS}
    keywords = ", ".join(filter(None, (_line(one) for one in _as_list(lists.pop("keywords")))))
    head = ": ".join(filter(None, (head, keywords)))
    yield RawBlock("\t".join(filter(None, (head, dates))), after_gap=True)
    for name in ("summary", "description", "reference"):
        yield from _anything(rest.pop(name, None))
    for points in lists.values():
        for point in _as_list(points):
            line = _line(point)
            yield RawBlock(f"• {line}" if line else "", BlockKind.LIST_ITEM)
    for name, value in rest.items():
        yield from _named(name, value)


def _named(name: str, value: Any) -> Iterator[RawBlock]:
    """What the schema does not know, or a reader of paper does not expect, with its name before it."""
    line = _line(value)
    if line:
        yield RawBlock(line if name in {"url", "website"} else f"{_spoken(name)}: {line}")


def _anything(value: Any) -> Iterator[RawBlock]:
    if isinstance(value, str):
        yield from (RawBlock(part.strip()) for part in re.split(r"\n\s*\n", value.replace("\r\n", "\n")))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _named(str(name), inner)
    else:
        for one in _as_list(value):
            yield RawBlock(_line(one))


def _line(value: Any) -> str:
    """Any value on one line; true, false and null are no words of a resume."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return ", ".join(filter(None, (_line(one) for name, one in value.items() if name not in _NO_TEXT)))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_line, value)))
    return ""


def _place(location: Any) -> str:
    if not isinstance(location, Mapping):
        return _line(location)
    names = ("address", "city", "region", "postalCode")
    known = [_line(location.get(name)) for name in names]
    others = [_line(value) for name, value in location.items() if name not in {*names, *_NO_TEXT}]
    return ", ".join(filter(None, [*known, *others])).replace("\n", ", ")


def _profile(profile: Any) -> str:
    """A page about the person; its address says more than the name they have there."""
    if not isinstance(profile, Mapping):
        return _line(profile)
    network, name, url = (_line(profile.get(key)) for key in ("network", "username", "url"))
    return ": ".join(filter(None, (network, url or name)))


def _dates(dates: Mapping[str, Any]) -> str:
    start, end = (_spoken_date(dates[name], with_day=False) for name in ("startDate", "endDate"))
    single = _spoken_date(dates["date"]) or _spoken_date(dates["releaseDate"])
    if start:
        return f"{start} - {end or PRESENT}"
    return end or single


def _spoken_date(value: Any, *, with_day: bool = True) -> str:
    text = _line(value)
    date = _DATE.fullmatch(text)
    if date is None:
        return text
    year, month, day = date.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year if month is None else text
    # Many programs write the first of the month where only the month is known.
    if day in {None, "01", "1"} or not with_day:
        return f"{_MONTHS[int(month) - 1]} {year}"
    return f"{_MONTHS[int(month) - 1]} {int(day)}, {year}"


def _as_list(value: Any) -> Sequence[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None or isinstance(value, bool) else [value]


def _spoken(name: str) -> str:
    """A key as words: ``countryOfBirth`` is "Country of birth"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", name).strip()
    return words[:1].upper() + (words[1:].lower() if not words.isupper() else words[1:])
