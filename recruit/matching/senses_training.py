"""Fits the model of what ambiguous names mean to ``models/senses/examples.tsv``.

Rows of even number train, rows of odd number only measure. A row that trains does so three times: alone, between
two other rows of its own label, and between two of the other label, as a name stands in a resume of its own world
or of another one. What the vocabulary and the occupations say of a word is fitted as one weight for all words and
then written into the weight of each, so that the reading needs one look-up.
"""

import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from recruit.matching.context import weights
from recruit.matching.occupations import TRADE_FAMILIES, OccupationMap
from recruit.matching.senses import (
    SENSES_FOLDER,
    STEM,
    Around,
    SenseModel,
    is_plain,
    probability,
    signs_of,
    words_around,
)
from recruit.matching.skills import read_names
from recruit.vocabulary.concepts import Vocabulary
from recruit.vocabulary.shapes import Category, Kind

EXAMPLES_FILE = "examples.tsv"

#: Inverse strength of the penalty on large weights, by cross-validation on the rows that train.
PENALTY = 1.0
#: What a row counts between rows of the other label: a name seldom stands among those of another world.
OTHER_WORLD = 0.5
STEPS = (7919, 104729)
FOLDS = 5
DISTANCES = ("near", "said", "far")
DECIMALS = 3
#: Weights nearer to nothing than this are left out: no sum of a window changes by them.
SMALLEST = 0.03
#: Signs of a name that the rules keep; only of those does the model take any away.
KEPT_BY_RULES = frozenset({"trade wins", "kept, nothing wins"})
#: Share of the names that the trade means and the rules keep that the threshold may cost: a judgement, made with a
#: look at held-out rows and at whole resumes, whose F1 falls where it is larger.
LARGEST_LOSS = 0.05
THRESHOLDS = tuple(round(0.05 * step, 2) for step in range(1, 19))

LETTERS = re.compile(r"[a-z]{2,}")
NUMBER = re.compile(r"\d{3,}")  # a telephone number or a year says nothing of the next one
#: Categories whose names are words of any life.
NOT_OF_THE_TRADE = frozenset({Category.ATTRIBUTE, Category.EDUCATION})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the examples."""

    number: int
    alias: str
    is_trade: bool
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A row in the surroundings it was read in, what is seen around its name, and how much it counts."""

    row: Row
    around: Around
    signs: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Figures:
    """How often a decision is right, in [0, 1]."""

    accuracy: float
    precision: float
    recall: float


def load_rows(folder: Path = SENSES_FOLDER) -> list[Row]:
    """Read the examples.

    Parameters
    ----------
    folder : Path, default SENSES_FOLDER
        Where ``examples.tsv`` is.

    Returns
    -------
    list of Row
        In the order of the file.
    """
    with (folder / EXAMPLES_FILE).open(encoding="utf-8", newline="") as file:
        return [
            Row(number, row["alias"], row["label"] == "1", Kind(row["kind"]), row["text"].replace("\\n", "\n"))
            for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        ]


def held_out(rows: Iterable[Row]) -> list[Example]:
    """The rows that only measure, each alone.

    Parameters
    ----------
    rows : iterable of Row
        All of them.

    Returns
    -------
    list of Example
        A row whose name stands inside a longer one that means one thing is left out: there is nothing to decide.
    """
    return [example for row in rows if row.number % 2 for example in read(row, row.text)]


def training(rows: Iterable[Row]) -> list[Example]:
    """The rows that train, each alone and between others.

    Parameters
    ----------
    rows : iterable of Row
        All of them.

    Returns
    -------
    list of Example
        Those of one row one after the other.
    """
    rows = [row for row in rows if row.number % 2 == 0]
    pools = {label: [row for row in rows if row.is_trade is label] for label in (False, True)}
    examples: list[Example] = []
    for row in rows:
        examples += read(row, row.text)
        for label, pool in pools.items():
            # Large steps, so that no two rows that stand together in the file get neighbours that do.
            above, below = (pool[row.number * step % len(pool)].text for step in STEPS)
            join = "\n" if row.number % 4 else ". "
            weight = 1.0 if label is row.is_trade else OTHER_WORLD
            examples += read(row, join.join((above, row.text, below)), len(above) + len(join), weight)
    return examples


