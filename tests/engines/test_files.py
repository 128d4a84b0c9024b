import hashlib
from pathlib import Path

import pytest

from recruit.engines.files import LocalFiles, hash_of
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


def test_files_kept_together_come_back_each_under_its_own_hash(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    known = files.put(b"known")
    contents = [b"%d" % number for number in range(30)] + [b"known", b"7"]
    hashes = files.put_many(contents)
    assert [files.get(content_hash) for content_hash in hashes] == contents
    assert hashes[-2:] == [known, hashes[7]]
    assert len(names_under(tmp_path)) == 31
    assert files.put_many([]) == []


def test_one_of_many_that_cannot_be_written_is_an_error_and_the_others_are_whole(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    contents = [b"%d" % number for number in range(8)]
    blocked = hash_of(contents[3])
    (tmp_path / blocked[:2]).write_text("a file where a folder should be")
    with pytest.raises(FileExistsError):
        files.put_many(contents)
    kept = [name for name in names_under(tmp_path) if "/" in name]
    assert all(hash_of((tmp_path / name).read_bytes()) == Path(name).name for name in kept)


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
