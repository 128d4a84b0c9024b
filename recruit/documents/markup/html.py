"""Web pages as a browser shows them: nothing is fetched, nothing is run, no link followed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType

from lxml import etree

from recruit.documents import refusals
from recruit.documents.markup.declared_encoding import decode_html
from recruit.documents.markup.links import link_of
from recruit.documents.markup.looks import Look
from recruit.documents.markup.page_head import producer_of, title_of, unsaid_title
from recruit.documents.markup.styled_page import StyledPage
from recruit.documents.markup.tags import BLOCK_TAGS, HEADING_TAGS, LIST_TAGS, UNSHOWN_TAGS
from recruit.documents.plain_text.mojibake import repair
from recruit.documents.reader import Limits, Link, RawBlock, RawPage, Reading
from recruit.vocabulary.shapes import BlockKind, Finding

CELL_SEPARATOR = "\t"
BULLET = "•"
MOST_LINKS = 100
NO_SHEETS: Mapping[str, str] = MappingProxyType({})

_HIDDEN_WORDS = Finding(
    code="hidden_text",
    hint="This page holds words nobody can see: its style hides them, or they are tiny, moved out of sight, or in "
    "the colour of their ground. They were left out. If they belong to the text, show them in black, and save the "
    "page again.",
)
_ICON_CLASS = re.compile(r"\bmaterial-(?:icons|symbols)")
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_EMPTY_LINES = re.compile(r"\n[ \t\u00a0]*\n\s*")
_OWN_MARK = re.compile(r"(?:[•·▪‣◦●■○*\u2013-]|\d{1,3}[.)])[\s\u00a0]+")
_LISTED_LINE = re.compile(r"[•▪‣◦●■○][\s\u00a0]*\S")
# Word writes bullets as letters of the fonts Symbol, Wingdings and Courier.
_WORD_BULLETS = frozenset("·o§Øüvqàn¨")
_DIGITS = re.compile(r"-?\d{1,6}")

_SKIPPED = Look(is_gone=True)


@dataclass(slots=True)
class _List:
    """An open list: what stands before its items, and the next number."""

    ordered: bool
    style: str
    number: int = 1

    def next_mark(self, item: etree._Element) -> str:
        if "none" in self.style:
            return ""
        if not self.ordered:
            return f"{BULLET} "
        self.number = _number(item.get("value"), self.number)
        self.number += 1
        return f"{_as_counted(self.number - 1, self.style)}. "


@dataclass(slots=True)
class _Page:
    """Blocks found so far, and the one being read."""

    sinks: list[list[RawBlock]] = field(default_factory=lambda: [[]])
    rows: list[list[list[RawBlock]]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    mark: str | None = None
    headings: int = 0
    after_gap: bool = False
    hides_words: bool = False
    links: list[Link] = field(default_factory=list)

    def add(self, text: str | None, look: Look, *, is_hidden: bool = False) -> None:
        """Add text, white space collapsed as a browser does; words nobody sees leave the room they take."""
        if not text:
            return
        if is_hidden and not text.isspace():
            self.hides_words |= any(map(str.isalnum, text))
            text = " "
        if not look.keeps_lines:
            text = _WHITE_SPACE.sub(" ", text)
            if not self.pieces or self.pieces[-1][-1] in " \n\t":
                text = text.removeprefix(" ")
        if text:
            self.pieces.append(text)

    def set_apart(self) -> None:
        if self.pieces and self.pieces[-1] != CELL_SEPARATOR:
            self.pieces.append(CELL_SEPARATOR)

    def end_block(self) -> None:
        """Close the block being read; an empty one is a gap."""
        text = "".join(self.pieces).replace("\r\n", "\n").strip(" \t\n\r\f\u00a0")
        self.after_gap |= bool(self.pieces) and not text
        self.pieces.clear()
        if not text:
            return
        kind = BlockKind.HEADING if self.headings else BlockKind.PARAGRAPH
        if self.mark is not None:
            kind = BlockKind.LIST_ITEM
            text = text if _OWN_MARK.match(text) else self.mark + text
        for number, part in enumerate(_EMPTY_LINES.split(text)):
            self.after_gap |= number > 0
            for block in _split_at_bullets(repair(part), kind):
                self.sinks[-1].append(replace(block, after_gap=self.after_gap))
                self.after_gap = False
        self.mark = None

    def end_cell(self) -> None:
        self.end_block()
        if len(self.sinks) > 1:
            self.rows[-1].append(self.sinks.pop())

    def end_row(self) -> None:
        """Set the cells on one line, unless one of them holds several blocks: then cell follows cell."""
        self.end_block()
        cells = [cell for cell in self.rows.pop() if cell]
        if len(cells) > 1 and all(len(cell) == 1 and "\n" not in cell[0].text for cell in cells):
            text = CELL_SEPARATOR.join(cell[0].text for cell in cells)
            self.sinks[-1].append(RawBlock(text, BlockKind.TABLE_ROW, after_gap=cells[0][0].after_gap))
        else:
            self.sinks[-1] += [block for cell in cells for block in cell]


def read_html(content: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader is called alike
    """Read a web page as one page, in the order of its source.

    What a person does not see is left out: scripts, styles, comments, the title in the window's frame unless the
    page itself says nothing of it; and words that the style of the page hides, which a finding names. The cells
    of a row stand on one line, a tab between them, unless a cell holds several paragraphs: then cell follows cell.

    Parameters
    ----------
    content : bytes
        The file; a piece of a page will do.
    limits : Limits
        Not needed here: the text is never larger than its file.

    Returns
    -------
    Reading
        One page; the program that made it, where the page names it.

    Raises
    ------
    UnreadableDocument
        ``corrupt`` when the bytes are no text, ``too_large`` when elements are nested without end.
    """
    text = decode_html(content)
    if text is None:
        raise refusals.corrupt("web page")
    return read_web_page(text)


def read_web_page(text: str, sheets: Mapping[str, str] = NO_SHEETS) -> Reading:
    """Read the text of a web page, as ``read_html`` does.

    Parameters
    ----------
    text : str
        The page.
    sheets : mapping of str to str, default NO_SHEETS
        Style sheets that came with it, by the addresses it links to them with.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``too_large`` when elements are nested, or style sheets go on, without end.
    """
    # Zeros end the text for the parser.
    source = text.replace("\x00", "").encode("utf-8", errors="replace")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(source, parser) if source.strip() else None
    except etree.XMLSyntaxError as error:
        raise refusals.corrupt("web page") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise refusals.nested("web page")
    if root is None:
        return Reading(pages=(RawPage(),))
    page = _page_of(root, StyledPage(root, sheets))
    blocks = page.sinks[0]
    return Reading(
        pages=(RawPage(blocks=(*unsaid_title(root, blocks), *blocks)),),
        findings=(_HIDDEN_WORDS,) if page.hides_words else (),
        producer=producer_of(root),
        title=title_of(root) or None,
        links=tuple(page.links),
    )


def _page_of(root: etree._Element, styled: StyledPage) -> _Page:
    """The page read to its end: all its blocks stand in the first of its sinks."""
    page = _Page()
    walker = etree.iterwalk(root, events=("start", "end"))
    looks: list[Look] = []
    for event, element in walker:
        look = styled[element]
        if event == "start":
            looks.append(look)
            if _is_unseen(page, element, look) or _is_mark_of_word(page, element):
                walker.skip_subtree()
                looks[-1] = _SKIPPED
            else:
                _begin(page, element, look)
                link = link_of(element) if element.tag == "a" and len(page.links) < MOST_LINKS else None
                page.links += [link] if link else []
                page.add(element.text, look, is_hidden=styled.hides_text(look))
            continue
        if looks.pop() is not _SKIPPED:
            _end(page, element, look)
        if element.tail and looks:
            page.add(element.tail, looks[-1], is_hidden=styled.hides_text(looks[-1]))
    page.end_block()
    page.sinks = [[block for sink in page.sinks for block in sink]]
    return page


def _begin(page: _Page, element: etree._Element, look: Look) -> None:
    """Take in the start of an element."""
    tag = str(element.tag)
    if tag == "br":
        page.pieces.append("\n")
    elif tag == "q":
        page.add("“", look)
    elif tag in BLOCK_TAGS:
        page.end_block()
        _begin_block(page, element, tag, look)
    elif look.is_block:
        page.end_block()
    elif look.is_apart:
        page.set_apart()


def _begin_block(page: _Page, element: etree._Element, tag: str, look: Look) -> None:
    if tag in HEADING_TAGS:
        page.headings += 1
        page.after_gap = True
    elif tag == "hr":
        page.after_gap = True
    elif tag in LIST_TAGS:
        looks = "none" if "none" in look.list_style else element.get("type") or ""
        page.lists.append(_List(tag == "ol", looks, _number(element.get("start"), 1)))
    elif tag == "li":
        items = page.lists[-1] if page.lists else _List(False, "")
        page.mark = "" if "none" in look.list_style else items.next_mark(element)
    elif tag == "tr":
        page.rows.append([])
    elif tag in {"td", "th"} and page.rows:
        page.sinks.append([])


def _end(page: _Page, element: etree._Element, look: Look) -> None:
    tag = str(element.tag)
    if tag == "q":
        page.add("”", look)
    if tag not in BLOCK_TAGS:
        if look.is_block:
            page.end_block()
        elif look.is_apart:
            page.set_apart()
        return
    if tag in {"td", "th"}:
        page.end_cell()
    elif tag == "tr":
        page.end_row()
    else:
        page.end_block()
    if tag in HEADING_TAGS:
        page.headings -= 1
    elif tag in LIST_TAGS:
        page.lists.pop()
    elif tag == "li":
        page.mark = None


def _is_unseen(page: _Page, element: etree._Element, look: Look) -> bool:
    """Whether an element is not to be read; the page remembers when words are lost by that."""
    if element.tag in UNSHOWN_TAGS:
        return True
    if look.is_gone:
        page.hides_words = page.hides_words or _has_words(element)
        return True
    if _ICON_CLASS.search(element.get("class") or ""):
        return True
    # Icons drawn by letters of a font; a few texts are looked at, for such elements may be nested.
    is_icon = (element.get("aria-hidden") or "").lower() == "true"
    return is_icon and not any(one.isalnum() for text in islice(element.itertext(), 3) for one in str(text)[:50])


def _has_words(element: etree._Element) -> bool:
    """Whether a hidden element holds words, rather than scripts and pictures."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walker:
        text = inner.text if event == "start" else inner.tail if inner is not element else ""
        if event == "start" and inner.tag in UNSHOWN_TAGS:
            walker.skip_subtree()
            text = ""
        if any(map(str.isalnum, text or "")):
            return True
    return False


