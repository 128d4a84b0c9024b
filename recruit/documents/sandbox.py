"""Reading a document in a process of its own, so that no file can hurt the one that asked."""

import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import recruit
from recruit.documents import refusals
from recruit.documents.reader import MEBIBYTE, Limits
from recruit.errors import RecruitError, UnreadableDocument
from recruit.vocabulary.shapes import Document, Finding, Page, Verdict

READY = b"ready\n"
_log = logging.getLogger(__name__)


def read(content: bytes, *, name: str = "", limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    r"""Read a resume or posting: its text in reading order, page by page, and how well that went.

    What the file is, is decided by its content. A process of its own reads it, held to the limits; nothing in
    the file is run or followed.

    Parameters
    ----------
    content : bytes
        The file.
    name : str, default ""
        The file's name, put before the message when it cannot be read. It decides nothing.
    limits : Limits, default Limits()
        Seconds, bytes and counts it may cost.

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
    try:
        if not content:
            raise refusals.empty()
        if len(content) > limits.max_bytes:
            size, most = (f"{count / MEBIBYTE:,.1f} MB" for count in (len(content), limits.max_bytes))
            raise refusals.too_large(size, most)
        return _document(_ask_child(content, limits))
    except UnreadableDocument as error:
        if not name:
            raise
        raise UnreadableDocument(error.code, f"{_printable(name)}: {error}") from error


def _ask_child(content: bytes, limits: Limits) -> dict[str, Any]:
    """Start the child, hand it the file, and bring back its answer or the reason there is none."""
    command = [sys.executable, "-m", "recruit.documents.child"]
    # Not the environment of the server: the child gets no address and no secret.
    environment = {
        "PYTHONPATH": str(Path(recruit.__file__).parents[1]),
        "PYTHONSAFEPATH": "1",
        "LC_ALL": "C.UTF-8",
    }
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as child:
        try:
            output, complaints = child.communicate(
                json.dumps(asdict(limits)).encode("ascii") + b"\n" + content, timeout=limits.wall_seconds
            )
        except subprocess.TimeoutExpired as error:
            raise refusals.too_slow(limits.wall_seconds) from error
        finally:
            _end_group(child)
    return _answer(output, complaints, child.returncode, limits)


def _end_group(child: "subprocess.Popen[bytes]") -> None:
    """End the child and all it may have started; a child that has ended already leaves no group."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)


def _answer(output: bytes, complaints: bytes, exit_code: int, limits: Limits) -> dict[str, Any]:
    if exit_code == 0:
        answer: dict[str, Any] = json.loads(output.removeprefix(READY))
        return answer
    if exit_code == -signal.SIGXCPU:
        raise refusals.too_slow(limits.cpu_seconds)
    reason = complaints.decode("utf-8", errors="replace")[-2000:]
    if not output.startswith(READY):
        raise RecruitError(
            f"Documents cannot be read on this machine: the reading process ended with {exit_code} before it "
            f"began. Check the installation and the memory limit ({limits.memory_bytes} bytes). {reason}"
        )
    _log.warning("a document ended its reading process with %s: %s", exit_code, reason)
    raise refusals.unfinished()


def _document(answer: dict[str, Any]) -> Document:
    if "refusal" in answer:
        raise UnreadableDocument(answer["refusal"]["code"], answer["refusal"]["message"])
    fields = answer["document"]
    return Document(
        text=fields["text"],
        media_type=fields["media_type"],
        pages=tuple(Page(**page) for page in fields["pages"]),
        verdict=Verdict(fields["verdict"]),
        findings=tuple(Finding(**finding) for finding in fields["findings"]),
    )


def _printable(name: str) -> str:
    """A file's name as one short line, whatever was sent as its name."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:120]
