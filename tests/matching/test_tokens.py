import pytest
import spacy

from recruit.matching.tokens import Gap, TradeTokenizer, words_of

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
    words = words_of(NLP(text), text, frozenset())
    written = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert written == ["Ran", "VF", "2s", ",", "5", "axis", "and", "D1.1"]
    assert words.lines == [0, 0, 0, 0, 0, 0, 1, 1]


def test_gaps_tell_a_hyphen_from_a_line_and_a_column() -> None:
    words = words_of(
        NLP("one-two three\nfour\n\nfive      six"), "one-two three\nfour\n\nfive      six", frozenset()
    )
    assert words.gaps[1:] == [Gap.HYPHEN, Gap.SPACE, Gap.LINE, Gap.BREAK, Gap.BREAK]


def test_a_word_cut_by_a_line_end_is_put_together_when_it_is_known() -> None:
    assert words_of(NLP("sur-\nface"), "sur-\nface", {"surface"}).norms == ["surface"]
    assert words_of(NLP("on-\nsite"), "on-\nsite", {"surface"}).norms == ["on", "site"]


def test_glued_words_come_apart_only_towards_a_known_word() -> None:
    assert words_of(NLP("lathesOperated"), "lathesOperated", {"lathes"}).norms == ["lathes", "operated"]
    assert words_of(NLP("McDonald"), "McDonald", {"lathes"}).norms == ["mcdonald"]
