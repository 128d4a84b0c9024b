from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from recruit.documents.pictures.sightings import Sighting
from recruit.documents.pictures.slips import put_right

WHITE = Image.new("L", (1200, 200), 255)


def line_of(text: str) -> list[Sighting]:
    """Words of a line whose letters stand at 150, a space of 40 between them."""
    seen, left = [], 0
    for word in text.split(" "):
        right = left + 50 * len(word)
        seen.append(Sighting(word, 0.9, left, 78, right, 150, 0))
        left = right + 40
    return seen


def spelled(text: str) -> str:
    return " ".join(one.text for one in put_right(line_of(text)))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("held 0.0OO5 all day", "held 0.0005 all day"),
        ("within .OO2 on bores", "within .002 on bores"),
        ("\u00b1.0OO2, ground", "\u00b1.0002, ground"),
        ("from 2O14 to 20l8,", "from 2014 to 2018,"),
        ("2O14-2O18", "2014-2018"),
        ("5O years", "50 years"),
        ("(1O+ years)", "(10+ years)"),
        ("1O+ years", "10+ years"),
        ("1l years", "11 years"),
        ("ISO 9OO1", "ISO 9001"),
        ("lSO 9001", "ISO 9001"),
        ("AWS Level Il", "AWS Level II"),
        ("Type II and Ill anodize", "Type II and III anodize"),
        ("|'m a welder", "I'm a welder"),
        ("Ames, lowa", "Ames, Iowa"),
        ("lnspected bores", "Inspected bores"),
        ("quil|@example.com", "quill@example.com"),
        ("quilI@example.com", "quill@example.com"),
        ("1/2'' plate", '1/2" plate'),
    ],
)
def test_what_cannot_be_meant_is_put_right(read: str, meant: str) -> None:
    assert spelled(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "O1 tool steel, A2 and D2",
        "10EE Monarch",
        "3OL of coolant",
        "certificate No. 4O17",
        "serial 2O14",
        "#2O14 B",
        "Ian.O1son@Example.com",
        "fell Ill",
        "Illinois",
        "lb lbs llama let level",
        "A | B",
        "Machinist|Welder",
        "316L 6061-T6 B0205 S7",
        "v.O beta",
        "2014|2018",
        "2014l2018",
        "welder |2 years",
        "l2 years",
    ],
)
def test_what_may_be_meant_is_left(text: str) -> None:
    assert spelled(text) == text


def test_nothing_in_a_resume_is_spelled_otherwise() -> None:
    texts = Path(__file__).parents[2] / "resumes" / "texts"
    lines = [
        " ".join(line.split()) for path in texts.glob("*.md") for line in path.read_text("utf-8").splitlines()
    ]
    lines = [line for line in lines if line]
    assert len(lines) > 200
    assert [spelled(line) for line in lines] == lines


def test_words_keep_their_places() -> None:
    line = line_of("held 0.0OO5 for 5O years")
    fixed = put_right(line)
    assert [(one.left, one.right, one.top, one.bottom) for one in fixed] == [
        (one.left, one.right, one.top, one.bottom) for one in line
    ]


def test_address_torn_at_a_stop_is_one_word_over_both_places() -> None:
    line = [*line_of("mail to jim."), Sighting("t@example.com", 0.4, 595, 70, 900, 155, 0)]
    *_, last = put_right(line)
    assert (last.text, last.left, last.right, last.top, last.bottom) == ("jim.t@example.com", 380, 900, 70, 155)


def test_address_after_the_end_of_a_sentence_stays_on_its_own() -> None:
    assert spelled("ask for jim. t@example.com") == "ask for jim. t@example.com"


def drawn(stroke: str, left: int) -> Image.Image:
    """A letter or sign set on the line of ``line_of``."""
    picture = WHITE.copy()
    pen = ImageDraw.Draw(picture)
    low = 150 if stroke == "I" else 170
    pen.rectangle((left, 78, left + 8, low - 1), fill=0)
    return picture


@pytest.mark.parametrize("box", [(0, 0), (-30, 40)], ids=["tight box", "box of the line"])
@pytest.mark.parametrize("stroke", ["I", "|"])
def test_stroke_is_a_word_where_it_ends_on_the_line_and_else_a_bar(stroke: str, box: tuple[int, int]) -> None:
    before, *_ = line_of("When")
    bar = Sighting("|", 0.9, 240, 78 + box[0], 250, (150 if stroke == "I" else 170) + box[1], 0)
    after = Sighting("checked", 0.9, 290, 78, 640, 150, 0)
    texts = [one.text for one in put_right([before, bar, after], drawn(stroke, 241))]
    assert texts == ["When", stroke, "checked"]


def test_stroke_whose_box_lies_on_other_words_stays_a_bar() -> None:
    before, *_ = line_of("When")
    bar = Sighting("|", 0.9, 190, 78, 260, 150, 0)
    assert put_right([before, bar], drawn("I", 241))[1].text == "|"


def test_stroke_is_left_where_boxes_are_estimates() -> None:
    assert spelled("When | checked") == "When | checked"


def test_stroke_is_looked_for_in_a_narrowed_picture_where_that_has_it() -> None:
    before, *_ = line_of("When")
    bar = Sighting("|", 0.9, 240, 78, 250, 150, 0)
    picture = drawn("I", 241).resize((960, 200))
    assert put_right([before, bar], picture, width_share=0.8)[1].text == "I"
