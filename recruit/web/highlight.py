"""Cuts a text at its evidence, so that templates print plain escaped pieces and never markup made from text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from recruit.vocabulary.shapes import Category, Evidence, Section

QUOTE_CONTEXT = 36


@dataclass(frozen=True, slots=True)
class Mark:
    """A half-open span to show as evidence, and the id of the element that it is evidence for."""

    start: int
    end: int
    category: Category | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is either plain or the evidence of one thing or several, and may head a section."""

    text: str
    start: int
    category: Category | None = None
    targets: tuple[str, ...] = ()
    is_evidence: bool = False
    is_heading: bool = False

    @property
    def anchor(self) -> str:
        """Return the id by which others link to these words."""
        return f"words-{self.start}"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text in pieces; joined again they are the text, letter for letter."""

    pieces: tuple[Piece, ...]

    def anchor(self, start: int) -> str | None:
        """Return the id of the evidence that covers an offset, or None where the text has none there."""
        index = bisect_right([piece.start for piece in self.pieces], start) - 1
        return self.pieces[index].anchor if index >= 0 and self.pieces[index].is_evidence else None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text with a little of what stands around them."""

    before: str
    words: str
    after: str
    start: int


def mark_text(text: str, marks: Iterable[Mark], sections: Iterable[Section] = ()) -> MarkedText:
    """Cut a text at its marks and at the headings of its sections.

    Overlapping marks become one piece that names all their targets.
    """
    pieces: list[Piece] = []
    position = 0
    for group in overlapping(mark for mark in marks if 0 <= mark.start < mark.end <= len(text)):
        start, end = group[0].start, max(mark.end for mark in group)
        if position < start:
            pieces.append(Piece(text[position:start], position))
        widest = max(group, key=lambda mark: mark.end - mark.start)
        targets = tuple(dict.fromkeys(mark.target for mark in group if mark.target))
        pieces.append(Piece(text[start:end], start, widest.category, targets, is_evidence=True))
        position = end
    if position < len(text):
        pieces.append(Piece(text[position:], position))
    headings = [(one.start, one.start + len(text[one.start : one.body].rstrip())) for one in sections]
    return MarkedText(tuple(part for piece in pieces for part in cut_at_headings(piece, headings)))


def cut_at_headings(piece: Piece, headings: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """Tell the headings in a piece; evidence stays whole, and is one where it begins in one."""
    end = piece.start + len(piece.text)
    inside = sorted(heading for heading in headings if heading[0] < end and heading[1] > piece.start)
    if piece.is_evidence:
        yield replace(piece, is_heading=any(first <= piece.start for first, _ in inside))
        return
    position = piece.start
    for first, last in inside:
        for start, stop, is_heading in ((position, first, False), (max(first, position), min(last, end), True)):
            if start < stop:
                text = piece.text[start - piece.start : stop - piece.start]
                yield replace(piece, text=text, start=start, is_heading=is_heading)
        position = max(position, min(last, end))
    if position < end:
        yield replace(piece, text=piece.text[position - piece.start :], start=position)


def overlapping(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Put marks that share a letter into one group, in the order of the text."""
    groups: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if groups and mark.start < max(other.end for other in groups[-1]):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def quote(text: str, evidence: Evidence, *, context: int = QUOTE_CONTEXT) -> Quote:
    """Show evidence within its line: whole words, at most ``context`` letters on each side."""
    line_start = text.rfind("\n", 0, evidence.start) + 1
    line_end = text.find("\n", evidence.end)
    line_end = len(text) if line_end == -1 else line_end
    start = max(line_start, evidence.start - context)
    end = min(line_end, evidence.end + context)
    if start > line_start:
        start = text.find(" ", start, evidence.start) + 1 or evidence.start
    if end < line_end:
        cut = text.rfind(" ", evidence.end, end)
        end = evidence.end if cut == -1 else cut
    return Quote(
        before=("…" if start > line_start else "") + one_line(text[start : evidence.start]),
        words=one_line(text[evidence.start : evidence.end]),
        after=one_line(text[evidence.end : end]) + ("…" if end < line_end else ""),
        start=evidence.start,
    )


def one_line(text: str) -> str:
    """Put text on one line; a space at its ends stays, because words stand there."""
    return " ".join(text.replace("\n", " ").split(" "))
