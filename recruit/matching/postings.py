"""Exact top-k over sparse rows: a packed main segment, and a small delta segment for what came since.

Nothing here is changed in place: every change makes a new set of segments and swaps it in, so a search that
runs meanwhile, in another thread, answers from the state it began with.
"""

import heapq
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

from recruit.errors import InvalidInput, ModelError

#: The delta segment is folded into the main one at this many rows or this share of it, whichever is more:
#: packing again costs time in proportion to the main segment, searching twice in proportion to the delta.
FOLD_ROWS = 1024
FOLD_SHARE = 0.125


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows by document, their transpose by term, and which of them still count."""

    ids: tuple[Any, ...]
    rows: sparse.csr_matrix
    postings: sparse.csr_matrix
    alive: np.ndarray
    place_by_id: dict[Any, int]

    @classmethod
    def of(cls, ids: Sequence[Any], rows: sparse.csr_matrix) -> "Segment":
        """Pack rows that all count."""
        place_by_id = {name: place for place, name in enumerate(ids)}
        return cls(tuple(ids), rows, rows.T.tocsr(), np.ones(len(ids), dtype=bool), place_by_id)

    def without(self, ids: Iterable[Any]) -> "Segment":
        """Return the segment with some rows switched off."""
        alive = self.alive.copy()
        alive[[self.place_by_id[name] for name in ids if name in self.place_by_id]] = False
        return Segment(self.ids, self.rows, self.postings, alive, self.place_by_id)

    def holds(self, name: Any) -> bool:
        """Say whether a document is here and counts."""
        place = self.place_by_id.get(name)
        return place is not None and bool(self.alive[place])

    def living(self) -> tuple[list[Any], sparse.csr_matrix]:
        """Return the ids and rows that count."""
        places = np.flatnonzero(self.alive)
        return [self.ids[place] for place in places], self.rows[places]


class Postings:
    """Documents as sparse unit rows, searched by dot product.

    Parameters
    ----------
    n_terms : int
        Length of a row.

    Examples
    --------
    >>> postings = Postings(n_terms=2)
    >>> postings.put(["a", "b"], sparse.csr_matrix([[1.0, 0.0], [0.6, 0.8]]))
    >>> postings.top_k(sparse.csr_matrix([[0.0, 1.0]]), k=1)[0]
    ['b']
    """

    def __init__(self, n_terms: int) -> None:
        self.n_terms = n_terms
        self.changing = threading.Lock()
        empty = Segment.of([], sparse.csr_matrix((0, n_terms)))
        self.segments = (empty, empty)

    def __len__(self) -> int:
        return sum(int(segment.alive.sum()) for segment in self.segments)

    def __contains__(self, name: object) -> bool:
        return any(segment.holds(name) for segment in self.segments)

    @property
    def ids(self) -> list[Any]:
        """Every id that is found, in no particular order."""
        return [name for segment in self.segments for name in segment.living()[0]]

    def put(self, ids: Sequence[Any], rows: sparse.csr_matrix) -> None:
        """Add documents; one whose id is there already is replaced.

        Parameters
        ----------
        ids : sequence of str or of int
            One for each row, no two alike.
        rows : csr_matrix, shape (len(ids), n_terms)
            Rows of length 1, or all zero.

        Raises
        ------
        InvalidInput
            If there are more or fewer ids than rows, or an id comes twice.
        """
        check_ids(ids, rows.shape[0])
        with self.changing:
            main, delta = (segment.without(ids) for segment in self.segments)
            kept_ids, kept_rows = delta.living()
            delta = Segment.of([*kept_ids, *ids], sparse.vstack([kept_rows, rows], format="csr"))
            if len(delta.ids) > max(FOLD_ROWS, FOLD_SHARE * len(main.ids)):
                main, delta = fold(main, delta)
            self.segments = (main, delta)

    def remove(self, ids: Iterable[Any]) -> None:
        """Take documents out; an id that is not there is passed over.

        Parameters
        ----------
        ids : iterable of str or of int
            The documents to take out.
        """
        gone = list(ids)
        with self.changing:
            main, delta = self.segments
            self.segments = (main.without(gone), delta.without(gone))

    def top_k(self, query: sparse.csr_matrix, *, k: int) -> tuple[list[Any], np.ndarray]:
        """Find the documents with the largest dot products, ties by id.

        Parameters
        ----------
        query : csr_matrix, shape (1, n_terms)
            A row of length 1, or all zero.
        k : int
            How many at most; fewer are returned only when there are fewer documents.

        Returns
        -------
        tuple of list and ndarray of float64
            Ids and dot products, best first.

        Raises
        ------
        InvalidInput
            If ``k`` is negative.
        """
        if k < 0:
            raise InvalidInput(f"k is {k}. Ask for 0 or more documents.")
        segments = self.segments
        scores = np.concatenate([dot_products(query, segment) for segment in segments])
        ids = segments[0].ids + segments[1].ids
        alive = np.concatenate([segment.alive for segment in segments])
        return best_of(ids, np.where(alive, scores, -np.inf), k=min(k, int(alive.sum())))

    def document_frequency(self, term: int) -> int:
        """Count the documents that hold a term.

        Parameters
        ----------
        term : int
            Its column.

        Returns
        -------
        int
            Of those that count now.
        """
        held = (
            segment.alive[
                segment.postings.indices[segment.postings.indptr[term] : segment.postings.indptr[term + 1]]
            ]
            for segment in self.segments
        )
        return sum(int(alive.sum()) for alive in held)

    def packed(self) -> tuple[list[Any], sparse.csr_matrix]:
        """Return everything that counts as one set of ids and rows."""
        main, _ = fold(*self.segments)
        return list(main.ids), main.rows


def check_ids(ids: Sequence[Any], expected: int) -> None:
    """Refuse ids that do not go with their documents."""
    if len(ids) != expected:
        raise InvalidInput(f"{len(ids)} ids came with {expected} documents. Give one id for each document.")
    if len(set(ids)) != len(ids):
        twice = next(name for place, name in enumerate(ids) if name in ids[:place])
        raise InvalidInput(f"The id {twice!r} is given twice. Give every document its own.")


def fold(main: Segment, delta: Segment) -> tuple[Segment, Segment]:
    """Pack two segments into one, with an empty one beside it."""
    (main_ids, main_rows), (delta_ids, delta_rows) = main.living(), delta.living()
    rows = sparse.vstack([main_rows, delta_rows], format="csr")
    return Segment.of([*main_ids, *delta_ids], rows), Segment.of([], sparse.csr_matrix((0, rows.shape[1])))


def dot_products(query: sparse.csr_matrix, segment: Segment) -> np.ndarray:
    """Multiply one query row with every row of a segment."""
    product: np.ndarray = (query @ segment.postings).toarray().ravel()
    return product


def best_of(ids: Sequence[Any], scores: np.ndarray, *, k: int) -> tuple[list[Any], np.ndarray]:
    """Pick the k best; where the k-th has equals, those with the smallest ids."""
    if k == 0:
        return [], np.empty(0)
    cut = np.partition(scores, len(scores) - k)[len(scores) - k]
    above = np.flatnonzero(scores > cut)
    level = np.flatnonzero(scores == cut)
    chosen = above.tolist() + heapq.nsmallest(k - len(above), level.tolist(), key=ids.__getitem__)
    places = sorted(chosen, key=lambda place: (-scores[place], ids[place]))
    return [ids[place] for place in places], scores[places]


def check_rows(n_rows: int, n_terms: int, *, indptr: np.ndarray, indices: np.ndarray, data: np.ndarray) -> None:
    """Refuse stored rows that would make scipy read outside its arrays."""
    sound = (
        len(indptr) == n_rows + 1
        and indptr[0] == 0
        and indptr[-1] == len(indices) == len(data)
        and bool(np.all(np.diff(indptr) >= 0))
        and (len(indices) == 0 or (indices.min() >= 0 and indices.max() < n_terms))
        and bool(np.all(np.isfinite(data)))
    )
    if not sound:
        raise ModelError("The rows of the stored index contradict each other. Build it again from its documents.")
