"""All words of the trade without what they mean: ``python -m recruit.vocabulary.words`` writes their two lists.

The concepts take a second to load. Whoever only asks whether a word is one of the trade, as the reading of a
resume does of what may be a name, asks these lists.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from unicodedata import combining, normalize

from recruit.vocabulary.concepts import Vocabulary
from recruit.vocabulary.loader import FOLDER, load_vocabulary
from recruit.vocabulary.occupations import Occupations, load_occupations
from recruit.vocabulary.shapes import Category

WORDS_FILE, MAKERS_FILE = "words.txt", "makers.txt"
SHORTEST = 2
#: What a name of one of these has in capitals only is what a maker or a model is called.
MADE = frozenset({Category.MACHINE, Category.CONTROL, Category.SOFTWARE})
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


@lru_cache(maxsize=1)
def trade_words() -> frozenset[str]:
    """The words that names of concepts and titles of occupations are made of.

    Returns
    -------
    frozenset of str
        In lower case, two letters and longer, without those that only makers are called by.

    Examples
    --------
    >>> {"milling", "vertical"} <= trade_words(), "elizabeth" in trade_words()
    (True, False)
    """
    return _words_in(FOLDER / WORDS_FILE)


@lru_cache(maxsize=1)
def maker_words() -> frozenset[str]:
    """The words that makers and models are called by, and nothing else of the trade; many are names of people.

    Returns
    -------
    frozenset of str
        In lower case, none of them in ``trade_words()``.

    Examples
    --------
    >>> "hardinge" in maker_words()
    True
    """
    return _words_in(FOLDER / MAKERS_FILE)


def _words_in(path: Path) -> frozenset[str]:
    return frozenset(path.read_text(encoding="utf-8").split())


def words_of(vocabulary: Vocabulary, occupations: Occupations) -> tuple[list[str], list[str]]:
    """Take the words out of a vocabulary and its occupations.

    Parameters
    ----------
    vocabulary : Vocabulary
        The concepts.
    occupations : Occupations
        The titles.

    Returns
    -------
    tuple of two lists of str
        The words of the trade, and those of makers only; each list sorted, each word once.
    """
    words = {*map(str.lower, _words_of_all(row.title for row in occupations.titles))}
    plain, made = set(words), set()
    for concept in vocabulary.concepts.values():
        for word in _words_of_all((concept.name, *concept.aliases, *concept.cased, *concept.verbs)):
            words.add(word.lower())
            if not word.istitle():
                plain.add(word.lower())
            elif concept.category in MADE:
                made.add(word.lower())
    makers = made - plain
    return sorted(words - makers), sorted(makers)


def _words_of_all(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from _WORD.findall(name)
        if not name.isascii():  # as it is written on a keyboard that has no accents
            yield from _WORD.findall("".join(sign for sign in normalize("NFD", name) if not combining(sign)))


def write_words(folder: Path = FOLDER) -> int:
    """Write both lists.

    Parameters
    ----------
    folder : Path, default FOLDER
        Where to.

    Returns
    -------
    int
        The number of words.
    """
    lists = words_of(load_vocabulary(), load_occupations())
    for name, words in zip((WORDS_FILE, MAKERS_FILE), lists, strict=True):
        (folder / name).write_text("\n".join(words) + "\n", encoding="utf-8")
    return sum(map(len, lists))


if __name__ == "__main__":
    sys.stdout.write(f"{write_words()} words\n")
