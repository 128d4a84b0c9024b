import pytest

from recruit.documents.markup.colours import BLACK, WHITE
from recruit.documents.office.grounds import cannot_be_seen, colour_said, is_ground


@pytest.mark.parametrize("value", ["FFFFFF", "ffffff", "#FFFFFF", "white"])
def test_white_is_read_however_it_is_written(value):
    assert colour_said(value) == WHITE


@pytest.mark.parametrize("value", ["", "auto", "?", "windowText"])
def test_what_is_no_colour_is_not_known(value):
    assert colour_said(value) is None


@pytest.mark.parametrize(
    ("fill", "shows"), [("000000", True), ("auto", True), ("FFFFFF", False), ("FCFCFC", False)]
)
def test_a_fill_is_a_ground_where_white_can_be_read_on_it(fill, shows):
    assert is_ground(fill) is shows


@pytest.mark.parametrize(
    ("colour", "ground", "points", "is_unseen"),
    [
        ("FFFFFF", WHITE, 11, True),
        ("FFFFFF", BLACK, 11, False),
        ("FFFFFF", None, 11, False),
        ("000000", BLACK, None, True),
        ("auto", BLACK, None, False),
        ("", WHITE, 1.0, True),
        ("", WHITE, 1.5, False),
    ],
)
def test_letters_are_lost_in_their_own_colour_and_as_dust(colour, ground, points, is_unseen):
    assert cannot_be_seen(colour, ground, points) is is_unseen
