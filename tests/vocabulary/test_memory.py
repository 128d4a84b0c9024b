import gc

import pytest

from recruit.vocabulary.memory import resting_collector


def test_the_collector_rests_and_runs_again() -> None:
    with resting_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(KeyError), resting_collector():
        raise KeyError
    assert gc.isenabled()
