"""Pages of raw blocks to one clean text, with where each page, block and word of it stands.

Cleaning takes white space and hyphens away and adds none of the other signs, nor does it change their order. So
the signs of the clean text are walked through beside those of the words they come from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recruit.documents.cleaning import clean, normalized
from recruit.documents.reader import RawBlock, RawPage, Word
from recruit.vocabulary.shapes import Block, Page, Place

PAGE_SEPARATOR = "\n\n"
LOOK_AHEAD_CHARACTERS = 200
TOP_SHARE = 0.15
"""Of the first page's height: name and address stand there."""
_HYPHENS = "-\u2010\u00ad"


@dataclass(slots=True)
class Assembled:
    """The text of a document and the spans of its parts."""

    text: str = ""
    pages: list[Page] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


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
    for place in whole.places:
        if place.page == 1 and place.bottom < TOP_SHARE * height and (not spans or place.start >= spans[-1][1]):
            start = whole.text.rfind("\n", 0, place.start) + 1
            end = whole.text.find("\n", place.end)
            end = len(whole.text) if end < 0 else end
            if spans and start <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    return spans


def _add_spans(whole: Assembled, blocks: Sequence[RawBlock], text: str, start: int, page: int) -> None:
    ends: dict[int, tuple[int, int]] = {}
    owner = -1
    reached = place = 0
    for token, index, word in _tokens(blocks):
        # Mostly there is one space or line end between two tokens.
        if not text.startswith(token, place):
            place += 1
            if not text.startswith(token, place):
                place = _next_sign(text, reached)
        low = place
        if text.startswith(token, place):
            place += len(token)
        else:
            low, place = _walk(text, place, token)
            if low == place:
                place = reached
                continue
        # The end of a broken word has moved up to its beginning: it belongs to that block now.
        if index != owner and not (owner >= 0 and low == ends[owner][1]):
            owner = index
            ends[owner] = (low, place)
        else:
            ends[owner] = (ends[owner][0], place)
        reached = place
        if word is not None:
            whole.places.append(Place(start + low, start + place, page, word.x0, word.top, word.x1, word.bottom))
    whole.blocks += [
        Block(kind=blocks[index].kind, start=start + low, end=start + high) for index, (low, high) in ends.items()
    ]


def _next_sign(text: str, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    return place


def _tokens(blocks: Sequence[RawBlock]) -> Iterator[tuple[str, int, Word | None]]:
    """Every run of signs that becomes part of the text, with its block and, where there is one, its word."""
    for index, block in enumerate(blocks):
        for word in block.words:
            token = normalized(word.text)
            if token.isalnum():
                yield token, index, word
            else:
                for part in token.split():
                    yield part, index, word
        if not block.words:
            for part in normalized(block.text).split():
                yield part, index, None


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
