"""Whether the person's trade is the job's trade."""

from recruit.matching.features.comparison import NEUTRAL, Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.vocabulary.shapes import CandidateProfile, Category, JobProfile, Outcome, Polarity

#: From this similarity on two occupations are called the same or near.
SAME = 0.85
NEAR = 0.3

#: What having all the machines and processes asked is worth where no occupation is named.
BY_SKILLS = 0.8
WORK = frozenset({Category.MACHINE, Category.PROCESS})


def trade(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """Whether the occupations this person has worked in are the job's, near it, or of another field."""
    if not job.onetsoc_codes:
        return None
    asked = context.occupations.title(max(job.onetsoc_codes, key=lambda code: (job.onetsoc_codes[code], code)))
    if not candidate.onetsoc_codes:
        return unknown_trade(asked, job, candidate, context)
    fit = fit_of(job, candidate, context)
    code = max(candidate.onetsoc_codes, key=lambda held: (candidate.onetsoc_codes[held], held))
    if fit >= SAME:
        outcome, sentence = Outcome.MET, f"Asked: {asked}. The resume names that work."
    elif fit >= NEAR:
        held = context.occupations.title(code)
        near = "that work among other" if held == asked else f"{held}, a neighbouring trade"
        outcome, sentence = Outcome.ADJACENT, f"Asked: {asked}. The resume names {near}."
    else:
        outcome, sentence = Outcome.AGAINST, f"Asked: {asked}. The resume names another trade."
    other_evidence = candidate.other_field_evidence if outcome is Outcome.AGAINST else ()
    evidence = other_evidence or candidate.level_evidence
    return single(Claim(outcome=outcome, sentence=sentence, share=fit, evidence=evidence))


def is_another_trade(job: JobProfile, candidate: CandidateProfile, context: Context) -> bool:
    """Say whether the resume names work, none of it the job's or near it; none named is no other trade."""
    if not job.onetsoc_codes:
        return False
    if not candidate.onetsoc_codes:
        return candidate.other_field > 0.0
    return fit_of(job, candidate, context) < NEAR


def fit_of(job: JobProfile, candidate: CandidateProfile, context: Context) -> float:
    """Return how well the occupations fit, in [0, 1], less what of the resume is of other lines of work."""
    return nearness(job, candidate, context) * (1.0 - candidate.other_field)


def nearness(job: JobProfile, candidate: CandidateProfile, context: Context) -> float:
    """Return how near a person's occupations are to the job's: the mean over what its title may mean."""
    total = sum(job.onetsoc_codes.values())
    nearest = {
        asked: max(
            confidence * context.occupations.similarity(asked, held)
            for held, confidence in candidate.onetsoc_codes.items()
        )
        for asked in job.onetsoc_codes
    }
    return sum(share / total * nearest[asked] for asked, share in job.onetsoc_codes.items())


def unknown_trade(asked: str, job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison:
    """Judge somebody whose resume names no occupation of the trade: by another field named, else by the skills."""
    if candidate.other_field:
        sentence = f"Asked: {asked}. The resume names another line of work."
        share = NEUTRAL * (1.0 - candidate.other_field)
        evidence = candidate.other_field_evidence
        return single(Claim(outcome=Outcome.AGAINST, sentence=sentence, share=share, evidence=evidence))
    shown = BY_SKILLS * share_met(job, candidate, context)
    if shown <= NEUTRAL:
        sentence = f"Asked: {asked}. No occupation stated, ask about it."
        return single(Claim(outcome=Outcome.NOT_STATED, sentence=sentence, share=NEUTRAL), stated=False)
    sentence = f"Asked: {asked}. No occupation stated; the skills are those of one."
    return single(Claim(outcome=Outcome.ADJACENT, sentence=sentence, share=shown))


def share_met(job: JobProfile, candidate: CandidateProfile, context: Context) -> float:
    """Return the share of the required machines and processes that are held, 0 when none is required."""
    asked = [row for row in job.requirements if row.polarity is Polarity.REQUIRED and row.category in WORK]
    held = [skill.concept for skill in candidate.skills if skill.polarity is Polarity.HELD]
    met = [row for row in asked if any(context.kinship.covers(row.concept, concept) for concept in held)]
    return sum(row.emphasis for row in met) / sum(row.emphasis for row in asked) if asked else 0.0
