from dataclasses import replace

from recruit.services import match_cache
from recruit.services.match_cache import MatchCache, Pair
from recruit.vocabulary.shapes import MatchResult

PAIR = Pair(job_id=1, job_revision=1, candidate_id=1, profile_version=1)


def result(score: float) -> MatchResult:
    return MatchResult(score=score, parts=(), model_version="m1")


def test_a_result_is_kept_until_either_side_changes() -> None:
    cache = MatchCache()
    cache.put(PAIR, result(50))
    assert cache.get(PAIR) == result(50)
    assert cache.get(replace(PAIR, job_revision=2)) is None
    assert cache.get(replace(PAIR, profile_version=2)) is None


def test_what_was_used_longest_ago_goes_first() -> None:
    cache = MatchCache()
    for candidate_id in range(match_cache.MOST_RESULTS):
        cache.put(replace(PAIR, candidate_id=candidate_id), result(candidate_id))
    assert cache.get(replace(PAIR, candidate_id=0)) is not None
    cache.put(replace(PAIR, candidate_id=-1), result(1))
    assert cache.get(replace(PAIR, candidate_id=0)) is not None
    assert cache.get(replace(PAIR, candidate_id=1)) is None
