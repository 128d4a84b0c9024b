from recruit.documents.contents.history import positions_of, worked_years


def test_dates_of_a_company_in_all_are_no_job_beside_those_of_its_titles():
    text = "EXPERIENCE\nMarsh Works, Lima, OH   2005 - 2019\n  Foreman (2012 - 2019)\n  Machinist (2005 - 2012)\n"
    jobs = positions_of(text)
    assert [(job.title.text, job.employer.text) for job in jobs] == [
        ("Foreman", "Marsh Works"),
        ("Machinist", "Marsh Works"),
    ]
    assert text[jobs[0].start :].startswith("Marsh Works")


def test_dates_of_a_company_in_all_stay_where_its_titles_leave_years_out():
    text = "EXPERIENCE\nMarsh Works, Lima, OH   2005 - 2019\n  Foreman (2014 - 2019)\n"
    assert worked_years(positions_of(text), 2026) == 14


def test_title_with_the_dates_of_its_company_is_one_job():
    text = "EXPERIENCE\nMarsh Works, Lima, OH   2005 - 2019\nForeman, 2005 - 2019\n"
    assert [(job.title.text, job.employer.text, job.end_year) for job in positions_of(text)] == [
        ("Foreman", "Marsh Works", 2019.0)
    ]
