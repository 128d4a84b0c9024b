"""Resumes on paper: printed, laid on a scanner or a desk, and turned into pictures the way people do it."""

import io
from collections.abc import Callable, Sequence

import numpy as np
import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from reportlab.pdfgen.canvas import Canvas

LETTER = (612, 792)
Change = Callable[[Image.Image], Image.Image]

TOOLMAKER = (
    "Ottilie Vandermeer",
    "Marlow Falls, Ohio   (330) 555-0127   o.vandermeer@example.com",
    "",
    "SUMMARY",
    "Toolmaker with nineteen years at the bench: progressive dies, gages and",
    "fixtures from print to tryout. Holds plus or minus .0002 on carbide inserts.",
    "",
    "EXPERIENCE",
    "Lead toolmaker, Harrow Stamping, March 2014 to present",
    "Built and repaired forty progressive dies for brass terminals.",
    "Wire EDM on a Sodick AQ325L, surface grinding to .0001, jig grinding.",
    "Trained three apprentices in die clearances and heat treatment.",
    "Toolmaker, Kestrel Gage Works, June 2007 to February 2014",
    "Made ring and plug gages, lapped to five millionths with a master.",
    "Programmed a Hurco VM10 in conversational mode for fixture plates.",
    "",
    "EDUCATION",
    "Journeyman certificate, tool and die, State of Ohio, 2007",
    "Stark Valley Technical College, precision machining, 2003",
)
LEFT_COLUMN = (
    "CONTACT",
    "Barnaby Quill",
    "Dunmore, Iowa",
    "(515) 555-0148",
    "quill@example.com",
    "",
    "MACHINES",
    "Okuma LB3000 lathe",
    "Haas VF-4 mill",
    "Brown and Sharpe CMM",
    "Moore jig borer",
    "",
    "CERTIFICATES",
    "NIMS turning level two",
    "Forklift licence 2021",
)
RIGHT_COLUMN = (
    "EXPERIENCE",
    "Machinist, Prairie Hydraulics, 2016 to 2024",
    "Turned valve spools in 4140 and held the lands to four tenths",
    "with an air gage at the machine, two hundred a shift.",
    "Wrote set-up sheets that the second shift still uses today.",
    "Moved the cell from manual offsets to probing in one winter.",
    "",
    "Operator, Copper Creek Pumps, 2011 to 2016",
    "Loaded castings, changed inserts, checked bores with a dial",
    "gage, and kept the first piece tags in order for the auditor.",
    "",
    "EDUCATION",
    "Dunmore High School, machine shop and drafting, 2011",
)


def words_of(*columns: Sequence[str]) -> list[str]:
    """The words of columns, one column after the other."""
    return " ".join(line for column in columns for line in column).split()


def printed(
    *columns: Sequence[str], font: str = "Helvetica", size: float = 10.5, dpi: int = 200, dark: bool = False
) -> Image.Image:
    """A page as a printer sets it: one column or two; ``dark`` sets the first of two white on dark blue."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER)
    edges = (54, 216) if len(columns) == 2 else (54,)
    if dark:
        canvas.setFillColorRGB(0.1, 0.16, 0.3)
        canvas.rect(0, 0, 180, LETTER[1], stroke=0, fill=1)
    for number, (column, x) in enumerate(zip(columns, edges, strict=True)):
        canvas.setFillGray(1 if dark and not number else 0)
        text = canvas.beginText(x - 18 * (len(columns) - 1), 732)
        text.setFont(font, size, leading=1.35 * size)
        for line in column:
            text.textLine(line)
        canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    page = pypdfium2.PdfDocument(buffer.getvalue())[0]
    return page.render(scale=dpi / 72).to_pil().convert("RGB")


def turned(degrees: float) -> Change:
    """Laid on the glass at an angle, against the clock; quarter turns swap the sides."""

    def change(image: Image.Image) -> Image.Image:
        return image.rotate(degrees, Image.Resampling.BICUBIC, expand=degrees % 90 == 0, fillcolor=_white(image))

    return change


def grainy(strength: float = 12, specks: int = 60) -> Change:
    """The grain of a cheap scanner, and dust on its glass."""

    def change(image: Image.Image) -> Image.Image:
        chance = np.random.default_rng(7)
        pixels = np.asarray(image.convert("L"), dtype=np.float64)
        pixels = pixels + chance.normal(0, strength, pixels.shape)
        for y, x in zip(
            chance.integers(2, pixels.shape[0] - 2, specks),
            chance.integers(2, pixels.shape[1] - 2, specks),
            strict=True,
        ):
            pixels[y : y + 2, x : x + 2] = 30
        return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))

    return change


def shaded(image: Image.Image) -> Image.Image:
    """Lit from one corner, a hand's shadow over the lower half, on yellowish paper."""
    width, height = image.size
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    light = 1.0 - 0.45 * x * y - 0.35 / (1 + np.exp(-30 * (y + 0.3 * x - 0.7)))
    paper = np.array([1.0, 0.96, 0.84])
    pixels = np.asarray(image.convert("RGB")) * light[:, :, None] * paper
    return Image.fromarray(pixels.astype(np.uint8))


def photographed(image: Image.Image) -> Image.Image:
    """Taken by hand, from below and the left, on a wooden desk."""
    width, height = image.size
    corners = ((0.07, 0.06), (0.9, 0.1), (0.97, 0.94), (0.03, 0.9))
    target = [(x * width, y * height) for x, y in corners]
    source = [(0, 0), (width, 0), (width, height), (0, height)]
    rows = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    back = np.linalg.solve(np.array(rows), np.array(source, dtype=float).ravel())
    transform = Image.Transform.PERSPECTIVE
    sheet = image.convert("RGB").transform(image.size, transform, tuple(back), Image.Resampling.BICUBIC)
    mask = Image.new("L", image.size, 255).transform(image.size, transform, tuple(back), Image.Resampling.BICUBIC)
    chance = np.random.default_rng(3)
    grain = np.repeat(chance.normal(0, 14, (height, 1)), width, axis=1) + chance.normal(0, 4, (height, width))
    wood = np.clip(np.array([112, 74, 42]) + grain[:, :, None], 0, 255).astype(np.uint8)
    return Image.composite(sheet, Image.fromarray(wood), mask).filter(ImageFilter.GaussianBlur(0.6))


def faint(image: Image.Image) -> Image.Image:
    """Printed with the toner nearly used up."""
    return Image.eval(image.convert("L"), lambda level: 190 + level * 55 // 255)


def faxed(image: Image.Image) -> Image.Image:
    """Black or white, nothing between."""
    return grainy(25)(image).convert("1", dither=Image.Dither.NONE)


def as_jpeg(quality: int) -> Change:
    """Saved small."""

    def change(image: Image.Image) -> Image.Image:
        saved = Image.open(io.BytesIO(bytes_of(image.convert("RGB"), "JPEG", quality=quality)))
        saved.load()
        return saved

    return change


def inverted(image: Image.Image) -> Image.Image:
    """White on black."""
    return ImageChops.invert(image.convert("L"))


def bytes_of(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """A picture as a file."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def pdf_of(*images: Image.Image) -> bytes:
    """Pictures as the pages of a PDF, each filling its page."""
    buffer = io.BytesIO()
    images[0].convert("L").save(
        buffer, "PDF", save_all=True, append_images=[one.convert("L") for one in images[1:]]
    )
    return buffer.getvalue()


def _white(image: Image.Image) -> int | tuple[int, ...]:
    return 255 if len(image.getbands()) == 1 else (255,) * len(image.getbands())
