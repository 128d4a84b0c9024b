from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from recruit.documents.pictures import ocr, rapid, tesseract
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument
from recruit.vocabulary.shapes import BlockKind
from tests.documents.paper import (
    LEFT_COLUMN,
    RIGHT_COLUMN,
    TOOLMAKER,
    Change,
    as_jpeg,
    faint,
    faxed,
    grainy,
    inverted,
    photographed,
    printed,
    shaded,
    turned,
    words_of,
)

PATIENT = Limits(ocr_seconds=300)
"""The tests of all rooms may share a processor."""


def recognise(image: Image.Image, by: str = "tesseract") -> ocr.Recognition:
    width, height = (side * 792 / max(image.size) for side in image.size)
    return ocr.recognise(image, PATIENT, width_points=width, height_points=height, by=by)


def order_score(recognition: ocr.Recognition, truth: list[str]) -> float:
    """Longest common subsequence of words, as a share of the truth's."""
    found = " ".join(block.text for block in recognition.page.blocks).split()
    row = [0] * (len(found) + 1)
    for word in truth:
        before = 0
        for place, other in enumerate(found, start=1):
            before, row[place] = row[place], before + 1 if word == other else max(row[place], row[place - 1])
    return row[-1] / len(truth)


def same(image: Image.Image) -> Image.Image:
    return image


@pytest.mark.parametrize(
    ("change", "dpi"),
    [
        pytest.param(turned(-5), 150, id="skewed to the right"),
        pytest.param(turned(90), 150, id="on its side"),
        pytest.param(shaded, 150, id="shadow"),
        pytest.param(photographed, 200, id="photo"),
        pytest.param(grainy(), 100, id="grain at 100 dpi"),
        pytest.param(same, 300, id="300 dpi"),
        pytest.param(as_jpeg(40), 130, id="JPEG"),
        pytest.param(faint, 150, id="faint"),
        pytest.param(faxed, 200, id="fax"),
        pytest.param(inverted, 150, id="white on black"),
    ],
)
def test_tesseract_reads_a_page_however_it_was_taken(change: Change, dpi: int) -> None:
    assert order_score(recognise(change(printed(TOOLMAKER, dpi=dpi))), words_of(TOOLMAKER)) >= 0.95


@pytest.mark.parametrize("dark", [False, True], ids=["plain", "dark column"])
def test_two_columns_are_read_one_after_the_other(dark: bool) -> None:
    page = grainy()(turned(1.7)(printed(LEFT_COLUMN, RIGHT_COLUMN, dpi=150, dark=dark)))
    recognition = recognise(page)
    assert order_score(recognition, words_of(LEFT_COLUMN, RIGHT_COLUMN)) >= 0.95
    assert "MACHINES" in [block.text for block in recognition.page.blocks if block.kind is BlockKind.HEADING]


def test_rapidocr_reads_two_columns_of_a_photo() -> None:
    page = photographed(printed(LEFT_COLUMN, RIGHT_COLUMN, dpi=150))
    assert order_score(recognise(page, by="rapidocr"), words_of(LEFT_COLUMN, RIGHT_COLUMN)) >= 0.93


@pytest.mark.parametrize(
    ("change", "turns"),
    [(same, 0), (turned(3), 0), (turned(90), 1), (turned(180), 2), (turned(270), 3), (photographed, 0)],
    ids=["flat", "skewed", "side", "upside down", "other side", "photo"],
)
def test_words_stand_where_their_ink_is_in_the_picture_shown_upright(change: Change, turns: int) -> None:
    clean, (name, wiped) = printed(TOOLMAKER, dpi=150), page_with_a_word_wiped_out()
    page = recognise(change(clean)).page
    shown, other = (change(one).convert("L").rotate(-90 * turns, expand=True) for one in (clean, wiped))
    scale = 792 / max(shown.size)
    assert page.turns == turns
    assert (page.width_points, page.height_points) == pytest.approx((shown.width * scale, shown.height * scale))
    # The two pages differ just where the word is.
    y, x = np.nonzero(np.abs(np.asarray(shown, float) - np.asarray(other, float)) > 60)
    word = next(word for block in page.blocks for word in block.words if word.text == name)
    box = np.array([word.x0, word.x1, word.top, word.bottom]) / scale
    assert box == pytest.approx(np.array([x.min(), x.max(), y.min(), y.max()]), abs=16)
    assert box[0] - 4 <= x.min() <= x.max() <= box[1] + 4


