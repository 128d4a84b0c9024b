"""What Word's styles and lists say of a paragraph: heading or item, its bullet or number, and its letters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from recruit.documents.office.docx_elements import attribute, child, is_off, value_of
from recruit.documents.office.docx_looks import NOTHING_SAID, Letters, letters_of, shading_of
from recruit.documents.office.grounds import is_ground
from recruit.documents.office.numbering import DEEPEST_LEVEL, Level, Numbering, bullet_of
from recruit.documents.office.styles import BODY_TEXT_OUTLINE, MOST_ANCESTORS, SYMBOL_FONT, is_heading_style
from recruit.vocabulary.shapes import BlockKind

_PLACE_OF_NUMBER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Style:
    """One style with what it takes from those it is based on."""

    is_heading: bool = False
    letters: Letters = NOTHING_SAID
    shading: str = ""
    has_ground: bool = False
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
        defaults = child(child(child(styles, "docDefaults"), "rPrDefault"), "rPr")
        self._plain = letters_of(defaults)
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

    def letters_of_paragraph(self, properties: etree._Element | None) -> tuple[Letters, str]:
        """What the styles of a paragraph say of its letters, and the fill behind it."""
        style = self._style(value_of(properties, "pStyle") or self._default)
        return style.letters.on(self._plain), shading_of(properties) or style.shading

    def letters_of_run(self, properties: etree._Element | None, base: Letters) -> Letters:
        """What is said of the letters of a run, in a paragraph whose styles say ``base``."""
        if properties is None:
            return base
        style = value_of(properties, "rStyle")
        return letters_of(properties).on(self._style(style).letters.on(base) if style else base)

    def has_ground(self, table_style: str) -> bool:
        """Whether the style of a table lays something on the page that white letters can be read on."""
        return bool(table_style) and self._style(table_style).has_ground

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
        if (
            attribute(row, "type") == "paragraph"
            and attribute(row, "default")
            and not is_off(attribute(row, "default"))
        ):
            return style_id
    return ""


def _read_style(style_id: str, rows: Mapping[str, etree._Element]) -> _Style:
    family: list[etree._Element] = []
    while (row := rows.get(style_id)) is not None and len(family) < MOST_ANCESTORS:
        family.append(row)
        style_id = value_of(row, "basedOn")
    properties = [child(row, "pPr") for row in family]
    numbers = [child(setting, "numPr") for setting in properties]
    letters = NOTHING_SAID
    for row in reversed(family):
        letters = letters_of(child(row, "rPr")).on(letters)
    fills = (shading_of(shading.getparent()) for row in family for shading in row.iter("{*}shd"))
    outline = next(filter(None, (value_of(setting, "outlineLvl") for setting in properties)), "")
    named = any(is_heading_style(value_of(row, "name")) for row in family)
    return _Style(
        is_heading=_number(outline, BODY_TEXT_OUTLINE) < BODY_TEXT_OUTLINE if outline else named,
        letters=letters,
        shading=next(filter(None, (shading_of(setting) for setting in properties)), ""),
        has_ground=any(fill and is_ground(fill) for fill in fills),
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


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < DEEPEST_LEVEL else otherwise
