import subprocess
import sys

import pytest
from click.testing import CliRunner

from recruit.cli.lazy import LazyCommand, LazyGroup
from tests.cli.commands import environment, run

HEAVY = {"alembic", "flask", "lxml", "numpy", "pydantic", "sklearn", "spacy", "sqlalchemy"}
PROGRAM = f"""
import sys
from recruit.cli import recruit
recruit(sys.argv[1:], standalone_mode=False)
print("loaded", *sorted(sys.modules.keys() & {HEAVY}))
"""


def loaded_by(*arguments: str) -> list[str]:
    """Which of the heavy packages a command loads, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", PROGRAM, *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    _, _, names = done.stdout.rpartition("loaded")
    return names.split()


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("vocabulary", "--help"), ("user", "--help")])
def test_help_loads_nothing_but_the_names_of_the_commands(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) == []


@pytest.mark.parametrize("arguments", [("read", "job.txt"), ("extract", "--help"), ("match", "--help")])
def test_what_reads_no_skills_loads_none_of_what_does(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) == ["numpy"]


def test_finding_a_word_loads_nothing_but_the_words() -> None:
    assert loaded_by("vocabulary", "find", "wire", "ed") == []


def test_extracting_loads_neither_pages_nor_tables_nor_rankings() -> None:
    assert set(loaded_by("extract", "job.txt")) == {"numpy", "pydantic", "spacy"}


def test_a_misspelt_command_is_told_what_was_meant() -> None:
    assert "Did you mean 'extract'?" in run("extrct").stderr
    assert "Did you mean 'check'?" in run("vocabulary", "chek").stderr


def test_the_help_of_a_command_is_its_own() -> None:
    printed = run("vocabulary", "show", "--help").stdout
    assert printed.startswith("Usage: recruit vocabulary show ")
    assert "--use" in printed


def test_what_is_no_command_is_named() -> None:
    group = LazyGroup("tools", lazy={"join": ("os.path:join", "Join parts.")})
    assert "Join parts." in CliRunner().invoke(group, ["--help"]).stdout
    assert isinstance(group.commands["join"], LazyCommand)
    with pytest.raises(TypeError, match=r"os\.path:join is .* not a command"):
        group.commands["join"].load()
