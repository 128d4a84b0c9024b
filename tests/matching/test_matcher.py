import pytest

from recruit.errors import InvalidInput, ModelError, UnreadableDocument
from recruit.matching import Matcher
from recruit.matching.storage import read_arrays, write_arrays
from tests.matching.alike import QUERIES, rankings

ANA = "Ana Ruiz\nCNC lathe operator, 4 years\nHaas and Fanuc controls. Turning, micrometers, calipers, blueprints."
BEN = "Ben Ode\nTIG welder, 6 years\nGTAW on stainless steel and aluminum, weld symbols, AWS D17.1."
EVA = "Eva Lind\nCabinetmaker, 9 years\nVeneer, laminate, shop drawings, CNC router, cut lists."
POOL = {"ana": ANA, "ben": BEN, "eva": EVA}
LATHE_JOB = "CNC lathe operator\nRequirements:\n- 2 years of turning\n- Haas control\n- micrometers and calipers\n"


@pytest.fixture
def matcher() -> Matcher:
    ready = Matcher.load()
    ready.fit(list(POOL), list(POOL.values()))
    return ready


def test_the_person_for_the_job_comes_first(matcher):
    ranked = matcher.search(LATHE_JOB, k=3)
    assert ranked[0][0] == "ana"
    assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)
    assert all(0 <= score <= 100 for _, score in ranked)


def test_search_gives_no_more_than_asked_for(matcher):
    assert len(matcher.search(LATHE_JOB, k=2)) == 2
    assert len(matcher.search(LATHE_JOB, k=50)) == 3
    assert matcher.search(LATHE_JOB, k=0) == []
    with pytest.raises(InvalidInput, match="k is -1"):
        matcher.search(LATHE_JOB, k=-1)


def test_explain_gives_the_score_of_search_with_evidence_from_both_texts(matcher):
    result = matcher.explain(LATHE_JOB, ANA)
    assert result.score == dict(matcher.search(LATHE_JOB, k=3))["ana"]
    assert result.model_version == matcher.model_version
    for reason in result.reasons:
        assert all(ANA[span.start : span.end] == span.text for span in reason.evidence)
        assert all(LATHE_JOB[span.start : span.end] == span.text for span in reason.job_evidence)
    assert any(reason.evidence and reason.job_evidence for reason in result.reasons)


def test_people_added_are_found_and_people_removed_are_not(matcher):
    matcher.add(["dot"], [ANA])
    assert {name for name, _ in matcher.search(LATHE_JOB, k=2)} == {"ana", "dot"}
    matcher.remove(["ana", "nobody"])
    assert matcher.search(LATHE_JOB, k=1)[0][0] == "dot"
    assert "ana" not in matcher
    assert len(matcher) == 3


def test_somebody_added_again_is_replaced(matcher):
    matcher.add(["ben"], [ANA])
    ranked = dict(matcher.search(LATHE_JOB, k=3))
    assert len(matcher) == 3
    assert ranked["ben"] == ranked["ana"]


def test_equal_scores_are_ordered_by_id(matcher):
    matcher.fit(["c", "a", "b"], [ANA, ANA, ANA])
    assert [name for name, _ in matcher.search(LATHE_JOB, k=3)] == ["a", "b", "c"]


def test_a_saved_pool_ranks_as_before(matcher, tmp_path):
    matcher.save(tmp_path / "pool")
    opened = Matcher.open(tmp_path / "pool")
    assert opened.search(LATHE_JOB, k=3) == matcher.search(LATHE_JOB, k=3)
    opened.add(["dot"], [ANA])
    assert len(opened) == 4


def test_a_damaged_pool_is_refused_with_how_to_rebuild_it(matcher, tmp_path):
    path = tmp_path / "pool"
    matcher.save(path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ModelError, match="Build it again"):
        Matcher.open(path)


@pytest.mark.parametrize("change", [{"model_version": "older"}, {"ids": ["ana"]}, {"ids": None}])
def test_a_pool_that_does_not_fit_is_refused(matcher, tmp_path, change):
    path = tmp_path / "pool"
    matcher.save(path)
    header, arrays = read_arrays(path, kind="matcher's pool", version=1, rebuild="")
    write_arrays(path, kind="matcher's pool", version=1, header=header | change, arrays=arrays)
    with pytest.raises(ModelError, match="again"):
        Matcher.open(path)


@pytest.mark.parametrize("text", ["", "   \n", "1234 5678"])
def test_a_text_without_letters_is_never_scored(matcher, text):
    for use in (
        lambda: matcher.explain(LATHE_JOB, text),
        lambda: matcher.explain(text, ANA),
        lambda: matcher.search(text, k=1),
    ):
        with pytest.raises(UnreadableDocument, match="no letters"):
            use()
    with pytest.raises(UnreadableDocument, match="dot: "):
        matcher.add(["dot"], [text])
    assert "dot" not in matcher


def test_ids_that_do_not_go_with_their_texts_are_refused(matcher):
    for ids in (["a"], ["a", "a"]):
        with pytest.raises(InvalidInput, match="id"):
            matcher.fit(ids, [ANA, BEN])
    assert len(matcher) == 3


def test_an_empty_pool_finds_nobody():
    assert Matcher.load().search(LATHE_JOB, k=5) == []


def test_every_process_gives_the_same_scores_to_the_last_bit(elsewhere):
    here = rankings()
    assert len(here) == QUERIES
    assert here == elsewhere["rankings"]
