r"""Markdown as the text it would be set as: only marks that are certain go, every other sign stays.

``VF-2_SS``, ``2 * 3``, ``C#`` and ``~.0005`` are no marks, and neither is a line that merely begins with a number.
"""

import re
from collections.abc import Iterator
from itertools import islice

from recruit.documents import refusals
from recruit.documents.markup.links import links_of_markdown
from recruit.documents.plain_text.mojibake import without_entities
from recruit.documents.plain_text.plain import decode
from recruit.documents.reader import Limits, RawBlock, RawPage, Reading
from recruit.vocabulary.shapes import BlockKind

CELL_SEPARATOR = "\t"
MOST_LINKS = 100

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n((?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*\n")
_FRONT_LINE = re.compile(r"[ \t]*(?:-[ \t]+)?(?:[\w-]+:(?:[ \t]+|$))?(.*)")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:={3,}|-{3,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[*+-]|(\d{1,4}[.)]))[ \t]+(?:\[([ xX])\][ \t]+)?(.*)")
_ROW_OF_DASHES = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
# Each stops at the next opening bracket, so that a line of nothing else is read in one go.
_PICTURE = re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(\s*<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)?>?(?:\s+[\"'][^()\n]*)?\)")
_LINK_BY_NAME = re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]")
_LINK_TARGET = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:[ \t]+\S+")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]+(?:@|\.)[^\s<>]+)>")
_TAG = re.compile(
    r"</?(?:b|i|em|strong|u|span|div|p|center|br|sub|sup|small|a|font|details|summary)(?:\s[^<>\n]*)?/?>", re.I
)
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^\n]{1,400}?)(?<!`)\1(?!`)")
# Stars and strokes around words, never inside one and never beside a space.
_EMPHASIS = tuple(
    re.compile(rf"(?<![\w*_\\]){mark}(?=[^\s*_])([^\n]{{0,400}}?[^\s*_\\]){mark}(?![\w*_])")
    for mark in (r"\*\*\*", r"___", r"\*\*", r"__", r"\*", r"_", r"~~")
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")


def read_markdown(content: bytes, limits: Limits) -> Reading:  # noqa: ARG001 - every reader is called alike
    """Read a Markdown text as one page.

    Pictures, comments and the targets of links are left out. The cells of a row stand on one line with a tab
    between them. The values of the lines before the text (front matter) are kept.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        Not needed here: the text is never larger than its file.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``corrupt`` when the bytes are no text.
    """
    text = decode(content)
    if text is None:
        raise refusals.corrupt("Markdown text")
    text = _without_comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    blocks = tuple(block for block in _blocks_of(text) if block.text)
    return Reading(pages=(RawPage(blocks=blocks),), links=tuple(islice(links_of_markdown(text), MOST_LINKS)))


def _without_comments(text: str) -> str:
    shown, *parts = text.split("<!--")
    for part in parts:
        _, end, after = part.partition("-->")
        shown += after if end else f"<!--{part}"
    return shown


def _blocks_of(text: str) -> Iterator[RawBlock]:
    front = _FRONT_MATTER.match(text)
    if front:
        yield from _front_matter(front[1])
        text = text[front.end() :]
    paragraph: list[str] = []
    fence = ""
    after_gap = bool(front)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence):
                fence = ""
            elif line.strip():
                yield RawBlock(line.strip())
            continue
        next_line = lines[number + 1] if number + 1 < len(lines) else ""
        block = _block_of_line(line, next_line, bool(paragraph))
        if block is None and line.strip() and not opening and not _is_dropped(line):
            paragraph.append(line)
            continue
        if paragraph:
            yield _paragraph_of(paragraph, after_gap)
            paragraph, after_gap = [], False
        if block is not None:
            yield RawBlock(block.text, block.kind, after_gap=after_gap or block.kind is BlockKind.HEADING)
        fence = opening[1] if opening else ""
        after_gap = block is None and not opening
    if paragraph:
        yield _paragraph_of(paragraph, after_gap)


def _block_of_line(line: str, next_line: str, goes_on: bool) -> RawBlock | None:
    """A line that is a block of its own; None for one of a paragraph, and for one that says nothing."""
    heading = _HEADING.match(line)
    if heading:
        return _said(heading[1], BlockKind.HEADING)
    may_be_heading = line.strip() and not goes_on and "|" not in line and not _ITEM.match(line)
    if may_be_heading and _UNDERLINE.match(next_line):
        return _said(line, BlockKind.HEADING)
    if _RULE.match(line):
        return None
    item = _ITEM.match(line)
    if item and item[3].strip():
        checked = {"x": "☑ ", "X": "☑ ", " ": "☐ "}.get(item[2] or "", "")
        return RawBlock(f"{item[1] or '•'} {checked}{without_marks(item[3])}".rstrip(), BlockKind.LIST_ITEM)
    is_row = line.lstrip().startswith("|") or _is_dashes(next_line) or _is_between_borders(line)
    if is_row and "|" in line and not _is_dashes(line):
        cells = [without_marks(cell).strip() for cell in _CELL_BORDER.split(line)]
        return _said(CELL_SEPARATOR.join(cell for cell in cells if cell), BlockKind.TABLE_ROW, marked=False)
    return None


def _said(text: str, kind: BlockKind, *, marked: bool = True) -> RawBlock | None:
    text = without_marks(text).strip() if marked else text.strip()
    return RawBlock(text, kind) if text else None


def without_marks(text: str) -> str:
    r"""Take the marks of Markdown off one line, where they surely are marks.

    Parameters
    ----------
    text : str
        One line, or a cell of a row.

    Returns
    -------
    str
        As it would be set.

    Examples
    --------
    >>> without_marks("**Haas** VF-2_SS, 2 * 3 * 4, [mail](mailto:a@example.com), \\*own tools\\*")
    'Haas VF-2_SS, 2 * 3 * 4, mail, *own tools*'
    """
    text = _PICTURE.sub("", text)
    text = _LINK_BY_NAME.sub(r"\1", _LINK.sub(r"\1", text))
    text = _TAG.sub("", _ADDRESS.sub(lambda match: match[1].removeprefix("mailto:"), text))
    for mark in _EMPHASIS:
        text = mark.sub(r"\1", text)
    text = _CODE.sub(lambda match: match[2].strip(), text)
    return without_entities(_ESCAPED.sub(r"\1", text))


def _paragraph_of(lines: list[str], after_gap: bool) -> RawBlock:
    """Lines of one paragraph; its line ends are kept, for resumes put employer and dates on lines of their own."""
    text = "\n".join(without_marks(_HARD_BREAK.sub("", line)).strip() for line in lines)
    return RawBlock(text.removeprefix("> ").replace("\n> ", "\n").strip(), after_gap=after_gap)


def _front_matter(lines: str) -> Iterator[RawBlock]:
    for line in lines.split("\n"):
        said = _FRONT_LINE.match(line)
        value = said[1].strip().strip("\"'") if said else ""
        if value and value not in {"|", ">", "[]", "{}", "true", "false", "null"}:
            yield RawBlock(value)


def _is_dropped(line: str) -> bool:
    return bool(_RULE.match(line) or _UNDERLINE.match(line) or _LINK_TARGET.match(line) or _is_dashes(line))


def _is_dashes(line: str) -> bool:
    return "|" in line and "-" in line and bool(_ROW_OF_DASHES.match(line))


def _is_between_borders(line: str) -> bool:
    return line.strip().endswith("|") and len(_CELL_BORDER.findall(line)) >= 2
