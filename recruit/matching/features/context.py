"""What features compare with besides the two profiles: loaded once, handed in, never reached for."""

from collections.abc import Callable
from dataclasses import dataclass

from recruit.matching.features.comparison import Comparison
from recruit.matching.kinship import Kinship
from recruit.matching.occupations import OccupationMap
from recruit.matching.terms import TermModel
from recruit.vocabulary.shapes import CandidateProfile, JobProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The fitted terms, how close concepts are, and how close occupations are."""

    terms: TermModel
    kinship: Kinship
    occupations: OccupationMap


#: None means that the job does not ask for it; then its points go to the other features.
Compare = Callable[[JobProfile, CandidateProfile, Context], Comparison | None]
