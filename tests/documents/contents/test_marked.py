import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruit.documents.contents.marked import Marked

TOWN = re.compile(r"(?:\b[A-Z][a-z]{1,9}[ ])?\b[A-Z][a-z]{1,9},[ ](?:OH|OR)\b")
TOWNS = Marked(TOWN, re.compile(", O[HR]"), before=21, behind=1)
PIECES = ("Boring", "Steel", "City", "x", ", OH", ", OR", ",", " ", "OH", "\n")


@given(pieces=st.lists(st.sampled_from(PIECES)))
def test_a_pattern_is_found_by_its_mark_where_a_search_finds_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [match.span() for match in TOWNS.finditer(text)] == [match.span() for match in TOWN.finditer(text)]


@pytest.mark.parametrize("text", ["", "Boring", ", OR", "boring, OR"])
def test_a_mark_alone_is_no_match(text: str) -> None:
    assert list(TOWNS.finditer(text)) == []
