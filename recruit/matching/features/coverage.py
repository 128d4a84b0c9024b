"""How far a person's skills answer to a list of requirements: what several features have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recruit.matching.features.comparison import NEUTRAL, Claim, Comparison
from recruit.matching.features.context import Context
from recruit.matching.kinship import Closeness, Kin, Kinship
from recruit.matching.terms import CONCEPT_MARK, TermModel
from recruit.vocabulary.shapes import CandidateProfile, Category, Outcome, Polarity, ProfileSkill, Requirement

#: What a requirement weighs beside the others of its list. Trade judgement: what one does and on which machine
#: decides, a control or program is learned in weeks, and what every shop expects is seldom written down.
WEIGHT_BY_CATEGORY: Mapping[Category, float] = {
    Category.MACHINE: 1.0,
    Category.PROCESS: 1.0,
    Category.CERTIFICATION: 1.0,
    Category.TOLERANCE: 1.0,
    Category.SOFTWARE: 0.8,
    Category.CONTROL: 0.8,
    Category.MATERIAL: 0.6,
    Category.METROLOGY: 0.6,
    Category.QUALITY: 0.6,
    Category.DRAWING: 0.5,
    Category.EDUCATION: 0.3,
}

#: What "some", "basic" or "a class in" is worth of the skill held in full.
LIMITED_CREDIT = 0.5

#: What an expired certificate is worth: it shows the test was passed once, and is not held.
EXPIRED_CREDIT = 0.15

#: A skill held for none of the years asked is worth this much, and the rest grows with the years.
SHORTEST_CREDIT = 0.5

#: Skills fade from this many years after their last use, by this much a year, down to this floor. Only what is
#: done fades: a job of long ago under which an instrument stands does not say that it was laid down since.
FRESH_YEARS = 5
FADING_PER_YEAR = 0.04
FADED_FLOOR = 0.5
FADES = frozenset({Category.MACHINE, Category.PROCESS, Category.SOFTWARE, Category.CONTROL})


HELD = frozenset({Polarity.HELD, Polarity.LIMITED})
DENIED = frozenset({Polarity.ABSENT, Polarity.EXPIRED})


@dataclass(frozen=True, slots=True)
class Answer:
    """The best a person has for one requirement: what share of it, by which skill, and how close that is."""

    requirement: Requirement
    credit: float
    outcome: Outcome
    sentence: str
    skill: ProfileSkill | None = None


def coverage(
    requirements: Sequence[Requirement], candidate: CandidateProfile, context: Context, *, required: bool
) -> Comparison | None:
    """Weigh a person's answers to a list of requirements, alternatives counted once by their best.

    Parameters
    ----------
    requirements : sequence of Requirement
        Of one strength.
    candidate : CandidateProfile
        The person.
    context : Context
        How close concepts are, and how rare.
    required : bool
        Whether what is missing is a missing must-have.

    Returns
    -------
    Comparison or None
        None when nothing is asked.
    """
    held = {skill.concept: skill for skill in candidate.skills if skill.polarity in HELD}
    denied = [skill for skill in candidate.skills if skill.polarity in DENIED]
    weighed = [(alternatives, unit_weight(alternatives, context.terms)) for alternatives in by_group(requirements)]
    total = sum(weight for _, weight in weighed)
    claims = []
    stated = False
    for alternatives, weight in weighed:
        if not weight:
            continue
        answers = [
            answer_to(requirement, held, denied, candidate, context.kinship) for requirement in alternatives
        ]
        best = max(answers, key=lambda answer: answer.credit)
        stated |= best.outcome is not Outcome.NOT_STATED
        claims.append(claim_of(best, alternatives, share=weight / total, required=required))
    return Comparison(claims=tuple(claims), stated=stated) if claims else None


def by_group(requirements: Iterable[Requirement]) -> list[list[Requirement]]:
    """Put the alternatives of one requirement together."""
    units: dict[object, list[Requirement]] = {}
    for place, requirement in enumerate(requirements):
        key = ("alone", place) if requirement.group is None else ("group", requirement.group)
        units.setdefault(key, []).append(requirement)
    return list(units.values())


def unit_weight(alternatives: Sequence[Requirement], terms: TermModel) -> float:
    """Weigh one requirement with its alternatives: the rarer a thing is in the trade, the more asking for it says.

    Attributes of character weigh nothing: no text shows them.
    """
    return max(
        WEIGHT_BY_CATEGORY.get(row.category, 0.0)
        * row.emphasis
        * max(1.0, terms.weight_of(CONCEPT_MARK + row.concept))
        for row in alternatives
    )


def claim_of(answer: Answer, alternatives: Sequence[Requirement], *, share: float, required: bool) -> Claim:
    """Turn the best answer into what a person reads."""
    sentence = answer.sentence
    if answer.outcome is Outcome.NOT_STATED and len(alternatives) > 1:
        names = " or ".join(requirement.name for requirement in alternatives)
        sentence = f"{names}: not stated, ask about it."
    return Claim(
        outcome=answer.outcome,
        sentence=sentence,
        share=share * answer.credit,
        concept=answer.requirement.concept,
        required=required,
        skill=answer.skill,
        evidence=answer.skill.evidence if answer.skill else (),
        job_evidence=tuple(span for requirement in alternatives for span in requirement.evidence),
    )


def answer_to(
    requirement: Requirement,
    held: Mapping[str, ProfileSkill],
    denied: Sequence[ProfileSkill],
    candidate: CandidateProfile,
    kinship: Kinship,
) -> Answer:
    """Find the best a person has for one requirement."""
    near = kinship.near(requirement.concept)
    best: Answer | None = None
    for concept, skill in held.items():
        closeness = near.get(concept)
        if closeness is None or (best is not None and closeness.credit < best.credit):
            continue
        answer = held_answer(requirement, skill, closeness, candidate)
        # Of equal answers the skill itself is told rather than a kind of it.
        if best is None or (answer.credit, concept == requirement.concept) > (best.credit, False):
            best = answer
    if best is not None and best.credit >= NEUTRAL:
        return best
    against = [skill for skill in denied if kinship.covers(skill.concept, requirement.concept)]
    if against:
        return denied_answer(requirement, min(against, key=lambda skill: (skill.polarity, skill.concept)))
    return Answer(requirement, NEUTRAL, Outcome.NOT_STATED, f"{requirement.name}: not stated, ask about it.")


def held_answer(
    requirement: Requirement, skill: ProfileSkill, closeness: Closeness, candidate: CandidateProfile
) -> Answer:
    """Weigh one held skill against one requirement."""
    years = years_credit(requirement.years, skill.years)
    fresh = freshness(skill.last_used, candidate.reference_year) if skill.category in FADES else 1.0
    credit = closeness.credit * years * fresh
    if skill.polarity is Polarity.LIMITED:
        credit *= LIMITED_CREDIT
    is_exact = closeness.kin is Kin.EXACT
    outcome = Outcome.MET if is_exact and credit == 1.0 else Outcome.ADJACENT
    # Saying "a little, long ago" must not count for less than saying nothing.
    credit = max(credit, NEUTRAL) if is_exact else credit
    return Answer(requirement, credit, outcome, held_sentence(requirement, skill, closeness, fresh), skill)


def held_sentence(requirement: Requirement, skill: ProfileSkill, closeness: Closeness, fresh: float) -> str:
    """Say what is held, and what keeps it from being what was asked."""
    held = skill.name if skill.years is None else f"{skill.name} {in_years(skill.years)}"
    asked = requirement.name if requirement.years is None else f"{requirement.name} {in_years(requirement.years)}"
    limits = []
    if closeness.kin is not Kin.EXACT:
        limits.append("adjacent" if closeness.kin is Kin.FAMILY else "carries over in part")
    if skill.polarity is Polarity.LIMITED:
        limits.append("limited experience")
    if fresh < 1.0:
        limits.append(f"last used {skill.last_used}")
    if skill.years is not None and requirement.years is not None and skill.years < requirement.years:
        limits.append("fewer years than asked")
    if not limits and skill.concept == requirement.concept:
        return f"{held}: held."
    return f"{asked} asked; {held}: {', '.join(limits) or 'held'}."


def denied_answer(requirement: Requirement, skill: ProfileSkill) -> Answer:
    """Say that the resume itself says no."""
    if skill.polarity is Polarity.EXPIRED:
        lapsed = "it has expired" if skill.category is Category.CERTIFICATION else "no longer done"
        return Answer(requirement, EXPIRED_CREDIT, Outcome.MISSING, f"{requirement.name} asked; {lapsed}.", skill)
    return Answer(requirement, 0.0, Outcome.MISSING, f"{requirement.name} asked; the resume says no.", skill)


def years_credit(asked: float | None, stated: float | None) -> float:
    """Return the share of the years asked; years that nobody asks for or states take nothing away."""
    if asked is None or stated is None or stated >= asked:
        return 1.0
    return SHORTEST_CREDIT + (1 - SHORTEST_CREDIT) * stated / asked


def freshness(last_used: int | None, reference_year: int | None) -> float:
    """Return how much of a skill is left since its last use; what stands under no dated job is taken as fresh."""
    if last_used is None or reference_year is None:
        return 1.0
    return max(FADED_FLOOR, 1.0 - FADING_PER_YEAR * max(0, reference_year - last_used - FRESH_YEARS))


def in_years(years: float) -> str:
    """Write a number of years as people say it."""
    if years < 1:
        return f"{round(years * 12)} months"
    return "1 year" if years == 1 else f"{years:g} years"
