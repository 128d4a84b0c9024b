import pytest

from recruit.matching import extract


def years(text: str, kind: str = "resume") -> dict[str, float]:
    return {mention.text: mention.years for mention in extract(text, kind) if mention.years is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 years Fanuc", {"Fanuc": 6}),
        ("Fanuc - 6 yrs", {"Fanuc": 6}),
        ("Fanuc (6 years), Mastercam (2 years)", {"Fanuc": 6, "Mastercam": 2}),
        ("Fanuc 6 years, Mastercam 2 years", {"Fanuc": 6, "Mastercam": 2}),
        ("6 years Fanuc, 2 years Mastercam", {"Fanuc": 6, "Mastercam": 2}),
        ("10 years TIG welding 5 years milling", {"TIG welding": 10, "milling": 5}),
        ("12+ years of hands-on experience with Mastercam", {"Mastercam": 12}),
        ("three (3) years of TIG welding", {"TIG welding": 3}),
        ("twenty-two years of milling", {"milling": 22}),
        ("18 months of TIG welding", {"TIG welding": 1.5}),
        ("TIG and MIG welding, 7 years", {"TIG": 7, "MIG welding": 7}),
        ("PC-DMIS: 4 yrs", {"PC-DMIS": 4}),
        ("ran Fanuc for 9 years.", {"Fanuc": 9}),
        ("12 years of MIG, TIG, and stick welding", {"MIG": 12, "TIG": 12, "stick welding": 12}),
        ("8 years Okuma, milling and turning", {"Okuma": 8}),
        ("5 years with Haas mills and 3 with Okuma lathes", {"Haas mills": 5, "Okuma lathes": 3}),
        ("15 years, 6 on Swiss lathes, 2 of those programming", {"Swiss lathes": 6, "programming": 2}),
        ("Fanuc, two and a half years", {"Fanuc": 2.5}),
        ("Mastercam 9 mths", {"Mastercam": 0.75}),
        ("Fanuc ten years, Heidenhain three, Okuma - 2", {"Fanuc": 10, "Heidenhain": 3, "Okuma": 2}),
        ("Want a CNC lathe operator with 4 years and a good eye", {"CNC lathe": 4}),
        ("Bevel gear cutting experience 3 yrs min.", {"Bevel gear cutting": 3}),
        ("Machinist w/ 12 yr exp. Aluminum, CNC lathe", {}),
    ],
)
def test_a_number_of_years_goes_to_the_noun_it_stands_with(text: str, expected: dict[str, float]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minimum 5 years of CNC milling", {"CNC milling": 5}),
        ("3-5 years of TIG welding required", {"TIG welding": 3}),
        ("at least 2 yrs. Mastercam", {"Mastercam": 2}),
    ],
)
def test_years_asked_for_are_the_lower_number(text: str, expected: dict[str, float]) -> None:
    assert years(text, "job") == expected


@pytest.mark.parametrize(
    "text",
    [
        "I am 28 years old and weld TIG",
        "28 year old TIG welder",
        "We have been in business 50 years. TIG welding.",
        "Family owned for 40 years, milling and turning",
        "TIG welding since 2006",
        "Pass the Mastercam exam within 2 years",
        "Moved here 3 years ago. Milling",
        "4 year degree. Mastercam",
        "3rd year apprentice, lathe",
    ],
)
def test_ages_dates_and_companies_give_no_years(text: str) -> None:
    assert years(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 years of milling, 4 of them grinding", {"milling": 10, "grinding": 4}),
        ("5-8 yrs CNC turning, 2 of which on Swiss lathes", {"CNC turning": 5, "Swiss lathes": 2}),
        ("Mastercam min 2 years, GibbsCAM", {"Mastercam": 2}),
        ("4 yr tool and die apprenticeship, then milling", {}),
        ("Welder, 9 yrs. TIG welding, stick", {}),
        ("9 yrs. TIG welding", {"TIG welding": 9}),
    ],
)
def test_a_part_of_a_number_and_a_number_of_something_else_are_told_apart(
    text: str, expected: dict[str, float]
) -> None:
    assert years(text) == expected
