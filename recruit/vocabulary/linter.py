"""What is wrong with the vocabulary though every file is well-formed: for whoever edits the words.

The loader refuses what contradicts itself; this names what would make wrong evidence or an empty page.
"""

from collections.abc import Iterator
from pathlib import Path

from recruit.vocabulary.concepts import Concept, Vocabulary
from recruit.vocabulary.loader import FOLDER
from recruit.vocabulary.shapes import Category
from recruit.vocabulary.spellings import key_of

IDS_FILE = "ids.txt"
#: Letters up to which a name in any case is more often a state, initials or a syllable than a thing of the trade.
SHORT_LETTERS = 2


def complaints(vocabulary: Vocabulary, folder: Path = FOLDER) -> Iterator[str]:
    """Name every concept that has to be mended, and how.

    Parameters
    ----------
    vocabulary : Vocabulary
        Loaded, so free of contradictions.
    folder : Path, default FOLDER
        Holds the list of ids that were ever released.

    Yields
    ------
    str
        One sentence for each thing to mend.

    Examples
    --------
    >>> from recruit.vocabulary import load_vocabulary
    >>> list(complaints(load_vocabulary()))
    []
    """
    for concept in vocabulary.concepts.values():
        for what in (*meaning_complaints(concept), *name_complaints(concept)):
            yield f"{concept.source}, concept {concept.id!r}: {what}"
    for identity in released_ids(folder):
        if identity not in vocabulary.concepts:
            yield (
                f"The concept {identity!r} was released and is gone. Profiles and labels name it: put it back, or "
                "let another concept keep its id."
            )


def meaning_complaints(concept: Concept) -> Iterator[str]:
    """A concept without a sentence is an empty page."""
    if not concept.meaning:
        yield "say in 'meaning' what it is, in one plain sentence."


def name_complaints(concept: Concept) -> Iterator[str]:
    """Names that mean something else more often than not, and are guarded by nothing."""
    if concept.category is Category.TOLERANCE:
        return
    guarded = {key_of(alias) for use in concept.ambiguous for alias in use.aliases}
    cased = {key_of(name) for name in concept.cased}
    for name in dict.fromkeys((concept.name, *concept.aliases, *concept.cased, *concept.verbs)):
        key = key_of(name)
        if key in guarded:
            continue
        word = key[0] if len(key) == 1 else ""
        if word.replace(".", "").isdigit():
            yield f"the bare number {name!r} is a street and a price, too; name its context in 'ambiguous'."
        elif 0 < len(word) <= SHORT_LETTERS and key not in cased:
            yield f"{name!r} is too short to stand alone; put it into 'cased' or name its context in 'ambiguous'."


def released_ids(folder: Path) -> list[str]:
    """Every id that was ever in a release."""
    path = folder / IDS_FILE
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def write_ids(vocabulary: Vocabulary, folder: Path = FOLDER) -> int:
    """Add the ids of today to those that were ever released.

    Parameters
    ----------
    vocabulary : Vocabulary
        The concepts.
    folder : Path, default FOLDER
        Where the list is.

    Returns
    -------
    int
        The number of ids.
    """
    ids = sorted({*released_ids(folder), *vocabulary.concepts})
    (folder / IDS_FILE).write_text("\n".join(ids) + "\n", encoding="utf-8")
    return len(ids)
