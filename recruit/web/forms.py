"""What every form shares: how a service's complaint finds its field."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import request
from wtforms import Form

from recruit.errors import InvalidInput

#: What a browser offers to choose; what a file is, is decided by its content.
ACCEPTED_ENDINGS = (
    ".pdf,.docx,.doc,.docm,.dotx,.rtf,.odt,.fodt,.txt,.text,.md,.markdown,.html,.htm,.mht,.mhtml,.eml,.json,"
    ".jpg,.jpeg,.png,.tif,.tiff,.webp,.gif,.bmp,.heic,.heif"
)


#: What is taken off a list because its words mean something else; any other reason says nothing of the words.
MEANS_OTHER = "means-other"


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why a correction of one concept was not made, to be shown where it was typed, with the years that were."""

    concept: str
    words: str
    years: str = ""


def place_error(form: Form, error: InvalidInput) -> None:
    """Show a service's complaint next to its field, or above the form where it belongs to none."""
    if error.field and error.field in form:
        form[error.field].errors = [*form[error.field].errors, str(error)]
    else:
        form.form_errors.append(str(error))


def first_complaint(form: Form) -> str:
    """Return the first complaint of a form that has no page of its own to show them on."""
    return next(str(complaint) for field in form for complaint in field.errors)


def typed_years() -> str:
    """Return the years of a correction as they were typed, to be kept where they are refused."""
    return request.form.get("years", "")


def choices_of(values: Iterable[str]) -> Any:
    """Return choices by value; the type stubs of WTForms still ask for the pairs that it warns of itself."""
    return [str(value) for value in values]


def trimmed(value: str | None) -> str | None:
    """Drop spaces around what was typed."""
    return value.strip() if value else value


def empty_to_none(value: str | None) -> str | None:
    """Tell "left empty" from text."""
    return value or None
