"""A score as people read it: rows that add up to it, the reasons that moved it, and what to ask about."""

from dataclasses import dataclass

from recruit.vocabulary.shapes import MatchResult, Outcome, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterfallRow:
    """One part of a score, and where the sum stands after it: in points of 100."""

    feature: str
    label: str
    points: float
    max_points: float
    total: float
    stated: bool


def waterfall(result: MatchResult) -> tuple[WaterfallRow, ...]:
    """Lay out the parts of a score as rows whose last total is the score.

    Parameters
    ----------
    result : MatchResult
        A score with its parts.

    Returns
    -------
    tuple of WaterfallRow
        In the order of the parts.

    Examples
    --------
    >>> waterfall(MatchResult(score=0.0, parts=(), model_version="1"))
    ()
    """
    rows = []
    total = 0.0
    for part in result.parts:
        total += part.points
        rows.append(
            WaterfallRow(
                feature=part.feature,
                label=part.label,
                points=part.points,
                max_points=part.max_points,
                total=total,
                stated=part.stated,
            )
        )
    return tuple(rows)


def top_reasons(result: MatchResult, *, limit: int = 3) -> tuple[str, ...]:
    """Return the sentences that say most: what is there first, what speaks against before what is only unsaid.

    Parameters
    ----------
    result : MatchResult
        A score with its parts.
    limit : int, default 3
        How many sentences at most.

    Returns
    -------
    tuple of str
        Whole sentences.

    Examples
    --------
    >>> top_reasons(MatchResult(score=0.0, parts=(), model_version="1"))
    ()
    """
    rank = {Outcome.MET: 0, Outcome.ADJACENT: 1, Outcome.AGAINST: 2, Outcome.MISSING: 3, Outcome.NOT_STATED: 4}
    ordered = sorted(result.reasons, key=lambda reason: rank[reason.outcome])
    return tuple(reason.sentence for reason in ordered[:limit])


def missing_must_haves(result: MatchResult) -> tuple[str, ...]:
    """Return a sentence for every required thing that is said to be missing or is not said at all.

    Parameters
    ----------
    result : MatchResult
        A score with its parts.

    Returns
    -------
    tuple of str
        What is said to be missing first.

    Examples
    --------
    >>> missing_must_haves(MatchResult(score=0.0, parts=(), model_version="1"))
    ()
    """
    ordered = sorted(result.missing, key=lambda reason: reason.outcome is Outcome.NOT_STATED)
    return tuple(reason.sentence for reason in ordered)


def ask_about(result: MatchResult) -> tuple[Reason, ...]:
    """Return what the resume does not say, required things first: the questions of a first call.

    Parameters
    ----------
    result : MatchResult
        A score with its parts.

    Returns
    -------
    tuple of Reason
        Those whose outcome is "not stated".

    Examples
    --------
    >>> ask_about(MatchResult(score=0.0, parts=(), model_version="1"))
    ()
    """
    unsaid = [reason for reason in result.reasons if reason.outcome is Outcome.NOT_STATED]
    return tuple(sorted(unsaid, key=lambda reason: not reason.required))
