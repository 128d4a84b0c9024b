"""Microinches are of a finish where its word stands beside them, else of a size."""

import pytest

from recruit.matching.finishes import finishes_of


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("bores to 8 rms", "8 rms"),
        ("ra 0.4 \u00b5m seats", "ra 0.4 \u00b5m"),
        ("24 micro inch surface finish", "24 micro inch surface finish"),
        ("12 uin finish", "12 uin finish"),
        ("finish: 12 \u00b5in", "12 \u00b5in"),
        ("finishes better than 45 microinch", "45 microinch"),
        ("roughness of 20 microinches", "20 microinches"),
    ],
)
def test_a_finish_is_found_in_every_way_of_writing_it(text: str, written: str) -> None:
    assert [match[0] for match in finishes_of(text)] == [written]


@pytest.mark.parametrize("text", ["20 microinch on gage blocks", "rapid 32 moves", "finish 20 parts"])
def test_other_numbers_are_no_finish(text: str) -> None:
    assert list(finishes_of(text)) == []
