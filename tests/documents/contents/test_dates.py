import pytest

from recruit.documents.contents.dates import Form, dates_in
from tests.effort import growth


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2012 - 2015", 2012, 2015),
        ("2012\u20132015", 2012, 2015),
        ("2012 to 2015", 2012, 2015),
        ("Mar 2017 \u2013 Sept 2019", 2017 + 2 / 12, 2019.75),
        ("March 5, 2016 - June 7, 2017", 2016 + 2 / 12, 2017.5),
        ("March - June 2016", 2016 + 2 / 12, 2016.5),
        ("06/2016 - 07/2019", 2016 + 5 / 12, 2019 + 7 / 12),
        ("05/03/2016 - 06/12/2019", 2016 + 4 / 12, 2019.5),
        ("6/16-8/19", 2016 + 5 / 12, 2019 + 8 / 12),
        ("2016-03 to 2019-02", 2016 + 2 / 12, 2019 + 2 / 12),
        ("2016-03-01 - 2019-02-28", 2016 + 2 / 12, 2019 + 2 / 12),
        ("'16 - '19", 2016, 2019),
        ("'98-'04", 1998, 2004),
        ("'98-2004", 1998, 2004),
        ("Jan '16 - Mar '19", 2016, 2019.25),
        ("Jan 16 - Mar 19", 2016, 2019.25),
        ("1998-99", 1998, 1999),
        ("2019-21", 2019, 2021),
        ("Summer 2018", 2018 + 5 / 12, 2018 + 8 / 12),
        ("Fall 2015 to Spring 2016", 2015 + 8 / 12, 2016 + 5 / 12),
        ("2016\t2019", 2016, 2019),
        ("2020 2021", 2020, 2021),
        ("between 2012 and 2015", 2012, 2015),
        ("enero 2012 a marzo 2014", 2012, 2014.25),
        ("Inc.02/2018 - 03/2019", 2018 + 1 / 12, 2019.25),
        ("in 1999 as a grinder and stayed until 2012", 1999, 2012),
        ("From: 03/2015 To: 06/2018", 2015 + 2 / 12, 2018.5),
        ("Start date: 03/2015\tEnd date: 06/2018", 2015 + 2 / 12, 2018.5),
        ("Start date: 03/2015\nEnd date: 06/2018", 2015 + 2 / 12, 2018.5),
        ("04/2012 bis 03/2015", 2012.25, 2015.25),
        ("Q2 2015 - Q3 2016", 2015.25, 2016.75),
    ],
)
def test_a_range_is_read_in_decimal_years(text, start, end):
    (found,) = dates_in(text)
    assert (found.form, found.is_current) == (Form.RANGE, False)
    assert (found.start_year, found.end_year) == (pytest.approx(start), pytest.approx(end))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("02/2018 \u2013PresentWichita", 2018 + 1 / 12),
        ("2016 to date", 2016),
        ("2021-now", 2021),
        ("Aug-14 to Present", 2014 + 7 / 12),
        ("since 2006", 2006),
        ("since June '98", 1998 + 5 / 12),
        ("desde 2010", 2010),
        ("2006+", 2006),
        ("2016 -", 2016),
        ("2016 -\nPresent", 2016),
    ],
)
def test_what_has_no_end_lasts(text, start):
    (found,) = dates_in(text)
    assert (found.start_year, found.end_year, found.is_current) == (pytest.approx(start), None, True)


@pytest.mark.parametrize(
    "text",
    [
        "part no. 2012-2044-7",
        "2019 - 2012",
        "$2015",
        "AS9102-2016",
        "316-555-2015",
        "1/16 - 3/16",
        "3/4 - 5/8",
        "98-04",
    ],
)
def test_other_numbers_are_no_dates(text):
    assert dates_in(text) == []


def test_a_date_alone_is_single():
    assert [found.form for found in dates_in("June 2019, graduated 2012, until 2015")] == [
        Form.SINGLE,
        Form.SINGLE,
        Form.UNTIL,
    ]


def test_a_month_is_no_part_of_another_word():
    (found,) = dates_in("Marine 2012 - 2016")
    assert found.start_year == 2012


@pytest.mark.parametrize("text", ["2012 " * 2_000, "mar 16 " * 2_000, "'16 - " * 2_000, "1 " * 10_000])
def test_the_work_grows_in_step_with_the_text(text):
    assert growth(dates_in, text, times=8) < 24


@pytest.mark.parametrize(
    "text",
    [
        "03/2015 To: Present",
        "03/2015\tEnd date: Present",
        "03/2015 Present\tPalmer Die",
        "03/2015\tPresent\tPalmer Die",
        "Palmer Die\t03/2015\tPresent",
        "03/2015 Present  Palmer Die",
        "03/2015 \u2013 heute   Dreher",
        "seit 03/2015",
        "depuis 03/2015",
        "03/2015 - actualidad",
        "03/2015 - presente",
        "03/2015 - présent",
        "03/2015 à ce jour",
    ],
)
def test_words_of_now_leave_a_date_without_an_end(text):
    (found,) = dates_in(text)
    assert (found.start_year, found.end_year, found.is_current) == (2015 + 2 / 12, None, True)


def test_quarter_of_a_year_belongs_to_the_date():
    text = "Toolmaker, Q3 2017 to date"
    (found,) = dates_in(text)
    assert (text[found.start : found.end], found.start_year) == ("Q3 2017 to date", 2017.5)


def test_quarter_alone_is_no_length_of_time():
    (found,) = dates_in("cut scrap in half in Q3 2019")
    assert found.form is Form.SINGLE


def test_present_before_a_small_word_is_no_end():
    (found,) = dates_in("in 2019 present at the trials")
    assert not found.is_current
