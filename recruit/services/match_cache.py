"""Results of comparisons, kept as long as neither side changes."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from recruit.vocabulary.shapes import MatchResult

#: About 10 KB each; a recruiter's last dozen jobs of 200 people.
MOST_RESULTS = 2_500


@dataclass(frozen=True, slots=True)
class Pair:
    """One version of a posting and one version of a person's profile; the model is the process's own."""

    job_id: int
    job_revision: int
    candidate_id: int
    profile_version: int


class MatchCache:
    """The last results by pair, for all threads of a process; what was used longest ago goes first."""

    def __init__(self) -> None:
        self._results: OrderedDict[Pair, MatchResult] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, pair: Pair) -> MatchResult | None:
        """Return what was kept of a pair."""
        with self._lock:
            if pair in self._results:
                self._results.move_to_end(pair)
            return self._results.get(pair)

    def put(self, pair: Pair, result: MatchResult) -> None:
        """Keep a result."""
        with self._lock:
            self._results[pair] = result
            while len(self._results) > MOST_RESULTS:
                self._results.popitem(last=False)
