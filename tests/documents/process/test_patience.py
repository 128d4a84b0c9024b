import pytest

from recruit.documents.process import patience


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_listeners", list(patience._listeners))


def test_where_nobody_waits_a_question_is_heard_by_nobody() -> None:
    patience.ask_for_seconds(20.0)
    heard: list[float] = []
    patience.tell_of_questions(heard.append)
    assert heard == []


def test_the_last_one_who_listens_hears_every_question() -> None:
    first: list[float] = []
    second: list[float] = []
    patience.tell_of_questions(first.append)
    patience.tell_of_questions(second.append)
    patience.ask_for_seconds(20.0)
    patience.ask_for_seconds(5.5)
    assert (first, second) == ([], [20.0, 5.5])
