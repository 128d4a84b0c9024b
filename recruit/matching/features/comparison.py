"""What a feature gives back: a share of its points, and the claims the share is made of."""

from dataclasses import dataclass

from recruit.vocabulary.shapes import Evidence, Outcome, ProfileSkill

#: The share of its points a thing gets of which the resume says nothing, the same for everybody. Below it are only
#: things said to be absent, expired or against the job; above it everything that is held, were it in part.
#: Trade judgement: about one thing in four that a resume does not mention is there when one asks.
NEUTRAL = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence, with the share in [0, 1] of the feature's points it stands for, and the skill behind it."""

    outcome: Outcome
    sentence: str
    share: float
    concept: str | None = None
    required: bool = False
    skill: ProfileSkill | None = None
    evidence: tuple[Evidence, ...] = ()
    job_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A feature's verdict: its share in [0, 1] is the sum over its claims, which are never empty."""

    claims: tuple[Claim, ...]
    stated: bool

    @property
    def share(self) -> float:
        """Return the share of the feature's points, in [0, 1]."""
        return sum(claim.share for claim in self.claims)


def single(claim: Claim, *, stated: bool = True) -> Comparison:
    """Return the verdict of a feature that says one thing."""
    return Comparison(claims=(claim,), stated=stated)
