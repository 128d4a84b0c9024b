import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption

from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument
from tests.documents.texts import texts_of

SHOP = ["Grinds punches and die sections.", "Reads prints, GD&T.", "Holds .0001 on a Moore jig grinder."]


def refusal(content: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 - frozen
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(content, limits)
    return caught.value.code


def scan(canvas):
    canvas.drawInlineImage(Image.new("RGB", (300, 400), "white"), 0, 0, 612, 792)


def test_each_page_is_a_string_of_its_own(pdf, lines):
    assert texts_of(read_pdf(pdf(lines(SHOP[:1]), lines(SHOP[1:2])), Limits())) == (SHOP[0], SHOP[1])


def test_signs_of_the_trade_are_kept(pdf, lines):
    text = "\u00d8.250 \u00b1.0005, 5/8\u201d bar, \u00bd in, 32 \u00b5in, +.000/-.001, 17-4 PH, D1.1, 45\u00b0"
    assert texts_of(read_pdf(pdf(lines([text])), Limits())) == (text,)


def test_wrapped_lines_become_one_paragraph_and_entries_stay_apart(pdf, lines):
    wrapped = [
        "Twelve years in job shops, the last four as lead of a cell of five people that makes valve",
        "bodies and manifolds for oil field customers, and I have not worked with titanium at all yet.",
    ]
    text = texts_of(read_pdf(pdf(lines([*wrapped, "Haas VF-2", "Okuma LB3000"])), Limits()))[0]
    assert text.split("\n") == [" ".join(wrapped), "Haas VF-2", "Okuma LB3000"]


def test_word_broken_at_a_line_end_is_joined_and_a_hyphen_of_the_trade_stays(pdf, lines):
    text = ["Calibrates every micro-", "meter of the shop, and does the set-", "up of presses."]
    assert " ".join((texts_of(read_pdf(pdf(lines(text)), Limits()))[0]).split()) == (
        "Calibrates every micrometer of the shop, and does the set-up of presses."
    )


def test_letters_set_apart_in_a_heading_are_closed_up(pdf):
    text = texts_of(read_pdf(pdf(lambda canvas: canvas.drawString(54, 700, "W O R K   H I S T O R Y")), Limits()))[
        0
    ]
    assert text == "WORK HISTORY"


def test_bold_made_by_drawing_twice_is_read_once(pdf):
    def draw(canvas):
        canvas.drawString(54, 700, "EXPERIENCE")
        canvas.drawString(54.3, 700, "EXPERIENCE")

    assert texts_of(read_pdf(pdf(draw), Limits())) == ("EXPERIENCE",)


def test_drawn_dots_are_bullets(pdf):
    def draw(canvas):
        for y, item in ((700, "Surface grinder"), (686, "Jig borer")):
            canvas.circle(58, y + 4, 1.5, fill=1)
            canvas.drawString(68, y, item)

    assert texts_of(read_pdf(pdf(draw), Limits()))[0].split("\n") == ["• Surface grinder", "• Jig borer"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_text_is_read_in_order(pdf, lines, turn):
    def draw(canvas):
        canvas.translate(*{90: (612, 0), 180: (612, 792), 270: (0, 792)}[turn])
        canvas.rotate(turn)
        lines(SHOP, y=560)(canvas)

    assert texts_of(read_pdf(pdf(draw), Limits()))[0].split("\n") == SHOP


def test_words_beyond_the_edges_of_a_page_are_left_out_and_named(pdf):
    def draw(canvas):
        canvas.drawString(54, 700, "Machinist")
        canvas.drawString(54, 900, "hidden keywords")

    reading = read_pdf(pdf(lambda canvas: canvas.drawString(54, 700, "Welder"), draw), Limits())
    assert texts_of(reading) == ("Welder", "Machinist")
    assert [(finding.code, finding.page) for finding in reading.findings] == [("text_off_page", 2)]


def test_words_cut_off_by_a_smaller_box_are_left_out_and_named(pdf):
    def draw(canvas):
        canvas.setCropBox((0, 0, 612, 710))
        canvas.drawString(54, 700, "Machinist at the edge")
        canvas.drawString(54, 760, "hidden keywords")

    reading = read_pdf(pdf(draw), Limits())
    assert texts_of(reading) == ("Machinist at the edge",)
    assert [finding.code for finding in reading.findings] == ["text_off_page"]


def test_marks_beyond_the_edges_of_a_page_are_nothing_to_speak_of(pdf):
    def draw(canvas):
        canvas.drawString(54, 700, "Machinist")
        canvas.drawString(-30, 700, "+ |")

    assert not read_pdf(pdf(draw), Limits()).findings


def test_page_of_nothing_but_hidden_words_says_so(pdf, lines):
    def draw(canvas):
        canvas.drawString(54, 900, "hidden keywords")

    reading = read_pdf(pdf(lines(SHOP), draw), Limits())
    assert [finding.code for finding in reading.findings] == ["text_off_page", "page_without_text"]


def test_what_is_typed_into_a_form_is_read(pdf):
    def draw(canvas):
        canvas.drawString(54, 700, "Name:")
        canvas.acroForm.textfield(name="name", value="Ines Falk", x=120, y=690, width=200, height=20)

    assert texts_of(read_pdf(pdf(draw), Limits()))[0].split() == ["Name:", "Ines", "Falk"]


def test_blank_scan_among_text_pages_is_found(pdf, lines):
    reading = read_pdf(pdf(lines(SHOP), scan, lines(SHOP)), Limits())
    assert [(finding.code, finding.page) for finding in reading.findings] == [("page_without_text", 2)]
    assert "Page 2 shows nothing" in reading.findings[0].hint
    assert texts_of(reading)[1] == ""


def photographed(canvas):
    """A page that is a picture of text."""
    picture = Image.new("L", (1700, 2200), "white")
    ImageDraw.Draw(picture).multiline_text((150, 150), "\n".join(SHOP), "black", ImageFont.load_default(44))
    canvas.drawInlineImage(picture, 0, 0, 612, 792)


def test_letters_of_a_page_that_is_a_picture_are_recognised_and_said_so(pdf, lines):
    reading = read_pdf(pdf(lines(SHOP), photographed), Limits())
    assert texts_of(reading)[1].split() == " ".join(SHOP).split()
    assert [page.by_ocr for page in reading.pages] == [False, True]
    assert [(finding.code, finding.page) for finding in reading.findings] == [("read_by_ocr", 2)]


def test_pages_beyond_the_most_to_recognise_are_named(pdf):
    reading = read_pdf(pdf(photographed, photographed), Limits(max_ocr_pages=1))
    assert [(finding.code, finding.page) for finding in reading.findings] == [
        ("read_by_ocr", 1),
        ("page_without_text", 2),
    ]


def test_pdf_of_blank_pictures_is_empty(pdf):
    assert refusal(pdf(scan, scan)) == "empty"


def test_stamp_on_a_blank_scan_is_no_page(pdf):
    def draw(canvas):
        scan(canvas)
        canvas.drawString(500, 20, "Page 1 of 1")

    assert refusal(pdf(draw)) == "empty"


def test_scribbles_are_no_text(pdf):
    def draw(canvas):
        for number in range(60):
            path = canvas.beginPath()
            path.moveTo(54 + 8 * number, 700)
            path.curveTo(56 + 8 * number, 704, 58 + 8 * number, 708, 60 + 8 * number, 700)
            canvas.drawPath(path, fill=1)

    assert refusal(pdf(draw)) == "no_text"


def test_blank_pages_are_empty(pdf):
    assert refusal(pdf(lambda canvas: canvas.setTitle("blank"))) == "empty"


def test_pdf_with_a_password_is_encrypted(pdf, lines):
    assert refusal(pdf(lines(SHOP), encrypt=StandardEncryption("secret", strength=128))) == "encrypted"


def test_pdf_that_only_restricts_printing_is_read(pdf, lines):
    content = pdf(lines(SHOP), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0, strength=128))
    assert texts_of(read_pdf(content, Limits()))[0].split("\n") == SHOP


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.95])
def test_pdf_cut_short_is_corrupt(pdf, lines, share):
    content = pdf(lines(SHOP), lines(SHOP))
    assert refusal(content[: int(share * len(content))]) == "corrupt"


def test_pdf_with_too_many_pages_is_too_large(pdf, lines):
    assert refusal(pdf(*[lines(SHOP)] * 4), Limits(max_pages=3)) == "too_large"
