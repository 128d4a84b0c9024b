"""What a resume says without showing it: skills listed under no job, lists that stand twice, words of a posting.

It is said to the person, who can mend it, and to the recruiter, who can ask. The lines of a posting are not read
as what somebody did, so that copying them earns nothing; nothing else of it moves a score.
"""

import re
from collections.abc import Sequence

from recruit.vocabulary.shapes import Category, Finding, Polarity, SkillMention

#: A list of skills is good to read; so many of them shown nowhere is something to ask about. Trade judgement.
MANY_SKILLS = 25
LISTED_SHARE = 0.7
#: Parts of a resume that list, and those that tell.
LISTS = frozenset({"skills", "keywords", "summary"})
TELLS = frozenset({"experience", "military"})
#: Of so many skills in the same order one list is known to be another's copy.
REPEATED_RUN = 8
#: What nobody says of themselves.
POSTING_PHRASES = re.compile(
    r"(?:the |our )?(?:ideal|successful|selected) (?:candidate|applicant)s?\b|we are (?:looking|searching) for"
    r"|we are seeking|(?:must|should) (?:have|possess|be able to)\b"
    r"|(?:candidate|applicant)s? (?:must|should|will)\b"
    r"|equal opportunity employer|what you(?:'ll| will) (?:do|bring|need)|you will be responsible"
    r"|other duties as assigned|competitive (?:pay|salary|wages|benefits)|minimum (?:qualifications|requirements)"
    r"|preferred qualifications|\b(?:is|are) (?:required|a plus|preferred)\b|apply (?:now|today|online)"
)
MOST_PHRASES = 2
#: Words in a row that stand in both texts; fewer are names and figures of speech.
COPIED_RUN = 10
COPIED_WORDS = 30
WORD = re.compile(r"[\w'./+#-]*\w")


def writing_findings(text: str, mentions: Sequence[SkillMention]) -> tuple[Finding, ...]:
    """Say what a resume lists without showing it.

    Parameters
    ----------
    text : str
        The resume.
    mentions : sequence of SkillMention
        What ``extract`` found in it, in reading order.

    Returns
    -------
    tuple of Finding
        Codes ``listed_only``, ``repeated_list``, ``reads_as_posting``; empty for most resumes.

    Examples
    --------
    >>> writing_findings("Set up Haas mills since 2012.", [])
    ()
    """
    found = (listed_only(mentions), repeated_list(mentions), reads_as_posting(text))
    return tuple(finding for finding in found if finding is not None)


def listed_only(mentions: Sequence[SkillMention]) -> Finding | None:
    """Most of many skills stand in lists and under no job."""
    held = [
        mention
        for mention in mentions
        if mention.polarity in {Polarity.HELD, Polarity.LIMITED} and mention.category is not Category.CERTIFICATION
    ]
    told = {mention.concept for mention in held if mention.section not in LISTS}
    listed = {mention.concept for mention in held if mention.section in LISTS} - told
    has_jobs = any(mention.section in TELLS for mention in mentions)
    if not has_jobs or len(listed) < MANY_SKILLS or len(listed) < LISTED_SHARE * len(listed | told):
        return None
    return Finding(
        code="listed_only",
        hint=f"{len(listed)} skills stand in a list and under none of the jobs. Say at which job each was used: "
        "what was made, on which machine, to which tolerance.",
    )


def repeated_list(mentions: Sequence[SkillMention]) -> Finding | None:
    """The same skills in the same order twice."""
    concepts = [mention.concept for mention in mentions]
    seen: dict[tuple[str, ...], int] = {}
    for place in range(len(concepts) - REPEATED_RUN + 1):
        run = tuple(concepts[place : place + REPEATED_RUN])
        if len(set(run)) < REPEATED_RUN:
            continue
        if place - seen.setdefault(run, place) >= REPEATED_RUN:
            return Finding(
                code="repeated_list",
                hint="The same list of skills stands in it twice. Once is enough: it counts once.",
            )
    return None


def posting_lines(text: str) -> list[tuple[int, int]]:
    r"""Find the lines of a resume that an employer wrote.

    Parameters
    ----------
    text : str
        The resume.

    Returns
    -------
    list of tuple of int and int
        Half-open spans of lines with what nobody says of themselves; empty where that is said but once or twice.

    Examples
    --------
    >>> text = "Ran mills.\nMust have TIG.\nWhat you will need: a van.\nOther duties as assigned."
    >>> [text[start:end] for start, end in posting_lines(text)]
    ['Must have TIG.', 'What you will need: a van.', 'Other duties as assigned.']
    >>> posting_lines("Must have TIG.")
    []
    """
    found = list(POSTING_PHRASES.finditer(text.lower()))
    if len({match[0] for match in found}) <= MOST_PHRASES:
        return []
    starts = (text.rfind("\n", 0, match.start()) + 1 for match in found)
    return [(start, len(text) if (end := text.find("\n", start)) < 0 else end) for start in dict.fromkeys(starts)]


def reads_as_posting(text: str) -> Finding | None:
    """Sentences that employers write."""
    phrases = {match[0] for match in POSTING_PHRASES.finditer(text.lower())}
    if len(phrases) <= MOST_PHRASES:
        return None
    said = ", ".join(f"\u201c{phrase}\u201d" for phrase in sorted(phrases)[: MOST_PHRASES + 1])
    return Finding(
        code="reads_as_posting",
        hint=f"Parts of it read like a job posting ({said}). Say in your own words what you did.",
    )


def copied_from(posting: str, resume: str) -> Finding | None:
    """Say that a resume repeats a posting word for word.

    Parameters
    ----------
    posting, resume : str
        Their texts.

    Returns
    -------
    Finding or None
        Code ``copied_posting``; None where fewer than 30 words stand in runs of ten and more that both have.

    Examples
    --------
    >>> copied_from("Set up Haas mills.", "Set up Haas mills since 2012.") is None
    True
    """
    wanted = WORD.findall(posting.lower())
    runs = {tuple(wanted[place : place + COPIED_RUN]) for place in range(len(wanted) - COPIED_RUN + 1)}
    words = WORD.findall(resume.lower())
    copied: set[int] = set()
    for place in range(len(words) - COPIED_RUN + 1):
        if tuple(words[place : place + COPIED_RUN]) in runs:
            copied.update(range(place, place + COPIED_RUN))
    if len(copied) < COPIED_WORDS:
        return None
    return Finding(
        code="copied_posting",
        hint=f"{len(copied)} words of it stand word for word in this posting. Ask where each was done.",
    )
