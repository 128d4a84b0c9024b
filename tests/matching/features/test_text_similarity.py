import pytest

from recruit.matching.features.text_similarity import text_similarity
from tests.matching.shop import CONTEXT, job, person

WANTED = job(terms={"lathe": 1.0, "bar": 1.0, "#turning": 1.0, "zebra": 1.0})


def share(terms):
    comparison = text_similarity(WANTED, person(terms=terms), CONTEXT)
    assert comparison is not None
    return comparison.share


def test_the_share_of_the_postings_terms_counts_and_is_full_from_a_half():
    assert share({"lathe": 1.0}) == pytest.approx(1 / 3 / 0.5)
    assert share({"lathe": 1.0, "bar": 1.0, "#turning": 1.0}) == 1.0
    assert share({}) == 0.0


def test_saying_it_twenty_times_gains_nothing():
    assert share({"lathe": 20.0}) == share({"lathe": 1.0})


def test_other_words_take_nothing_away():
    assert share({"lathe": 1.0, "purge": 1.0}) == share({"lathe": 1.0})


def test_a_posting_without_terms_has_no_such_part():
    assert text_similarity(job(terms={"zebra": 1.0}), person(), CONTEXT) is None
