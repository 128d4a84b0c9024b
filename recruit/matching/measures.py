"""How good a ranking or an extraction is, as numbers in [0, 1]."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

#: What a place in the list is worth by grade 0-3: 2**grade - 1, Burges et al., Learning to Rank (2005).
GAIN_BY_GRADE = (0, 1, 3, 7)

#: From this grade on a person is worth showing.
RELEVANT_GRADE = 2

RESAMPLES = 2000
INTERVAL_PERCENT = 95


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean over jobs, with the bootstrap interval that says how far another ten jobs could move it."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How predictions and gold agree: counts, from which precision, recall and F1 follow."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 0 when there are none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when nothing is right."""
        return 2 * self.right / (self.predicted + self.gold) if self.right else 0.0


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], *, k: int) -> float:
    """Normalised discounted cumulative gain of the first k.

    Parameters
    ----------
    ranked : sequence of str
        Ids, best first.
    grades : mapping of str to int
        Grade 0-3 by id; what is not listed has grade 0.
    k : int
        How many places count.

    Returns
    -------
    float in [0, 1]
        1 when no better order exists; 0 when nothing has a grade.

    Source
    ------
    Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002).

    Examples
    --------
    >>> ndcg(["a", "b"], {"a": 3}, k=10)
    1.0
    >>> round(ndcg(["b", "a"], {"a": 3}, k=10), 3)
    0.631
    """
    best = sorted((GAIN_BY_GRADE[grade] for grade in grades.values()), reverse=True)
    ideal = discounted(best[:k])
    return discounted([GAIN_BY_GRADE[grades.get(name, 0)] for name in ranked[:k]]) / ideal if ideal else 0.0


def discounted(gains: Sequence[int]) -> float:
    """Sum gains, each divided by the logarithm of its place."""
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, start=1))


def recall(ranked: Sequence[str], grades: Mapping[str, int], *, k: int) -> float:
    """Share of the people worth showing who are among the first k.

    Parameters
    ----------
    ranked : sequence of str
        Ids, best first.
    grades : mapping of str to int
        Grade 0-3 by id.
    k : int
        How many places count.

    Returns
    -------
    float in [0, 1]
        0 when nobody is worth showing.

    Examples
    --------
    >>> recall(["a", "b", "c"], {"a": 3, "c": 2}, k=2)
    0.5
    """
    wanted = {name for name, grade in grades.items() if grade >= RELEVANT_GRADE}
    return len(wanted.intersection(ranked[:k])) / len(wanted) if wanted else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """One divided by the place of the first person worth showing.

    Parameters
    ----------
    ranked : sequence of str
        Ids, best first.
    grades : mapping of str to int
        Grade 0-3 by id.

    Returns
    -------
    float in [0, 1]
        0 when there is none.

    Examples
    --------
    >>> reciprocal_rank(["a", "b"], {"b": 2})
    0.5
    """
    places = (place for place, name in enumerate(ranked, start=1) if grades.get(name, 0) >= RELEVANT_GRADE)
    first = next(places, None)
    return 1 / first if first else 0.0


def zeros_in_first(ranked: Sequence[str], grades: Mapping[str, int], *, k: int) -> int:
    """How many of the first k have no business there.

    Parameters
    ----------
    ranked : sequence of str
        Ids, best first.
    grades : mapping of str to int
        Grade 0-3 by id.
    k : int
        How many places count.

    Returns
    -------
    int
        Between 0 and k.

    Examples
    --------
    >>> zeros_in_first(["a", "b", "c"], {"a": 1}, k=2)
    1
    """
    return sum(grades.get(name, 0) == 0 for name in ranked[:k])


def estimate(values: Sequence[float], *, seed: int = 0) -> Estimate:
    """Mean with its percentile bootstrap interval.

    Parameters
    ----------
    values : sequence of float
        One for each job. Not empty.
    seed : int, default 0
        Of the resampling, so that a report can be repeated.

    Returns
    -------
    Estimate
        Mean, and the bounds of the 95 percent interval.

    Source
    ------
    Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.

    Examples
    --------
    >>> estimate([0.5, 0.5])
    Estimate(mean=0.5, low=0.5, high=0.5)
    """
    sample = np.asarray(values, dtype=np.float64)
    drawn = np.random.default_rng(seed).integers(len(sample), size=(RESAMPLES, len(sample)))
    tail = (100 - INTERVAL_PERCENT) / 2
    low, high = np.percentile(sample[drawn].mean(axis=1), [tail, 100 - tail])
    return Estimate(mean=float(sample.mean()), low=float(low), high=float(high))
