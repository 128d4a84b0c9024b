"""Every error this program raises on purpose.

RecruitError
├── ConfigurationError          a setting is missing or makes no sense
├── InvalidInput                what a person gave cannot be used; the message says what to do next
│   ├── UnreadableDocument      a file holds no text we can use (``code`` says why)
│   └── InvalidDocumentSet      a folder or JSONL handed to a command is not as documented
├── NotFound                    it does not exist, or the actor may not know that it does
├── Forbidden                   it exists, the actor may see it, and may not do this with it
├── Conflict                    somebody else changed it meanwhile
├── VocabularyError             the words as data contradict themselves
└── ModelError                  a fitted model or index on disk cannot be used

A message is shown to people: it says what happened, with which value, and what to do next.
"""

from typing import ClassVar


class RecruitError(Exception):
    """Base of every error raised on purpose."""


class ConfigurationError(RecruitError):
    """A setting is missing or makes no sense; the message names the variable."""


class InvalidInput(RecruitError):
    """What a person gave cannot be used.

    Parameters
    ----------
    message : str
        What happened and what to do next, in plain words.
    field : str or None, default None
        The form field the message belongs to, where there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class UnreadableDocument(InvalidInput):
    """A file holds no text we can use.

    Parameters
    ----------
    code : str
        One of ``CODES``.
    message : str
        What happened and what to do next, in plain words.
    """

    CODES: ClassVar[frozenset[str]] = frozenset(
        {"empty", "corrupt", "encrypted", "too_large", "too_slow", "needs_ocr", "no_text", "unsupported_type"}
    )

    def __init__(self, code: str, message: str) -> None:
        if code not in self.CODES:
            raise ValueError(f"unknown code {code!r}: use one of {sorted(self.CODES)}")
        super().__init__(message)
        self.code = code


class InvalidDocumentSet(InvalidInput):
    """A folder or JSONL handed to a command is not as documented."""


class NotFound(RecruitError):
    """It does not exist, or the actor may not know that it does."""


class Forbidden(RecruitError):
    """It exists, the actor may see it, and may not do this with it."""


class Conflict(RecruitError):
    """Somebody else changed it meanwhile; the message says what to look at before trying again."""


class VocabularyError(RecruitError):
    """The words as data contradict themselves; the message names file and concept."""


class ModelError(RecruitError):
    """A fitted model or index on disk cannot be used; the message says how to rebuild it."""
