from pathlib import Path

import pytest

from recruit.documents import read
from recruit.documents.filetypes import kinds
from recruit.documents.reading import READERS
from recruit.services.demo_files import made_files, write_demo_files
from recruit.services.demo_formats import WRITERS

MADE = {made.kind: made for made in made_files(len(WRITERS), kinds=tuple(WRITERS))}
MEDIA_TYPES = {
    "txt": kinds.TEXT,
    "html": kinds.HTML,
    "rtf": kinds.RTF,
    "docx": kinds.DOCX,
    "odt": kinds.ODT,
    "pdf": kinds.PDF,
    "columns.pdf": kinds.PDF,
    "scan.pdf": kinds.PDF,
}


def test_same_seed_gives_the_same_files_and_another_gives_others():
    assert list(made_files(11)) == list(made_files(11))
    assert [made.content for made in made_files(3)] != [made.content for made in made_files(3, seed=2)]


@pytest.mark.parametrize(("kind", "media_type"), MEDIA_TYPES.items())
def test_made_file_is_of_its_kind(kind: str, media_type: str):
    assert kinds.media_type_of(MADE[kind].content) == media_type


@pytest.mark.parametrize(
    "kind", [kind for kind, media_type in MEDIA_TYPES.items() if media_type in READERS and kind != "scan.pdf"]
)
def test_made_file_is_read_whole(kind: str):
    document = read(MADE[kind].content)
    assert all(heading in document.text for heading in ("SUMMARY", "EARLIER WORK", "EDUCATION AND TRAINING"))
    assert 150 <= len(document.text.split()) <= 1000


def test_files_are_written_into_a_folder(tmp_path: Path):
    assert write_demo_files(12, tmp_path / "new", with_scans=True) == 12
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert (len(names), names[0], names[10]) == (12, "resume-000001.txt", "resume-000011.scan.pdf")