def read(row: Row, text: str, start: int = 0, weight: float = 1.0) -> Iterator[Example]:
    """A row as the pipeline reads it in a text, nothing when its name is not ambiguous there."""
    reading = read_names(text, row.kind)
    for place, draft in enumerate(reading.drafts):
        inside = start <= draft.start and draft.end <= start + len(row.text)
        if inside and not is_plain(draft) and row.alias.lower() in text[draft.start : draft.end].lower():
            guarded = [sense for sense in draft.senses if sense.use is not None]
            if guarded:
                near = {sense: weights(sense, draft, reading) for sense in guarded}
                sense = max(guarded, key=lambda one: near[one].trade - near[one].other)
                signs = tuple(signs_of(reading, place, sense, near[sense]))
                yield Example(row, words_around(reading, draft), signs, weight)
            return


class Priors:
    """What vocabulary and occupations say of each stem."""

    def __init__(self, vocabulary: Vocabulary, occupations: OccupationMap) -> None:
        uses = [use for concept in vocabulary.concepts.values() for use in concept.ambiguous]
        names = [
            name
            for concept in vocabulary.concepts.values()
            if concept.category not in NOT_OF_THE_TRADE
            for name in (concept.name, *concept.aliases)
        ]
        titles, families = occupations.occupations.titles, occupations.occupations.families
        of_trade = [
            families[max(title.onetsoc_codes, key=title.onetsoc_codes.__getitem__)] in TRADE_FAMILIES
            for title in titles
        ]
        self.speaking_for = stem_counts(" ".join(use.trade) for use in uses)
        self.speaking_against = stem_counts(" ".join(use.other) for use in uses)
        self.in_names = stem_counts(names)
        self.in_trade_titles = stem_counts(
            title.title for title, trade in zip(titles, of_trade, strict=True) if trade
        )
        self.in_other_titles = stem_counts(
            title.title for title, trade in zip(titles, of_trade, strict=True) if not trade
        )

    def stems(self) -> set[str]:
        """Every stem something is said of."""
        return {
            *self.speaking_for,
            *self.speaking_against,
            *self.in_names,
            *self.in_trade_titles,
            *self.in_other_titles,
        }

    def of(self, stem: str) -> dict[str, float]:
        """What is said of one stem, each on a logarithmic scale."""
        return {
            "speaks for": log((self.speaking_for[stem] + 0.5) / (self.speaking_against[stem] + 0.5)),
            "in names": log1p(self.in_names[stem]),
            "in trade titles": log1p(self.in_trade_titles[stem]),
            "in other titles": log1p(self.in_other_titles[stem]),
        }


def stem_counts(texts: Iterable[str]) -> Counter[str]:
    """In how many texts each stem stands."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({word[:STEM] for word in LETTERS.findall(text.lower())})
    return counts


def measures_of(example: Example, priors: Priors) -> dict[str, float]:
    """Everything the regression is fitted to: words by where they stand, what is said of them, and signs."""
    measures: defaultdict[str, float] = defaultdict(float)
    for where, stems in zip(DISTANCES, example.around, strict=False):
        for stem in stems:
            if not NUMBER.fullmatch(stem):
                measures[f"{where}: {stem}"] += 1.0
            if LETTERS.match(stem):
                for prior, value in priors.of(stem).items():
                    measures[f"{where}~ {prior}"] += value
    for where, stem in (("before", example.around.before), ("after", example.around.after)):
        if not NUMBER.fullmatch(stem):
            measures[f"{where}: {stem}"] = 1.0
    measures.update(dict.fromkeys((f"sign: {sign}" for sign in example.signs), 1.0))
    return dict(measures)


def fitted_regression(matrix: csr_matrix, examples: Sequence[Example]) -> LogisticRegression:
    """Fit to far below the last decimal that is kept, so that every machine keeps the same."""
    regression = LogisticRegression(C=PENALTY, solver="liblinear", tol=1e-8, max_iter=10_000)
    return regression.fit(matrix, labels_of(examples), [example.weight for example in examples])


def labels_of(examples: Iterable[Example]) -> np.ndarray:
    """Which examples mean the trade's sense."""
    return np.array([example.row.is_trade for example in examples])


