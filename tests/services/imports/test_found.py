import zipfile
from pathlib import Path

import pytest

from recruit.db.imports import ImportSource
from recruit.documents import Limits
from recruit.services.imports.found import found_files
from recruit.services.imports.readers import Refused

LIMITS = Limits(max_bytes=100)


def source(path: Path, name: str | None = None) -> ImportSource:
    return ImportSource(path=str(path), name=name or path.name)


def contents_of(*sources: ImportSource) -> dict[str, bytes | str]:
    """Content by name, or the code of the refusal."""
    opened = {found.name: found.content() for found in found_files(sources, LIMITS)}
    return {name: what.code if isinstance(what, Refused) else what for name, what in opened.items()}


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "batch.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.txt", "B")
        archive.writestr("sub/a.txt", "A")
    return path


def test_files_folders_and_archives_are_walked_in_the_order_given(tmp_path: Path, batch: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "c.txt").write_text("C")
    alone = tmp_path / "alone.txt"
    alone.write_text("D")
    assert list(contents_of(source(batch), source(folder), source(alone)).items()) == [
        ("batch.zip/b.txt", b"B"),
        ("batch.zip/sub/a.txt", b"A"),
        ("folder/deep/c.txt", b"C"),
        ("alone.txt", b"D"),
    ]


def test_files_of_one_name_are_told_apart_alike_each_time(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / str(number)).write_text(f"Person {number}")
    sources = [source(tmp_path / str(number), "resume.txt") for number in range(3)]
    found = contents_of(*sources)
    assert found == {f"resume.txt{end}": f"Person {n}".encode() for n, end in enumerate(("", " (2)", " (3)"))}
    assert contents_of(*sources) == found


def test_a_name_that_looks_like_a_second_one_is_free_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("A")
    names = ["cv.txt (2)", "cv.txt", "cv.txt"]
    assert list(contents_of(*(source(path, name) for name in names))) == ["cv.txt (2)", "cv.txt", "cv.txt (3)"]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda path: path.write_bytes(b"x" * 101), "too_large", id="too large"),
        pytest.param(lambda path: None, "corrupt", id="gone"),
        pytest.param(lambda path: path.symlink_to("nowhere"), "corrupt", id="a link to nothing"),
    ],
)
def test_a_source_that_cannot_be_opened_is_a_file_that_failed(tmp_path: Path, make, code: str) -> None:
    path = tmp_path / "resume.pdf"
    make(path)
    assert contents_of(source(path)) == {"resume.pdf": code}


def test_an_archive_that_cannot_be_walked_to_its_end_is_itself_a_file_that_failed(batch: Path) -> None:
    content = batch.read_bytes()
    # The directory names the same bytes twice.
    start = content.index(b"PK\x01\x02")
    entry = content[start : content.index(b"PK\x01\x02", start + 4)]
    end = bytearray(content[content.index(b"PK\x05\x06") :])
    end[8] = end[10] = 3
    end[12] += len(entry)
    batch.write_bytes(content[:start] + entry + content[start : content.index(b"PK\x05\x06")] + bytes(end))
    assert contents_of(source(batch)) == {"batch.zip": "too_large"}


def test_nothing_is_opened_before_its_turn(tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text("before")
    (found,) = found_files([source(path)], LIMITS)
    path.write_text("after")
    assert found.content() == b"after"
