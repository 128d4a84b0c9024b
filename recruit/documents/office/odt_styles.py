"""What the styles of an OpenDocument text say: headings, letters and their grounds, and items of lists."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from recruit.documents.office.grounds import cannot_be_seen, colour_said, is_ground
from recruit.documents.office.numbering import BULLET, DEEPEST_LEVEL, Level, bullet_of
from recruit.documents.office.styles import MOST_ANCESTORS, SYMBOL_FONT, is_heading_style

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

_NAMESPACE = re.compile(r"\{urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0\}")
_POINTS = re.compile(r"(\d{1,4}(?:\.\d+)?)pt")
_ESCAPED = re.compile(r"_([0-9a-f]{2})_")
_PROPERTIES = frozenset(
    f"style:{name}-properties" for name in ("text", "paragraph", "table-cell", "table-row", "table", "graphic")
)
_EFFECTS = (f"{STYLE}text-outline", f"{FO}text-shadow", f"{STYLE}font-relief")
_NO_EFFECT = frozenset({"", "false", "none"})
_PICTURE = f"{STYLE}background-image[@{{http://www.w3.org/1999/xlink}}href]"
_PAPER = "white"
UNKNOWN = "?"
"""Stands for a ground of more than one colour."""
_STYLE_BY_FORMAT = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says of text set in it: nothing of what is empty. ``ground`` is what the text stands on."""

    is_heading: bool = False
    is_hidden: bool = False
    colour: str = ""
    size: str = ""
    ground: str = ""
    has_effect: bool = False

    def on(self, base: "Look") -> "Look":
        """Take what is not said here from what is around it."""
        return Look(
            is_hidden=self.is_hidden or base.is_hidden,
            colour=self.colour or base.colour,
            size=self.size or base.size,
            ground=self.ground or base.ground,
            has_effect=self.has_effect or base.has_effect,
        )

    def is_unseen(self, ground: str) -> bool:
        """Whether its letters cannot be told from what they stand on where they have no ground of their own."""
        points = _POINTS.fullmatch(self.size)
        colour = "" if self.has_effect else self.colour
        return cannot_be_seen(colour, colour_said(self.ground or ground), float(points[1]) if points else None)


class Styles:
    """The styles of the document, each read when first used."""

    def __init__(self, *parts: etree._Element) -> None:
        self._rows: dict[tuple[str, str], etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._pages: list[etree._Element] = []
        self._graphics: list[etree._Element] = []
        for part in parts:
            self._pages += part.iter(f"{STYLE}page-layout-properties")
            self._graphics += part.iter(f"{STYLE}graphic-properties")
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

    def page_ground(self) -> str:
        """The colour of all pages; a sign where they have several, or where shapes lie behind the text."""
        grounds = [_ground_of(row) or _PAPER for row in self._pages]
        colours = {ground if is_ground(ground) else _PAPER for ground in grounds} or {_PAPER}
        lies_behind = any(row.get(f"{STYLE}run-through") == "background" for row in self._graphics)
        return UNKNOWN if lies_behind or len(colours) > 1 else colours.pop()

    def box_ground(self, box: etree._Element) -> str:
        """The fill of a text box; one without may stand on any other shape."""
        own = self.look_of("graphic", box.get(f"{DRAW}style-name", "")).ground
        return own or (UNKNOWN if any(map(_ground_of, self._graphics)) else self.page_ground())

    def _read_look(self, family: str, name: str) -> Look:
        is_heading = False
        said: list[etree._Element] = []
        for _ in range(MOST_ANCESTORS):
            row = self._rows.get((family, name))
            shown_name = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), name)
            is_heading |= family == "paragraph" and is_heading_style(shown_name)
            if row is None:
                break
            said += [properties for properties in row if name_of(properties) in _PROPERTIES]
            name = row.get(f"{STYLE}parent-style-name", "")
        letters = [properties for properties in said if name_of(properties) == "style:text-properties"]
        return Look(
            is_heading=is_heading,
            is_hidden=_first(letters, f"{TEXT}display") == "none",
            colour=next(filter(None, map(_colour_of, letters)), ""),
            size=_first(letters, f"{FO}font-size"),
            ground=next(filter(None, map(_ground_of, said)), ""),
            has_effect=any(_first(letters, effect) not in _NO_EFFECT for effect in _EFFECTS),
        )


def _first(rows: Iterable[etree._Element], name: str) -> str:
    return next(filter(None, (row.get(name, "") for row in rows)), "")


def _colour_of(properties: etree._Element) -> str:
    """The colour of letters; that of the window is whatever can be read."""
    if properties.get(f"{STYLE}use-window-font-color") == "true":
        return "auto"
    return properties.get(f"{FO}color", "")


def _ground_of(properties: etree._Element) -> str:
    """What lies behind a text; pictures and patterns are not known."""
    if properties.get(f"{DRAW}fill", "none") not in {"none", "solid"} or len(properties.findall(_PICTURE)):
        return UNKNOWN
    colour = properties.get(f"{FO}background-color", "")
    if properties.get(f"{DRAW}fill") == "solid":
        colour = properties.get(f"{DRAW}fill-color", "") or colour
    return "" if colour == "transparent" else colour


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
