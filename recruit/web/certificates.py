"""The parts of certificates in a line each, with what to know of their standing, for chips and reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from recruit.vocabulary.credentials import advice_on, credential_line, tells_standing
from recruit.vocabulary.shapes import Evidence, SkillMention

#: One certificate of a kind is usual, and three of them fill a chip.
LINES_SHOWN = 3


class ReadFromWords(Protocol):
    """What says which words it was read from: a skill, a requirement, a reason."""

    @property
    def concept(self) -> str | None:
        """Return the id of what it is about."""

    @property
    def evidence(self) -> Sequence[Evidence]:
        """Return the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLines:
    """The parts of one or more certificates of a kind, what a reader should know or ask, and all their words.

    ``tells_standing`` where the line says that it is not simply held.
    """

    parts: str = ""
    advice: tuple[str, ...] = ()
    words: tuple[Evidence, ...] = ()
    tells_standing: bool = False


def certificate_lines(
    rows: Iterable[ReadFromWords], mentions: Iterable[SkillMention]
) -> Mapping[str, CertificateLines]:
    """Find what the mentions behind some rows say of certificates, by concept; what is said twice stands once."""
    certificates = {mention.start: mention for mention in mentions if mention.credential is not None}
    if not certificates:
        return {}
    found: dict[str, CertificateLines] = {}
    for row in rows:
        behind = [certificates[one.start] for one in row.evidence if one.start in certificates]
        own = [mention for mention in behind if mention.concept == row.concept]
        if own and row.concept:
            found[row.concept] = lines_of(own)
    return found


def lines_of(mentions: Iterable[SkillMention]) -> CertificateLines:
    """Put the certificates of one kind into words."""
    known = [(mention, mention.credential) for mention in mentions if mention.credential is not None]
    held = [(mention.concept, credential) for mention, credential in known]
    parts = dict.fromkeys(credential_line(credential, beside=mention.name) for mention, credential in known)
    advice = dict.fromkeys(sentence for concept, one in held for sentence in advice_on(concept, one))
    return CertificateLines(
        parts="; ".join(list(filter(None, parts))[:LINES_SHOWN]),
        advice=tuple(advice),
        words=tuple(credential.evidence for _, credential in held),
        tells_standing=any(tells_standing(credential) for _, credential in held),
    )


def words_of(mention: SkillMention) -> tuple[int, int]:
    """Return the span of everything a mention was read from: of a certificate that is more than its name."""
    found = mention.credential.evidence if mention.credential else mention
    return found.start, found.end
