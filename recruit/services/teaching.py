"""What people's corrections teach: labelled examples, of those who agreed, without who they are.

A correction says of some words that they name a skill, or that they mean something else; that somebody does not
have a skill says nothing of its words. With the line they stand in that is an example for whoever trains the model
of ambiguous words; nothing is trained before somebody says so on the machine.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from recruit.db import audit, candidates, jobs
from recruit.db.audit import Consent
from recruit.db.base import utc_now
from recruit.db.candidates import CandidateProfileVersion, Resume
from recruit.documents.contents.dates import dates_in
from recruit.documents.contents.states import STATE
from recruit.matching import extract
from recruit.matching.personal import REACHED_BY, Span, occurrences, personal_spans
from recruit.matching.profile import work_words
from recruit.matching.senses import REACH
from recruit.services import consents
from recruit.services.access import own_record
from recruit.services.house import House
from recruit.services.records import record
from recruit.services.shapes import Actor
from recruit.vocabulary.shapes import Correction, Kind, Polarity, Position, SkillMention

#: Who says one of these of a skill that was read says that its words name it.
CONFIRMS = frozenset({Polarity.HELD, Polarity.LIMITED, Polarity.EXPIRED, Polarity.REQUIRED, Polarity.PREFERRED})

MASK = "\N{HORIZONTAL ELLIPSIS}"
MASKED = "\0"
MASKED_RUN = re.compile(rf"{MASKED}(?:[\s,;:|.()\u2010-\u2015-]*{MASKED})*")
#: "Edmonton AB": written without a comma it is a town to whoever wants nothing of it.
TOWN_AND_STATE = re.compile(rf"(?<!\w)[A-Z][a-z.'\u2019-]+(?: [A-Z][a-z.'\u2019-]+)?,? (?:{STATE})\b")
SHORTEST_NAME = 3
BULLETS = " \t-*\u00b7\u2022\u2013"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledExample:
    """Some words, whether they name what was read from them, and what is kept of the line they stand in."""

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
            examples += examples_by(session, candidate_id)
        for posting in jobs.corrected_postings(session):
            # What was read from a posting is not kept beside its profile.
            mentions = extract(posting.description, Kind.JOB)
            reached_by = [
                match.span() for pattern in REACHED_BY for match in pattern.finditer(posting.description)
            ]
            examples += examples_of(
                posting.description, Kind.JOB, mentions, posting.corrections, masked=reached_by
            )
    return list(dict.fromkeys(examples))


def my_examples(house: House, actor: Actor | None) -> list[LabelledExample]:
    """Return what the actor's own corrections teach, or would if they agreed; each once."""
    with house.sessions() as session:
        return list(dict.fromkeys(examples_by(session, own_record(actor))))


def examples_by(session: Session, candidate_id: int) -> list[LabelledExample]:
    """Make the examples of what one person corrected of the resume that counts."""
    version = candidates.current_version_of(session, candidate_id)
    if version is None or not any(map(teaches, version.corrections)):
        return []
    resume = candidates.resume_of_version(session, version)
    return examples_of_resume(resume, version)


def examples_of_resume(resume: Resume, version: CandidateProfileVersion) -> list[LabelledExample]:
    """Make the examples of one resume, without anything that tells whose it is."""
    text = resume.text or ""
    personal = personal_spans(text, work_words().__contains__)
    known = [(one.start, one.end) for one in (resume.contact.evidence if resume.contact else ())]
    name = resume.contact.name.text if resume.contact and resume.contact.name else ""
    # What stands in a name or an address is no word of the work, and not to be shown at all.
    mentions = [
        mention
        for mention in version.mentions
        if not any(start < mention.end and mention.start < end for start, end in [*personal, *known])
    ]
    masked = [*personal, *known, *spans_of_life(text, resume.positions or (), name)]
    return list(examples_of(text, Kind.RESUME, mentions, version.corrections, masked=masked))


def spans_of_life(text: str, positions: Iterable[Position], name: str) -> Iterator[Span]:
    """Find where a resume says when, where and for whom somebody worked, and again the words of their name."""
    yield from ((dates.start, dates.end) for dates in dates_in(text))
    yield from (match.span() for match in TOWN_AND_STATE.finditer(text))
    lower = text.lower()
    for word in (word.lower() for word in name.split() if len(word) >= SHORTEST_NAME):
        yield from occurrences(word, lower)
    for job in positions:
        if job.employer is not None:
            yield from occurrences(text[job.employer.start : job.employer.end].lower(), lower)
        for one in filter(None, (job.employer, job.dates)):
            # Of the head of a job only its title is of the work: what else stands there are places and names.
            start, end = line_around(text, one.start, one.end)
            title = (job.title.start, job.title.end) if job.title is not None else (end, end)
            yield from ((start, min(max(start, title[0]), end)), (min(max(start, title[1]), end), end))


def teaches(correction: Correction) -> bool:
    """Tell whether a correction says something of the words, and not of the person alone."""
    return correction.means_other if correction.removed else correction.polarity in CONFIRMS


def examples_of(
    text: str,
    kind: Kind,
    mentions: Iterable[SkillMention],
    corrections: Iterable[Correction],
    *,
    masked: Iterable[Span] = (),
) -> Iterator[LabelledExample]:
    """Make an example of every mention of a concept whose correction teaches; what is ``masked`` is left out."""
    is_skill = {one.concept: not one.removed for one in corrections if teaches(one)}
    hidden = list(masked)
    for mention in mentions:
        if mention.concept in is_skill and text[mention.start : mention.end] == mention.text:
            yield LabelledExample(
                words=mention.text,
                is_skill=is_skill[mention.concept],
                kind=kind,
                text=needed_of_line(text, (mention.start, mention.end), hidden),
            )


def needed_of_line(text: str, words: Span, hidden: Iterable[Span]) -> str:
    """Return some words with those near them in their line, as far as the model looks, less what is hidden."""
    first, last = line_around(text, *words)
    signs = list(text[first:last])
    for start, end in hidden:
        for place in range(max(start, first), min(end, last)):
            if not words[0] <= place < words[1]:
                signs[place - first] = MASKED
    before, own, behind = (
        MASKED_RUN.sub(MASK, "".join(signs[start:end]))
        for start, end in ((0, words[0] - first), (words[0] - first, words[1] - first), (words[1] - first, None))
    )
    near = (
        " ".join(before.lstrip(BULLETS).split(" ")[-REACH - 1 :]),
        own,
        " ".join(behind.split(" ")[: REACH + 1]),
    )
    return " ".join("".join(near).split())


def line_around(text: str, start: int, end: int) -> Span:
    """Return the span of the line, or lines, that a span stands in."""
    last = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last
