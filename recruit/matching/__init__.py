"""Text to skills, skills to score, score to reasons. Pure: no web, database, clock or network."""

from recruit.matching.matcher import Matcher
from recruit.matching.skills import extract

__all__ = ["Matcher", "extract"]
