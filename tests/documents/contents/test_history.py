from pathlib import Path

import pytest

from recruit.documents.contents.history import positions_of, worked_years
from recruit.documents.contents.job_heads import MOST_JOBS
from recruit.vocabulary.shapes import Block, BlockKind
from tests.effort import growth

#: Layout -> text, and what must be found: title, employer, first and last year, whether it lasts.
LAYOUTS = {
    "title, employer, town, dates after a gap": (
        "EXPERIENCE\nMachinist, Acme Tool Co, Akron, OH   2016 - present\n- ran lathes\n",
        [("Machinist", "Acme Tool Co", 2016.0, None)],
    ),
    "dates at the right after a tab": (
        "EXPERIENCE\nAcme Tool & Die\tMarch 2014 - June 2018\nCNC Operator\nRan two lathes.\n",
        [("CNC Operator", "Acme Tool & Die", 2014 + 2 / 12, 2018.5)],
    ),
    "bars between, title below": (
        (
            "WORK HISTORY\nDelphos Metalworks | Lima, OH | Mar 2016 - Present\nTool Maker\n• built dies\n\n"
            "Harlan Gear | Lima, OH | 2010 - 2016\nApprentice\n• ground punches\n"
        ),
        [("Tool Maker", "Delphos Metalworks", 2016 + 2 / 12, None), ("Apprentice", "Harlan Gear", 2010.0, 2016.0)],
    ),
    "title line, then employer line with dates": (
        (
            "EXPERIENCE\n\nWelder\nBayou Tank, Houma, LA, 2012-2015\n- tanks\n\nFitter\n"
            "Delta Steel, Houma, LA, 2009-2012\n"
        ),
        [("Welder", "Bayou Tank", 2012.0, 2015.0), ("Fitter", "Delta Steel", 2009.0, 2012.0)],
    ),
    "employer line, then title line with dates": (
        "EXPERIENCE\n\nBayou Tank, Houma, LA\nWelder, 2012-2015\n- tanks\n\nDelta Steel\nFitter, 2009-2012\n",
        [("Welder", "Bayou Tank", 2012.0, 2015.0), ("Fitter", "Delta Steel", 2009.0, 2012.0)],
    ),
    "dates first": (
        "2016-2019  Acme Tool, grinder\n2012-2016  Best Foundry, molder\n",
        [("grinder", "Acme Tool", 2016.0, 2019.0), ("molder", "Best Foundry", 2012.0, 2016.0)],
    ),
    "dates alone above": (
        (
            "EMPLOYMENT\n\n2016 - 2019\nAcme Tool\nSurface Grinder Operator\n- ground\n\n2012 - 2016\n"
            "Best Foundry\nMolder\n"
        ),
        [
            ("Surface Grinder Operator", "Acme Tool", 2016.0, 2019.0),
            ("Molder", "Best Foundry", 2012.0, 2016.0),
        ],
    ),
    "dates alone below": (
        (
            "EMPLOYMENT\n\nQuality Inspector\nAcme Castings\nJan 2016 - Dec 2019\n- checked\n- wrote\n\n"
            "Sorter\nBest Foundry\n2012 - 2016\n"
        ),
        [("Quality Inspector", "Acme Castings", 2016.0, 2020.0), ("Sorter", "Best Foundry", 2012.0, 2016.0)],
    ),
    "LinkedIn export": (
        (
            "Experience\nOakridge Components\nLead Machinist\nMarch 2016 - Present (3 years 2 months)\n"
            "Toledo, Ohio\nHilltop Gear\n"
            "Setup Operator\nJune 2012 - February 2016 (3 years 9 months)\nToledo, Ohio\n"
        ),
        [
            ("Lead Machinist", "Oakridge Components", 2016 + 2 / 12, None),
            ("Setup Operator", "Hilltop Gear", 2012 + 5 / 12, 2016 + 2 / 12),
        ],
    ),
    "LinkedIn export, two titles under one employer": (
        (
            "Experience\nOakridge Components\n6 years 1 month\nLead Machinist\n"
            "March 2018 - Present (4 years)\nToledo, Ohio\n"
            "Machinist\nMarch 2016 - March 2018 (2 years 1 month)\nToledo, Ohio\n"
        ),
        [
            ("Lead Machinist", "Oakridge Components", 2018 + 2 / 12, None),
            ("Machinist", "Oakridge Components", 2016 + 2 / 12, 2018.25),
        ],
    ),
    "two titles under one employer": (
        (
            "EXPERIENCE\nOakridge Components, Toledo, OH\nLead Machinist, 2018 - present\n- leads\n"
            "Machinist, 2014 - 2018\n- ran\n"
        ),
        [
            ("Lead Machinist", "Oakridge Components", 2018.0, None),
            ("Machinist", "Oakridge Components", 2014.0, 2018.0),
        ],
    ),
    "table": (
        "WORK HISTORY\nAcme Tool\tMachinist\t2016\t2019\nBest Foundry\tMolder\t2012\t2016\n",
        [("Machinist", "Acme Tool", 2016.0, 2019.0), ("Molder", "Best Foundry", 2012.0, 2016.0)],
    ),
    "table with bars": (
        (
            "EMPLOYER         | FROM-TO   | AS\nAcme Tool        | 2016-now  | Machinist\n"
            "Best Foundry     | 2012-2016 | Molder\n"
        ),
        [("Machinist", "Acme Tool", 2016.0, None), ("Molder", "Best Foundry", 2012.0, 2016.0)],
    ),
    "all capitals": (
        "WORK HISTORY\nACME TOOL INC, SHIFT SUPERVISOR   OCT 2014 TO PRESENT\nPIZZA SHOP, COOK   2009 TO 2014\n",
        [("SHIFT SUPERVISOR", "ACME TOOL INC", 2014.75, None), ("COOK", "PIZZA SHOP", 2009.0, 2014.0)],
    ),
    "small letters": (
        "now: flint hills mfg, mill operator 2021-now\nbefore: cox & sons machine 2019-21\n",
        [("mill operator", "flint hills mfg", 2021.0, None), (None, "cox & sons machine", 2019.0, 2021.0)],
    ),
    "years of two digits": (
        "EXPERIENCE\nAcme Tool, machinist, '16 - '19\nBest Foundry, molder, '98-'04\n",
        [("machinist", "Acme Tool", 2016.0, 2019.0), ("molder", "Best Foundry", 1998.0, 2004.0)],
    ),
    "months as numbers": (
        "EXPERIENCE\nAcme Tool - Machinist - 06/2016 to 08/2019\nBest Foundry - Molder - 6/12-8/16\n",
        [
            ("Machinist", "Acme Tool", 2016 + 5 / 12, 2019 + 8 / 12),
            ("Molder", "Best Foundry", 2012 + 5 / 12, 2016 + 8 / 12),
        ],
    ),
    "a season": (
        "EXPERIENCE\nGroundskeeper, Lakeview Golf Course, Summer 2018\n",
        [("Groundskeeper", "Lakeview Golf Course", 2018 + 5 / 12, 2018 + 8 / 12)],
    ),
    "from season to season": (
        "EXPERIENCE\nLab assistant, Hilltop Testing Labs, Fall 2015 to Spring 2016\n",
        [("Lab assistant", "Hilltop Testing Labs", 2015 + 8 / 12, 2016 + 5 / 12)],
    ),
    "since": (
        "Tool maker at Acme Tool since 2006\n",
        [("Tool maker", "Acme Tool", 2006.0, None)],
    ),
    "a year and a plus": ("WORK\nAcme Tool, deburrer (2006+)\n", [("deburrer", "Acme Tool", 2006.0, None)]),
    "to date": ("WORK HISTORY\nAcme Tool, deburrer, 2016 to date\n", [("deburrer", "Acme Tool", 2016.0, None)]),
    "a dash and nothing": (
        "WORK HISTORY\nAcme Tool, deburrer, 2016 -\n",
        [("deburrer", "Acme Tool", 2016.0, None)],
    ),
    "the end in short": (
        "WORK HISTORY\nAcme Tool, deburrer, 1998-99\n",
        [("deburrer", "Acme Tool", 1998.0, 1999.0)],
    ),
    "a length and no dates": (
        "WORK HISTORY\nAcme Tool, deburrer, 3 yrs\n",
        [("deburrer", "Acme Tool", None, None)],
    ),
    "military service": (
        "MILITARY\nU.S. Army, Wheeled Vehicle Mechanic, 2008 - 2012\n",
        [("Wheeled Vehicle Mechanic", "U.S. Army", 2008.0, 2012.0)],
    ),
    "an agency and its client": (
        "EXPERIENCE\nBright Staffing (assigned to Acme Plastics), press operator, 2015 - 2016\n",
        [("press operator", "Bright Staffing (assigned to Acme Plastics)", 2015.0, 2016.0)],
    ),
    "prose": (
        (
            "I started at Acme Tool in 1999 as a grinder and stayed until 2012. Then I joined Best Foundry "
            "as a foreman in 2012 until 2020.\n"
        ),
        [("grinder", "Acme Tool", 1999.0, 2012.0), ("foreman", "Best Foundry", 2012.0, 2020.0)],
    ),
    "two jobs on a line": (
        "Northland Gear 2008-2014; Mesa Machine 2005-2008 (apprentice)\n",
        [(None, "Northland Gear", 2008.0, 2014.0), ("apprentice", "Mesa Machine", 2005.0, 2008.0)],
    ),
    "labels": (
        (
            "EXPERIENCE\n\nCompany: Acme\nPosition: Lathe hand\nDates: 2012 - 2015\n\nCompany: Best\n"
            "Position: Helper\nDates: 2010 - 2012\n"
        ),
        [("Lathe hand", "Acme", 2012.0, 2015.0), ("Helper", "Best", 2010.0, 2012.0)],
    ),
    "jobs in a list": (
        "WORK\n- Acme Tool, machinist, 2016-2019\n- Best Foundry, molder, 2012-2016\n",
        [("machinist", "Acme Tool", 2016.0, 2019.0), ("molder", "Best Foundry", 2012.0, 2016.0)],
    ),
    "most recent last, and at the same time": (
        "EXPERIENCE\nBest Foundry, molder, 2010 - 2014\nAcme Tool, janitor, 2012 - 2016\n",
        [("molder", "Best Foundry", 2010.0, 2014.0), ("janitor", "Acme Tool", 2012.0, 2016.0)],
    ),
    "Spanish": (
        "EXPERIENCIA\nSoldador, Talleres Acme, enero 2012 a marzo 2016\nTornero, Metales Norte, 2016 - presente\n",
        [("Soldador", "Talleres Acme", 2012.0, 2016.25), ("Tornero", "Metales Norte", 2016.0, None)],
    ),
    "a school as an employer": (
        "EXPERIENCE\nCustodian, Lincoln High School, 2012 - 2016\n",
        [("Custodian", "Lincoln High School", 2012.0, 2016.0)],
    ),
    "letters run together": (
        "WORK HISTORY\nAcmeAerospace Inc.02/2018 \u2013PresentWichita KS\nSet-up Machinist\n",
        [("Set-up Machinist", "AcmeAerospace Inc.", 2018 + 1 / 12, None)],
    ),
}

