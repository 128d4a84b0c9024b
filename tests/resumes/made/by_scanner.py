"""Pictures of pages: what a scanner, a fax, a screen and a phone make, and PDF files that hold such pictures."""

import io
import random
from collections.abc import Iterable, Iterator, Sequence

from fixture import Fixture
from made.by_hand import HELVETICA, HELVETICA_BOLD, pdf_of, show_line, stream_of
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from texts import Part, Resume, load, truth_of
from typeset import Column, Line

PAGE = (400.0, 560.0)
"""Smaller than a letter, so that the letters of a whole page are recognised in about a second."""
MARGIN = 30.0
INSIDE = PAGE[0] - 2 * MARGIN
FACES = "/usr/share/fonts/truetype/liberation/LiberationS{}.ttf"
POINTS_PER_INCH = 72


def fixtures() -> Iterator[Fixture]:
    """Make every file of this producer."""
    yield scanned_pdf()
    yield upside_down_pdf()
    yield text_layer_pdf()
    yield scan_between_texts()
    yield screenshot()
    yield phone_photo()
    yield turned_photo()
    yield marked_photo()
    yield fax()
    yield webp()
    yield two_columns()


# -------------------------------------------------------------------------------------------------------- paper


def set_page(resume: Resume, parts: Sequence[Part], *, head: bool = True, size: float = 9.5) -> list[Line]:
    """Set a text on one small page."""
    body = Column(MARGIN, INSIDE, top=MARGIN, bottom=PAGE[1], size=size, leading=1.4)
    return [*(body.head(resume, size=15) if head else ()), *body.set_all(parts)]


def printed(lines: Iterable[Line], dpi: int, *, serif: bool = False) -> Image.Image:
    """Print lines on white paper."""
    scale = dpi / POINTS_PER_INCH
    paper = Image.new("L", (round(PAGE[0] * scale), round(PAGE[1] * scale)), 255)
    pen = ImageDraw.Draw(paper)
    kind = "erif" if serif else "ans"
    for line in lines:
        face = FACES.format(f"{kind}-{'Bold' if line.bold else 'Regular'}")
        font = ImageFont.truetype(face, round(line.size * scale))
        pen.text((line.x * scale, line.baseline * scale), line.text, font=font, fill=20, anchor="ls")
    return paper


def scanned(paper: Image.Image, *, degrees: float = 0.0, seed: int = 1) -> Image.Image:
    """Lay the paper a little askew on the glass, with dust and grain."""
    turned = paper.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=250)
    dust = random.Random(seed)  # noqa: S311  # the same file on every run
    pen = ImageDraw.Draw(turned)
    for _ in range(60):
        x, y = dust.randrange(turned.width), dust.randrange(turned.height)
        pen.point((x, y), fill=dust.randrange(90, 200))
    grain = Image.frombytes("L", turned.size, dust.randbytes(turned.width * turned.height))
    return Image.blend(turned, grain.filter(ImageFilter.BoxBlur(1)), 0.06)


