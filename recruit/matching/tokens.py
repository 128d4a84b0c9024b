"""The tokenizer of trade texts, and the words the other components read.

spaCy's English rules break where the trade lives ("17-4PH", "+/-.0005", "D1.1", "6GR", "GD&amp;T"), so a text is
cut by the same rule as the vocabulary's aliases: agreement by construction instead of by luck.
"""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from enum import IntEnum

from spacy.attrs import LENGTH, SPACY
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from recruit.vocabulary.spellings import PLAIN, WORD, norm_of

WIDE_SPACE = 3
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


class Gap(IntEnum):
    """What stands before a word; the larger, the less it may belong to the word before."""

    NONE = 0
    HYPHEN = 1
    SPACE = 2
    LINE = 3
    BREAK = 4


@dataclass(slots=True)
class Words:
    """The words and signs of a text in parallel lists: compared form, offsets, gap before, line number."""

    norms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, norm: str, start: int, end: int, gap: Gap, line: int) -> None:
        """Append one word."""
        self.norms.append(norm)
        self.starts.append(start)
        self.ends.append(end)
        self.gaps.append(gap)
        self.lines.append(line)

    def __len__(self) -> int:
        return len(self.norms)


class TradeTokenizer:
    """Cuts a text into a spaCy Doc whose tokens give the text back sign by sign."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        place = 0
        for piece in WORD.findall(text.translate(PLAIN)):
            written = text[place : place + len(piece)]
            place += len(piece)
            if written[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                written = written[1:]
                if not written:
                    continue
            words.append(written)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


@registry.tokenizers("recruit.trade_tokenizer.v1")  # type: ignore[untyped-decorator]
def make_trade_tokenizer() -> Callable[[Language], TradeTokenizer]:
    """The tokenizer under the name a spaCy configuration knows it by."""

    def build(nlp: Language) -> TradeTokenizer:
        return TradeTokenizer(nlp.vocab)

    return build


def words_of(doc: Doc, plain: str, known: Container[str]) -> Words:
    """The words of a document, with hyphens, line ends and glued words resolved.

    Parameters
    ----------
    doc : Doc
        Made by `TradeTokenizer`.
    plain : str
        Its text with plain quotes and dashes: at hand already, where asking the document costs a pass over it.
    known : container of str
        Words of the vocabulary, compared form: a glued or hyphenated word is resolved only towards these.

    Returns
    -------
    Words
        Without spaces and without hyphens inside words; all other signs are words of their own.
    """
    words = Words()
    line, gap = 0, Gap.BREAK
    end = 0
    spaced = 0
    for length, space in doc.to_array([LENGTH, SPACY]).tolist():  # three times as fast as asking each token
        start = end + spaced
        end_of_last, end, spaced = end, start + length, space
        piece = plain[start:end]
        if piece.isspace():
            gap = max(gap, gap_of(piece))
            line += piece.count("\n")
            continue
        if start > end_of_last:
            gap = max(gap, Gap.SPACE)
        if piece == "-" and is_inner_hyphen(plain, start):
            gap = max(gap, Gap.HYPHEN)
            continue
        norm = norm_of(piece)
        if norm not in known and add_glued(words, piece, start, gap, line, known):
            gap = Gap.NONE
            continue
        if (
            gap >= Gap.HYPHEN
            and words.norms
            and is_wrapped(plain, words.ends[-1], start, words.norms[-1] + norm, known)
        ):
            words.norms[-1] += norm
            words.ends[-1] = end
        else:
            words.add(norm, start, end, gap, line)
        gap = Gap.NONE
    return words


def gap_of(space: str) -> Gap:
    """How strongly white space parts two words: an empty line or a column gap ends everything."""
    breaks = space.count("\n")
    if breaks > 1 or "\t" in space or "\f" in space:
        return Gap.BREAK
    if breaks:
        return Gap.LINE
    return Gap.BREAK if len(space) >= WIDE_SPACE - 1 else Gap.SPACE


def is_inner_hyphen(plain: str, place: int) -> bool:
    """A hyphen that holds one word together, or one that a line end cut."""
    before, after = plain[place - 1 : place], plain[place + 1 : place + 2]
    return before.isalnum() and (after.isalnum() or after == "\n")


def is_wrapped(plain: str, end: int, start: int, joined: str, known: Container[str]) -> bool:
    """Whether a line end cut one word in two: "sur-" and "face"."""
    return plain[end:start].strip(" ") == "-\n" and plain[start].islower() and joined in known


def add_glued(words: Words, piece: str, start: int, gap: Gap, line: int, known: Container[str]) -> bool:
    """Take "lathesOperated" apart where that yields a word we know."""
    parts = CAMEL.split(piece) if not piece.isupper() else [piece]
    if len(parts) == 1 or not any(norm_of(part) in known for part in parts):
        return False
    for part in parts:
        words.add(norm_of(part), start, start + len(part), gap, line)
        start, gap = start + len(part), Gap.SPACE
    return True
