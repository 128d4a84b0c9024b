"""What selectors mean; each answer is that of a browser's ``matches``."""

import pytest
from lxml import etree

from recruit.documents.markup.selectors import Sieve, steps_of
from tests.effort import growth

PAGE = """
<html><body id="top"><div class="one two"><p>a</p><p class="two">b</p><span data-k="de-AT x">c</span></div>
<ul><li>d</li><li class="sm:hidden">e</li><li>f<b></b></li></ul></body></html>
"""


def meant_by(*selectors):
    """For each selector the tags and texts of the elements it means."""
    root = etree.fromstring(PAGE, etree.HTMLParser())
    steps = [steps_of(selector) for selector in selectors]
    sieve = Sieve(steps)
    found = [[] for _ in selectors]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            sieve.leave()
            continue
        for number in sieve.enter(element):
            found[number].append((element.text or "").strip() or element.tag)
    return found


@pytest.mark.parametrize(
    ("selector", "meant"),
    [
        ("p", ["a", "b"]),
        ("P.two", ["b"]),
        (".one.two", ["div"]),
        ("#top > div", ["div"]),
        ("#top > p", []),
        ("#top p", ["a", "b"]),
        ("body #top", []),
        ("p + p", ["b"]),
        ("p ~ span", ["c"]),
        ("p + span", ["c"]),
        ("ul > li:first-child ~ li", ["e", "f"]),
        ("body > * > li", ["d", "e", "f"]),
        ("[data-k]", ["c"]),
        ('[data-k|="de"]', ["c"]),
        ("[data-k~=x]", ["c"]),
        ("[data-k^='de'][data-k$=x]", ["c"]),
        ("[data-k*='-at' i]", ["c"]),
        ('[data-k*=""]', []),
        (r"li.sm\:hidden", ["e"]),
        (r".\74wo", ["div", "b"]),
        ("li:nth-child(odd)", ["d", "f"]),
        ("li:nth-child( n + 2 )", ["e", "f"]),
        ("li:nth-child(-n+2)", ["d", "e"]),
        ("span:nth-of-type(1)", ["c"]),
        ("li:not(:first-child):not(.x, [class])", ["f"]),
        (":is(p, span):last-child", ["c"]),
        ("b:only-child:empty", ["b"]),
        (":root > body", ["body"]),
    ],
)
def test_selector_means_what_it_means_to_a_browser(selector, meant):
    assert meant_by(selector) == [meant]


@pytest.mark.parametrize(
    "selector",
    [
        "a:hover",
        "p::before",
        "p:before",
        "> p",
        "p >",
        "",
        "p,q",
        "p{",
        ".",
        "p..x",
        "p[",
        ":not(a b)",
        "#a#b",
        "x" * 500,
    ],
)
def test_selector_of_something_else_is_none(selector):
    assert steps_of(selector) is None


def test_selectors_are_matched_apart_from_each_other():
    assert meant_by("div", "p", "div p.two") == [["div"], ["a", "b"], ["b"]]


def matched(page):
    """Match every element with selectors that fall on a chain of elements in very many ways, and never end."""
    sieve = Sieve([steps_of("div " * 90 + "p")] * 20)
    for event, element in etree.iterwalk(
        etree.fromstring(page, etree.HTMLParser(huge_tree=True)), ("start", "end")
    ):
        assert not sieve.enter(element) if event == "start" else sieve.leave() is None


def test_the_work_grows_in_step_with_the_depth_of_a_page():
    assert growth(matched, "<div>" * 200, times=8) < 24
