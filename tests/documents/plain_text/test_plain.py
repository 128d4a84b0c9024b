# ruff: noqa: RUF001 - signs that look alike are what is tested
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.plain_text.plain import decode

SHOP = "Schleift Lehren auf 2 µm, ±.0005, ½ Zoll, „Feinmechaniker“ seit 2009, 45° Fase. Grinds ring masters."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"],
)
def test_usual_encodings_are_told_apart(encoding):
    assert decode(SHOP.encode(encoding)) == SHOP


def test_macintosh_text_keeps_its_apostrophes_and_bullets():
    text = "I\u2019ve run lathes.\n• don\u2019t weld\n"
    assert decode(text.encode("mac-roman")) == text


def test_cyrillic_text_is_found():
    text = "Токарь пятого разряда, работаю на фрезерных станках двенадцать лет, читаю чертежи. " * 3
    assert decode(text.encode("cp1251")) == text


def test_text_encoded_twice_is_repaired():
    assert decode("â€œClass Aâ€\x9d shop, Â±.0005, 2 Âµm".encode()) == "“Class A” shop, ±.0005, 2 µm"


def test_letters_that_only_look_encoded_twice_are_left_alone():
    text = "São Paulo, Ângela, Âncora"
    assert decode(text.encode()) == text


def test_utf8_cut_inside_its_last_letter_is_read():
    text = "Größen und Maße: " + "Ø 12 ± 0,01 mm; " * 8
    assert decode((text + "µ").encode()[:-1]) == text


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_no_text(seed):
    assert decode(random.Random(seed).randbytes(400)) is None  # noqa: S311


def test_text_with_control_characters_is_no_text():
    assert decode(b"Welder\x00\x01\x02\x03\x04 six years\x05\x06\x07") is None


def test_cyrillic_text_of_two_bytes_a_letter_is_found_by_its_spaces():
    text = "Токарь пятого разряда, работаю на станках двенадцать лет."
    assert decode(text.encode("utf-16-le")) == text


def test_file_with_the_mark_of_utf8_and_the_letters_of_windows_is_read():
    assert decode(b"\xef\xbb\xbf" + SHOP.encode("cp1252")) == SHOP


def test_utf8_with_one_wrong_byte_loses_no_other_letter():
    assert (
        decode("Grinds to ±.0001 – don’t ask. ".encode() + b"\xb1.0005") == "Grinds to ±.0001 – don’t ask. ±.0005"
    )


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_none(content):
    text = decode(content)
    assert text is None or isinstance(text, str)


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], max_codepoint=0x24F)))
def test_decoding_ends_in_the_same_text_again(text):
    once = decode(text.encode())
    assert once is None or decode(once.encode()) == once
