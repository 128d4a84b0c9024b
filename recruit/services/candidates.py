"""What a candidate does: find jobs that fit, apply, follow and withdraw applications."""

from dataclasses import replace

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from recruit.db import candidates, jobs, shortlists
from recruit.db.base import utc_now
from recruit.db.candidates import Candidate
from recruit.db.jobs import JobPosting
from recruit.db.shortlists import Application, Stage, StageChange
from recruit.errors import Conflict, Forbidden, InvalidInput, NotFound
from recruit.services import ranking
from recruit.services.access import WRITES_FOR_AGENCY, organization_to_write_for, own_record, signed_in
from recruit.services.accounts import plain_email, plain_name
from recruit.services.house import House
from recruit.services.records import record
from recruit.services.shapes import Actor, ApplicationView, MatchView, RankedJob, StageChangeView
from recruit.services.views import REASONS_IN_A_LIST, history_view, match_view, posting_view
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import MatchResult

#: A decided application cannot be withdrawn.
DECIDED = frozenset({Stage.REJECTED, Stage.HIRED})


def add_candidate(house: House, actor: Actor | None, *, display_name: str, email: str | None = None) -> int:
    """Add a person to the recruiter's agency who has no account, and return their id."""
    agency_id = organization_to_write_for(actor, signed_in(actor).agency_ids, WRITES_FOR_AGENCY, "add people")
    with house.sessions.begin() as session:
        candidate = Candidate(
            agency_id=agency_id,
            display_name=plain_name(display_name, field="display_name"),
            email=plain_email(email) if email else None,
        )
        session.add(candidate)
        session.flush()
        record(session, actor, "add_candidate", "candidate", candidate.id)
        return candidate.id


def jobs_for_me(house: House, actor: Actor | None) -> list[RankedJob]:
    """Return the open jobs in the order in which they fit the actor; empty until a resume is read."""
    with house.sessions() as session:
        candidate = session.get_one(Candidate, own_record(actor))
        version = candidates.current_version_of(session, candidate.id)
        if version is None:
            return []
        stage_by_job = {
            application.job_id: application.stage
            for application in shortlists.applications_by_self(session, candidate.id)
        }
        compared = [
            (posting, ranking.result_for(house, posting, version))
            for posting in jobs.open_postings(session, agency_id=candidate.agency_id)
        ]
        compared.sort(key=lambda row: (-row[1].score, row[0].id))
        return [
            ranked_job(rank, posting, result, actor, stage_by_job.get(posting.id))
            for rank, (posting, result) in enumerate(compared, start=1)
        ]


def match_for_me(house: House, actor: Actor | None, job_id: int) -> MatchView:
    """Return one open job beside the actor's own resume."""
    with house.sessions.begin() as session:
        candidate = session.get_one(Candidate, own_record(actor))
        posting = load_open_job(session, candidate, job_id)
        version = candidates.current_version_of(session, candidate.id)
        if version is None:
            raise InvalidInput("Upload a resume first: once it is read, a job is compared with it.")
        application = application_by_self(session, candidate, posting.id)
        history = shortlists.history_of(session, [application.id] if application else [])
        record(session, actor, "view_own_match", "job", posting.id)
        return match_view(
            posting_view(posting, actor),
            candidate,
            candidates.resume_of_version(session, version),
            version,
            ranking.result_for(house, posting, version),
            application=application,
            history=for_candidates(history_view(history.get(application.id, ()))) if application else (),
        )


def apply(house: House, actor: Actor | None, job_id: int) -> None:
    """Apply for an open job; a second click changes nothing."""
    own_record(actor)
    try:
        send_application(house, signed_in(actor), job_id)
    except (IntegrityError, StaleDataError):
        # Somebody moved this application in the same moment: mostly the first of two clicks.
        send_application(house, signed_in(actor), job_id)


