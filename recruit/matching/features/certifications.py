"""The certificates a job asks for."""

from dataclasses import replace

from recruit.matching.features.comparison import Claim, Comparison
from recruit.matching.features.context import Context
from recruit.matching.features.coverage import coverage
from recruit.vocabulary.shapes import CandidateProfile, Category, JobProfile, Polarity, Requirement

#: What a certificate that is only wished for weighs beside one that is required. Trade judgement.
PREFERRED_WEIGHT = 0.4


def certifications(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """How many of the certificates this job asks for are held today; an expired one is not held."""
    required = coverage(asked_with(job, Polarity.REQUIRED), candidate, context, required=True)
    preferred = coverage(asked_with(job, Polarity.PREFERRED), candidate, context, required=False)
    if required is None or preferred is None:
        return required or preferred
    total = 1 + PREFERRED_WEIGHT
    claims = [weighed(claim, 1 / total) for claim in required.claims]
    claims += [weighed(claim, PREFERRED_WEIGHT / total) for claim in preferred.claims]
    return Comparison(claims=tuple(claims), stated=required.stated or preferred.stated)


def asked_with(job: JobProfile, polarity: Polarity) -> list[Requirement]:
    """Return the certificates a job asks for with one strength."""
    return [row for row in job.requirements if row.category is Category.CERTIFICATION and row.polarity is polarity]


def weighed(claim: Claim, weight: float) -> Claim:
    """Return a claim with its share of a larger whole."""
    return replace(claim, share=claim.share * weight)
