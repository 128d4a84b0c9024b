import pytest

from recruit.documents.contents.history import positions_of


def jobs_of(text):
    return [
        (job.title and job.title.text, job.employer and job.employer.text, job.start_year)
        for job in positions_of(f"EXPERIENCE\n{text}\n")
    ]


def test_year_in_a_remark_on_an_employer_is_no_date_of_the_job():
    (job,) = jobs_of(
        "Die Repairer\nPalmer Gage Co. (formerly Palmer Brothers; sold to Orbit Group in 2017)\nMay 2009 - Present"
    )
    assert (job[0], job[1].startswith("Palmer Gage Co."), int(job[2])) == ("Die Repairer", True, 2009)


#: How dates stand below labels of title and employer -> the line, and the year the job began.
LABELLED = {
    "a length behind the dates": ("Dates: 2008 - 2016 (8 years, 5 months)", 2008.0),
    "from and to": ("From: 01/2017 To: Present", 2017.0),
    "start and end": ("Start date: 01/2017   End date: 05/2020", 2017.0),
    "start over end": ("Start date: 01/2017\nEnd date: 05/2020", 2017.0),
}


@pytest.mark.parametrize(("dates", "year"), LABELLED.values(), ids=LABELLED)
def test_labels_name_the_job_of_labelled_dates(dates, year):
    found = jobs_of(f"Employer: Marsh Pumps\nJob title: Pipe Fitter\n{dates}\nEmployer: Orbit Aero\nTitle: Sander")
    assert found[0] == ("Pipe Fitter", "Marsh Pumps", year)


def test_labelled_title_goes_before_words_of_titles_elsewhere():
    text = "Company: U.S. Army, 9th Engineer Bn\nTitle: Metal Trade Specialist (91E)\nDates: 2003-2007"
    assert jobs_of(text) == [("Metal Trade Specialist", "U.S. Army", 2003.0)]


#: Where a cell of a table tells of duties -> its lines.
DUTIES = {
    "between title and employer": (
        "2016 - present\nCNC Machinist\nSet up Okuma LB15, ran mills\nMarsh Tool & Die, Lima, OH\n"
        "2011 - 2016\nLathe Operator\nRan Hardinge chuckers.\nPalmer Screw Co., Troy, OH"
    ),
    "above the dates": (
        "Marsh Tool & Die, Lima, OH\nCNC Machinist\nSet up Okuma LB15, ran mills\n2016 - present\n"
        "Palmer Screw Co., Troy, OH\nLathe Operator\nOperated Hardinge chuckers\n2011 - 2016"
    ),
    "as a sentence": (
        "2016 - present\nCNC Machinist\nProgrammed the Okuma LB15; held ±0.0005 in.\nMarsh Tool & Die, Lima, OH\n"
        "2011 - 2016\nLathe Operator\nResponsible for chuckers and gages.\nPalmer Screw Co., Troy, OH"
    ),
}


@pytest.mark.parametrize("text", DUTIES.values(), ids=DUTIES)
def test_duties_in_a_cell_are_no_employer_and_hide_none(text):
    assert jobs_of(text) == [
        ("CNC Machinist", "Marsh Tool & Die", 2016.0),
        ("Lathe Operator", "Palmer Screw Co.", 2011.0),
    ]


@pytest.mark.parametrize("said", ["Same company", "Same", "the same employer"])
def test_same_company_is_that_of_the_job_before(said):
    text = f"2022 - Present: Machinist at Marsh Gearworks, Lima, OH\n2019 - 2022: {said}, as deburr operator"
    assert jobs_of(text)[1] == ("deburr operator", "Marsh Gearworks", 2019.0)


def test_town_below_a_job_is_not_the_employer_of_the_next_at_the_same_company():
    text = (
        "Fabricator\nSpokane, Washington, United States\n\n"
        "Marsh Metals\n6 years 2 months\nLead Fabricator\nMarch 2023 - Present (3 years 9 months)\n"
        "Spokane\n"
        "Fabricator\nOctober 2020 - March 2023 (2 years 6 months)\n\nPalmer Ag\nWelder\n2017 - 2020"
    )
    assert [job[1] for job in jobs_of(text)] == ["Marsh Metals", "Marsh Metals", "Palmer Ag"]


