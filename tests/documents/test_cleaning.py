import unicodedata

import pytest

from recruit.documents.cleaning import clean


@pytest.mark.parametrize(
    "text",
    [
        "±.0005",
        "2 µm",
        "Ø.250",
        "½ in",
        "5/8” bar",
        "+.000/-.001",
        "17-4 PH",
        "D1.1",
        "R² 0.99",
        "45°",
        "6\u2032 \u00d7 4\u2032",
    ],
)
def test_signs_of_the_trade_stand_as_they_are(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("ofﬁce ﬂoor", "office floor"),
        ("Pro\u00adfile", "Profile"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00b\x07c\ufffe\ud800", "abc"),
        ("caf\u0065\u0301", "café"),
        ("\uf0b7 Lathe", "• Lathe"),
        ("\u00a0 Haas\u2009VF-2 \t ", "Haas VF-2"),
        ("Haas VF-2 ....   6 years", "Haas VF-2 ....\t6 years"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("\u202eevil\u202c", "evil"),
    ],
)
def test_one_form_for_every_character(raw, cleaned):
    assert clean(raw) == cleaned
    assert unicodedata.is_normalized("NFC", clean(raw))


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("the inspec-\ntion room", "the inspection\nroom"),
        ("the inspec-\u00adtion room", "the inspection room"),
        ("mill set-\nup and", "mill set-up\nand"),
        ("the set-\nting of dies", "the setting\nof dies"),
        ("in-\nhouse", "in-house"),
        ("in-\nspects", "inspects"),
        ("off-loads, and off-\nloads", "off-loads, and off-loads"),
        ("PC-\nDMIS, Zoller", "PC-DMIS,\nZoller"),
        ("a Haas VF-\n4SS", "a Haas VF-4SS"),
        ("ISO-\u00ad9001 shop", "ISO-9001 shop"),
        ("2015-\n2019", "2015-\n2019"),
        ("5-\naxis mill", "5-axis\nmill"),
        ("GMAW-\npulse", "GMAW-pulse"),
        ("INSPEC-\nTION", "INSPEC-\nTION"),
        ("thirty-\u00adseven tons", "thirty-seven tons"),
        ("fif-\nteen tons", "fifteen\ntons"),
        ("runs lights-\nout", "runs lights-out"),
        ("with-\nout and through-\nout", "without\nand throughout"),
        ("gas-\nkets, gas-\nshielded", "gaskets,\ngas-shielded"),
        ("state-of-the-\nart", "state-of-the-art"),
        ("well-estab-\nlished", "well-established"),
        ("torch and cut: torch-\ncut plate", "torch and cut: torch-cut\nplate"),
        ("torch-\ncut plate", "torchcut\nplate"),
        ("the mill, wright of; millwright, mill-\nwright", "the mill, wright of; millwright, millwright"),
        ("- a\n- b", "- a\n- b"),
        ("soft\u00ad\nware runs", "software\nruns"),
    ],
)
def test_words_broken_at_line_ends_are_joined_where_certain(raw, cleaned):
    assert clean(raw) == cleaned


@pytest.mark.parametrize("text", ["", " ", "a-\nb", "-\n-", "\u00ad\n", "x\t\t\ty", "a\n \n b"])
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


def test_columns_two_spaces_apart_are_cells_where_a_line_begins_with_a_date():
    assert clean("05/2019 to Present  Marsh Rotor LLC  CMM Programmer") == (
        "05/2019 to Present\tMarsh Rotor LLC\tCMM Programmer"
    )


@pytest.mark.parametrize("line", ["Ran lathes.  Held .0005", "2019 was good.  Then I left  early"])
def test_two_spaces_behind_a_sentence_are_one(line):
    assert clean(line) == line.replace("  ", " ")
