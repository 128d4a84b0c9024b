import pytest

from recruit.matching.employment import latest_year, stints_of, total_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Acme Tool 2012 - 2015", 3.0),
        ("Acme Tool, Mar 2017 \u2013 Sept 2019", 2.58),
        ("Acme Tool 02/2018 \u2013PresentWichita", 7.92),
        ("machinist since 2006", 20.0),
        ("fitter (2018+)", 8.0),
        ("Acme 2010 to 2014, and evenings Best 2012-2016", 6.0),
        ("Acme 1998-2004\nBest 2010-2012", 8.0),
    ],
)
def test_years_of_work_are_read_from_dates(text, years):
    assert total_years(stints_of(text, reference_year=2026)) == pytest.approx(years, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "Valley Technical College 2008 - 2010",
        "EDUCATION\nMachine Tool Technology, 2008 - 2010",
        "A.A.S. Machining, 2008-2010",
        "graduated 2012",
        "part no. 2012-2044-7",
        "scrap down 2015",
        "2019 - 2012",
    ],
)
def test_schooling_and_other_numbers_are_no_work(text):
    assert stints_of(text, reference_year=2026) == []


def test_the_text_of_a_job_ends_at_the_next_job_or_gap():
    text = "Acme 2012 - 2015\nran lathes\nBest 2015 - 2020\nran mills\n\nSKILLS\nTIG"
    first, second = stints_of(text, reference_year=2026)
    assert text[slice(*first.reach)].strip() == "Acme 2012 - 2015\nran lathes"
    assert text[slice(*second.reach)].strip() == "Best 2015 - 2020\nran mills"


@pytest.mark.parametrize("label", ["Skills:", "Also:", "Other:", "Other skills:"])
def test_a_closing_line_about_everything_is_not_of_the_last_job(label):
    text = f"Acme 2012 - 2015\n- ran lathes\n{label} TIG, saws"
    (job,) = stints_of(text, reference_year=2026)
    assert text[slice(*job.reach)] == "Acme 2012 - 2015\n- ran lathes"


def test_the_latest_year_is_of_jobs_and_not_of_school():
    assert latest_year("Acme 2012 - 2015\nCollege 2016 - 2018") == 2015
    assert latest_year("no dates") is None


@pytest.mark.parametrize(
    ("dates", "year"),
    [("2012 - 2015", 2015), ("May 2012 - Dec 2015", 2015), ("05/12 - 03/15", 2015), ("'12 - '15", 2015)],
)
def test_the_latest_year_is_one_that_is_named(dates, year):
    assert latest_year(f"Acme Tool {dates}") == year
