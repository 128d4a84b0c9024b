"""The nursery, and the children that documents are read in.

Started by ``nurseries`` with a socket. A nursery loads the readers once, stays single-threaded, and forks children
that wait for their document: each has a socket of its own, whose other end goes to the one that asks. So no child
can hear of another's document, and none can speak for the nursery.
"""

import contextlib
import gc
import json
import os
import select
import signal
import socket
import struct
import sys
from dataclasses import dataclass
from typing import NoReturn

from recruit.documents import refusals
from recruit.documents.pictures import ocr
from recruit.documents.process import answers, frames, patience
from recruit.documents.process.rendering import page_image
from recruit.documents.process.restraint import allow_recognition, give_up_rights, limit
from recruit.documents.reader import Limits
from recruit.documents.reading import read_in_process
from recruit.errors import UnreadableDocument

MAX_COMPLAINT_BYTES = 2000
#: Objects made between two searches for garbage. A document is tens of thousands of them, all in use to its end.
OBJECTS_BETWEEN_COLLECTIONS = 100_000

_FINE, _FAILED, _RECOGNISED = 0, 1, 2
# A page with one word: reading it loads and starts what readers otherwise begin with.
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
    b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 44>>stream\n"
    b"BT /F 12 Tf 72 700 Td (Toolmaker, 9 yrs) Tj ET\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
)
_TEXT = b"Toolmaker, 9 years"
_SAMPLES = (_PDF, _TEXT, b"<html><body><p>Toolmaker, 9 years</p></body></html>")
_SMALL = Limits()


@dataclass(frozen=True, slots=True)
class Child:
    """A forked child: its process, the far end of its socket, and the near end of its standard error."""

    pid: int
    channel: socket.socket
    complaints: int


# ------------------------------------------------------------------------------------------------- the nursery


class Nursery:
    """Forks one child for each document, a document ahead, and tells how each ended."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._children: list[Child] = []

    def serve(self) -> None:
        """Serve documents until the other side has gone."""
        with contextlib.suppress(ConnectionError):
            waiting = self._born()
            while True:
                self._hand_over(waiting)
                # While this one reads, the next is made.
                reading, waiting = waiting, self._born()
                self._see_off(reading)

    def end(self) -> NoReturn:
        """End every child, and whatever a child has started, and this process."""
        for child in self._children:
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)
        if os.getpgrp() == os.getpid():
            os.killpg(0, signal.SIGKILL)
        os._exit(_FINE)

    def _born(self) -> Child:
        near, far = socket.socketpair()
        complaints, stderr = os.pipe()
        pid = os.fork()
        if pid == 0:
            # Whatever happens in a child, it never returns to the loop of the nursery.
            try:
                signal.signal(signal.SIGTERM, signal.SIG_DFL)
                os.dup2(stderr, 2)
                for descriptor in (stderr, complaints, *(child.complaints for child in self._children)):
                    os.close(descriptor)
                for channel in (far, self._control, *(child.channel for child in self._children)):
                    channel.close()
                serve(near)
            except BaseException:
                sys.excepthook(*sys.exc_info())
            finally:
                os._exit(_FAILED)
        near.close()
        os.close(stderr)
        child = Child(pid, far, complaints)
        self._children.append(child)
        return child

    def _hand_over(self, child: Child) -> None:
        """Give the child's socket away; a copy is kept until it has arrived, as macOS loses it otherwise."""
        socket.send_fds(self._control, [frames.READY], [child.channel.fileno()])
        if self._control.recv(1) != frames.TAKEN:
            raise ConnectionResetError
        child.channel.close()

    def _see_off(self, child: Child) -> None:
        """Wait for the end of a child, and tell how it was."""
        complaints = self._heard_from(child)
        os.close(child.complaints)
        _, status, usage = os.wait4(child.pid, 0)
        self._children.remove(child)
        ending = frames.ENDING.pack(status, usage.ru_maxrss, usage.ru_utime + usage.ru_stime)
        frames.send(self._control, frames.ENDED, ending, complaints)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == _RECOGNISED:
            # Where one scan comes, more do: children to be born find the engine and its data loaded.
            ocr.engine()

    def _heard_from(self, child: Child) -> bytes:
        """Keep the last of what a child complains of, until it has ended or nobody is there to ask for it."""
        heard = b""
        poll = select.poll()
        poll.register(child.complaints, select.POLLIN)
        poll.register(self._control, select.POLLIN)
        while True:
            ready = {descriptor for descriptor, _ in poll.poll()}
            # The other side says nothing while a child reads: there is only its end to hear.
            if self._control.fileno() in ready:
                raise ConnectionResetError
            part = os.read(child.complaints, MAX_COMPLAINT_BYTES)
            if not part:
                return heard
            heard = (heard + part)[-MAX_COMPLAINT_BYTES:]


# --------------------------------------------------------------------------------------------------- the child


def serve(channel: socket.socket) -> NoReturn:
    """Give up what no document needs, then read and answer, until the other side lets go of the channel."""
    give_up_rights()
    # Memory written to for the first time is copied; what any document needs is copied before one comes.
    rehearse(_TEXT)
    end = _FINE

    def ask(seconds: float) -> None:
        nonlocal end
        end = _RECOGNISED
        allow_recognition(seconds)
        frames.send(channel, frames.MORE_SECONDS, json.dumps({"more_seconds": seconds}).encode("ascii"))

    patience.tell_of_questions(ask)
    while True:
        try:
            request = frames.receive(channel)
        except frames.Broken:
            os._exit(end)
        length = struct.unpack_from("!I", request.body)[0]
        options = json.loads(request.body[4 : 4 + length])
        content = request.body[4 + length :]
        limits = Limits(**options.pop("limits"))
        limit(limits, alone=options.pop("alone"))
        frames.send(channel, frames.STARTED)
        frames.send(channel, frames.ANSWER, *answer_to(request.kind, content, limits, **options))


def answer_to(kind: bytes, content: bytes, limits: Limits, **options: int) -> tuple[bytes, bytes]:
    """Do what is asked, or say why not: a mark that tells the two apart, then the answer."""
    try:
        if kind == frames.RENDER:
            return frames.RENDER, page_image(content, limits=limits, **options)
        return frames.READ, answers.packed_document(read_in_process(content, limits))
    except UnreadableDocument as error:
        return frames.READ, answers.packed_refusal(error)
    except (MemoryError, RecursionError):
        return frames.READ, answers.packed_refusal(refusals.unfinished())


# ---------------------------------------------------------------------------------------------------- starting


def rehearse(*samples: bytes) -> None:
    """Read small documents, so that the real one finds everything loaded."""
    for sample in samples:
        with contextlib.suppress(UnreadableDocument):
            answers.packed_document(read_in_process(sample, _SMALL))


def warm_up() -> None:
    """Load everything, once for all children."""
    rehearse(*_SAMPLES)
    # What is loaded stays; a child that collects garbage must not write to all of it, and so copy it.
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def main() -> None:
    """Be a nursery on the socket whose descriptor is given."""
    nursery = Nursery(socket.socket(fileno=int(sys.argv[1])))
    signal.signal(signal.SIGTERM, lambda *_: nursery.end())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warm_up()
    nursery.serve()
    nursery.end()


if __name__ == "__main__":
    main()