@cache
def level_page() -> ocr.Recognition:
    return recognise(printed(TOOLMAKER, dpi=150))


@cache
def page_with_a_word_wiped_out() -> tuple[str, Image.Image]:
    name, wiped = "Kestrel", printed(TOOLMAKER, dpi=150)
    scale = 792 / max(wiped.size)
    word = next(word for block in level_page().page.blocks for word in block.words if word.text == name)
    box = (word.x0 / scale - 1, word.top / scale, word.x1 / scale + 1, word.bottom / scale)
    ImageDraw.Draw(wiped).rectangle(box, fill="white")
    return name, wiped


def test_page_read_says_so() -> None:
    (finding,) = level_page().findings(2)
    assert (finding.code, finding.page) == ("read_by_ocr", 2)
    assert finding.hint.startswith("Page 2 is a picture")


def test_doubtful_words_are_counted_and_named() -> None:
    recognition = ocr.Recognition(page=level_page().page, words=100, doubtful=30)
    assert [finding.code for finding in recognition.findings(1)] == ["read_by_ocr", "hard_to_read"]


def bricks() -> Image.Image:
    wall = Image.new("L", (600, 600), 170)
    draw = ImageDraw.Draw(wall)
    for row in range(0, 600, 40):
        draw.line((0, row, 600, row), fill=60, width=4)
        for column in range(row // 40 % 2 * 40, 600, 80):
            draw.line((column, row, column, row + 40), fill=60, width=4)
    return wall


def face() -> Image.Image:
    portrait = Image.new("RGB", (450, 550), (150, 170, 190))
    draw = ImageDraw.Draw(portrait)
    draw.ellipse((125, 100, 325, 375), fill=(220, 180, 150))
    for eye in (175, 240):
        draw.ellipse((eye, 200, eye + 35, 220), fill=(60, 40, 30))
    draw.arc((185, 250, 265, 325), 20, 160, fill=(150, 60, 60), width=6)
    draw.rectangle((100, 390, 350, 550), fill=(40, 50, 90))
    return portrait


def logo() -> Image.Image:
    mark = Image.new("RGB", (300, 300), "white")
    draw = ImageDraw.Draw(mark)
    draw.ellipse((25, 25, 275, 275), outline=(200, 0, 0), width=15)
    draw.text((75, 115), "QVX", font=ImageFont.load_default(55), fill=(0, 0, 120))
    return mark


@pytest.mark.parametrize("picture", [bricks(), face(), logo()], ids=["bricks", "face", "logo"])
def test_picture_without_words_gives_none(picture: Image.Image) -> None:
    recognition = recognise(picture)
    assert recognition.page.blocks == ()
    assert [finding.code for finding in recognition.findings(1)] == ["page_without_text"]


@pytest.mark.parametrize("engine", ["tesseract", "rapidocr"])
def test_page_has_its_seconds_for_all_that_is_asked_of_it(engine: str) -> None:
    page = printed(TOOLMAKER, dpi=100)
    with pytest.raises(UnreadableDocument, match=r"longer than 0\.1 seconds") as caught:
        ocr.recognise(page, Limits(ocr_seconds=0.1), width_points=612, height_points=792, by=engine)
    assert caught.value.code == "too_slow"


def test_blank_page_is_blank() -> None:
    recognition = recognise(Image.new("L", (600, 800), 245))
    assert recognition.is_blank
    assert "shows nothing" in recognition.findings(3)[0].hint


def test_engine_is_the_first_that_is_there() -> None:
    assert ocr.engine() == "tesseract"
    assert tesseract.is_here()
    assert rapid.is_here()
