"""Exact TF-IDF search: over texts with any scikit-learn vectorizer, and over profiles with the fitted model.

``TfidfIndex`` answers as scikit-learn's own cosine would, over whatever its vectorizer makes of a text.
``ProfileIndex`` is what the product ranks with: its terms are those of a profile, never those of a raw resume.
"""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from recruit.errors import InvalidInput, ModelError
from recruit.matching.postings import Postings, check_rows
from recruit.matching.storage import read_arrays, write_arrays
from recruit.matching.terms import CONCEPT_MARK, TermModel, load_term_model, unit_rows
from recruit.matching.vectorizers import is_fitted, restored_vectorizer, stored_settings
from recruit.vocabulary.shapes import CandidateProfile, JobProfile

TEXT_INDEX = "text index"
PROFILE_INDEX = "profile index"
LAYOUT_VERSION = 1
REBUILD_TEXTS = "Build it again from its texts: TfidfIndex(...).fit(ids, texts), then save."
REBUILD_PROFILES = "Build it again from the profiles: add each to a new ProfileIndex, then save."


class TfidfIndex:
    """Texts searched by exact TF-IDF cosine.

    Parameters
    ----------
    vectorizer : TfidfVectorizer or None, default None
        How a text becomes a row. One that is not fitted yet is fitted, in place, by every ``fit``; one that is
        fitted keeps its vocabulary and idf. None takes the fitted model of this project, which knows only the
        words of the work.

    Examples
    --------
    >>> index = TfidfIndex(TfidfVectorizer())
    >>> index.fit(["a", "b"], ["Fanuc lathe setup", "TIG welder"])
    >>> index.search("who can set up a Fanuc lathe", k=1)[0]
    ['a']
    """

    def __init__(self, vectorizer: TfidfVectorizer | None = None) -> None:
        self.vectorizer = load_term_model().word_vectorizer() if vectorizer is None else vectorizer
        self.fits_vectorizer = not is_fitted(self.vectorizer)
        self.postings = Postings(0 if self.fits_vectorizer else len(self.vectorizer.vocabulary_))

    def __len__(self) -> int:
        return len(self.postings)

    def __contains__(self, name: object) -> bool:
        return name in self.postings

    def fit(self, ids: Sequence[Any], texts: Sequence[str]) -> None:
        """Replace everything in the index, and fit the vectorizer where it came unfitted.

        Parameters
        ----------
        ids : sequence of str or of int
            One for each text, no two alike.
        texts : sequence of str
            What to find.

        Raises
        ------
        InvalidInput
            If ids and texts do not go together, or no text holds a single term to fit on.
        """
        if self.fits_vectorizer:
            try:
                rows = self.vectorizer.fit_transform(texts)
            except ValueError as error:
                raise InvalidInput(
                    f"The index cannot be fitted: {error}. Give it texts that hold words."
                ) from error
        else:
            rows = (
                self.vectorizer.transform(texts) if len(texts) else sparse.csr_matrix((0, self.postings.n_terms))
            )
        fresh = Postings(rows.shape[1])
        fresh.put(list(ids), unit_rows(rows))
        self.postings = fresh

    def add(self, ids: Sequence[Any], texts: Sequence[str]) -> None:
        """Add texts, found by the next search; the idf stays as it was fitted.

        Parameters
        ----------
        ids : sequence of str or of int
            One for each text, no two alike. One that is in the index already is replaced.
        texts : sequence of str
            What to find.

        Raises
        ------
        InvalidInput
            If ids and texts do not go together, or nothing has been fitted yet.
        """
        self.postings.put(list(ids), self.rows_of(texts))

    def remove(self, ids: Iterable[Any]) -> None:
        """Take texts out, from the next search on; an id that is not there is passed over.

        Parameters
        ----------
        ids : iterable of str or of int
            The texts to take out.
        """
        self.postings.remove(ids)

    def search(self, text: str, k: int) -> tuple[list[Any], np.ndarray]:
        """Find the k texts most like this one, ties by id.

        Parameters
        ----------
        text : str
            The query, as long as a whole job description.
        k : int
            How many at most; fewer are returned only when there are fewer texts.

        Returns
        -------
        tuple of list and ndarray of float64
            Ids and cosines in [0, 1], best first. A text that shares no term has cosine 0.

        Raises
        ------
        InvalidInput
            If ``k`` is negative or nothing has been fitted yet.
        """
        return self.postings.top_k(self.rows_of([text]), k=k)

    def search_batch(self, texts: Sequence[str], k: int, threads: int = 1) -> list[tuple[list[Any], np.ndarray]]:
        """Search for many texts at once.

        Parameters
        ----------
        texts : sequence of str
            The queries.
        k : int
            How many to find for each, at most.
        threads : int, default 1
            How many searches run side by side.

        Returns
        -------
        list of tuple of list and ndarray
            What `search` returns, in the order of the queries.

        Raises
        ------
        InvalidInput
            If ``k`` is negative, ``threads`` is not positive, or nothing has been fitted yet.
        """
        if threads < 1:
            raise InvalidInput(f"threads is {threads}. Use 1 or more.")
        if len(texts) == 0:
            return []
        queries = self.rows_of(texts)
        with ThreadPoolExecutor(max_workers=threads) as pool:
            return list(pool.map(lambda row: self.postings.top_k(queries[row], k=k), range(len(texts))))

    def rows_of(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Turn texts into unit rows by the fitted vectorizer."""
        if not is_fitted(self.vectorizer):
            raise InvalidInput("This index has not been fitted. Call fit(ids, texts) first.")
        return unit_rows(self.transformed(texts))

    def transformed(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Return the vectorizer's rows; scikit-learn itself refuses an empty list."""
        if len(texts) == 0:
            return sparse.csr_matrix((0, len(self.vectorizer.vocabulary_)))
        return self.vectorizer.transform(texts)

    def save(self, path: str | Path) -> None:
        """Write index and vectorizer to one file, whole or not at all.

        Parameters
        ----------
        path : str or Path
            Where to write. What is there is replaced.

        Raises
        ------
        InvalidInput
            If nothing has been fitted yet.
        """
        if not is_fitted(self.vectorizer):
            raise InvalidInput("This index has not been fitted. Call fit(ids, texts) first.")
        header, arrays = packed_postings(self.postings)
        header["vectorizer"] = stored_settings(self.vectorizer)
        header["fits_vectorizer"] = self.fits_vectorizer
        header["vocabulary"] = sorted(self.vectorizer.vocabulary_, key=self.vectorizer.vocabulary_.__getitem__)
        if self.vectorizer.use_idf:
            arrays["idf"] = np.asarray(self.vectorizer.idf_, dtype=np.float64)
        write_arrays(Path(path), kind=TEXT_INDEX, version=LAYOUT_VERSION, header=header, arrays=arrays)

    @classmethod
    def open(cls, path: str | Path, vectorizer: TfidfVectorizer | None = None) -> "TfidfIndex":
        """Read an index that was saved.

        Parameters
        ----------
        path : str or Path
            The file.
        vectorizer : TfidfVectorizer or None, default None
            The settings, for an index whose vectorizer works with functions of your own: those are not stored.

        Returns
        -------
        TfidfIndex
            It answers as the saved one did.

        Raises
        ------
        ModelError
            If there is no such file, it is damaged or of another version, or it needs ``vectorizer``.
        """
        path = Path(path)
        header, arrays = read_arrays(path, kind=TEXT_INDEX, version=LAYOUT_VERSION, rebuild=REBUILD_TEXTS)
        try:
            restored = restored_vectorizer(header, arrays.get("idf"), vectorizer)
            index = cls(restored)
            index.fits_vectorizer = header["fits_vectorizer"]
            index.postings = unpacked_postings(header, arrays, n_terms=len(header["vocabulary"]))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"The {TEXT_INDEX} at {path} is damaged ({error}). {REBUILD_TEXTS}") from error
        return index


