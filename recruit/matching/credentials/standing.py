"""How a text stands to a certificate: held, run out, in progress, only a course, or ready to be tested for."""

import re
from datetime import date

from recruit.matching.credentials.bundles import HEAD, Bundle, kinds_of
from recruit.matching.reading import Reading
from recruit.vocabulary.shapes import CredentialStatus, Kind, Polarity

#: A course is the very thing that these certify.
COURSES = frozenset({"safety-credential", "machine-vendor-training", "tooling-u", "cmm-software-certificate"})
BEFORE_WORDS: tuple[tuple[CredentialStatus, re.Pattern[str]], ...] = (
    (
        CredentialStatus.CAN_TEST,
        re.compile(
            r"(?:can|could|able to|ability to|ready to|willing to|will|prepared to)"
            r" (?:pass|test|weld|certify|qualify)"
            r"(?: (?:to|for|out|on|in|an?|the|any|your))*$"
        ),
    ),
    (
        CredentialStatus.IN_PROGRESS,
        re.compile(
            r"(?:pursuing|working (?:on|towards?)|studying(?: for)?|preparing for|enrolled in|scheduled for"
            r"|sitting for|candidate for|testing for)(?: (?:my|a|an|the|for|next))*$"
        ),
    ),
)
AFTER_WORDS: tuple[tuple[CredentialStatus, re.Pattern[str]], ...] = (
    (
        CredentialStatus.IN_PROGRESS,
        re.compile(
            r"[\s,(:-]*(?:exam |test |certification |certificate )?"
            r"(?:in progress|in process|pending|underway|scheduled"
            r"|(?:anticipated|expected)(?! to)|candidate(?!\w)|trainee(?!\w))"
        ),
    ),
    (
        CredentialStatus.CAN_TEST,
        re.compile(r"[\s,(:-]*(?:can|able to|ready to|willing to|will) (?:pass|test|certify|qualify)"),
    ),
    (
        CredentialStatus.COURSE_ONLY,
        re.compile(
            r"[\s,(:-]*(?:(?:\d|one|two|three)[ -]?(?:day|hour|week)s? )?"
            r"(?:prep(?:aration)? ?|review |training |certification )?"
            r"(?:course(?:s|work)?|class(?:es)?|seminar|workshop|boot ?camp)(?!\w)(?! [ai](?!\w))"
        ),
    ),
)
NO_LONGER = re.compile(
    r"[\s,();-]*(?:but |now |it |has |have |since |is )*(?:no longer|not) "
    r"(?:current(?:ly)?|valid|active|in force)(?!\w)"
    r"|[\s,();-]*(?:but |now |it |has |have |since )+(?:lapsed|expired|run out)(?!\w)"
)
BY_POLARITY = {
    Polarity.HELD: CredentialStatus.HELD,
    Polarity.LIMITED: CredentialStatus.LIMITED,
    Polarity.ABSENT: CredentialStatus.ABSENT,
    Polarity.EXPIRED: CredentialStatus.EXPIRED,
    Polarity.REQUIRED: CredentialStatus.REQUIRED,
    Polarity.PREFERRED: CredentialStatus.PREFERRED,
    Polarity.EXCLUDED: CredentialStatus.EXCLUDED,
}
#: What is less than held, once the words around a certificate say so.
LESS_THAN_HELD = {
    CredentialStatus.EXPIRED: Polarity.EXPIRED,
    CredentialStatus.IN_PROGRESS: Polarity.LIMITED,
    CredentialStatus.COURSE_ONLY: Polarity.LIMITED,
    CredentialStatus.CAN_TEST: Polarity.LIMITED,
}


def status_of(reading: Reading, bundle: Bundle) -> CredentialStatus:
    """How the text stands to a certificate, by its words and by the day for which it is read."""
    draft = bundle.draft
    status = BY_POLARITY[draft.polarity]
    if reading.kind is Kind.JOB or draft.polarity in {Polarity.EXPIRED, Polarity.ABSENT}:
        return status
    expires = bundle.found.get("expires")
    if expires and reading.on and is_past(expires, reading.on):
        return CredentialStatus.EXPIRED
    clause_start, _ = reading.clauses.span(bundle.start)
    place = max(clause_start, bundle.start - HEAD)
    before = reading.lower[place : bundle.start].rstrip()
    for said, pattern in BEFORE_WORDS:
        match = pattern.search(before)
        if match:
            bundle.start = place + match.start()
            return said
    for said, pattern in AFTER_WORDS:
        is_course = said is CredentialStatus.COURSE_ONLY
        if is_course and COURSES & kinds_of(draft.concept):
            continue
        match = pattern.match(reading.lower, draft.end, max(bundle.limit, draft.end))
        if match:
            bundle.reached = max(bundle.reached, match.end())
            return said
    match = NO_LONGER.match(reading.lower, bundle.reached, bundle.reached + HEAD)
    if match:
        bundle.reached = match.end()
        return CredentialStatus.EXPIRED
    if status is CredentialStatus.LIMITED and draft.section == "coursework":
        return CredentialStatus.COURSE_ONLY
    return status


def is_past(day: str, on: date) -> bool:
    """Whether an ISO month or year was over on a day."""
    year, _, month = day.partition("-")
    return (int(year), int(month or 12)) < (on.year, on.month)
