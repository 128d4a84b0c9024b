import pytest

from recruit.documents.contents.history import positions_of
from recruit.documents.contents.job_breaks import with_whole_heads
from recruit.documents.contents.lines import Lines
from tests.effort import growth


def named(text):
    return [
        (job.title and job.title.text, job.employer and job.employer.text)
        for job in positions_of(f"EXPERIENCE\n\n{text}\n")
    ]


#: What is cut -> the lines, and the title and employer that stand on both.
CUT = {
    "a company's name": (
        "Racker, then Line Operator, Northfield Metal\nFinishing  2015 - 2018\n- racked parts",
        ("Racker, then Line Operator", "Northfield Metal Finishing"),
    ),
    "a company's name before its form": (
        "Lathe Operator, Vosburg & Keller Precision\nMachining, Inc., Erie, PA   2019 - Present",
        ("Lathe Operator", "Vosburg & Keller Precision Machining, Inc."),
    ),
    "a company's name at an and": (
        "Tool & Die Maker, Alder Creek Stamping &\nDie, Rockford, Illinois   (2001 to 2009)",
        ("Tool & Die Maker", "Alder Creek Stamping & Die"),
    ),
    "a company's name behind the dates": (
        "2015 - 2018  Plating Line Operator, Northfield Metal\nFinishing\n- racked parts",
        ("Plating Line Operator", "Northfield Metal Finishing"),
    ),
    "a company's name over the dates": (
        "Plating Line Operator, Northfield Metal\nFinishing\n2015 - 2018",
        ("Plating Line Operator", "Northfield Metal Finishing"),
    ),
    "a title before its noun": (
        "Lead Maintenance Mechanic and Backup\nSupervisor, Calloway Foods   2012 - 2016",
        ("Lead Maintenance Mechanic and Backup Supervisor", "Calloway Foods"),
    ),
    "a title of words of the trade": (
        "Second Shift CNC Lathe\nOperator, Vosburg Tool   2012 - 2016",
        ("Second Shift CNC Lathe Operator", "Vosburg Tool"),
    ),
    "behind a comma": (
        "Machinist, Orrin Gear Co.,\nDayton, OH   2014 - 2019",
        ("Machinist", "Orrin Gear Co."),
    ),
}


@pytest.mark.parametrize(("text", "job"), CUT.values(), ids=CUT)
def test_a_head_cut_by_a_line_end_is_read_whole(text, job):
    assert named(text) == [job]


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("Machinist, second shift\nOrrin Gear Co.   2014 - 2019", ("Machinist", "Orrin Gear Co.")),
        ("Precision Grinding Corp\nOperator, 2014 - 2019", ("Operator", "Precision Grinding Corp")),
        ("Vosburg Machining Center\nArmy 2004 - 2008", (None, "Army")),
        ("2010 - 2014  Machinist, Orrin Gear Co.\nWelding", ("Machinist", "Orrin Gear Co.")),
        ("2010 - 2014  Machinist, Orrin Gear Co.\nWelding, tooling and fixtures", ("Machinist", "Orrin Gear Co.")),
    ],
)
def test_lines_that_say_something_each_stay_two(text, job):
    assert named(text) == [job]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Deburr Hand, then Machinist, later Lead Machinist, Orrin Gear, 2010-2019", 3),
        ("Machinist, promoted to Foreman, Orrin Gear, 2001-2009", 2),
    ],
)
def test_titles_after_one_another_are_kept_together(line, title):
    assert named(line) == [(", ".join(line.split(", ")[:title]), "Orrin Gear")]


def test_every_place_of_a_text_stays_where_it_is():
    text = "Racker, Northfield Metal\nFinishing  2015 - 2018\n- racked parts\n"
    whole = with_whole_heads(Lines(text, (), ()))
    assert len(whole) == len(text)
    assert whole.count("\n") == text.count("\n") - 1


def test_the_work_grows_in_step_with_the_text():
    text = "Line Operator, Northfield Metal\nFinishing 2015 - 2018\n" * 100
    assert growth(lambda given: with_whole_heads(Lines(given, (), ())), text, times=8) < 24