def withdraw(house: House, actor: Actor | None, job_id: int) -> None:
    """Withdraw an application; a second click changes nothing."""
    try:
        with house.sessions.begin() as session:
            candidate = session.get_one(Candidate, own_record(actor))
            application = application_by_self(session, candidate, job_id)
            if application is None:
                raise NotFound(f"You have no application for job {job_id}.")
            if application.stage in DECIDED:
                raise Conflict("This application is decided, so there is nothing to withdraw.")
            if application.stage is not Stage.WITHDRAWN:
                step(session, signed_in(actor), application, Stage.WITHDRAWN)
                record(session, actor, "withdraw", "job", job_id)
    except StaleDataError as error:
        raise Conflict(
            "A recruiter moved this application just now. Look at how it stands, then decide."
        ) from error


def my_applications(house: House, actor: Actor | None) -> list[ApplicationView]:
    """Return the actor's applications, newest first, without what recruiters wrote for each other."""
    with house.sessions() as session:
        applications = shortlists.applications_by_self(session, own_record(actor))
        history = shortlists.history_of(session, [application.id for application in applications])
        return [
            ApplicationView(
                posting=posting_view(application.job, actor),
                stage=application.stage,
                applied_at=application.applied_at,
                history=for_candidates(history_view(history.get(application.id, ()))),
            )
            for application in applications
        ]


def send_application(house: House, actor: Actor, job_id: int) -> None:
    """Make an application, bring a withdrawn one back, or add the person's own wish to one a recruiter began."""
    with house.sessions.begin() as session:
        candidate = session.get_one(Candidate, own_record(actor))
        posting = load_open_job(session, candidate, job_id)
        if candidate.profile_version == 0:
            raise InvalidInput("Upload a resume before you apply, so that the recruiter has something to read.")
        application = shortlists.application_of(session, posting.id, candidate.id)
        if application is not None and application.applied_at and application.stage is not Stage.WITHDRAWN:
            return
        if application is None:
            application = Application(job_id=posting.id, candidate_id=candidate.id)
            session.add(application)
        application.applied_at = utc_now()
        if application.stage in {None, Stage.WITHDRAWN}:
            step(session, actor, application, Stage.APPLIED)
        session.flush()
        record(session, actor, "apply", "job", posting.id)


def step(session: Session, actor: Actor, application: Application, stage: Stage) -> None:
    """Take one step, with its place in the history."""
    before = application.stage
    application.stage = stage
    session.flush()
    session.add(
        StageChange(
            application_id=application.id, from_stage=before, to_stage=stage, changed_by_user_id=actor.user_id
        )
    )


def load_open_job(session: Session, candidate: Candidate, job_id: int) -> JobPosting:
    """Return an open job of the person's agency; other agencies' jobs are public, but theirs to fill."""
    posting = jobs.open_posting(session, job_id)
    if posting is None:
        raise NotFound(f"There is no open job {job_id}.")
    if posting.agency_id != candidate.agency_id:
        raise Forbidden("Another agency fills this job. Register with them to apply for it.")
    return posting


def application_by_self(session: Session, candidate: Candidate, job_id: int) -> Application | None:
    """Return an application that the person sent themselves; one a recruiter began is not theirs to see."""
    application = shortlists.application_of(session, job_id, candidate.id)
    return application if application is not None and application.applied_at is not None else None


def ranked_job(
    rank: int, posting: JobPosting, result: MatchResult, actor: Actor | None, stage: Stage | None
) -> RankedJob:
    """Show one job of a person's list."""
    missing = (name_of(reason.concept) for reason in result.missing if reason.concept)
    return RankedJob(
        rank=rank,
        posting=posting_view(posting, actor),
        score=result.score,
        parts=result.parts,
        top_reasons=tuple(reason.sentence for reason in result.reasons[:REASONS_IN_A_LIST]),
        missing=tuple(dict.fromkeys(missing)),
        stage=stage,
    )


def name_of(concept: str) -> str:
    """Return what people call a concept; one that a newer vocabulary dropped keeps its id."""
    known = load_vocabulary().concepts.get(concept)
    return known.name if known else concept


def for_candidates(history: tuple[StageChangeView, ...]) -> tuple[StageChangeView, ...]:
    """Leave out which recruiter did it and what they wrote for each other."""
    return tuple(replace(change, changed_by="", reason=None) for change in history)
