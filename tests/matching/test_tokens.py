import pytest
import spacy

from recruit.matching.tokens import Gap, TradeTokenizer, cut_of, words_of

NLP = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "recruit.trade_tokenizer.v1"}}})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        " leading and trailing  ",
        "two  spaces,\ttabs\n\nand lines\r\n",
        'Held +/-.0005" on 17-4PH; GD&amp;T per Y14.5-2018.',
        "caf\u00e9 \u2019tis \u4f60\u597d \U0001f600 \u0130",
    ],
)
def test_tokens_give_the_text_back_sign_by_sign(text: str) -> None:
    doc = NLP(text)
    assert isinstance(NLP.tokenizer, TradeTokenizer)
    assert doc.text == text


def test_words_carry_their_place_in_the_text() -> None:
    text = "Ran  VF-2s, 5-axis\nand D1.1"
    words = words_of(cut_of(text), frozenset())
    written = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert written == ["Ran", "VF", "2s", ",", "5", "axis", "and", "D1.1"]


def test_gaps_tell_a_hyphen_from_a_line_and_a_column() -> None:
    words = words_of(cut_of("one-two three\nfour\n\nfive      six"), frozenset())
    assert [words.gap(place) for place in range(1, 6)] == [Gap.HYPHEN, Gap.SPACE, Gap.LINE, Gap.BREAK, Gap.BREAK]


def test_a_word_cut_by_a_line_end_is_put_together_when_it_is_known() -> None:
    assert words_of(cut_of("sur-\nface"), {"surface"}).norms == ["surface"]
    assert words_of(cut_of("on-\nsite"), {"surface"}).norms == ["on", "site"]


def test_glued_words_come_apart_only_towards_a_known_word() -> None:
    assert words_of(cut_of("lathesOperated"), {"lathes"}).norms == ["lathes", "operated"]
    assert words_of(cut_of("McDonald"), {"lathes"}).norms == ["mcdonald"]


def test_a_word_cut_twice_is_put_together_step_by_step() -> None:
    known = {"surface", "surfaceplate"}
    assert words_of(cut_of("sur-\nface-\nplate"), known).norms == ["surfaceplate"]
    assert words_of(cut_of("sur-\nface-\nplate"), {"surface"}).norms == ["surface", "plate"]


def test_glued_words_stand_as_if_a_space_were_between_them() -> None:
    words = words_of(cut_of("(lathesOperated)"), {"lathes"})
    assert [words.gap(place) for place in range(4)] == [Gap.BREAK, Gap.NONE, Gap.SPACE, Gap.NONE]
