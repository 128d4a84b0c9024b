"""OpenDocument text (ODT), packed or as one flat file: headers, body, notes, footers, all changes accepted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from recruit.documents import refusals
from recruit.documents.office.flow import HIDDEN_WORDS, Paragraph, has_words, page_of, row_of
from recruit.documents.office.numbering import Level, Numbering
from recruit.documents.office.odt_styles import DRAW, STYLE, TABLE, TEXT, Look, Styles, name_of, number_of
from recruit.documents.office.package import open_package, parse_xml
from recruit.documents.reader import Limits, Link, RawBlock, Reading
from recruit.vocabulary.shapes import BlockKind

KIND = "OpenDocument text"
MOST_LINKS = 100
MOST_SPACES = 20
"""Spaces that one element may stand for; a hostile one claims billions."""

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_USUAL_PAGE_STYLE = "Standard"
_PACKED = b"PK"
_SPACES = re.compile(r"[ \t\r\n]+")
# Deleted text stands in tracked-changes only; sources of indexes are patterns, not text.
_UNSEEN = frozenset(
    """
    text:tracked-changes text:note-citation text:ruby-text text:table-of-content-source text:user-index-source
    text:alphabetical-index-source text:illustration-index-source text:table-index-source
    text:object-index-source text:bibliography-source office:annotation office:forms office:scripts
    office:event-listeners office:binary-data drawing:object drawing:object-ole drawing:image
    svg-compatible:title svg-compatible:desc other:math
    """.split()  # noqa: SIM905 - one name per quote would fill a page
)
_SHAPE = "drawing:"
_ROW_GROUPS = frozenset({"table:table-header-rows", "table:table-rows", "table:table-row-group"})
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
# The first page's header is the one a reader meets first.
_MARGINS = ("-first", "", "-left")


@dataclass(slots=True)
class _Item:
    """The list that paragraphs stand in, and the label of an item that nothing has been written after yet."""

    list_id: str
    style: str
    depth: int
    label: str = ""
    is_new: bool = False


def read_odt(content: bytes, limits: Limits) -> Reading:
    """Read an OpenDocument text, packed or flat, as one page.

    Headers come first, then the body, foot- and endnotes, and footers last. The cells of a row stand on one line,
    a tab between them, unless a cell holds several paragraphs: then cell follows cell. A text box comes after the
    paragraph it hangs on. Items of lists have their bullet or number. Deleted and hidden text is left out.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        What it may unpack to.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``corrupt``, ``encrypted``, ``too_large``, or ``needs_ocr`` when it holds pictures only.
    """
    parts = _packed_parts(content, limits) if content.startswith(_PACKED) else [parse_xml(content, KIND)]
    text = next((found for part in parts for found in part.iterfind(f"{_OFFICE}body/{_OFFICE}text")), None)
    if text is None:
        raise refusals.corrupt(KIND)
    styles = Styles(*parts)
    story = _Story(styles, _deletions(text))
    body = list(story.blocks(text))
    pages = _page_styles(text, parts, styles)
    page = page_of(
        body,
        headers=[list(story.blocks(header)) for header in _margins(pages, "header")],
        footers=[list(story.blocks(footer)) for footer in _margins(pages, "footer")],
        notes=story.notes,
    )
    if not page.blocks and next(text.iter(f"{DRAW}image"), None) is not None:
        raise refusals.pictures_only(KIND)
    findings = (HIDDEN_WORDS,) if story.hides_words else ()
    return Reading(pages=(page,), findings=findings, producer=_producer(parts), links=tuple(_links(text)))


def _packed_parts(content: bytes, limits: Limits) -> list[etree._Element]:
    with open_package(content, limits, KIND) as package:
        manifest = "META-INF/manifest.xml"
        if manifest in package.names and b"encryption-data" in package.read(manifest):
            raise refusals.encrypted(KIND)
        further = [name for name in ("styles.xml", "meta.xml") if name in package.names]
        return [package.xml(name) for name in ("content.xml", *further)]


def _page_styles(text: etree._Element, parts: Iterable[etree._Element], styles: Styles) -> list[etree._Element]:
    """The page styles in use, in the order of the text; that of a first page leads to another."""
    rows = {page.get(f"{STYLE}name", ""): page for part in parts for page in part.iter(f"{STYLE}master-page")}
    begun = [styles.page_style_of(element) for element in text.iter(f"{TEXT}p", f"{TEXT}h", f"{TABLE}table")]
    wanted: list[str] = []
    for name in [*(begun[:1] if any(begun[:1]) else [_USUAL_PAGE_STYLE]), *begun]:
        wanted += [name, rows[name].get(f"{STYLE}next-style-name", "")] if name in rows else []
    used = [rows[name] for name in dict.fromkeys(wanted) if name in rows]
    return used or list(rows.values())[:1]


def _margins(pages: Iterable[etree._Element], which: str) -> list[etree._Element]:
    """Headers or footers of page styles, those of a first page before the others."""
    found = (margin for page in pages for end in _MARGINS for margin in page.iterchildren(f"{STYLE}{which}{end}"))
    return [margin for margin in found if margin.get(f"{STYLE}display") != "false"]


def _deletions(text: etree._Element) -> frozenset[str]:
    """Changes that take text away. Most programs set that text aside, some leave it in its place."""
    regions = (region for region in text.iter(f"{TEXT}changed-region"))
    return frozenset(
        region.get(f"{TEXT}id", "") for region in regions if region.find(f"{TEXT}deletion") is not None
    )


def _links(text: etree._Element) -> Iterator[Link]:
    """The links of the text, with the words they stand behind."""
    for element in islice(text.iter(f"{TEXT}a"), MOST_LINKS):
        words = " ".join("".join(map(str, element.itertext())).split())
        if words:
            yield Link(words, element.get(f"{_XLINK}href", ""))


def _producer(parts: Iterable[etree._Element]) -> str | None:
    named = (found.text for part in parts for found in part.iter(f"{_META}generator"))
    return (next(named, None) or "").strip() or None


class _Story:
    """Elements to blocks, with the numbers that lists have reached; notes are set aside."""

    def __init__(self, styles: Styles, deletions: frozenset[str]) -> None:
        self.notes: list[RawBlock] = []
        self._deletions = deletions
        self._open_deletions: set[str] = set()
        self._styles = styles
        self._numbering = Numbering()
        self._latest_by_style: dict[str, str] = {}
        self._list_by_id: dict[str | None, str] = {}
        self._lists_begun = 0
        self._ground = styles.page_ground()
        self.hides_words = False

    def blocks(self, parent: etree._Element, item: _Item | None = None) -> Iterator[RawBlock]:
        """Blocks of everything that stands below one another in a body, cell, item, note or text box."""
        for element in parent:
            name = name_of(element)
            if name in {"text:p", "text:h"}:
                yield from self._paragraph(element, item, is_heading=name == "text:h")
            elif name == "text:list":
                yield from self._list(element, item)
            elif name == "table:table":
                yield from self._table(element)
            elif element.get(f"{TEXT}display") == "none":
                self._note_hidden(element)
            elif name.startswith(_SHAPE) and name not in _UNSEEN and f"{DRAW}style-name" in element.attrib:
                yield from self._blocks_on(self._styles.box_ground(element), element)
            elif name not in _UNSEEN:
                yield from self.blocks(element, item)

    def _blocks_on(self, ground: str, parent: etree._Element) -> Iterator[RawBlock]:
        """Blocks of a cell or a text box of that colour."""
        around, self._ground = self._ground, ground
        yield from self.blocks(parent)
        self._ground = around

    def _paragraph(self, element: etree._Element, item: _Item | None, *, is_heading: bool) -> Iterator[RawBlock]:
        look = self._styles.look_of("paragraph", element.get(f"{TEXT}style-name", ""))
        paragraph = Paragraph()
        if look.is_hidden:
            self._note_hidden(element)
        else:
            self._collect(element, paragraph, look)
        text = "".join(paragraph.pieces)
        kind = BlockKind.HEADING if is_heading or look.is_heading else BlockKind.PARAGRAPH
        if item is not None and item.is_new:
            item.is_new = False
            if item.label and text.strip():
                text = f"{item.label} {text.lstrip()}"
                kind = BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind
        yield RawBlock(text, kind)
        for box in paragraph.boxes:
            yield from self._blocks_on(self._styles.box_ground(box), box)

    def _list(self, element: etree._Element, outer: _Item | None) -> Iterator[RawBlock]:
        item = self._open_list(element, outer)
        levels = self._styles.levels_of(item.style)
        for row in element:
            if name_of(row) == "text:list-item":
                item.label, item.is_new = self._label(row, item, levels), True
            yield from self.blocks(row, item)

    def _open_list(self, element: etree._Element, outer: _Item | None) -> _Item:
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else "")
        if outer is not None:
            return _Item(outer.list_id, style, outer.depth + 1)
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        list_id = self._list_by_id.get(element.get(f"{TEXT}continue-list"))
        if list_id is None and goes_on:
            list_id = self._latest_by_style.get(style)
        if list_id is None:
            self._lists_begun += 1
            list_id = str(self._lists_begun)
        self._latest_by_style[style] = list_id
        if f"{_XML}id" in element.attrib:
            self._list_by_id[element.get(f"{_XML}id")] = list_id
        return _Item(list_id, style, 0)

    def _label(self, row: etree._Element, item: _Item, levels: Mapping[int, Level]) -> str:
        start = number_of(row.get(f"{TEXT}start-value"), -1)
        if start >= 0:
            self._numbering.restart(item.list_id, item.depth, start)
        # A list inside an item of nothing but that list has no label of its own before it.
        first = next((name_of(inner) for inner in row), "")
        return "" if first == "text:list" else self._numbering.label(item.list_id, levels, item.depth)

    def _table(self, table: etree._Element, around: str | None = None) -> Iterator[RawBlock]:
        around = self._ground_of(table, "table", self._ground if around is None else around)
        for element in table:
            name = name_of(element)
            if name == "table:table-row" and element.get(f"{TABLE}visibility") is None:
                row = self._ground_of(element, "table-row", around)
                cells = element.iterchildren(f"{TABLE}table-cell")
                grounds = ((cell, self._ground_of(cell, "table-cell", row)) for cell in cells)
                yield from row_of([list(self._blocks_on(ground, cell)) for cell, ground in grounds])
            elif name in _ROW_GROUPS:
                yield from self._table(element, around)

    def _ground_of(self, element: etree._Element, family: str, around: str) -> str:
        """What the text of a table, row or cell stands on."""
        return self._styles.look_of(family, element.get(f"{TABLE}style-name", "")).ground or around

    def _collect(self, parent: etree._Element, paragraph: Paragraph, look: Look) -> None:
        """Add text in order; text boxes and notes are set aside."""
        self._add(parent.text, paragraph, look)
        for element in parent:
            name = name_of(element)
            if name in {"text:change-start", "text:change-end"}:
                change = {element.get(f"{TEXT}change-id", "")} & self._deletions
                self._open_deletions |= change
                self._open_deletions -= change if name == "text:change-end" else set()
            elif name.startswith(_SHAPE) and name not in _UNSEEN:
                paragraph.boxes.append(element)
            elif name == "text:note":
                self.notes += self.blocks(element)
            elif name == "text:s":
                paragraph.pieces.append(" " * min(number_of(element.get(f"{TEXT}c"), 1), MOST_SPACES))
            elif name in _SIGNS:
                paragraph.pieces.append(_SIGNS[name])
            elif name not in _UNSEEN:
                own = self._styles.look_of("text", element.get(f"{TEXT}style-name", ""))
                if own.is_hidden or element.get(f"{TEXT}is-hidden") == "true":
                    self._note_hidden(element)
                else:
                    self._collect(element, paragraph, own.on(look))
            self._add(element.tail, paragraph, look)

    def _add(self, text: str | None, paragraph: Paragraph, look: Look) -> None:
        """Add text; of letters in the colour of their ground, the room they take."""
        if not text or self._open_deletions:
            return
        if look.is_unseen(self._ground) and has_words(text):
            self.hides_words = True
            text = " "
        paragraph.pieces.append(_SPACES.sub(" ", text))

    def _note_hidden(self, element: etree._Element) -> None:
        self.hides_words = self.hides_words or has_words("".join(map(str, element.itertext())))
