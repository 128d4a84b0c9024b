"""Joins what a text says of one concept, here and there, into one skill or one requirement."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from recruit.matching.employment import Stint, time_under
from recruit.matching.terms import concept_terms, strongest
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import (
    Category,
    Credential,
    Depth,
    Evidence,
    Polarity,
    ProfileSkill,
    Requirement,
    SkillMention,
)

#: Of several things a resume says of one skill, the strongest counts. Of a certificate an expiry counts first: a
#: card that has lapsed is not held because it is named twice.
STRENGTH = {Polarity.HELD: 3, Polarity.LIMITED: 2, Polarity.EXPIRED: 1, Polarity.ABSENT: 0}
CERTIFICATE_STRENGTH = {**STRENGTH, Polarity.EXPIRED: 4}
JOB_STRENGTH = {Polarity.REQUIRED: 2, Polarity.PREFERRED: 1, Polarity.EXCLUDED: 0}

#: What a concept weighs as a term. Trade judgement: half for what is half held or only wished for.
TERM_WEIGHT = {Polarity.HELD: 1.0, Polarity.LIMITED: 0.5, Polarity.REQUIRED: 1.0, Polarity.PREFERRED: 0.5}

#: What a posting stresses: what it says several times, up to so many, and what its title says. What stands among
#: the duties alone is part of the job rather than asked for. Trade judgement.
REPEATS_COUNTED = 4
TITLE_EMPHASIS = 1.5
DUTY_EMPHASIS = 0.6
DUTIES = frozenset({"duties", "overview"})

EVIDENCE_KEPT = 6
DEPTHS = tuple(Depth)
#: Parts of a resume that only list.
LISTED = frozenset({"skills", "keywords", "summary"})


def skills_of(
    mentions: Iterable[SkillMention], stints: Sequence[Stint], reference_year: int
) -> tuple[ProfileSkill, ...]:
    """Join the mentions of each concept into one skill, by the strongest thing said of it."""
    by_concept: dict[str, list[SkillMention]] = {}
    for mention in mentions:
        if mention.polarity in STRENGTH:
            by_concept.setdefault(mention.concept, []).append(mention)
    return tuple(skill_of(rows, stints, reference_year) for _, rows in sorted(by_concept.items()))


def skill_of(mentions: Sequence[SkillMention], stints: Sequence[Stint], reference_year: int) -> ProfileSkill:
    """Join the mentions of one concept."""
    is_certificate = mentions[0].category is Category.CERTIFICATION
    strength = CERTIFICATE_STRENGTH if is_certificate and not holds_another(mentions) else STRENGTH
    polarity = max([mention.polarity for mention in mentions], key=strength.__getitem__)
    saying = [mention for mention in mentions if mention.polarity is polarity]
    first = saying[0]
    worked_months, is_current = time_under([mention.start for mention in saying], stints)
    depths = [mention.depth for mention in saying if mention.depth is not None]
    return ProfileSkill(
        concept=first.concept,
        name=first.name,
        category=first.category,
        polarity=polarity,
        years=max([row.years for row in saying if row.years is not None], default=None),
        tolerance_mm=min([row.tolerance_mm for row in saying if row.tolerance_mm is not None], default=None),
        last_used=last_used(saying, stints, reference_year),
        worked_months=worked_months,
        is_current=is_current,
        depth=max(depths, key=DEPTHS.index, default=None),
        evidence=evidence_of(sorted(saying, key=strength_of_words)),
    )


def strength_of_words(mention: SkillMention) -> tuple[bool, int, bool]:
    """Order mentions by what they show: what is told of a job first, of it the deepest, then what has years."""
    depth = -1 if mention.depth is None else DEPTHS.index(mention.depth)
    return mention.section in LISTED, -depth, mention.years is None


def holds(stint: Stint, mention: SkillMention) -> bool:
    """Tell whether a mention stands under a job."""
    start, end = stint.reach
    return start <= mention.start < end


def holds_another(mentions: Sequence[SkillMention]) -> bool:
    """Say whether one certificate of a kind has lapsed while another is held: other positions, or a later end."""
    lapsed = [row.credential for row in mentions if row.polarity is Polarity.EXPIRED]
    held = [row.credential for row in mentions if row.polarity is Polarity.HELD]
    return any(all(is_another(one, other) for other in lapsed) for one in held)


def is_another(held: Credential | None, lapsed: Credential | None) -> bool:
    """Say whether two certificates of a kind are told apart by what stands in them."""
    if held is None or lapsed is None:
        return False
    if held.expires and lapsed.expires:
        return held.expires > lapsed.expires
    pairs = [
        (set(held.positions), set(lapsed.positions)),
        (set(held.processes), set(lapsed.processes)),
        (set(held.methods), set(lapsed.methods)),
    ]
    return any(own and other and not own & other for own, other in pairs)


def last_used(mentions: Iterable[SkillMention], stints: Sequence[Stint], reference_year: int) -> int | None:
    """Find the last year of the jobs some mentions stand under; None when one stands under no job."""
    years = []
    for mention in mentions:
        around = [
            reference_year if stint.is_current else int(stint.end) for stint in stints if holds(stint, mention)
        ]
        if not around:
            return None
        years.append(max(around))
    return max(years, default=None)


def requirements_of(mentions: Iterable[SkillMention], *, title_end: int = 0) -> tuple[Requirement, ...]:
    """Join the mentions of each concept into one requirement, by the strongest thing said of it."""
    by_concept: dict[tuple[str, float | None], list[SkillMention]] = {}
    for mention in mentions:
        if mention.polarity in JOB_STRENGTH:
            by_concept.setdefault((mention.concept, mention.tolerance_mm), []).append(mention)
    return tuple(requirement_of(rows, title_end=title_end) for rows in by_concept.values())


def requirement_of(mentions: Sequence[SkillMention], *, title_end: int) -> Requirement:
    """Join the mentions of one concept in a posting."""
    polarity = max((mention.polarity for mention in mentions), key=JOB_STRENGTH.__getitem__)
    saying = [mention for mention in mentions if mention.polarity is polarity]
    first = saying[0]
    # Named once by itself, a thing is wanted by itself, were it an alternative elsewhere.
    alone = any(mention.group is None for mention in saying)
    return Requirement(
        concept=first.concept,
        name=first.name,
        category=first.category,
        polarity=polarity,
        is_waived=all(mention.is_waived for mention in saying),
        years=max((mention.years for mention in saying if mention.years is not None), default=None),
        tolerance_mm=first.tolerance_mm,
        group=None if alone else first.group,
        emphasis=emphasis_of(saying, title_end=title_end),
        evidence=evidence_of(saying),
    )


def emphasis_of(mentions: Sequence[SkillMention], *, title_end: int) -> float:
    """Say how much stress a posting lays on what some mentions name."""
    emphasis = math.sqrt(min(len(mentions), REPEATS_COUNTED))
    if any(mention.start < title_end for mention in mentions):
        return emphasis * TITLE_EMPHASIS
    return emphasis * DUTY_EMPHASIS if all(mention.section in DUTIES for mention in mentions) else emphasis


def evidence_of(mentions: Iterable[SkillMention]) -> tuple[Evidence, ...]:
    """Keep the words of the first few mentions."""
    spans = [Evidence(start=mention.start, end=mention.end, text=mention.text) for mention in mentions]
    return tuple(spans[:EVIDENCE_KEPT])


def concept_counts(rows: Iterable[ProfileSkill | Requirement]) -> dict[str, float]:
    """Turn skills or requirements into terms, what is absent, expired or excluded left out."""
    weighted = ((row.concept, TERM_WEIGHT.get(row.polarity, 0.0)) for row in rows)
    return strongest(weighted_terms(concept, weight) for concept, weight in weighted if weight)


@lru_cache(maxsize=8192)
def weighted_terms(concept: str, weight: float) -> Mapping[str, float]:
    """Return the terms of a concept at a weight; what the vocabulary no longer knows has none."""
    vocabulary = load_vocabulary()
    if concept not in vocabulary.concepts:
        return {}
    return {term: weight * n for term, n in concept_terms(concept, vocabulary.ancestors(concept)).items()}
