"""The pool of warm reading processes, on the side of the one that asks.

A nursery (``recruit.documents.process.child``) is a process that has loaded the readers and forks a child for each
document, ahead of it. The pool starts one when none is free, up to its size; other threads wait for their turn.
"""

import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import recruit
from recruit.documents.process import frames
from recruit.documents.reader import Limits

START_SECONDS = 60.0
"""Loading the readers takes 0.3 s; on a machine that is short of everything, much longer."""
END_SECONDS = 5.0
"""A child that has answered, or broken off, ends at once."""
IDLE_SECONDS = 60.0
DOCUMENTS_PER_CHILD = 50
"""Read one after the other where they need not be kept apart: what readers leave behind in memory stays small."""

_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
_KEPT_VARIABLES = ("PATH", "TESSDATA_PREFIX")


class NotStarted(Exception):
    """A nursery ended before it was ready; what it complained of is the message."""


class TooSlow(Exception):
    """The time on the clock passed; ``seconds`` is what it was in the end."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one document cost: peak memory of its process with all it shares, and processor time."""

    peak_bytes: int
    cpu_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a child ended: its exit code, minus the number of a signal, and the last of what it complained of."""

    exit_code: int
    usage: Usage
    complaints: str


class Ended(Exception):
    """The child ended without an answer; ``has_started`` once it had given up its rights and began to read."""

    def __init__(self, ending: Ending, *, has_started: bool) -> None:
        super().__init__(ending)
        self.ending = ending
        self.has_started = has_started


class Deadline:
    """When a document's time is over; recognising letters may move that, up to a limit."""

    def __init__(self, limits: Limits) -> None:
        self.seconds = limits.wall_seconds
        self.at = time.monotonic() + limits.wall_seconds
        self._most_seconds = limits.wall_seconds + limits.max_ocr_pages * limits.ocr_seconds

    def extend(self, question: bytes) -> None:
        """Grant what a child asks for, as far as the limits allow."""
        asked = json.loads(question)
        more = asked.get("more_seconds") if isinstance(asked, dict) else None
        if not isinstance(more, int | float) or not more > 0:
            raise ValueError("no number of seconds")
        granted = min(float(more), self._most_seconds - self.seconds)
        self.seconds += granted
        self.at += granted


class Nursery:
    """A running nursery, used by one thread at a time."""

    def __init__(self) -> None:
        self.last_used = time.monotonic()
        self._owes_ending = False
        self._channel: socket.socket | None = None
        self._served = 0
        self._limits: Limits | None = None
        self._control, theirs = socket.socketpair()
        complaints, stderr = os.pipe()
        os.set_blocking(complaints, False)
        # Nobody listens while it runs, so nothing it says may make it wait.
        os.set_blocking(stderr, False)
        self._complaints: IO[bytes] = os.fdopen(complaints, "rb")
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-m", "recruit.documents.process.child", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=stderr,
                stderr=stderr,
                env=environment(),
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        except OSError as error:
            self._control.close()
            self._complaints.close()
            raise NotStarted(str(error)) from error
        finally:
            theirs.close()
            os.close(stderr)

    def prepare(self, limits: Limits, *, alone: bool) -> None:
        """Take the channel to a child that waits for a document: one that has read others, unless ``alone``.

        Raises
        ------
        NotStarted
            When there is no such child; then this nursery is of no further use.
        """
        if self._channel is not None:
            if not alone and self._limits == limits and self._served < DOCUMENTS_PER_CHILD and self._is_waiting():
                return
            self._channel.close()
            self._channel = None
        self._limits, self._served = limits, 0
        try:
            if self._owes_ending:
                self.ending()
            self._control.settimeout(START_SECONDS)
            kind, descriptors, _, _ = socket.recv_fds(self._control, 1, 1)
            if kind != frames.READY or len(descriptors) != 1:
                raise ConnectionResetError
            os.set_inheritable(descriptors[0], False)
            self._channel = socket.socket(fileno=descriptors[0])
            self._control.sendall(frames.TAKEN)
        except OSError as error:
            raise NotStarted(self._last_words()) from error
        self._owes_ending = True

    def _is_waiting(self) -> bool:
        """Tell whether the child is still there: it says nothing unasked, so there is only its end to hear."""
        return self._channel is not None and not select.select([self._channel], [], [], 0)[0]

    def release(self) -> None:
        """Let the child end that was asked last."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None

    def ask(self, kind: bytes, content: bytes, limits: Limits, *, alone: bool, **options: int) -> bytes:
        """Hand a document to the child that was prepared, and bring back its answer; it then waits for another.

        Raises
        ------
        TooSlow, Ended
            After each of them this nursery is of no further use.
        """
        deadline = Deadline(limits)
        has_started = False
        channel = self._channel
        if channel is None:
            raise RuntimeError("a nursery is prepared before it is asked")
        self._served += 1
        try:
            channel.settimeout(limits.wall_seconds)
            with suppress(BrokenPipeError, ConnectionResetError):  # how it ended says more, and comes next
                head = json.dumps({"limits": asdict(limits), "alone": alone, **options}).encode("ascii")
                frames.send(channel, kind, struct.pack("!I", len(head)), head, content)
            while True:
                frame = frames.receive(channel, deadline.at)
                if frame.kind == frames.ANSWER:
                    return frame.body
                if frame.kind == frames.MORE_SECONDS:
                    deadline.extend(frame.body)
                elif frame.kind != frames.STARTED:
                    raise ValueError(f"a frame of kind {frame.kind!r}")
                has_started = True
        except TimeoutError as error:
            raise TooSlow(deadline.seconds) from error
        except (ConnectionError, ValueError, RecursionError) as error:
            self.release()
            raise Ended(self._ending_of_broken(), has_started=has_started) from error

    def ending(self) -> Ending:
        """Wait for the end of the child that was asked last."""
        try:
            body = frames.receive(self._control, time.monotonic() + END_SECONDS).body
            status, peak, cpu_seconds = frames.ENDING.unpack_from(body)
        except struct.error as error:
            raise ConnectionResetError from error
        self._owes_ending = False
        return Ending(
            exit_code=os.waitstatus_to_exitcode(status),
            usage=Usage(peak_bytes=peak * _BYTES_PER_UNIT, cpu_seconds=cpu_seconds),
            complaints=body[frames.ENDING.size :].decode("utf-8", errors="replace"),
        )

    def _ending_of_broken(self) -> Ending:
        """Wait for the end of a child that broke off; one that goes on is as good as killed, and soon is."""
        try:
            return self.ending()
        except OSError:
            usage = Usage(peak_bytes=0, cpu_seconds=0.0)
            return Ending(exit_code=-signal.SIGKILL, usage=usage, complaints="It did not end by itself.")

    def _last_words(self) -> str:
        """Say how it ended and what it complained of, once it has ended or is made to."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        self.close(keep_complaints=True)
        with self._complaints:
            words = (self._complaints.read() or b"").decode("utf-8", errors="replace")
        return f"ended with {self._process.returncode}. {words[-2000:]}"

    def close(self, *, keep_complaints: bool = False) -> None:
        """End the nursery, its children, and all they may have started."""
        self.release()
        self._control.close()
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGTERM)
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
        if not keep_complaints:
            self._complaints.close()

    def forget(self) -> None:
        """Let go of what was inherited from the process it belongs to, and leave it to that."""
        for end in (self._control, self._channel, self._complaints):
            if end is not None:
                end.close()
        self._process.returncode = 0  # nobody here can wait for it