def photographed(paper: Image.Image) -> Image.Image:
    """Photograph the paper on a desk, from a little aside, with the light falling off to one corner."""
    width, height = paper.size
    border = width // 12
    desk = Image.new("L", (width + 2 * border, height + 2 * border), 92)
    seen = paper.transform(
        desk.size,
        Image.Transform.QUAD,
        # The photo's corners in the paper's measure: top left, lower left, lower right, top right.
        (
            -border,
            -border,
            -border * 0.8,
            height + border,
            width + border,
            height + border * 1.3,
            width + border * 1.5,
            -border,
        ),
        Image.Resampling.BICUBIC,
        fillcolor=92,
    )
    shade = Image.linear_gradient("L").resize(desk.size).rotate(180).point(lambda value: 190 + value // 4)
    lit = Image.composite(seen, Image.new("L", seen.size, 40), shade)
    return lit.filter(ImageFilter.GaussianBlur(0.6))


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """Save a picture."""
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def pdf_of_pages(pages: Sequence["Image.Image | list[Line] | tuple[Image.Image, list[Line]]"]) -> bytes:
    """Make a PDF of pages: pictures, lines of text, or a picture with the text behind it that nobody sees."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        HELVETICA,
        HELVETICA_BOLD,
    ]
    kids = []
    for page in pages:
        picture, lines = (
            page if isinstance(page, tuple) else (page, []) if isinstance(page, Image.Image) else (None, page)
        )
        content = b"".join(show_line(line) for line in lines)
        # show_line counts down from the top of a letter: lower everything to the top of this page.
        content = b"1 0 0 1 0 %g cm %s" % (PAGE[1] - 792, content)
        resources = b"/Font << /F1 3 0 R /F2 4 0 R >>"
        if picture:
            objects.append(image_object(picture))
            resources += b" /XObject << /Im %d 0 R >>" % len(objects)
            hidden = b"3 Tr " if lines else b""
            content = b"q %g 0 0 %g 0 0 cm /Im Do Q %s%s" % (*PAGE, hidden, content)
        objects.append(stream_of(content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Resources << %s >> /Contents %d 0 R >>"
            % (*PAGE, resources, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf_of(objects)


def image_object(picture: Image.Image) -> bytes:
    """Put a picture into a PDF as JPEG."""
    data = saved(picture, "JPEG", quality=45)
    return (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (*picture.size, len(data), data)
    )


# -------------------------------------------------------------------------------------------------------- files


def scan(resume: Resume, file: str, made: str, content: bytes, truth: str = "") -> Fixture:
    """Describe a file that only OCR can read."""
    return resume.fixture(file, made=made, content=content, truth=truth, expected="needs_ocr")


def scanned_pdf() -> Fixture:
    """Scan a page a little askew."""
    resume = load("petrosyan-edm")
    picture = scanned(printed(set_page(resume, resume.parts), 165, serif=True), degrees=1.3)
    return scan(
        resume,
        "Scan 2026-03-12.pdf",
        "page image only, 165 dpi, turned 1.3 degrees, grain",
        pdf_of_pages([picture]),
    )


def upside_down_pdf() -> Fixture:
    """Scan a page the wrong way round."""
    resume = load("juhasz-apprentice")
    picture = scanned(printed(set_page(resume, resume.parts), 160), degrees=-0.6).rotate(180)
    return scan(resume, "copier0007.pdf", "page image only, 160 dpi, upside down", pdf_of_pages([picture]))


def text_layer_pdf() -> Fixture:
    """Scan a page with the text behind it, as copiers with OCR of their own give it."""
    resume = load("abernathy-millwright")
    lines = set_page(resume, resume.parts)
    return resume.fixture(
        "searchable scan.pdf",
        made="page image, 110 dpi, with an invisible text layer",
        content=pdf_of_pages([(scanned(printed(lines, 110)), lines)]),
    )


def scan_between_texts() -> Fixture:
    """Put a scanned page between two pages of text."""
    resume = load("fairweather-diesetter")
    first, *rest = resume.parts
    lines = set_page(resume, [first])
    middle = Part(
        "Reference", ("Connie set our presses for six years and never sent us a burr. Ask me anything.",)
    )
    letter = Part(
        "To whom it may concern",
        (
            "Mrs. Fairweather worked in our press room from April 2005 until August 2011.",
            "She set eyelet machines, trained four people and kept the die log in order.",
            "We would hire her again on any day of the week.",
        ),
    )
    picture = scanned(printed(set_page(resume, [letter], head=False, size=12), 150), degrees=0.4)
    pages = [lines, picture, set_page(resume, [*rest, middle], head=False)]
    return resume.fixture(
        "fairweather with reference.pdf",
        made="three pages, the second a scan between pages of text",
        content=pdf_of_pages(pages),
        truth=truth_of(resume.head, first, letter, *rest, middle),
    )


def screenshot() -> Fixture:
    """Take a picture of the screen."""
    resume = load("moreau-laser")
    lines = set_page(resume, resume.parts, size=8)
    picture = printed(lines, 180)
    return scan(
        resume,
        "Screenshot 2026-02-03.png",
        "PNG, 180 dpi, clean",
        saved(picture.quantize(16), "PNG", optimize=True),
    )


def phone_photo() -> Fixture:
    """Photograph a page on a desk."""
    resume = load("abernathy-millwright")
    picture = photographed(printed(set_page(resume, resume.parts), 170))
    return scan(
        resume,
        "IMG_2231.jpg",
        "JPEG, photo-like: perspective, shade, desk around it",
        saved(picture, "JPEG", quality=50),
    )


def turned_photo() -> Fixture:
    """Turn the picture by a quarter, with nothing that says so."""
    resume = load("ekdahl-cabinet")
    picture = scanned(printed(set_page(resume, resume.parts), 150), degrees=0.8)
    content = saved(picture.transpose(Image.Transpose.ROTATE_90), "JPEG", quality=45)
    return scan(resume, "ekdahl sideways.jpg", "JPEG, 150 dpi, turned by 90 degrees", content)


def marked_photo() -> Fixture:
    """Turn the picture by a quarter, and say so in the way of cameras (Exif orientation 6)."""
    resume = load("petrosyan-edm")
    picture = scanned(printed(set_page(resume, resume.parts), 150)).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    content = saved(picture, "JPEG", quality=45, exif=exif)
    return scan(resume, "20260114_081502.jpg", "JPEG, 150 dpi, turned by 90 degrees as its Exif says", content)


def fax() -> Fixture:
    """Fax two pages: black and white, one file."""
    resume = load("juhasz-apprentice")
    pages = [
        printed(lines, 170).convert("1", dither=Image.Dither.NONE)
        for lines in (
            set_page(resume, resume.parts[:2]),
            set_page(resume, resume.parts[2:], head=False),
        )
    ]
    content = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(170, 170))
    return scan(resume, "fax0031.tif", "TIFF of two pages, black and white, 170 dpi", content)


def webp() -> Fixture:
    """Save a scan as WEBP, turned a little."""
    resume = load("ekdahl-cabinet")
    picture = scanned(printed(set_page(resume, resume.parts), 150, serif=True), degrees=-2.2, seed=3)
    return scan(resume, "ekdahl.webp", "WEBP, 150 dpi, turned -2.2 degrees", saved(picture, "WEBP", quality=40))


def two_columns() -> Fixture:
    """Scan a page of two columns."""
    resume = load("ekdahl-cabinet")
    side, main = resume.columns("Skills", "Tools", "Education", "References")
    head = Column(MARGIN, INSIDE, top=MARGIN, size=9)
    lines = head.head(resume, size=15)
    left = Column(MARGIN, 105, top=head.top + 8, size=9, leading=1.4).set_all(side)
    right = Column(MARGIN + 125, INSIDE - 125, top=head.top + 8, size=9, leading=1.4).set_all(main)
    picture = scanned(printed([*lines, *left, *right], 165), degrees=-0.7, seed=5)
    return scan(
        resume,
        "ekdahl two columns.jpg",
        "JPEG, 165 dpi, two columns, turned -0.7 degrees",
        saved(picture, "JPEG", quality=45),
        truth_of(resume.head, *side, *main),
    )
