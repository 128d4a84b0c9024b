"""Rows of the database as the shapes that doors are given."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from recruit.db.candidates import Candidate, CandidateProfileVersion, Resume
from recruit.db.jobs import JobPosting
from recruit.db.shortlists import Application, StageChange
from recruit.documents.contents.history import worked_years
from recruit.matching.stuffing import copied_from
from recruit.services.access import may_edit
from recruit.services.originals import original_view
from recruit.services.shapes import Actor, MatchView, PostingView, ResumeView, StageChangeView
from recruit.vocabulary.shapes import (
    CandidateProfile,
    Contact,
    Correction,
    JobProfile,
    MatchResult,
    ProfileSkill,
    Requirement,
    SkillMention,
)

Row = TypeVar("Row", ProfileSkill, Requirement)

#: How many sentences stand beside a person in a list.
REASONS_IN_A_LIST = 3


def resume_view(
    resume: Resume,
    *,
    version: CandidateProfileVersion | None = None,
    as_read: CandidateProfile | None = None,
) -> ResumeView:
    """Show a resume; with the newest profile made of it, its skills, and with what was read, what was removed."""
    return ResumeView(
        id=resume.id,
        file_name=resume.file_name,
        size_bytes=resume.size_bytes,
        state=resume.state,
        uploaded_at=resume.uploaded_at,
        media_type=resume.media_type,
        verdict=resume.verdict,
        findings=resume.findings or (),
        failure_code=resume.failure_code,
        failure_message=resume.failure_message,
        text=resume.text if version else None,
        contact=(resume.contact if version else None) or Contact(),
        sections=(resume.sections if version else None) or (),
        positions=(resume.positions if version else None) or (),
        worked_years=worked_years_of(resume) if version else 0.0,
        original=original_view(resume) if version else None,
        mentions=version.mentions if version else (),
        skills=version.profile.skills if version else (),
        removed=removed_of(as_read.skills, version.corrections) if version and as_read else (),
        profile_version=version.version if version else 0,
    )


def worked_years_of(resume: Resume) -> float:
    """Add up the jobs of a resume; one that lasts is counted until the month of the upload."""
    uploaded = resume.uploaded_at
    return round(worked_years(resume.positions or (), uploaded.year + (uploaded.month - 1) / 12), 1)


def posting_view(
    posting: JobPosting,
    actor: Actor | None,
    *,
    application_count: int = 0,
    mentions: Sequence[SkillMention] = (),
    as_read: JobProfile | None = None,
) -> PostingView:
    """Show a posting; with what was read from its text, its mentions and what was removed."""
    low, high = posting.base_salary_min_usd, posting.base_salary_max_usd
    return PostingView(
        id=posting.id,
        title=posting.title,
        description=posting.description,
        hiring_organization=posting.hiring_organization.name,
        state=posting.state,
        revision=posting.revision,
        job_location=posting.job_location,
        work_hours=posting.work_hours,
        base_salary_min_usd=None if low is None else float(low),
        base_salary_max_usd=None if high is None else float(high),
        base_salary_unit=posting.base_salary_unit,
        date_posted=posting.date_posted,
        requirements=posting.profile.requirements,
        removed=removed_of(as_read.requirements, posting.corrections) if as_read else (),
        mentions=tuple(mentions),
        profile=posting.profile,
        application_count=application_count,
        may_write=actor is not None and may_edit(actor, posting),
    )


def history_view(steps: Iterable[tuple[StageChange, str]]) -> tuple[StageChangeView, ...]:
    """Show the steps of an application to the people who take them."""
    return tuple(
        StageChangeView(
            to_stage=change.to_stage, changed_at=change.changed_at, changed_by=name, reason=change.reason
        )
        for change, name in steps
    )


def removed_of(rows: Iterable[Row], corrections: Iterable[Correction]) -> tuple[Row, ...]:
    """Return what was read and then taken out by a correction."""
    removed = {correction.concept for correction in corrections if correction.removed}
    return tuple(row for row in rows if row.concept in removed)


def match_view(
    posting: PostingView,
    candidate: Candidate,
    resume: Resume,
    version: CandidateProfileVersion,
    result: MatchResult,
    *,
    application: Application | None,
    history: tuple[StageChangeView, ...],
) -> MatchView:
    """Show one person beside a job, and the resume that the reasons point into."""
    copied = copied_from(posting.description, resume.text or "")
    return MatchView(
        posting=posting,
        candidate_id=candidate.id,
        display_name=candidate.display_name,
        result=result,
        resume_text=resume.text or "",
        mentions=version.mentions,
        sections=resume.sections or (),
        verdict=resume.verdict,
        findings=(*(resume.findings or ()), *([copied] if copied else [])),
        original=original_view(resume),
        stage=application.stage if application else None,
        application_revision=application.revision if application else None,
        history=history,
    )
