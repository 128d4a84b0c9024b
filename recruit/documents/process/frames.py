"""What passes between the one that asks and the process that reads: a letter, a length, and that many bytes."""

import socket
import struct
import time
from dataclasses import dataclass

# From the one that asks.
READ = b"r"
RENDER = b"i"
# From the process that reads.
STARTED = b"s"
MORE_SECONDS = b"m"
ANSWER = b"a"
# From the nursery, which starts those processes.
READY = b"n"
TAKEN = b"t"
ENDED = b"e"
ENDING = struct.Struct("!iqd")
"""How a child ended: wait status, peak memory in the system's own unit, seconds of processor time."""

MAX_FRAME_BYTES = 128 * 1024 * 1024
CHUNK_BYTES = 256 * 1024

_HEAD = struct.Struct("!cI")


class Broken(ConnectionError):
    """The other side ended, or sent what is no frame."""


class Late(TimeoutError):
    """The time allowed passed before the frame was there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: its kind, a constant of this module, and what it carries."""

    kind: bytes
    body: bytes


def send(channel: socket.socket, kind: bytes, *parts: bytes) -> None:
    """Send one frame; its body may come in parts."""
    head = _HEAD.pack(kind, sum(map(len, parts)))
    if sum(map(len, parts)) < CHUNK_BYTES:
        channel.sendall(b"".join((head, *parts)))
        return
    for part in (head, *parts):
        channel.sendall(part)


def receive(channel: socket.socket, deadline: float | None = None) -> Frame:
    """Wait for one frame, until ``deadline`` on the monotonic clock."""
    kind, length = _HEAD.unpack(_exactly(channel, _HEAD.size, deadline))
    if length > MAX_FRAME_BYTES:
        raise Broken(f"a frame of {length} bytes")
    return Frame(kind, _exactly(channel, length, deadline))


def _exactly(channel: socket.socket, count: int, deadline: float | None) -> bytes:
    parts = []
    while count:
        _wait_until(channel, deadline)
        try:
            part = channel.recv(min(count, CHUNK_BYTES))
        except TimeoutError as error:
            raise Late from error
        if not part:
            raise Broken("the other side has ended")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _wait_until(channel: socket.socket, deadline: float | None) -> None:
    """Let the next call on the channel wait no longer than that."""
    if deadline is None:
        return
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise Late
    channel.settimeout(remaining)
