"""What stands in the head of a web page: its title, and the program that made it."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from recruit.documents.reader import RawBlock
from recruit.vocabulary.shapes import BlockKind

_PLAIN_TITLE = frozenset(
    {"resume", "résumé", "cv", "curriculum", "vitae", "untitled", "document", "microsoft", "word"}
)


def producer_of(root: etree._Element) -> str | None:
    """Return the program that made a page, where the page names it."""
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in {"generator", "progid"}:
            return (meta.get("content") or "").strip()[:200] or None
    return None


def title_of(root: etree._Element) -> str:
    """Return the title in the window's frame, empty where there is none."""
    title = root.find("head/title")
    return " ".join(("" if title is None else title.text or "").split())


def unsaid_title(root: etree._Element, blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    """Yield the title, where it says something and the page says none of it: a name that is a picture there."""
    text = title_of(root)
    words = set(re.findall(r"\w\w+", text.casefold())) - _PLAIN_TITLE
    written = set(re.findall(r"\w\w+", "\n".join(block.text for block in blocks).casefold()))
    if words and not words & written:
        yield RawBlock(text, BlockKind.HEADER)
