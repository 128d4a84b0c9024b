"""Advertised jobs: written and corrected by their employer, read by the agency, open ones by everybody."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from recruit.db import jobs, shortlists
from recruit.db.accounts import Organization
from recruit.db.base import utc_now
from recruit.db.jobs import JobPosting, PostingState, SalaryUnit
from recruit.documents import read
from recruit.errors import Conflict, InvalidInput, NotFound
from recruit.matching import extract
from recruit.matching.profile import build_job_profile, with_corrections
from recruit.services.access import (
    WRITES_FOR_EMPLOYER,
    load_job,
    load_job_to_edit,
    organization_to_write_for,
    signed_in,
)
from recruit.services.corrections import checked_correction, with_correction
from recruit.services.house import House
from recruit.services.records import record
from recruit.services.shapes import Actor, PostingDraft, PostingView, Upload
from recruit.services.typed import one_line, paragraphs
from recruit.services.views import posting_view
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import Correction, JobProfile, Kind, Polarity, Requirement, SkillMention

LONGEST_TITLE = 160
LONGEST_LINE = 200
LONGEST_DESCRIPTION = 50_000
#: What the column holds; more than that is a typing error in any currency.
MOST_PAY_USD = 10_000_000
#: Words of a search that count; the rest of a pasted page would only make the database slow.
MOST_SEARCH_WORDS = 8


def read_posting_file(house: House, actor: Actor | None, upload: Upload) -> str:
    """Return the text of an uploaded description, for the employer to look over; nothing is stored."""
    employer_to_write_for(actor)
    return read(upload.content, limits=house.limits).text


def preview_requirements(_house: House, actor: Actor | None, text: str) -> tuple[Requirement, ...]:
    """Return what would be read from a description that is not stored yet; nothing where it has no letters."""
    employer_to_write_for(actor)
    if not any(sign.isalpha() for sign in text):
        return ()
    return profile_of("", text[:LONGEST_DESCRIPTION], mentions_of(text[:LONGEST_DESCRIPTION])).requirements


def post_job(house: House, actor: Actor | None, draft: PostingDraft) -> int:
    """Save a draft that only its employer sees, and return its id."""
    employer_id = employer_to_write_for(actor)
    with house.sessions.begin() as session:
        employer = session.get_one(Organization, employer_id)
        posting = JobPosting(
            hiring_organization_id=employer.id,
            agency_id=employer.agency_id,
            created_by_user_id=signed_in(actor).user_id,
            corrections=(),
        )
        write_draft(posting, checked_draft(draft))
        session.add(posting)
        session.flush()
        record(session, actor, "post_job", "job", posting.id)
        return posting.id


def edit_job(house: House, actor: Actor | None, job_id: int, draft: PostingDraft, revision: int) -> PostingView:
    """Replace the text of a posting and read it again; corrections stay."""
    with house.sessions.begin() as session:
        posting = load_revision(session, actor, job_id, revision)
        write_draft(posting, checked_draft(draft))
        return saved(session, actor, posting, "edit_job")


def correct_requirement(
    house: House,
    actor: Actor | None,
    job_id: int,
    concept: str,
    polarity: Polarity | None,
    revision: int,
    years: float | None = None,
    *,
    means_other: bool = False,
) -> PostingView:
    """Change or add a requirement, or take it away (``polarity=None``); its words may mean something else."""
    new = checked_correction(
        concept,
        polarity or Polarity.REQUIRED,
        years=years,
        removed=polarity is None,
        means_other=means_other,
    )
    with house.sessions.begin() as session:
        posting = load_revision(session, actor, job_id, revision)
        posting.corrections = with_correction(posting.corrections, new)
        posting.profile = with_corrections(read_profile_of(posting), posting.corrections)
        return saved(session, actor, posting, "correct_requirement", concept=concept, polarity=polarity)


def publish_job(house: House, actor: Actor | None, job_id: int, revision: int) -> PostingView:
    """Put a posting on the job board; publishing an open one changes nothing."""
    with house.sessions.begin() as session:
        posting = load_revision(session, actor, job_id, revision)
        if posting.state is PostingState.OPEN:
            return whole_view(session, actor, posting)
        posting.state = PostingState.OPEN
        posting.date_posted = utc_now().date()
        return saved(session, actor, posting, "publish_job")


def close_job(house: House, actor: Actor | None, job_id: int, revision: int) -> PostingView:
    """Take a posting off the job board; what was decided is kept."""
    with house.sessions.begin() as session:
        posting = load_revision(session, actor, job_id, revision)
        if posting.state is PostingState.CLOSED:
            return whole_view(session, actor, posting)
        posting.state = PostingState.CLOSED
        return saved(session, actor, posting, "close_job")


def job(house: House, actor: Actor | None, job_id: int) -> PostingView:
    """Return a posting of the actor's employer or agency, with its mentions; a draft is its employer's alone."""
    with house.sessions() as session:
        return whole_view(session, actor, load_job(session, actor, job_id))


def employer_jobs(house: House, actor: Actor | None) -> list[PostingView]:
    """Return the postings of the actor's employers, newest first."""
    with house.sessions() as session:
        rows = jobs.postings_of_employers(session, signed_in(actor).employer_ids)
        return views_with_counts(session, actor, rows)


