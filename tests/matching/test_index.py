import json
import random

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from recruit.errors import InvalidInput, ModelError
from recruit.matching.index import ProfileIndex, TfidfIndex
from recruit.matching.postings import FOLD_ROWS
from recruit.matching.storage import read_arrays, write_arrays
from recruit.vocabulary.shapes import CandidateProfile, JobProfile

SETTINGS = [
    {},
    {"sublinear_tf": True, "ngram_range": (1, 2), "stop_words": "english"},
    {"norm": None},
    {"norm": "l1", "use_idf": False},
    {"binary": True, "min_df": 2, "stop_words": ["ra", "re"]},
]


def made_up_texts(n: int, *, seed: int) -> list[str]:
    """Texts of made-up words, the short ones frequent."""
    rng = random.Random(seed)  # noqa: S311 - nothing is kept secret here
    words = ["".join(rng.choices("rstlnaeiou", k=2 + number // 40)) for number in range(400)]
    return [" ".join(words[int(rng.expovariate(0.01)) % 400] for _ in range(60)) for _ in range(n)]


TEXTS = made_up_texts(300, seed=1)
QUERIES = made_up_texts(5, seed=2)
IDS = [f"p{number:03}" for number in range(len(TEXTS))]


def exact_cosines(settings: dict, texts: list[str], query: str, *, fitted_on: list[str]) -> np.ndarray:
    vectorizer = TfidfVectorizer(**settings).fit(fitted_on)
    return cosine_similarity(vectorizer.transform([query]), vectorizer.transform(texts))[0]


@pytest.mark.parametrize("settings", SETTINGS)
def test_search_gives_the_cosines_of_scikit_learn(settings):
    index = TfidfIndex(TfidfVectorizer(**settings))
    index.fit(IDS, TEXTS)
    for query in QUERIES:
        expected = exact_cosines(settings, TEXTS, query, fitted_on=TEXTS)
        ids, scores = index.search(query, k=20)
        assert np.allclose(scores, np.sort(expected)[::-1][:20], atol=1e-12)
        assert np.allclose([expected[IDS.index(name)] for name in ids], scores, atol=1e-12)


def test_search_breaks_ties_by_id():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["c", "a", "b", "d"], ["lathe", "lathe", "mill", "lathe"])
    assert index.search("lathe", k=2)[0] == ["a", "c"]
    assert index.search("lathe", k=4)[0] == ["a", "c", "d", "b"]


def test_ties_are_broken_alike_in_what_was_fitted_and_what_was_added():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["c", "x"], ["lathe mill saw", "saw"])
    index.add(["a"], ["lathe mill saw"])
    ids, scores = index.search("mill lathe", k=2)
    assert ids == ["a", "c"]
    assert scores[0] == scores[1]


def test_search_for_nothing_known_gives_everybody_at_zero():
    index = TfidfIndex(TfidfVectorizer())
    index.fit([2, 1], ["lathe", "mill"])
    ids, scores = index.search("ukulele", k=5)
    assert ids == [1, 2]
    assert scores.tolist() == [0.0, 0.0]


def test_added_texts_are_found_with_the_idf_as_fitted():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(IDS[:200], TEXTS[:200])
    index.add(IDS[200:], TEXTS[200:])
    for query in QUERIES:
        expected = exact_cosines({}, TEXTS, query, fitted_on=TEXTS[:200])
        assert np.allclose(index.search(query, k=300)[1], np.sort(expected)[::-1], atol=1e-12)


def test_an_id_added_again_is_replaced():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["a", "b"], ["lathe", "mill"])
    index.add(["a"], ["mill mill mill"])
    assert len(index) == 2
    assert index.search("lathe", k=1)[1][0] == 0.0
    index.add(["a"], ["lathe"])
    assert index.search("lathe", k=1)[0] == ["a"]


def test_removed_texts_are_not_found():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["a", "b"], ["lathe", "mill"])
    index.add(["c"], ["lathe lathe"])
    index.remove(["a", "c", "never there"])
    assert index.search("lathe", k=5)[0] == ["b"]
    assert "a" not in index
    assert len(index) == 1


