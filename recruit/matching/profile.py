"""Builds the profiles that are compared: what a text says of the work, and nothing it says of the person.

Mentions come from ``extract``; corrections, which people make afterwards, win over what was read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from recruit.documents.contents.sections import sections
from recruit.documents.contents.stated_years import stated_years
from recruit.errors import InvalidInput, UnreadableDocument
from recruit.matching.employment import latest_year, stints_of
from recruit.matching.experience import trade_experience, wanted_occupation
from recruit.matching.joining import JOB_STRENGTH, STRENGTH, concept_counts, requirements_of, skills_of
from recruit.matching.occupations import load_occupation_map
from recruit.matching.personal import without_personal
from recruit.matching.stuffing import posting_lines
from recruit.matching.terms import CONCEPT_MARK, TermModel, load_term_model, strongest, words_of
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import (
    CandidateProfile,
    Category,
    Correction,
    JobProfile,
    Kind,
    Polarity,
    ProfileSkill,
    Requirement,
    SkillMention,
)

Profile = TypeVar("Profile", CandidateProfile, JobProfile)

#: Parts of a posting that are facts or constraints, never query terms.
NOT_WORK = frozenset({"schedule", "pay", "benefits", "company", "eeo", "physical"})

#: What these are called is often the family name of who first made them.
NAMED_AFTER_MAKERS = frozenset({Category.CONTROL, Category.MACHINE, Category.SOFTWARE, Category.METROLOGY})


def build_candidate_profile(
    text: str, mentions: Sequence[SkillMention], *, on: date | None = None
) -> CandidateProfile:
    """Read a person's profile from their resume and what was extracted from it.

    Parameters
    ----------
    text : str
        The resume.
    mentions : sequence of SkillMention
        What ``extract(text, Kind.RESUME)`` found.
    on : date or None, default None
        The day "present" stands for. None takes the latest year among the dates of jobs, or the year the model was
        fitted in where that is later.

    Returns
    -------
    CandidateProfile
        Without name, contact, age, school or place.

    Raises
    ------
    UnreadableDocument
        If the text holds no letters: nothing is ever scored that could not be read.
    """
    refuse_without_letters(text)
    model, occupations = load_term_model(), load_occupation_map()
    work = with_spaces(without_personal(text, work_words().__contains__), posting_lines(text))
    reference_year = on.year if on else max(latest_year(work) or 0, model.reference_year)
    stints = stints_of(work, reference_year=reference_year)
    # A year can look like an alloy ("2024").
    dated = {place for stint in stints for place in range(*stint.dates)}
    readable = [
        mention
        for mention in mentions
        if mention.start not in dated and work[mention.start : mention.end] == mention.text
    ]
    career = trade_experience(work, readable, stints, occupations, reference_year=reference_year)
    skills = skills_of(readable, stints, reference_year)
    said = blanked(work, [m for m in readable if m.polarity in {Polarity.ABSENT, Polarity.EXPIRED}])
    return CandidateProfile(
        skills=skills,
        onetsoc_codes=career.onetsoc_codes,
        level=career.level,
        level_evidence=career.level_evidence,
        experience_years=career.years,
        experience_evidence=career.years_evidence,
        other_field=career.other_field,
        other_field_evidence=career.other_field_evidence,
        last_worked=career.last_worked,
        reference_year=reference_year,
        terms=strongest([word_terms(said, model), concept_counts(skills)]),
    )


def build_job_profile(text: str, mentions: Sequence[SkillMention], *, title: str = "") -> JobProfile:
    """Read what a posting asks for from its text and what was extracted from it.

    Parameters
    ----------
    text : str
        The posting.
    mentions : sequence of SkillMention
        What ``extract(text, Kind.JOB)`` found.
    title : str, default ""
        The posting's title, where it has one of its own. Without one, the first lines are taken for it.

    Returns
    -------
    JobProfile
        Without employer, place, pay and hours.

    Raises
    ------
    UnreadableDocument
        If the text holds no letters.
    """
    refuse_without_letters(text)
    model, occupations = load_term_model(), load_occupation_map()
    work = text_of_work(text)
    title_end = 0 if title else work.find("\n", len(work) - len(work.lstrip()))
    requirements = requirements_of(mentions, title_end=title_end)
    said = blanked(work, [mention for mention in mentions if mention.polarity is Polarity.EXCLUDED])
    wanted = wanted_occupation(title, work, occupations)
    years = [found.years for found in stated_years(work)]
    return JobProfile(
        requirements=requirements,
        onetsoc_codes=wanted.onetsoc_codes,
        level=wanted.level,
        experience_years=max(years, default=None),
        terms=strongest([word_terms(f"{title}\n{said}", model), concept_counts(requirements)]),
    )


def with_corrections(profile: Profile, corrections: Iterable[Correction]) -> Profile:
    """Put what a person corrected over what was read.

    Parameters
    ----------
    profile : CandidateProfile or JobProfile
        As it was built from the text.
    corrections : iterable of Correction
        Of one concept the last one counts.

    Returns
    -------
    CandidateProfile or JobProfile
        With the corrected skills or requirements, marked as such, and terms to match.

    Raises
    ------
    InvalidInput
        If a concept is not in the vocabulary, or a polarity does not belong to this side.
    """
    last = {correction.concept: correction for correction in corrections}
    if isinstance(profile, CandidateProfile):
        skills = corrected(profile.skills, last, ProfileSkill, frozenset(STRENGTH))
        return replace(profile, skills=skills, terms=terms_with(profile.terms, skills))
    requirements = corrected(profile.requirements, last, Requirement, frozenset(JOB_STRENGTH))
    return replace(profile, requirements=requirements, terms=terms_with(profile.terms, requirements))


Row = TypeVar("Row", ProfileSkill, Requirement)


def corrected(
    rows: Sequence[Row], last: dict[str, Correction], shape: type[Row], polarities: frozenset[Polarity]
) -> tuple[Row, ...]:
    """Change, take out and add rows as corrected."""
    for said in last.values():
        if said.polarity not in polarities and not said.removed:
            known = ", ".join(sorted(polarities))
            raise InvalidInput(f"{said.polarity} is not something to say here. Use one of {known}.")
    result: list[Row] = []
    for row in rows:
        correction = last.get(row.concept)
        if correction is None:
            result.append(row)
        elif not correction.removed:
            result.append(replace(row, polarity=correction.polarity, years=correction.years, corrected=True))
    there = {row.concept for row in rows}
    new = [row for row in last.values() if row.concept not in there and not row.removed]
    return tuple(result + [added_row(correction, shape) for correction in new])


def added_row(correction: Correction, shape: type[Row]) -> Row:
    """Make a row of a concept that was not read."""
    concept = load_vocabulary().concepts.get(correction.concept)
    if concept is None:
        raise InvalidInput(
            f"There is no skill {correction.concept!r} in the vocabulary. Choose one from the list."
        )
    return shape(
        concept=concept.id,
        name=concept.name,
        category=concept.category,
        polarity=correction.polarity,
        years=correction.years,
        corrected=True,
    )


@lru_cache(maxsize=1)
def work_words() -> frozenset[str]:
    """Return the words that are no part of a name: terms, and words of titles that no maker is called by."""
    makers = {
        word
        for concept in load_vocabulary().concepts.values()
        if concept.category in NAMED_AFTER_MAKERS
        for name in (concept.name, *concept.aliases)
        for word in words_of(name)
    }
    return frozenset(load_term_model().column_by_term) | (load_occupation_map().words - makers)


def text_of_work(text: str) -> str:
    """Blank the parts of a posting that are about pay, hours, place and the employer."""
    signs = list(text)
    for part in sections(text, Kind.JOB):
        if part.name in NOT_WORK:
            signs[part.start : part.end] = [sign if sign == "\n" else " " for sign in signs[part.start : part.end]]
    return "".join(signs)


def blanked(text: str, mentions: Iterable[SkillMention]) -> str:
    """Blank what a text says is not so, that its words do not count as if it were."""
    return with_spaces(text, [(mention.start, mention.end) for mention in mentions])


def with_spaces(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put spaces in place of some spans."""
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def word_terms(text: str, model: TermModel) -> dict[str, float]:
    """Take the words of a text that are terms, each once."""
    return dict.fromkeys(model.column_by_term.keys() & words_of(text), 1.0)


def terms_with(terms: Any, rows: Iterable[ProfileSkill | Requirement]) -> dict[str, float]:
    """Put the concepts of corrected rows in place of those that were read; the words stay."""
    words = {term: n for term, n in terms.items() if not term.startswith(CONCEPT_MARK)}
    return strongest([words, concept_counts(rows)])


def refuse_without_letters(text: str) -> None:
    """Refuse to build a profile of nothing."""
    if not any(sign.isalpha() for sign in text):
        raise UnreadableDocument(
            "no_text", "This text holds no letters. Upload a file whose text can be selected."
        )