def recruiter_jobs(house: House, actor: Actor | None) -> list[PostingView]:
    """Return the published postings of the actor's agencies: open ones first, then newest first."""
    with house.sessions() as session:
        rows = jobs.published_of_agencies(session, signed_in(actor).agency_ids)
        return views_with_counts(session, actor, rows)


def open_jobs(house: House, query: str = "") -> list[PostingView]:
    """Return the open postings that hold every word of the query, newest first; for everybody."""
    with house.sessions() as session:
        rows = jobs.open_postings(session, one_line(query).split()[:MOST_SEARCH_WORDS])
        return [posting_view(row, None) for row in rows]


def open_job(house: House, job_id: int) -> PostingView:
    """Return one open posting; for everybody."""
    with house.sessions() as session:
        posting = jobs.open_posting(session, job_id)
        if posting is None:
            raise NotFound(f"There is no open job {job_id}.")
        return posting_view(posting, None)


def employer_to_write_for(actor: Actor | None) -> int:
    """Return the employer for which the actor posts jobs."""
    return organization_to_write_for(actor, signed_in(actor).employer_ids, WRITES_FOR_EMPLOYER, "post jobs")


def load_revision(session: Session, actor: Actor | None, job_id: int, revision: int) -> JobPosting:
    """Return a posting to change, as it was when the actor looked at it."""
    posting = load_job_to_edit(session, actor, job_id)
    if posting.revision != revision:
        raise changed_meanwhile()
    return posting


def saved(
    session: Session, actor: Actor | None, posting: JobPosting, action: str, **details: object
) -> PostingView:
    """Write a change down, unless somebody else was faster."""
    try:
        session.flush()
    except StaleDataError as error:
        raise changed_meanwhile() from error
    record(session, actor, action, "job", posting.id, revision=posting.revision, **details)
    return whole_view(session, actor, posting)


def changed_meanwhile() -> Conflict:
    """Say that a posting is no longer what the actor saw."""
    return Conflict(
        "Somebody else changed this job while you had it open. Look at their change, then do yours again."
    )


def write_draft(posting: JobPosting, draft: PostingDraft) -> None:
    """Put what an employer typed into a posting, and read it."""
    unit = draft.base_salary_unit
    posting.title = draft.title
    posting.description = draft.description
    posting.job_location = draft.job_location
    posting.work_hours = draft.work_hours
    posting.base_salary_min_usd = to_money(draft.base_salary_min_usd)
    posting.base_salary_max_usd = to_money(draft.base_salary_max_usd)
    posting.base_salary_unit = SalaryUnit(unit) if unit else None
    posting.profile = with_corrections(read_profile_of(posting), posting.corrections)
    posting.vocabulary_version = load_vocabulary().version


