"""What every maker of fixture files gives: a file, the words it holds in the right order, and how it was made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixture:
    """One file; ``expected`` is ``text`` or the code of the refusal, ``truth`` None where there is none."""

    file: str
    resume: str
    made: str
    content: bytes
    truth: str | None
    expected: str = "text"
