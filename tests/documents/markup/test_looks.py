"""How one declaration after the other makes an element look; whole pages are looked at in ``test_styled_page``."""

import pytest

from recruit.documents.markup.colours import BLACK, CLEAR, WHITE
from recruit.documents.markup.looks import Look, free_ground_of, look_below
from recruit.documents.markup.style_sheets import inline_declarations


def look(style, *, tag="div", parent=None):
    return look_below(parent or Look(), tag, inline_declarations(style)[0])


@pytest.mark.parametrize(
    "style",
    [
        "display: none",
        "content-visibility: hidden",
        "opacity: 0",
        "opacity: 2%",
        "filter: opacity(0%)",
        "transform: scale(0)",
        "transform: translateX(-2000px)",
        "transform: translate(0, -2000px)",
        "position: absolute; left: -9999px",
        "position: fixed; top: -100em",
        "position: absolute; right: -100%",
        "position: absolute; left: 99999px",
        "position: absolute; clip: rect(0 0 0 0)",
        "position: absolute; clip: rect(1px, 1px, 1px, 1px)",
        "clip-path: inset(50%)",
        "height: 0; overflow: hidden",
        "max-height: 1px; overflow-y: clip",
        "width: 1px; overflow: hidden",
        "margin-left: -5000px",
    ],
)
def test_element_out_of_sight_is_gone(style):
    assert look(style).is_gone


@pytest.mark.parametrize(
    "style",
    [
        "opacity: 0; transition: opacity 1s",
        "opacity: 0; animation: appear 1s forwards",
        "opacity: .4",
        "left: -9999px",
        "position: absolute; left: -20px; top: 1200px",
        "position: absolute; left: -50%",
        "position: absolute; clip: auto",
        "clip-path: inset(5%)",
        "height: 0",
        "height: 100px; overflow: hidden",
        "transform: translate(-50%, -50%)",
        "transform: scale(0.8)",
        "width: var(--none); overflow: hidden",
    ],
)
def test_element_in_sight_is_not_gone(style):
    assert not look(style).is_gone


def test_height_means_nothing_to_an_element_within_a_line():
    assert not look("height: 0; overflow: hidden", tag="span").is_gone
    assert look("height: 0; overflow: hidden; display: inline-block", tag="span").is_gone


@pytest.mark.parametrize(
    "style",
    [
        "visibility: hidden",
        "visibility: collapse",
        "font-size: 0",
        "font-size: 1px",
        "font-size: 0.05em",
        "text-indent: -999em",
    ],
)
def test_children_of_hidden_words_are_hidden_until_something_else_is_said(style):
    hidden = look(style)
    assert hidden.hides_text
    assert look("", parent=hidden).hides_text
    shown = look("visibility: visible; font-size: 12px; text-indent: 0", parent=hidden)
    assert not shown.hides_text


@pytest.mark.parametrize(
    "style",
    ["font-size: small", "font-size: 70%", "font-size: 6pt", "font-size: clamp(1px, 2px, 3px)", "font-size: 7"],
)
def test_small_words_are_seen(style):
    assert not look(style).hides_text


def test_sizes_multiply_down_the_page():
    assert look("font-size: 50%", parent=look("font-size: 2em")).size_pixels == 16
    root = look("font-size: 62.5%", tag="html")
    assert look("font-size: 1.2rem", parent=look("font-size: 40px", parent=root)).size_pixels == 12


def test_ground_comes_from_the_nearest_element_that_has_one():
    dark = look("background: black; color: white")
    assert (look("", parent=dark).ground, look("", parent=dark).letters) == (BLACK, WHITE)
    assert look("background: none", parent=dark).ground == BLACK
    assert look("background: url(x.png) white", parent=dark).ground is None
    assert look("background-color: rgba(255, 255, 255, 0.5)", parent=dark).ground == (0.5, 0.5, 0.5, 1)
    assert look("background-clip: text", parent=dark).ground is None


def test_what_is_placed_freely_is_lifted_off_its_ground_until_it_has_its_own():
    placed = look("position: absolute")
    assert placed.is_lifted
    assert look("", parent=placed).is_lifted
    assert not look("background: white", parent=placed).is_lifted


@pytest.mark.parametrize(
    ("style", "ground"),
    [
        ("position: absolute; background: black", BLACK),
        ("position: fixed; background: url(a.png)", None),
        ("z-index: -1; background: black", BLACK),
        ("position: absolute; background: black; width: 8px; height: 8px", CLEAR),
        ("position: absolute", CLEAR),
        ("background: black", CLEAR),
    ],
)
def test_freely_placed_shape_may_be_a_ground_of_others(style, ground):
    assert look(style).free_ground == ground
    assert free_ground_of(inline_declarations(style)[0]) == ground


@pytest.mark.parametrize(
    ("style", "flags"),
    [
        ("display: block", (True, False)),
        ("display: flex", (True, False)),
        ("float: right", (False, True)),
        ("display: inline-block", (False, True)),
        ("position: absolute", (False, True)),
        ("", (False, False)),
    ],
)
def test_part_of_a_line_is_set_apart_by_style(style, flags):
    found = look(style, tag="span")
    assert (found.is_block, found.is_apart) == flags


def test_lists_begin_anew_within_lists():
    outer = look("list-style: none", tag="ul")
    assert look("", tag="li", parent=outer).list_style == "none"
    assert look("", tag="ul", parent=outer).list_style == ""
