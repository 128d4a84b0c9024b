"""What commands need that work on files alone: how much one document may cost."""

import logging
import os

from recruit.config import Settings
from recruit.documents import Limits
from recruit.services.limits import limits_of


def limits() -> Limits:
    """Return what one document may cost here; no session is signed, so no key and no folder is made for it."""
    # What the log of a server would tell of a file is told as a sentence here.
    logging.getLogger("recruit.documents").addHandler(logging.NullHandler())
    return limits_of(Settings.from_environment({"RECRUIT_SECRET_KEY": "unused", **os.environ}))
