import pytest

from recruit.documents.markup.colours import BLACK, CLEAR, WHITE, colour_of, contrast, ground_of, is_lost, over


@pytest.mark.parametrize(
    "value",
    ["white", "#fff", "#ffffff", "#ffff", "rgb(255,255,255)", "rgba(100%, 100%, 100%, 1)", "rgb(300 255 255)",
     "hsl(0, 0%, 100%)", "hsl(90deg 50% 100% / 1)"],
)  # fmt: skip
def test_white_is_written_in_many_ways(value):
    assert colour_of(value) == pytest.approx(WHITE)


@pytest.mark.parametrize(
    "value", ["", "var(--paper)", "oklch(1 0 0)", "rgb(1,2)", "rgb(a,b,c)", "#ff", "windowtext"]
)
def test_what_is_no_known_colour_is_none(value):
    assert colour_of(value) is None


def test_hue_is_told():
    assert colour_of("hsl(240, 100%, 50%)") == pytest.approx((0, 0, 1, 1))


@pytest.mark.parametrize(
    ("value", "ground"),
    [
        ("navy", (0, 0, 128 / 255, 1)),
        ("url() no-repeat #000", BLACK),
        ("none", CLEAR),
        ("transparent none", CLEAR),
        ("var(--x)", None),
        ("rgb(0, 0, 0) repeat-x", BLACK),
    ],
)
def test_ground_is_the_colour_among_what_else_is_said(value, ground):
    assert ground_of(value) == ground


def test_half_clear_colour_lets_half_of_its_ground_through():
    assert over((0, 0, 0, 0.5), WHITE) == (0.5, 0.5, 0.5, 1.0)


@pytest.mark.parametrize("letters", ["#fff", "#fcfcfc", "transparent", "rgba(0,0,0,0.02)", "#fffff0"])
def test_letters_as_white_as_paper_are_lost(letters):
    assert is_lost(colour_of(letters), WHITE)


@pytest.mark.parametrize(
    ("letters", "ground"),
    [
        ("#ccc", "white"),
        ("#e6e6e6", "#fff"),
        ("white", "navy"),
        ("#808080", "#000"),
        ("#ff0000", "#007f00"),
        ("yellow", "white"),
    ],
)
def test_faint_letters_are_seen(letters, ground):
    assert not is_lost(colour_of(letters), colour_of(ground))


def test_contrast_does_not_depend_on_the_order():
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