#: Title and employer in whatever order, table and place they are said, as the file shows.
ORDERS = Path(__file__).with_name("job_orders.txt").read_text(encoding="utf-8").split("\n== ")[1:]

#: What a word or two of the text might be taken for -> text, and what no job may say.
INVENTIONS = {
    "the trade": ("EXPERIENCE\nCNC tool grinding since 2018\n", "CNC tool grinding"),
    "schooling": ("EXPERIENCE\n2006 - 2007  Retrained: A+ certificate\n", "Retrained"),
    "one word of several": ("EXPERIENCE\nStaffing agency, packing   2020 - 2021\n", "Staffing"),
    "a list behind a colon": ("2012 - 2016  Lima Credit Union: Windows Server, VMware\n", "Windows Server"),
    "a town": ("EXPERIENCE\nFort Wayne, IN   2016 - 2019\n- ran lathes\n", "Fort Wayne"),
    "a label": ("Current Position: Machinist, 2016 - 2019\n", "Current Position"),
    "the employer before": (
        "EXPERIENCE\nLima Tool Co\nForeman, 2010 - 2015\n- led\n\nSelf-employed welder, 2006 - 2010\n",
        "Self-employed",
    ),
    "the next job's title": (
        "EXPERIENCE\nDelta Ridge\n2016 - 2019\nMachinist\nBayou Tank\n2012 - 2016\n- ran lathes\n",
        "Delta Ridge, Machinist",
    ),
}


