"""Readers are real processes; one that dies is replaced."""

import os
import signal
from pathlib import Path

from recruit.db.base import utc_now
from recruit.documents import Limits
from recruit.engines.files import LocalFiles
from recruit.services.imports.readers import Broken, Read, Readers, Refused, Result, Task

PATIENCE_ROUNDS = 600


def task_of(files: LocalFiles, name: str, content: bytes) -> Task:
    return Task(name, files.put(content), len(content), utc_now())


def all_results(readers: Readers) -> dict[str, Result]:
    results: dict[str, Result] = {}
    for _ in range(PATIENCE_ROUNDS):
        results |= {task.name: result for task, result in readers.results(timeout=0.2)}
        if not readers.in_work:
            break
    return results


def test_files_are_read_or_refused_and_a_file_that_is_gone_is_our_fault(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    readers = Readers(files, Limits(), count=1)
    gone = Task("gone", "0" * 64, 1, utc_now())
    try:
        for task in (task_of(files, "good", b"TIG welder, 12 years"), gone):
            readers.hand_out(task)
        assert not readers.has_room
        results = all_results(readers)
        readers.hand_out(task_of(files, "bad", b"%PDF-1.7"))
        results |= all_results(readers)
    finally:
        readers.stop()
    assert {name: type(result) for name, result in results.items()} == {
        "good": Read,
        "gone": Broken,
        "bad": Refused,
    }


def test_a_reader_that_is_killed_is_replaced_and_its_files_are_read(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    readers = Readers(files, Limits(), count=1)
    try:
        readers.hand_out(task_of(files, "first", b"TIG welder, 12 years"))
        all_results(readers)
        (reader,) = readers._readers
        assert reader.process.pid
        # Stopped first, so that it cannot have answered before it is killed.
        os.kill(reader.process.pid, signal.SIGSTOP)
        for name in ("second", "third"):
            readers.hand_out(task_of(files, name, name.encode() * 5))
        os.kill(reader.process.pid, signal.SIGKILL)
        results = all_results(readers)
    finally:
        readers.stop()
    assert {name: type(result) for name, result in results.items()} == {"second": Read, "third": Read}


def test_a_file_that_ends_two_readers_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    files = LocalFiles(tmp_path)
    readers = Readers(files, Limits(), count=1)
    results: dict[str, Result] = {}
    try:
        readers.hand_out(task_of(files, "warm", b"TIG welder, 12 years"))
        all_results(readers)
        (reader,) = readers._readers
        os.kill(reader.process.pid or 0, signal.SIGSTOP)
        readers.hand_out(task_of(files, "poison", b"MIG welder, 11 years"))
        readers.hand_out(task_of(files, "next", b"CNC lathe, 10 years"))
        readers._tries["poison"] = 1
        os.kill(reader.process.pid or 0, signal.SIGKILL)
        results = all_results(readers)
    finally:
        readers.stop()
    assert {name: type(result) for name, result in results.items()} == {"poison": Broken, "next": Read}
