"""Styles and lists of an old Word file: which paragraphs are headings, and what stands before items."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recruit.documents.office.doc_binary import number, properties_of
from recruit.documents.office.doc_file import Part, WordFile
from recruit.documents.office.numbering import DEEPEST_LEVEL, Level, Numbering
from recruit.documents.office.styles import BODY_TEXT_OUTLINE, MOST_ANCESTORS, is_heading_style

_NO_STYLE = 0xFFF
_HEADINGS = frozenset({*range(1, 10), 62})
_IN_TABLE, _ENDS_ROW, _DEPTH, _ENDS_INNER_CELL, _ENDS_INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_OUTLINE, _LIST_DEPTH, _LIST = 0x2640, 0x260A, 0x460B
_NUMBER_STYLES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero",
    23: "bullet", 255: "none",
}  # fmt: skip
_LIST_BYTES, _USE_BYTES, _LEVEL_BYTES = 28, 16, 28
_MOST_LISTS = 4000


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of one paragraph: its place in tables, whether it is a heading, and its list."""

    is_heading: bool = False
    table_depth: int = 0
    ends_row: bool = False
    ends_inner_cell: bool = False
    ends_inner_row: bool = False
    list_use: int = 0
    list_depth: int = 0


@dataclass(slots=True)
class _List:
    """Levels of one list as one use of it shows them, the lists it counts together with, and new beginnings."""

    levels: dict[int, Level]
    counted_with: str
    restarts: dict[int, int]
    is_begun: bool = False


class Looks:
    """Tells the look of paragraphs and counts their lists."""

    def __init__(self, file: WordFile) -> None:
        self._styles = list(_read_styles(file.part(Part.STYLES)))
        self._look_by_style: dict[int, Look] = {}
        self._uses = _read_uses(file)
        self._numbering = Numbering()

    def look_of(self, properties: bytes) -> Look:
        """The look of a paragraph, its properties laid over its style."""
        return _with_properties(self._look_of_style(number(properties, 0, 2)), properties[2:])

    def label_of(self, look: Look) -> str:
        """The bullet or number before a paragraph, counted on."""
        use = self._uses.get(look.list_use)
        if use is None:
            return ""
        if not use.is_begun:
            use.is_begun = True
            for depth, start in use.restarts.items():
                self._numbering.restart(use.counted_with, depth, start)
        return self._numbering.label(use.counted_with, use.levels, look.list_depth)

    def _look_of_style(self, style: int) -> Look:
        if style not in self._look_by_style:
            family: list[_Style] = []
            at = style
            while at < len(self._styles) and len(family) < MOST_ANCESTORS:
                family.append(self._styles[at])
                at = family[-1].base
            look = Look()
            for member in reversed(family):
                look = _with_properties(replace(look, is_heading=look.is_heading or member.is_heading), member.own)
            self._look_by_style[style] = look
        return self._look_by_style[style]


@dataclass(frozen=True, slots=True)
class _Style:
    base: int
    is_heading: bool
    own: bytes


def _with_properties(look: Look, properties: bytes) -> Look:
    settings = {which: number(value, 0, 4) for which, value in properties_of(properties)}
    if not settings:
        return look
    depth = settings.get(_DEPTH, settings.get(_IN_TABLE, look.table_depth))
    outline = settings.get(_OUTLINE)
    return Look(
        is_heading=look.is_heading if outline is None else outline < BODY_TEXT_OUTLINE,
        table_depth=depth,
        ends_row=bool(settings.get(_ENDS_ROW)),
        ends_inner_cell=bool(settings.get(_ENDS_INNER_CELL)),
        ends_inner_row=bool(settings.get(_ENDS_INNER_ROW)),
        list_use=settings.get(_LIST, look.list_use),
        list_depth=settings.get(_LIST_DEPTH, look.list_depth),
    )


def _read_styles(data: bytes) -> Iterator[_Style]:
    header = number(data, 0, 2)
    fixed = number(data, 4, 2)
    at = 2 + header
    for _ in range(number(data, 2, 2)):
        length = number(data, at, 2)
        yield _read_style(data[at + 2 : at + 2 + length], fixed)
        at += 2 + length + length % 2


def _read_style(data: bytes, fixed: int) -> _Style:
    if not data:
        return _Style(_NO_STYLE, is_heading=False, own=b"")
    named = fixed + 2
    letters = 2 * number(data, fixed, 2)
    name = data[named : named + letters].decode("utf-16-le", "replace")
    at = named + letters + 2
    own = data[at + 4 : at + 2 + number(data, at, 2)]
    is_for_paragraphs = number(data, 2, 2) & 0xF == 1
    is_heading = number(data, 0, 2) & 0xFFF in _HEADINGS or is_heading_style(name)
    return _Style(number(data, 2, 2) >> 4, is_heading=is_heading, own=own if is_for_paragraphs else b"")


def _read_uses(file: WordFile) -> dict[int, _List]:
    """Lists by the number that paragraphs name them by, from 1."""
    levels_by_list = _read_lists(file.part(Part.LISTS, with_rest=True))
    data = file.part(Part.LIST_USES, with_rest=True)
    count = min(number(data, 0, 4), _MOST_LISTS)
    uses = {}
    at = 4 + _USE_BYTES * count
    for index in range(count):
        list_id = number(data, 4 + _USE_BYTES * index, 4)
        use = _List(dict(levels_by_list.get(list_id, {})), str(list_id), {})
        at += 4
        for _ in range(min(number(data, 4 + _USE_BYTES * index + 12, 1), DEEPEST_LEVEL)):
            at = _read_override(data, at, use)
        uses[index + 1] = use
    return uses


def _read_override(data: bytes, at: int, use: _List) -> int:
    start, settings = number(data, at, 4), number(data, at + 4, 4)
    depth = settings & 0xF
    at += 8
    if settings & 0x20:
        use.levels[depth], at = _read_level(data, at)
    if settings & 0x10 and depth in use.levels:
        use.levels[depth] = replace(use.levels[depth], start=start)
        use.restarts[depth] = start
    return at


def _read_lists(data: bytes) -> dict[int, dict[int, Level]]:
    count = min(number(data, 0, 2), _MOST_LISTS)
    at = 2 + _LIST_BYTES * count
    lists = {}
    for index in range(count):
        row = 2 + _LIST_BYTES * index
        is_simple = bool(number(data, row + 26, 1) & 1)
        levels = {}
        for depth in range(1 if is_simple else DEEPEST_LEVEL):
            levels[depth], at = _read_level(data, at)
        lists[number(data, row, 4)] = levels
    return lists


def _read_level(data: bytes, at: int) -> tuple[Level, int]:
    start, style = number(data, at, 4), _NUMBER_STYLES.get(number(data, at + 4, 1), "decimal")
    at += _LEVEL_BYTES + number(data, at + 24, 1) + number(data, at + 25, 1)
    letters = 2 * number(data, at, 2)
    pattern = data[at + 2 : at + 2 + letters].decode("utf-16-le", "replace")
    return Level(start, style, pattern), at + 2 + letters
