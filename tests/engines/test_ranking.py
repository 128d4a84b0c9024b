from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from recruit.config import Settings
from recruit.db.base import utc_now
from recruit.db.candidates import Candidate, PoolChange
from recruit.db.jobs import JobPosting
from recruit.engines.ranking import LocalRanking
from recruit.matching import extract
from recruit.matching.profile import build_job_profile
from recruit.services import candidates, resumes
from recruit.services.house import House
from recruit.services.shapes import SkillCorrection
from recruit.vocabulary.shapes import JobProfile, Kind, Polarity
from tests.people import WELDER, World, hand_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ranking"


@pytest.fixture
def ranking(house: House, folder: Path) -> LocalRanking:
    return LocalRanking(house.sessions, folder)


@pytest.fixture
def agency_id(world: World) -> int:
    return world["ben"].agency_ids[0]


@pytest.fixture
def job(house: House, world: World) -> JobProfile:
    with house.sessions() as session:
        return session.get_one(JobPosting, world.open_job).profile


def dora(world: World) -> int:
    candidate_id = world["dora"].candidate_id
    assert candidate_id is not None
    return candidate_id


def test_everybody_of_the_agency_is_in_the_search(
    house: House, world: World, ranking: LocalRanking, job: JobProfile, agency_id: int
) -> None:
    assert ranking.top_k(agency_id, job, k=10) == [world.ana]
    assert ranking.top_k(world["carol"].agency_ids[0], job, k=10) == []


def test_somebody_new_is_found_by_the_next_search_of_every_process(
    house: House, world: World, ranking: LocalRanking, folder: Path, job: JobProfile, agency_id: int
) -> None:
    another_process = LocalRanking(house.sessions, folder)
    ranking.top_k(agency_id, job, k=10)
    another_process.top_k(agency_id, job, k=10)
    hand_in(house, world["dora"], WELDER)
    assert ranking.top_k(agency_id, job, k=10) == [world.ana, dora(world)]
    assert another_process.top_k(agency_id, job, k=10) == [world.ana, dora(world)]
    assert ranking.top_k(agency_id, job, k=1) == [world.ana]


def test_a_correction_changes_what_is_searched(
    house: House, world: World, ranking: LocalRanking, agency_id: int
) -> None:
    wanted = "Swiss lathe"
    swiss = build_job_profile(wanted, extract(wanted, Kind.JOB))
    resume_id = hand_in(house, world["dora"], WELDER)
    before = ranking.top_k(agency_id, swiss, k=1)
    (asked,) = swiss.requirements
    correction = SkillCorrection(concept=asked.concept, polarity=Polarity.HELD)
    resumes.correct_skill(house, world["dora"], resume_id, correction)
    assert (before, ranking.top_k(agency_id, swiss, k=1)) == ([world.ana], [dora(world)])


def test_somebody_who_is_gone_is_found_no_more(
    house: House, world: World, ranking: LocalRanking, job: JobProfile, agency_id: int
) -> None:
    ranking.top_k(agency_id, job, k=10)
    with house.sessions.begin() as session:
        session.execute(delete(Candidate).where(Candidate.id == world.ana))
        session.add(PoolChange(agency_id=agency_id, candidate_id=world.ana))
    assert ranking.top_k(agency_id, job, k=10) == []


def test_a_snapshot_is_opened_and_caught_up(
    house: House, world: World, ranking: LocalRanking, folder: Path, job: JobProfile, agency_id: int
) -> None:
    ranking.catch_up()
    ranking.save()
    assert len(list(folder.iterdir())) == 1
    hand_in(house, world["dora"], WELDER)
    next_start = LocalRanking(house.sessions, folder)
    assert next_start.top_k(agency_id, job, k=10) == [world.ana, dora(world)]
    next_start.save()
    assert len(list(folder.iterdir())) == 1


def test_a_snapshot_is_what_the_next_start_reads(
    house: House, world: World, ranking: LocalRanking, folder: Path, job: JobProfile, agency_id: int
) -> None:
    ranking.catch_up()
    ranking.save()
    # The row is changed behind the log's back, so only a rebuilt index could know of it.
    with house.sessions.begin() as session:
        session.get_one(Candidate, world.ana).profile_version = 0
    assert LocalRanking(house.sessions, folder).top_k(agency_id, job, k=10) == [world.ana]
    assert ranking.rebuild() == 0
    assert ranking.top_k(agency_id, job, k=10) == []


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 half a file", b"x" * 5000])
def test_a_damaged_snapshot_is_built_anew(
    house: House,
    world: World,
    ranking: LocalRanking,
    folder: Path,
    job: JobProfile,
    agency_id: int,
    damage: bytes,
) -> None:
    ranking.catch_up()
    ranking.save()
    (snapshot,) = folder.iterdir()
    snapshot.write_bytes(damage)
    assert LocalRanking(house.sessions, folder).top_k(agency_id, job, k=10) == [world.ana]


def test_a_snapshot_of_another_database_is_not_believed(
    house: House, world: World, ranking: LocalRanking, folder: Path, job: JobProfile, agency_id: int
) -> None:
    ranking.catch_up()
    ranking.save()
    with house.sessions.begin() as session:
        session.get_one(Candidate, world.ana).profile_version = 0
        # The same number, logged at another moment.
        session.scalars(select(PoolChange)).one().changed_at = utc_now()
    assert LocalRanking(house.sessions, folder).top_k(agency_id, job, k=10) == []


def test_an_older_copy_of_the_database_is_believed_over_a_newer_snapshot(
    house: House, world: World, ranking: LocalRanking, folder: Path, job: JobProfile, agency_id: int
) -> None:
    hand_in(house, world["dora"], WELDER)
    ranking.catch_up()
    ranking.save()
    with house.sessions.begin() as session:
        session.execute(delete(PoolChange).where(PoolChange.candidate_id == dora(world)))
        session.execute(delete(Candidate).where(Candidate.id == dora(world)))
    assert LocalRanking(house.sessions, folder).top_k(agency_id, job, k=10) == [world.ana]


def test_files_of_somebody_else_in_the_folder_are_left_alone(
    house: House, world: World, ranking: LocalRanking, folder: Path, job: JobProfile, agency_id: int
) -> None:
    folder.mkdir()
    for name in ("notes.txt", f"{agency_id}-old-copy.index", "1-2.index"):
        (folder / name).write_text("mine")
    assert ranking.top_k(agency_id, job, k=10) == [world.ana]
    ranking.save()
    assert len(list(folder.iterdir())) == 4


def test_many_people_are_built_in_portions(
    house: House, world: World, folder: Path, job: JobProfile, agency_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [candidates.add_candidate(house, world["ben"], display_name=f"P{n}") for n in range(4)]
    for candidate_id in ids:
        hand_in(house, world["ben"], WELDER, candidate_id=candidate_id)
    monkeypatch.setattr("recruit.engines.ranking.PEOPLE_AT_A_TIME", 2)
    assert sorted(LocalRanking(house.sessions, folder).top_k(agency_id, job, k=10)) == sorted([world.ana, *ids])


def test_a_data_folder_that_was_lost_is_made_again(settings: Settings, house: House, world: World) -> None:
    elsewhere = replace(settings, data_dir=settings.data_dir / "new")
    ranking = LocalRanking(house.sessions, elsewhere.data_dir / "ranking")
    assert ranking.rebuild() == 1
