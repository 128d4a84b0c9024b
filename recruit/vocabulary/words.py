"""All words of the trade without what they mean: ``python -m recruit.vocabulary.words`` writes ``words.txt``.

The concepts take a second to load. Whoever only asks whether a word is one of the trade, as the reading of a
resume does of what may be a name, asks this list.
"""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from recruit.vocabulary.concepts import Vocabulary
from recruit.vocabulary.loader import FOLDER, load_vocabulary
from recruit.vocabulary.occupations import Occupations, load_occupations

WORDS_FILE = "words.txt"
SHORTEST = 2
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


@lru_cache(maxsize=1)
def trade_words() -> frozenset[str]:
    """The words that names of concepts and titles of occupations are made of.

    Returns
    -------
    frozenset of str
        In lower case, two letters and longer. Some are also names of people: makers and towns.

    Examples
    --------
    >>> {"haas", "vertical"} <= trade_words(), "elizabeth" in trade_words()
    (True, False)
    """
    return frozenset((FOLDER / WORDS_FILE).read_text(encoding="utf-8").split())


def words_of(vocabulary: Vocabulary, occupations: Occupations) -> list[str]:
    """Take the words out of a vocabulary and its occupations.

    Parameters
    ----------
    vocabulary : Vocabulary
        The concepts.
    occupations : Occupations
        The titles.

    Returns
    -------
    list of str
        Sorted, each once.
    """
    return sorted({word for name in _names(vocabulary, occupations) for word in _WORD.findall(name.lower())})


def _names(vocabulary: Vocabulary, occupations: Occupations) -> Iterator[str]:
    for concept in vocabulary.concepts.values():
        yield from (concept.name, *concept.aliases, *concept.cased, *concept.verbs)
    for row in occupations.titles:
        yield row.title


def write_words(folder: Path = FOLDER) -> int:
    """Write the list.

    Parameters
    ----------
    folder : Path, default FOLDER
        Where to.

    Returns
    -------
    int
        The number of words.
    """
    words = words_of(load_vocabulary(), load_occupations())
    (folder / WORDS_FILE).write_text("\n".join(words) + "\n", encoding="utf-8")
    return len(words)


if __name__ == "__main__":
    sys.stdout.write(f"{write_words()} words\n")
