"""Reading order, on pages drawn by hand: what each layout means to a person is what the text must say."""

from itertools import zip_longest

import pytest

from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.reader import Limits
from tests.documents.texts import texts_of

HEAD = ["Ruth Almeida", "Tool and cutter grinder", "Erie, PA - 814-555-0142 - ruth@example.com"]
LEFT = [
    "SKILLS",
    "Anca MX7 and TX7",
    "Walter Helitronic",
    "Zoller Genius presetter",
    "Wheel dressing",
    "",
    "CERTIFICATES",
    "NIMS Grinding Level I",
    "Forklift license",
    "",
    "EDUCATION",
    "Erie County Technical School",
    "Diploma, machine tools",
]
RIGHT = [
    "PROFILE",
    "Nine years of grinding round tools for aerospace",
    "and medical customers, mostly in carbide and some",
    "high speed steel, lots of two to two hundred.",
    "",
    "WORK",
    "Lakeshore Tool Works, Erie",
    "Programs and sets up two grinders on nights, holds",
    "runout under 5 microns on step drills and reamers.",
    "Presque Isle Cutter, Erie",
    "Resharpened end mills, saw blades and form cutters",
    "by hand and on a Cincinnati No. 2.",
]


def words(content: bytes) -> list[str]:
    return " ".join(texts_of(read_pdf(content, Limits()))).split()


def spoken(*parts: list[str]) -> list[str]:
    return " ".join(line for part in parts for line in part).split()


def put(canvas, x, y, line, size=10):
    canvas.setFont("Helvetica-Bold" if line.isupper() else "Helvetica", size)
    canvas.drawString(x, y, line)


def head(canvas):
    for number, line in enumerate(HEAD):
        put(canvas, 54, 745 - 16 * number, line, size=16 if number == 0 else 10)


def in_order(left_x, right_x, left=LEFT, right=RIGHT):
    def draw(canvas):
        head(canvas)
        for x, column in ((left_x, left), (right_x, right)):
            for number, line in enumerate(column):
                put(canvas, x, 660 - 13 * number, line)

    return draw


def across(left_x, right_x, left=LEFT, right=RIGHT):
    """Line by line across both columns, as some generators write: only the white space tells them apart."""

    def draw(canvas):
        head(canvas)
        for number, pair in enumerate(zip_longest(left, right, fillvalue="")):
            for x, line in zip((left_x, right_x), pair, strict=True):
                if line:
                    put(canvas, x, 660 - 13 * number, line)

    return draw


@pytest.mark.parametrize("draw", [in_order(54, 250), across(54, 250), across(54, 210)])
def test_left_column_is_read_before_the_right_one_and_both_after_the_head(pdf, draw):
    assert words(pdf(draw)) == spoken(HEAD, LEFT, RIGHT)


@pytest.mark.parametrize("draw", [in_order(54, 360, RIGHT, LEFT), across(54, 360, RIGHT, LEFT)])
def test_sidebar_at_the_right_is_read_after_the_main_column(pdf, draw):
    assert words(pdf(draw)) == spoken(HEAD, RIGHT, LEFT)


def test_columns_on_different_baselines_are_read_one_after_the_other(pdf):
    def draw(canvas):
        head(canvas)
        for number, pair in enumerate(zip_longest(LEFT, RIGHT, fillvalue="")):
            put(canvas, 54, 660 - 13 * number, pair[0])
            put(canvas, 250, 655 - 15 * number, pair[1])

    assert words(pdf(draw)) == spoken(HEAD, LEFT, RIGHT)


def test_list_drawn_line_by_line_beside_running_text_is_a_column(pdf):
    skills = ["Anca MX7", "Walter", "Zoller", "Cimulator", "Wheel dressing", "Carbide", "Prints"]
    prose = [
        "Nine years of grinding round tools for aerospace and medical",
        "customers, mostly in carbide and some high speed steel, in lots",
        "of two to two hundred, with two grinders at a time on nights and",
        "a robot loader on weekends. Before that a year of resharpening of",
        "end mills, saw blades and form cutters by hand, and two years as a",
        "helper in the tool crib, where every gage of the shop was kept and",
        "calibrated.",
    ]
    assert words(pdf(across(54, 200, skills, prose))) == spoken(HEAD, skills, prose)


def test_three_columns_are_read_from_left_to_right(pdf):
    third = ["LANGUAGES", "English", "Portuguese", "", "SHIFTS", "Nights or days", "Weekends if asked"]

    def draw(canvas):
        head(canvas)
        for x, column in ((54, LEFT), (220, third), (330, RIGHT)):
            for number, line in enumerate(column):
                put(canvas, x, 660 - 13 * number, line)

    assert words(pdf(draw)) == spoken(HEAD, LEFT, third, RIGHT)


def test_text_across_the_page_is_read_between_the_columns_above_and_below_it(pdf):
    middle = [
        "Available from the first of March for any shift, with my own tools and transport, within thirty miles"
    ]

    def draw(canvas):
        for top in (740, 500):
            for x, column in ((54, LEFT), (250, RIGHT)):
                for number, line in enumerate(column):
                    put(canvas, x, top - 13 * number, line)
            if top == 740:
                put(canvas, 54, 540, middle[0])

    assert words(pdf(draw)) == spoken(LEFT, RIGHT, middle, LEFT, RIGHT)


