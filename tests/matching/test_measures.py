import pytest

from recruit.matching.measures import Agreement, estimate, ndcg, recall, reciprocal_rank, zeros_in_first

GRADES = {"a": 3, "b": 2, "c": 1}


def test_ndcg_is_one_for_the_best_order_and_less_for_another():
    assert ndcg(["a", "b", "c", "d"], GRADES, k=10) == 1.0
    # By hand: 1/log2(2) + 3/log2(3) + 7/log2(4) over 7/log2(2) + 3/log2(3) + 1/log2(4).
    assert ndcg(["c", "b", "a"], GRADES, k=10) == pytest.approx(
        (1 + 1.892789 + 3.5) / (7 + 1.892789 + 0.5), abs=1e-6
    )


def test_ndcg_looks_at_the_first_k_only():
    assert ndcg(["d", "a"], GRADES, k=1) == 0.0
    assert ndcg(["a"], {}, k=10) == 0.0


def test_recall_counts_grades_of_two_and_more():
    assert recall(["b", "x", "a"], GRADES, k=2) == 0.5
    assert recall(["a"], {"a": 1}, k=1) == 0.0


def test_reciprocal_rank_is_of_the_first_person_worth_showing():
    assert reciprocal_rank(["c", "x", "b"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["c"], GRADES) == 0.0


def test_zeros_in_first_counts_those_without_a_grade():
    assert zeros_in_first(["a", "x", "c", "y"], GRADES, k=3) == 1


def test_estimate_is_repeatable_and_holds_its_mean():
    values = [0.2, 0.9, 0.7, 0.4]
    assert estimate(values) == estimate(values)
    assert estimate(values).low < estimate(values).mean < estimate(values).high


def test_agreement_gives_precision_recall_and_f1():
    counted = Agreement(right=3, predicted=4, gold=6)
    assert (counted.precision, counted.recall, counted.f1) == (0.75, 0.5, 0.6)
    assert Agreement(right=0, predicted=0, gold=0).f1 == 0.0
