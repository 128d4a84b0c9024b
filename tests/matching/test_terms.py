import json

import numpy as np
import pytest

from recruit.errors import ModelError
from recruit.matching.terms import TermModel, concept_terms, load_term_model, strongest, words_of

MODEL = TermModel("1", 2026, ("#lathe", "turning", "welding"), np.array([2.0, 1.0, 3.0]))


def test_a_row_has_length_one_and_counts_each_term_once():
    once = MODEL.rows([{"turning": 1.0, "#lathe": 1.0}]).toarray()
    often = MODEL.rows([{"turning": 20.0, "#lathe": 3.0}]).toarray()
    assert np.allclose(once, np.array([[2.0, 1.0, 0.0]]) / 5**0.5)
    assert once.tolist() == often.tolist()


def test_a_parent_counts_for_less_than_the_concept():
    row = MODEL.rows([{"#lathe": 0.5, "turning": 1.0}]).toarray()[0]
    assert row[0] == pytest.approx(row[1])


def test_what_is_no_term_moves_no_norm():
    plain = MODEL.rows([{"turning": 1.0}]).toarray()
    assert MODEL.rows([{"turning": 1.0, "springfield": 9.0, "walter": 1.0}]).toarray().tolist() == plain.tolist()


def test_words_lose_their_plural_endings_and_nothing_else():
    text = "Presses, LATHES, gages, fixes; brass process dies, D1.1 and 2019"
    assert words_of(text) == ["press", "lathe", "gage", "fix", "brass", "process", "die", "and"]


def test_the_stronger_of_two_weights_counts():
    assert strongest([{"b": 0.5, "a": 1.0}, {"b": 1.0}]) == {"a": 1.0, "b": 1.0}


def test_a_concept_stands_for_its_parents_too():
    assert concept_terms("vf-2", {"haas-mill": 1, "mill": 2}) == {"#vf-2": 1.0, "#haas-mill": 0.5, "#mill": 0.25}


def test_the_fitted_model_knows_no_names_towns_or_years():
    terms = set(load_term_model().terms)
    names = ("walter", "moore", "haas", "mason", "smith", "springfield", "mobile", "boring", "university", "2019")
    for word in (*names, "she", "her", "his"):
        assert word not in terms, word


@pytest.mark.parametrize(
    "content", ["", "{}", "[1]", '{"version": "1", "reference_year": 2026, "idf": {"a": "x"}}']
)
def test_a_damaged_model_is_refused_with_how_to_rebuild_it(tmp_path, content):
    (tmp_path / "vocabulary.json").write_text(content)
    with pytest.raises(ModelError, match=r"recruit\.matching\.train"):
        load_term_model(tmp_path)


def test_a_missing_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="no fitted model"):
        load_term_model(tmp_path / "nowhere")


def test_a_model_is_read_as_it_was_written(tmp_path):
    stored = {"version": "7", "reference_year": 2026, "idf": {"b": 2.5, "a": 1.0}}
    (tmp_path / "vocabulary.json").write_text(json.dumps(stored))
    model = load_term_model(tmp_path)
    assert (model.version, model.terms, model.idf.tolist()) == ("7", ("a", "b"), [1.0, 2.5])
    assert (model.weight_of("b"), model.weight_of("c")) == (2.5, 0.0)
