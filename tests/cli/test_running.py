"""Each of these starts the program as a person does, but where it cannot begin."""

import signal
import socket
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.cli.commands import PATIENCE_SECONDS, START, environment, run


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run("serve", "--port", port)
    assert result.exit_code == 2
    assert port in result.stderr
    assert "Traceback" not in result.stderr


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server that has told its address, and the address; ended when the test has not done so."""
    with subprocess.Popen(
        [*START, *arguments], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        watchdog = threading.Timer(PATIENCE_SECONDS, process.kill)
        watchdog.start()
        try:
            assert process.stdout is not None
            told = next(line for line in iter(process.stdout.readline, "") if line.startswith("recruit is at "))
            yield process, told.removeprefix("recruit is at ").strip()
        finally:
            watchdog.cancel()
            process.kill()


@pytest.mark.parametrize(
    ("command", "number"), [(["up", "--no-demo"], signal.SIGINT), (["serve"], signal.SIGTERM)], ids=["up", "serve"]
)
def test_the_app_answers_and_stops_cleanly(command: list[str], number: signal.Signals) -> None:
    with started(*command, "--port", "0") as (process, address):
        with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as page:  # noqa: S310  # our own address
            assert page.status == 200
        process.send_signal(number)
        _, complaints = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode in {0, 130}
    assert complaints == ""


def test_the_worker_alone_stops_cleanly() -> None:
    with subprocess.Popen(
        [*START, "worker"], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("The worker runs.")
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, complaints) == (0, "")
