import pytest

from recruit.documents.office.numbering import LONGEST_LABEL, Level, Numbering, bullet_of

FIRST, SECOND = "\0", "\1"


def labels(level: Level, count: int) -> list[str]:
    numbering = Numbering()
    return [numbering.label("list", {0: level}, 0) for _ in range(count)]


@pytest.mark.parametrize(
    ("style", "start", "expected"),
    [
        ("decimal", 9, ["9", "10"]),
        ("decimalZero", 9, ["09", "10"]),
        ("lowerLetter", 26, ["z", "aa"]),
        ("upperLetter", 27, ["AA", "BB"]),
        ("lowerRoman", 4, ["iv", "v"]),
        ("upperRoman", 1994, ["MCMXCIV", "MCMXCV"]),
        ("none", 1, ["", ""]),
        ("cardinalText", 1, ["1", "2"]),
        ("upperRoman", 4_000_000_000, ["4000000000", "4000000001"]),
        ("lowerLetter", 4_000_000_000, ["4000000000", "4000000001"]),
    ],
)
def test_numbers_are_written_in_their_style(style, start, expected):
    assert labels(Level(start, style, FIRST), 2) == expected


def test_deeper_level_counts_anew_under_each_item():
    levels = {0: Level(pattern=f"{FIRST}."), 1: Level(pattern=f"{FIRST}.{SECOND}")}
    numbering = Numbering()
    found = [numbering.label("list", levels, depth) for depth in (0, 1, 1, 0, 1)]
    assert found == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_level_above_that_nothing_counted_shows_its_first_number():
    levels = {0: Level(5, pattern=FIRST), 1: Level(pattern=f"{FIRST}.{SECOND}")}
    assert Numbering().label("list", levels, 1) == "5.1"


def test_lists_count_apart_and_begin_anew_when_told():
    levels = {0: Level(pattern=FIRST)}
    numbering = Numbering()
    assert [numbering.label(name, levels, 0) for name in ("a", "b", "a")] == ["1", "1", "2"]
    numbering.restart("a", 0, 7)
    assert numbering.label("a", levels, 0) == "7"


def test_depth_without_a_level_has_no_label():
    assert Numbering().label("list", {0: Level(pattern=FIRST)}, 3) == ""


def test_label_never_grows_into_a_book():
    assert len(labels(Level(pattern="x" * 100_000), 1)[0]) == LONGEST_LABEL


@pytest.mark.parametrize(
    ("sign", "seen"), [("\uf0b7", "•"), ("\uf0e0", "•"), ("o", "•"), ("·", "•"), ("-", "-"), ("►", "►"), (" ", "")]
)
def test_bullets_are_named_as_they_are_seen(sign, seen):
    assert bullet_of(sign) == seen


def test_letters_of_symbol_fonts_are_dots():
    assert bullet_of("ü", in_symbol_font=True) == "•"