class ProfileIndex:
    """People's profiles searched by exact cosine over the terms of the work.

    Parameters
    ----------
    model : TermModel or None, default None
        The fitted terms and their idf; None loads the model of this project.

    Examples
    --------
    >>> index = ProfileIndex()
    >>> index.add("ana", CandidateProfile(terms={"turning": 2.0}))
    >>> index.top_k(JobProfile(terms={"turning": 1.0}), k=5)[0]
    ['ana']
    """

    def __init__(self, model: TermModel | None = None) -> None:
        self.model = load_term_model() if model is None else model
        self.postings = Postings(len(self.model.terms))

    def __len__(self) -> int:
        return len(self.postings)

    def __contains__(self, name: object) -> bool:
        return name in self.postings

    def add(self, name: Any, profile: CandidateProfile) -> None:
        """Add or replace one person, found by the next search.

        Parameters
        ----------
        name : str or int
            Their id.
        profile : CandidateProfile
            What is known of them.
        """
        self.add_many([name], [profile])

    def add_many(self, ids: Sequence[Any], profiles: Sequence[CandidateProfile]) -> None:
        """Add or replace many people at once.

        Parameters
        ----------
        ids : sequence of str or of int
            One for each profile, no two alike.
        profiles : sequence of CandidateProfile
            What is known of them.

        Raises
        ------
        InvalidInput
            If ids and profiles do not go together.
        """
        self.postings.put(list(ids), self.model.rows([profile.terms for profile in profiles]))

    def remove(self, name: Any) -> None:
        """Take one person out, from the next search on; one who is not there is passed over.

        Parameters
        ----------
        name : str or int
            Their id.
        """
        self.postings.remove([name])

    def holders(self, concept: str) -> int:
        """Count the people who hold a concept or anything narrower; what they lack or let expire does not count.

        Parameters
        ----------
        concept : str
            Its id.

        Returns
        -------
        int
            0 for what the model does not know.
        """
        column = self.model.column_by_term.get(CONCEPT_MARK + concept)
        return 0 if column is None else self.postings.document_frequency(column)

    def top_k(self, job: JobProfile, k: int) -> tuple[list[Any], np.ndarray]:
        """Find the k people whose terms are most like the job's, ties by id.

        Parameters
        ----------
        job : JobProfile
            What is asked for.
        k : int
            How many at most; fewer are returned only when there are fewer people.

        Returns
        -------
        tuple of list and ndarray of float64
            Ids and cosines in [0, 1], best first.

        Raises
        ------
        InvalidInput
            If ``k`` is negative.
        """
        return self.postings.top_k(self.model.rows([job.terms]), k=k)

    def save(self, path: str | Path) -> None:
        """Write the index to one file, whole or not at all.

        Parameters
        ----------
        path : str or Path
            Where to write. What is there is replaced.
        """
        header, arrays = packed_postings(self.postings)
        header["model_version"] = self.model.version
        write_arrays(Path(path), kind=PROFILE_INDEX, version=LAYOUT_VERSION, header=header, arrays=arrays)

    @classmethod
    def open(cls, path: str | Path, model: TermModel | None = None) -> "ProfileIndex":
        """Read an index that was saved.

        Parameters
        ----------
        path : str or Path
            The file.
        model : TermModel or None, default None
            The model it was made with; None loads the model of this project.

        Returns
        -------
        ProfileIndex
            It answers as the saved one did.

        Raises
        ------
        ModelError
            If there is no such file, it is damaged, or it was made with another version or model.
        """
        path = Path(path)
        header, arrays = read_arrays(path, kind=PROFILE_INDEX, version=LAYOUT_VERSION, rebuild=REBUILD_PROFILES)
        index = cls(model)
        if header.get("model_version") != index.model.version:
            raise ModelError(
                f"The {PROFILE_INDEX} at {path} was made with model {header.get('model_version')}, "
                f"this program has {index.model.version}. {REBUILD_PROFILES}"
            )
        try:
            index.postings = unpacked_postings(header, arrays, n_terms=len(index.model.terms))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"The {PROFILE_INDEX} at {path} is damaged ({error}). {REBUILD_PROFILES}") from error
        return index


def packed_postings(postings: Postings) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Lay out everything an index holds as a header and arrays."""
    ids, rows = postings.packed()
    return {"ids": ids}, {"data": rows.data, "indices": rows.indices, "indptr": rows.indptr}


def unpacked_postings(header: Mapping[str, Any], arrays: Mapping[str, np.ndarray], *, n_terms: int) -> Postings:
    """Build an index from its header and arrays, checked before scipy trusts them."""
    ids = header["ids"]
    indptr, indices, data = arrays["indptr"], arrays["indices"], arrays["data"]
    check_rows(len(ids), n_terms, indptr=indptr, indices=indices, data=data)
    postings = Postings(n_terms)
    postings.put(ids, sparse.csr_matrix((data, indices, indptr), shape=(len(ids), n_terms)))
    return postings