def test_a_delta_that_has_grown_is_folded_into_the_main_segment():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["z"], ["lathe mill"])
    index.add([f"p{n}" for n in range(FOLD_ROWS + 1)], ["mill"] * (FOLD_ROWS + 1))
    main, delta = index.postings.segments
    assert (len(main.ids), len(delta.ids)) == (FOLD_ROWS + 2, 0)
    assert index.search("lathe", k=1)[0] == ["z"]


def test_a_vectorizer_that_comes_fitted_keeps_its_idf():
    vectorizer = TfidfVectorizer().fit(TEXTS[:100])
    index = TfidfIndex(vectorizer)
    index.fit(IDS, TEXTS)
    expected = exact_cosines({}, TEXTS, QUERIES[0], fitted_on=TEXTS[:100])
    assert np.allclose(index.search(QUERIES[0], k=10)[1], np.sort(expected)[::-1][:10], atol=1e-12)


def test_fitting_again_replaces_everything():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["a"], ["lathe"])
    index.fit(["b"], ["mill"])
    assert index.search("lathe mill", k=5)[0] == ["b"]


def test_batch_search_answers_as_single_searches_do():
    index = TfidfIndex(TfidfVectorizer())
    index.fit(IDS, TEXTS)
    for (ids, scores), query in zip(index.search_batch(QUERIES, k=7, threads=2), QUERIES, strict=True):
        single_ids, single_scores = index.search(query, k=7)
        assert ids == single_ids
        assert scores.tolist() == single_scores.tolist()


@pytest.mark.parametrize("settings", SETTINGS)
def test_a_saved_index_answers_as_before(tmp_path, settings):
    index = TfidfIndex(TfidfVectorizer(**settings))
    index.fit(IDS, TEXTS)
    index.add(["new"], [QUERIES[0]])
    index.remove([IDS[3]])
    index.save(tmp_path / "pool.index")
    opened = TfidfIndex.open(tmp_path / "pool.index")
    for query in QUERIES:
        assert opened.search(query, k=301)[0] == index.search(query, k=301)[0]
        assert opened.search(query, k=301)[1].tolist() == index.search(query, k=301)[1].tolist()


def test_an_opened_index_can_be_added_to(tmp_path):
    index = TfidfIndex(TfidfVectorizer())
    index.fit([1, 2], ["lathe", "mill"])
    index.save(tmp_path / "index")
    opened = TfidfIndex.open(tmp_path / "index")
    opened.add([3], ["lathe mill"])
    assert opened.search("lathe mill", k=1)[0] == [3]


def test_a_vectorizer_with_functions_is_asked_for_when_opening(tmp_path):
    index = TfidfIndex(TfidfVectorizer(tokenizer=str.split, token_pattern=None))
    index.fit(["a", "b"], ["c# lathe", "mill"])
    index.save(tmp_path / "index")
    with pytest.raises(ModelError, match="tokenizer"):
        TfidfIndex.open(tmp_path / "index")
    opened = TfidfIndex.open(tmp_path / "index", TfidfVectorizer(tokenizer=str.split, token_pattern=None))
    assert opened.search("c#", k=1)[0] == ["a"]


def test_saving_leaves_nothing_but_the_file(tmp_path):
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["a"], ["lathe"])
    index.save(tmp_path / "deep" / "index")
    index.save(tmp_path / "deep" / "index")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["index"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"not an index at all",
        lambda content: content[: len(content) // 2],
        lambda content: content[:200] + bytes(100) + content[300:],
    ],
)
def test_a_damaged_file_is_refused_with_how_to_rebuild_it(tmp_path, damage):
    index = TfidfIndex(TfidfVectorizer())
    index.fit(IDS, TEXTS)
    path = tmp_path / "index"
    index.save(path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ModelError, match="Build it again"):
        TfidfIndex.open(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ModelError, match="There is no"):
        TfidfIndex.open(tmp_path / "index")


def test_a_file_of_another_version_is_refused(tmp_path):
    write_arrays(tmp_path / "index", kind="text index", version=99, header={}, arrays={})
    with pytest.raises(ModelError, match="version 99"):
        TfidfIndex.open(tmp_path / "index")


def test_a_file_of_another_kind_is_refused(tmp_path):
    ProfileIndex().save(tmp_path / "index")
    with pytest.raises(ModelError, match="not a text index"):
        TfidfIndex.open(tmp_path / "index")