def _is_mark_of_word(page: _Page, element: etree._Element) -> bool:
    """Whether an element is a bullet that Word wrote out, which the page takes for the mark of its item."""
    style = element.get("style") or ""
    if "mso-list" not in style or "ignore" not in style.lower():
        return False
    page.mark = _mark_of_word("".join(map(str, islice(element.itertext(), 20))))
    return True


def _split_at_bullets(text: str, kind: BlockKind) -> Iterator[RawBlock]:
    """Lines that begin with a bullet are items of a list, though the page only breaks lines before them."""
    lines: list[str] = []
    for line in text.split("\n"):
        if _LISTED_LINE.match(line.strip()):
            if lines:
                yield RawBlock("\n".join(lines), kind)
            lines = []
            kind = BlockKind.LIST_ITEM
        lines.append(line.strip(" "))
    if lines:
        yield RawBlock("\n".join(lines), kind)


def _mark_of_word(text: str) -> str:
    mark = text.strip(" \t\n\r\u00a0")
    return f"{BULLET} " if mark in _WORD_BULLETS or not mark.isascii() or not mark else f"{mark} "


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and _DIGITS.fullmatch(value.strip()) else otherwise


def _as_counted(number: int, style: str) -> str:
    letter = chr(ord("a") + number - 1) if 1 <= number <= 26 else str(number)
    return {"a": letter, "A": letter.upper()}.get(style, str(number))
