import pytest

from recruit.vocabulary.spellings import WORD, key_of, lower_of, plain_of, plural, spellings, verb_forms


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("GD&T", ("gd", "and", "t")),
        ("GD &amp; T", ("gd", "and", "t")),
        ("G.D.&T", ("gd", "and", "t")),
        ("PC\u2011DMIS", ("pc", "dmis")),
        ("17-4PH", ("17", "4ph")),
        ("D1.1", ("d1.1",)),
        ("machinist\u2019s square", ("machinist", "square")),
        ("go/no-go", ("go", "/", "no", "go")),
        ("A.A.S.", ("aas",)),
        ("chamf\u200bering", ("chamfering",)),
        ("arbor\u200b press", ("arbor", "press")),
        ("\uff23\uff2e\uff23\u3000\uff4d\uff49\uff4c\uff4c", ("cnc", "mill")),
    ],
)
def test_a_name_is_cut_into_words_that_compare(name: str, key: tuple[str, ...]) -> None:
    assert key_of(name) == key


def test_words_and_spaces_give_the_text_back() -> None:
    text = 'Held +/-.0005" on 17-4PH; GD&amp;T\u00a0per Y14.5-2018\tin Ti\u20116Al\u20114V.'
    assert "".join(WORD.findall(text)) == text


def test_plain_signs_keep_the_length_of_a_text() -> None:
    text = "\u201cThree\u2033 \u2013 \u2212.002 \u00a0 \u2019tis \u03bcm"
    assert len(plain_of(text)) == len(text)


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("set up", "setup"),
        ("VF2", "VF-2"),
        ("AS9100", "AS 9100"),
        ("17-4PH", "17 4 PH"),
        ("Ti-6Al-4V", "Ti6Al4V"),
        ("PC-DMIS", "PCDMIS"),
    ],
)
def test_a_name_is_known_run_together_and_apart(name: str, spelling: str) -> None:
    assert key_of(spelling) in set(spellings(key_of(name)))


@pytest.mark.parametrize("name", ["A2", "M50", "nuts and bolts"])
def test_some_names_are_never_taken_apart_or_joined(name: str) -> None:
    assert list(spellings(key_of(name))) == [key_of(name)]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("lathe", "lathes"),
        ("drill press", "drill presses"),
        ("certainty", "certainties"),
        ("D1.1", None),
        ("gages", None),
    ],
)
def test_the_plural_bends_the_last_word(one: str, many: str | None) -> None:
    assert plural(key_of(one)) == (key_of(many) if many else None)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("weld", {"weld", "welds", "welded", "welding"}),
        ("hone", {"hone", "hones", "honed", "honing"}),
        ("tap", {"tap", "taps", "tapped", "tapping"}),
        ("program", {"program", "programs", "programmed", "programming"}),
        ("lay out", {"lay out", "lays out", "laid out", "laying out"}),
        ("polish", {"polish", "polishes", "polished", "polishing"}),
    ],
)
def test_a_verb_is_known_in_its_forms(verb: str, forms: set[str]) -> None:
    assert set(verb_forms(verb)) == forms


@pytest.mark.parametrize("sign", ["\u0130", "\u1e9e", "\u212a"])
def test_lower_case_keeps_the_length_of_a_text(sign: str) -> None:
    text = f"TIG {sign} MIG"
    lower = lower_of(text)
    assert len(lower) == len(text)
    assert lower.startswith("tig ")
    assert lower.endswith(" mig")
