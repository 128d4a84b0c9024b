"""What a job says it is not."""

from recruit.matching.features.comparison import Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.matching.features.coverage import by_group
from recruit.vocabulary.shapes import CandidateProfile, Category, JobProfile, Outcome, Polarity, ProfileSkill

#: Who holds at least this share of the machines and processes a job requires is not "only" what it rules out.
MAINLY_SHARE = 0.5
WORK = frozenset({Category.MACHINE, Category.PROCESS})


def ruled_out(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """Whether the resume is mainly of a kind of work this job rules out; holding it beside the rest is no harm."""
    excluded = [row for row in job.requirements if row.polarity is Polarity.EXCLUDED and row.category in WORK]
    if not excluded:
        return None
    held = [skill for skill in candidate.skills if skill.polarity is Polarity.HELD and skill.category in WORK]
    of_that_kind = [
        skill for skill in held if any(context.kinship.covers(row.concept, skill.concept) for row in excluded)
    ]
    if not of_that_kind or share_met(job, held, context) >= MAINLY_SHARE:
        return single(
            Claim(outcome=Outcome.MET, sentence="Nothing this job rules out stands in the way.", share=1.0),
            stated=bool(held),
        )
    names = ", ".join(sorted({skill.name for skill in of_that_kind}))
    return single(
        Claim(
            outcome=Outcome.AGAINST,
            sentence=f"This job rules out experience of this kind alone: {names}.",
            share=0.0,
            concept=of_that_kind[0].concept,
            evidence=tuple(span for skill in of_that_kind for span in skill.evidence),
            job_evidence=tuple(span for row in excluded for span in row.evidence),
        )
    )


def share_met(job: JobProfile, held: list[ProfileSkill], context: Context) -> float:
    """Return the share of the required machines and processes that are held, 0 when none is required."""
    units = by_group(
        [row for row in job.requirements if row.polarity is Polarity.REQUIRED and row.category in WORK]
    )
    concepts = {skill.concept for skill in held}
    met = [
        any(context.kinship.covers(row.concept, concept) for row in alternatives for concept in concepts)
        for alternatives in units
    ]
    return sum(met) / len(met) if met else 0.0