def shown(text):
    return [
        (
            job.title and job.title.text,
            job.employer and job.employer.text,
            job.start_year and round(job.start_year, 2),
            job.end_year and round(job.end_year, 2),
        )
        for job in positions_of(text)
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_history_is_read_in_every_layout(layout):
    text, expected = LAYOUTS[layout]
    rounded = [(t, e, s and round(s, 2), u and round(u, 2)) for t, e, s, u in expected]
    assert shown(text) == rounded


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.partition("\n")[0])
def test_title_and_employer_are_told_apart_in_every_order(order):
    lines = order.replace("→", "\t").strip("\n").split("\n")[1:]
    text = "\n".join(["EXPERIENCE", *(line for line in lines if not line.startswith("=> "))])
    found = [f"=> {title or '-'} @ {employer or '-'}" for title, employer, *_ in shown(text)]
    assert found == [line for line in lines if line.startswith("=> ")]


@pytest.mark.parametrize(("text", "invented"), INVENTIONS.values(), ids=INVENTIONS)
def test_title_and_employer_are_left_empty_rather_than_invented(text, invented):
    for title, employer, *_ in shown(text):
        assert invented not in {title, employer, f"{employer}, {title}"}


@pytest.mark.parametrize(
    "text",
    [
        "EDUCATION\nValley Technical College, Machine Tool Technology, 2008 - 2010",
        "A.A.S. Machining, 2008-2010",
        "CERTIFICATIONS\nForklift operator 2012 - 2015\nAWS D1.1, 2019 - 2021",
        "REFERENCES\nJim Stone, foreman, Acme Tool, since 1999",
        "US citizen since 2014",
        "part no. 2012-2044-7",
        "graduated 2012",
        "2019 - 2012",
        "Bores held to 1/16 - 3/16\n",
    ],
)
def test_schooling_cards_and_other_numbers_are_no_jobs(text):
    assert positions_of(text) == ()


