"""A page as a picture, for people to see the original beside the text.

Runs in the process that reads, never in the one that answers pages: the file is as hostile as ever.
"""

import io
import math
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from recruit.documents import refusals
from recruit.documents.filetypes import kinds
from recruit.documents.markup.mail import attached_document
from recruit.documents.pictures.pictures import page_of, plain
from recruit.documents.reader import Limits, Reading

MAX_WIDTH_PIXELS = 4000
MAX_HEIGHT_PIXELS = 16_000
JPEG_QUALITY = 82

# By a quarter, a half and three quarters, clockwise; Pillow counts the other way.
_TURNS = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)


def page_image(content: bytes, page: int, width_pixels: int, limits: Limits, turns: int = 0) -> bytes:
    """Draw one page of a PDF, or a picture, as it would be printed.

    Annotations are drawn, scripts of forms are not run.

    Parameters
    ----------
    content : bytes
        The file.
    page : int
        Which page, from 1.
    width_pixels : int
        Width of the picture; an upright page of letter size is 1.3 times as high.
    limits : Limits
        The most pixels the picture, or the file if it is one, may have.
    turns : int, default 0
        By how many quarters to turn it, clockwise; the width is that after it.

    Returns
    -------
    bytes
        A JPEG.

    Raises
    ------
    UnreadableDocument
        ``unsupported_type`` for other kinds, ``corrupt``, ``encrypted``, ``too_large``, or ``empty`` when there
        is no such page.
    """
    width = max(1, min(width_pixels, MAX_WIDTH_PIXELS))
    media_type = kinds.media_type_of(content) if content else kinds.UNKNOWN
    for _ in range(limits.max_nesting):
        if media_type != kinds.EMAIL:
            break
        # What was read of a mail is the file attached to it.
        attached = attached_document(content, limits)
        if isinstance(attached, Reading):
            break
        content, media_type = attached, kinds.media_type_of(attached)
    if media_type == kinds.PDF:
        picture = _page_of_pdf(content, page, width, turns % 4, limits)
    elif media_type.startswith("image/"):
        picture = _picture(content, page, width, turns % 4, limits)
    else:
        raise kinds.refusal_of(media_type)
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return output.getvalue()


def _page_of_pdf(content: bytes, number: int, width: int, turns: int, limits: Limits) -> Image.Image:
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            if not 1 <= number <= len(document):
                raise refusals.empty()
            with closing(document[number - 1]) as page:
                width_points, height_points = page.get_size()[:: -1 if turns % 2 else 1]
                if not (width_points > 0 and height_points > 0):
                    raise refusals.corrupt("PDF")
                most = math.sqrt(limits.max_pixels / (width_points * height_points))
                bitmap = page.render(
                    scale=min(width / width_points, MAX_HEIGHT_PIXELS / height_points, most),
                    rotation=90 * turns,
                    may_draw_forms=False,
                )
                # pdfium rounds up: the last column of a page that is a hair too wide is empty.
                return plain(bitmap.to_pil().crop((0, 0, min(width, bitmap.width), bitmap.height)))
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise refusals.encrypted("PDF") from error
        raise refusals.corrupt("PDF") from error


def _picture(content: bytes, number: int, width: int, turns: int, limits: Limits) -> Image.Image:
    upright = page_of(content, number, limits, side_pixels=width)
    if turns:
        upright = upright.transpose(_TURNS[turns - 1])
    upright.thumbnail((width, min(MAX_HEIGHT_PIXELS, limits.max_pixels // width + 1)))
    return upright
