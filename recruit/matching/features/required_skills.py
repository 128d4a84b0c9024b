"""The skills a job cannot do without."""

from recruit.matching.features.comparison import Comparison
from recruit.matching.features.context import Context
from recruit.matching.features.coverage import coverage
from recruit.vocabulary.shapes import CandidateProfile, Category, JobProfile, Polarity

#: These have a feature of their own.
ELSEWHERE = frozenset({Category.CERTIFICATION, Category.TOLERANCE})


def required_skills(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """How many of the skills this job requires are held: the same, one of the family, or one that carries over."""
    asked = [
        requirement
        for requirement in job.requirements
        if requirement.polarity is Polarity.REQUIRED and requirement.category not in ELSEWHERE
    ]
    return coverage(asked, candidate, context, required=True)
