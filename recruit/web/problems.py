"""Error pages: what happened, what is safe, what to do next."""

from dataclasses import dataclass

from flask import Flask, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge

from recruit.errors import Conflict, Forbidden, InvalidInput, NotFound
from recruit.web.context import house, wants_part
from recruit.web.wording import size

# A browser shows an answer only after its upload is taken off its hands; past this it may see a broken connection.
DRAIN_BYTES = 64 * 1024 * 1024
DRAIN_STEP_BYTES = 64 * 1024

Answer = tuple[str, int, dict[str, str]]
#: Asked for a part, htmx is told to put a whole page where pages stand, not into the part.
WHOLE_PAGE = {"HX-Retarget": "#main", "HX-Reselect": "#main", "HX-Reswap": "outerHTML"}


@dataclass(frozen=True, slots=True)
class Problem:
    """The words of one error page."""

    status: int
    title: str
    happened: str
    safe: str
    next: str


PROBLEMS = {
    400: Problem(
        400,
        "This request is not complete",
        "Something that belongs to it did not arrive.",
        "Nothing was changed.",
        "Go back, reload the page and try again.",
    ),
    403: Problem(
        403,
        "This is not open to you",
        "Your account may not do this.",
        "Nothing was changed.",
        "If you need it, ask the person who runs your organization's account.",
    ),
    404: Problem(
        404,
        "There is nothing at this address",
        "The page was removed, the address has a typing error, or it belongs to somebody else.",
        "Nothing of yours was changed.",
        "Start again from the first page.",
    ),
    405: Problem(
        405,
        "This address does not work that way",
        "The page was asked for in a way it does not answer.",
        "Nothing was changed.",
        "Start again from the first page.",
    ),
    409: Problem(
        409,
        "Somebody else changed this meanwhile",
        "What you saw was no longer the newest version.",
        "Their change is kept, and yours was not applied.",
        "Go back, reload the page and look at the change before you try again.",
    ),
    422: Problem(
        422,
        "This could not be used",
        "Something in it does not fit.",
        "Nothing was changed.",
        "Go back and correct it.",
    ),
    429: Problem(
        429,
        "Too many tries",
        "There were many tries from your network in a short time, so we slow them down to keep accounts safe.",
        "Your account is not locked.",
        "Wait one minute, then try again.",
    ),
    500: Problem(
        500,
        "Something broke on our side",
        "It is a fault of this program, not of yours, and it has been written to its log.",
        "Whatever was saved before is safe.",
        "Try again in a minute. If it happens again, tell the people who run this site what you did.",
    ),
}


def add_problems(app: Flask) -> None:
    """Give every error its page."""
    app.register_error_handler(NotFound, not_found)
    app.register_error_handler(Forbidden, lambda error: page(PROBLEMS[403], happened=str(error)))
    app.register_error_handler(Conflict, lambda error: page(PROBLEMS[409], happened=str(error)))
    app.register_error_handler(InvalidInput, lambda error: page(PROBLEMS[422], happened=str(error)))
    app.register_error_handler(CSRFError, stale_form)
    app.register_error_handler(RequestEntityTooLarge, too_large)
    app.register_error_handler(HTTPException, http_problem)
    app.register_error_handler(InternalServerError, broken)


def page(problem: Problem, *, happened: str | None = None) -> Answer:
    """Print one error page; a message of ours stands in for the general words."""
    words = render_template("problem.html", problem=problem, happened=happened or problem.happened)
    return words, problem.status, WHOLE_PAGE if wants_part() else {}


def not_found(_error: NotFound) -> Answer:
    """Say the same of what is not there and of what the actor may not know of."""
    return page(PROBLEMS[404])


def http_problem(error: HTTPException) -> HTTPException | Answer:
    """Print the page of an HTTP error that has one."""
    problem = PROBLEMS.get(error.code or 500)
    return page(problem) if problem else error


def stale_form(_error: CSRFError) -> Answer:
    """Explain a form without a valid token: mostly a page left open through a log-out."""
    return page(
        PROBLEMS[400],
        happened="The form was opened before you logged in or out, so it is not sure that you sent it.",
    )


def too_large(_error: RequestEntityTooLarge) -> Answer:
    """Say how large a file may be."""
    take_off_hands()
    limit = size(house().settings.max_upload_bytes)
    problem = Problem(
        413,
        "This file is too large",
        f"It is larger than {limit}, the most that can be uploaded.",
        "Nothing was stored. What you uploaded before is unchanged.",
        "Save it again without pictures, or as a Word file or plain text, and upload that.",
    )
    return page(problem)


def take_off_hands() -> None:
    """Take the rest of an upload off the browser's hands, so that it shows a page and no broken connection."""
    left = min(request.content_length or 0, DRAIN_BYTES)
    while left > 0:
        chunk = request.environ["wsgi.input"].read(min(left, DRAIN_STEP_BYTES))
        if not chunk:
            break
        left -= len(chunk)


def broken(_error: InternalServerError) -> Answer:
    """Say that it broke, without details; Flask has logged them."""
    return page(PROBLEMS[500])
