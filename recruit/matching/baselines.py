"""What anybody could run instead of our matcher, to measure beside it: plain TF-IDF and BM25 over raw texts."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

#: Robertson's usual constants: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), 3.5.
SATURATION = 1.2
LENGTH_NORMALISATION = 0.75

WORD = re.compile(r"[a-z0-9]+")


def rank_by_tfidf(ids: Sequence[str], texts: Sequence[str], query: str) -> list[tuple[str, float]]:
    """Rank texts by the cosine of scikit-learn's TF-IDF, sublinear, otherwise as it comes.

    Parameters
    ----------
    ids : sequence of str
        One for each text.
    texts : sequence of str
        The whole pool, on which the idf is fitted.
    query : str
        What to rank for.

    Returns
    -------
    list of tuple of str and float
        Id and cosine, best first, ties by id.

    Examples
    --------
    >>> [name for name, _ in rank_by_tfidf(["a", "b"], ["lathe work", "welding"], "lathe")]
    ['a', 'b']
    """
    vectorizer = TfidfVectorizer(sublinear_tf=True)
    rows = vectorizer.fit_transform(texts)
    cosines = linear_kernel(vectorizer.transform([query]), rows)[0]
    return best_first(ids, [float(cosine) for cosine in cosines])


def rank_by_bm25(ids: Sequence[str], texts: Sequence[str], query: str) -> list[tuple[str, float]]:
    """Rank texts by Okapi BM25 over lower-case words.

    Parameters
    ----------
    ids : sequence of str
        One for each text.
    texts : sequence of str
        The whole pool, on which document frequencies and the mean length are counted.
    query : str
        What to rank for.

    Returns
    -------
    list of tuple of str and float
        Id and score, best first, ties by id.

    Examples
    --------
    >>> [name for name, _ in rank_by_bm25(["a", "b"], ["welding", "lathe work"], "lathe")]
    ['b', 'a']
    """
    counts = [Counter(WORD.findall(text.lower())) for text in texts]
    frequency = Counter(word for count in counts for word in count)
    mean_length = sum(count.total() for count in counts) / max(1, len(counts)) or 1.0
    wanted = Counter(WORD.findall(query.lower()))
    scores = []
    for count in counts:
        room = SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * count.total() / mean_length)
        held = ((word, times, count[word]) for word, times in wanted.items() if count[word])
        scores.append(
            sum(
                times
                * math.log(1 + (len(counts) - frequency[word] + 0.5) / (frequency[word] + 0.5))
                * (here * (SATURATION + 1) / (here + room))
                for word, times, here in held
            )
        )
    return best_first(ids, scores)


def best_first(ids: Sequence[str], scores: Sequence[float]) -> list[tuple[str, float]]:
    """Sort by score, ties by id."""
    return sorted(zip(ids, scores, strict=True), key=lambda row: (-row[1], row[0]))
