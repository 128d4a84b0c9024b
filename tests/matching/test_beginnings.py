import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruit.matching.beginnings import Beginnings, Terms, terms_of

TERMS = ("weld*", "nc lathe", "lathe", "d1*", "u.s.", "$", "stainless steel", "cad/cam", "mag-", "i/o", "3g")
PIECES = (
    *"ab1.-/$ \n",
    "weld",
    "ding",
    "nc",
    "lathe",
    "d1",
    "u.s.",
    "stainless",
    "steel",
    "cad",
    "cam",
    "mag",
    "io",
    "3g",
)


def known(*terms: str) -> Terms:
    found = terms_of(terms)
    assert found is not None
    return found


@given(pieces=st.lists(st.sampled_from(PIECES)), start=st.integers(0, 40), length=st.integers(0, 80))
def test_terms_are_found_where_a_search_finds_them(pieces: list[str], start: int, length: int) -> None:
    text, terms = "".join(pieces), known(*TERMS)
    found = Beginnings.of(text).matches(terms, start, start + length)
    assert [match.span() for match in found] == [
        match.span() for match in terms.pattern.finditer(text, start, start + length)
    ]


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1), start=st.integers(0, 40), length=st.integers(1, 9))
def test_what_is_covered_is_no_term(pieces: list[str], start: int, length: int) -> None:
    text, terms = "".join(pieces), known(*TERMS)
    end = min(len(text), start + length)
    rest = Beginnings.of(text).without([(start, end)] if start < end else [])
    assert len(rest.lower) == len(text)
    assert [match.span() for match in rest.matches(terms)] == [
        match.span() for match in terms.pattern.finditer(rest.lower)
    ]


@pytest.mark.parametrize("text", ["nc lathe", "nc-lathe", "nc\nlathe", "nclathe"])
def test_spaces_and_hyphens_in_a_term_are_the_same_and_may_be_left_out(text: str) -> None:
    assert Beginnings.of(text).matches(known("nc lathe"))


def test_no_terms_make_no_pattern() -> None:
    assert terms_of([]) is None
