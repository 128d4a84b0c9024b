"""A page as a picture, for people to see the original beside the text.

Runs in the process that reads, never in the one that answers pages: the file is as hostile as ever.
"""

import io
import math
import struct
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from recruit.documents import refusals
from recruit.documents.filetypes import kinds
from recruit.documents.markup.mail import attached_document
from recruit.documents.reader import Limits, Reading

MAX_WIDTH_PIXELS = 4000
MAX_HEIGHT_PIXELS = 16_000
JPEG_QUALITY = 82

# Not every format that Pillow knows: for some of them it starts other programs.
_FORMATS = ("BMP", "GIF", "HEIF", "JPEG", "PNG", "TIFF", "WEBP")
# What Pillow raises for a damaged file, besides OSError.
_DAMAGES = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    IndexError,
    KeyError,
    struct.error,
    ZeroDivisionError,
)


def page_image(content: bytes, page: int, width_pixels: int, limits: Limits) -> bytes:
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
        picture = _page_of_pdf(content, page, width, limits)
    elif media_type.startswith("image/"):
        picture = _frame_of_picture(content, page, width, limits)
    else:
        raise kinds.refusal_of(media_type)
    output = io.BytesIO()
    picture.save(output, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return output.getvalue()


def _page_of_pdf(content: bytes, number: int, width: int, limits: Limits) -> Image.Image:
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            if not 1 <= number <= len(document):
                raise refusals.empty()
            with closing(document[number - 1]) as page:
                width_points, height_points = page.get_size()
                if not (width_points > 0 and height_points > 0):
                    raise refusals.corrupt("PDF")
                most = math.sqrt(limits.max_pixels / (width_points * height_points))
                bitmap = page.render(
                    scale=min(width / width_points, MAX_HEIGHT_PIXELS / height_points, most), may_draw_forms=False
                )
                # pdfium rounds up: the last column of a page that is a hair too wide is empty.
                return _on_white(bitmap.to_pil().crop((0, 0, min(width, bitmap.width), bitmap.height)))
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise refusals.encrypted("PDF") from error
        raise refusals.corrupt("PDF") from error


def _frame_of_picture(content: bytes, number: int, width: int, limits: Limits) -> Image.Image:
    Image.init()
    # Pixels are counted here, with a limit that the caller sets.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(content), formats=[name for name in _FORMATS if name in Image.OPEN]) as picture:
            if not 1 <= number <= getattr(picture, "n_frames", 1):
                raise refusals.empty()
            picture.seek(number - 1)
            across, down = picture.size
            if across * down > limits.max_pixels:
                raise refusals.too_many_points(f"{across:,} by {down:,}", limits.max_pixels)
            picture.draft("RGB", (width, limits.max_pixels))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((width, min(MAX_HEIGHT_PIXELS, limits.max_pixels // width + 1)))
            return _on_white(upright)
    except UnidentifiedImageError as error:
        raise refusals.picture("a picture") from error
    except _DAMAGES as error:
        raise refusals.corrupt("picture") from error


def _on_white(picture: Image.Image) -> Image.Image:
    """Lay what lets light through on paper."""
    if not picture.has_transparency_data:
        return picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")
    layer = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
