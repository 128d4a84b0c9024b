"""What Word's styles and lists say of a paragraph: heading or item, its bullet or number, hidden or not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from recruit.documents.office.numbering import DEEPEST_LEVEL, Level, Numbering, bullet_of
from recruit.documents.office.styles import BODY_TEXT_OUTLINE, MOST_ANCESTORS, SYMBOL_FONT, is_heading_style
from recruit.vocabulary.shapes import BlockKind

_OFF = frozenset({"0", "false", "off", "none"})
_PLACE_OF_NUMBER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Style:
    """One style with what it takes from those it is based on."""

    is_heading: bool = False
    is_hidden: bool = False
    list_id: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _List:
    """The levels of one list, the lists that count together with it, and the numbers it begins anew with."""

    levels: Mapping[int, Level]
    counted_with: str
    restarts: Mapping[int, int] = field(default_factory=dict)


class Styles:
    """Styles and lists of one document, each read when first used; keeps the numbers its lists have reached."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        rows = () if styles is None else styles.iterchildren("{*}style")
        self._rows = {attribute(row, "styleId"): row for row in rows}
        self._styles: dict[str, _Style] = {}
        self._default = _default_style(self._rows)
        self._abstract = _by_id(numbering, "abstractNum", "abstractNumId")
        self._numbers = _by_id(numbering, "num", "numId")
        self._lists: dict[str, _List] = {}
        self._numbering = Numbering()

    def kind_and_label(self, properties: etree._Element | None) -> tuple[BlockKind, str]:
        """Tell a paragraph's kind, and the bullet or number before it."""
        style = self._style(value_of(properties, "pStyle") or self._default)
        list_id, depth = style.list_id, style.depth
        own = child(properties, "numPr")
        if own is not None:
            list_id, depth = value_of(own, "numId") or list_id, _number(value_of(own, "ilvl"), depth)
        label = self._label(list_id, depth)
        outline = value_of(properties, "outlineLvl")
        if _number(outline, BODY_TEXT_OUTLINE) < BODY_TEXT_OUTLINE if outline else style.is_heading:
            return BlockKind.HEADING, label
        return BlockKind.LIST_ITEM if label else BlockKind.PARAGRAPH, label

    def is_hidden(self, run_properties: etree._Element | None) -> bool:
        """Whether a run is not shown."""
        if run_properties is None:
            return False
        switch = child(run_properties, "vanish")
        return self._style(value_of(run_properties, "rStyle")).is_hidden if switch is None else is_on(switch)

    def _style(self, style_id: str) -> _Style:
        if style_id not in self._styles:
            self._styles[style_id] = _read_style(style_id, self._rows)
        return self._styles[style_id]

    def _label(self, list_id: str, depth: int) -> str:
        if list_id not in self._numbers:
            return ""
        if list_id not in self._lists:
            self._lists[list_id] = self._read_list(self._numbers[list_id])
            for deep, start in self._lists[list_id].restarts.items():
                self._numbering.restart(self._lists[list_id].counted_with, deep, start)
        numbered = self._lists[list_id]
        return self._numbering.label(numbered.counted_with, numbered.levels, depth)

    def _read_list(self, row: etree._Element) -> _List:
        shared_id = value_of(row, "abstractNumId")
        link = value_of(self._abstract.get(shared_id), "numStyleLink")
        linked = self._numbers.get(self._style(link).list_id) if link else None
        if linked is not None:
            shared_id = value_of(linked, "abstractNumId")
        levels = _levels(self._abstract.get(shared_id))
        restarts = {}
        for override in row.iterchildren("{*}lvlOverride"):
            levels |= _levels(override)
            depth, start = _number(attribute(override, "ilvl"), 0), value_of(override, "startOverride")
            if start and depth in levels:
                restarts[depth] = _number(start, 1)
                levels[depth] = replace(levels[depth], start=restarts[depth])
        return _List(levels, shared_id, restarts)


def _by_id(parent: etree._Element | None, name: str, id_name: str) -> dict[str, etree._Element]:
    rows = () if parent is None else parent.iterchildren(f"{{*}}{name}")
    return {attribute(row, id_name): row for row in rows}


def _default_style(rows: Mapping[str, etree._Element]) -> str:
    for style_id, row in rows.items():
        if attribute(row, "type") == "paragraph" and attribute(row, "default") not in {"", *_OFF}:
            return style_id
    return ""


def _read_style(style_id: str, rows: Mapping[str, etree._Element]) -> _Style:
    family: list[etree._Element] = []
    while (row := rows.get(style_id)) is not None and len(family) < MOST_ANCESTORS:
        family.append(row)
        style_id = value_of(row, "basedOn")
    properties = [child(row, "pPr") for row in family]
    numbers = [child(setting, "numPr") for setting in properties]
    switches = [child(child(row, "rPr"), "vanish") for row in family]
    outline = next(filter(None, (value_of(setting, "outlineLvl") for setting in properties)), "")
    named = any(is_heading_style(value_of(row, "name")) for row in family)
    return _Style(
        is_heading=_number(outline, BODY_TEXT_OUTLINE) < BODY_TEXT_OUTLINE if outline else named,
        is_hidden=is_on(next((switch for switch in switches if switch is not None), None)),
        list_id=next(filter(None, (value_of(number, "numId") for number in numbers)), ""),
        depth=_number(next(filter(None, (value_of(number, "ilvl") for number in numbers)), ""), 0),
    )


def _levels(parent: etree._Element | None) -> dict[int, Level]:
    rows = () if parent is None else parent.iterchildren("{*}lvl")
    return {_number(attribute(row, "ilvl"), 0): _level(row) for row in rows}


def _level(row: etree._Element) -> Level:
    style = value_of(row, "numFmt") or "decimal"
    pattern = value_of(row, "lvlText")
    if style == "bullet":
        fonts = child(child(row, "rPr"), "rFonts")
        font = "" if fonts is None else attribute(fonts, "ascii")
        return Level(style=style, pattern=bullet_of(pattern, in_symbol_font=bool(SYMBOL_FONT.search(font))))
    places = _PLACE_OF_NUMBER.sub(lambda place: chr(int(place[1]) - 1), pattern)
    return Level(start=_number(value_of(row, "start"), 1), style=style, pattern=places)


def name_of(element: etree._Element) -> str:
    """Local name; entity references left unexpanded have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that local name; None of None."""
    return None if element is None else next(element.iterchildren(f"{{*}}{name}"), None)


def attribute(element: etree._Element, name: str) -> str:
    """The attribute of that local name, empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def value_of(parent: etree._Element | None, name: str) -> str:
    """What a setting below ``parent`` is set to, empty where it is not set."""
    setting = child(parent, name)
    return "" if setting is None else attribute(setting, "val")


def is_on(switch: etree._Element | None) -> bool:
    """Whether a setting that has no value or a true one is there."""
    return switch is not None and attribute(switch, "val") not in _OFF


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < DEEPEST_LEVEL else otherwise
