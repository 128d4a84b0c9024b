"""Years in the trade, and how recent they are."""

from recruit.matching.features.comparison import NEUTRAL, Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.matching.features.coverage import freshness, in_years
from recruit.matching.features.trade import is_another_trade
from recruit.vocabulary.shapes import CandidateProfile, JobProfile, Level, Outcome

#: Years a job of this level usually asks for, where the posting names none. Trade judgement; an apprenticeship of
#: 8,000 hours is four years.
YEARS_BY_LEVEL = {
    Level.HELPER: 0.5,
    Level.OPERATOR: 1.0,
    Level.SETUP: 3.0,
    Level.MACHINIST: 4.0,
    Level.PROGRAMMER: 5.0,
    Level.SUPERVISOR: 8.0,
}
YEARS_OF_ANY_LEVEL = 3.0

#: What a year in another trade is worth beside one in the job's own. Trade judgement: the habits of a shop carry
#: over, the work does not.
ANOTHER_TRADE = 0.4


def experience(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """How many of the years this job asks for the person has worked in the trade, and how recently."""
    usual = YEARS_BY_LEVEL[job.level] if job.level else YEARS_OF_ANY_LEVEL
    asked = usual if job.experience_years is None else job.experience_years
    wanted = in_years(asked) + (" usual" if job.experience_years is None else " asked")
    if candidate.experience_years is None:
        claim = Claim(
            outcome=Outcome.NOT_STATED, sentence=f"{wanted}; no years in the trade stated, ask.", share=NEUTRAL
        )
        return single(claim, stated=False)
    covered = min(1.0, candidate.experience_years / asked) if asked else 1.0
    share = covered * freshness(candidate.last_worked, candidate.reference_year)
    has = in_years(round(candidate.experience_years, 1))
    if is_another_trade(job, candidate, context):
        share *= ANOTHER_TRADE
        sentence = f"{wanted}; {has} of work, in another trade."
    else:
        stale = "" if share == covered else f", the last in {candidate.last_worked}"
        sentence = f"{wanted}; {has} in the trade{stale}."
    return single(
        Claim(
            outcome=Outcome.MET if share == 1.0 else Outcome.ADJACENT,
            sentence=sentence,
            share=max(NEUTRAL, share),
            evidence=candidate.experience_evidence,
        )
    )
