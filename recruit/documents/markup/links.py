"""The links of a web page and of a Markdown text: their words, and what stands behind them."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from recruit.documents.reader import Link

MOST_PIECES = 20
LONGEST_WORDS = 100
_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,100})\]\(\s*<?((?:mailto:|tel:|https?://)[^()\s<>]{1,300})", re.IGNORECASE)
_MARKS = re.compile(r"[*_`~]+")


def link_of(element: etree._Element) -> Link | None:
    """Return the link that an element of a web page is, None where it has no words or leads nowhere."""
    target = (element.get("href") or "").strip()
    words = " ".join("".join(map(str, islice(element.itertext(), MOST_PIECES))).split())[:LONGEST_WORDS]
    return Link(words, target) if words and ":" in target else None


def links_of_markdown(text: str) -> Iterator[Link]:
    """Yield the links of a Markdown text to addresses, in its order."""
    for match in _MARKDOWN.finditer(text):
        yield Link(_MARKS.sub("", match[1]).strip(), match[2])
