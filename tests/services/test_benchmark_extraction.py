import pytest

from recruit.errors import RecruitError
from recruit.services.benchmark_extraction import benchmark_extraction, measured
from recruit.tables.benchmark import extraction_benchmark_lines


def test_every_extractor_is_measured_from_nothing_on_the_same_resumes() -> None:
    figures = benchmark_extraction(n=2)
    by_name = {row.name: row for row in figures.extractors}
    assert list(by_name) == ["recruit", "PhraseMatcher", "EntityRuler", "substrings"]
    assert by_name["PhraseMatcher"].found == by_name["EntityRuler"].found
    assert by_name["substrings"].found > by_name["recruit"].found > 0
    assert all(row.start_seconds > 0 and row.documents_per_second > 0 for row in figures.extractors)
    # Not the memory of this process, which holds far more.
    assert all(0 < row.peak_bytes < 2**30 for row in figures.extractors)
    assert all(len(line) <= 80 for line in extraction_benchmark_lines(figures))


def test_an_extractor_that_is_none_is_said_to_have_ended() -> None:
    with pytest.raises(RecruitError, match="Measuring nobody ended with"):
        measured("nobody", ["Toolmaker"])
