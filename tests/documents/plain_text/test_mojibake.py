# ruff: noqa: RUF001 - signs that look alike are what is tested
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.plain_text.mojibake import repair, without_entities

SHOP = "I’m a “Class A” shop – ±.0005, 45° µm, café, 2×4, Ø3. Don’t – • end €"


def as_windows(text: str) -> str:
    """UTF-8 shown as Windows-1252, whose five empty places stand for themselves."""
    gaps = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
    return "".join(chr(byte) if byte in gaps else bytes([byte]).decode("cp1252") for byte in text.encode())


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_text_encoded_several_times_is_repaired(rounds):
    text = SHOP
    for _ in range(rounds):
        text = as_windows(text)
    assert repair(text) == SHOP


@pytest.mark.parametrize("encoding", ["latin-1", "mac-roman"])
def test_utf8_read_in_another_encoding_is_repaired(encoding):
    assert repair(SHOP.encode().decode(encoding)) == SHOP


def test_closing_quote_that_lost_its_last_byte_is_repaired():
    assert repair("â€œClass Aâ€ shop, donâ€™t") == "“Class A” shop, don’t"


@pytest.mark.parametrize(
    ("scraped", "text"),
    [
        ("I鈥檓 a 鈥淐lass A鈥?welder", "I’m a “Class A” welder"),
        ("machinists鈥?tools", "machinists’ tools"),
        ("2014 鈥?2019", "2014 – 2019"),
        ("鈥?Ran lathes", "• Ran lathes"),
        ("Held 卤.0005, 45掳, caf茅", "Held ±.0005, 45°, café"),
    ],
)
def test_utf8_read_as_chinese_is_repaired(scraped, text):
    assert repair(scraped) == text


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo, Ângela, Âncora",
        "“MANHÔ – IRMÔ",
        "我是一名车工, 陆路",
        "路 is a road",
        "√π and √ 2, ¬x",
        "„Müller‚ Äpfel, Größe ±0,01 °C",
        "Токарь пятого разряда",
        "naïve café • 5 µm – “Ø12”",
    ],
)
def test_text_that_is_right_is_left_alone(text):
    assert repair(text) == text


def test_a_second_mistake_is_repaired_beside_letters_that_are_right():
    assert repair("Ångström, donâ€™t, São") == "Ångström, don’t, São"


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ("R&amp;D, gage R&amp;amp;R", "R&D, gage R&R"),
        ("&#177;.0005 &plusmn; &frac12;&quot; 45&deg;", '±.0005 ± ½" 45°'),
        ("tool&die; parts&part; AT&T; Q&A;", "tool&die; parts&part; AT&T; Q&A;"),
        ("&#0; &#7; &#55555;", "&#0; &#7; &#55555;"),
    ],
)
def test_entities_left_in_plain_text_are_decoded_where_certain(left, text):
    assert without_entities(left) == text


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_what_was_typed_survives_being_shown_in_the_wrong_encoding_or_is_kept(text):
    assert isinstance(repair(text), str)


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet="abc XYZ0123456789.,;:-±°µ½é’“”–•\n"))
def test_usual_signs_are_never_changed(text):
    assert repair(text) == text
