import shutil
from pathlib import Path

import pytest

from recruit.documents import baselines
from recruit.documents.baselines import Peer, optional, peers

FILES = Path(__file__).parents[1] / "resumes" / "files"


def peer(name: str) -> Peer:
    return next(one for one in peers() if one.name == name)


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("pypdfium2", "petrosyan_rotate90.pdf", "EDM machinist"),
        ("pdfminer.six", "petrosyan_rotate90.pdf", "EDM machinist"),
        ("python-docx", "Haugerud Lorna.docx", "Press brake operator"),
        ("striprtf", "haugerud resume.rtf", "Press brake operator"),
        ("html.parser", "juhasz.html", "Toolroom apprentice"),
        ("decode", "delacroix utf8.txt", "Née à Trois-Rivières"),
    ],
)
def test_a_plain_reader_gives_the_text_of_a_plain_file(name: str, file: str, words: str) -> None:
    read = peer(name).read
    assert read is not None
    assert words in read((FILES / file).read_bytes())


def test_tesseract_is_measured_where_it_is_on_the_path() -> None:
    assert (peer("tesseract").read is not None) == (shutil.which("tesseract") is not None)


def test_a_plain_reader_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baselines, "striprtf", optional("a_package_that_nobody_made"))
    missing = peer("striprtf")
    assert missing.read is None
    assert missing.install == "./run test installs it"


@pytest.mark.parametrize(
    ("name", "media_type", "fits"),
    [
        ("tesseract", "image/webp", True),
        ("tesseract", "application/pdf", False),
        ("decode", "text/plain", True),
        ("decode", "text/html", False),
    ],
)
def test_a_plain_reader_is_for_its_kinds_alone(name: str, media_type: str, fits: bool) -> None:
    assert peer(name).is_for(media_type) == fits
