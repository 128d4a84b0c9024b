"""The skills a job would like."""

from recruit.matching.features.comparison import Comparison
from recruit.matching.features.context import Context
from recruit.matching.features.coverage import coverage
from recruit.matching.features.required_skills import ELSEWHERE
from recruit.vocabulary.shapes import CandidateProfile, JobProfile, Polarity


def preferred_skills(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """How many of the skills this job prefers are held: the same, one of the family, or one that carries over."""
    asked = [
        requirement
        for requirement in job.requirements
        if requirement.polarity is Polarity.PREFERRED and requirement.category not in ELSEWHERE
    ]
    return coverage(asked, candidate, context, required=False)
