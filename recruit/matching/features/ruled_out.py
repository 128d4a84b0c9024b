"""What a job says it is not."""

from collections.abc import Iterable

from recruit.matching.features.comparison import Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.matching.kinship import Kinship
from recruit.vocabulary.shapes import (
    CandidateProfile,
    Category,
    JobProfile,
    Outcome,
    Polarity,
    ProfileSkill,
    Requirement,
)

WORK = frozenset({Category.MACHINE, Category.PROCESS})


def ruled_out(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """Whether the resume is mainly of a kind of work this job rules out; holding it beside the rest is no harm."""
    excluded = [
        row
        for row in job.requirements
        if row.polarity is Polarity.EXCLUDED and not row.is_waived and row.category in WORK
    ]
    if not excluded:
        return None
    held = [skill for skill in candidate.skills if skill.polarity is Polarity.HELD and skill.category in WORK]
    against = [skill for skill in held if is_covered(skill, excluded, context.kinship)]
    wanted = [row for row in job.requirements if row.polarity is not Polarity.EXCLUDED and row.category in WORK]
    asked_by_name = {row.concept for row in wanted}
    in_favour = [
        skill
        for skill in held
        if skill.concept in asked_by_name or (skill not in against and is_covered(skill, wanted, context.kinship))
    ]
    if len(against) <= len(in_favour):
        return single(
            Claim(outcome=Outcome.MET, sentence="Nothing this job rules out stands in the way.", share=1.0),
            stated=bool(held),
        )
    names = ", ".join(sorted({skill.name for skill in against}))
    return single(
        Claim(
            outcome=Outcome.AGAINST,
            sentence=f"This job rules out experience mainly of this kind: {names}.",
            share=len(in_favour) / len(against),
            concept=against[0].concept,
            evidence=tuple(span for skill in against for span in skill.evidence),
            job_evidence=tuple(span for row in excluded for span in row.evidence),
        )
    )


def is_covered(skill: ProfileSkill, rows: Iterable[Requirement], kinship: Kinship) -> bool:
    """Say whether a skill is one of some things a job names, or a kind of one."""
    return any(kinship.covers(row.concept, skill.concept) for row in rows)
