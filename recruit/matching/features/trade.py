"""Whether the person's trade is the job's trade."""

from recruit.matching.features.comparison import NEUTRAL, Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.vocabulary.shapes import CandidateProfile, JobProfile, Outcome

#: From this similarity on two occupations are called the same or near.
SAME = 0.85
NEAR = 0.3


def trade(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """Whether the occupations this person has worked in are the job's, near it, or of another field."""
    if not job.onetsoc_codes:
        return None
    asked = context.occupations.title(max(job.onetsoc_codes, key=lambda code: (job.onetsoc_codes[code], code)))
    if not candidate.onetsoc_codes:
        return unknown_trade(asked, candidate)
    total = sum(job.onetsoc_codes.values())
    fit = 0.0
    for asked_code, share in job.onetsoc_codes.items():
        fit += (
            share
            / total
            * max(
                confidence * context.occupations.similarity(asked_code, held)
                for held, confidence in candidate.onetsoc_codes.items()
            )
        )
    fit *= 1.0 - candidate.other_field
    code = max(candidate.onetsoc_codes, key=lambda held: (candidate.onetsoc_codes[held], held))
    held_title = context.occupations.title(code)
    if fit >= SAME:
        outcome, sentence = Outcome.MET, f"{asked} asked; has worked as that."
    elif fit >= NEAR:
        outcome, sentence = (
            Outcome.ADJACENT,
            f"{asked} asked; {held_title}: a neighbouring trade or only part of the work.",
        )
    else:
        outcome, sentence = Outcome.AGAINST, f"{asked} asked; the resume is of another trade."
    evidence = candidate.other_field_evidence if outcome is Outcome.AGAINST else candidate.level_evidence
    return single(Claim(outcome=outcome, sentence=sentence, share=fit, evidence=evidence))


def unknown_trade(asked: str, candidate: CandidateProfile) -> Comparison:
    """Judge somebody whose resume names no occupation of the trade."""
    if candidate.other_field == 0.0:
        claim = Claim(
            outcome=Outcome.NOT_STATED,
            sentence=f"{asked} asked; no occupation stated, ask about it.",
            share=NEUTRAL,
        )
        return single(claim, stated=False)
    sentence = f"{asked} asked; the resume is of another line of work."
    return single(
        Claim(
            outcome=Outcome.AGAINST,
            sentence=sentence,
            share=NEUTRAL * (1.0 - candidate.other_field),
            evidence=candidate.other_field_evidence,
        )
    )
