import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from recruit.documents.pdf.scans import recognised_scan
from recruit.documents.reader import Limits
from tests.documents.paper import TOOLMAKER, photographed, printed, turned

PATIENT = Limits(ocr_seconds=300)


def pdf_with(image: Image.Image) -> pypdfium2.PdfDocument:
    """A letter page filled with a picture."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(612, 792))
    canvas.drawImage(ImageReader(image), 0, 0, 612, 792)
    canvas.showPage()
    canvas.save()
    return pypdfium2.PdfDocument(buffer.getvalue())


@pytest.mark.parametrize("dpi", [100, 150, 400])
def test_scan_is_read_at_its_own_resolution(dpi: int) -> None:
    page = recognised_scan(pdf_with(turned(1)(printed(TOOLMAKER[:6], dpi=dpi)))[0], PATIENT).page
    assert (page.width_points, page.height_points, page.by_ocr) == (612, 792, True)
    assert page.blocks[0].text == "Ottilie Vandermeer"


def test_words_stand_where_the_page_shows_them() -> None:
    page = recognised_scan(pdf_with(printed(TOOLMAKER[:6], dpi=150))[0], PATIENT).page
    word = page.blocks[0].words[0]
    # Set in 10.5 points at 54 from the left, its foot 60 from the top.
    assert (word.text, word.x0) == ("Ottilie", pytest.approx(54, abs=2))
    assert word.top < 60 < word.bottom
    assert word.size == pytest.approx(10.5, rel=0.1)


def test_page_turned_by_its_viewer_is_turned_back() -> None:
    sheet = pdf_with(printed(TOOLMAKER[:8], dpi=150))[0]
    sheet.set_rotation(90)
    page = recognised_scan(sheet, PATIENT).page
    assert page.blocks[0].text == "Ottilie Vandermeer"
    assert (page.width_points, page.height_points, page.turns) == (612, 792, 3)
    assert page.blocks[0].words[0].top < 60


def test_photo_within_a_pdf_is_laid_flat() -> None:
    page = recognised_scan(pdf_with(photographed(printed(TOOLMAKER[:8], dpi=150)))[0], PATIENT).page
    assert page.blocks[0].text == "Ottilie Vandermeer"
