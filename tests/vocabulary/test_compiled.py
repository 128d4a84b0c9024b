from pathlib import Path

import pytest

from recruit.vocabulary import load_vocabulary, read_vocabulary
from recruit.vocabulary.compiled import (
    SortedRows,
    StoredConcepts,
    rows_of_concepts,
    sorted_rows,
    stored_rows,
    write_rows,
)
from recruit.vocabulary.loader import FOLDER

ROWS = {"lathe": '{"":[0]}', "mill": '{"":[1]}'}


def encoded(rows: dict[str, str]) -> dict[str, bytes]:
    return {key: row.encode() for key, row in rows.items()}


def test_what_is_written_is_read_back_for_the_same_version_only(tmp_path: Path) -> None:
    write_rows(tmp_path / "new" / "names.tsv", "a1", ROWS)
    for read in (stored_rows, sorted_rows):
        assert read(tmp_path / "new" / "names.tsv", "a1") == encoded(ROWS)
        assert read(tmp_path / "new" / "names.tsv", "b2") is None


def test_a_file_that_was_cut_off_anywhere_in_its_last_row_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    write_rows(path, "a1", ROWS)
    whole = path.read_bytes()
    for end in range(len(whole) - len("mill") - 2, len(whole)):
        path.write_bytes(whole[:end])
        assert stored_rows(path, "a1") is sorted_rows(path, "a1") is None


@pytest.mark.parametrize("content", [b"", b"version\ta1", b"{}", b"\xff"])
def test_a_file_that_is_something_else_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "names.tsv").write_bytes(content)
    for name in ("names.tsv", "missing.tsv"):
        assert stored_rows(tmp_path / name, "a1") is sorted_rows(tmp_path / name, "a1") is None


def test_concepts_are_the_same_after_they_were_rows() -> None:
    written = read_vocabulary(FOLDER).concepts
    rows = rows_of_concepts(written.values())
    again = StoredConcepts(encoded(rows))
    assert list(again) == list(written)
    assert len(again) == len(written)
    assert rows_of_concepts(again.values()) == rows


def test_the_vocabulary_that_is_loaded_is_the_one_of_the_yaml() -> None:
    assert load_vocabulary().version == read_vocabulary(FOLDER).version


def test_a_concept_is_made_once_and_one_without_a_row_is_none() -> None:
    concepts = StoredConcepts(encoded(rows_of_concepts(read_vocabulary(FOLDER).concepts.values())))
    assert concepts["lathe"] is concepts["lathe"]
    assert "lathe" in concepts
    assert "baker" not in concepts
    assert concepts.get("baker") is None


@pytest.mark.parametrize("count", range(6))
def test_every_row_is_found_among_any_number_of_them_and_no_other(count: int) -> None:
    keys = ["#", "a", "ab", "abc", "\N{LATIN SMALL LETTER O WITH DIAERESIS}l"][:count]
    rows = SortedRows("".join(f"{key}\trow of {key}\n" for key in keys).encode())
    assert dict(rows) == encoded({key: f"row of {key}" for key in keys})
    assert len(rows) == count
    for missing in ("", "!", "aa", "abcd", "b", "row of a", "\N{LATIN SMALL LETTER O WITH DIAERESIS}", "\ud800"):
        assert missing not in rows


def test_rows_that_begin_alike_are_gone_through_together() -> None:
    rows = SortedRows(b"a\t1\nab\t2\nabc\t3\nb\t4\n")
    assert [*rows.starting_with("ab")] == [("ab", b"2"), ("abc", b"3")]
    assert [*rows.starting_with("c")] == []


def test_a_program_that_has_the_file_open_goes_on_with_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    write_rows(path, "a1", ROWS)
    rows = sorted_rows(path, "a1")
    write_rows(path, "b2", {})
    assert rows == encoded(ROWS)
    assert [*tmp_path.iterdir()] == [path]
