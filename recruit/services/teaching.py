"""What people's corrections teach: labelled examples, of those who agreed, without who they are.

A correction says of some words that they name a skill, or that they do not. With the lines around it that is an
example for whoever trains the model of ambiguous words; nothing is trained before somebody says so on the machine.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recruit.db import audit, candidates, jobs
from recruit.db.audit import Consent
from recruit.db.base import utc_now
from recruit.matching import extract
from recruit.matching.personal import without_personal
from recruit.matching.profile import work_words
from recruit.services import consents
from recruit.services.access import own_record
from recruit.services.house import House
from recruit.services.records import record
from recruit.services.shapes import Actor
from recruit.vocabulary.shapes import Correction, Kind, SkillMention

#: Lines before and behind that stand with the words.
LINES_AROUND = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledExample:
    """Some words, whether they name what was read from them, and the lines they stand in."""

    words: str
    is_skill: bool
    kind: Kind
    text: str


def has_agreed(house: House, actor: Actor | None) -> bool:
    """Tell whether the actor lets their corrections teach."""
    wording = consents.worded(consents.TEACHING)
    with house.sessions() as session:
        return audit.standing_consent(session, own_record(actor), consents.TEACHING, wording) is not None


def agree(house: House, actor: Actor | None, *, agreed: bool) -> None:
    """Keep that the actor lets their corrections teach, or withdraws it; saying it twice changes nothing."""
    candidate_id = own_record(actor)
    wording = consents.worded(consents.TEACHING)
    with house.sessions.begin() as session:
        candidates.lock_profile(session, candidate_id)
        standing = audit.standing_consent(session, candidate_id, consents.TEACHING, wording)
        if (standing is not None) is agreed:
            return
        if standing is None:
            session.add(Consent(candidate_id=candidate_id, purpose=consents.TEACHING, wording=wording))
        else:
            standing.withdrawn_at = utc_now()
        record(session, actor, "agree_to_teach" if agreed else "withdraw_teaching", "candidate", candidate_id)


def labelled_examples(house: House) -> list[LabelledExample]:
    """Return the examples of everybody who agreed now, and of postings, which are public; each once.

    Only for commands on the machine itself.
    """
    wording = consents.worded(consents.TEACHING)
    examples: list[LabelledExample] = []
    with house.sessions() as session:
        for candidate_id in audit.candidates_who_agreed(session, consents.TEACHING, wording):
            version = candidates.current_version_of(session, candidate_id)
            if version is None or not version.corrections:
                continue
            resume = candidates.resume_of_version(session, version)
            text = without_personal(resume.text or "", work_words().__contains__)
            examples += examples_of(text, Kind.RESUME, version.mentions, version.corrections)
        for posting in jobs.corrected_postings(session):
            # What was read from a posting is not kept beside its profile.
            mentions = extract(posting.description, Kind.JOB)
            examples += examples_of(posting.description, Kind.JOB, mentions, posting.corrections)
    return list(dict.fromkeys(examples))


def examples_of(
    text: str, kind: Kind, mentions: Iterable[SkillMention], corrections: Iterable[Correction]
) -> Iterator[LabelledExample]:
    """Make an example of every mention of a concept that was corrected."""
    removed = {correction.concept: correction.removed for correction in corrections}
    for mention in mentions:
        if mention.concept in removed and text[mention.start : mention.end] == mention.text:
            yield LabelledExample(
                words=mention.text,
                is_skill=not removed[mention.concept],
                kind=kind,
                text=lines_around(text, mention.start, mention.end),
            )


def lines_around(text: str, start: int, end: int) -> str:
    """Return the lines of some words, with those before and behind."""
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    lines = text.split("\n")[max(0, first - LINES_AROUND) : last + 1 + LINES_AROUND]
    return "\n".join(" ".join(line.split()) for line in lines).strip()
