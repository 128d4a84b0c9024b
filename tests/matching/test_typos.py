import pytest

from recruit.matching import extract
from recruit.matching.typos import Typos, is_slip

TYPOS = Typos(lambda _: ["mastercam", "micrometers", "micrometer", "inspection", "welding", "threading"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mastrecam", "mastercam"),
        ("mastercamm", "mastercam"),
        ("mastercem", "mastercam"),
        ("masterkam", None),
        ("micromters", "micrometers"),
        ("inspeciton", "inspection"),
        ("wedding", None),
        ("treading", None),
        ("bastercam", None),
        ("mastrekam", None),
        ("masterc4m", None),
    ],
)
def test_one_slip_in_a_long_word_is_put_right_and_nothing_else(written: str, meant: str | None) -> None:
    assert TYPOS.meant(written) == meant


def test_a_word_between_two_others_stands_for_neither() -> None:
    assert Typos(lambda _: ["chattering", "chartering"]).meant("chatering") is None


@pytest.mark.parametrize("word", ["promotion", "silverware", "treadmill", "interests", "tampering", "performing"])
def test_an_everyday_word_beside_one_of_the_trade_is_no_slip(word: str) -> None:
    assert not extract(f"A {word} of note", "resume")


def test_two_spellings_of_one_word_are_one_thing() -> None:
    assert Typos(lambda _: ["viscometers", "viscometres"]).meant("viscometrs") == "viscometers"


@pytest.mark.parametrize(
    ("written", "meant"), [("st20s", "st20"), ("20s", "20"), ("st30s", None), ("gages", None)]
)
def test_the_s_of_several_machines_of_one_model_is_taken_off(written: str, meant: str | None) -> None:
    assert Typos(lambda _: ["st20", "20", "gage"]).meant(written) == meant


@pytest.mark.parametrize("written", ["grindng", "grindding", "gridning", "grending"])
def test_a_letter_left_out_typed_twice_changed_or_a_wrong_vowel_is_a_slip(written: str) -> None:
    assert is_slip(written, "grinding")


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("stimulation", "simulation"),
        ("bartender", "barbender"),
        ("fabricate", "fabricated"),
        ("requirement", "requirements"),
        ("exchangers", "exchanges"),
        ("hydrometer", "hygrometer"),
        ("grnidnig", "grinding"),
        ("grin", "grinding"),
    ],
)
def test_another_word_or_another_form_is_no_slip(written: str, other: str) -> None:
    assert not is_slip(written, other)


def test_a_misspelt_name_is_found_with_the_letters_that_stand_there() -> None:
    found = extract("Programmed in Mastrecam, checked with micromters. My weding was in May.", "resume")
    assert [(mention.text, mention.concept) for mention in found] == [
        ("Mastrecam", "mastercam"),
        ("micromters", "micrometer"),
    ]


def test_several_machines_of_one_model_are_found() -> None:
    found = extract("Tended two VF-4s and a pair of ST30s.", "resume")
    assert [(mention.text, mention.concept) for mention in found] == [("VF-4s", "haas-vf"), ("ST30s", "haas-st")]
