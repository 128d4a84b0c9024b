import threading

from sqlalchemy import delete, func, select

from recruit.db import candidates
from recruit.db.candidates import Candidate, CandidateProfileVersion, PoolChange, Resume
from recruit.services.candidates import add_candidate
from recruit.services.house import House
from tests.people import WELDER, World, hand_in


def agency_of(world: World, name: str = "ben") -> int:
    return world[name].agency_ids[0]


def test_profiles_are_those_of_the_agency_alone(house: House, world: World) -> None:
    with house.sessions() as session:
        assert list(candidates.profiles_for(session, agency_of(world), [world.ana])) == [world.ana]
        assert candidates.profiles_for(session, agency_of(world, "carol"), [world.ana]) == {}
        assert candidates.pool_members(session, agency_of(world, "carol"), [world.ana]) == []
        assert list(candidates.pool_profiles(session, agency_of(world, "carol"))) == []


def test_more_people_than_one_statement_takes_are_loaded_all_the_same(house: House, world: World) -> None:
    asked = range(1, 2 * candidates.IDS_IN_ONE_QUERY + 2)
    with house.sessions() as session:
        assert list(candidates.profiles_for(session, agency_of(world), asked)) == [world.ana]
        assert [row.candidate_id for row in candidates.pool_members(session, agency_of(world), asked)] == [
            world.ana
        ]
        assert candidates.profiles_for(session, agency_of(world), []) == {}


def test_the_profile_that_counts_is_the_newest(house: House, world: World) -> None:
    hand_in(house, world["ana"], WELDER)
    with house.sessions() as session:
        current = candidates.current_version_of(session, world.ana)
        profiles = candidates.profiles_for(session, agency_of(world), [world.ana])
        assert current is not None
        assert current.version == 2
        assert profiles[world.ana] == current.profile


def test_a_person_takes_everything_of_theirs_along(house: House, world: World) -> None:
    with house.sessions.begin() as session:
        session.execute(delete(Candidate).where(Candidate.id == world.ana))
    with house.sessions() as session:
        for table in (Resume, CandidateProfileVersion):
            assert session.scalar(select(func.count()).select_from(table)) == 0
        assert session.scalar(select(PoolChange.candidate_id)) == world.ana


def test_the_log_names_everybody_once_and_where_it_ends(house: House, world: World) -> None:
    hand_in(house, world["ana"], WELDER)
    hand_in(house, world["dora"], WELDER)
    with house.sessions() as session:
        newest, changed = candidates.changed_since(session, agency_of(world), 0)
        assert sorted(changed) == sorted([world.ana, world["dora"].candidate_id or 0])
        assert candidates.changed_since(session, agency_of(world), newest) == (newest, [])
        assert candidates.changed_since(session, agency_of(world, "carol"), 0) == (0, [])


def test_the_log_is_read_in_the_order_of_the_commits(house: House, world: World) -> None:
    """A change with a lower number that is committed later would be passed over by every index."""
    first, second = (add_candidate(house, world["ben"], display_name=name) for name in ("First", "Second"))
    logged, may_commit = threading.Event(), threading.Event()
    agency_id = agency_of(world)

    def log_first() -> None:
        with house.sessions.begin() as session:
            candidates.log_pool_change(session, agency_id=agency_id, candidate_id=first)
            session.flush()
            logged.set()
            may_commit.wait(10)

    def log_second() -> None:
        with house.sessions.begin() as session:
            candidates.log_pool_change(session, agency_id=agency_id, candidate_id=second)

    threads = [threading.Thread(target=log_first), threading.Thread(target=log_second)]
    threads[0].start()
    assert logged.wait(10)
    threads[1].start()
    with house.sessions() as session:
        last, changed = candidates.changed_since(session, agency_id, 0)
        assert changed == [world.ana]
    may_commit.set()
    for thread in threads:
        thread.join(10)
    with house.sessions() as session:
        assert sorted(candidates.changed_since(session, agency_id, last)[1]) == [first, second]


def test_the_lists_of_resumes_leave_their_texts_where_they_are(house: House, world: World) -> None:
    with house.sessions() as session:
        (resume,) = candidates.resumes_of(session, world.ana)
        assert "text" not in resume.__dict__
