"""Letters and figures that look alike, put right where what stands around them leaves no doubt.

A stroke that ends on the line is the word I and no bar; between figures stand figures; no address holds a bar.
Names, codes and numbers of certificates are left as they were read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

import numpy as np
from PIL import Image

from recruit.documents.pictures.sightings import Sighting, foot_of, size_of

BAR_EMS = 0.1
"""How far below the line a bar reaches: by 0.15 at least in the faces measured, an I 0.04 at most."""
STROKE_EMS = 0.6
"""How far over the line a stroke reaches at least; a small letter reaches 0.52."""
BESIDE_EMS = 0.15
"""How far beside its box the ink of a stroke may be."""
FAINTEST = 225
"""Grey of the faintest stroke there is, narrower than a point of the picture."""
TORN_SHARE, TORN_EMS = 0.7, 0.3
"""Of the usual space of a line, or in ems where there is no other: less than that after a stop is no space."""
_STOPS = ".,;:!?)"
_TWO_MARKS = re.compile("''|\u2018\u2018|\u2019\u2019")
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}[.,;)]?")
_NO_L_IN_ADDRESS = re.compile(r"\||(?<=[a-z0-9.])I(?=[a-z@])")
_ENDS_IN_STOP = re.compile(r"[a-z0-9][._-]$")
_FIGURES = re.compile(r"(?<![A-Za-z0-9|.#])(?:[0Oo]?\.[\dOolI]+|\d[\dOo]*\d|\d[\dOolI]{1,2}\d)(?![A-Za-z0-9|])")
"""Figures around; not so many that a bar between two years may have become a letter."""
_COUNT = re.compile(r"([(~]?)(\d+(?:[Oo]+|l))(\+?)")
_COUNTED = re.compile(r"(?:years?|yrs?|months?|mos|weeks|hours|hrs|tons?|people|percent)\b", re.IGNORECASE)
_FIGURE_BY_LETTER = str.maketrans("OolI", "0011")
_NO_L_BEFORE = re.compile(r"(?<![^\W_])[l|](?=(?:owa|[bcdfghjkmnpqrstvwxz][a-z]{2,}|[A-Z]{2,})\b)")
"""Before another consonant, or before capitals, no word begins with a small L; and none is spelled lowa."""
_NUMBER_SIGNS = frozenset({"no", "number", "nr", "id", "cert", "certificate", "serial", "license", "licence", "#"})
_ROMAN = re.compile(r"[Il|]{2,3}")
_HAS_LEVELS = frozenset({"level", "type", "class", "grade", "phase", "ii"})


def put_right(
    seen: Sequence[Sighting], picture: Image.Image | None = None, *, width_share: float = 1.0
) -> list[Sighting]:
    """Put right what cannot be meant.

    Parameters
    ----------
    seen : sequence of Sighting
        Words line by line, in points of the page.
    picture : Image or None, default None
        The page, dark on white, to look at strokes; None to leave them, where the boxes of words are estimates.
    width_share : float, default 1.0
        Width of the picture as a share of the page's.

    Returns
    -------
    list of Sighting
        The same words at the same places, a few of them spelled otherwise; the two parts of a torn address as one.
    """
    right: list[Sighting] = []
    for _, group in groupby(seen, key=lambda one: one.line):
        line = list(_joined(list(group)))
        texts = [one.text for one in line]
        for place, one in enumerate(line):
            text = one.text
            if text == "|" and picture and _ends_on_the_line(line, place, picture, width_share):
                text = "I"
            texts[place] = _spelled(text, texts[:place], texts[place + 1 :])
        right += [replace(one, text=text) for one, text in zip(line, texts, strict=True)]
    return right


def _joined(line: Sequence[Sighting]) -> Iterator[Sighting]:
    """The words of a line, an address that was torn at a stop in one piece."""
    gaps = [after.left - before.right for before, after in pairwise(line)]
    space = TORN_SHARE * median(gaps) if len(gaps) > 1 else TORN_EMS * (size_of(line) or 0.0)
    held = line[0]
    for one in line[1:]:
        text = held.text + one.text
        if _ENDS_IN_STOP.search(held.text) and _ADDRESS.fullmatch(text) and one.left - held.right < space:
            top, bottom = min(held.top, one.top), max(held.bottom, one.bottom)
            held = replace(one, text=text, left=held.left, top=top, bottom=bottom)
        else:
            yield held
            held = one
    yield held


def _ends_on_the_line(line: Sequence[Sighting], place: int, picture: Image.Image, width_share: float) -> bool:
    """Whether a stroke stands on the foot of its line, by its ink: boxes may be too high, or beside it."""
    one, others = line[place], [other for other in line if len(other.text) > 1]
    size = size_of(others)
    before = line[place - 1].right if place else 0.0
    after = line[place + 1].left if place + 1 < len(line) else np.inf
    if size is None or not before <= one.left < one.right <= after:
        return False
    left, right = max(before, one.left - BESIDE_EMS * size), min(after, one.right + BESIDE_EMS * size)
    top = int(one.top)
    box = (int(left * width_share), top, int(right * width_share) + 1, int(one.bottom) + 1)
    stroke = np.asarray(picture.crop(box))
    if not stroke.size or stroke.min() > FAINTEST:
        return False
    rows = np.flatnonzero((stroke <= (255 + int(stroke.min())) // 2).any(axis=1))
    foot = foot_of(others, size) - top
    return bool(foot - rows[0] >= STROKE_EMS * size and rows[-1] + 1 - foot < BAR_EMS * size)


def _spelled(text: str, before: Sequence[str], after: Sequence[str]) -> str:
    """One word as it must have been written, between those before and after it on its line."""
    text = _TWO_MARKS.sub('"', text)
    if "@" in text:
        is_small = not any(sign.isupper() and sign != "I" for sign in text)
        return _NO_L_IN_ADDRESS.sub("l", text) if is_small and _ADDRESS.fullmatch(text.rstrip(_STOPS)) else text
    if text.startswith(("|'", "|\N{RIGHT SINGLE QUOTATION MARK}")):
        return "I" + text[1:]
    core = text.rstrip(_STOPS)
    if _ROMAN.fullmatch(core):
        return _roman(core, before) + text[len(core) :]
    if before and before[-1].strip(".:").lower() in _NUMBER_SIGNS:
        return text
    if after and _COUNTED.match(after[0]) and (count := _COUNT.fullmatch(text)):
        return count[1] + count[2].translate(_FIGURE_BY_LETTER) + count[3]
    return _NO_L_BEFORE.sub("I", _FIGURES.sub(_as_figures, text))


def _as_figures(found: re.Match[str]) -> str:
    return found[0].translate(_FIGURE_BY_LETTER) if any(map(str.isdigit, found[0])) else found[0]


def _roman(core: str, before: Sequence[str]) -> str:
    """II and III, of which no other word is spelled Il, and one is spelled Ill."""
    follows_level = any(word.strip(_STOPS).lower() in _HAS_LEVELS for word in before[-2:])
    return "I" * len(core) if follows_level or core in {"Il", "lI", "IIl", "IlI"} else core
