"""Habits of the house that a machine can check: floors, names, places, and what stands in the lock files."""

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN_NAMES = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
LEFT_FOR_LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

# Tests of something else than one module.
OF_THE_WHOLE = {
    "test_access.py",
    "test_corpus.py",
    "test_docstrings.py",
    "test_hostile.py",
    "test_house.py",
    "test_invariants.py",
    "test_traps.py",
    "test_run.py",
}
WHOLE_FOLDERS = {"browser", "migrations"}

SOURCES = sorted((ROOT / "recruit").rglob("*.py"))
TEMPLATES = sorted((ROOT / "recruit").rglob("*.html"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
SETUP = configparser.ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")


def from_root(path: Path) -> str:
    return str(path.relative_to(ROOT))


def pins_of(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)", text, re.MULTILINE))


def names_of(requirements: str) -> set[str]:
    names = [re.split(r"[\[>=<;\s]", row)[0].lower() for row in requirements.split("\n") if row.strip()]
    # A lock file spells every name with hyphens: pdfminer.six is pdfminer-six there.
    return {re.sub(r"[-_.]+", "-", name) for name in names}


def test_imports_go_down_the_stairs_only() -> None:
    # In a process of its own: it silences the log of every other program in its process.
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=from_root)
def test_a_file_is_named_for_what_it_holds(path: Path) -> None:
    assert not FORBIDDEN_NAMES & set(path.with_suffix("").parts[len(ROOT.parts) :])


@pytest.mark.parametrize("path", [*SOURCES, *TEMPLATES], ids=from_root)
def test_nothing_is_left_for_later(path: Path) -> None:
    assert not LEFT_FOR_LATER.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=from_root)
def test_templates_escape_everything(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", text)


@pytest.mark.parametrize("path", TESTS, ids=from_root)
def test_a_test_stands_where_its_module_does(path: Path) -> None:
    place = path.relative_to(ROOT / "tests")
    if place.name in OF_THE_WHOLE or place.parts[0] in WHOLE_FOLDERS:
        return
    subject = ROOT / "recruit" / place.parent / place.stem.removeprefix("test_")
    # The words of the trade are data: a test of them is named for the files it speaks of.
    words = [subject.with_name(f"{name}.yaml") for name in subject.name.split("_")]
    assert subject.is_dir() or subject.with_suffix(".py").exists() or all(file.exists() for file in words)


def test_the_lock_files_name_no_registry() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_the_test_lock_holds_every_pin_of_the_other() -> None:
    assert pins_of("requirements.lock").items() <= pins_of("requirements-test.lock").items()


@pytest.mark.parametrize(
    ("lock", "section", "option"),
    [
        ("requirements.lock", "options", "install_requires"),
        ("requirements-test.lock", "options.extras_require", "test"),
    ],
)
def test_every_dependency_is_locked(lock: str, section: str, option: str) -> None:
    assert names_of(SETUP[section][option]) <= {name.lower() for name in pins_of(lock)}
