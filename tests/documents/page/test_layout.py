"""Lines of one column: what goes on, and what begins anew."""

import pytest

from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.reader import Limits
from tests.documents.texts import texts_of

ITEMS = [
    ["Dresses wheels for a fleet of", "Studer and Kellenberger grinders"],
    ["Balances arbors, and keeps the", "log of every wheel on the floor"],
]


def lines_of(content):
    return [line for line in texts_of(read_pdf(content, Limits()))[0].splitlines() if line]


@pytest.mark.parametrize("bullet_size", [10, 14])
def test_wrapped_items_are_whole_whatever_the_bullet_and_the_next_word(pdf, bullet_size):
    def draw(canvas):
        y = 700
        for item in ITEMS:
            canvas.setFont("Helvetica", bullet_size)
            canvas.drawString(54, y, "\u2022")
            canvas.setFont("Helvetica", 10)
            for line in item:
                canvas.drawString(68, y, line)
                y -= 13

    assert lines_of(pdf(draw)) == [f"\u2022 {' '.join(item)}" for item in ITEMS]


def test_years_left_of_the_text_of_an_item_begin_the_next_job(pdf):
    job = "2011 - 2016: Wabash Cutter Service"

    def draw(canvas):
        canvas.drawString(54, 700, "\u2022")
        canvas.drawString(68, 700, "Sharpened broaches for a line of nine presses")
        canvas.drawString(54, 686, job)
        canvas.drawString(54, 672, "\u2022")
        canvas.drawString(68, 672, "Built every fixture and every gauge asked for")
        canvas.drawString(68, 658, "2004 - 2010 series gear hobs")

    assert lines_of(pdf(draw)) == [
        "\u2022 Sharpened broaches for a line of nine presses",
        job,
        "\u2022 Built every fixture and every gauge asked for 2004 - 2010 series gear hobs",
    ]


def test_town_number_address_and_page_below_each_other_are_lines_of_their_own(pdf, lines):
    contact = [
        "Erie, Pennsylvania",
        "+1 (814) 555-0142",
        "ruth.almeida@example.com",
        "example.com/almeida-grinding",
    ]
    assert lines_of(pdf(lines(contact))) == contact
