"""Pages of raw blocks to one clean text, with where each page, block and word of it stands.

Cleaning takes white space and hyphens away and adds none of the other signs, nor does it change their order. So
the signs of the clean text are walked through beside those of the words they come from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recruit.documents.cleaning import clean, normalized
from recruit.documents.reader import RawBlock, RawPage, Word
from recruit.vocabulary.shapes import Block, BlockKind, Page, PlaceNumbers

PAGE_SEPARATOR = "\n\n"
LOOK_AHEAD_CHARACTERS = 200
TOP_SHARE = 0.15
"""Of the first page's height: name and address stand there."""
MOST_HEADING_WORDS = 12
FEWEST_SENTENCE_WORDS = 4
_SENTENCE_ENDS = re.compile(
    r"[^\W\d_]{3}[.!?][\"”)]?\s+(?=[^\W\d_])(?<!\bInc\. )(?<!Corp\. )|"
    r"[\w)%\"”][.](?<!\bInc\.)(?<!\bCo\.)(?<!Corp\.)(?<!\bLtd\.)(?<!\b[JS]r\.)(?<!\b[A-Z]\.)$"
)
_HYPHENS = "-\u2010\u00ad"


@dataclass(slots=True)
class Assembled:
    """The text of a document and the spans of its parts."""

    text: str = ""
    pages: list[Page] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    places: list[PlaceNumbers] = field(default_factory=list)


def page_text(page: RawPage) -> str:
    """Write the blocks of a page below one another, and clean them together.

    Parameters
    ----------
    page : RawPage
        Its blocks in reading order.

    Returns
    -------
    str
        Empty for a page without text.
    """
    pieces: list[str] = []
    for block in page.blocks:
        pieces += ["\n\n" if block.after_gap else "\n", block.text]
    return clean("".join(pieces))


def assemble(pages: Sequence[RawPage], texts: Sequence[str]) -> Assembled:
    """Put the texts of pages together, and work out the spans of everything.

    Parameters
    ----------
    pages : sequence of RawPage
        What a reader found.
    texts : sequence of str
        What ``page_text`` gives for each; empty where a page is to be left out.

    Returns
    -------
    Assembled
        A page without text is an empty span; there are two line ends between pages.
    """
    whole = Assembled()
    for number, (page, text) in enumerate(zip(pages, texts, strict=True), start=1):
        if text and whole.text:
            whole.text += PAGE_SEPARATOR
        start = len(whole.text)
        whole.text += text
        whole.pages.append(
            Page(
                number=number,
                start=start,
                end=len(whole.text),
                width_points=page.width_points,
                height_points=page.height_points,
                by_ocr=page.by_ocr,
                turns=page.turns,
            )
        )
        if text:
            _add_spans(whole, page.blocks, text, start, number)
    return whole


def tops_of(whole: Assembled) -> list[tuple[int, int]]:
    """Find what stands at the top of the first page: the head of each column, in whatever order they are read.

    Parameters
    ----------
    whole : Assembled
        A document.

    Returns
    -------
    list of tuple of int and int
        Spans of lines, in the order of the text; none where places are not known.
    """
    height = whole.pages[0].height_points if whole.pages else None
    if not height:
        return []
    spans: list[tuple[int, int]] = []
    for low, high, page, _, _, _, bottom in whole.places:
        if page > 1:
            break
        if bottom < TOP_SHARE * height and (not spans or low >= spans[-1][1]):
            start = whole.text.rfind("\n", 0, low) + 1
            end = whole.text.find("\n", high)
            end = len(whole.text) if end < 0 else end
            if spans and start <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _add_spans(whole: Assembled, blocks: Sequence[RawBlock], text: str, start: int, page: int) -> None:
    found: list[tuple[BlockKind, int, int]] = []
    owner = -1
    reached = 0
    for index, block in enumerate(blocks):
        for token, word in _tokens(block):
            # Mostly there is one space or line end between two tokens.
            low = text.find(token, reached, reached + 1 + len(token))
            high = low + len(token)
            if low < 0:
                low, high = _walk(text, _next_sign(text, reached), token)
                if low == high:
                    continue
            # The end of a broken word has moved up to its beginning: it belongs to that block now.
            if index != owner and (owner < 0 or low != reached):
                owner = index
                found.append((block.kind, low, high))
            else:
                kind, first, _ = found[-1]
                found[-1] = (kind, first, high)
            reached = high
            if word is not None:
                whole.places.append((start + low, start + high, page, word.x0, word.top, word.x1, word.bottom))
    whole.blocks += [
        Block(kind=_plain_kind(kind, text[low:high]), start=start + low, end=start + high)
        for kind, low, high in found
    ]


def _plain_kind(kind: BlockKind, text: str) -> BlockKind:
    """What a block is: people set whole paragraphs in the style of headings, so that they look strong."""
    if kind is not BlockKind.HEADING:
        return kind
    words = len(text.split())
    is_sentence = words >= FEWEST_SENTENCE_WORDS and _SENTENCE_ENDS.search(text) is not None
    return BlockKind.PARAGRAPH if words > MOST_HEADING_WORDS or is_sentence else kind


def _next_sign(text: str, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    return place


def _tokens(block: RawBlock) -> Iterator[tuple[str, Word | None]]:
    """Every run of signs that becomes part of the text and, where there is one, its word."""
    for word in block.words:
        text = word.text
        if text.isascii() and text.isprintable() and " " not in text:
            yield text, word
        else:
            for part in normalized(text).split():
                yield part, word
    if not block.words:
        for part in normalized(block.text).split():
            yield part, None


def _walk(text: str, place: int, token: str) -> tuple[int, int]:
    """Step through a token of which a hyphen was taken away, sign by sign."""
    start = place
    for sign in token:
        if text[place : place + 1] == sign:
            place += 1
        elif sign not in _HYPHENS:
            # Nothing is marked rather than the wrong words, and the next tokens are found again.
            found = text.find(token, start, start + LOOK_AHEAD_CHARACTERS)
            return (start, start) if found < 0 else (found, found + len(token))
    return start, place
