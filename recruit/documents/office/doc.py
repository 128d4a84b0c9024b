"""Old Word documents (DOC, Word 97 to 2003): headers, body, boxes, notes and footers, all changes accepted."""

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate, zip_longest
from types import MappingProxyType

from recruit.documents import refusals
from recruit.documents.office.doc_binary import KIND, number, open_streams, properties_of, rows_of
from recruit.documents.office.doc_file import Part, WordFile
from recruit.documents.office.doc_lists import Look, Looks
from recruit.documents.office.flow import HIDDEN_WORDS, page_of
from recruit.documents.office.story import DEEPEST_TABLE, Story
from recruit.documents.reader import Limits, RawBlock, Reading

_MARKS = re.compile("[\r\x07\x0c]")
_CELL = "\x07"
_PICTURES = frozenset("\x01\x08")
_SIGNS = {"\t": "\t", "\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\xa0": "\xa0"}
_UNSEEN = re.compile("[\x00-\x08\x0f-\x1d]")
_PLAIN = str.maketrans(_SIGNS)
_FIELD_BEGINS, _FIELD_RESULT = "\x13", "\x14"
_FIELD_MARKS = re.compile("[\x13\x14\x15]")
_MOST_NESTED_FIELDS = 20
_BLANK = "\0"
_PLACE_OF_SHAPE = 14
_ANCHOR_BYTES, _BOX_BYTES, _SECTION_BYTES = 26, 22, 12
_TITLE_PAGE = 0x300A
# Stories of headers begin with six that draw lines above notes; then each section has six.
_SEPARATORS, _STORIES_PER_SECTION = 6, 6
_HEADERS, _FOOTERS = {"first": 4, "default": 1, "even": 0}, {"first": 5, "default": 3, "even": 2}


def read_doc(content: bytes, limits: Limits) -> Reading:
    """Read an old Word document as one page.

    Headers come first, then the body, foot- and endnotes, and footers last. The cells of a row stand on one line,
    a tab between them, unless a cell holds several paragraphs: then cell follows cell. A text box comes after the
    paragraph it hangs on. Items of lists have their bullet or number. Deleted and hidden text is left out.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits
        How many letters it may have.

    Returns
    -------
    Reading
        One page.

    Raises
    ------
    UnreadableDocument
        ``corrupt``, ``encrypted``, ``too_large``, ``unsupported_type`` for files older than Word 97, or
        ``needs_ocr`` when it holds pictures only.
    """
    streams = open_streams(content)
    file = WordFile(streams, limits)
    reader = _Stories(file)
    body = reader.body()
    headers, footers = reader.headers_and_footers()
    page = page_of(body, headers=headers, notes=reader.notes(), footers=footers)
    if not page.blocks and reader.has_picture:
        raise refusals.pictures_only(KIND)
    findings = (HIDDEN_WORDS,) if file.hides_words else ()
    return Reading(pages=(page,), findings=findings, producer=streams.producer)


