"""One pass over the groups and control words of rich text.

Every group inherits the state of the one around it; a control word at its start may send its text elsewhere: to a
header, to a note, or nowhere. Open groups are kept on a list of our own, so that a file nested a million deep ends
in a refusal and not in a crash.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from recruit.documents import refusals
from recruit.documents.office.flow import has_words
from recruit.documents.office.rtf_looks import PLAIN, WORDS, Letters, Looks
from recruit.documents.office.rtf_tables import Entry, Tables
from recruit.documents.office.rtf_words import (
    AS_SYMBOLS,
    CHARACTERS,
    KIND,
    READ_THOUGH_STARRED,
    SKIPPED,
    STORIES,
    SYMBOLS,
    codec_of,
)
from recruit.documents.office.story import DEEPEST_TABLE, Story
from recruit.documents.office.styles import BODY_TEXT_OUTLINE
from recruit.documents.reader import RawBlock

DEEPEST_GROUP = 1000
"""Groups inside groups. Programs write ten; a file that is nothing but brackets would fill the memory."""

# Control words mostly come in runs, and programs write the same runs over and over.
_TOKEN = re.compile(
    rb"((?:\\(?!bin[0-9])[a-zA-Z]{1,32}(?:-?[0-9]{1,10})? ?)+)|\\bin([0-9]{1,10}) ?|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\x00]+)|[\r\n\x00]+|\\",
    re.DOTALL,
)
_RUN, _BINARY, _HEX, _SIGN, _BRACE, _TEXT = 1, 2, 3, 4, 5, 6
_WORD = re.compile(rb"\\([a-zA-Z]+)(-?[0-9]*) ?")
_CODE_POINT = re.compile(rb"\\u-?[0-9]")

_Action = Callable[[int | None], None]


@dataclass
class _State:
    """What a group inherits: where its text goes (``sink``, None for nowhere) and how it is written."""

    story: Story
    sink: list[str] | None
    codec: str
    fallback_length: int = 1
    is_hidden: bool = False
    is_deleted: bool = False
    letters: Letters = PLAIN
    is_in_table: bool = False
    table_depth: int = 1
    style: int = 0
    outline: int | None = None
    is_item: bool = False
    names: dict[int, Entry] | None = None
    sink_of_twin: list[str] | None = None

    def copy(self) -> "_State":
        twin = object.__new__(_State)
        twin.__dict__.update(self.__dict__)
        return twin


class Parser:
    """Reads one document; what it noticed stands in its attributes afterwards."""

    def __init__(self, content: bytes) -> None:
        self.has_picture = False
        self.is_cut_off = True
        self.hides_words = False
        self._content = content
        self._finished: list[tuple[str, list[RawBlock]]] = []
        self._roles_in_use = {"header", "footer", "note"}
        self._producer: list[str] = []
        self._tables = Tables()
        self._looks = Looks.of(content)
        self._entry = Entry()
        self._is_starred = False
        self._to_skip = 0
        self._bytes = bytearray()
        self._outer: list[_State] = []
        story = Story("body")
        self._state = _State(story, story.pieces, self._tables.codec)
        self._actions = self._actions_by_word()
        self._words_by_run: dict[bytes, list[tuple[bytes, bytes]]] = {}

    @property
    def producer(self) -> str | None:
        """The program that made the file."""
        return "".join(self._producer).strip(" ;") or None

    def read(self) -> list[RawBlock]:
        """Read the whole file, and give the blocks of its body."""
        position: int | None = 0
        while position is not None:
            position = self._read_from(position)
        while self._outer:
            self._close_group()
        self._flush()
        return self._state.story.finish()

    def stories(self, *roles: str) -> list[list[RawBlock]]:
        """The headers, footers or notes of the roles named, role after role; only those the document shows."""
        shown = [role for role in roles if role in self._roles_in_use]
        return [blocks for role in shown for other, blocks in self._finished if other == role]

    def _read_from(self, position: int) -> int | None:
        """Read until binary data is to be skipped, and tell where it ends; None at the end of the text."""
        for token in _TOKEN.finditer(self._content, position):
            what = token.lastindex
            if what == _RUN:
                self._read_run(token[_RUN])
            elif what == _TEXT:
                self._add_bytes(token[_TEXT])
            elif what == _HEX:
                self._add_bytes(bytes.fromhex(token[_HEX].decode("ascii")))
            elif what == _BRACE:
                if self._read_brace(token[_BRACE]):
                    return None
            elif what == _SIGN:
                self._read_sign(token[_SIGN])
            elif what == _BINARY:
                end = token.end() + int(token[_BINARY])
                # Its length is believed only where a bracket follows the data.
                if self._content[end : end + 3].lstrip(b"\r\n ").startswith(b"}"):
                    return end
        return None

    # ------------------------------------------------------------------------------------------- groups

    def _read_brace(self, brace: bytes) -> bool:
        """Open or close a group; True where the group closed is the document."""
        self._to_skip = 0
        self._is_starred = False
        if brace == b"}":
            self._close_group()
            self.is_cut_off = bool(self._outer)
            return not self._outer
        self._flush()
        if len(self._outer) >= DEEPEST_GROUP:
            raise refusals.corrupt(KIND)
        self._outer.append(self._state)
        self._state = self._state.copy()
        return False

    def _close_group(self) -> None:
        self._flush()
        if not self._outer:
            return
        story = self._state.story
        self._state = self._outer.pop()
        if story is self._state.story:
            return
        if story.role == "box":
            self._state.story.boxes += story.finish()
        else:
            self._finished.append((story.role, story.finish()))

    def _open_story(self, role: str) -> None:
        if self._state.sink is not None:
            story = Story(role)
            self._state.story, self._state.sink = story, story.pieces
            self._begin_settings(None)

    # --------------------------------------------------------------------------------------------- text

    def _add_bytes(self, data: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        if not self._is_shown():
            self._note_hidden(data.decode("latin-1"))
        elif self._is_unseen() and (has_words(data.decode("latin-1")) or not data.isascii()):
            self._leave_out()
        else:
            self._bytes += data

    def _add(self, text: str) -> None:
        self._flush()
        if self._state.sink is None:
            return
        if not self._is_shown():
            self._note_hidden(text)
        elif self._is_unseen() and has_words(text):
            self._leave_out()
        else:
            self._state.sink.append(text)

    def _note_hidden(self, text: str) -> None:
        if self._state.is_hidden and self._state.sink is not None and not self._state.is_deleted:
            self.hides_words = self.hides_words or has_words(text)

    def _leave_out(self) -> None:
        """Add the room that letters take which are there and cannot be seen."""
        self.hides_words = True
        self._flush()
        if self._state.sink is not None:
            self._state.sink.append(" ")

    def _is_unseen(self) -> bool:
        """Whether letters would be lost on the page, for their size or their colour."""
        state = self._state
        if state.letters is PLAIN or not self._is_in_text():
            return False
        is_lifted = state.story.role == "box" or (state.is_in_table and state.table_depth > 1)
        return self._looks.are_unseen(state.letters, is_in_table=state.is_in_table, is_lifted=is_lifted)

    def _is_shown(self) -> bool:
        state = self._state
        return state.sink is not None and not state.is_hidden and not state.is_deleted

    def _flush(self) -> None:
        """Decode the bytes gathered; letters of some code pages take two, written one after the other."""
        if not self._bytes:
            return
        if self._state.sink is not None:
            self._state.sink.append(_decoded(self._bytes, self._state.codec))
        self._bytes.clear()

    def _read_sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_starred = True
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in SYMBOLS:
            self._add(SYMBOLS[sign])
        elif sign in b"\r\n":
            self._flush()
            self._end_paragraph(None)

    # -------------------------------------------------------------------------------------------- words

    def _read_run(self, run: bytes) -> None:
        words = self._words_by_run.get(run)
        if words is None:
            words = self._words_by_run[run] = self._words_of(run)
        if self._to_skip or self._is_starred:
            words = _WORD.findall(run)
        for word, number in words:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._read_word(word, number)

    def _words_of(self, run: bytes) -> list[tuple[bytes, bytes]]:
        """The words of a run that matter; all of them where some may be the fallback of a code point."""
        words: list[tuple[bytes, bytes]] = _WORD.findall(run)
        if _CODE_POINT.search(run):
            return words
        return [
            (word, number)
            for word, number in words
            if word in self._actions or word in WORDS or word in CHARACTERS or word in STORIES or word in SKIPPED
        ]

    def _read_word(self, word: bytes, number: bytes) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if word in CHARACTERS:
            self._add(CHARACTERS[word])
            return
        self._flush()
        if is_starred and word not in READ_THOUGH_STARRED:
            self._state.sink = None
        elif word in WORDS:
            self._state.letters = self._looks.after(self._state.letters, word, _number_of(number))
        elif word in self._actions:
            self._actions[word](_number_of(number))
        elif word in STORIES:
            self._open_story(STORIES[word])
        elif word in SKIPPED:
            self.has_picture |= word == b"pict"
            self._state.sink = self._state.sink_of_twin = None

    def _actions_by_word(self) -> Mapping[bytes, _Action]:
        end_paragraph = self._end_paragraph
        return {
            b"par": end_paragraph, b"sect": end_paragraph, b"page": end_paragraph, b"column": end_paragraph,
            b"cell": self._end_cell, b"row": self._end_row,
            b"nestcell": self._end_nested_cell, b"nestrow": self._end_nested_row,
            b"pard": self._begin_settings, b"intbl": self._put_in_table, b"itap": self._set_table_depth,
            b"s": self._set_style, b"outlinelevel": self._set_outline, b"sbasedon": self._set_base,
            b"ls": self._set_list, b"listtext": self._begin_marker, b"pntext": self._begin_marker,
            b"plain": self._begin_letters, b"v": self._set_hidden, b"deleted": self._set_deleted,
            b"mvf": self._set_deleted, b"u": self._add_code_point, b"uc": self._set_fallback_length,
            b"f": self._set_font, b"fcharset": self._set_charset, b"deff": self._set_default_font,
            b"ansicpg": self._set_code_page, b"mac": lambda _: self._set_code_page(10000),
            b"pc": lambda _: self._set_code_page(437), b"pca": lambda _: self._set_code_page(850),
            b"fonttbl": self._begin_fonts, b"stylesheet": self._begin_styles, b"generator": self._begin_producer,
            b"titlepg": lambda _: self._roles_in_use.update({"first header", "first footer"}),
            b"facingp": lambda _: self._roles_in_use.update({"left header", "left footer"}),
            b"upr": self._skip_twin, b"ud": self._read_twin,
        }  # fmt: skip

    # ------------------------------------------------------------------------- paragraphs, rows, settings

    def _is_in_text(self) -> bool:
        return self._state.sink is self._state.story.pieces

    def _end_paragraph(self, _: int | None, depth: int | None = None) -> None:
        state = self._state
        # A deleted paragraph mark joins the paragraph to the next.
        if not self._is_in_text() or (state.is_deleted and depth is None):
            return
        if depth is None:
            depth = state.table_depth if state.is_in_table else 0
        outline = state.outline
        is_heading = self._tables.is_heading(state.style) if outline is None else outline < BODY_TEXT_OUTLINE
        state.story.end_paragraph(depth, is_heading=is_heading, is_item=state.is_item)

    def _end_cell(self, _: int | None, depth: int = 1) -> None:
        if self._is_in_text():
            self._end_paragraph(None, depth)
            self._state.story.end_cell(depth)

    def _end_row(self, _: int | None, depth: int = 1) -> None:
        if self._is_in_text():
            self._state.story.end_row(depth)

    def _end_nested_cell(self, _: int | None) -> None:
        self._end_cell(None, max(2, self._state.table_depth))

    def _end_nested_row(self, _: int | None) -> None:
        self._end_row(None, max(2, self._state.table_depth))

    def _begin_settings(self, _: int | None) -> None:
        state = self._state
        state.is_in_table, state.table_depth, state.style, state.outline, state.is_item = False, 1, 0, None, False
        state.letters = (
            replace(state.letters, paragraph_ground=0) if state.letters.paragraph_ground else state.letters
        )

    def _put_in_table(self, _: int | None) -> None:
        self._state.is_in_table = True

    def _set_table_depth(self, number: int | None) -> None:
        self._state.is_in_table |= bool(number)
        self._state.table_depth = min(max(number or 1, 1), DEEPEST_TABLE)

    def _set_style(self, number: int | None) -> None:
        if self._state.names is self._tables.styles:
            self._begin_entry(number)
        else:
            self._state.style = number or 0

    def _set_outline(self, number: int | None) -> None:
        if self._state.names is self._tables.styles:
            self._entry.outline = number
        else:
            self._state.outline = number

    def _set_base(self, number: int | None) -> None:
        self._entry.based_on = number

    def _set_list(self, number: int | None) -> None:
        self._state.is_item = bool(number)

    def _begin_marker(self, _: int | None) -> None:
        if self._is_in_text():
            self._state.sink = self._state.story.marker

    # -------------------------------------------------------------------------------------------- letters

    def _begin_letters(self, _: int | None) -> None:
        self._state.is_hidden = self._state.is_deleted = False
        ground = self._state.letters.paragraph_ground
        self._state.letters = replace(PLAIN, paragraph_ground=ground) if ground else PLAIN
        self._state.codec = self._tables.codec_of_font(self._tables.default_font)

    def _set_hidden(self, number: int | None) -> None:
        self._state.is_hidden = number != 0

    def _set_deleted(self, number: int | None) -> None:
        self._state.is_deleted = number != 0

    def _add_code_point(self, number: int | None) -> None:
        code_point = number or 0
        code_point += 0x10000 if code_point < 0 else 0
        if 0 < code_point <= 0x10FFFF:
            self._add(chr(code_point))
        self._to_skip = self._state.fallback_length

    def _set_fallback_length(self, number: int | None) -> None:
        self._state.fallback_length = max(0, 1 if number is None else number)

    def _set_font(self, number: int | None) -> None:
        if self._state.names is self._tables.fonts:
            self._begin_entry(number)
        else:
            self._state.codec = self._tables.codec_of_font(number or 0)

    def _set_charset(self, number: int | None) -> None:
        self._entry.charset = number or 0

    def _set_default_font(self, number: int | None) -> None:
        self._tables.default_font = number or 0

    def _set_code_page(self, number: int | None) -> None:
        self._tables.codec = self._state.codec = codec_of(number or 0)

    # --------------------------------------------------------------------------------------------- tables

    def _begin_fonts(self, _: int | None) -> None:
        self._state.names, self._state.sink = self._tables.fonts, None

    def _begin_styles(self, _: int | None) -> None:
        self._state.names = self._tables.styles
        self._begin_entry(0)

    def _begin_entry(self, number: int | None) -> None:
        self._entry = Entry()
        if self._state.names is not None:
            self._state.names[number or 0] = self._entry
        self._state.sink = self._entry.name

    def _begin_producer(self, _: int | None) -> None:
        self._state.sink = self._producer

    def _skip_twin(self, _: int | None) -> None:
        """Of text written for old programs and in Unicode, the second is read."""
        self._state.sink_of_twin, self._state.sink = self._state.sink, None

    def _read_twin(self, _: int | None) -> None:
        self._state.sink = self._state.sink_of_twin


def _number_of(digits: bytes) -> int | None:
    return int(digits) if digits.strip(b"-") else None


def _decoded(data: bytearray, codec: str) -> str:
    if codec == AS_SYMBOLS:
        return "".join(" " if byte == ord(" ") else chr(0xF000 + byte) for byte in data)
    return data.decode(codec, "replace")
