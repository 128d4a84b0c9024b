import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict

import pytest
from sqlalchemy import update

from recruit.config import Settings
from recruit.db.audit import BackgroundJob
from recruit.db.base import utc_now
from recruit.services import background, reading, resumes, shortlists
from recruit.services.house import House
from recruit.services.shapes import ResumeView, Upload
from recruit.worker import start_worker
from tests.people import WELDER, World

PATIENCE_SECONDS = 30


def submit(house: House, world: World, content: bytes = WELDER.encode()) -> int:
    return resumes.submit_resume(house, world["dora"], Upload(file_name="dora.txt", content=content))


def wait_until(happened: Callable[[], bool]) -> None:
    ticks = threading.Event()
    for _ in range(PATIENCE_SECONDS * 50):
        if happened():
            return
        ticks.wait(0.02)
    raise AssertionError(f"it did not happen within {PATIENCE_SECONDS} seconds")


def silence(house: House) -> None:
    """Let every run look as if its process had been killed a while ago."""
    with house.sessions.begin() as session:
        session.execute(update(BackgroundJob).values(heartbeat_at=utc_now() - 2 * background.ABANDONED_AFTER))


def view_of(house: House, world: World, resume_id: int) -> ResumeView:
    return resumes.resume(house, world["dora"], resume_id)


def test_what_is_submitted_is_read_and_ranked(house: House, world: World) -> None:
    worker = start_worker(house)
    resume_id = submit(house, world)
    wait_until(lambda: view_of(house, world, resume_id).state == "read")
    worker.stop()
    ranked = shortlists.rank_candidates(house, world["ben"], world.open_job).rows
    assert world["dora"].candidate_id in {row.candidate_id for row in ranked}


def test_a_file_that_cannot_be_read_does_not_stop_the_next_one(house: House, world: World) -> None:
    worker = start_worker(house)
    bad, good = submit(house, world, b"%PDF-"), submit(house, world)
    wait_until(lambda: view_of(house, world, good).state == "read")
    worker.stop()
    assert view_of(house, world, bad).state == "failed"


def test_what_was_received_while_no_worker_ran_is_read_at_the_next_start(house: House, world: World) -> None:
    # As if the process had ended between the row and the queue.
    upload = Upload(file_name="dora.txt", content=WELDER.encode())
    content_hash = house.files.put(upload.content)
    assert world["dora"].candidate_id is not None
    resume_id, _ = resumes.store(house, world["dora"], world["dora"].candidate_id, upload, content_hash)
    worker = start_worker(house)
    wait_until(lambda: view_of(house, world, resume_id).state == "read")
    worker.stop()


def test_a_running_worker_takes_over_what_another_one_left(
    house: House, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recruit.worker.SWEEP_SECONDS", 0.05)
    resume_id = submit(house, world)
    assert reading.begin(house, resume_id) is not None
    worker = start_worker(house)
    assert view_of(house, world, resume_id).state == "reading"
    silence(house)
    wait_until(lambda: view_of(house, world, resume_id).state == "read")
    worker.stop()


KILLED = """
import json, sys
from pathlib import Path
from recruit.config import Settings
from recruit.services import reading
from recruit.services.house import open_house

fields = json.loads(sys.argv[1])
house = open_house(Settings(**{**fields, "data_dir": Path(fields["data_dir"])}))
assert reading.begin(house, int(sys.argv[2]))
print("reading", flush=True)
sys.stdin.read()
"""


def test_a_worker_killed_while_it_reads_loses_nothing(house: House, world: World, settings: Settings) -> None:
    resume_id = submit(house, world)
    fields = {name: str(value) if name == "data_dir" else value for name, value in asdict(settings).items()}
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, json.dumps(fields), str(resume_id)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"reading\n"
        os.kill(child.pid, signal.SIGKILL)
    assert view_of(house, world, resume_id).state == "reading"
    silence(house)
    worker = start_worker(house)
    wait_until(lambda: view_of(house, world, resume_id).state == "read")
    worker.stop()
    assert view_of(house, world, resume_id).profile_version == 1