def test_longer_column_drawn_after_the_shorter_one_at_its_right_is_read_to_its_end(pdf):
    longer = [*RIGHT, "", "Allegheny Saw, Meadville", "Sharpened saws", "and planer knives."]

    def draw(canvas):
        for x, column in ((400, LEFT), (54, longer)):
            for number, line in enumerate(column):
                put(canvas, x, 740 - 13 * number, line)

    assert words(pdf(draw)) == spoken(longer, LEFT)


def test_frames_of_cards_do_not_cut_the_white_space_between_two_columns_of_them(pdf):
    cards = {
        (54, 740): ["WHEELS", "Diamond and CBN,", "dressed on the machine", "or on a truer"],
        (54, 670): ["GAGES", "Zoller, optical", "Air and wire", "Plugs to 1 in."],
        (54, 600): ["SCHOOL", "Erie County Technical"],
        (320, 740): [
            "TOOLS",
            "Step drills, reamers",
            "form cutters",
            "saws to 400 mm",
            "knives to 1 m",
            "punches",
        ],
        (320, 644): ["SHIFTS", "Any", "Overtime too"],
    }

    def draw(canvas):
        for (x, y), card in sorted(cards.items(), key=lambda item: -item[0][1]):
            canvas.rect(x - 12, y - 13 * len(card), 230, 13 * len(card) + 12, fill=0)
            for number, line in enumerate(card):
                put(canvas, x, y - 13 * number, line)

    assert words(pdf(draw)) == spoken(*cards.values())


@pytest.mark.parametrize("ending", [":", ""])
@pytest.mark.parametrize("step", [15, 34])
def test_labels_of_a_form_stand_before_their_own_entries_though_drawn_first(pdf, ending, step):
    labels = ["Applicant", "Phone", "Position wanted", "Years in the trade", "Machines run"]
    entries = ["Ruth Almeida", "814-555-0142", "cutter grinder, nights", "9", "Anca MX7, Walter Helitronic"]

    def draw(canvas):
        canvas.setFont("Helvetica" if ending else "Helvetica-Bold", 10)
        for number, label in enumerate(labels):
            canvas.drawString(54, 700 - step * number, label + ending)
        for number, entry in enumerate(entries):
            put(canvas, 220, 701 - step * number, entry)

    pairs = zip(labels, entries, strict=True)
    assert words(pdf(draw)) == spoken([f"{label}{ending} {entry}" for label, entry in pairs])


def test_dates_at_the_right_end_stay_on_the_line_of_their_employer(pdf):
    jobs = [("Niagara Gear", "2019 - present"), ("Bay Tool", "2014 - 2019"), ("Ajax Die", "2010 - 2014")]

    def draw(canvas):
        y = 740
        for employer, dates in jobs:
            put(canvas, 54, y, employer)
            canvas.drawRightString(558, y, dates)
            put(canvas, 60, y - 13, "\u2022 hobbing and shaping")
            put(canvas, 60, y - 26, "\u2022 set-up, nights")
            y -= 39

    text = texts_of(read_pdf(pdf(draw), Limits()))[0]
    assert [line for line in text.splitlines() if "\t" in line] == [f"{one}\t{two}" for one, two in jobs]
    assert words(pdf(draw))[:6] == ["Niagara", "Gear", "2019", "-", "present", "•"]


def test_dates_in_the_left_margin_are_read_with_what_stands_beside_them(pdf):
    jobs = [
        ("2019 - 2024", ["Niagara Gear, Buffalo", "Hobbed and shaped spur gears to AGMA 11 for pump makers"]),
        ("2014 - 2019", ["Bay Tool, Erie", "Wire EDM and surface grinding of punches and die sections"]),
        ("2010 - 2014", ["Ajax Die, Erie", "Die repair in a shop of nine, two presses to 200 tons"]),
    ]

    def draw(canvas):
        y = 740
        for dates, texts in jobs:
            put(canvas, 54, y, dates)
            for number, line in enumerate(texts):
                put(canvas, 160, y - 13 * number, line)
            y -= 32

    assert words(pdf(draw)) == spoken(*([dates, *texts] for dates, texts in jobs))


def test_headings_in_the_left_margin_come_before_their_own_text(pdf):
    sections = [("PROFILE", RIGHT[1:4]), ("WORK", RIGHT[6:12]), ("SKILLS", LEFT[1:5])]

    def draw(canvas):
        y = 740
        for heading, texts in sections:
            put(canvas, 54, y, heading)
            for number, line in enumerate(texts):
                put(canvas, 150, y - 13 * number, line)
            y -= 13 * len(texts) + 10

    assert words(pdf(draw)) == spoken(*([heading, *texts] for heading, texts in sections))


def test_no_word_is_lost_or_doubled_wherever_words_stand(pdf):
    places = [(37 * number % 500 + 30, 53 * number % 720 + 40) for number in range(160)]

    def draw(canvas):
        for number, (x, y) in enumerate(places):
            put(canvas, x, y, f"word{number}", size=6)

    assert sorted(words(pdf(draw))) == sorted(f"word{number}" for number in range(160))
