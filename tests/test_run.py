"""The one command a newcomer types, run in a small checkout of its own: no package to download, the rest real."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ["sh", "cat", "cksum", "dirname", "env", "id", "rm", "tail"]

SHOW = """\
import os, sys
print(*sys.argv[1:], os.environ.get("RECRUIT_DATA_DIR"), sep="|", flush=True)
if "wait" in sys.argv:
    sys.stdin.read()
"""


def checkout_in(folder: Path) -> Path:
    """A checkout whose lock file is empty and whose program shows what it was given."""
    (folder / "recruit").mkdir(parents=True)
    (folder / "recruit" / "__init__.py").touch()
    (folder / "recruit" / "__main__.py").write_text(SHOW)
    (folder / "setup.cfg").touch()
    (folder / "requirements.lock").write_text("# nothing\n")
    (folder / "requirements-test.lock").write_text("# nothing\n")
    shutil.copy(ROOT / "run", folder / "run")
    return folder


def run_in(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [checkout / "run", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    checkout = checkout_in(tmp_path_factory.mktemp("a folder with spaces") / "recruit")
    assert run_in(checkout).returncode == 0
    return checkout


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A PATH with what every system has, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(str(shutil.which(tool)))
    return folder


def python_that(folder: Path, *, fits: bool, complete: bool) -> None:
    """An interpreter that answers the two questions asked of it, and otherwise is this one."""
    script = folder / "python3"
    script.write_text(
        f"""#!/bin/sh
case "$2" in
*"sys.exit(not"*) exit {0 if fits else 1} ;;
*ensurepip*) {":" if complete else "echo 'ModuleNotFoundError: No module named ensurepip' >&2; exit 1"} ;;
*) exec "{sys.executable}" "$@" ;;
esac
"""
    )
    script.chmod(0o755)


def test_second_start_installs_nothing(checkout: Path) -> None:
    assert run_in(checkout, "match").stderr == ""


def test_no_argument_starts_the_app_with_its_data_beside_it(checkout: Path) -> None:
    assert run_in(checkout).stdout == f"up|{checkout}/data\n"


@pytest.mark.parametrize("arguments", [("--port", "8080"), ("--port=8080",), ("--no-demo",)])
def test_options_of_the_app_start_it(checkout: Path, arguments: tuple[str, ...]) -> None:
    assert run_in(checkout, *arguments).stdout.split("|")[:-1] == ["up", *arguments]


def test_everything_else_is_a_command(checkout: Path) -> None:
    assert run_in(checkout, "match", "a job.txt", "folder/").stdout.startswith("match|a job.txt|folder/|")


@pytest.mark.parametrize("command", ["evaluate", "benchmark"])
def test_what_measures_has_the_packages_it_measures_against(checkout: Path, command: str) -> None:
    result = run_in(checkout, command, "folder")
    assert result.stdout.startswith(f"{command}|folder|")
    assert (checkout / ".venv" / "requirements-test.lock.stamp").exists()
    assert run_in(checkout, "match").stderr == ""


def test_a_data_folder_of_ones_own_is_kept(checkout: Path, tmp_path: Path) -> None:
    assert run_in(checkout, "serve", RECRUIT_DATA_DIR=str(tmp_path)).stdout == f"serve|{tmp_path}\n"


def test_an_install_that_was_cut_off_is_done_again(checkout: Path) -> None:
    (checkout / ".venv" / "requirements.lock.stamp").unlink()
    assert "Bringing" in run_in(checkout).stderr
    assert run_in(checkout).stderr == ""


def test_a_changed_lock_file_is_installed(checkout: Path) -> None:
    with (checkout / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    assert "Bringing" in run_in(checkout).stderr
    assert run_in(checkout).stderr == ""


def test_signals_reach_the_app(checkout: Path) -> None:
    process = subprocess.Popen(
        [checkout / "run", "wait"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == -signal.SIGTERM


def test_without_python_it_says_which_ones_would_do(tmp_path: Path, bare_path: Path) -> None:
    result = run_in(checkout_in(tmp_path / "new"), PATH=str(bare_path))
    assert result.returncode == 1
    assert "There is no python3 here, and recruit needs Python 3.11" in result.stderr


def test_an_old_python_is_named(tmp_path: Path, bare_path: Path) -> None:
    python_that(bare_path, fits=False, complete=True)
    result = run_in(checkout_in(tmp_path / "new"), PATH=str(bare_path))
    assert result.returncode == 1
    assert "python3 is Python" in result.stderr


def test_a_missing_venv_module_is_named_with_its_package(tmp_path: Path, bare_path: Path) -> None:
    python_that(bare_path, fits=True, complete=False)
    result = run_in(checkout_in(tmp_path / "new"), PATH=str(bare_path))
    assert result.returncode == 1
    assert "No module named ensurepip" in result.stderr
    assert f"apt install python3.{sys.version_info.minor}-venv" in result.stderr


def test_renewing_the_locks_without_uv_says_where_to_get_it(tmp_path: Path, bare_path: Path) -> None:
    result = run_in(checkout_in(tmp_path / "new"), "lock", PATH=str(bare_path))
    assert result.returncode == 1
    assert "pip install uv" in result.stderr


def test_start_without_an_engine_says_that_scans_cannot_be_read(checkout: Path, bare_path: Path) -> None:
    result = run_in(checkout, PATH=str(bare_path))
    assert result.stdout.startswith("up|")
    assert "Scans and photos cannot be read yet" in result.stderr
