"""The worker: takes queued tasks and calls one service for each."""

from typing import Protocol

from recruit.services.house import House


class Worker(Protocol):
    """A running worker."""

    def stop(self) -> None:
        """Take no more tasks, and wait a moment for the one that runs."""


def start_worker(house: House) -> Worker:
    """Run tasks in a thread of this process until it is stopped; unfinished work is picked up first."""
    raise NotImplementedError
