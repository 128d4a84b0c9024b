"""Letters one by one: in an order that says nothing, and in the order of reading."""

import pytest

from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.pdf.scattered import are_scattered, gathered
from recruit.documents.reader import Limits
from tests.documents.texts import texts_of

LINES = [
    "Sows, trims and reams: every loose shoe of the jig,",
    "17-4 PH in lots of 12, \u00b1.0005 on all bores",
    "Night shift at Bluff Forge since 2011, lead since 2019",
]


def letter_by_letter(order, *, size=10, twice=False):
    def draw(canvas):
        letters = []
        for number, line in enumerate(LINES):
            x = 54.0
            for sign in line:
                letters += [(x + shift, 700 - 14 * number, sign) for shift in ((0, 0.3) if twice else (0,))]
                x += canvas.stringWidth(sign, "Helvetica", size)
        for x, y, sign in order(letters):
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, sign)

    return draw


def shuffled(letters):
    return [letter for _, letter in sorted(enumerate(letters), key=lambda pair: 389 * pair[0] % 1009)]


@pytest.mark.parametrize("order", [shuffled, reversed, sorted, list])
@pytest.mark.parametrize("twice", [False, True])
def test_letters_drawn_one_by_one_in_any_order_are_words(pdf, order, twice):
    read = texts_of(read_pdf(pdf(letter_by_letter(order, twice=twice)), Limits()))
    assert read[0].split() == " ".join(LINES).split()


def test_letters_drawn_at_random_up_the_edge_of_a_page_are_words(pdf):
    def draw(canvas):
        canvas.rotate(90)
        canvas.translate(0, -760)
        letter_by_letter(shuffled)(canvas)

    assert texts_of(read_pdf(pdf(draw), Limits()))[0].split() == " ".join(LINES).split()


def test_letters_set_apart_and_drawn_in_order_are_not_scattered():
    runs = [("n", 0, False, 54.0 + 14 * number, 700.0, 60.0 + 14 * number, 712.0) for number in range(40)]
    assert not are_scattered(runs)
    assert are_scattered(shuffled(runs))


def test_gathered_words_are_as_wide_as_their_letters():
    runs = [("t", 0, True, 66.0, 700.0, 69.0, 712.0), ("i", 0, False, 64.0, 700.0, 66.0, 712.0)]
    assert gathered(runs) == [("it", 0, False, 64.0, 700.0, 69.0, 712.0)]
