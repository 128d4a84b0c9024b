import contextlib
import io
import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.archive import members_of
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

MEBIBYTE = 1024 * 1024


def packed(*files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


def found(path: Path, limits: Limits = Limits()) -> dict[str, bytes | str]:  # noqa: B008 - frozen
    """Content by name, or the code of its refusal."""
    contents: dict[str, bytes | str] = {}
    for member in members_of(path, limits):
        try:
            contents[member.name] = member.read()
        except UnreadableDocument as error:
            contents[member.name] = error.code
    return contents


@pytest.fixture
def archive(tmp_path):
    def save(content: bytes) -> Path:
        path = tmp_path / "resumes.zip"
        path.write_bytes(content)
        return path

    return save


def refusal(path: Path) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        list(members_of(path, Limits()))
    return caught.value


def test_members_come_in_the_order_of_their_names(archive):
    path = archive(packed(("b.txt", b"B"), ("sub/a.txt", b"A"), ("a.txt", b"1")))
    assert list(found(path).items()) == [("a.txt", b"1"), ("b.txt", b"B"), ("sub/a.txt", b"A")]


def test_folder_is_walked_as_an_archive_is(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_bytes(b"A")
    (tmp_path / "b.txt").write_bytes(b"B")
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / "c.zip").write_bytes(packed(("d.txt", b"D")))
    (tmp_path / "link").symlink_to(tmp_path.parent)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    assert list(found(tmp_path).items()) == [("b.txt", b"B"), ("c.zip/d.txt", b"D"), ("sub/a.txt", b"A")]


def test_file_that_is_gone_when_read_is_refused_and_the_next_one_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"A")
    (tmp_path / "b.txt").write_bytes(b"B")
    members = members_of(tmp_path, Limits())
    first = next(members)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        first.read()
    assert next(members).read() == b"B"


def test_what_nobody_put_there_on_purpose_is_passed_over(archive):
    link = zipfile.ZipInfo("link.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    names = ("__MACOSX/._a.pdf", ".DS_Store", "sub/.a.pdf", "Thumbs.db", "~$resume.docx", "folder/")
    path = archive(packed(*((name, b"x") for name in names), (link, b"/etc/passwd"), ("a.txt", b"A")))
    assert found(path) == {"a.txt": b"A"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/cron.d/a.txt", "etc/cron.d/a.txt"),
        ("/root/a.txt", "root/a.txt"),
        ("C:\\Users\\ada\\a.txt", "Users/ada/a.txt"),
        ("a\u202etxt.exe\n\x1b[31m", "atxt.exe[31m"),
        ("Lebenslauf Müller.txt", "Lebenslauf Müller.txt"),
        ("x" * 300 + ".txt", "x" * 196 + ".txt"),
        ("../..", "file without a name"),
    ],
)
def test_names_are_only_shown_and_lead_nowhere(archive, name, shown):
    assert list(found(archive(packed((name, b"A"))))) == [shown]


def test_names_in_utf8_that_do_not_say_so_are_understood(archive):
    content = packed(("M__ller.txt", b"A")).replace(b"M__ller", "Müller".encode())
    assert list(found(archive(content))) == ["Müller.txt"]


def test_archives_inside_are_opened_as_deep_as_allowed(archive):
    inner = packed(("a.txt", b"A"))
    for _ in range(4):
        inner = packed(("in.zip", inner))
    (name,) = found(archive(inner), Limits(max_nesting=3))
    assert name == "in.zip/in.zip/in.zip"
    assert list(found(archive(inner), Limits(max_nesting=9))) == ["in.zip/in.zip/in.zip/in.zip/a.txt"]


def test_word_document_inside_is_one_member(archive):
    word = packed(("[Content_Types].xml", b"x"), ("word/document.xml", b"x"))
    assert found(archive(packed(("a.docx", word)))) == {"a.docx": word}


def test_member_larger_than_allowed_is_refused_and_the_next_one_read(archive):
    path = archive(packed(("a.txt", b"x" * 5000), ("b.txt", b"B")))
    assert found(path, Limits(max_bytes=1000)) == {"a.txt": "too_large", "b.txt": b"B"}


def test_member_that_lies_about_its_size_is_stopped_while_unpacking(archive):
    honest = packed(("a.txt", b"x" * 100_000))
    lying = honest.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert isinstance(found(archive(lying), Limits(max_bytes=1000))["a.txt"], str)


def test_bomb_is_refused_without_being_unpacked(archive):
    path = archive(packed(("a.txt", bytes(60 * MEBIBYTE)), ("b.txt", b"B")))
    tracemalloc.start()
    assert found(path, Limits(max_bytes=100 * MEBIBYTE)) == {"a.txt": "too_large", "b.txt": b"B"}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * MEBIBYTE


def test_archive_whose_files_overlap_is_refused(archive):
    content = packed(("a.txt", b"A" * 500), ("b.txt", b"B" * 500), method=zipfile.ZIP_STORED)
    directory = content.rindex(b"PK\x01\x02")
    overlapping = content[: directory + 42] + (60).to_bytes(4, "little") + content[directory + 46 :]
    assert "overlap" in str(refusal(archive(overlapping)))


def test_locked_member_is_named_as_such(archive):
    content = bytearray(packed(("a.txt", b"A"), ("b.txt", b"B")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    assert found(archive(bytes(content))) == {"a.txt": "encrypted", "b.txt": b"B"}


def test_member_packed_in_an_unusual_way_is_refused(archive):
    assert found(archive(packed(("a.txt", b"A"), method=zipfile.ZIP_LZMA))) == {"a.txt": "unsupported_type"}


def test_damaged_member_is_corrupt_and_the_next_one_read(archive):
    content = packed(("a.txt", b"AAAA"), ("b.txt", b"B"), method=zipfile.ZIP_STORED).replace(b"AAAA", b"AAAB")
    assert found(archive(content)) == {"a.txt": "corrupt", "b.txt": b"B"}


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"no archive", packed(("a.txt", b"A"))[:-30]],
    ids=["empty", "two letters", "text", "without its end"],
)
def test_file_that_is_no_archive_is_corrupt(archive, content):
    assert refusal(archive(content)).code == "corrupt"


def test_missing_file_is_refused(tmp_path):
    assert refusal(tmp_path / "none.zip").code == "corrupt"


def test_empty_archive_and_folder_have_no_members(archive, tmp_path):
    (tmp_path / "empty").mkdir()
    assert found(archive(packed())) == found(tmp_path / "empty") == {}


def test_ten_thousand_members_are_not_held_at_once(archive):
    path = archive(packed(*((f"{number:05}.txt", b"x" * 20_000) for number in range(1000))))
    tracemalloc.start()
    total = sum(len(member.read()) for member in members_of(path, Limits()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert total == 20_000_000
    assert peak < 4 * MEBIBYTE


WHOLE = packed(("a.txt", b"A" * 50), ("in.zip", packed(("b.txt", b"B"))))


@settings(deadline=None, derandomize=True)
@given(place=st.integers(0, len(WHOLE)), noise=st.binary(max_size=12), cut=st.booleans())
def test_any_damage_is_read_or_refused(tmp_path_factory, place, noise, cut):
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(WHOLE[:place] + noise + (b"" if cut else WHOLE[place + len(noise) :]))
    with contextlib.suppress(UnreadableDocument):
        assert all(isinstance(content, bytes | str) for content in found(path).values())
