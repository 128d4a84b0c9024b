import pytest

from recruit.services.imports.words import time_taken


@pytest.mark.parametrize(
    ("seconds", "working_seconds", "words"),
    [
        (52.4, 37.1, "52 s from start to end, 37 s of it reading"),
        (3.4, 3.1, "3 s"),
        (None, 61.0, "1 min 1 s of reading so far"),
    ],
)
def test_waiting_is_told_from_reading(seconds: float | None, working_seconds: float, words: str) -> None:
    assert time_taken(seconds, working_seconds) == words
