"""Imports from beginning to end, on real readers and both databases; what is killed goes on where it stopped."""

import csv
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from recruit.config import Settings
from recruit.db import imports
from recruit.db.audit import AuditEvent, BackgroundJob
from recruit.db.base import utc_now
from recruit.db.candidates import Candidate, Resume
from recruit.db.imports import Import, ImportFile
from recruit.errors import Conflict, InvalidInput, NotFound
from recruit.services import background, shortlists
from recruit.services.house import House
from recruit.services.imports import doing, orders
from recruit.services.imports.keeping import Done, keep
from recruit.services.imports.readers import Refused
from recruit.services.shapes import ImportView
from tests.people import AGENCY, OTHER_AGENCY, RESUME, WELDER, World, hand_in, stage_import

#: A process to be killed takes ten seconds to begin; many of them are for a night.
KILLS = int(os.environ.get("RECRUIT_KILLS", "1"))
FILES_TO_KILL_IN = 20 * KILLS


def ignore(_: ImportView) -> None:
    pass


def bring_in(house: House, *paths: Path, stop: threading.Event | None = None) -> ImportView:
    return doing.import_paths(house, paths, organization=AGENCY, stop=stop or threading.Event(), watch=ignore)


def rows_of(house: House, import_id: int) -> dict[str, ImportFile]:
    with house.sessions() as session:
        return {row.name: row for row in imports.all_files(session, import_id)}


def people_in(house: House, agency: str = AGENCY) -> list[Candidate]:
    with house.sessions() as session:
        agency_id = doing.agency_named(session, agency).id
        return list(session.scalars(select(Candidate).filter_by(agency_id=agency_id).order_by(Candidate.id)))


