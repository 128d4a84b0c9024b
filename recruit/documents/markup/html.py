"""Web pages as a browser shows them without style sheets: nothing is fetched, nothing is run, no link followed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from recruit.documents import refusals
from recruit.documents.plain_text.mojibake import repair
from recruit.documents.plain_text.plain import decode
from recruit.documents.reader import Limits, RawBlock, RawPage, Reading
from recruit.vocabulary.shapes import BlockKind

CELL_SEPARATOR = "\t"
BULLET = "•"

_DECLARED = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.-]+)|<\?xml[^>]{1,80}encoding=[\"']([\w.-]+)", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
# Encodings of pages, never those of Python that are none; browsers read the first two as Windows-1252, too.
_USUAL_ENCODING = re.compile(r"(?:iso-8859-|windows-12|cp|ibm|koi8-|gb|big5|shift_jis|euc-|mac)[\w-]*", re.I)
_WIDER = {
    "iso-8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "macintosh": "mac-roman",
}

_UNSEEN = frozenset(
    """
    head script style template noscript title desc defs xml iframe noframes object audio video canvas select
    datalist button map area meta link base param
    """.split()  # noqa: SIM905 - one word per quote would fill a page
)
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:opacity|font-size)\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_ICON_CLASS = re.compile(r"\bmaterial-(?:icons|symbols)")
_APART_STYLE = re.compile(r"float\s*:|display\s*:\s*inline-(?:block|flex)|position\s*:\s*absolute", re.IGNORECASE)
_KEEPING_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    """
    html body div p ul ol menu dir li dl dt dd table caption thead tbody tfoot tr td th section article main aside
    nav header footer address blockquote pre form fieldset legend figure figcaption details summary center hr
    hgroup search dialog textarea listing xmp
    """.split()  # noqa: SIM905 - one word per quote would fill a page
)
_KEEPING_LINES = frozenset({"pre", "textarea", "listing", "xmp"})
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_EMPTY_LINES = re.compile(r"\n[ \t\u00a0]*\n\s*")
_OWN_MARK = re.compile(r"(?:[•·▪‣◦●■○*\u2013-]|\d{1,3}[.)])[\s\u00a0]+")
_LISTED_LINE = re.compile(r"[•▪‣◦●■○][\s\u00a0]*\S")
# Word writes bullets as letters of the fonts Symbol, Wingdings and Courier.
_WORD_BULLETS = frozenset("·o§Øüvqàn¨")
_DIGITS = re.compile(r"-?\d{1,6}")
_PLAIN_TITLE = frozenset(
    {"resume", "résumé", "cv", "curriculum", "vitae", "untitled", "document", "microsoft", "word"}
)


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
    keeping: int = 0
    after_gap: bool = False

    def add(self, text: str | None) -> None:
        """Add text, white space collapsed as a browser does."""
        if not text:
            return
        if not self.keeping:
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

    What a person does not see is left out: scripts, styles, comments, hidden elements, the title in the window's
    frame unless the page itself says nothing of it. The cells of a row stand on one line, a tab between them,
    unless a cell holds several paragraphs: then cell follows cell.

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
        ``corrupt`` when the bytes are no text, or elements are nested without end.
    """
    text = decode_html(content)
    if text is None:
        raise refusals.corrupt("web page")
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
        raise refusals.corrupt("web page")
    blocks = [] if root is None else _blocks_of(root)
    return Reading(pages=(RawPage(blocks=tuple(blocks)),), producer=None if root is None else _producer_of(root))


def decode_html(content: bytes) -> str | None:
    """Decode a page: UTF-8 and UTF-16 are seen, other encodings believed as the page declares them.

    Parameters
    ----------
    content : bytes
        The file.

    Returns
    -------
    str or None
        None for bytes that are no text.

    Examples
    --------
    >>> decode_html('<meta charset="windows-1251"><p>Токарь'.encode("cp1251"))
    '<meta charset="windows-1251"><p>Токарь'
    """
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    name = (declared[1] or declared[2]).decode("ascii", errors="replace").lower() if declared else ""
    if _USUAL_ENCODING.fullmatch(name) and not _is_utf8(content):
        try:
            return repair(content.decode(_WIDER.get(name, name), errors="replace"))
        except LookupError:
            return decode(content)
    return decode(content)


