from recruit.vocabulary import load_occupations, load_vocabulary
from recruit.vocabulary.words import trade_words, words_of, write_words


def test_the_list_has_the_words_of_this_vocabulary():
    # "python -m recruit.vocabulary.words" writes it anew, and so does the training of the model.
    assert sorted(trade_words()) == words_of(load_vocabulary(), load_occupations())


def test_words_are_those_of_names_verbs_and_titles():
    assert {"haas", "milling", "gd", "toolmaker", "fixtures"} <= trade_words()
    assert {"zebra", "a", ""}.isdisjoint(trade_words())


def test_writing_the_list_again_gives_the_same_bytes(tmp_path):
    assert write_words(tmp_path) == len(trade_words())
    assert set((tmp_path / "words.txt").read_text(encoding="utf-8").split()) == trade_words()
