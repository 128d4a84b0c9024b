"""The worker: takes queued tasks and calls one service for each, in threads of the process it is started in.

Imports take minutes, and nobody who uploads one resume should wait for them: they have a thread of their own.
"""

import logging
import threading

from sqlalchemy.exc import SQLAlchemyError

from recruit.engines.queue import RunningConsumer, Tasks
from recruit.services import maintenance, reading
from recruit.services.house import House
from recruit.services.imports import doing, orders

#: How often the worker looks for resumes whose reader died.
SWEEP_SECONDS = 2.0
#: How often it looks for an import to do.
LOOK_SECONDS = 0.5
STOP_SECONDS = 1.0

_log = logging.getLogger(__name__)


class Worker:
    """A running worker: the consumer of the queue, the thread that imports, and that for what was left undone."""

    def __init__(self, house: House, consumer: RunningConsumer) -> None:
        self._house = house
        self._consumer = consumer
        self._stopped = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="keeper", daemon=True)
        self._keeper.start()
        self._importer = threading.Thread(target=self._import, name="importer", daemon=True)
        self._importer.start()

    def stop(self) -> None:
        """Take no more tasks, and wait a moment for the one that runs; what is cut off is picked up again."""
        self._stopped.set()
        self._consumer.stop()
        self._keeper.join(STOP_SECONDS)
        self._importer.join(STOP_SECONDS)

    def _keep(self) -> None:
        maintenance.warm_up(self._house)
        while not self._stopped.wait(SWEEP_SECONDS):
            try:
                reading.pick_up_abandoned(self._house)
            except SQLAlchemyError:
                _log.exception("the database did not answer; abandoned resumes are looked for again")

    def _import(self) -> None:
        while not self._stopped.wait(LOOK_SECONDS):
            try:
                while doing.run_next(self._house, self._stopped):
                    pass
            except SQLAlchemyError:
                _log.exception("the database did not answer; imports are looked for again")


def start_worker(house: House) -> Worker:
    """Run tasks until it is stopped, beginning with what an earlier worker left."""
    reading.pick_up_unfinished(house)
    orders.forget_given_up_uploads(house)
    return Worker(house, house.queue.consume(tasks_of(house)))


def tasks_of(house: House) -> Tasks:
    """Map the names in the queue to services."""
    return {reading.READ_RESUME: lambda resume_id: reading.read_resume(house, resume_id)}
