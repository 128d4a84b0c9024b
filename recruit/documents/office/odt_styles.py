"""What the styles of an OpenDocument text say: headings, hidden text, and what stands before items of lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from recruit.documents.office.numbering import BULLET, DEEPEST_LEVEL, Level, bullet_of
from recruit.documents.office.styles import MOST_ANCESTORS, SYMBOL_FONT, is_heading_style

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

_NAMESPACE = re.compile(r"\{urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0\}")
_ESCAPED = re.compile(r"_([0-9a-f]{2})_")
_STYLE_BY_FORMAT = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of text set in it."""

    is_heading: bool = False
    is_hidden: bool = False


class Styles:
    """The styles of the document, each read when first used."""

    def __init__(self, *parts: etree._Element) -> None:
        self._rows: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._levels: dict[str, Mapping[int, Level]] = {}
        for part in parts:
            for row in part.iter(f"{STYLE}style"):
                self._rows[row.get(f"{STYLE}family", ""), row.get(f"{STYLE}name", "")] = row
            for row in part.iter(f"{TEXT}list-style"):
                self._lists[row.get(f"{STYLE}name", "")] = row

    def look_of(self, family: str, name: str) -> Look:
        """What a style of that family ("paragraph", "text") says, with those it is based on."""
        key = (family, name)
        if key not in self._looks:
            self._looks[key] = self._read_look(family, name)
        return self._looks[key]

    def levels_of(self, name: str) -> Mapping[int, Level]:
        """The levels of a list style, the outermost 0."""
        if name not in self._levels:
            row = self._lists.get(name)
            levels = [] if row is None else [_level(level) for level in row if name_of(level) in _LEVELS]
            self._levels[name] = dict(levels)
        return self._levels[name]

    def page_style_of(self, element: etree._Element) -> str:
        """Name of the page style that a paragraph or table begins, empty for most."""
        is_table = name_of(element) == "table:table"
        style = element.get(f"{TABLE}style-name" if is_table else f"{TEXT}style-name", "")
        row = self._rows.get(("table" if is_table else "paragraph", style))
        return "" if row is None else row.get(f"{STYLE}master-page-name", "")

    def _read_look(self, family: str, name: str) -> Look:
        is_heading = False
        display = ""
        for _ in range(MOST_ANCESTORS):
            row = self._rows.get((family, name))
            shown_name = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), name)
            is_heading |= family == "paragraph" and is_heading_style(shown_name)
            if row is None:
                break
            properties = next(row.iterchildren(f"{STYLE}text-properties"), None)
            if properties is not None:
                display = display or properties.get(f"{TEXT}display", "")
            name = row.get(f"{STYLE}parent-style-name", "")
        return Look(is_heading=is_heading, is_hidden=display == "none")


@lru_cache(maxsize=1024)
def _short_name(tag: str) -> str:
    namespace = _NAMESPACE.match(tag)
    return f"{namespace[1] if namespace else 'other'}:{tag.rpartition('}')[2]}"


def name_of(element: etree._Element) -> str:
    """Name with the usual prefix of its namespace ("text:p"); entity references left unexpanded have none."""
    return _short_name(element.tag) if isinstance(element.tag, str) else ""


_LEVELS = {"text:list-level-style-number", "text:list-level-style-bullet", "text:list-level-style-image"}


def _level(row: etree._Element) -> tuple[int, Level]:
    depth = number_of(row.get(f"{TEXT}level"), 1) - 1
    name = name_of(row)
    if name == "text:list-level-style-image":
        return depth, Level(style="bullet", pattern=BULLET)
    if name == "text:list-level-style-bullet":
        properties = next(row.iterchildren(f"{STYLE}text-properties"), None)
        font = "" if properties is None else properties.get(f"{STYLE}font-name", "")
        sign = bullet_of(row.get(f"{TEXT}bullet-char", ""), in_symbol_font=bool(SYMBOL_FONT.search(font)))
        return depth, Level(style="bullet", pattern=sign)
    style = _STYLE_BY_FORMAT.get(row.get(f"{STYLE}num-format", ""), "decimal")
    shown = min(number_of(row.get(f"{TEXT}display-levels"), 1), depth + 1, DEEPEST_LEVEL)
    places = ".".join(chr(place) for place in range(depth + 1 - shown, depth + 1) if place < DEEPEST_LEVEL)
    pattern = f"{row.get(f'{STYLE}num-prefix', '')}{places}{row.get(f'{STYLE}num-suffix', '')}"
    start = number_of(row.get(f"{TEXT}start-value"), 1)
    return depth, Level(start=start, style=style, pattern=pattern if style != "none" else "")


def number_of(text: str | None, otherwise: int) -> int:
    """A whole number as the file writes it."""
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise
