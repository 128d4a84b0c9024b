"""Which words of a page can be seen: rules against rules, and letters against their ground."""

import pytest

from recruit.documents.markup.html import read_html
from recruit.documents.reader import Limits

FACES = '<link rel=stylesheet href="https://fonts.example.com/css?family=Lato">'


def seen(source: str) -> list[str]:
    (page,) = read_html(source.encode(), Limits()).pages
    return [block.text for block in page.blocks]


def page(rules: str, body: str) -> str:
    return f"<html><head><title>resume</title><style>{rules}</style></head><body>{body}</body></html>"


@pytest.mark.parametrize(
    "rules",
    [
        ".x { display: none } p { display: block }",
        "p { display: none } #i { display: block } #i.x { display: none }",
        "p { display: none !important } #i { display: block }",
        "p { display: block } p { display: none }",
        ".x { display: block } @media screen { .x { display: none } }",
        "div > p { display: none }",
        "body * { visibility: hidden }",
        "p { color: #fff }",
        "div { color: white } p { font-weight: bold }",
        "body { background: #123 } p { color: #123 }",
        "div { background: #eee } p { color: rgb(238, 238, 238) }",
        "p { color: transparent }",
        "p { color: black; -webkit-text-fill-color: white }",
        "p { position: absolute; left: -3000px }",
    ],
)
def test_rule_that_hides_wins(rules):
    assert seen(page(rules, "<div><p class=x id=i>expert</p></div>welder")) == ["welder"]


@pytest.mark.parametrize(
    "rules",
    [
        ".x { display: none } #i { display: block }",
        "p { display: none } p { display: block }",
        ".y { display: none }",
        "@media print { p { display: none } }",
        "@media (max-width: 480px) { p { display: none } }",
        "p:hover { display: none }",
        "div { font-size: 0 } p { font-size: 12px }",
        "div { visibility: hidden } p { visibility: visible }",
        "div { background: navy } p { color: white }",
        "body { background: url(dark.png) } p { color: white }",
        "body { background: linear-gradient(navy, black) } p { color: white }",
        "div { background: var(--dark) } p { color: white }",
        "p { color: var(--ink) }",
        "p { color: white; text-shadow: 0 0 3px black }",
        "p { background: linear-gradient(red, blue); background-clip: text; color: transparent }",
        "p { color: silver }",
        "@import 'dark.css'; p { color: white }",
        "body::before { content: ''; position: fixed; background: navy } p { color: white }",
    ],
)
def test_words_that_may_be_seen_are_read(rules):
    assert seen(page(rules, "<div><p class=x id=i>welder</p></div>")) == ["welder"]


@pytest.mark.parametrize(
    "body",
    [
        "<table bgcolor=navy><tr><td><font color=white>welder</font></table>",
        "<div style='position: absolute; background: navy'></div><p style='color: white'>welder</p>",
        "<img src=paper.png><p style='position: absolute; color: transparent'>welder</p>",
        "<img style='position: absolute' src=dark.png><p style='color: white'>welder</p>",
        "<div style='color: white'><a href='#x'>welder</a></div>",
        "<mark><font color=white>welder</font></mark>",
        "<link rel=stylesheet href=dark.css><p style='color: white'>welder</p>",
        "<noscript><style>p { display: none }</style></noscript><p>welder</p>",
        "<style media=print>p { display: none }</style><p>welder</p>",
        "<style type='text/less'>p { display: none }</style><p>welder</p>",
        "<div hidden style='display: block'>welder</div>",
    ],
)
def test_light_words_on_what_may_be_dark_are_read(body):
    assert seen(f"<body>{body}") == ["welder"]


@pytest.mark.parametrize(
    "body",
    [
        "<font color=white>expert</font>",
        "<font color=ffffff>expert</font>",
        "<table bgcolor=white><tr><td style='color: #fefefe'>expert</table>",
        "<div style='position: absolute; background: black; width: 9px'></div><p style='color: white'>expert</p>",
        "<div style='background: navy'>&nbsp;</div><p style='color: white'>expert</p>",
        "<div style='position: absolute; color: white'>expert</div>",
        f"{FACES}<p style='color: white'>expert</p>",
        "<style>@import url('https://fonts.example.com/x'); p { color: white }</style><p>expert</p>",
    ],
)
def test_words_in_the_colour_of_their_ground_are_not_read(body):
    assert seen(f"<body>{body}") == []
