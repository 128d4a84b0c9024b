"""Fits the models anew: ``python -m recruit.matching.train`` writes everything in ``models/`` that is no text.

That is the vocabulary as it is loaded, then the model of what ambiguous names mean, then the TF-IDF model, each
with the help of the one before, and the lists of all words of the vocabulary, ``words.txt`` and ``makers.txt``.

The terms are closed: every concept, and the words that both name a process, instrument, drawing, quality method or
occupation and stand in the corpus beside the model, which is our own postings and the tools O*NET lists for each
occupation. Names of makers, materials and certificates are terms as concepts only: as words they are also names of
people and places. The idf comes from the same corpus. The same files always give the same model.
"""

import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer

from recruit.matching.joining import concept_counts, requirements_of
from recruit.matching.lexicon import Lexicon
from recruit.matching.occupations import TRADE_FAMILIES, OccupationMap, load_occupation_map
from recruit.matching.senses import MODEL_FILE as SENSES_FILE
from recruit.matching.senses import SENSES_FOLDER, load_sense_model
from recruit.matching.senses_training import Figures, figures_of, fitted_sense_model, held_out, load_rows
from recruit.matching.skills import NAMES_FILE, extract
from recruit.matching.terms import MODEL_FILE, MODEL_FOLDER, words_of
from recruit.vocabulary import Vocabulary, load_vocabulary, read_vocabulary
from recruit.vocabulary.compiled import COMPILED_FOLDER, CONCEPTS_FILE, rows_of_concepts, write_rows
from recruit.vocabulary.credentials import RULES_FILE
from recruit.vocabulary.linter import write_ids
from recruit.vocabulary.loader import FOLDER, OCCUPATIONS_FILE, write_content
from recruit.vocabulary.shapes import Category, Kind
from recruit.vocabulary.words import write_words

#: The year of the release: until when "present" lasts in a resume that names no later year.
REFERENCE_YEAR = 2026

WORDS_FROM = frozenset({Category.PROCESS, Category.METROLOGY, Category.DRAWING, Category.QUALITY})

#: Words of these names that say nothing of the work.
STOP_WORDS = frozenset(
    """all and any are but for from has have her his its new non not off one our out own per set she the too two
    use via was who with work working worker level class type style general other first second third full part time
    shift day night high low large small medium heavy light long short top big good able basic years year job jobs
    company department office personal service services people person member men man woman girl boy hand hands
    using used user world american national international north south east west
    state city town mobile spring boring television radio video camera clothing walk wind water black brown free
    self way side half hat head can""".split()  # noqa: SIM905 - a list of so many words is read as lines, not as rows of quotes
)

LETTERS = re.compile(r"[^\W\d_][\w']*")

#: Tools of an occupation are read so many at a time: one text of a resume's length, not one of a catalogue's.
TOOLS_IN_A_TEXT = 25


def work_words(texts: Iterable[str], vocabulary: Vocabulary, occupations: OccupationMap) -> set[str]:
    """Collect the words that may be terms."""
    said = {word for text in texts for word in words_of(text)}
    names = [
        title.title
        for title in occupations.occupations.titles
        if occupations.occupations.families[max(title.onetsoc_codes, key=title.onetsoc_codes.__getitem__)]
        in TRADE_FAMILIES
    ]
    for concept in vocabulary.concepts.values():
        if concept.category in WORDS_FROM:
            names += [concept.name, *concept.aliases, *concept.verbs]
    return (
        said.intersection(word for name in names for word in words_of(name))
        - STOP_WORDS
        - proper_names(vocabulary)
    )


def proper_names(vocabulary: Vocabulary) -> set[str]:
    """Collect the words the vocabulary mostly writes with a capital: makers, who are families or towns too."""
    capital: Counter[str] = Counter()
    for concept in vocabulary.concepts.values():
        # The first word of a concept's own name has a capital whatever it is.
        for name in (*concept.aliases, *concept.verbs, concept.name.partition(" ")[2]):
            for match in LETTERS.finditer(name):
                is_capital = match.group()[0].isupper() and not match.group().isupper()
                for word in words_of(match.group()):
                    capital[word] += 1 if is_capital else -1
    return {word for word, surplus in capital.items() if surplus > 0}


