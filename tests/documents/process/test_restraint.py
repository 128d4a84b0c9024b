"""Each case gives its rights up in a process of its own, tries something, and prints what came of it."""

import json
import os
import struct
import subprocess
import sys

import pytest

from recruit.documents import Limits
from recruit.documents.process import restraint

IS_LINUX = sys.platform == "linux"
PROGRAM = """
import errno, json, os, resource, socket, subprocess, sys, time
from recruit.documents import Limits
from recruit.documents.process.restraint import allow_recognition, give_up_rights, limit

def tried(act):
    try:
        act()
    except OSError as error:
        return errno.errorcode[error.errno]
    except MemoryError:
        return "no memory"
    return "done"

"""


def printed(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + program],
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


#: What is tried after rights were given up, and what comes of it.
ACTS = {
    "read a file": ("lambda: open(sys.executable, 'rb').close()", "done"),
    "write to nothing": ("lambda: open('/dev/null', 'wb').write(b'x')", "done"),
    "open many files": ("lambda: [open(os.devnull) for _ in range(40)]", "EMFILE"),
    "talk to the one that asks": ("lambda: [end.close() for end in socket.socketpair()]", "done"),
    "open a connection": ("lambda: socket.socket().close()", "EPERM" if IS_LINUX else "done"),
    "open one on this machine": ("lambda: socket.socket(socket.AF_UNIX).close()", "EPERM" if IS_LINUX else "done"),
}


@pytest.fixture(scope="module")
def outcome_by_act() -> dict[str, str]:
    acts = ", ".join(f"{name!r}: tried({act})" for name, (act, _) in ACTS.items())
    found: dict[str, str] = json.loads(printed(f"give_up_rights(); print(json.dumps({{{acts}}}))"))
    return found


@pytest.mark.parametrize("act", ACTS)
def test_process_that_gave_up_its_rights_can_read_and_answer_and_no_more(
    act: str, outcome_by_act: dict[str, str]
) -> None:
    assert outcome_by_act[act] == ACTS[act][1]


def test_nothing_is_written_to_a_disk(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("disk") / "left behind"
    assert (
        printed(f"give_up_rights(); print(tried(lambda: os.write(os.open({str(path)!r}, 66), b'x')))") == "EFBIG"
    )
    assert path.read_bytes() == b""


def test_no_core_is_left_and_no_file_can_be_written_later() -> None:
    program = """
give_up_rights()
print([resource.getrlimit(what) for what in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)])
"""
    assert printed(program) == "[(0, 0), (0, 0)]"


@pytest.mark.parametrize("mebibytes", [64, 4096])
def test_memory_beyond_the_limit_is_not_given(mebibytes: int) -> None:
    program = f"""
limit(Limits(), alone=True)
print(tried(lambda: bytearray({mebibytes} << 20)))
"""
    is_over = mebibytes << 20 > Limits().memory_bytes
    assert printed(program) == ("no memory" if is_over and sys.platform != "darwin" else "done")


def test_recognising_letters_is_given_more_of_both_up_to_its_own_limits() -> None:
    program = """
limits = Limits(memory_bytes=1 << 30, ocr_memory_bytes=2 << 30, cpu_seconds=7, max_ocr_pages=2, ocr_seconds=10.0)
limit(limits, alone=True)
before = [resource.getrlimit(what)[0] for what in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]
allow_recognition(10.0)
memory, seconds = (resource.getrlimit(what)[0] for what in (resource.RLIMIT_AS, resource.RLIMIT_CPU))
allow_recognition(1000.0)
most = resource.getrlimit(resource.RLIMIT_CPU)
print(memory >> 30, seconds - before[1], most[0] - before[1], most[1] - most[0])
"""
    memory, more_seconds, most_seconds, left = map(int, printed(program).split())
    assert memory == 2 or sys.platform == "darwin"
    assert (more_seconds, most_seconds, left) == (10, 20, 1)


def test_processor_time_is_counted_from_the_document_on() -> None:
    program = """
while time.process_time() < 1.2:
    pass
limit(Limits(cpu_seconds=3), alone=False)
print(resource.getrlimit(resource.RLIMIT_CPU)[0])
"""
    assert 5 <= int(printed(program)) <= 6


def answer_of(program: bytes, architecture: int, number: int) -> int:
    """What the kernel reads out of a filter for one call of one machine."""
    rows = list(struct.iter_unpack("HBBI", program))
    data = {restraint._ARCHITECTURE_AT: architecture, restraint._NUMBER_AT: number}
    place, loaded = 0, 0
    while True:
        code, if_true, if_false, value = rows[place]
        place += 1
        if code == restraint._RETURN:
            return value
        if code == restraint._LOAD:
            loaded = data[value]
        else:
            holds = loaded == value if code == restraint._JUMP_IF_EQUAL else loaded >= value
            place += if_true if holds else if_false


@pytest.mark.parametrize("machine", restraint._FORBIDDEN_CALLS)
def test_filter_denies_what_is_listed_and_what_comes_in_the_numbers_of_another_machine(machine: str) -> None:
    architecture, calls = restraint._FORBIDDEN_CALLS[machine]
    program = restraint._program_for(architecture, calls)
    denied = {number for number in range(600) if answer_of(program, architecture, number) != restraint._ALLOW}
    assert denied == set(calls)
    assert answer_of(program, architecture + 1, 0) == restraint._DENY_AS_FORBIDDEN
    assert answer_of(program, architecture, restraint._OTHER_NUMBERS_FROM) == restraint._DENY_AS_FORBIDDEN
