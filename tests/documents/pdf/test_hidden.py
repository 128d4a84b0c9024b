"""Words nobody can see on the page, and light words that everybody sees."""

import pytest
from PIL import Image

from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.reader import Limits
from tests.documents.texts import texts_of

SHOWN = "Hobs and shapes spur gears to AGMA 11"
BAIT = "Nadcap auditor fluent in Mandarin"


def page(draw):
    """A page with a line everybody sees, and something else."""

    def both(canvas):
        canvas.drawString(54, 740, SHOWN)
        draw(canvas)

    return both


def white(canvas, x=54, y=500, text=BAIT):
    canvas.setFillGray(1)
    canvas.drawString(x, y, text)


def on_white_paper_drawn_as_a_shape(canvas):
    canvas.setFillGray(1)
    canvas.rect(0, 0, 612, 600, stroke=0, fill=1)
    white(canvas)


def on_a_white_panel_in_a_dark_sidebar(canvas):
    canvas.setFillColorRGB(0.1, 0.2, 0.35)
    canvas.rect(0, 0, 500, 600, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.rect(40, 480, 400, 60, stroke=0, fill=1)
    white(canvas)


def nearly_white(canvas):
    canvas.setFillColorRGB(0.97, 1, 0.98)
    canvas.drawString(54, 500, BAIT)


def between_the_letters_of_a_line(canvas):
    white(canvas, y=742)


def inside_an_empty_frame(canvas):
    canvas.rect(40, 480, 400, 60, stroke=1, fill=0)
    white(canvas)


def invisible(canvas):
    text = canvas.beginText(54, 500)
    text.setTextRenderMode(3)
    text.textLine(BAIT)
    canvas.drawText(text)


def clear(canvas):
    canvas.setFillAlpha(0)
    canvas.drawString(54, 500, BAIT)


def tiny(canvas):
    canvas.setFont("Helvetica", 0.4)
    canvas.drawString(54, 500, BAIT)


@pytest.mark.parametrize(
    "draw",
    [
        white,
        on_white_paper_drawn_as_a_shape,
        on_a_white_panel_in_a_dark_sidebar,
        nearly_white,
        between_the_letters_of_a_line,
        inside_an_empty_frame,
        invisible,
        clear,
        tiny,
    ],
)
def test_words_nobody_can_see_are_left_out_and_said_to_be(pdf, draw):
    reading = read_pdf(pdf(page(lambda _: None), page(draw)), Limits())
    assert texts_of(reading) == (SHOWN, SHOWN)
    assert [(finding.code, finding.page) for finding in reading.findings] == [("hidden_text", 2)]


def in_a_dark_sidebar(canvas):
    canvas.setFillColorRGB(0.1, 0.2, 0.35)
    canvas.rect(0, 0, 300, 600, stroke=0, fill=1)
    white(canvas)


def in_a_dark_sidebar_on_white_paper_drawn_as_a_shape(canvas):
    canvas.setFillGray(1)
    canvas.rect(0, 0, 612, 700, stroke=0, fill=1)
    in_a_dark_sidebar(canvas)


def in_a_bar_with_round_ends(canvas):
    canvas.setFillColorRGB(0.55, 0.2, 0.1)
    canvas.roundRect(44, 494, 300, 20, 8, stroke=0, fill=1)
    white(canvas)


def on_a_picture(canvas):
    canvas.drawInlineImage(Image.new("RGB", (40, 20), "#334455"), 40, 440, 300, 120)
    white(canvas)


def on_shades(canvas):
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(40, 440, 400, 120)
    canvas.clipPath(path, stroke=0)
    canvas.linearGradient(40, 500, 440, 500, ("#223344", "#556677"))
    canvas.restoreState()
    white(canvas)


def outlined(canvas):
    text = canvas.beginText(54, 500)
    canvas.setFillGray(1)
    text.setTextRenderMode(2)
    text.textLine(BAIT)
    canvas.drawText(text)


def grey(canvas):
    canvas.setFillGray(0.7)
    canvas.drawString(54, 500, BAIT)


def as_letters_of_a_picture(canvas):
    canvas.drawInlineImage(Image.new("RGB", (40, 20), "white"), 40, 440, 300, 120)
    invisible(canvas)


@pytest.mark.parametrize(
    "draw",
    [
        in_a_dark_sidebar,
        in_a_dark_sidebar_on_white_paper_drawn_as_a_shape,
        in_a_bar_with_round_ends,
        on_a_picture,
        on_shades,
        outlined,
        grey,
        as_letters_of_a_picture,
    ],
)
def test_light_words_that_can_be_seen_are_read(pdf, draw):
    reading = read_pdf(pdf(page(draw)), Limits())
    assert texts_of(reading)[0].split() == f"{SHOWN} {BAIT}".split()
    assert not reading.findings


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_white_words_are_told_from_seen_ones_on_a_turned_page(pdf, turn):
    def draw(canvas):
        canvas.setPageRotation(turn)
        in_a_dark_sidebar(canvas)
        white(canvas, x=330, text="years")

    assert texts_of(read_pdf(pdf(draw), Limits())) == (BAIT,)


def test_white_dots_and_spaces_are_nothing_to_speak_of(pdf):
    reading = read_pdf(pdf(page(lambda canvas: white(canvas, text=" . "))), Limits())
    assert not reading.findings


def test_page_set_small_altogether_is_read(pdf):
    def draw(canvas):
        canvas.setPageSize((61.2, 79.2))
        canvas.scale(0.1, 0.1)
        canvas.drawString(54, 740, SHOWN)

    reading = read_pdf(pdf(draw), Limits())
    assert texts_of(reading) == (SHOWN,)
    assert not reading.findings
