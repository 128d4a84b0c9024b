from recruit.documents.pdf.pdf import read_pdf
from recruit.documents.reader import Limits, Link


def test_a_link_is_read_with_its_words(pdf):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(54, 740, "Ilse Quandt, welder of pipe, plate and sheet")
        canvas.drawString(54, 720, "E-mail")
        canvas.linkURL("mailto:ilse@example.com", (53, 717, 90, 730))

    assert read_pdf(pdf(draw), Limits()).links == (Link("E-mail", "mailto:ilse@example.com"),)


def test_a_link_within_the_file_leads_nowhere(pdf):
    def draw(canvas):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(54, 740, "Ilse Quandt, welder of pipe, plate and sheet")
        canvas.bookmarkPage("top")
        canvas.linkAbsolute("top", "top", (53, 737, 200, 750))

    assert read_pdf(pdf(draw), Limits()).links == ()