def test_company_below_a_job_of_another_is_not_its_town():
    text = (
        "Marsh Metals\n6 years 2 months\nLead Fabricator\nMarch 2023 - Present\n"
        "Fabricator\nMay 2020 - March 2023\nPalmer Ridge\nWelder\n2017 - 2020"
    )
    assert jobs_of(text)[-1][1] == "Palmer Ridge"


def test_machine_in_a_list_of_years_is_no_employer():
    assert jobs_of("- Lathe operator, Mazak, five years\n- Welder, TIG, 3 years") == []


@pytest.mark.parametrize("title", ["Set Up Machinist", "Set-up Operator CNC lathe", "Setup Lead"])
def test_set_up_is_a_title_before_a_noun(title):
    assert jobs_of(f"{title}, Marsh Gear, 2010 - 2015")[0][:2] == (title, "Marsh Gear")


def test_same_company_as_nobody_names_none():
    assert jobs_of("2019 - 2022: Same company, as deburr operator") == [("deburr operator", None, 2019.0)]


def test_year_a_company_was_founded_is_no_date_of_the_job():
    assert jobs_of("CNC Machinist\nMarsh Gear (est. 1952), Lima, OH\n2010 to now") == [
        ("CNC Machinist", "Marsh Gear", 2010.0)
    ]


def test_freelance_work_is_a_title_without_an_employer():
    assert jobs_of("Also\nFreelance CAD drafting, 2015-2017, for various shops") == [
        ("Freelance CAD drafting", None, 2015.0)
    ]


def test_class_of_a_title_belongs_to_it():
    assert jobs_of("Machinist, class B | Marsh Pump Repair | 2001 - 2005")[0][0] == "Machinist, class B"


#: What sentences and short items say of a job -> title, employer and the year it began.
PROSE = {
    "at a name that has a trade in it": (
        "I have been a TIG welder at Sawyer Alloys since 2006.",
        ("TIG welder", "Sawyer Alloys", 2006.0),
    ),
    "hired by": (
        "Hired by Marsh Mining in 1998 as a millwright helper; promoted to millwright in 2003 and lead in 2010.",
        ("millwright helper", "Marsh Mining", 1998.0),
    ),
    "hired by, and shortly": (
        "Hired by Marsh Paper in 2004 as an oiler. Promoted to millwright in 2009.",
        ("oiler", "Marsh Paper", 2004.0),
    ),
    "what somebody does now": ("Now driving truck for Palmer Freight (2020-).", (None, "Palmer Freight", 2020.0)),
    "a sentence for each": (
        "1) Marsh Casting, Peoria IL. Coremaker. 6/2018 to 8/2023. Left: shift closed.",
        ("Coremaker", "Marsh Casting", 2018 + 5 / 12),
    ),
    "a length in words": ("- Marsh Hydraulic, lead man, ten years", ("lead man", "Marsh Hydraulic", None)),
}


@pytest.mark.parametrize(("text", "job"), PROSE.values(), ids=PROSE)
def test_prose_and_short_items_name_the_job(text, job):
    assert jobs_of(text) == [job]


@pytest.mark.parametrize("word", ["Zerspanungsmechaniker", "Werkzeugmacherin", "Schweißer"])
def test_german_titles_are_told_by_their_ends(word):
    assert jobs_of(f"04/2015 - heute   {word}, Feinwerk Lund GmbH, Essen")[0][:2] == (word, "Feinwerk Lund GmbH")


def test_german_schooling_is_no_job():
    assert jobs_of("2005 - 2008 Ausbildung zum Industriemechaniker") == []


@pytest.mark.parametrize("gap", ["\t", "   "])
def test_from_and_to_are_columns_of_their_own(gap):
    rows = (
        ["From", "To", "Employer", "Position"],
        ["05/01/2019", "Present", "Marsh Rotor LLC", "CMM Programmer"],
        ["11/15/2014", "04/26/2019", "Palmer Instruments", "Quality Technician"],
    )
    assert [job[:2] for job in jobs_of("\n".join(gap.join(row) for row in rows))] == [
        ("CMM Programmer", "Marsh Rotor LLC"),
        ("Quality Technician", "Palmer Instruments"),
    ]


def test_what_somebody_does_now_is_no_part_of_the_job_before():
    text = "Hired by Marsh Mining in 1998 as a millwright helper.\nNow driving truck for Palmer Freight (2020-)."
    assert [job[1] for job in jobs_of(text)] == ["Marsh Mining", "Palmer Freight"]
