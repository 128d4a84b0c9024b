"""The files of the demo pool hold what their sources say, in the order in which a person would read it."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from recruit.documents import read

RESUMES = Path(__file__).parents[2] / "recruit" / "demo" / "resumes"
SOURCES = Path(__file__).parents[1] / "resumes" / "demo"
BUILT = sorted(path for path in RESUMES.iterdir() if path.suffix in {".pdf", ".docx"})


def words_of(text: str) -> list[str]:
    """Bullets and the bars of a drawn table are layout, not words."""
    return [word for word in text.split() if word.strip("-|•*o.")]


@pytest.mark.parametrize("path", BUILT, ids=lambda path: path.name)
def test_a_built_file_holds_every_word_of_its_source(path: Path) -> None:
    source = words_of((SOURCES / f"{path.stem}.txt").read_text(encoding="utf-8"))
    assert sorted(words_of(read(path.read_bytes()).text)) == sorted(source)


@pytest.mark.parametrize("path", [path for path in BUILT if path.suffix == ".docx"], ids=lambda path: path.name)
def test_a_word_file_is_read_in_the_order_of_its_source(path: Path) -> None:
    source = words_of((SOURCES / f"{path.stem}.txt").read_text(encoding="utf-8"))
    matcher = SequenceMatcher(a=source, b=words_of(read(path.read_bytes()).text), autojunk=False)
    assert matcher.ratio() > 0.99


def test_every_source_has_its_file() -> None:
    assert {path.stem for path in BUILT} == {path.stem for path in SOURCES.iterdir()}
