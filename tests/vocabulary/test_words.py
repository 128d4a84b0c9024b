from recruit.vocabulary import load_occupations, load_vocabulary
from recruit.vocabulary.words import maker_words, trade_words, words_of, write_words


def test_the_lists_have_the_words_of_this_vocabulary():
    # "python -m recruit.vocabulary.words" writes them anew, and so does the training of the model.
    assert (sorted(trade_words()), sorted(maker_words())) == words_of(load_vocabulary(), load_occupations())


def test_words_are_those_of_names_verbs_and_titles():
    assert {"milling", "gd", "toolmaker", "fixtures"} <= trade_words()
    assert {"zebra", "a", ""}.isdisjoint(trade_words())


def test_writing_the_list_again_gives_the_same_bytes(tmp_path):
    assert write_words(tmp_path) == len(trade_words()) + len(maker_words())
    assert set((tmp_path / "words.txt").read_text(encoding="utf-8").split()) == trade_words()
    assert set((tmp_path / "makers.txt").read_text(encoding="utf-8").split()) == maker_words()


def test_what_only_a_maker_is_called_is_no_word_of_the_trade():
    assert {"hardinge", "fadal", "okamoto"} <= maker_words()
    assert maker_words().isdisjoint(trade_words())
    assert {"lathe", "vertical", "edm"}.isdisjoint(maker_words())