def chosen_threshold(matrix: csr_matrix, examples: Sequence[Example]) -> float:
    """The highest probability to ask for that costs few of the names the trade means, by cross-validation."""
    folds = np.array([example.row.number // 2 % FOLDS for example in examples])
    likely = np.zeros(len(examples))
    for fold in range(FOLDS):
        others = [example for example, its in zip(examples, folds, strict=True) if its != fold]
        regression = fitted_regression(matrix[folds != fold], others)
        likely[folds == fold] = regression.predict_proba(matrix[folds == fold])[:, 1]
    kept_by_rules = [not KEPT_BY_RULES.isdisjoint(example.signs) for example in examples]
    found = likely[labels_of(examples) & np.array(kept_by_rules)]
    return max(
        (threshold for threshold in THRESHOLDS if (found < threshold).mean() <= LARGEST_LOSS),
        default=THRESHOLDS[0],
    )


def figures(kept: np.ndarray, is_trade: np.ndarray) -> Figures:
    """Accuracy, precision and recall of a decision."""
    right = float((kept & is_trade).sum())
    return Figures(
        accuracy=float((kept == is_trade).mean()),
        precision=right / max(1.0, float(kept.sum())),
        recall=right / max(1.0, float(is_trade.sum())),
    )


def fitted_sense_model(rows: Sequence[Row], vocabulary: Vocabulary, occupations: OccupationMap) -> dict[str, Any]:
    """Fit the weights to the rows of even number.

    Parameters
    ----------
    rows : sequence of Row
        All of them; those of odd number are left alone.
    vocabulary : Vocabulary
        The concepts.
    occupations : OccupationMap
        The titles.

    Returns
    -------
    dict
        What ``load_sense_model`` reads, with the version of the vocabulary and the hash of the examples.
    """
    examples, priors = training(rows), Priors(vocabulary, occupations)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([measures_of(example, priors) for example in examples])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    regression = fitted_regression(matrix, examples)
    fitted = dict(zip(vectorizer.get_feature_names_out(), regression.coef_[0].tolist(), strict=True))
    model: dict[str, Any] = {
        "threshold": chosen_threshold(matrix, examples),
        "bias": round(float(regression.intercept_[0]), DECIMALS),
        **{where: rounded(word_weights(fitted, where, priors)) for where in DISTANCES},
        "before": rounded(weights_of(fitted, "before")),
        "after": rounded(weights_of(fitted, "after")),
        "signs": rounded(weights_of(fitted, "sign")),
    }
    seen = [[row.alias, row.is_trade, row.kind, row.text] for row in rows]
    header = {"vocabulary_version": vocabulary.version, "examples": digest(seen), "n_examples": len(examples)}
    return {"version": digest([header, model]), **header, **model}


def digest(rows: Any) -> str:
    """A short hash of some JSON."""
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:12]


def word_weights(fitted: Mapping[str, float], where: str, priors: Priors) -> Iterator[tuple[str, float]]:
    """The weight of every stem at one distance: its own, and those of what is said of it."""
    own = dict(weights_of(fitted, where))
    for stem in sorted({*own, *priors.stems()}):
        said = priors.of(stem) if LETTERS.match(stem) else {}
        shared = sum(fitted.get(f"{where}~ {prior}", 0.0) * value for prior, value in said.items())
        yield stem, own.get(stem, 0.0) + shared


def weights_of(fitted: Mapping[str, float], kind: str) -> Iterator[tuple[str, float]]:
    """The weights of one kind, without the kind in their names."""
    for name, weight in fitted.items():
        if name.startswith(f"{kind}: "):
            yield name.removeprefix(f"{kind}: "), weight


def rounded(fitted: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Weights to the decimals that are kept, without those that say nothing."""
    return {name: round(weight, DECIMALS) for name, weight in fitted if abs(weight) >= SMALLEST}


def figures_of(model: SenseModel, examples: Sequence[Example]) -> Figures:
    """Measure a model.

    Parameters
    ----------
    model : SenseModel
        Fitted.
    examples : sequence of Example
        Those of ``held_out``.

    Returns
    -------
    Figures
        Of the rules and the model together, as a short text is read.
    """
    kept = [
        not KEPT_BY_RULES.isdisjoint(example.signs)
        and probability(model.log_odds(example.around, example.signs)) >= model.threshold
        for example in examples
    ]
    return figures(np.array(kept), labels_of(examples))
