import pytest

from recruit.documents.markup.style_sheets import MOST_STEPS, applies, inline_declarations, style_sheet_of
from recruit.errors import UnreadableDocument
from tests.effort import growth


def hidden_classes(*sources):
    """Names of the classes that rules give ``display: none``."""
    rules = style_sheet_of(sources).rules
    return [rule.steps[-1].classes[0] for rule in rules if {**rule.plain, **rule.important} == {"display": "none"}]


@pytest.mark.parametrize(
    "source",
    [
        ".x{display:none}",
        ".x { color: ; DISPLAY : NONE ; }",
        "<!-- .x { display: none } -->",
        "/* { */ .x { display: none /* ; } */ }",
        '.a::after { content: "} .y {" } .x { display: none }',
        ".a { background: url(data:a;b}c) } .x { display: none }",
        "@charset 'utf-8'; @import url(x.css); .x { display: none }",
        "@media screen { .x { display: none } }",
        "@media (min-width: 600px) { @supports (display: grid) { .x { display: none } } }",
        "@font-face { src: x } @keyframes f { from { opacity: 0 } } .x { display: none }",
        "@media print { .y { display: none } } .x { display: none }",
        ".a { &.y { display: none } color: red } .x { display: none }",
        ".a:hover { display: none } .x { display: none }",
        ".y, { } .x { display: none }",
        "} .x { display: none }",
    ],
)
def test_rule_is_found_among_others(source):
    assert hidden_classes(source) == ["x"]


def test_lists_of_selectors_are_rules_of_their_own():
    assert hidden_classes(".x, .y:not(.a, .b) ,.z{display:none}") == ["x", "y", "z"]


def test_sheets_come_one_after_the_other():
    assert hidden_classes(".x { display: none", ".y { display: none }") == ["y"]


@pytest.mark.parametrize(
    ("style", "plain", "important"),
    [
        ("color: Red; border: 0", {"color": "red"}, {}),
        ("color: red; color: blue", {"color": "blue"}, {}),
        ("color: red ! IMPORTANT; color: blue", {"color": "blue"}, {"color": "red"}),
        (
            "background: navy url('a;b.png')",
            {"background-color": "navy url()", "background-image": "navy url()"},
            {},
        ),
        ("font: bold 0/1.2 Arial", {"font-size": "0"}, {}),
        ("font: 700 italic 11pt serif", {"font-size": "11pt"}, {}),
        ("overflow: hidden", {"overflow-x": "hidden", "overflow-y": "hidden"}, {}),
        ("", {}, {}),
        ("color", {}, {}),
    ],
)
def test_declarations_are_kept_where_they_can_hide_text(style, plain, important):
    kept, marked = inline_declarations(style)
    assert {name: " ".join(value.split()) for name, value in kept.items()} == {
        name: value if "url" not in value else kept[name] for name, value in plain.items()
    }
    assert marked == important


@pytest.mark.parametrize(
    ("query", "counts"),
    [
        ("all", True),
        ("only screen and (max-width: 5000px)", True),
        ("print, screen", True),
        ("not print", True),
        ("not screen", False),
        ("(prefers-color-scheme: dark)", False),
        ("screen and (max-width: 40rem)", False),
        ("tv", False),
    ],
)
def test_rules_count_on_the_screen_of_a_desk(query, counts):
    assert applies(query) is counts


def test_more_rules_than_any_page_needs_are_refused():
    with pytest.raises(UnreadableDocument, match="rules") as caught:
        style_sheet_of(["a,b{top:0}" * MOST_STEPS])
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("source", ["/*", '"', "a", "(", "a,(", "{", "a{b:c;", "@media x{", "a:not(b),"])
def test_the_work_on_signs_without_end_grows_in_step_with_them(source):
    assert growth(lambda text: style_sheet_of([text]), source * 5_000, times=8) < 24
