"""Reading a document in a process of its own, so that no file can hurt the one that asked."""

import atexit
import logging
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from recruit.documents import refusals
from recruit.documents.process import answers, frames
from recruit.documents.process.nurseries import Ended, NotStarted, Nursery, Pool, TooSlow, Usage
from recruit.documents.reader import Limits
from recruit.errors import RecruitError, UnreadableDocument
from recruit.vocabulary.shapes import Document

PICTURE_START = b"\xff\xd8\xff"

_log = logging.getLogger(__name__)
_Given = TypeVar("_Given")


def processors() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_pools = [Pool(processors())]


def read(
    content: bytes,
    *,
    name: str = "",
    limits: Limits = Limits(),  # noqa: B008 - frozen
    alone: bool = False,
) -> Document:
    r"""Read a resume or posting: its text in reading order, page by page, and how well that went.

    What the file is, is decided by its content. A process apart reads it, held to the limits; nothing in the file
    is run or followed. Threads wait for their turn where all processes are taken.

    Parameters
    ----------
    content : bytes
        The file.
    name : str, default ""
        The file's name, put before the message when it cannot be read. It decides nothing.
    limits : Limits, default Limits()
        Seconds, bytes and counts it may cost.
    alone : bool, default False
        Whether the process reads this file and no other. So a file that took over its process could learn nothing
        of another one: for files of people who must not see each other's. It takes some milliseconds more.

    Returns
    -------
    Document
        Clean text (NFC, ``\n`` line ends) that is never empty, with offsets in code points.

    Raises
    ------
    UnreadableDocument
        When there is no text to give. ``code`` is one of ``UnreadableDocument.CODES``; the message says what
        happened and what to do next.
    RecruitError
        When the reading process could not be started: the installation is at fault, not the file.

    Examples
    --------
    >>> document = read(b"Toolmaker, 12 years. Wire EDM, surface grinding to .0001.")
    >>> document.text[document.pages[0].start : document.pages[0].end][:9]
    'Toolmaker'
    """

    def ask(nursery: Nursery) -> bytes:
        answer = nursery.ask(frames.READ, content, limits, alone=alone)
        # What made trouble once is not asked again.
        if alone or not answers.holds_document(answer[1:]):
            nursery.release()
        return answer

    try:
        return _document_of(_asked(content, limits, ask, alone=alone))
    except UnreadableDocument as error:
        if not name:
            raise
        raise UnreadableDocument(error.code, f"{_printable(name)}: {error}") from error


def render_page(
    content: bytes,
    page: int,
    *,
    width_pixels: int,
    turns: int = 0,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> bytes:
    """Draw one page of a PDF, or a picture, for people to see: in a process of its own, as with reading.

    Parameters
    ----------
    content : bytes
        The file.
    page : int
        Which page, from 1.
    width_pixels : int
        Width of the picture to make; a small picture is not made larger.
    turns : int, default 0
        By how many quarters to turn it, clockwise, as its page says.
    limits : Limits, default Limits()
        Seconds, bytes and pixels it may cost.

    Returns
    -------
    bytes
        A JPEG, without anything of the file but what it looks like.

    Raises
    ------
    UnreadableDocument
        ``unsupported_type`` for other kinds of files, ``empty`` when there is no such page, or as ``read``.
    RecruitError
        When the reading process could not be started.
    """

    def draw(nursery: Nursery) -> bytes:
        answer = nursery.ask(
            frames.RENDER, content, limits, alone=True, page=page, width_pixels=width_pixels, turns=turns
        )
        nursery.release()
        return answer

    answer = _asked(content, limits, draw, alone=True)
    if answer[:1] == frames.RENDER and answer[1:].startswith(PICTURE_START):
        return answer[1:]
    _document_of(answer)
    raise refusals.unfinished()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of a document, and what it cost; ``document`` is None where it was refused."""

    document: Document | None
    usage: Usage


def measure(content: bytes, *, limits: Limits = Limits()) -> Measured:  # noqa: B008 - frozen
    """Read a document alone, wait for the end of its process, and tell what that took.

    Parameters
    ----------
    content : bytes
        The file.
    limits : Limits, default Limits()
        Seconds, bytes and counts it may cost.

    Returns
    -------
    Measured
        The document and its cost.

    Raises
    ------
    UnreadableDocument
        When the process did not answer in its limits, or was not asked.
    RecruitError
        When the reading process could not be started.
    """

    def read_to_the_end(nursery: Nursery) -> tuple[bytes, Usage]:
        answer = nursery.ask(frames.READ, content, limits, alone=True)
        nursery.release()
        try:
            return answer, nursery.ending().usage
        except OSError as error:
            raise NotStarted("did not tell how a document's process ended.") from error

    answer, usage = _asked(content, limits, read_to_the_end, alone=True)
    try:
        return Measured(document=_document_of(answer), usage=usage)
    except UnreadableDocument:
        return Measured(document=None, usage=usage)


def set_pool_size(count: int) -> None:
    """Set how many documents this process reads at the same time; the number of its processors by default.

    Parameters
    ----------
    count : int
        At least one.
    """
    _pools[-1].size = max(1, count)


def pool_size() -> int:
    """Tell how many documents this process reads at the same time.

    Returns
    -------
    int
        At least one.
    """
    return _pools[-1].size


def close() -> None:
    """End the reading processes, those that are at work when they are done; the next document starts new ones."""
    pool = _pools[-1]
    _pools[:] = [Pool(pool.size)]
    pool.close()


def _start_over() -> None:
    """Begin without nurseries in a process that was forked: they listen to the one that started them."""
    pool = _pools[-1]
    _pools[:] = [Pool(pool.size)]
    pool.forget()


os.register_at_fork(after_in_child=_start_over)
atexit.register(close)


def _document_of(answer: bytes) -> Document:
    if answer[:1] != frames.READ:
        raise refusals.unfinished()
    return answers.unpacked(answer[1:])


def _asked(content: bytes, limits: Limits, ask: Callable[[Nursery], _Given], *, alone: bool) -> _Given:
    """Ask a nursery, and tell what went wrong in words for the person who sent the file."""
    if not content:
        raise refusals.empty()
    if len(content) > limits.max_bytes:
        raise refusals.too_many_bytes(len(content), limits.max_bytes)
    try:
        with _pools[-1].borrowed(limits, alone=alone) as nursery:
            return ask(nursery)
    except NotStarted as error:
        raise _cannot_read(limits, str(error)) from error
    except TooSlow as error:
        raise refusals.too_slow(error.seconds) from error
    except Ended as error:
        raise _reason_of(error, limits) from error


def _reason_of(ended: Ended, limits: Limits) -> RecruitError:
    exit_code, complaints = ended.ending.exit_code, ended.ending.complaints
    if not ended.has_started:
        return _cannot_read(limits, f"ended with {exit_code}. {complaints}")
    if exit_code == -signal.SIGXCPU:
        return refusals.too_slow(limits.cpu_seconds)
    _log.warning("a document ended its reading process with %s: %s", exit_code, complaints)
    return refusals.unfinished()


def _cannot_read(limits: Limits, reason: str) -> RecruitError:
    return RecruitError(
        "Documents cannot be read on this machine: the reading process did not begin. Check the installation and "
        f"the memory limit ({limits.memory_bytes} bytes). It {reason}"
    )


def _printable(name: str) -> str:
    """A file's name as one short line, whatever was sent as its name."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:120]
