"""Building large tables without the garbage collector walking them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """Hold the cyclic garbage collector while much is built that stays, and keep that out of its later rounds.

    It would walk a million objects again and again, a tenth of a second each time, and find nothing to free.

    Yields
    ------
    None
        The collector runs again afterwards if it ran before.

    Examples
    --------
    >>> with resting_collector():
    ...     table = {number: [number] for number in range(3)}
    >>> len(table)
    3
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_running:
            gc.enable()
