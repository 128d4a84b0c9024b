from pathlib import Path

import pytest

from recruit.vocabulary import load_vocabulary, read_vocabulary
from recruit.vocabulary.compiled import concepts_of_rows, rows_of_concepts, stored_rows, write_rows
from recruit.vocabulary.loader import FOLDER

ROWS = {"lathe": '{"":[0]}', "mill": '{"":[1]}'}


def test_what_is_written_is_read_back_for_the_same_version_only(tmp_path: Path) -> None:
    write_rows(tmp_path / "new" / "names.tsv", "a1", ROWS)
    assert stored_rows(tmp_path / "new" / "names.tsv", "a1") == ROWS
    assert stored_rows(tmp_path / "new" / "names.tsv", "b2") is None


def test_a_file_that_was_cut_off_anywhere_in_its_last_row_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    write_rows(path, "a1", ROWS)
    whole = path.read_bytes()
    for end in range(len(whole) - len("mill") - 2, len(whole)):
        path.write_bytes(whole[:end])
        assert stored_rows(path, "a1") is None


@pytest.mark.parametrize("content", [b"", b"version\ta1", b"{}", b"\xff"])
def test_a_file_that_is_something_else_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "names.tsv").write_bytes(content)
    assert stored_rows(tmp_path / "names.tsv", "a1") is None
    assert stored_rows(tmp_path / "missing.tsv", "a1") is None


def test_concepts_are_the_same_after_they_were_rows() -> None:
    written = read_vocabulary(FOLDER).concepts
    rows = rows_of_concepts(written.values())
    again = concepts_of_rows(rows)
    assert list(again) == list(written)
    assert rows_of_concepts(again.values()) == rows


def test_the_vocabulary_that_is_loaded_is_the_one_of_the_yaml() -> None:
    assert load_vocabulary().version == read_vocabulary(FOLDER).version
