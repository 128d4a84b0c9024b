"""Pages of a PDF that are pictures: drawn at the resolution they were scanned with, then read by their letters."""

import math
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from recruit.documents import refusals
from recruit.documents.pictures.ocr import Recognition, recognise
from recruit.documents.reader import Limits

POINTS_PER_INCH = 72
USUAL_DPI = 200
MIN_DPI, MAX_DPI = 100, 300
WHOLE_PAGE_SHARE = 0.8
"""Of a page: a picture that covers more is the scan itself, and its resolution that of the page."""
MAX_OBJECTS = 200
MAX_DRAWN_PIXELS = 20_000_000
"""A letter page at 300 dpi has 8.4 million; a poster is drawn more coarsely."""


def recognised_scan(page: Any, limits: Limits) -> Recognition:
    """Read the letters of a page of a PDF.

    Parameters
    ----------
    page : pypdfium2.PdfPage
        The page.
    limits : Limits
        Seconds, memory and pixels.

    Returns
    -------
    Recognition
        Words in points of the page as it is shown. Its page has no blocks when no words can be made out.

    Raises
    ------
    UnreadableDocument
        ``needs_ocr`` when there is no engine; ``too_slow``; ``corrupt``.
    """
    width, height = page.get_size()
    most = min(MAX_DRAWN_PIXELS, limits.max_pixels)
    scale: float = min(_dpi_of(page) / POINTS_PER_INCH, math.sqrt(most / max(1.0, width * height)))
    try:
        image = page.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise refusals.corrupt("PDF") from error
    return recognise(image, limits, width_points=width, height_points=height)


def _dpi_of(page: Any) -> float:
    """The resolution of the picture that fills the page, within reason."""
    width, height = page.get_size()
    for item in islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2), MAX_OBJECTS):
        x0, y0, x1, y1 = item.get_bounds()
        if (x1 - x0) * (y1 - y0) >= WHOLE_PAGE_SHARE * width * height:
            pixels = max(item.get_px_size())
            dpi: float = POINTS_PER_INCH * pixels / max(x1 - x0, y1 - y0)
            return min(MAX_DPI, max(MIN_DPI, dpi))
    return USUAL_DPI
