import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from recruit.cli.imports import CLEAR_TO_END, stopped_by_signals
from tests.cli.commands import AGENCY, PATIENCE_SECONDS, START, environment, run

COLUMNS = 24
FILES = 30


def test_import_needs_something_that_is_there() -> None:
    assert run("import").exit_code == 2
    assert run("import", "nowhere").exit_code == 2


def test_import_without_an_agency_says_how_to_make_one() -> None:
    result = run("import", "resumes")
    assert result.exit_code == 1
    assert "recruit organization add" in result.stderr


def test_import_names_what_failed_and_writes_a_report(work: Path) -> None:
    run("organization", "add", AGENCY, "--kind", "agency")
    (work / "resumes" / "=nothing.pdf").touch()
    result = run("import", "resumes", "--report", "report.csv")
    assert result.exit_code == 1
    assert "3 of 3 files done" in result.stdout
    assert result.stderr.startswith("resumes/=nothing.pdf: empty: ")
    report = (work / "report.csv").read_text(encoding="utf-8-sig")
    assert "resumes/turner.txt,imported," in report
    again = run("import", "resumes/turner.txt")
    assert again.exit_code == 0
    assert "duplicates, skipped" in again.stdout


def test_the_first_ctrl_c_asks_to_stop_and_the_second_stops() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stopped_by_signals() as stop:
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.wait(PATIENCE_SECONDS)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def shown_until(terminal: int, mark: bytes | None) -> bytes:
    """What a terminal is sent up to a mark, or to the end; a system says the end in its own way."""
    shown = b""
    while mark is None or mark not in shown:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            part = b""
        if not part:
            break
        shown += part
    return shown


def test_at_a_terminal_one_line_is_drawn_again_and_ctrl_c_leaves_an_import_that_goes_on(work: Path) -> None:
    run("organization", "add", AGENCY, "--kind", "agency")
    for number in range(FILES):
        (work / "resumes" / f"{number:02}.txt").write_text(f"Person number {number}\nTIG welder, {number} years\n")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    with subprocess.Popen(
        [*START, "import", "resumes"],
        env={**environment(), "RECRUIT_DATA_DIR": str(work / "data")},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as child:
        os.close(theirs)
        shown = shown_until(ours, b"0 / 32")
        child.send_signal(signal.SIGINT)
        shown += shown_until(ours, None)
        os.close(ours)
    words = shown.decode()
    drawn = [line.removesuffix(CLEAR_TO_END) for line in re.findall(r"\r([^\r\n]+)", words)]
    assert child.returncode == 1
    assert 0 < max(map(len, drawn[:2])) < COLUMNS
    assert "Stopping: the files at hand are finished first." in words
    assert "Type the same command again to go on" in words
    done = re.search(r"(\d+) of 32 files done", words)
    assert done
    assert int(done[1]) < 32
    again = run("import", "resumes")
    assert again.exit_code == 0
    assert "32 of 32 files done" in again.stdout
    assert "32  imported" in again.stdout
