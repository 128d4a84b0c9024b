import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from recruit.documents import Limits
from recruit.documents.process import answers, frames, nurseries
from recruit.documents.process.nurseries import Deadline, Ended, NotStarted, Nursery, Pool, TooSlow
from tests.documents.process.processes import ends_soon, started_by

TEXT = b"Toolmaker, 9 years"
PATIENCE_SECONDS = 60


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(1)
    yield pool
    pool.close()


def read(nursery: Nursery, limits: Limits = Limits(), *, alone: bool = False) -> str:  # noqa: B008 - frozen
    nursery.prepare(limits, alone=alone)
    answer = nursery.ask(frames.READ, TEXT, limits, alone=alone)
    return answers.unpacked(answer[1:]).text


def read_in(pool: Pool) -> str:
    with pool.borrowed(Limits(), alone=False) as nursery:
        return answers.unpacked(nursery.ask(frames.READ, TEXT, Limits(), alone=False)[1:]).text


def child_that_read(nursery: Nursery) -> int:
    """The oldest child: beside it there is only the one that waits for the next document."""
    return min(started_by(nursery._process.pid))


# ---------------------------------------------------------------------------------------------------- the time


def test_time_is_extended_up_to_what_the_pages_may_take() -> None:
    deadline = Deadline(Limits(wall_seconds=30.0, max_ocr_pages=2, ocr_seconds=20.0))
    begun = deadline.at
    for more in (15.0, 15.0, 15.0):
        deadline.extend(json.dumps({"more_seconds": more}).encode())
    assert deadline.seconds == 70.0
    assert deadline.at == pytest.approx(begun + 40.0)


@pytest.mark.parametrize(
    "question", [b"", b"[]", b"{}", b'{"more_seconds": "5"}', b'{"more_seconds": -1}', b"\xff"]
)
def test_question_for_time_that_is_none_is_an_error(question: bytes) -> None:
    deadline = Deadline(Limits())
    with pytest.raises(ValueError, match=r".+"):
        deadline.extend(question)
    assert deadline.seconds == Limits().wall_seconds


# ------------------------------------------------------------------------------------------------- one nursery


def test_child_reads_one_document_after_the_other(nursery: Nursery) -> None:
    assert read(nursery) == TEXT.decode()
    child = child_that_read(nursery)
    assert read(nursery) == TEXT.decode()
    assert child_that_read(nursery) == child


@pytest.mark.parametrize(
    ("limits", "alone"),
    [
        pytest.param(Limits(), True, id="for a document that must be alone"),
        pytest.param(replace(Limits(), wall_seconds=9.0), False, id="for other limits"),
    ],
)
def test_child_is_replaced(nursery: Nursery, limits: Limits, alone: bool) -> None:
    read(nursery)
    child = child_that_read(nursery)
    read(nursery, limits, alone=alone)
    assert ends_soon(child)
    assert child_that_read(nursery) != child


def test_child_that_read_enough_is_replaced(nursery: Nursery, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nurseries, "DOCUMENTS_PER_CHILD", 2)
    children = []
    for _ in range(3):
        read(nursery)
        children.append(child_that_read(nursery))
    assert children[0] == children[1] != children[2]


def test_child_that_ended_between_two_documents_is_replaced(nursery: Nursery) -> None:
    read(nursery)
    child = child_that_read(nursery)
    os.kill(child, signal.SIGKILL)
    assert ends_soon(child)
    assert read(nursery) == TEXT.decode()


def test_child_that_breaks_off_tells_how_it_ended(nursery: Nursery) -> None:
    limits = Limits()
    nursery.prepare(limits, alone=True)
    os.kill(child_that_read(nursery), signal.SIGKILL)
    with pytest.raises(Ended) as caught:
        nursery.ask(frames.READ, TEXT, limits, alone=True)
    assert (caught.value.ending.exit_code, caught.value.has_started) == (-signal.SIGKILL, False)


def test_child_that_says_nothing_is_too_slow(nursery: Nursery) -> None:
    limits = replace(Limits(), wall_seconds=0.05)
    nursery.prepare(limits, alone=True)
    os.kill(child_that_read(nursery), signal.SIGSTOP)
    with pytest.raises(TooSlow) as caught:
        nursery.ask(frames.READ, TEXT, limits, alone=True)
    assert caught.value.seconds == 0.05


def test_closing_ends_the_nursery_and_its_children(nursery: Nursery) -> None:
    read(nursery)
    processes = [nursery._process.pid, *started_by(nursery._process.pid)]
    nursery.close()
    assert len(processes) >= 2
    assert all(map(ends_soon, processes))


def test_nursery_that_cannot_be_started_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NotStarted, match="/nowhere/python"):
        Nursery()


def test_nursery_that_ends_at_once_says_its_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nurseries, "environment", lambda: {"PYTHONHOME": "/nowhere"})
    nursery = Nursery()
    with pytest.raises(NotStarted, match=r"(?s)ended with 1\..*/nowhere"):
        nursery.prepare(Limits(), alone=False)


def test_nursery_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECRUIT_SECRET_KEY", "a secret")
    monkeypatch.setenv("RECRUIT_DATABASE_URL", "postgresql://somewhere")
    assert not [name for name in nurseries.environment() if name.startswith("RECRUIT_")]


# --------------------------------------------------------------------------------------------------- the pool


def test_free_nursery_is_lent_again(pool: Pool) -> None:
    read_in(pool)
    (before,) = pool._free
    read_in(pool)
    assert pool._free == [before]


def test_nursery_of_what_failed_is_ended(pool: Pool) -> None:
    with pytest.raises(KeyError), pool.borrowed(Limits(), alone=False) as nursery:
        raise KeyError
    assert ends_soon(nursery._process.pid)
    assert read_in(pool) == TEXT.decode()


def test_nursery_that_cannot_be_started_leaves_its_place_to_the_next(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(NotStarted):
            read_in(pool)
    texts: list[str] = []
    # In a thread, so that a place that stayed taken fails the test and does not hang it.
    later = threading.Thread(target=lambda: texts.append(read_in(pool)), daemon=True)
    later.start()
    later.join(PATIENCE_SECONDS)
    assert texts == [TEXT.decode()]


def test_nurseries_that_nobody_needs_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nurseries, "IDLE_SECONDS", 0.0)
    pool = Pool(2)
    with pool.borrowed(Limits(), alone=False) as first, pool.borrowed(Limits(), alone=False):
        pass
    assert pool._free == [first]
    pool.close()


def test_pool_that_is_closed_ends_what_is_lent_when_it_comes_back(pool: Pool) -> None:
    with pool.borrowed(Limits(), alone=False) as nursery:
        pool.close()
        answer = nursery.ask(frames.READ, TEXT, Limits(), alone=False)
    assert answers.holds_document(answer[1:])
    assert ends_soon(nursery._process.pid)