def _is_utf8(content: bytes) -> bool:
    try:
        return not content.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _producer_of(root: etree._Element) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in {"generator", "progid"}:
            return (meta.get("content") or "").strip()[:200] or None
    return None


def _blocks_of(root: etree._Element) -> list[RawBlock]:
    page = _Page()
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: etree._Element | None = None
    for event, element in walker:
        if event == "start":
            if _is_unseen(element) or _begin(page, element):
                walker.skip_subtree()
                skipped = element
            continue
        if element is skipped:
            skipped = None
        else:
            _end(page, element)
        page.add(element.tail)
    page.end_block()
    blocks = [block for sink in page.sinks for block in sink]
    return [*_title(root, blocks), *blocks]


def _title(root: etree._Element, blocks: list[RawBlock]) -> Iterator[RawBlock]:
    """The title, where it says something and the page says none of it: a name that is a picture there."""
    title = root.find("head/title")
    text = " ".join(("" if title is None else title.text or "").split())
    words = set(re.findall(r"\w\w+", text.casefold())) - _PLAIN_TITLE
    written = set(re.findall(r"\w\w+", "\n".join(block.text for block in blocks).casefold()))
    if words and not words & written:
        yield RawBlock(text, BlockKind.HEADER)


def _begin(page: _Page, element: etree._Element) -> bool:
    """Take in the start of an element; True where nothing below it is to be read."""
    tag, style = str(element.tag), element.get("style") or ""
    if "mso-list" in style and "ignore" in style.lower():
        page.mark = _mark_of_word("".join(map(str, islice(element.itertext(), 20))))
        return True
    if tag == "br":
        page.pieces.append("\n")
    elif tag == "q":
        page.add("“")
    elif tag in _BLOCKS:
        page.end_block()
        _begin_block(page, element, tag, style)
    elif _APART_STYLE.search(style):
        page.set_apart()
    page.keeping += _keeps_lines(element)
    page.add(element.text)
    return False


def _begin_block(page: _Page, element: etree._Element, tag: str, style: str) -> None:
    if tag in _HEADINGS:
        page.headings += 1
        page.after_gap = True
    elif tag == "hr":
        page.after_gap = True
    elif tag in {"ul", "ol", "menu", "dir"}:
        looks = "none" if re.search(r"list-style[^;]*\bnone", style) else element.get("type") or ""
        page.lists.append(_List(tag == "ol", looks, _number(element.get("start"), 1)))
    elif tag == "li":
        items = page.lists[-1] if page.lists else _List(False, "")
        is_bare = re.search(r"list-style[^;]*\bnone", style)
        page.mark = "" if is_bare else items.next_mark(element)
    elif tag == "tr":
        page.rows.append([])
    elif tag in {"td", "th"} and page.rows:
        page.sinks.append([])


def _end(page: _Page, element: etree._Element) -> None:
    tag = str(element.tag)
    page.keeping -= _keeps_lines(element)
    if tag == "q":
        page.add("”")
    if tag not in _BLOCKS:
        if _APART_STYLE.search(element.get("style") or ""):
            page.set_apart()
        return
    if tag in {"td", "th"}:
        page.end_cell()
    elif tag == "tr":
        page.end_row()
    else:
        page.end_block()
    if tag in _HEADINGS:
        page.headings -= 1
    elif tag in {"ul", "ol", "menu", "dir"}:
        page.lists.pop()
    elif tag == "li":
        page.mark = None


def _keeps_lines(element: etree._Element) -> bool:
    return element.tag in _KEEPING_LINES or bool(_KEEPING_STYLE.search(element.get("style") or ""))


def _is_unseen(element: etree._Element) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _HIDING_STYLE.search(style):
        return True
    if _ICON_CLASS.search(element.get("class") or ""):
        return True
    # Icons drawn by letters of a font; a few texts are looked at, for such elements may be nested.
    is_icon = (element.get("aria-hidden") or "").lower() == "true"
    return is_icon and not any(one.isalnum() for text in islice(element.itertext(), 3) for one in str(text)[:50])


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
