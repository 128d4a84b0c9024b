"""What an ambiguous name most likely means, by a small trained model over the words around it.

The model is a logistic regression: every word near the name, every kind of name beside it, how near the
vocabulary's own words for and against stand, and how it is written add to one sum. What the vocabulary and the
titles of other occupations say of a word is in the weight of that word, so that a name the examples do not have is
judged as well. The weights are a JSON file and the sum is plain Python; ``senses_training`` fits them.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from math import exp
from pathlib import Path
from typing import NamedTuple

import recruit
from recruit.matching.reading import Draft, Reading, Sense
from recruit.vocabulary.shapes import Category

SENSES_FOLDER = Path(recruit.__file__).resolve().parent.parent / "models" / "senses"
MODEL_FILE = "model.json"

REACH = 12  # words to either side that are looked at, lines above and below included
NEAR = 3  # words to either side that count as near
STEM = 5  # letters by which words are compared: "machine", "machinist" and "machining" are one
EDGE = "|"  # stands for the word before the first and after the last of a statement
STOPS = (".", ";", "\u2022")
HALF_WAY = 0.35  # nearness from which on a context word counts as near
TOUCHING = 0.6  # nearness of a context word that as good as touches: it counts even in a text of another world
IS = {category: f"is {category}" for category in Category}
SURE = [{category: f"{where} {category}" for category in Category} for where in ("off", "beside")]
UNSURE = [{category: f"{where} what may be {category}" for category in Category} for where in ("off", "beside")]


class Around(NamedTuple):
    """The stems of the words around a name: next to it, in the rest of its statement, and beyond."""

    near: list[str]
    said: list[str]
    far: list[str]
    before: str
    after: str


class Nearness(NamedTuple):
    """How near a word stands that the vocabulary names for a sense, and one against it, in [0, 1]; 0 for none."""

    trade: float
    other: float


@dataclass(frozen=True, slots=True)
class SenseModel:
    """Fitted weights, in log odds.

    Parameters
    ----------
    version : str
        Changes whenever a weight does.
    threshold : float
        Probability from which on a name is kept.
    bias : float
        Log odds before anything is seen.
    near, said, far : mapping of str to float
        Weight of the stem of a word that stands near the name, elsewhere in its statement, or beyond.
    before, after : mapping of str to float
        Weight of the stem directly before or after it.
    signs : mapping of str to float
        Weight of each sign of ``signs_of``.
    """

    version: str
    threshold: float
    bias: float
    near: Mapping[str, float]
    said: Mapping[str, float]
    far: Mapping[str, float]
    before: Mapping[str, float]
    after: Mapping[str, float]
    signs: Mapping[str, float]

    def log_odds(self, around: Around, signs: Iterable[str]) -> float:
        """Add up what speaks for the trade's sense.

        Parameters
        ----------
        around : Around
            The words.
        signs : iterable of str
            The signs.

        Returns
        -------
        float
            Above 0 where the trade's sense is the likelier one.

        Examples
        --------
        >>> model = SenseModel("1", 0.5, -1.0, {"lathe": 2.0}, {}, {}, {}, {}, {"small": 0.25})
        >>> model.log_odds(Around(["lathe", "mills"], [], [], "", ""), ["small"])
        1.25
        """
        near, said, far, sign = self.near.get, self.said.get, self.far.get, self.signs.get
        return (
            self.bias
            + sum([near(stem, 0.0) for stem in around.near])
            + sum([said(stem, 0.0) for stem in around.said])
            + sum([far(stem, 0.0) for stem in around.far])
            + self.before.get(around.before, 0.0)
            + self.after.get(around.after, 0.0)
            + sum([sign(one, 0.0) for one in signs])
        )


@lru_cache(maxsize=1)
def load_sense_model(folder: Path = SENSES_FOLDER) -> SenseModel:
    """Read the fitted weights, once.

    Parameters
    ----------
    folder : Path, default SENSES_FOLDER
        Where ``model.json`` is.

    Returns
    -------
    SenseModel
        As ``python -m recruit.matching.train`` wrote it.
    """
    rows = json.loads((folder / MODEL_FILE).read_text(encoding="utf-8"))
    return SenseModel(**{name: rows[name] for name in SenseModel.__dataclass_fields__})


def probability(log_odds: float) -> float:
    """Log odds as a share of certainty.

    Parameters
    ----------
    log_odds : float
        Of any size.

    Returns
    -------
    float
        In [0, 1].

    Examples
    --------
    >>> probability(0.0)
    0.5
    """
    return 1.0 / (1.0 + exp(-log_odds)) if log_odds > -500.0 else 0.0


def words_around(reading: Reading, draft: Draft) -> Around:
    """The words around a name, in its own line and the lines above and below."""
    words, lines = reading.words, reading.lines
    line = reading.line_number(draft.start)
    above, below = lines[max(line - 1, 0)][0], lines[min(line + 1, len(lines) - 1)][1]
    first = bisect_left(words.starts, above, max(draft.first - REACH, 0), draft.first)
    last = bisect_left(words.starts, below, draft.last, min(draft.last + REACH, len(words)))
    behind = [norm[:STEM] for norm in reversed(words.norms[first : draft.first])]
    ahead = [norm[:STEM] for norm in words.norms[draft.last : last]]
    start, end = lines[line]
    so_far = statement_length(behind, draft.first - bisect_left(words.starts, start, first, draft.first))
    to_come = statement_length(ahead, bisect_left(words.starts, end, draft.last, last) - draft.last)
    return Around(
        behind[: min(NEAR, so_far)] + ahead[: min(NEAR, to_come)],
        behind[NEAR:so_far] + ahead[NEAR:to_come],
        behind[so_far:] + ahead[to_come:],
        behind[0] if so_far else EDGE,
        ahead[0] if to_come else EDGE,
    )


def statement_length(stems: Sequence[str], in_line: int) -> int:
    """How many words from the name on are in its statement: to the end of the line, or to a full stop."""
    return min((stems.index(sign, 0, in_line) for sign in STOPS if sign in stems[:in_line]), default=in_line)


def signs_of(reading: Reading, place: int, sense: Sense, near: Nearness) -> list[str]:
    """What else speaks for or against one sense of a draft, by name."""
    kept = "kept" if sense.use is None or sense.use.keep_by_default else "dropped"
    wins = "trade" if near.trade > near.other else "other" if near.other else f"{kept}, nothing"
    return [
        kept,
        f"{wins} wins",
        f"trade {step_of(near.trade)}",
        f"other {step_of(near.other)}",
        IS[sense.concept.category],
        *signs_of_writing(reading, reading.drafts[place]),
        *signs_beside(reading, place),
    ]


def step_of(nearness: float) -> str:
    """A nearness in the steps the model knows."""
    return (
        "none" if not nearness else "far" if nearness < HALF_WAY else "near" if nearness < TOUCHING else "touches"
    )


def signs_of_writing(reading: Reading, draft: Draft) -> Iterator[str]:
    """How a draft is written."""
    written = reading.text[draft.start : draft.end]
    yield "capitals" if written.isupper() else "capital" if written[0].isupper() else "small"
    start, end = reading.line_at(draft)
    if start == draft.start:
        yield "opens the line"
        if end == draft.end:
            yield "alone in the line"


def signs_beside(reading: Reading, place: int) -> set[str]:
    """Which names stand around a draft, in its line or off it: those of one meaning, and those of several."""
    drafts, (start, end) = reading.drafts, reading.line_at(reading.drafts[place])
    first, last = drafts[place].first - REACH, drafts[place].last + REACH
    behind = takewhile(lambda one: one.last > first, reversed(drafts[max(0, place - REACH) : place]))
    ahead = takewhile(lambda one: one.first < last, drafts[place + 1 : place + REACH])
    return {
        (SURE if is_plain(one) else UNSURE)[start <= one.start < end][one.category] for one in (*behind, *ahead)
    }


def is_plain(draft: Draft) -> bool:
    """Whether a draft means one thing only, wherever it stands."""
    sense = draft.senses[0]
    return len(draft.senses) == 1 and sense.use is None and not sense.third_person