def checked_draft(draft: PostingDraft) -> PostingDraft:
    """Check what an employer typed, and return it without the spaces around it."""
    draft = replace(
        draft,
        title=one_line(draft.title),
        description=paragraphs(draft.description),
        job_location=trimmed(draft.job_location, field="job_location"),
        work_hours=trimmed(draft.work_hours, field="work_hours"),
    )
    if not draft.title or len(draft.title) > LONGEST_TITLE:
        raise InvalidInput(f"Type a title of 1 to {LONGEST_TITLE} characters.", field="title")
    if not any(sign.isalpha() for sign in draft.description):
        raise InvalidInput(
            "Type or paste the description: without words nobody can be found.", field="description"
        )
    if len(draft.description) > LONGEST_DESCRIPTION:
        raise InvalidInput(
            f"This description has {len(draft.description):,} characters; the most is {LONGEST_DESCRIPTION:,}.",
            field="description",
        )
    check_pay(draft)
    return draft


def check_pay(draft: PostingDraft) -> None:
    """Refuse a pay that cannot be meant."""
    low, high = draft.base_salary_min_usd, draft.base_salary_max_usd
    for pay, field in ((low, "base_salary_min_usd"), (high, "base_salary_max_usd")):
        if pay is not None and not 0 <= pay <= MOST_PAY_USD:
            raise InvalidInput(
                f"Pay of ${pay:g} cannot be. Type a number from 0 to {MOST_PAY_USD:,}.", field=field
            )
    if low is not None and high is not None and low > high:
        raise InvalidInput(f"Pay ends at ${high:g}, below its beginning of ${low:g}.", field="base_salary_max_usd")
    has_pay = low is not None or high is not None
    if has_pay and draft.base_salary_unit not in {*SalaryUnit}:
        raise InvalidInput("Say whether the pay is for an hour or a year.", field="base_salary_unit")


def trimmed(line: str | None, *, field: str) -> str | None:
    """Return a line without spaces around it, None when nothing is left."""
    plain = one_line(line or "")
    if len(plain) > LONGEST_LINE:
        raise InvalidInput(f"This is longer than {LONGEST_LINE} characters.", field=field)
    return plain or None


def to_money(dollars: float | None) -> Decimal | None:
    """Return dollars and whole cents."""
    return None if dollars is None else Decimal(str(dollars)).quantize(Decimal("0.01"))


def mentions_of(description: str) -> tuple[SkillMention, ...]:
    """Return what a description names."""
    return tuple(extract(description, Kind.JOB))


def profile_of(title: str, description: str, mentions: tuple[SkillMention, ...]) -> JobProfile:
    """Return what a description asks for, before corrections."""
    return build_job_profile(description, mentions, title=title)


def read_profile_of(posting: JobPosting) -> JobProfile:
    """Return what a posting asks for, before corrections."""
    return profile_of(posting.title, posting.description, mentions_of(posting.description))


def whole_view(session: Session, actor: Actor | None, posting: JobPosting) -> PostingView:
    """Show a posting with everything that was read from it."""
    mentions = mentions_of(posting.description)
    counts = shortlists.count_applications(session, [posting.id])
    return posting_view(
        posting,
        actor,
        application_count=counts.get(posting.id, 0),
        mentions=mentions,
        as_read=profile_of(posting.title, posting.description, mentions)
        if has_removed(posting.corrections)
        else None,
    )


def views_with_counts(session: Session, actor: Actor | None, rows: Sequence[JobPosting]) -> list[PostingView]:
    """Show postings in a list, each with how many people applied."""
    counts = shortlists.count_applications(session, [row.id for row in rows])
    return [posting_view(row, actor, application_count=counts.get(row.id, 0)) for row in rows]


def has_removed(corrections: tuple[Correction, ...]) -> bool:
    """Tell whether something that was read was taken out."""
    return any(correction.removed for correction in corrections)
