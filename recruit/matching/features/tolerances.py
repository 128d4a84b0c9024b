"""How fine the work is."""

from recruit.matching.features.comparison import NEUTRAL, Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.vocabulary.shapes import CandidateProfile, JobProfile, Outcome, Polarity, ProfileSkill, Requirement

#: Exactly, by definition: NIST SP 811 (2008), appendix B.
INCH_IN_MM = 25.4


def tolerances(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:  # noqa: ARG001
    """Whether the person has held a tolerance at least as tight as the tightest one this job asks for."""
    asked = [
        row
        for row in job.requirements
        if row.tolerance_mm is not None and row.polarity in {Polarity.REQUIRED, Polarity.PREFERRED}
    ]
    if not asked:
        return None
    tightest = min(asked, key=lambda row: row.tolerance_mm or 0.0)
    held = [
        skill for skill in candidate.skills if skill.tolerance_mm is not None and skill.polarity is Polarity.HELD
    ]
    if not held:
        return single(claim_for(tightest, None, NEUTRAL), stated=False)
    best = min(held, key=lambda skill: skill.tolerance_mm or 0.0)
    share = tolerance_credit(tightest.tolerance_mm or 0.0, best.tolerance_mm or 0.0)
    return single(claim_for(tightest, best, max(NEUTRAL, share)))


def tolerance_credit(asked_mm: float, held_mm: float) -> float:
    """Return the share in (0, 1] of the points: half for twice the tolerance asked, a quarter for four times it.

    Trade judgement: the step from a thousandth to half of it is another way of working, not another job.
    """
    return min(1.0, asked_mm / held_mm)


def claim_for(asked: Requirement, held: ProfileSkill | None, share: float) -> Claim:
    """Say what was asked and what has been held."""
    wanted = f"±{in_shop_units(asked.tolerance_mm)} asked"
    if held is None:
        outcome, sentence = Outcome.NOT_STATED, f"{wanted}; no tolerance stated, ask about it."
    elif share >= 1.0:
        outcome, sentence = Outcome.MET, f"{wanted}; has held ±{in_shop_units(held.tolerance_mm)}."
    else:
        outcome, sentence = (
            Outcome.ADJACENT,
            f"{wanted}; has held no tighter than ±{in_shop_units(held.tolerance_mm)}.",
        )
    return Claim(
        outcome=outcome,
        sentence=sentence,
        share=share,
        concept=asked.concept,
        required=asked.polarity is Polarity.REQUIRED,
        evidence=held.evidence if held else (),
        job_evidence=asked.evidence,
    )


def in_shop_units(tolerance_mm: float | None) -> str:
    """Write a tolerance as the shop reads it, to two figures: in millimetres where those are rounder."""
    metric = tolerance_mm or 0.0
    inches = metric / INCH_IN_MM
    if is_round(metric) and not is_round(inches):
        return f"{two_figures(metric)} mm"
    return f"{two_figures(inches).lstrip('0')} in"


def is_round(length: float) -> bool:
    """Say whether a length has no more than two figures, as people write tolerances."""
    return abs(length - float(f"{length:.2g}")) < 1e-6 * length


def two_figures(length: float) -> str:
    """Write a length to two figures, never with a power of ten."""
    return f"{float(f'{length:.2g}'):.7f}".rstrip("0").rstrip(".")
