import pytest

from recruit.documents.contents.history import positions_of

JOB = "Machinist, Orrin Gear Co., 2010 - 2014"


def named(text):
    return [(job.title and job.title.text, job.employer and job.employer.text) for job in positions_of(text)]


@pytest.mark.parametrize(
    "note",
    [
        "Laid off 2014 - 2015",
        "Laid-off in 2014 when Orrin Gear Co. closed",
        "Laid off from Orrin Gear Co. 2014 - 2015",
        "Aug 2014 - Mar 2015: Laid off (COVID)",
        "2014 - 2015  Family leave",
        "COVID layoff, 2020 - 2021",
        "Unemployed 2014 - 2015",
        "Career break (2014 - 2015)",
        "Raising children   2014 - 2019",
        "Stay-at-home parent   2014 - 2019",
        "Caregiver for my father, 2014 - 2015",
        "Sabbatical: 2014 - 2015",
        "Travel, 2014 - 2015",
        "Traveling in Mexico 2014 - 2015",
        "Moved to Texas 2014 - 2015",
        "Took time off to look after a house 2014 - 2015",
        "Looking for a new job 2014 - 2015",
        "- Unemployed, 2014 - 2015",
    ],
)
def test_a_time_without_a_job_is_no_job(note):
    assert named(f"EXPERIENCE\n\n{note}\n\n{JOB}\n- ran lathes\n") == [("Machinist", "Orrin Gear Co.")]
    assert named(f"EXPERIENCE\n\n{JOB}\n- ran lathes\n\n{note}\n") == [("Machinist", "Orrin Gear Co.")]


@pytest.mark.parametrize(
    "note", ["Family leave\n2014 - 2015", "2014 - 2015\nFamily leave", "Laid off\n2014 - 2015"]
)
def test_a_time_without_a_job_is_none_with_its_dates_on_a_line_of_their_own(note):
    assert named(f"EXPERIENCE\n\n{note}\n\n{JOB}\n") == [("Machinist", "Orrin Gear Co.")]


def test_the_job_under_a_time_without_one_keeps_its_names():
    text = "EXPERIENCE\n\nLaid off\n2014 - 2015\nWelder\nTibbs Tank\n2010 - 2014\n"
    assert named(text) == [("Welder", "Tibbs Tank")]


@pytest.mark.parametrize(
    ("line", "job"),
    [
        ("Retired machinist, Orrin Gear, 2010 - 2019", ("Retired machinist", "Orrin Gear")),
        ("Retirement Villa, custodian, 2005 - 2009", ("custodian", "Retirement Villa")),
        ("Travel nurse, Sunny Acres Hospital, 2005 - 2009", ("Travel nurse", "Sunny Acres Hospital")),
        ("Caregiver, Sunny Acres Center, 2000 - 2003", ("Caregiver", "Sunny Acres Center")),
        ("Raised Floor Systems 1998 - 2000", (None, "Raised Floor Systems")),
        ("Machinist, Orrin Gear Co., 2014 - 2019 (laid off)", ("Machinist", "Orrin Gear Co.")),
    ],
)
def test_a_job_that_sounds_like_none_is_one(line, job):
    assert named(f"EXPERIENCE\n\n{line}\n") == [job]
