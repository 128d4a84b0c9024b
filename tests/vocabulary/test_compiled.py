from pathlib import Path

import pytest

from recruit.vocabulary import load_vocabulary, read_vocabulary
from recruit.vocabulary.compiled import concepts_of_rows, rows_of_concepts, stored, write
from recruit.vocabulary.loader import FOLDER

CONTENT = {"version": "a1", "names": {"lathe": {"": [0]}}, "senses": [[0, None]]}


def test_what_is_written_is_read_back_for_the_same_version_only(tmp_path: Path) -> None:
    write(tmp_path / "new" / "names.json", CONTENT)
    assert stored(tmp_path / "new" / "names.json", "a1") == CONTENT
    assert stored(tmp_path / "new" / "names.json", "b2") is None


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_a_file_that_was_cut_off_or_is_something_else_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / "names.json").write_text(content)
    assert stored(tmp_path / "names.json", "a1") is None
    assert stored(tmp_path / "missing.json", "a1") is None


def test_concepts_are_the_same_after_they_were_rows() -> None:
    written = read_vocabulary(FOLDER).concepts
    rows = rows_of_concepts(written.values())
    again = concepts_of_rows(rows)
    assert list(again) == list(written)
    assert rows_of_concepts(again.values()) == rows


def test_the_vocabulary_that_is_loaded_is_the_one_of_the_yaml() -> None:
    assert load_vocabulary().version == read_vocabulary(FOLDER).version
