import json

from recruit.matching.occupations import load_occupation_map
from recruit.matching.senses import MODEL_FILE as SENSES_FILE
from recruit.matching.senses import SENSES_FOLDER
from recruit.matching.terms import MODEL_FILE, MODEL_FOLDER
from recruit.matching.train import corpus_texts, fitted_model, write_senses, write_vocabulary
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.compiled import COMPILED_FOLDER


def test_the_model_on_disk_is_what_the_corpus_and_vocabulary_give():
    texts = list(corpus_texts(MODEL_FOLDER / "corpus"))
    rebuilt = fitted_model(texts, load_vocabulary(), load_occupation_map())
    stored = json.loads((MODEL_FOLDER / MODEL_FILE).read_text(encoding="utf-8"))
    assert stored["version"] == rebuilt["version"], "run: python -m recruit.matching.train"
    assert stored == rebuilt


def test_every_concept_is_a_term():
    stored = json.loads((MODEL_FOLDER / MODEL_FILE).read_text(encoding="utf-8"))
    assert {f"#{concept}" for concept in load_vocabulary().concepts} <= set(stored["idf"])


def test_the_vocabulary_on_disk_is_what_the_yaml_gives_byte_for_byte(tmp_path):
    write_vocabulary(tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (COMPILED_FOLDER / path.name).read_bytes(), (
            "run: python -m recruit.matching.train"
        )


def test_the_model_of_senses_on_disk_is_what_the_examples_give_byte_for_byte(tmp_path):
    measured = write_senses(tmp_path)
    assert (tmp_path / SENSES_FILE).read_bytes() == (SENSES_FOLDER / SENSES_FILE).read_bytes(), (
        "run: python -m recruit.matching.train"
    )
    assert measured.precision > 0.88
    assert measured.recall > 0.68
