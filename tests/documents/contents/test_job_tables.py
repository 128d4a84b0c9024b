import pytest

from recruit.documents.contents.history import positions_of
from recruit.documents.contents.job_lines import Role
from recruit.documents.contents.job_tables import columns_of
from recruit.documents.contents.lines import Lines


def columns(text, *dated):
    found = columns_of(Lines(text, (), ()), dated)
    return {number: [(one.role, text[one.start : one.end]) for one in pieces] for number, pieces in found.items()}


@pytest.mark.parametrize("border", ["\t", " | ", "     "])
def test_cells_are_what_their_column_is_called(border):
    text = "\n".join(
        border.join(row) for row in (["Dates", "Company", "Job Title"], ["2019-2022", "Verano", "Set Up"])
    )
    assert columns(text, 1) == {1: [(Role.EMPLOYER, "Verano"), (Role.TITLE, "Set Up")]}


def test_place_in_the_cell_of_an_employer_is_left_out():
    assert columns("Employer\tAs\nVerano, Lima, OH\tPress\n", 1) == {
        1: [(Role.EMPLOYER, "Verano"), (Role.TITLE, "Press")]
    }


@pytest.mark.parametrize(
    "text",
    [
        "Employer\tTitle\n\nVerano\tPress 2012 - 2014",
        "Employer\tTitle\tDates\nVerano\tPress 2012 - 2014",
        "Employer\tVerano\nVerano\tPress 2012 - 2014",
        "Verano\tPress 2012 - 2014",
    ],
    ids=["a gap", "other cells", "no head", "no table"],
)
def test_rows_without_a_head_of_their_own_say_nothing(text):
    assert not any(columns(text, text.count("\n")).values())


def test_jobs_of_a_table_have_the_titles_of_its_column():
    text = "EMPLOYMENT\nPosition\tEmployer\tDates\nPolisher\tVerano\t2019 - 2022\nPress\tHarlan\t2015 - 2019\n"
    jobs = positions_of(text)
    assert [(job.title.text, job.employer.text) for job in jobs] == [("Polisher", "Verano"), ("Press", "Harlan")]
