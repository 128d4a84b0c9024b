"""Text to skills, skills to score, score to reasons. Pure: no web, database, clock or network."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from recruit.vocabulary.memory import resting_collector

if TYPE_CHECKING:
    from recruit.matching.matcher import Matcher
    from recruit.matching.quantities import find_quantities
    from recruit.matching.senses import load_sense_model
    from recruit.matching.skills import extract

__all__ = ["Matcher", "extract", "find_quantities", "load_sense_model"]

MODULES = {
    "Matcher": "recruit.matching.matcher",
    "extract": "recruit.matching.skills",
    "find_quantities": "recruit.matching.quantities",
    "load_sense_model": "recruit.matching.senses",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for, when it first is: a file is read without spaCy, its skills without scikit-learn."""
    if name not in MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with resting_collector():
        globals()[name] = loaded = getattr(import_module(MODULES[name]), name)
    return loaded
