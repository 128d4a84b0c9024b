"""Text to skills, skills to score, score to reasons. Pure: no web, database, clock or network."""

from typing import TYPE_CHECKING, Any

from recruit.matching.senses import load_sense_model
from recruit.matching.skills import extract

if TYPE_CHECKING:
    from recruit.matching.matcher import Matcher

__all__ = ["Matcher", "extract", "load_sense_model"]


def __getattr__(name: str) -> Any:
    """Load the matcher when it is asked for: who only extracts does not wait for scikit-learn."""
    if name == "Matcher":
        from recruit.matching.matcher import Matcher  # noqa: PLC0415 - that is the point

        return Matcher
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
