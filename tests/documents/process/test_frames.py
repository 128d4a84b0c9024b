import socket
import struct
import threading
import time
from collections.abc import Iterator

import pytest

from recruit.documents.process import frames

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Pair]:
    near, far = socket.socketpair()
    with near, far:
        yield near, far


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((), id="nothing"),
        pytest.param((b"Tool", b"", b"maker"), id="small"),
        pytest.param((b"x" * frames.CHUNK_BYTES, b"y" * 3), id="more than one piece"),
    ],
)
def test_frame_arrives_as_it_was_sent(ends: Pair, parts: tuple[bytes, ...]) -> None:
    near, far = ends
    sender = threading.Thread(target=frames.send, args=(near, frames.READ, *parts))
    sender.start()
    assert frames.receive(far) == frames.Frame(frames.READ, b"".join(parts))
    sender.join()


def test_frames_are_told_apart(ends: Pair) -> None:
    near, far = ends
    frames.send(near, frames.STARTED)
    frames.send(near, frames.ANSWER, b"text")
    assert [frames.receive(far) for _ in range(2)] == [
        frames.Frame(frames.STARTED, b""),
        frames.Frame(frames.ANSWER, b"text"),
    ]


@pytest.mark.parametrize("sent", [b"", b"a", struct.pack("!cI", b"a", 9) + b"half"], ids=["none", "head", "body"])
def test_other_side_that_ends_is_noticed_wherever_it_was(ends: Pair, sent: bytes) -> None:
    near, far = ends
    near.sendall(sent)
    near.close()
    with pytest.raises(frames.Broken):
        frames.receive(far)


def test_frame_that_claims_to_be_huge_is_none(ends: Pair) -> None:
    near, far = ends
    near.sendall(struct.pack("!cI", b"a", frames.MAX_FRAME_BYTES + 1))
    with pytest.raises(frames.Broken, match=str(frames.MAX_FRAME_BYTES + 1)):
        frames.receive(far)


@pytest.mark.parametrize("sent", [b"", struct.pack("!cI", b"a", 9) + b"half"], ids=["none", "half"])
def test_frame_that_is_not_there_in_time_is_late(ends: Pair, sent: bytes) -> None:
    near, far = ends
    near.sendall(sent)
    with pytest.raises(frames.Late):
        frames.receive(far, time.monotonic() + 0.05)


def test_time_that_is_over_is_not_begun_anew(ends: Pair) -> None:
    near, far = ends
    frames.send(near, frames.ANSWER)
    with pytest.raises(frames.Late):
        frames.receive(far, time.monotonic() - 1)