def corpus_texts(folder: Path) -> Iterator[str]:
    """Read the texts the idf is fitted on."""
    for posting in (folder / "postings.txt").read_text(encoding="utf-8").split("\n\n"):
        yield posting.strip()
    with (folder / "occupations.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            tools = row["tools"].split("; ")
            for start in range(0, len(tools), TOOLS_IN_A_TEXT):
                yield f"{row['title']}: {', '.join(tools[start : start + TOOLS_IN_A_TEXT])}."


def fitted_model(texts: Sequence[str], vocabulary: Vocabulary, occupations: OccupationMap) -> dict[str, Any]:
    """Fit the idf of every term, those no text holds included.

    Parameters
    ----------
    texts : sequence of str
        Texts of the work.
    vocabulary : Vocabulary
        The concepts.
    occupations : OccupationMap
        The titles.

    Returns
    -------
    dict
        What ``load_term_model`` reads.
    """
    words = work_words(texts, vocabulary, occupations)
    documents = []
    for text in texts:
        concepts = concept_counts(requirements_of(extract(text, Kind.JOB)))
        documents.append([*(word for word in words_of(text) if word in words), *concepts])
    terms = sorted(words | {f"#{concept}" for concept in vocabulary.concepts})
    vectorizer = TfidfVectorizer(analyzer=list, vocabulary=terms)
    vectorizer.fit(documents)
    idf = {term: round(float(value), 4) for term, value in zip(terms, vectorizer.idf_, strict=True)}
    digest = hashlib.sha256(json.dumps([vocabulary.version, REFERENCE_YEAR, idf]).encode()).hexdigest()
    return {
        "version": digest[:12],
        "vocabulary_version": vocabulary.version,
        "reference_year": REFERENCE_YEAR,
        "n_texts": len(documents),
        "idf": idf,
    }


def write_vocabulary(folder: Path = COMPILED_FOLDER) -> None:
    """Write the concepts, all spellings of their names, the occupations and the rules as they are loaded.

    Parameters
    ----------
    folder : Path, default COMPILED_FOLDER
        Where to.
    """
    vocabulary = read_vocabulary(FOLDER)
    concepts = rows_of_concepts(vocabulary.concepts.values())
    write_rows(folder / CONCEPTS_FILE, vocabulary.version, concepts)
    write_rows(folder / NAMES_FILE, vocabulary.version, Lexicon.built(vocabulary).rows())
    for path in (FOLDER / OCCUPATIONS_FILE, RULES_FILE):
        write_content(path, folder)


def write_senses(folder: Path = SENSES_FOLDER) -> Figures:
    """Fit and write the model of what ambiguous names mean.

    Parameters
    ----------
    folder : Path, default SENSES_FOLDER
        Where to.

    Returns
    -------
    Figures
        Of the model alone, on the examples it was not fitted to.
    """
    rows = load_rows()
    model = fitted_sense_model(rows, load_vocabulary(), load_occupation_map())
    (folder / SENSES_FILE).write_text(json.dumps(model, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return figures_of(load_sense_model(folder), held_out(rows))


def main(folder: Path = MODEL_FOLDER) -> int:
    """Write the vocabulary and its words as they are read, fit the models and write them."""
    write_words()
    write_ids(load_vocabulary())
    write_vocabulary()
    senses = write_senses()
    sys.stdout.write(
        f"senses: accuracy {senses.accuracy:.3f}, precision {senses.precision:.3f}, recall {senses.recall:.3f}"
        " on the half of the examples that was held out\n"
    )
    model = fitted_model(list(corpus_texts(folder / "corpus")), load_vocabulary(), load_occupation_map())
    rows = json.dumps(model, ensure_ascii=False, indent=0)
    (folder / MODEL_FILE).write_text(rows + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(model['idf'])} terms from {model['n_texts']} texts, version {model['version']}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
