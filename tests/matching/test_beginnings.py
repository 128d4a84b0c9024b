import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruit.matching.beginnings import Beginnings, Terms, heads_of_pattern, terms_of
from recruit.matching.tokens import cut_of, words_of

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


def beginnings(text: str) -> Beginnings:
    return Beginnings.of(text, words_of(cut_of(text), frozenset()))


@given(pieces=st.lists(st.sampled_from(PIECES)), start=st.integers(0, 40), length=st.integers(0, 80))
def test_terms_are_found_where_a_search_finds_them(pieces: list[str], start: int, length: int) -> None:
    text, terms = " ".join(pieces), known(*TERMS)
    found = beginnings(text).matches(terms, start, start + length)
    assert [match.span() for match in found] == [
        match.span() for match in terms.pattern.finditer(text, start, start + length)
    ]


@given(pieces=st.lists(st.sampled_from(PIECES)))
def test_terms_are_found_at_the_beginning_of_words_only(pieces: list[str]) -> None:
    text, terms = "".join(pieces), known(*TERMS)
    starts = words_of(cut_of(text), frozenset()).starts
    assert {match.start() for match in beginnings(text).matches(terms)} <= {*starts}


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1), first=st.integers(0, 9), length=st.integers(1, 9))
def test_what_is_covered_is_no_term(pieces: list[str], first: int, length: int) -> None:
    text, terms = " ".join(pieces), known(*TERMS)
    words = words_of(cut_of(text), frozenset())
    spans = list(zip(words.starts, words.ends, strict=True))[first : first + length]
    rest = beginnings(text).without(spans)
    assert len(rest.lower) == len(text)
    assert [match.span() for match in rest.matches(terms)] == [
        match.span() for match in terms.pattern.finditer(rest.lower)
    ]


@pytest.mark.parametrize("text", ["nc lathe", "nc-lathe", "nc\nlathe", "nclathe"])
def test_spaces_and_hyphens_in_a_term_are_the_same_and_may_be_left_out(text: str) -> None:
    assert beginnings(text).matches(known("nc lathe"))


def test_no_terms_make_no_pattern() -> None:
    assert terms_of([]) is None


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("lapsed", {"lap"}),
        ("so[ -]so", {"so"}),
        (r"(?<!blue\x20)light(?! duty)", {"lig"}),
        (r"i\s+(?:have|had)\s+not", {"i"}),
        (r"(?:one|\d+)\s+week", {"one", *(f"{digit}*" for digit in range(10))}),
        (r"(?:is\s+)?(?:a\s+)*plus|bonus", {"is", "a", "plu", "bon"}),
        (r"wants?\s+to", {"wan"}),
        (r"an?\s+asset", {"a", "an"}),
        (r"(?:a\s+){0,5}plus", {"a", "plu"}),
        (r"(?:very\s+){1,2}good", {"ver"}),
    ],
)
def test_the_beginnings_of_a_pattern_are_those_of_all_it_matches(pattern: str, heads: set[str]) -> None:
    assert heads_of_pattern(pattern) == heads


def test_a_pattern_that_may_begin_with_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="anything"):
        heads_of_pattern("(?:no )?")
