"""Who may do what: every service asks here before it touches anything.

Three answers: ``Forbidden`` for a visitor, or for somebody who may see a thing and not do this with it;
``NotFound`` for what somebody may not know of.
"""

from collections.abc import Collection

from sqlalchemy.orm import Session

from recruit.db import candidates, imports, jobs
from recruit.db.accounts import Role
from recruit.db.candidates import Candidate, Resume
from recruit.db.imports import ImportRow
from recruit.db.jobs import JobPosting
from recruit.errors import Forbidden, NotFound
from recruit.services.shapes import Actor

WRITES_FOR_AGENCY = frozenset({Role.RECRUITER, Role.ADMINISTRATOR})
WRITES_FOR_EMPLOYER = frozenset({Role.HIRING_MANAGER, Role.ADMINISTRATOR})


def signed_in(actor: Actor | None) -> Actor:
    """Return the actor; visitors may do nothing that asks for one."""
    if actor is None:
        raise Forbidden("Log in first.")
    return actor


def own_record(actor: Actor | None) -> int:
    """Return the id of the actor's own record as a candidate."""
    candidate_id = signed_in(actor).candidate_id
    if candidate_id is None:
        raise Forbidden("Only people who look for work have a resume and applications of their own.")
    return candidate_id


def organization_to_write_for(
    actor: Actor | None, ids: Collection[int], roles: Collection[Role], what: str
) -> int:
    """Return the first of these organizations in which the actor's role allows writing."""
    acting = signed_in(actor)
    for organization_id in ids:
        if acting.roles[organization_id] in roles:
            return organization_id
    raise Forbidden(f"Your account may not {what}.")


def load_candidate(session: Session, actor: Actor | None, candidate_id: int, *, write: bool = False) -> Candidate:
    """Return a record that is the actor's own or their agency's."""
    acting = signed_in(actor)
    candidate = candidates.visible_candidate(
        session, candidate_id, own_id=acting.candidate_id, agency_ids=acting.agency_ids
    )
    if candidate is None:
        raise NotFound(f"There is no candidate {candidate_id}.")
    if write:
        require_write_on(acting, candidate)
    return candidate


def load_resume(
    session: Session, actor: Actor | None, resume_id: int, *, write: bool = False
) -> tuple[Resume, Candidate]:
    """Return a resume that is the actor's own or of a person of their agency, and that person's record."""
    acting = signed_in(actor)
    found = candidates.visible_resume(session, resume_id, own_id=acting.candidate_id, agency_ids=acting.agency_ids)
    if found is None:
        raise NotFound(f"There is no resume {resume_id}.")
    if write:
        require_write_on(acting, found[1])
    return found


def require_write_on(acting: Actor, candidate: Candidate) -> None:
    """Refuse those who may only read a person's record."""
    if candidate.id != acting.candidate_id and acting.roles[candidate.agency_id] not in WRITES_FOR_AGENCY:
        raise Forbidden("Your account may read this person's record, but not change it.")


def load_job(session: Session, actor: Actor | None, job_id: int) -> JobPosting:
    """Return a posting of the actor's employer, or a published one of their agency."""
    acting = signed_in(actor)
    posting = jobs.visible_job(session, job_id, employer_ids=acting.employer_ids, agency_ids=acting.agency_ids)
    if posting is None:
        raise NotFound(f"There is no job {job_id}.")
    return posting


def may_import_for(actor: Actor, agency_id: int) -> bool:
    """Tell whether the actor may fill the pool of an agency."""
    return actor.roles.get(agency_id) in WRITES_FOR_AGENCY


def load_import(session: Session, actor: Actor | None, import_id: int, *, write: bool = False) -> ImportRow:
    """Return an import into the pool of the actor's agency, with its work and who began it."""
    acting = signed_in(actor)
    found = imports.visible_import(session, import_id, agency_ids=acting.agency_ids)
    if found is None:
        raise NotFound(f"There is no import {import_id}.")
    if write and not may_import_for(acting, found[0].agency_id):
        raise Forbidden("Your account may see this import, but not go on with it.")
    return found


def may_edit(actor: Actor, posting: JobPosting) -> bool:
    """Tell whether the actor may change a posting's text and requirements: its employer alone does."""
    return actor.roles.get(posting.hiring_organization_id) in WRITES_FOR_EMPLOYER


def load_job_to_edit(session: Session, actor: Actor | None, job_id: int) -> JobPosting:
    """Return a posting that the actor may change."""
    acting = signed_in(actor)
    posting = load_job(session, acting, job_id)
    if not may_edit(acting, posting):
        raise Forbidden("You may read this job, but only its employer's hiring managers change it.")
    return posting


def load_job_to_rank(session: Session, actor: Actor | None, job_id: int, *, write: bool = False) -> JobPosting:
    """Return a published posting whose people the actor may see; ``write`` asks to decide about them, too."""
    acting = signed_in(actor)
    posting = load_job(session, acting, job_id)
    if posting.agency_id not in acting.agency_ids:
        raise Forbidden("Only the recruiters who work on this job see its ranked people.")
    if write and acting.roles[posting.agency_id] not in WRITES_FOR_AGENCY:
        raise Forbidden("Your account may look at this job's people, but not decide about them.")
    return posting
