"""What people change of what was read: one correction for each concept, the last one."""

from collections.abc import Iterable

from recruit.errors import InvalidInput
from recruit.vocabulary.shapes import Correction, Polarity

MOST_YEARS = 60.0


def checked_correction(
    concept: str,
    polarity: Polarity,
    *,
    years: float | None = None,
    removed: bool = False,
    means_other: bool = False,
) -> Correction:
    """Make a correction of what a person typed; whether the concept exists is checked where it is applied."""
    if years is not None and not 0 <= years <= MOST_YEARS:
        raise InvalidInput(f"{years:g} years cannot be. Type a number from 0 to {MOST_YEARS:g}.", field="years")
    if polarity is Polarity.ABSENT:
        years = None  # nobody has years of what they say they do not have
    return Correction(
        concept=concept, polarity=polarity, years=years, removed=removed, means_other=removed and means_other
    )


def with_correction(corrections: Iterable[Correction], new: Correction) -> tuple[Correction, ...]:
    """Put a correction in place of an older one of the same concept."""
    return (*without_correction(corrections, new.concept), new)


def without_correction(corrections: Iterable[Correction], concept: str) -> tuple[Correction, ...]:
    """Take the correction of one concept away."""
    return tuple(correction for correction in corrections if correction.concept != concept)
