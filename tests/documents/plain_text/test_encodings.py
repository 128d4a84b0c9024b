# ruff: noqa: RUF001 - signs that look alike are what is tested
import pytest

from recruit.documents.plain_text.encodings import decode_single_byte, fit_of

ENGLISH = "• I’ve run lathes – “Class A” work, ±.0005, 45° fase, 2014 – 2019.\n• José Muñoz. Don’t weld.\n"
DOS = "════════════\n│ Machinist │ 12 years │\n────────────\n■ Bridgeport ±.001, 45°, ½ inch, José Muñoz\n"
FRENCH = "Tourneur-fraiseur à Montréal, dix ans d’expérience, élève de l’école où j’ai été formé. "
GERMAN = "Größe, Übung, Äpfel, STRASSE, GRÖSSE, Feinmechaniker über 5 µm"
POLISH = "Ślusarz narzędziowy, frezer CNC z doświadczeniem. Czytanie rysunków, łatwość uczenia się, źródła. "
CZECH = "Obráběč kovů, nástrojař; čtení výkresů, šíře, žádný účet. Příprava strojů, řezání závitů. " * 4
RUSSIAN = "Токарь пятого разряда, работаю на фрезерных станках двенадцать лет, читаю чертежи. " * 3
GREEK = "Τορναδόρος με δέκα χρόνια εμπειρία σε μηχανές και σχέδια, διαβάζω σχέδια. " * 3
JAPANESE = "旋盤工として十年間働きました。図面を読むことができます。" * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac-roman"),
        (DOS, "cp437"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (GERMAN, "cp1252"),
        (GERMAN, "mac-roman"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
    ids=lambda value: value if len(value) < 12 else value[:8],
)
def test_old_encodings_are_told_apart(text, encoding):
    assert decode_single_byte(text.encode(encoding)) == text


def test_long_line_is_judged_by_some_of_it():
    text = "ran lathes and don’t weld, " * 20_000
    assert decode_single_byte(text.encode("mac-roman")) == text


def test_places_that_windows_leaves_empty_are_kept():
    assert decode_single_byte(b"don\x92t, can\x92t \x97 won\x92t \x9d") == "don’t, can’t — won’t \x9d"


def test_signs_fit_where_people_put_them():
    assert fit_of("• don’t – ±.0005 at 45°") == 1
    assert fit_of("¥ donÕt Ð ±.0005 at 45¡") < 0.5
