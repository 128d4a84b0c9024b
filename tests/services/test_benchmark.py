from pathlib import Path

import pytest

from recruit.documents import Limits
from recruit.errors import InvalidDocumentSet
from recruit.services.benchmark import benchmark_documents
from recruit.tables.benchmark import benchmark_lines


def test_files_of_a_folder_are_measured_by_kind(tmp_path: Path):
    (tmp_path / "one.txt").write_text("Toolmaker, 9 years")
    (tmp_path / "two.txt").write_bytes(b"")
    (tmp_path / "three.md").write_text("# Toolmaker")
    figures = benchmark_documents([tmp_path], Limits(), n=1, rounds=2)
    assert [(row.kind, row.files, row.refused) for row in figures.kinds] == [("md", 1, 0), ("txt", 2, 1)]
    assert all(row.median_ms > 0 and row.peak_bytes > 0 for row in figures.kinds)
    assert figures.sandbox.in_process_ms < figures.sandbox.cold_ms
    assert figures.mixed_per_second > 0
    assert all(len(line) <= 80 for line in benchmark_lines(figures))


def test_folder_without_files_is_wrong_use(tmp_path: Path):
    with pytest.raises(InvalidDocumentSet, match="no file"):
        benchmark_documents([tmp_path], Limits(), n=1)
