"""How much of what the posting talks about the resume talks about too."""

from recruit.matching.features.comparison import Claim, Comparison, single
from recruit.matching.features.context import Context
from recruit.vocabulary.shapes import CandidateProfile, JobProfile, Outcome

#: From this share of the posting's terms on the points are full: a resume is not a copy of the posting. Of the
#: people who have all a posting asks for, few share more.
FULL_SHARE = 0.5


def text_similarity(job: JobProfile, candidate: CandidateProfile, context: Context) -> Comparison | None:
    """How much of the posting's words and concepts, the rare ones counting more, stand in the resume too.

    It is the share of the posting that is covered, not a cosine: so no added skill can lower it, and a word said
    twenty times is worth what it is worth once.
    """
    weights = {term: min(1.0, n) * context.terms.weight_of(term) for term, n in job.terms.items()}
    total = sum(weights.values())
    if not total:
        return None
    shared = sum(weight * min(1.0, candidate.terms.get(term, 0.0)) for term, weight in weights.items())
    covered = shared / total
    return single(
        Claim(
            outcome=Outcome.MET if covered >= FULL_SHARE else Outcome.ADJACENT,
            sentence=(
                f"The resume shares {covered:.0%} of the posting's words of the work; "
                f"{FULL_SHARE:.0%} counts in full."
            ),
            share=min(1.0, covered / FULL_SHARE),
        )
    )
