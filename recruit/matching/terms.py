"""The closed list of terms, and the fitted TF-IDF model over them.

A term is a word of the work, a concept of the vocabulary, or a parent of such a concept at a lower weight. What
is not on the list (a name, a town, a school, a number) is no term: it moves neither a score nor a norm.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

import recruit
from recruit.errors import ModelError

MODEL_FOLDER = Path(recruit.__file__).resolve().parent.parent / "models" / "tfidf"
MODEL_FILE = "vocabulary.json"
REBUILD = "Rebuild it with: python -m recruit.matching.train"

#: A word of three letters or more, without its plural ending. No word starts with a digit, so no year is a word.
WORD_PATTERN = r"\b([a-z][a-z0-9]+(?:ss|x|ch|sh)(?=es\b)|[a-z][a-z0-9]+(?:ss|[a-rt-z0-9]))(?:es|s)?\b"
WORD = re.compile(WORD_PATTERN)

#: What a concept's term starts with, so that "turning" the word and "turning" the concept are two terms.
CONCEPT_MARK = "#"

#: What a parent weighs beside the concept itself, for each step up. Trade judgement: a person who names one make
#: says half as much about the family as one who names the family.
ANCESTOR_WEIGHT = 0.5


@dataclass(frozen=True, eq=False)
class TermModel:
    """Terms in their fixed order, and the idf each was fitted with.

    Parameters
    ----------
    version : str
        Changes whenever a term or an idf does.
    reference_year : int
        The year the model was fitted in: until when "present" lasts in a text that names no later year.
    terms : tuple of str
        Sorted.
    idf : ndarray, shape (n_terms,), float64
        Smoothed inverse document frequency, natural logarithm, at least 1.
    """

    version: str
    reference_year: int
    terms: tuple[str, ...]
    idf: np.ndarray
    column_by_term: Mapping[str, int] = field(repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        columns = {term: column for column, term in enumerate(self.terms)}
        object.__setattr__(self, "column_by_term", columns)

    def weight_of(self, term: str) -> float:
        """Return a term's idf, 0 for what is no term.

        Parameters
        ----------
        term : str
            A word, or a concept id after its mark.

        Returns
        -------
        float
            Natural logarithm.
        """
        column = self.column_by_term.get(term)
        return 0.0 if column is None else float(self.idf[column])

    def rows(self, counts: Sequence[Mapping[str, float]]) -> sparse.csr_matrix:
        """Turn counted terms into rows of length 1.

        A term counts once however often it stands, so that saying it twenty times gains nothing.

        Parameters
        ----------
        counts : sequence of mapping of str to float
            Terms and how often each stands; below 1 for the parents of a concept.

        Returns
        -------
        csr_matrix, shape (len(counts), n_terms), float64
            Unit rows, all zero where nothing is a term.

        Examples
        --------
        >>> model = TermModel("1", 2026, ("turning", "welding"), np.array([1.0, 2.0]))
        >>> model.rows([{"turning": 20.0, "smith": 1.0}]).toarray().tolist()
        [[1.0, 0.0]]
        """
        data: list[float] = []
        indices: list[int] = []
        indptr = [0]
        for count in counts:
            known = sorted(
                (self.column_by_term[term], n) for term, n in count.items() if term in self.column_by_term
            )
            indices += [column for column, _ in known]
            data += [min(1.0, n) * float(self.idf[column]) for column, n in known]
            indptr.append(len(indices))
        shape = (len(counts), len(self.terms))
        return unit_rows(sparse.csr_matrix((np.array(data, dtype=np.float64), indices, indptr), shape=shape))

    def word_vectorizer(self) -> TfidfVectorizer:
        """Return a fitted scikit-learn vectorizer over the words alone, for texts that nobody has read yet.

        Returns
        -------
        TfidfVectorizer
            With this model's words and their idf; it knows no concepts.
        """
        columns = [column for column, term in enumerate(self.terms) if not term.startswith(CONCEPT_MARK)]
        words = [self.terms[column] for column in columns]
        vectorizer = TfidfVectorizer(vocabulary=words, token_pattern=WORD_PATTERN, binary=True)
        vectorizer.fit([""])
        vectorizer.idf_ = self.idf[columns]
        return vectorizer


def unit_rows(rows: sparse.spmatrix) -> sparse.csr_matrix:
    """Scale rows to length 1, so that a dot product is a cosine whatever norm they had; zero rows stay zero.

    Parameters
    ----------
    rows : sparse matrix, shape (n_rows, n_terms)
        May have no rows.

    Returns
    -------
    csr_matrix, shape (n_rows, n_terms), float64
        A copy.

    Examples
    --------
    >>> unit_rows(sparse.csr_matrix([[3.0, 4.0]])).toarray().tolist()
    [[0.6, 0.8]]
    """
    as_float = sparse.csr_matrix(rows, dtype=np.float64, copy=True)
    return normalize(as_float, norm="l2", copy=False) if as_float.shape[0] else as_float


def words_of(text: str) -> list[str]:
    """Return the words of a text in order, lower case, without plural endings.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of str
        Words of three letters or more.

    Examples
    --------
    >>> words_of("Ran 3 lathes and a press, 2019")
    ['ran', 'lathe', 'and', 'press']
    """
    return WORD.findall(text.lower())


def concept_terms(concept: str, ancestors: Mapping[str, int]) -> dict[str, float]:
    """Return the terms one concept stands for: itself, and its parents at a lower weight.

    Parameters
    ----------
    concept : str
        An id of the vocabulary.
    ancestors : mapping of str to int
        Ids above it, with the number of steps.

    Returns
    -------
    dict of str to float
        Weights in (0, 1].

    Examples
    --------
    >>> concept_terms("fanuc-0i", {"fanuc-control": 1, "cnc-control": 2})
    {'#fanuc-0i': 1.0, '#fanuc-control': 0.5, '#cnc-control': 0.25}
    """
    above = {CONCEPT_MARK + name: ANCESTOR_WEIGHT**steps for name, steps in ancestors.items()}
    return {CONCEPT_MARK + concept: 1.0, **above}


def strongest(parts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Join counted terms, each at the largest weight it has anywhere.

    Parameters
    ----------
    parts : iterable of mapping of str to float
        Counted terms.

    Returns
    -------
    dict of str to float
        Sorted by term, so that the same terms always give the same sum.
    """
    joined: dict[str, float] = {}
    for part in parts:
        for term, weight in part.items():
            if weight > joined.get(term, 0.0):
                joined[term] = weight
    return dict(sorted(joined.items()))


@lru_cache(maxsize=4)
def load_term_model(folder: Path = MODEL_FOLDER) -> TermModel:
    """Read the fitted model, once.

    Parameters
    ----------
    folder : Path
        Where it lies; by default in ``models/tfidf`` of the checkout.

    Returns
    -------
    TermModel
        Terms and idf.

    Raises
    ------
    ModelError
        If it is not there or cannot be used.
    """
    path = folder / MODEL_FILE
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        idf_by_term: dict[str, float] = stored["idf"]
        terms = tuple(sorted(idf_by_term))
        idf = np.array([idf_by_term[term] for term in terms], dtype=np.float64)
        return TermModel(stored["version"], int(stored["reference_year"]), terms, idf)
    except FileNotFoundError as error:
        raise ModelError(f"There is no fitted model at {path}. {REBUILD}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"The fitted model at {path} is damaged. {REBUILD}") from error