def test_a_project_in_a_list_opens_no_job():
    text = "EXPERIENCE\nMachinist, Acme Tool, 2010 - 2018\n- rebuilt the saw line, 2012 - 2014\n- ran lathes\n"
    (job,) = positions_of(text)
    assert text[job.start : job.end].endswith("- ran lathes")


def test_the_text_of_a_job_ends_at_the_next_job_and_at_a_heading():
    text = "EXPERIENCE\nAcme Tool 2012 - 2015\nran lathes\nBest Tool 2015 - 2020\nran mills\n\nSKILLS\nTIG"
    first, second = positions_of(text)
    assert text[first.start : first.end].strip() == "Acme Tool 2012 - 2015\nran lathes"
    assert text[second.start : second.end].strip() == "Best Tool 2015 - 2020\nran mills"


def test_a_title_above_the_dates_belongs_to_the_job():
    text = "EXPERIENCE\n\nWelder\nBayou Tank, 2012-2015\n"
    (job,) = positions_of(text)
    assert text[job.start : job.end] == "Welder\nBayou Tank, 2012-2015"


def test_what_is_not_said_is_not_invented():
    (job,) = positions_of("EXPERIENCE\n\n2012 - 2015\n\nSKILLS\nTIG\n")
    assert (job.title, job.employer) == (None, None)


