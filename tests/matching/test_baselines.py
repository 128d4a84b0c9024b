import math

from recruit.matching.baselines import rank_by_bm25, rank_by_tfidf

IDS = ["ana", "ben", "eva"]
TEXTS = ["lathe lathe mill", "welding aluminum", "mill"]


def test_tfidf_ranks_shared_words_first_and_ties_by_id():
    assert [name for name, _ in rank_by_tfidf(IDS, TEXTS, "lathe")] == ["ana", "ben", "eva"]


def test_bm25_of_one_word_is_as_worked_out_by_hand():
    # "mill" stands in 2 of 3 texts; ana's has 3 words, the mean is 2.
    idf = math.log(1 + 1.5 / 2.5)
    ana = idf * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 3 / 2))
    eva = idf * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 1 / 2))
    ranked = dict(rank_by_bm25(IDS, TEXTS, "Mill!"))
    assert math.isclose(ranked["ana"], ana)
    assert math.isclose(ranked["eva"], eva)
    assert ranked["ben"] == 0.0


def test_bm25_of_an_empty_pool_is_empty():
    assert rank_by_bm25([], [], "mill") == []
