"""The parts of certificates in a line each, with what to know of their standing, for chips and reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from recruit.vocabulary.credentials import advice_on, credential_line
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
    """The parts of one or more certificates of a kind, and what a reader should know or ask."""

    parts: str = ""
    advice: tuple[str, ...] = ()


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
    parts: dict[str, None] = {}
    advice: dict[str, None] = {}
    for mention in mentions:
        if mention.credential is not None:
            parts[credential_line(mention.credential)] = None
            advice.update(dict.fromkeys(advice_on(mention.concept, mention.credential)))
    return CertificateLines(parts="; ".join(list(filter(None, parts))[:LINES_SHOWN]), advice=tuple(advice))
