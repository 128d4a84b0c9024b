"""Imported by the process that readers are forked from: what each of them needs is loaded once, and shared.

Without it every reader would spend seconds on the vocabulary before its first file.
"""

import gc

from recruit.matching import extract
from recruit.matching.profile import build_candidate_profile
from recruit.vocabulary.shapes import Kind

WARM_UP_TEXT = "CNC lathe machinist"


def warm_up() -> None:
    """Load everything that turns text into a profile."""
    build_candidate_profile(WARM_UP_TEXT, extract(WARM_UP_TEXT, Kind.RESUME))


warm_up()
# What a collection does not touch stays shared between all readers.
gc.freeze()