class _Stories:
    """The stories that stand one after the other in the text of a file."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._looks = Looks(file)
        self._bounds = [min(bound, len(file.text)) for bound in accumulate(file.lengths, initial=0)]
        self.has_picture = not _PICTURES.isdisjoint(file.text)

    def body(self) -> list[RawBlock]:
        """The text itself, with text boxes after the paragraphs they hang on."""
        return list(self._blocks(*self._story(0), self._boxes(6, Part.BOXES, Part.ANCHORS, hang_on=0)))

    def notes(self) -> list[RawBlock]:
        """Foot- and endnotes."""
        return [*self._blocks(*self._story(1)), *self._blocks(*self._story(5))]

    def headers_and_footers(self) -> tuple[list[list[RawBlock]], list[list[RawBlock]]]:
        """Those in use, that of the first page first."""
        spans = [(start, end) for start, end, _ in self._spans(2, Part.HEADERS, 0)][_SEPARATORS:]
        boxes = self._boxes(7, Part.HEADER_BOXES, Part.HEADER_ANCHORS, hang_on=2)
        found: tuple[list[list[RawBlock]], list[list[RawBlock]]] = ([], [])
        sections = [spans[at : at + _STORIES_PER_SECTION] for at in range(0, len(spans), _STORIES_PER_SECTION)]
        even_pages = bool(number(self._file.part(Part.SETTINGS), 0, 1) & 1)
        for stories, has_first in zip_longest(sections, self._first_pages()):
            if stories is None:
                break
            in_use = {"first": bool(has_first), "default": True, "even": even_pages}
            for places, into in zip((_HEADERS, _FOOTERS), found, strict=True):
                chosen = [places[kind] for kind, used in in_use.items() if used and places[kind] < len(stories)]
                into.extend(list(self._blocks(stories[place][0], stories[place][1], boxes)) for place in chosen)
        return found

    def _story(self, which: int) -> tuple[int, int]:
        return self._bounds[which], self._bounds[which + 1]

    def _first_pages(self) -> Iterator[bool]:
        """Whether each section has a header of its own on its first page."""
        main = self._file.main
        for _, _, row in rows_of(self._file.part(Part.SECTIONS), _SECTION_BYTES):
            place = number(row, 2, 4)
            settings = dict(properties_of(main[place + 2 : place + 2 + number(main, place, 2)]))
            yield settings.get(_TITLE_PAGE) == b"\x01"

    def _boxes(self, which: int, texts: Part, anchors: Part, *, hang_on: int) -> dict[int, list[RawBlock]]:
        """Blocks of text boxes by the position they hang on; at the end of the story where nothing tells."""
        first, last = self._story(hang_on)
        place_by_shape = {
            number(row, 0, 4): first + start for start, _, row in rows_of(self._file.part(anchors), _ANCHOR_BYTES)
        }
        boxes: dict[int, list[RawBlock]] = {}
        for start, end, row in self._spans(which, texts, _BOX_BYTES):
            place = place_by_shape.get(number(row, _PLACE_OF_SHAPE, 4), last - 1)
            boxes.setdefault(place, []).extend(block for block in self._blocks(start, end) if block.text.strip())
        return boxes

    def _spans(self, which: int, part: Part, size: int) -> Iterator[tuple[int, int, bytes]]:
        """Spans of one story; one that overlaps those before it is empty, so that nothing is read twice."""
        first, last = self._story(which)
        reached = first
        for start, end, row in rows_of(self._file.part(part), size):
            if reached <= first + start <= first + end <= last:
                reached = first + end
                yield first + start, reached, row
            else:
                yield reached, reached, row

    def _blocks(
        self, first: int, last: int, boxes: Mapping[int, list[RawBlock]] = MappingProxyType({})
    ) -> Iterator[RawBlock]:
        """Blocks of the text between two positions."""
        text = self._seen(first, last)
        hanging = sorted(place for place in boxes if first <= place < last)
        story = Story("body")
        start = 0
        for mark in _MARKS.finditer(text):
            story.pieces.append(_UNSEEN.sub("", text[start : mark.start()]).translate(_PLAIN))
            while hanging and hanging[0] <= first + mark.start():
                story.boxes += boxes[hanging.pop(0)]
            look = self._looks.look_of(self._file.paragraph_properties(first + mark.start()))
            self._end(story, look, mark[0])
            start = mark.end()
        story.pieces.append(_UNSEEN.sub("", text[start:]).translate(_PLAIN))
        story.boxes += [block for place in hanging for block in boxes[place]]
        yield from story.finish()

    def _end(self, story: Story, look: Look, mark: str) -> None:
        depth = min(look.table_depth, DEEPEST_TABLE)
        if mark == _CELL:
            depth = 1
        if (mark == _CELL and look.ends_row) or look.ends_inner_row:
            story.pieces.clear()
            story.end_row(max(1, depth))
            return
        story.marker.append(self._looks.label_of(look))
        story.end_paragraph(depth, is_heading=look.is_heading, is_item=False)
        if mark == _CELL or look.ends_inner_cell:
            story.end_cell(max(1, depth))

    def _seen(self, first: int, last: int) -> str:
        """The text between two positions as it is seen; what is not seen is blanked, so that positions stay.

        A paragraph whose mark is hidden or deleted joins the next; the ends of cells always count.
        """
        text, shown = self._file.text[first:last], self._file.is_shown[first:last]
        letters = list(text)
        if 0 in shown:
            letters = [sign if shown[at] or sign == _CELL else _BLANK for at, sign in enumerate(letters)]
        open_fields: list[tuple[int, bool]] = []
        for mark in _FIELD_MARKS.finditer(text):
            at = mark.start()
            if mark[0] == _FIELD_BEGINS and len(open_fields) < _MOST_NESTED_FIELDS:
                open_fields.append((at, False))
            elif mark[0] != _FIELD_BEGINS and open_fields:
                begin, has_result = open_fields.pop()
                if not has_result:
                    letters[begin : at + 1] = _BLANK * (at + 1 - begin)
                if mark[0] == _FIELD_RESULT:
                    open_fields.append((begin, True))
        return "".join(letters)
