"""The one list of weights, and the score made of them: parts that add up to the number shown."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from recruit.matching.features.certifications import certifications
from recruit.matching.features.comparison import Comparison
from recruit.matching.features.context import Compare, Context
from recruit.matching.features.experience import experience
from recruit.matching.features.level import level
from recruit.matching.features.preferred_skills import preferred_skills
from recruit.matching.features.required_skills import required_skills
from recruit.matching.features.ruled_out import ruled_out
from recruit.matching.features.text_similarity import text_similarity
from recruit.matching.features.tolerances import tolerances
from recruit.matching.features.trade import trade
from recruit.matching.kinship import load_kinship
from recruit.matching.occupations import load_occupation_map
from recruit.matching.terms import load_term_model
from recruit.vocabulary.shapes import CandidateProfile, JobProfile, MatchResult, Reason, ScorePart

#: Score of somebody who has everything a job asks for.
FULL_SCORE = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One comparison, what people call it, its points of 100 before redistribution, and where they come from."""

    compare: Compare
    label: str
    points: float
    source: str

    @property
    def name(self) -> str:
        """Return the name a receipt keeps."""
        return self.compare.__name__

    @property
    def sentence(self) -> str:
        """Return what the feature asks, as people read it."""
        return (self.compare.__doc__ or "").strip().split("\n\n")[0]


FEATURES: Sequence[Feature] = (
    Feature(
        compare=required_skills,
        label="Required skills",
        points=34.0,
        source="Trade judgement: what the posting calls required outweighs any other part twice.",
    ),
    Feature(
        compare=trade,
        label="Trade",
        points=16.0,
        source="Trade judgement: the same skill in another occupation is used on other work.",
    ),
    Feature(
        compare=text_similarity,
        label="Shared words",
        points=12.0,
        source="Trade judgement: what extraction did not name still shows in the words.",
    ),
    Feature(
        compare=level,
        label="Level",
        points=10.0,
        source="Trade judgement: operate, set up and program are three jobs.",
    ),
    Feature(
        compare=experience,
        label="Experience",
        points=9.0,
        source="Trade judgement: years say less than skills shown; Schmidt and Hunter (1998) find the same.",
    ),
    Feature(
        compare=preferred_skills,
        label="Preferred skills",
        points=7.0,
        source="Trade judgement: a fifth of what is required.",
    ),
    Feature(
        compare=certifications,
        label="Certifications",
        points=6.0,
        source="Trade judgement: most can be had within weeks by those who have the skill.",
    ),
    Feature(
        compare=tolerances,
        label="Tolerances",
        points=3.0,
        source="Trade judgement: few resumes state one.",
    ),
    Feature(
        compare=ruled_out,
        label="Ruled out",
        points=8.0,
        source="Trade judgement: a posting that names what will not do means it.",
    ),
)


def compare(
    job: JobProfile,
    candidate: CandidateProfile,
    *,
    context: Context | None = None,
    features: Sequence[Feature] = FEATURES,
) -> MatchResult:
    """Score one person for one job.

    Parameters
    ----------
    job : JobProfile
        What is asked for.
    candidate : CandidateProfile
        What is known of the person.
    context : Context or None, default None
        Fitted terms and closeness of concepts and occupations; None loads those of this release.
    features : sequence of Feature, default FEATURES
        What is compared, with its points. Points of what this job does not ask for go to the others, by the job
        alone, so that the most anybody can reach is always 100.

    Returns
    -------
    MatchResult
        Score in [0, 100], the sum of its parts.

    Examples
    --------
    >>> result = compare(JobProfile(), CandidateProfile())
    >>> result.score == sum(part.points for part in result.parts)
    True
    """
    context = load_context() if context is None else context
    compared = [(feature, feature.compare(job, candidate, context)) for feature in features]
    asked = [(feature, comparison) for feature, comparison in compared if comparison is not None]
    scale = FULL_SCORE / sum(feature.points for feature, _ in asked)
    parts = tuple(part_of(feature, comparison, feature.points * scale) for feature, comparison in asked)
    return MatchResult(
        score=math.fsum(part.points for part in parts), parts=parts, model_version=context.terms.version
    )


def part_of(feature: Feature, comparison: Comparison, max_points: float) -> ScorePart:
    """Turn a feature's shares into points."""
    reasons = tuple(
        Reason(
            outcome=claim.outcome,
            sentence=claim.sentence,
            points=claim.share * max_points,
            concept=claim.concept,
            required=claim.required,
            depth=claim.skill.depth if claim.skill else None,
            worked_months=claim.skill.worked_months if claim.skill else None,
            is_current=claim.skill is not None and claim.skill.is_current,
            evidence=claim.evidence,
            job_evidence=claim.job_evidence,
        )
        for claim in comparison.claims
    )
    return ScorePart(
        feature=feature.name,
        label=feature.label,
        points=math.fsum(reason.points for reason in reasons),
        max_points=max_points,
        stated=comparison.stated,
        reasons=reasons,
    )


@lru_cache(maxsize=1)
def load_context() -> Context:
    """Return what this release compares with, loaded once.

    Returns
    -------
    Context
        Fitted terms, closeness of concepts and of occupations.
    """
    return Context(terms=load_term_model(), kinship=load_kinship(), occupations=load_occupation_map())
