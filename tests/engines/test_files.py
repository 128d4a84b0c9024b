import hashlib
from pathlib import Path

import pytest

from recruit.engines.files import LocalFiles
from recruit.errors import NotFound

CONTENT = b"TIG welder"


def names_under(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_comes_back_under_the_hash_of_its_bytes(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    content_hash = files.put(CONTENT)
    assert content_hash == hashlib.sha256(CONTENT).hexdigest()
    assert files.get(content_hash) == CONTENT


def test_the_same_bytes_are_kept_once_and_nothing_else_is_left(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    content_hash = files.put(CONTENT)
    assert files.put(CONTENT) == content_hash
    assert names_under(tmp_path) == [f"{content_hash[:2]}/{content_hash}"]


def test_no_bytes_are_a_file_too(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    assert files.get(files.put(b"")) == b""


def test_a_file_that_was_never_kept_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        LocalFiles(tmp_path).get("0" * 64)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "0" * 63, "Z" * 64, "0" * 64 + "\n"])
def test_a_name_that_is_no_hash_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        LocalFiles(tmp_path).get(name)


def test_what_cannot_be_written_leaves_nothing_half_done(tmp_path: Path) -> None:
    (tmp_path / hashlib.sha256(CONTENT).hexdigest()[:2]).write_text("a file where a folder should be")
    with pytest.raises(FileExistsError):
        LocalFiles(tmp_path).put(CONTENT)
    assert len(names_under(tmp_path)) == 1
