"""A job's ranked people and what a recruiter decides about them; no score decides anything."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from recruit.db import candidates, shortlists
from recruit.db.base import utc_now
from recruit.db.candidates import Candidate
from recruit.db.jobs import JobPosting
from recruit.db.shortlists import Application, Stage, StageChange
from recruit.errors import Conflict, InvalidInput, NotFound
from recruit.services import ranking
from recruit.services.access import load_candidate, load_job_to_rank, signed_in
from recruit.services.house import House
from recruit.services.ranking import Ranked
from recruit.services.records import record
from recruit.services.shapes import Actor, MatchView, RankedCandidate, Ranking
from recruit.services.typed import one_line
from recruit.services.views import REASONS_IN_A_LIST, history_view, match_view, posting_view
from recruit.services.workbook import Receipt, shortlist_workbook

MOST_PER_PAGE = 200
LONGEST_REASON = 500

#: What a recruiter decides and may take back; the rest is the candidate's or the employer's.
DECISIONS = frozenset({Stage.SHORTLISTED, Stage.REJECTED})


def rank_candidates(
    house: House, actor: Actor | None, job_id: int, *, page: int = 1, per_page: int = 50
) -> Ranking:
    """Return one page of the agency's people by score, the last where there are fewer; record what was shown."""
    page, per_page = max(page, 1), min(max(per_page, 1), MOST_PER_PAGE)
    with house.sessions.begin() as session:
        posting = load_job_to_rank(session, actor, job_id)
        ranked = ranking.ranked_people(house, session, posting)
        run = ranking.record_run(session, signed_in(actor), posting, ranked)
        page = min(page, max(-(-len(ranked) // per_page), 1))
        record(session, actor, "rank_candidates", "job", posting.id, run_id=run.id, page=page)
        first = (page - 1) * per_page
        return Ranking(
            rows=tuple(row_of(rank, row) for rank, row in enumerate(ranked, start=1))[first : first + per_page],
            total=len(ranked),
            being_read=candidates.resumes_being_read(session, posting.agency_id),
            page=page,
            per_page=per_page,
            run_id=run.id,
            model_version=run.model_version,
            vocabulary_version=run.vocabulary_version,
        )


def match(house: House, actor: Actor | None, job_id: int, candidate_id: int) -> MatchView:
    """Return one person beside a job, with every reason and the words behind it."""
    with house.sessions.begin() as session:
        posting = load_job_to_rank(session, actor, job_id)
        candidate = load_person_of_pool(session, actor, posting, candidate_id)
        version = candidates.current_version_of(session, candidate.id)
        if version is None:
            raise NotFound(f"No resume of candidate {candidate_id} is read yet.")
        application = shortlists.application_of(session, posting.id, candidate.id)
        history = shortlists.history_of(session, [application.id] if application else [])
        record(session, actor, "view_match", "job", posting.id, candidate_id=candidate.id)
        return match_view(
            posting_view(posting, actor),
            candidate,
            candidates.resume_of_version(session, version),
            version,
            ranking.result_for(house, posting, version),
            application=application,
            history=history_view(history[application.id]) if application else (),
        )


def shortlist_candidate(
    house: House, actor: Actor | None, job_id: int, candidate_id: int, revision: int | None
) -> int:
    """Put a person on the shortlist; return the application's new revision.

    ``revision`` is that of the application the recruiter saw, None where they saw none.
    """
    return decide(house, actor, job_id, candidate_id, revision, Stage.SHORTLISTED)


def reject_candidate(
    house: House, actor: Actor | None, job_id: int, candidate_id: int, revision: int | None, reason: str
) -> int:
    """Decide against a person for a job, with the reason; return the application's new revision."""
    reason = one_line(reason)
    if not reason:
        raise InvalidInput("Say why: a rejection needs a reason.", field="reason")
    if len(reason) > LONGEST_REASON:
        raise InvalidInput(f"A reason has at most {LONGEST_REASON} characters.", field="reason")
    return decide(house, actor, job_id, candidate_id, revision, Stage.REJECTED, reason=reason)


def undo_stage(house: House, actor: Actor | None, job_id: int, candidate_id: int, revision: int) -> int | None:
    """Take the last decision back; return the new revision, None where no application is left."""
    try:
        with house.sessions.begin() as session:
            posting, candidate = load_to_decide(session, actor, job_id, candidate_id)
            application = shortlists.application_of(session, posting.id, candidate.id)
            if application is None or application.revision != revision:
                raise changed_meanwhile()
            if application.stage not in DECISIONS:
                raise Conflict(
                    "There is no decision to take back: this person was neither shortlisted nor rejected."
                )
            record(
                session, actor, "undo_stage", "job", posting.id, candidate_id=candidate.id, stage=application.stage
            )
            return take_back(session, signed_in(actor), application)
    except StaleDataError as error:
        raise changed_meanwhile() from error


def export_shortlist(house: House, actor: Actor | None, job_id: int) -> tuple[str, bytes]:
    """Return a workbook of the ranked people, the reasons and the receipt: its file name and its bytes."""
    with house.sessions.begin() as session:
        posting = load_job_to_rank(session, actor, job_id)
        ranked = ranking.ranked_people(house, session, posting)
        run = ranking.record_run(session, signed_in(actor), posting, ranked)
        record(session, actor, "export_shortlist", "job", posting.id, run_id=run.id)
        receipt = Receipt(
            job_title=posting.title,
            hiring_organization=posting.hiring_organization.name,
            job_revision=run.job_revision,
            model_version=run.model_version,
            vocabulary_version=run.vocabulary_version,
            weights=run.weights,
            run_id=run.id,
            ran_at=run.ran_at,
            exported_at=utc_now(),
            exported_by=signed_in(actor).display_name,
        )
        rows = [row_of(rank, row) for rank, row in enumerate(ranked, start=1)]
        content = shortlist_workbook(rows, [row.result for row in ranked], receipt)
        return f"job-{posting.id}-ranking-{receipt.exported_at:%Y-%m-%d}.xlsx", content


def row_of(rank: int, row: Ranked) -> RankedCandidate:
    """Show one person of a ranking."""
    application = row.application
    return RankedCandidate(
        rank=rank,
        candidate_id=row.member.candidate_id,
        display_name=row.member.display_name,
        score=row.result.score,
        parts=row.result.parts,
        top_reasons=tuple(reason.sentence for reason in row.result.reasons[:REASONS_IN_A_LIST]),
        stage=application.stage if application else None,
        applied_at=application.applied_at if application else None,
        application_revision=application.revision if application else None,
    )


def load_person_of_pool(
    session: Session, actor: Actor | None, posting: JobPosting, candidate_id: int, *, write: bool = False
) -> Candidate:
    """Return a person of the agency that works on this job; somebody of two agencies does not mix their pools."""
    candidate = load_candidate(session, actor, candidate_id, write=write)
    if candidate.agency_id != posting.agency_id:
        raise NotFound(f"There is no candidate {candidate_id}.")
    return candidate


def load_to_decide(
    session: Session, actor: Actor | None, job_id: int, candidate_id: int
) -> tuple[JobPosting, Candidate]:
    """Return a job and a person that the actor may decide about."""
    posting = load_job_to_rank(session, actor, job_id, write=True)
    return posting, load_person_of_pool(session, actor, posting, candidate_id, write=True)


def decide(
    house: House,
    actor: Actor | None,
    job_id: int,
    candidate_id: int,
    revision: int | None,
    stage: Stage,
    *,
    reason: str | None = None,
) -> int:
    """Move a person to a stage, unless somebody else did something with them meanwhile."""
    try:
        with house.sessions.begin() as session:
            posting, candidate = load_to_decide(session, actor, job_id, candidate_id)
            application = shortlists.application_of(session, posting.id, candidate.id)
            if (application.revision if application else None) != revision:
                raise changed_meanwhile()
            if application is not None and application.stage is Stage.WITHDRAWN:
                raise Conflict("This person withdrew their application; there is nothing to decide.")
            application = moved(session, signed_in(actor), posting, candidate, application, stage, reason)
            record(session, actor, stage, "job", posting.id, candidate_id=candidate.id, reason=reason)
            return application.revision
    except (IntegrityError, StaleDataError) as error:
        raise changed_meanwhile() from error


def moved(
    session: Session,
    actor: Actor,
    posting: JobPosting,
    candidate: Candidate,
    application: Application | None,
    stage: Stage,
    reason: str | None,
) -> Application:
    """Take one step, with its place in the history; standing there already is no step."""
    if application is not None and application.stage is stage:
        return application
    before = application.stage if application else None
    application = application or Application(job_id=posting.id, candidate_id=candidate.id)
    application.stage = stage
    session.add(application)
    session.flush()
    session.add(
        StageChange(
            application_id=application.id,
            from_stage=before,
            to_stage=stage,
            reason=reason,
            changed_by_user_id=actor.user_id,
        )
    )
    return application


def take_back(session: Session, actor: Actor, application: Application) -> int | None:
    """Go back to where the person stood before the last decision; what a recruiter alone began ends."""
    step = shortlists.last_standing_step(session, application.id)
    before = step.from_stage if step else None
    if before is None and application.applied_at is None:
        session.delete(application)
        session.flush()
        return None
    left = application.stage
    application.stage = before or Stage.APPLIED
    session.add(
        StageChange(
            application_id=application.id,
            from_stage=left,
            to_stage=application.stage,
            changed_by_user_id=actor.user_id,
            undoes_id=step.id if step else None,
        )
    )
    session.flush()
    return application.revision


def changed_meanwhile() -> Conflict:
    """Say that a person's application is no longer what the actor saw."""
    return Conflict(
        "Somebody else decided about this person while you had the page open, or they applied or withdrew. "
        "Look at how it stands now, then decide."
    )