def test_dates_alone_are_no_job_beside_one_with_a_name():
    (job,) = positions_of("EXPERIENCE\n\n2014 - 2019\n\n\nMachinist, Acme Tool, 2010 - 2014\n\n2004 - 2006\n")
    assert job.title.text == "Machinist"


def test_a_job_without_names_stays_where_it_says_what_was_done():
    done, named = positions_of(
        "EXPERIENCE\n\n2014 - 2019  swept floors and loaded trucks\n\nMachinist, Acme Tool, 2010 - 2014\n"
    )
    assert (done.title, done.start_year, named.title.text) == (None, 2014.0, "Machinist")


def test_a_length_in_words_is_kept():
    (job,) = positions_of("WORK HISTORY\nAcme Tool, deburrer, 3 yrs\n")
    assert job.stated_years == 3.0


def test_further_years_of_a_season_are_no_employer():
    (job,) = positions_of("WORK\nBoat builder, summers 2011, 2012 and 2013\n- laid planks\n")
    assert (job.title.text, job.employer) == ("Boat builder", None)


def test_evidence_is_the_words_of_the_text():
    text = "EXPERIENCE\nMachinist, Acme Tool Co, Akron, OH   Mar 2016 - present\n"
    (job,) = positions_of(text)
    for found in (job.title, job.employer, job.dates):
        assert text[found.start : found.end] == found.text


def test_what_stands_in_a_footer_is_no_job():
    text = "Acme Print Shop 2019 - present"
    assert positions_of(text, [Block(kind=BlockKind.FOOTER, start=0, end=len(text))]) == ()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Acme 2010 - 2014\nBest 2012 - 2016", 6.0),
        ("Acme 1998-2004\nBest 2010-2012", 8.0),
        ("WORK HISTORY\nAcme Tool, deburrer, 3 yrs\nBest Foundry 2010 - 2012", 5.0),
        ("Tool maker at Acme Tool since 2006", 20.0),
        ("no dates", 0.0),
    ],
)
def test_years_are_counted_once(text, years):
    assert worked_years(positions_of(text), 2026) == pytest.approx(years)


@pytest.mark.parametrize(
    "text",
    [
        "2012 - 2015\n" * 500,
        "Acme 2012 - 2015 Best 2015 - 2019 " * 200,
        "a\n" * 2_000,
        "Employer\tTitle\tDates\n" + "Acme\tGrinder\t2012 - 2015\n" * 300,
        "Acme Tool: " * 500 + "grinder 2012 - 2015\n",
    ],
)
def test_the_work_on_a_page_of_dates_grows_in_step_with_it(text):
    assert len(positions_of(text * 8)) <= MOST_JOBS
    assert growth(positions_of, text, times=8) < 24


@pytest.mark.parametrize(
    "heading", ["Volunteer", "VOLUNTEER EXPERIENCE", "Community Service", "Volunteering:", "Trabajo voluntario"]
)
def test_unpaid_help_is_no_job_and_no_years_of_work(heading):
    text = (
        "Ilse Quandt\n\nWORK EXPERIENCE\nWelder, Harborline Fab, Gary, IN\t2015 - 2019\n- MIG and stick\n\n"
        f"{heading}\nCoach, Harborline Youth League\t2001 - 2014\nTreasurer, Harborline Food Bank, since 2012\n"
    )
    (job,) = positions_of(text)
    assert job.title is not None
    assert job.title.text == "Welder"
    assert worked_years([job], reference_year=2026) == 4.0
