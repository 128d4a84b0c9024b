import pytest

from recruit.matching.occupations import load_occupation_map
from tests.matching.shop import MACHINIST, OCCUPATIONS, OPERATOR, WELDER


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("CNC lathe operator and welder", ["CNC lathe operator", "welder"]),
        ("Set up machinist; SET-UP MACHINIST", ["Set up machinist", "SET-UP MACHINIST"]),
        ("a TIG welder", ["TIG welder"]),
        ("lathe, operator", []),
        ("machinists and weldery", []),
    ],
)
def test_titles_are_found_longest_first(text, titles):
    found = list(OCCUPATIONS.titles_in(text))
    assert [title.text for title in found] == titles
    assert all(text[title.start : title.end] == title.text for title in found)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("I am not CNC programmer", []),
        ("not a welder or a machinist", []),
        ("I wasn't a welder", []),
        ("never worked as a welder", []),
        ("no CNC programmer here", []),
        ("I set offsets when CNC programmer is out", []),
        ("worked with a machinist", []),
        ("not only a welder", ["welder"]),
        ("not a welder but a machinist", ["machinist"]),
        ("No setups.\nmachinist", ["machinist"]),
        ("machinist or welder", ["machinist", "welder"]),
    ],
)
def test_what_is_denied_or_of_a_bystander_is_no_title_of_the_person(text, titles):
    assert [title.text for title in OCCUPATIONS.titles_in(text)] == titles


def test_occupations_are_as_near_as_their_ties():
    assert OCCUPATIONS.similarity(MACHINIST, MACHINIST) == 1.0
    assert OCCUPATIONS.similarity(OPERATOR, MACHINIST) == OCCUPATIONS.similarity(MACHINIST, OPERATOR) == 0.6
    assert OCCUPATIONS.similarity(MACHINIST, WELDER) == 0.3
    assert OCCUPATIONS.similarity(WELDER, "29-1141.00") == 0.1


def test_an_unknown_code_is_called_by_itself():
    assert OCCUPATIONS.title("99-9999.00") == "99-9999.00"
    assert OCCUPATIONS.title(WELDER) == "Welders"


@pytest.mark.parametrize(
    "title", ["CNC miller", "CNC turner", "CNC setter", "CNC lathe turner", "milling machinist"]
)
def test_millers_and_turners_are_no_other_trade_than_machinists(title):
    known = load_occupation_map()
    (found,) = known.titles_in(title)
    assert found.text == title
    assert max(share * known.similarity(MACHINIST, code) for code, share in found.codes) >= 0.4


def test_a_family_name_is_no_title():
    assert list(load_occupation_map().titles_in("References: Ann Miller, Bob Turner")) == []
