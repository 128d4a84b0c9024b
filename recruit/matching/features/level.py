"""Where on the ladder of the shop the person stands, beside where the job stands."""

from recruit.matching.features.comparison import NEUTRAL, Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.vocabulary.shapes import (
    CandidateProfile,
    Evidence,
    JobProfile,
    Level,
    Outcome,
    Polarity,
    ProfileSkill,
    Requirement,
)

#: What somebody is who holds this skill, and what a job wants that requires it.
LEVEL_BY_CONCEPT = {"setup": Level.SETUP}

#: Share of the points by how many rungs the person stands above (positive) or below the job. Trade judgement: one
#: rung is learned or put up with, two above leave again, two below cannot do the work yet.
SHARE_BY_RUNGS = {-2: NEUTRAL, -1: 0.65, 0: 1.0, 1: 0.85, 2: 0.4}
FAR_BELOW = 0.05
FAR_ABOVE = 0.2


def level(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:  # noqa: ARG001
    """Whether the person stands on the job's rung of the ladder; two rungs off counts against, above as below."""
    asked = raised(job.level, [row for row in job.requirements if row.polarity is Polarity.REQUIRED])
    if asked is None:
        return None
    held = raised(candidate.level, [skill for skill in candidate.skills if skill.polarity is Polarity.HELD])
    if held is None:
        claim = Claim(outcome=Outcome.NOT_STATED, sentence=f"{asked} level asked; none stated.", share=NEUTRAL)
        return single(claim, stated=False)
    rungs = held.rank - asked.rank
    share = SHARE_BY_RUNGS.get(rungs, FAR_ABOVE if rungs > 0 else FAR_BELOW)
    if rungs == 0:
        outcome, sentence = Outcome.MET, f"{asked} level asked and shown."
    else:
        outcome = Outcome.ADJACENT if abs(rungs) == 1 else Outcome.AGAINST
        sentence = f"{asked} level asked; {held}: {'above' if rungs > 0 else 'below'} it."
    return single(
        Claim(outcome=outcome, sentence=sentence.capitalize(), share=share, evidence=evidence_for(held, candidate))
    )


def evidence_for(held: Level, candidate: CandidateProfile) -> tuple[Evidence, ...]:
    """Return the words that gave the level: of the title that names it, else of the skills that raise to it."""
    if candidate.level is held:
        return candidate.level_evidence
    return tuple(
        span
        for skill in candidate.skills
        if skill.polarity is Polarity.HELD and LEVEL_BY_CONCEPT.get(skill.concept) is held
        for span in skill.evidence
    )


def raised(named: Level | None, skills: list[ProfileSkill] | list[Requirement]) -> Level | None:
    """Raise a level named by a title to what the skills beside it show.

    The same rule reads both sides, so that adding a skill a job requires never takes a person past the job.
    """
    shown = [LEVEL_BY_CONCEPT[row.concept] for row in skills if row.concept in LEVEL_BY_CONCEPT]
    return max([*shown, *([named] if named else [])], key=lambda rung: rung.rank, default=None)
