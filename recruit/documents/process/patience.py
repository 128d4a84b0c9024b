"""How a reader asks for more time: letters in pictures take longer than a whole document without any."""

from collections.abc import Callable

Listener = Callable[[float], None]


def _nobody(_seconds: float) -> None:
    """Where nobody waits, as in a test or a program that reads in its own process, all the time is there."""


_listeners: list[Listener] = [_nobody]


def ask_for_seconds(seconds: float) -> None:
    """Ask the one that waits for this document to wait longer, before a page is recognised.

    In the reading process this also allows ``Limits.ocr_memory_bytes`` and as much more processor time.

    Parameters
    ----------
    seconds : float
        What the next step may take, on the clock. In total no more than
        ``Limits.max_ocr_pages * Limits.ocr_seconds`` is granted.
    """
    _listeners[-1](seconds)


def tell_of_questions(listener: Listener) -> None:
    """Hand every further question to this function; the reading process does so once."""
    _listeners[:] = [listener]