def silence(house: House) -> None:
    """Let every run look as if its process had been killed a while ago."""
    with house.sessions.begin() as session:
        session.execute(update(BackgroundJob).values(heartbeat_at=utc_now() - 10 * background.ABANDONED_AFTER))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as people keep them: a welder twice, a turner deeper down, and something that is no resume."""
    folder = tmp_path / "resumes"
    (folder / "old").mkdir(parents=True)
    (folder / "Rosa_Lind-resume.txt").write_text(WELDER)
    (folder / "copy of Rosa.txt").write_text(WELDER)
    (folder / "old" / "turner.txt").write_text("Nell Turner\nTurned shafts on Okuma lathes, 5 years\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    return folder


def test_every_file_gets_one_outcome_and_the_readable_ones_a_person(
    house: House, world: World, folder: Path
) -> None:
    before = len(people_in(house))
    view = bring_in(house, folder)
    assert (view.state, view.done, view.total, view.failed) == ("done", 4, 4, 1)
    assert view.count_by_outcome == {"imported": 2, "duplicate": 1, "unreadable": 1}
    rows = rows_of(house, view.id)
    assert rows[f"{folder}/broken.pdf"].code == "corrupt"
    twins = rows[f"{folder}/Rosa_Lind-resume.txt"], rows[f"{folder}/copy of Rosa.txt"]
    assert {row.candidate_id for row in twins} == {twins[0].candidate_id}
    assert len(people_in(house)) == before + 2
    ranked = shortlists.rank_candidates(house, world["ben"], world.open_job).rows
    assert rows[f"{folder}/old/turner.txt"].candidate_id in {row.candidate_id for row in ranked}


def test_a_duplicate_names_the_file_or_the_person_who_was_first(house: House, folder: Path) -> None:
    (folder / "ana.txt").write_text(RESUME)
    messages = {Path(name).name: row.message for name, row in rows_of(house, bring_in(house, folder).id).items()}
    assert messages["ana.txt"] == "It is in the pool already: Ana."
    assert "It has the same content as" in str(messages["copy of Rosa.txt"] or messages["Rosa_Lind-resume.txt"])


def test_an_older_resume_of_somebody_in_the_pool_is_a_duplicate_and_what_was_never_read_is_none(
    house: House, world: World, tmp_path: Path
) -> None:
    cut, older = "%PDF-1.7 cut off", f"{WELDER}\nHired in 2009."
    hand_in(house, world["dora"], cut)
    hand_in(house, world["dora"], older)
    hand_in(house, world["dora"], f"{WELDER}\nHired in 2011.")
    folder = tmp_path / "again"
    folder.mkdir()
    for name, text in (("cut.pdf", cut), ("older.txt", older)):
        (folder / name).write_text(text)
    rows = rows_of(house, bring_in(house, folder).id)
    assert rows[f"{folder}/cut.pdf"].outcome.value == "unreadable"
    assert rows[f"{folder}/older.txt"].outcome.value == "duplicate"
    assert "in the pool already" in str(rows[f"{folder}/older.txt"].message)


def test_the_same_import_begun_again_finds_duplicates_only(house: House, folder: Path) -> None:
    first = bring_in(house, folder)
    people = len(people_in(house))
    again = bring_in(house, folder)
    assert again.id != first.id
    assert again.count_by_outcome == {"duplicate": 3, "unreadable": 1}
    assert len(people_in(house)) == people


def test_another_agency_knows_nothing_of_these_people(house: House, folder: Path, world: World) -> None:
    view = bring_in(house, folder)
    theirs = doing.import_paths(house, [folder], organization=OTHER_AGENCY, stop=threading.Event(), watch=ignore)
    assert theirs.count_by_outcome["imported"] == 2
    with pytest.raises(NotFound):
        orders.import_view(house, world["carol"], view.id)


def test_each_resume_leaves_a_trail_and_its_bytes_in_the_store(house: House, folder: Path) -> None:
    view = bring_in(house, folder)
    with house.sessions() as session:
        told = session.scalars(select(AuditEvent).filter_by(action="import_resume")).all()
        kept = {session.get_one(Resume, event.subject_id).content_hash for event in told}
    assert {event.details["import_id"] for event in told} == {view.id}
    assert WELDER.encode() in {house.files.get(content_hash) for content_hash in kept}


def test_a_zip_is_read_like_a_folder_and_two_of_one_name_are_two_files(house: House, tmp_path: Path) -> None:
    path = tmp_path / "batch.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("same.txt", WELDER)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("same.txt", "Nell Turner\nTurned shafts on Okuma lathes\n")
    rows = rows_of(house, bring_in(house, path).id)
    assert {row.outcome.value for row in rows.values()} == {"imported"}
    assert len(rows) == 2


def test_a_stopped_import_goes_on_with_the_same_command(house: House, folder: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Conflict, match="Stopped before"):
        bring_in(house, folder, stop=stop)
    with house.sessions() as session:
        (order,) = session.scalars(select(Import))
        assert orders.state_of(imports.import_row(session, order)) == "stopped"
    view = bring_in(house, folder)
    assert (view.id, view.state, view.done) == (order.id, "done", 4)


def test_an_import_that_is_stopped_half_way_finishes_what_is_at_hand_and_goes_on_later(
    house: House, tmp_path: Path
) -> None:
    count = 40
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:02}.txt").write_text(f"Person number {number}\n{WELDER}")
    stop = threading.Event()
    told: list[int] = []

    def stop_soon(view: ImportView) -> None:
        told.append(view.done)
        # Told first when the files are counted, then when some are kept.
        if len(told) == 2:
            stop.set()

    view = doing.import_paths(house, [folder], organization=AGENCY, stop=stop, watch=stop_soon)
    assert view.state == "stopped"
    assert 0 < told[1] <= view.done < count
    again = bring_in(house, folder)
    assert (again.id, again.state, again.count_by_outcome) == (view.id, "done", {"imported": count})


def test_two_processes_never_do_one_import_at_once(house: House, folder: Path) -> None:
    import_id = doing.begin(house, [folder], AGENCY)
    run = doing.claimed(house, import_id, threading.Event())
    with background.kept_alive(house, run), pytest.raises(Conflict, match="Another process imports this"):
        bring_in(house, folder)


def test_who_was_slow_and_lost_the_work_keeps_nothing(house: House, folder: Path) -> None:
    import_id = doing.begin(house, [folder], AGENCY)
    slow = doing.claimed(house, import_id, threading.Event())
    silence(house)
    view = bring_in(house, folder)
    people = len(people_in(house))
    with pytest.raises(Conflict, match="Another process"):
        doing.run_import(house, slow, import_id, stop=threading.Event(), watch=lambda _: None)
    assert (view.id, len(people_in(house))) == (import_id, people)


def test_an_agency_has_to_be_named_where_there_are_two(house: House, folder: Path) -> None:
    for name in (None, "Nobody Staffing", "Erie Valve"):
        with pytest.raises(InvalidInput, match=AGENCY):
            doing.begin(house, [folder], name)


def test_a_worker_does_what_was_uploaded_and_takes_over_what_another_left(house: House, world: World) -> None:
    import_id = stage_import(house, world["ben"], {"a.txt": WELDER.encode()})
    with house.sessions.begin() as session:
        assert background.claim(session, orders.BY_WORKER, import_id)
    assert not doing.run_next(house, threading.Event())
    silence(house)
    assert doing.run_next(house, threading.Event())
    view = orders.import_view(house, world["vera"], import_id)
    assert (view.state, view.count_by_outcome, view.started_by) == ("done", {"imported": 1}, "Ben")
    assert not doing.run_next(house, threading.Event())


def test_an_import_that_ends_its_worker_each_time_is_given_up(house: House, world: World) -> None:
    import_id = stage_import(house, world["ben"], {"a.txt": WELDER.encode()})
    for _ in range(background.MOST_ATTEMPTS):
        with house.sessions.begin() as session:
            assert background.claim(session, orders.BY_WORKER, import_id)
        silence(house)
        with house.sessions.begin() as session:
            background.abandoned(session, orders.BY_WORKER)
    assert doing.run_next(house, threading.Event())
    view = orders.import_view(house, world["ben"], import_id)
    assert (view.state, view.done) == ("failed", 0)
    assert "Something broke on our side" in str(view.message)


def break_off(house: House, import_id: int, *, with_done: str) -> None:
    """Let a worker do one file of an import and then break."""
    with house.sessions.begin() as session:
        run = background.claim(session, orders.BY_WORKER, import_id)
        order = session.get_one(Import, import_id)
    assert run
    done = [Done(with_done, Refused("empty", "Said in the first run.", 0.0))]
    keep(house, run, order, done, done=1, seconds=1.0)
    doing.fail(house, run, doing.BROKEN_MESSAGE)


def test_what_broke_off_goes_on_once_and_reads_nothing_twice(house: House, world: World) -> None:
    import_id = stage_import(house, world["ben"], {"a.txt": b"", "b.txt": WELDER.encode()})
    break_off(house, import_id, with_done="a.txt")
    view = orders.import_view(house, world["ben"], import_id)
    assert (view.state, view.done, view.may_write, view.has_files) == ("failed", 1, True, True)
    assert not orders.import_view(house, world["vera"], import_id).may_write
    for _ in range(2):
        orders.go_on_with_import(house, world["ben"], import_id)
    assert orders.import_view(house, world["ben"], import_id).state == "waiting"
    assert doing.run_next(house, threading.Event())
    assert not doing.run_next(house, threading.Event())
    orders.go_on_with_import(house, world["ben"], import_id)
    assert not doing.run_next(house, threading.Event())
    view = orders.import_view(house, world["ben"], import_id)
    assert (view.state, view.count_by_outcome) == ("done", {"imported": 1, "unreadable": 1})
    assert rows_of(house, import_id)["a.txt"].message == "Said in the first run."
    with house.sessions() as session:
        told = session.scalars(select(AuditEvent).filter_by(action="go_on_with_import")).all()
    assert len(told) == 1


def test_what_broke_off_and_lost_its_files_is_to_be_imported_again(house: House, world: World) -> None:
    import_id = stage_import(house, world["ben"], {"a.txt": b"", "b.txt": WELDER.encode()})
    break_off(house, import_id, with_done="a.txt")
    shutil.rmtree(orders.uploads_of(house))
    assert not orders.import_view(house, world["ben"], import_id).has_files
    with pytest.raises(InvalidInput, match="Import the same files again"):
        orders.go_on_with_import(house, world["ben"], import_id)


def test_what_stopped_on_the_command_line_goes_on_there_from_any_folder(
    house: House, world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    import_id = doing.begin(house, [Path(folder.name)], AGENCY)
    view = orders.import_view(house, world["ben"], import_id)
    assert (view.state, view.has_files) == ("stopped", True)
    assert view.command == f"recruit import --organization '{AGENCY}' {folder}"
    assert orders.import_view(house, world["vera"], import_id).command is None
    with pytest.raises(InvalidInput, match="recruit import"):
        orders.go_on_with_import(house, world["ben"], import_id)
    assert doing.begin(house, [folder], AGENCY) == import_id


# ------------------------------------------------------------------------------------------------------ kill -9

IMPORTING = """
import json, sys, threading
from pathlib import Path
from recruit.config import Settings
from recruit.services.house import open_house
from recruit.services.imports import doing

