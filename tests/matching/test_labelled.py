import pytest

from recruit.errors import InvalidDocumentSet
from recruit.matching.labelled import read_qrels, read_rows
from tests.matching.rows import write_rows


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InvalidDocumentSet, match=r"jobs\.jsonl is not there"):
        read_rows(tmp_path / "jobs.jsonl", needs=("id",))


def test_a_line_separator_inside_a_text_does_not_end_the_row(tmp_path):
    write_rows(tmp_path / "rows.jsonl", [{"text": "one\u2028two"}])
    assert read_rows(tmp_path / "rows.jsonl", needs=("text",)) == [{"text": "one\u2028two"}]


def test_grades_are_read_with_or_without_a_header(tmp_path):
    (tmp_path / "qrels.tsv").write_text("J1\tR1\t3\tbecause\nJ1\tR2\t1\n\n")
    assert read_qrels(tmp_path / "qrels.tsv") == {"J1": {"R1": 3, "R2": 1}}
