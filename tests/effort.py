"""How the work of a function grows with what it is given, by the time that the processor spends on it."""

import gc
import time
from collections.abc import Callable

ROUNDS = 3


def growth(function: Callable[[str], object], text: str, *, times: int = 4) -> float:
    """How many times longer a text takes that is ``times`` as long: about ``times`` where the work is in step.

    The shortest of a few rounds counts. Time that other processes take is no time of this one, and the collector
    rests: how long it takes depends on everything else that the tests hold.
    """
    return _seconds(function, text * times) / max(_seconds(function, text), 1e-4)


def _seconds(function: Callable[[str], object], text: str) -> float:
    rounds = []
    gc.disable()
    try:
        for _ in range(ROUNDS):
            began = time.process_time()
            function(text)
            rounds.append(time.process_time() - began)
    finally:
        gc.enable()
    return min(rounds)
