from pathlib import Path

import pytest

from tests.cli.commands import run


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RECRUIT_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "job.txt").write_text("CNC lathe setup machinist")


def test_help_names_every_command() -> None:
    words = run("--help").stdout.split()
    assert {"read", "extract", "match", "evaluate", "serve", "worker", "demo", "db", "user"} <= set(words)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("match", "job.txt"),
        ("match", "job.txt", "resumes", "--top", "0"),
        ("extract", "a", "--kind", "b"),
    ],
)
def test_wrong_use_exits_with_two_and_prints_nothing(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_wrong_setting_is_wrong_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECRUIT_PORT", "high")
    result = run("read", "job.txt")
    assert result.exit_code == 2
    assert "RECRUIT_PORT is 'high'" in result.stderr
