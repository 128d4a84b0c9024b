import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from reportlab.pdfgen.canvas import Canvas

LETTER = (612, 792)
Draw = Callable[[Canvas], None]


def make_pdf(*pages: Draw, **options: Any) -> bytes:
    """Draw one page after the other; options go to the canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write_lines(lines: Sequence[str], *, x: float = 54, y: float = 740, size: float = 10) -> Draw:
    """Draw lines below one another; one in capitals is set bold."""

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica-Bold" if line.isupper() else "Helvetica", size)
            canvas.drawString(x, y - 1.3 * size * number, line)

    return draw


def make_docx(*paragraphs: str) -> tuple[WordDocument, Callable[[], bytes]]:
    """A Word document to add to, and the function that gives its bytes."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)

    def saved() -> bytes:
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return document, saved


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    return make_pdf


@pytest.fixture
def lines() -> Callable[..., Draw]:
    return write_lines


@pytest.fixture
def word() -> Callable[..., tuple[WordDocument, Callable[[], bytes]]]:
    return make_docx
