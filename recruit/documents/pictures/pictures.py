"""Files that are pictures, photos, scans and faxes: their size is checked first, then their letters are read."""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from PIL import Image, ImageOps
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from recruit.documents import refusals
from recruit.documents.pictures import ocr
from recruit.documents.reader import Limits, Reading
from recruit.vocabulary.shapes import Finding

MEDIA_TYPES = (
    "image/png",
    "image/jpeg",
    "image/tiff",
    "image/webp",
    "image/gif",
    "image/bmp",
    "image/heic",
)
FORMATS = tuple(
    str(kind.format)
    for kind in (PngImageFile, JpegImageFile, TiffImageFile, WebPImageFile, GifImageFile, BmpImageFile)
)
PAGED_FORMATS = frozenset({"TIFF"})
"""Others hold several pictures only to move, or as copies of one."""
POINTS_PER_INCH = 72
LONG_SIDE_POINTS = 792.0
"""A page whose picture does not say its size is as long as letter paper."""
MIN_DPI, MAX_DPI = 90, 1200
"""What a scanner says of its resolution. Cameras say 72, whatever the distance."""
MIN_SIDE_POINTS, MAX_SIDE_POINTS = 144.0, 1440.0
MIN_SIDE_PIXELS = 20
_HEIC_MARK = b"ftyp"
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    struct.error,
)
"""What Pillow raises for files that are not what they say."""


def read_picture(content: bytes, limits: Limits) -> Reading:
    """Read a picture, or the several of a TIFF, each as a page.

    Parameters
    ----------
    content : bytes
        PNG, JPEG, TIFF, WEBP, GIF, BMP, or HEIC. Of one that moves the first picture is read.
    limits : Limits
        The most pixels and pictures, and what each may cost.

    Returns
    -------
    Reading
        Words where they stand in the picture turned as its EXIF says, and findings for every page.

    Raises
    ------
    UnreadableDocument
        ``corrupt``, ``too_large``, ``too_slow``; ``needs_ocr`` when there is no engine; ``unsupported_type`` for
        HEIC without the extra ``ocr``; ``no_text`` when no words can be made out, ``empty`` when nothing is shown.
    """
    if ocr.engine() is None:
        raise refusals.needs_ocr("file")
    read: list[ocr.Recognition] = []
    findings: list[Finding] = []
    for number, image in enumerate(_pages(content, limits), start=1):
        if number > limits.max_ocr_pages:
            findings.append(_left_out(number, limits.max_ocr_pages))
            break
        width, height = _size_points(image)
        read.append(ocr.recognise(image, limits, width_points=width, height_points=height))
        findings += read[-1].findings(number)
    if not any(one.page.blocks for one in read):
        raise refusals.blank_picture() if all(one.is_blank for one in read) else refusals.no_words("picture")
    return Reading(pages=tuple(one.page for one in read), findings=tuple(findings))


def _left_out(number: int, most: int) -> Finding:
    hint = f"Only the first {most} pages were read, because this file is pictures. Upload the others on their own."
    return Finding(code="page_left_out", hint=hint, page=number)


# ------------------------------------------------------------------------------------------------------ opening


def page_of(content: bytes, number: int, limits: Limits, *, side_pixels: int) -> Image.Image:
    """Open one page of a file, as it is read.

    Parameters
    ----------
    content : bytes
        As for ``read_picture``.
    number : int
        Which page, from 1.
    limits : Limits
        The most pixels.
    side_pixels : int
        Width and height that are enough: of a larger JPEG not every point is worked out.

    Returns
    -------
    Image
        Turned as its EXIF says, grey or coloured, on white.

    Raises
    ------
    UnreadableDocument
        ``empty`` when there is no such page; ``corrupt``, ``too_large``; ``unsupported_type`` for HEIC without the
        extra ``ocr``.
    """
    with _broken_is_corrupt():
        image = _opened(content, limits)
        if not 1 <= number <= _page_count(image):
            raise refusals.empty()
        image.seek(number - 1)
        _check_size(image, limits)
        image.draft(None, (side_pixels, side_pixels))
        image.load()
        return plain(ImageOps.exif_transpose(image))


def _page_count(image: Image.Image) -> int:
    return getattr(image, "n_frames", 1) if image.format in PAGED_FORMATS else 1


def _pages(content: bytes, limits: Limits) -> Iterator[Image.Image]:
    """The pages of a file, upright as their EXIF says, grey or coloured, on white."""
    with _broken_is_corrupt():
        image = _opened(content, limits)
        count = _page_count(image)
    if count > limits.max_pages:
        raise refusals.too_many_pages(count, limits.max_pages)
    for number in range(count):
        with _broken_is_corrupt():
            if number:
                image.seek(number)
            _check_size(image, limits)
            image.load()
            page = plain(ImageOps.exif_transpose(image))
        yield page


@contextmanager
def _broken_is_corrupt() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # Odd metadata is no reason to say anything; a picture that would fill the memory is.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise refusals.too_many_points("far more", Limits().max_pixels) from error
    except _BROKEN as error:
        raise refusals.corrupt("picture") from error


def _opened(content: bytes, limits: Limits) -> Image.Image:
    if content[4:8] == _HEIC_MARK:
        return _opened_heic(content, limits)
    return Image.open(io.BytesIO(content), formats=FORMATS)


def _opened_heic(content: bytes, limits: Limits) -> Image.Image:
    """A picture as iPhones take them, where what reads it is installed."""
    if find_spec("pi_heif") is None:
        raise refusals.picture("a picture (HEIC)")
    # Named only here: it is an extra.
    heif = import_module("pi_heif").open_heif(io.BytesIO(content))
    width, height = heif.size
    _check_pixels(width, height, limits)
    image: Image.Image = heif.to_pillow()
    return image


def _check_size(image: Image.Image, limits: Limits) -> None:
    _check_pixels(image.width, image.height, limits)


def _check_pixels(width: int, height: int, limits: Limits) -> None:
    if width * height > limits.max_pixels:
        raise refusals.too_many_points(f"{width:,} by {height:,}", limits.max_pixels)
    if min(width, height) < MIN_SIDE_PIXELS:
        raise refusals.tiny_picture(width, height)


def plain(image: Image.Image) -> Image.Image:
    """Bring a picture of any kind to grey or red, green and blue.

    Parameters
    ----------
    image : Image
        Black and white, palette, 16 bits, print colours, half transparent.

    Returns
    -------
    Image
        Mode ``L`` or ``RGB``; white where it was transparent.
    """
    if image.mode in {"L", "RGB"} and "transparency" not in image.info:
        return image
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    return image.convert("L" if image.mode == "1" else "RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    levels = np.asarray(image, dtype=np.float32)
    brightest = float(levels.max())
    full = 65535.0 if brightest > 255 else 255.0 if brightest > 1 else 1.0
    return Image.fromarray(np.clip(levels * (255.0 / full), 0, 255).astype(np.uint8))


def _size_points(image: Image.Image) -> tuple[float, float]:
    """Width and height of the page, from what its scanner says, else as for letter paper."""
    resolution = image.info.get("dpi", (0, 0))
    sides = [
        POINTS_PER_INCH * pixels / dpi if MIN_DPI <= dpi <= MAX_DPI else 0.0
        for pixels, dpi in zip(image.size, map(float, resolution), strict=False)
    ]
    if len(sides) == 2 and all(MIN_SIDE_POINTS <= side <= MAX_SIDE_POINTS for side in sides):
        return sides[0], sides[1]
    scale = LONG_SIDE_POINTS / max(image.size)
    return image.width * scale, image.height * scale