def test_rows_that_point_outside_the_vocabulary_are_refused(tmp_path):
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["a"], ["lathe mill"])
    index.save(tmp_path / "index")
    header, arrays = read_arrays(tmp_path / "index", kind="text index", version=1, rebuild="")
    arrays["indices"] = arrays["indices"] + 1000
    write_arrays(tmp_path / "index", kind="text index", version=1, header=header, arrays=arrays)
    with pytest.raises(ModelError, match="contradict"):
        TfidfIndex.open(tmp_path / "index")


def test_the_file_holds_no_pickle(tmp_path):
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["a"], ["lathe"])
    index.save(tmp_path / "index")
    with np.load(tmp_path / "index", allow_pickle=False) as stored:
        assert json.loads(stored["header"].tobytes())["vocabulary"] == ["lathe"]


@pytest.mark.parametrize(
    "use",
    [
        lambda index: index.search("lathe", k=-1),
        lambda index: index.add(["a", "b"], ["one"]),
        lambda index: index.add(["a", "a"], ["one", "two"]),
        lambda index: index.fit(["a"], [" "]),
        lambda index: index.search_batch(["lathe"], k=1, threads=0),
    ],
)
def test_wrong_use_is_refused_in_plain_words(use):
    index = TfidfIndex(TfidfVectorizer())
    index.fit(["x"], ["lathe"])
    with pytest.raises(InvalidInput, match=r"\. "):
        use(index)


def test_an_index_that_was_never_fitted_says_so():
    with pytest.raises(InvalidInput, match="not been fitted"):
        TfidfIndex(TfidfVectorizer()).search("lathe", k=1)


def test_our_own_vectorizer_knows_only_words_of_the_work():
    index = TfidfIndex()
    index.fit(["ana", "ben"], ["Ana Maple of Springfield, turning and milling", "Ben Oak of Springfield, welding"])
    assert index.search("Springfield Ana Maple", k=2)[1].tolist() == [0.0, 0.0]
    assert index.search("turning", k=1)[0] == ["ana"]


def test_our_own_vectorizer_survives_saving(tmp_path):
    index = TfidfIndex()
    index.fit(["ana", "ben"], ["turning lathes", "welding"])
    index.save(tmp_path / "index")
    assert TfidfIndex.open(tmp_path / "index").search("lathe", k=1)[0] == ["ana"]


def test_profiles_are_found_by_their_terms_and_gone_when_removed(tmp_path):
    index = ProfileIndex()
    index.add_many([1, 2], [CandidateProfile(terms={"turning": 1.0}), CandidateProfile(terms={"welding": 1.0})])
    job = JobProfile(terms={"welding": 1.0})
    assert index.top_k(job, k=1)[0] == [2]
    index.save(tmp_path / "index")
    assert ProfileIndex.open(tmp_path / "index").top_k(job, k=1)[0] == [2]
    index.remove(2)
    assert index.top_k(job, k=5)[0] == [1]


def test_a_profile_index_of_another_model_is_refused(tmp_path):
    index = ProfileIndex()
    index.save(tmp_path / "index")
    header, arrays = read_arrays(tmp_path / "index", kind="profile index", version=1, rebuild="")
    header["model_version"] = "older"
    write_arrays(tmp_path / "index", kind="profile index", version=1, header=header, arrays=arrays)
    with pytest.raises(ModelError, match="older"):
        ProfileIndex.open(tmp_path / "index")


def test_nobody_added_is_no_error():
    index = ProfileIndex()
    index.add_many([], [])
    assert index.top_k(JobProfile(terms={"welding": 1.0}), k=5)[0] == []
    texts = TfidfIndex()
    texts.fit([], [])
    texts.add([], [])
    assert texts.search("lathe", k=3)[0] == []


def test_people_who_hold_a_concept_or_something_narrower_are_counted():
    index = ProfileIndex()
    index.add("ana", CandidateProfile(terms={"#fanuc-31i": 1.0, "#fanuc-control": 0.5}))
    index.add("ben", CandidateProfile(terms={"#fanuc-control": 1.0}))
    assert (index.holders("fanuc-control"), index.holders("fanuc-31i")) == (2, 1)
    index.remove("ana")
    index.add("ben", CandidateProfile(terms={"#haas-control": 1.0}))
    assert index.holders("fanuc-control") == 0
    assert index.holders("spaceship") == 0
