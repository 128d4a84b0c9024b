import itertools

from recruit.matching.extraction_baselines import PhraseMatching, SubstringSearch
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import Kind, Polarity

TEXT = "No Fanuc here. Edmonton, tight corners, Haas."


def test_phrase_matching_finds_whole_words_only_and_no_negation() -> None:
    found = PhraseMatching(load_vocabulary())(TEXT, Kind.RESUME)
    assert [mention.text for mention in found] == ["Fanuc", "Haas"]
    assert {mention.polarity for mention in found} == {Polarity.HELD}


def test_substring_search_finds_names_inside_other_words() -> None:
    found = SubstringSearch(load_vocabulary())(TEXT, Kind.JOB)
    assert {"Fanuc", "Edm", "tig"} <= {mention.text for mention in found}
    assert all(mention.text == TEXT[mention.start : mention.end] for mention in found)
    assert {mention.polarity for mention in found} == {Polarity.REQUIRED}
    spans = [(mention.start, mention.end) for mention in found]
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
