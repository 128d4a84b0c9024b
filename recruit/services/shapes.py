"""What services hand to the doors: frozen pictures of rows, already limited to what the actor may see."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from recruit.vocabulary.shapes import (
    Category,
    Contact,
    Finding,
    JobProfile,
    MatchResult,
    Page,
    Places,
    Polarity,
    Position,
    ProfileSkill,
    Requirement,
    ScorePart,
    Section,
    SkillMention,
)

#: Seconds of work below which a rate says nothing.
SHORTEST_MEASURE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person who acts, as every service takes them: who they are and what they may do where.

    ``roles`` maps an organization id to the role held there; ``candidate_id`` is their own record, if any.
    ``session_token`` stands in their session; a new one logs them out everywhere.
    """

    user_id: int
    display_name: str
    roles: Mapping[int, str]
    agency_ids: tuple[int, ...] = ()
    employer_ids: tuple[int, ...] = ()
    candidate_id: int | None = None
    session_token: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as a person handed it over."""

    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptChoice:
    """A concept a person may pick when they add or correct a skill."""

    concept: str
    name: str
    category: Category


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalView:
    """A resume whose pages can be shown as images, and where its words stand on them."""

    resume_id: int
    pages: tuple[Page, ...]
    places: Places


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeView:
    """A resume and how far its reading has come; text and skills are there once it is read.

    ``original`` is None where the file has no pages of its own. ``removed`` are the skills the person said were
    read wrongly; undoing the correction brings them back.
    """

    id: int
    file_name: str
    size_bytes: int
    state: str
    uploaded_at: dt.datetime
    media_type: str | None = None
    verdict: str | None = None
    findings: tuple[Finding, ...] = ()
    failure_code: str | None = None
    failure_message: str | None = None
    text: str | None = None
    contact: Contact = field(default_factory=Contact)
    sections: tuple[Section, ...] = ()
    positions: tuple[Position, ...] = ()
    #: Over all jobs, what overlaps counted once; a job that lasts counts until the upload.
    worked_years: float = 0.0
    original: OriginalView | None = None
    mentions: tuple[SkillMention, ...] = ()
    skills: tuple[ProfileSkill, ...] = ()
    #: What the person took off the list; they can put it back.
    removed: tuple[ProfileSkill, ...] = ()
    profile_version: int = 0
    #: Another resume of the same person that counts and not this one: it is newer, or this one could not be read.
    counting_resume_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillCorrection:
    """What a person says of a skill: its polarity and years, or that it goes from the list (``removed``).

    ``means_other`` where it goes because its words mean something else.
    """

    concept: str
    polarity: Polarity
    years: float | None = None
    removed: bool = False
    means_other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingDraft:
    """What an employer types, before anything is read from it."""

    title: str
    description: str
    job_location: str | None = None
    work_hours: str | None = None
    base_salary_min_usd: float | None = None
    base_salary_max_usd: float | None = None
    base_salary_unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingView:
    """A posting with the requirements read from it.

    ``removed`` are the requirements the employer took out. ``mentions`` and ``removed`` are left
    empty in lists.
    """

    id: int
    title: str
    description: str
    hiring_organization: str
    state: str
    revision: int
    job_location: str | None = None
    work_hours: str | None = None
    base_salary_min_usd: float | None = None
    base_salary_max_usd: float | None = None
    base_salary_unit: str | None = None
    date_posted: dt.date | None = None
    requirements: tuple[Requirement, ...] = ()
    #: What the employer said was read wrongly; they can put it back.
    removed: tuple[Requirement, ...] = ()
    mentions: tuple[SkillMention, ...] = ()
    profile: JobProfile | None = None
    application_count: int = 0
    may_write: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedCandidate:
    """One row of a job's ranked list."""

    rank: int
    candidate_id: int
    display_name: str
    score: float
    parts: tuple[ScorePart, ...]
    top_reasons: tuple[str, ...]
    stage: str | None = None
    applied_at: dt.datetime | None = None
    application_revision: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """One page of a job's ranked list, with the receipt it was recorded under.

    ``being_read`` counts the resumes of the agency that are not read yet, so that somebody may be missing.
    """

    rows: tuple[RankedCandidate, ...]
    total: int
    being_read: int
    page: int
    per_page: int
    run_id: int
    model_version: str
    vocabulary_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedJob:
    """One row of the jobs that fit a person."""

    rank: int
    posting: PostingView
    score: float
    parts: tuple[ScorePart, ...]
    top_reasons: tuple[str, ...]
    missing: tuple[str, ...]
    stage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChangeView:
    """One step of an application's history."""

    to_stage: str
    changed_at: dt.datetime
    changed_by: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """One person and one job side by side: the score, its reasons, and the resume they point into.

    ``verdict`` and ``findings`` say how well that resume could be read.
    """

    posting: PostingView
    candidate_id: int
    display_name: str
    result: MatchResult
    resume_text: str
    mentions: tuple[SkillMention, ...]
    sections: tuple[Section, ...] = ()
    verdict: str | None = None
    findings: tuple[Finding, ...] = ()
    original: OriginalView | None = None
    stage: str | None = None
    application_revision: int | None = None
    history: tuple[StageChangeView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationView:
    """An application as its candidate sees it."""

    posting: PostingView
    stage: str
    applied_at: dt.datetime | None
    history: tuple[StageChangeView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """A file of an import that brought nobody in, and why."""

    name: str
    outcome: str
    code: str | None
    message: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportView:
    """A bulk import and how far it has come.

    ``state`` is waiting, running, stopped, done or failed. ``total`` is None until the files are counted,
    ``started_by`` where the command line began it. ``failed_files`` are the last ones. What one who asked for it
    alone may do with it stands in ``may_write``; ``has_files`` says whether what is to be read lies where this
    program sees it, ``command`` what goes on with it in a terminal. In lists, all of these are left empty.
    """

    id: int
    names: tuple[str, ...]
    state: str
    started_at: dt.datetime
    total: int | None = None
    count_by_outcome: Mapping[str, int] = field(default_factory=dict)
    working_seconds: float = 0.0
    finished_at: dt.datetime | None = None
    started_by: str | None = None
    message: str | None = None
    failed_files: tuple[ImportedFile, ...] = ()
    may_write: bool = False
    has_files: bool = False
    command: str | None = None

    @property
    def done(self) -> int:
        """How many files have an outcome."""
        return sum(self.count_by_outcome.values())

    @property
    def failed(self) -> int:
        """How many files brought nobody in and should have."""
        return self.count_by_outcome.get("unreadable", 0) + self.count_by_outcome.get("failed", 0)

    @property
    def files_per_second(self) -> float | None:
        """How fast it goes; None while too little is done to tell."""
        return self.done / self.working_seconds if self.done and self.working_seconds >= SHORTEST_MEASURE else None

    @property
    def seconds_taken(self) -> float | None:
        """How long it took from its begin to its end, pauses and starting the readers counted; None before."""
        return None if self.finished_at is None else (self.finished_at - self.started_at).total_seconds()

    @property
    def seconds_left(self) -> float | None:
        """How long it will take from here; None where nobody can tell."""
        rate = self.files_per_second
        if self.total is None or rate is None:
            return None
        return max(self.total - self.done, 0) / rate
