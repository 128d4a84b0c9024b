"""Reads the certificates of a line, for the tests of this folder."""

from datetime import date

from recruit.matching import extract
from recruit.vocabulary.shapes import Credential, SkillMention

RECEIVED = date(2026, 3, 1)


def certificates(text: str, *, kind: str = "resume", on: date | None = RECEIVED) -> list[SkillMention]:
    return [mention for mention in extract(text, kind, on=on) if mention.credential is not None]


def credential(text: str, *, kind: str = "resume", on: date | None = RECEIVED) -> Credential:
    """The parts of the only certificate, or those of several mentions of the same one."""
    found = [mention.credential for mention in certificates(text, kind=kind, on=on)]
    assert found
    assert found[0] is not None
    return found[0]
