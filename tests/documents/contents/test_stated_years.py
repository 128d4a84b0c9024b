import pytest

from recruit.documents.contents.stated_years import stated_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("14 years of CNC work", [14.0]),
        ("17+ yrs", [17.0]),
        ("twenty-one years, three employers", [21.0]),
        ("Three (3) years of TIG", [3.0]),
        ("4 1/2 years running lathes", [4.5]),
        ("3-5 years inspecting, including at least 1 year of CMM", [3.0, 1.0]),
        ("five or more years at the bench", [5.0]),
        ("6+ months on a lathe", [0.5]),
        ("2.5 years", [2.5]),
    ],
)
def test_stated_years_are_read(text, years):
    assert [found.years for found in stated_years(text)] == years


@pytest.mark.parametrize(
    "text",
    [
        "I am 28 years old",
        "28-year-old machinist",
        "a family-owned shop, 50 years strong",
        "in business 40 years",
        "certificate renewed every 3 years",
        "5 years ago",
        "$25.00 years",
        "lot 316 years",
    ],
)
def test_ages_and_companies_are_no_experience(text):
    assert list(stated_years(text)) == []


def test_a_clause_ends_at_a_full_stop_or_line_end():
    text = "Acme Tool.\nLathe work for 5 years; before that retail"
    (found,) = stated_years(text)
    assert text[slice(*found.clause)].strip() == "Lathe work for 5 years"