class Pool:
    """Nurseries for the threads of one process, started when they are needed."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._free: list[Nursery] = []
        self._lent: set[Nursery] = set()
        self._starting = 0
        self._is_closed = False
        self._change = threading.Condition()

    @contextmanager
    def borrowed(self, limits: Limits, *, alone: bool) -> Iterator[Nursery]:
        """Wait for a nursery with a child that waits for a document; what fails while it is lent ends it."""
        nursery = self._take(limits, alone=alone)
        try:
            yield nursery
        except BaseException:
            self._give_back(nursery, is_sound=False)
            raise
        self._give_back(nursery, is_sound=True)

    def close(self) -> None:
        """End those that are free now, and each of the others as soon as its document is read."""
        with self._change:
            self._is_closed = True
            free, self._free = self._free, []
        for nursery in free:
            nursery.close()

    def forget(self) -> None:
        """Let go of everything in a forked process; the nurseries are those of its parent."""
        for nursery in (*self._free, *self._lent):
            nursery.forget()

    def _take(self, limits: Limits, *, alone: bool) -> Nursery:
        with self._change:
            while not self._free and len(self._lent) + self._starting >= self.size:
                self._change.wait()
            free = self._free.pop() if self._free else None
            self._starting += 1
        nursery = None
        try:
            nursery = self._prepared(free, limits, alone=alone)
            return nursery
        finally:
            with self._change:
                self._starting -= 1
                # What could not be prepared is nobody's, and its place is free for the next who waits.
                if nursery is not None:
                    self._lent.add(nursery)
                self._change.notify()

    def _prepared(self, nursery: Nursery | None, limits: Limits, *, alone: bool) -> Nursery:
        """Prepare a nursery, or a new one where somebody ended that since."""
        if nursery is not None:
            with suppress(NotStarted):
                nursery.prepare(limits, alone=alone)
                return nursery
        nursery = Nursery()
        nursery.prepare(limits, alone=alone)
        return nursery

    def _give_back(self, nursery: Nursery, *, is_sound: bool) -> None:
        nursery.last_used = time.monotonic()
        with self._change:
            self._lent.discard(nursery)
            ended = [] if is_sound and not self._is_closed else [nursery]
            if not ended:
                # The last one used is the next one taken, so those that nobody needs come to stand first.
                self._free.append(nursery)
                while len(self._free) > 1 and self._free[0].last_used < nursery.last_used - IDLE_SECONDS:
                    ended.append(self._free.pop(0))
            self._change.notify()
        for one in ended:
            one.close()


def environment() -> dict[str, str]:
    """Return what a nursery knows of this process: where the program and tesseract are, no address, no secret."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(Path(recruit.__file__).parents[1]),
        "PYTHONSAFEPATH": "1",
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
