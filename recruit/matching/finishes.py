"""Surface finishes as shops and drawings write them: "32 Ra", "63 microinch finish", "Ra 0.8 µm"."""

import re
from collections.abc import Iterator

from recruit.documents.contents.marked import Marked

REACH = 40  # characters before a number that may say what it is
MICROINCH = r"(?:micro[- ]?inch(?:es)?|[µu]-?in(?:ch(?:es)?)?)\b"
FINISH = re.compile(
    rf"(?<![\w.$])(?:(?P<before>\d{{1,3}}(?:\.\d+)?)\s*(?:(?:{MICROINCH}|µm|um|nm)\s*)?(?:ra|rms|rz|rmax)\b|"
    rf"(?:ra|rms|rz)\s*(?:of\s*)?(?:\d{{1,3}}(?:\.\d+)?|\.\d+)(?![\w])(?:\s*(?:{MICROINCH}|µm|um))?|"
    rf"\d{{1,3}}(?:\.\d+)?\s*-?(?P<microinch>{MICROINCH}"
    r"(?P<said>\s*(?:or (?:better|finer|less)\s)?(?:surface\s)?finish(?:es)?)?))"
)
FINISH_BEFORE = re.compile(
    r"(?<!\w)(?:finish(?:es|ed|ing)?|roughness|smooth(?:ness)?)(?:\s(?:of|to|at|under|from|is|within|better|than|an?)|:)*\s*$"
)
FINISHES = Marked(
    FINISH,
    re.compile(r"r(?<![a-z]r)(?:a|ms|z|max)(?![a-np-z])|micro[- ]?inch|[µu]-?in(?![a-bd-z])"),
    before=40,
    behind=60,
)


def finishes_of(lower: str) -> Iterator[re.Match[str]]:
    """Surface finishes; microinches are of one where its word stands beside them, else of a size."""
    for match in FINISHES.finditer(lower):
        is_length = match["microinch"] and not match["said"]
        before = lower[max(0, match.start() - REACH) : match.start()]
        if not is_length or FINISH_BEFORE.search(before):
            yield match
