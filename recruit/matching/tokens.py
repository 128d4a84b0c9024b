"""The tokenizer of trade texts, and the words the other components read.

spaCy's English rules break where the trade lives ("17-4PH", "+/-.0005", "D1.1", "6GR", "GD&amp;T"), so a text is
cut by the same rule as the vocabulary's aliases: agreement by construction instead of by luck.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress, repeat

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from recruit.vocabulary.spellings import WORD, norm_of, plain_of

#: Under this name a document carries what it was cut into.
CUT = "recruit.cut"

WIDE_SPACE = 3
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
CAMEL_SIGN = re.compile(r"[a-z](?=[A-Z][a-z])")
#: A hyphen that holds one word together, or one that a line end cut.
INNER_HYPHEN = re.compile(r"-(?<=[^\W_]-)(?=[^\W_]|\n)")


class Gap:
    """What stands before a word; the larger, the less it may belong to the word before.

    Bare numbers: a text has a thousand, and naming the member of an enumeration costs several times as much.
    """

    NONE, HYPHEN, SPACE, LINE, BREAK = range(5)


@dataclass(frozen=True, slots=True)
class Cut:
    """A text, the same with plain quotes and dashes, and the words, signs and white space that it falls into."""

    text: str
    plain: str
    pieces: Sequence[str]

    @property
    def written(self) -> Sequence[str]:
        """The pieces as the text has them."""
        if self.plain == self.text:
            return self.pieces
        ends = [*accumulate(map(len, self.pieces))]
        return [self.text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@dataclass(slots=True)
class Words:
    """The words and signs of a text in parallel lists: compared form and offsets.

    ``glued`` are the offsets of words that were run together with the one before.
    """

    text: str = ""
    norms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    glued: Container[int] = frozenset()

    def __len__(self) -> int:
        return len(self.norms)

    def gap(self, place: int) -> int:
        """What stands before a word."""
        if place == 0:
            return Gap.BREAK
        start = self.starts[place]
        between = self.text[self.ends[place - 1] : start]
        if between:
            return gap_of(between)
        return Gap.SPACE if start in self.glued else Gap.NONE


class TradeTokenizer:
    """Cuts a text into a spaCy Doc whose tokens give the text back sign by sign."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        cut = cut_of(text)
        first, *others = cut.written or [""]
        # spaCy keeps one space with the word before it; what is left of it then is no token.
        words = [first, *map(str.removeprefix, others, repeat(" "))]
        spaces = [*map(str.startswith, others, repeat(" ")), False]
        return Doc(
            self.vocab, words=[*filter(None, words)], spaces=[*compress(spaces, words)], user_data={CUT: cut}
        )


@registry.tokenizers("recruit.trade_tokenizer.v1")  # type: ignore[untyped-decorator]
def make_trade_tokenizer() -> Callable[[Language], TradeTokenizer]:
    """The tokenizer under the name a spaCy configuration knows it by."""

    def build(nlp: Language) -> TradeTokenizer:
        return TradeTokenizer(nlp.vocab)

    return build


def cut_of(text: str) -> Cut:
    """Cut a text by the rule of the vocabulary's names.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Cut
        Its pieces put together are the text.

    Examples
    --------
    >>> cut_of("D1.1, 3G").pieces
    ['D1.1', ',', ' ', '3G']
    """
    plain = plain_of(text)
    return Cut(text, plain, WORD.findall(plain))


def words_of(cut: Cut, known: Container[str]) -> Words:
    """The words of a text, with hyphens, line ends and glued words resolved.

    Parameters
    ----------
    cut : Cut
        The text, cut by `cut_of`.
    known : container of str
        Words of the vocabulary, compared form: a glued or hyphenated word is resolved only towards these.

    Returns
    -------
    Words
        Without spaces and without hyphens inside words; all other signs are words of their own.
    """
    pieces, glued = unglued(cut, known)
    norms = [*map(norm_of, pieces)]
    ends = [*accumulate(map(len, pieces))]
    starts, word_ends = [0, *ends], [*ends]
    is_word = [not piece.isspace() for piece in pieces]
    for hyphen in INNER_HYPHEN.finditer(cut.plain):
        place = bisect_left(ends, hyphen.end())
        is_word[place] = False
        last, following = place - 1, place + 2  # the line end between them is a piece
        if not cut.plain.startswith("\n", hyphen.end()) or following >= len(pieces) or ends[following] in glued:
            continue
        while not is_word[last]:
            last -= 1
        joined = norms[last] + norms[following]
        if is_wrapped(cut.plain, word_ends[last], starts[following], joined, known):
            norms[last], word_ends[last], is_word[following] = joined, ends[following], False
    return Words(
        cut.text, [*compress(norms, is_word)], [*compress(starts, is_word)], [*compress(word_ends, is_word)], glued
    )


def unglued(cut: Cut, known: Container[str]) -> tuple[Sequence[str], Container[int]]:
    """The pieces of a text with "lathesOperated" taken apart where that yields a word we know, and where so."""
    camels = [match.end() for match in CAMEL_SIGN.finditer(cut.plain)]
    glued: set[int] = set()
    if not camels:
        return cut.pieces, glued
    ends = [*accumulate(map(len, cut.pieces))]
    pieces = [*cut.pieces]
    for place in sorted({bisect_right(ends, camel) for camel in camels}, reverse=True):
        parts = CAMEL.split(pieces[place])
        if norm_of(pieces[place]) not in known and any(norm_of(part) in known for part in parts):
            start = ends[place] - len(pieces[place])
            glued.update(start + length for length in accumulate(map(len, parts[:-1])))
            pieces[place : place + 1] = parts
    return pieces, glued


@lru_cache(maxsize=512)
def gap_of(between: str) -> int:
    """How strongly what stands between two words parts them: an empty line or a column gap ends everything."""
    plain = plain_of(between)
    if plain[0] == "-":
        return max(Gap.HYPHEN, gap_of(between[1:])) if len(between) > 1 else Gap.HYPHEN
    more = plain[1:] if between[0] == " " else plain
    breaks = more.count("\n")
    if breaks > 1 or "\t" in more or "\f" in more:
        return Gap.BREAK
    if breaks:
        return Gap.LINE
    return Gap.BREAK if len(more) >= WIDE_SPACE - 1 else Gap.SPACE


def is_wrapped(plain: str, end: int, start: int, joined: str, known: Container[str]) -> bool:
    """Whether a line end cut one word in two: "sur-" and "face"."""
    return plain[end:start].strip(" ") == "-\n" and plain[start].islower() and joined in known
