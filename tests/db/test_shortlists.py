from recruit.db import shortlists
from recruit.db.shortlists import Application, Stage, StageChange
from recruit.services.house import House
from tests.people import World


def test_what_was_taken_back_stands_no_more(house: House, world: World) -> None:
    with house.sessions.begin() as session:
        application = Application(job_id=world.open_job, candidate_id=world.ana, stage=Stage.APPLIED)
        session.add(application)
        session.flush()
        assert shortlists.last_standing_step(session, application.id) is None
        steps = []
        for stage in (Stage.APPLIED, Stage.SHORTLISTED, Stage.REJECTED):
            steps.append(StageChange(application_id=application.id, to_stage=stage))
            session.add(steps[-1])
            session.flush()
        for expected in (Stage.SHORTLISTED, Stage.APPLIED):
            last = shortlists.last_standing_step(session, application.id)
            assert last is not None
            session.add(StageChange(application_id=application.id, to_stage=expected, undoes_id=last.id))
            session.flush()
            standing = shortlists.last_standing_step(session, application.id)
            assert standing is not None
            assert standing.to_stage is expected


def test_counts_are_of_those_who_applied_themselves(house: House, world: World) -> None:
    with house.sessions.begin() as session:
        session.add(Application(job_id=world.open_job, candidate_id=world.ana, stage=Stage.SHORTLISTED))
        session.flush()
        assert shortlists.count_applications(session, [world.open_job]) == {}
        assert shortlists.count_applications(session, []) == {}