if __name__ == "__main__":
    fields = json.loads(sys.argv[1])
    house = open_house(Settings(**{**fields, "data_dir": Path(fields["data_dir"])}))
    watch = lambda view: print(view.done, flush=True)
    doing.import_paths(house, [Path(sys.argv[2])], organization=sys.argv[3], stop=threading.Event(), watch=watch)
"""


def importing(settings: Settings, folder: Path) -> "subprocess.Popen[str]":
    fields = {name: str(value) if name == "data_dir" else value for name, value in asdict(settings).items()}
    return subprocess.Popen(
        [sys.executable, "-c", IMPORTING, json.dumps(fields), str(folder), AGENCY],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_what_is_killed_at_any_moment_goes_on_and_nothing_is_lost_or_doubled(
    house: House, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(FILES_TO_KILL_IN):
        text = f"Person number {number}\n{WELDER}" if number % 10 else f"%PDF-{number}"
        (folder / f"{number:02}.txt").write_text(text)
    people = len(people_in(house))
    chance = random.Random(7)  # noqa: S311 - decides when to kill, nothing else
    for told in (2, *(chance.randint(1, 3) for _ in range(KILLS - 1))):
        with importing(settings, folder) as child:
            assert child.stdout is not None
            for _ in range(told):
                child.stdout.readline()
            os.kill(child.pid, signal.SIGKILL)
        silence(house)
    with house.sessions() as session:
        (order,) = session.scalars(select(Import))
    assert 0 < len(rows_of(house, order.id)) < FILES_TO_KILL_IN
    assert bring_in(house, folder).id == order.id
    with house.sessions() as session:
        resumes = session.scalar(select(func.count(Resume.id)).where(Resume.file_name.like("__.txt")))
    outcomes = Counter(row.outcome.value for row in rows_of(house, order.id).values())
    assert outcomes == {"imported": FILES_TO_KILL_IN * 9 // 10, "unreadable": FILES_TO_KILL_IN // 10}
    assert len(people_in(house)) == people + outcomes["imported"]
    assert resumes == outcomes["imported"]
    report = "".join(orders.lines_of(house, order.id)).removeprefix("\ufeff")
    names = [row["file"] for row in csv.DictReader(io.StringIO(report))]
    assert sorted(names) == [f"{folder}/{number:02}.txt" for number in range(FILES_TO_KILL_IN)]
