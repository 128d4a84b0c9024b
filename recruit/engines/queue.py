"""Work put off to a worker: a task's name and its arguments; what the name stands for, only the worker knows."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from huey import SqliteHuey
from huey.consumer import Consumer

Argument = int | str
Task = Callable[..., None]
Tasks = Mapping[str, Task]

#: How long a task waits at most for a worker that has nothing to do.
POLL_SECONDS = 0.05
#: How long stopping waits for the task that runs; what is cut off is picked up at the next start.
STOP_SECONDS = 3.0


class RunningConsumer(Protocol):
    """Something that takes tasks off a queue."""

    def stop(self) -> None:
        """Take no more tasks, and wait a moment for the one that runs."""


class Queue(Protocol):
    """Tasks in the order they were put, kept until a consumer takes them, whatever process it runs in."""

    def put(self, task_name: str, **arguments: Argument) -> None:
        """Have a task run soon; it may run twice when a worker dies, so tasks claim their work themselves."""

    def consume(self, tasks: Tasks) -> RunningConsumer:
        """Start to run tasks in a thread of this process."""

    def close(self) -> None:
        """Let go of files and connections."""


class LocalQueue:
    """A queue in a SQLite file: survives restarts, shared by all processes of one machine."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Results are of no use to anybody: a task writes what it did into the database.
        self._huey = SqliteHuey(name="recruit", filename=str(path), results=False, utc=True, timeout=10)
        self._tasks: dict[str, Task] = {}
        self._run = self._huey.task(name="run")(self._take)

    def put(self, task_name: str, **arguments: Argument) -> None:
        """Write the task into the file."""
        self._run(task_name, arguments)

    def consume(self, tasks: Tasks) -> RunningConsumer:
        """Start one worker thread: reading is a process of its own already, and SQLite has one writer."""
        self._tasks.update(tasks)
        consumer = ThreadConsumer(
            self._huey,
            workers=1,
            periodic=False,
            initial_delay=POLL_SECONDS,
            max_delay=POLL_SECONDS,
            shutdown_timeout=STOP_SECONDS,
        )
        consumer.start()
        return consumer

    def close(self) -> None:
        """Close this thread's connection to the file."""
        self._huey.storage.close()

    def _take(self, task_name: str, arguments: dict[str, Argument]) -> None:
        self._tasks[task_name](**arguments)


class ThreadConsumer(Consumer):  # type: ignore[misc]
    """huey's consumer inside somebody else's process: the signals stay theirs."""

    def stop(self, graceful: bool = True) -> None:
        """Stop, and wait for the task that runs."""
        super().stop(graceful=graceful)

    def _set_signal_handlers(self) -> None:
        """Leave the signals to the process."""
