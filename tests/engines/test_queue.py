import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from recruit.engines.queue import LocalQueue, RunningConsumer

LATEST_START_SECONDS = 0.2
PATIENCE_SECONDS = 10


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[LocalQueue]:
    queue = LocalQueue(tmp_path / "queue.db")
    yield queue
    queue.close()


class Bench:
    """A place where a task leaves what it was given, and a test waits for it."""

    def __init__(self) -> None:
        self.done: list[tuple[float, dict[str, int | str]]] = []
        self.arrived = threading.Semaphore(0)

    def work(self, **arguments: int | str) -> None:
        self.done.append((time.perf_counter(), arguments))
        self.arrived.release()

    def fail(self) -> None:
        raise RuntimeError("on purpose")

    def wait(self) -> None:
        assert self.arrived.acquire(timeout=PATIENCE_SECONDS)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def consumer(queue: LocalQueue, bench: Bench) -> Iterator[RunningConsumer]:
    consumer = queue.consume({"work": bench.work, "fail": bench.fail})
    yield consumer
    consumer.stop()


def test_a_task_is_run_with_its_arguments(queue: LocalQueue, bench: Bench, consumer: RunningConsumer) -> None:
    queue.put("work", resume_id=7, why="again")
    bench.wait()
    assert [arguments for _, arguments in bench.done] == [{"resume_id": 7, "why": "again"}]


def test_a_task_starts_at_once_also_after_a_quiet_time(
    queue: LocalQueue, bench: Bench, consumer: RunningConsumer
) -> None:
    waits = []
    for _ in range(5):
        put_at = time.perf_counter()
        queue.put("work")
        bench.wait()
        waits.append(bench.done[-1][0] - put_at)
    assert sorted(waits)[2] < LATEST_START_SECONDS


def test_tasks_are_run_in_the_order_they_were_put(
    queue: LocalQueue, bench: Bench, consumer: RunningConsumer
) -> None:
    for number in range(20):
        queue.put("work", number=number)
    for _ in range(20):
        bench.wait()
    assert [arguments["number"] for _, arguments in bench.done] == list(range(20))


def test_a_task_that_fails_does_not_stop_the_next_one(
    queue: LocalQueue, bench: Bench, consumer: RunningConsumer, caplog: pytest.LogCaptureFixture
) -> None:
    queue.put("fail")
    queue.put("nobody knows this")
    queue.put("work")
    bench.wait()
    assert "on purpose" in caplog.text
    assert "nobody knows this" in caplog.text


def test_tasks_wait_in_the_file_for_the_next_process(tmp_path: Path, bench: Bench) -> None:
    first = LocalQueue(tmp_path / "queue.db")
    first.put("work", number=1)
    first.close()
    second = LocalQueue(tmp_path / "queue.db")
    consumer = second.consume({"work": bench.work})
    bench.wait()
    consumer.stop()
    second.close()
    assert bench.done[0][1] == {"number": 1}


def test_a_stopped_consumer_finishes_what_it_began_and_takes_no_more(tmp_path: Path) -> None:
    queue = LocalQueue(tmp_path / "queue.db")
    began, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        may_end.wait(PATIENCE_SECONDS)
        ended.set()

    consumer = queue.consume({"work": work})
    queue.put("work")
    assert began.wait(PATIENCE_SECONDS)
    stopping = threading.Thread(target=consumer.stop)
    stopping.start()
    may_end.set()
    stopping.join(PATIENCE_SECONDS)
    assert ended.is_set()
    began.clear()
    queue.put("work")
    assert not began.is_set()
    queue.close()
