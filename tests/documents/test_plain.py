import random

import pytest

from recruit.documents.plain import decode

SHOP = "Schleift Lehren auf 2 µm, ±.0005, ½ Zoll, „Feinmechaniker“ seit 2009, 45° Fase. Grinds ring masters."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
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
