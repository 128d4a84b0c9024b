"""Letters drawn one by one in no order: words are built from where they stand instead of when they are drawn."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from recruit.documents.pdf.views import turned

FEWEST_LETTERS = 20
SCATTERED_SHARE = 0.6
"""Of a page's words that are single letters. Letters set apart for looks are as many, but are drawn in order."""
SAME_LINE_SHARE = 0.3
"""Of a letter's height, between the feet of two that stand on one line."""
WORD_SPACE_SHARE = 0.13
"""Of a letter's height; a space between words takes 0.2 and more, letters of one word nearly touch."""
FOLLOWING_SHARE = 3.0
"""Of a letter's height: how far the next letter stands when letters are drawn in order."""
DRAWN_TWICE_POINTS = 0.8


Run = tuple[str, int, bool, float, float, float, float]
"""Letters that belong together as the file draws them: their text, quarter turns, whether they are bold, and left,
bottom, right and top, y upwards."""


class _Placed(NamedTuple):
    foot: float
    x0: float
    x1: float
    height: float
    text: str
    run: Run


def are_scattered(runs: Sequence[Run]) -> bool:
    """Whether words fell apart into letters because the order of drawing jumps about the page.

    Parameters
    ----------
    runs : sequence of Run
        What stands together, as the file draws it.

    Returns
    -------
    bool
        False for letters with space between them that are drawn from left to right.
    """
    if len(runs) < FEWEST_LETTERS:
        return False
    single = sum(len(run[0]) == 1 for run in runs)
    if single < SCATTERED_SHARE * len(runs):
        return False
    placed = [_placed(run) for run in runs]
    following = sum(
        abs(after.foot - before.foot) <= SAME_LINE_SHARE * before.height
        and 0 <= after.x0 - before.x0 <= FOLLOWING_SHARE * before.height
        for before, after in pairwise(placed)
    )
    return following < 0.5 * len(runs)


def gathered(runs: Sequence[Run]) -> list[Run]:
    """Build words from letters by their places.

    Parameters
    ----------
    runs : sequence of Run
        Single letters.

    Returns
    -------
    list of Run
        Words from top to bottom and from left to right, those of each quarter turn together.
    """
    words: list[Run] = []
    for _, group in groupby(sorted(runs, key=_turn), key=_turn):
        for line in _lines(sorted(map(_placed, group))):
            words += map(_joined, _words(sorted(line, key=lambda letter: letter.x0)))
    return words


def _turn(run: Run) -> int:
    return run[1]


def _placed(run: Run) -> _Placed:
    text, turn, _, left, low, right, high = run
    x0, x1, top, bottom = turned(turn, left, right, low, high)
    return _Placed(bottom, x0, x1, max(bottom - top, 1.0), text, run)


def _lines(letters: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    line = [letters[0]]
    for letter in letters[1:]:
        if letter.foot - line[0].foot > SAME_LINE_SHARE * max(letter.height, line[0].height):
            yield line
            line = []
        line.append(letter)
    yield line


def _words(line: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    word = [line[0]]
    for letter in line[1:]:
        before = word[-1]
        # Bold is sometimes made by drawing a letter twice, a hair apart.
        if letter.text == before.text and letter.x0 - before.x0 < DRAWN_TWICE_POINTS:
            continue
        if letter.x0 - before.x1 > WORD_SPACE_SHARE * max(letter.height, before.height):
            yield word
            word = []
        word.append(letter)
    yield word


def _joined(word: Sequence[_Placed]) -> Run:
    _, turns, bold, lefts, lows, rights, highs = zip(*(letter.run for letter in word), strict=True)
    text = "".join(letter.text for letter in word)
    return text, turns[0], all(bold), min(lefts), min(lows), max(rights), max(highs)
