"""Arranges the reasons of a match beside the resume they point into."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recruit.services.shapes import MatchView
from recruit.vocabulary.shapes import Category, Outcome, Reason, Requirement, ScorePart, SkillMention
from recruit.web.certificates import CertificateLines, certificate_lines, words_of
from recruit.web.highlight import Mark, MarkedText, Quote, mark_text, quote
from recruit.web.originals import OriginalPage, original_pages
from recruit.web.scores import ScoreBar, score_bar
from recruit.web.wording import OUTCOME_ICONS, OUTCOME_WORDS, said_to_candidate, used


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonRow:
    """One reason as it is shown: a mark, a sentence, the words behind it, and what it moved.

    ``parts`` are those of the person's certificate, in one line, and ``advice`` what to know of its standing.
    ``shown`` says how deep and how long the person was in it.
    """

    id: str
    outcome: Outcome
    sentence: str
    required: bool
    points: float
    shown: str
    quotes: tuple[Quote, ...]
    anchors: tuple[str, ...]
    parts: str = ""
    advice: tuple[str, ...] = ()

    @property
    def icon(self) -> str:
        """Return the name of the icon of its outcome."""
        return OUTCOME_ICONS[self.outcome]

    @property
    def word(self) -> str:
        """Return the word of its outcome, for those who do not see the mark."""
        return OUTCOME_WORDS[self.outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchPage:
    """A match ready to print.

    ``missing`` is what the resume says is not there, ``against`` what is there and does not suit the job.
    ``must_ask`` are required things the resume does not speak of, ``may_ask`` those that are only wished for.
    """

    bar: ScoreBar
    missing: tuple[ReasonRow, ...]
    against: tuple[ReasonRow, ...]
    must_ask: tuple[ReasonRow, ...]
    may_ask: tuple[ReasonRow, ...]
    counting: tuple[ReasonRow, ...]
    text: MarkedText
    pages: tuple[OriginalPage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A person's row in a list: what of the required things they have, and how many stand open."""

    met: tuple[str, ...]
    counts: tuple[tuple[Outcome, int], ...]


def glance(parts: Sequence[ScorePart], requirements: Sequence[Requirement]) -> Glance:
    """Sum up the required things: the met ones by name, the heaviest first, and a count of every outcome."""
    name_of = {requirement.concept: requirement.name for requirement in requirements}
    required = [reason for part in parts for reason in part.reasons if reason.required]
    heaviest = sorted(required, key=lambda reason: -reason.points)
    met = (name_of.get(reason.concept or "") for reason in heaviest if reason.outcome is Outcome.MET)
    counted = Counter(reason.outcome for reason in required)
    return Glance(
        met=tuple(dict.fromkeys(name for name in met if name)),
        counts=tuple((outcome, counted[outcome]) for outcome in Outcome if counted[outcome]),
    )


def match_page(match: MatchView, *, for_candidate: bool = False) -> MatchPage:
    """Sort the reasons of a match by what a person does with them; within each group the heaviest comes first."""
    text = mark_text(match.resume_text, marks_of(match.result.reasons, match.mentions), match.sections)
    rows = reason_rows(match.result.reasons, match.resume_text, text, match.mentions)
    if for_candidate:
        rows = [replace(row, sentence=said_to_candidate(row.sentence)) for row in rows]
    missing = [row for row in rows if row.outcome is Outcome.MISSING]
    unsaid = [row for row in rows if row.outcome is Outcome.NOT_STATED]
    return MatchPage(
        bar=score_bar(match.result.score, match.result.parts),
        missing=tuple(sorted(missing, key=lambda row: not row.required)),
        against=tuple(row for row in rows if row.outcome is Outcome.AGAINST),
        must_ask=tuple(row for row in unsaid if row.required),
        may_ask=tuple(row for row in unsaid if not row.required),
        counting=tuple(row for row in rows if row.outcome in {Outcome.MET, Outcome.ADJACENT}),
        text=text,
        pages=original_pages(match.original, text) if match.original else (),
    )


def reason_rows(
    reasons: Sequence[Reason], text: str, marked: MarkedText, mentions: Iterable[SkillMention]
) -> list[ReasonRow]:
    """Give each reason its id, the words it quotes, and the parts of the certificate it rests on."""
    rows = []
    lines = certificate_lines(reasons, mentions)
    nothing = CertificateLines()
    for number, reason in enumerate(reasons, start=1):
        quotes = different_quotes(quote(text, evidence) for evidence in reason.evidence)
        rows.append(
            ReasonRow(
                id=f"reason-{number}",
                outcome=reason.outcome,
                sentence=reason.sentence,
                required=reason.required,
                points=reason.points,
                shown=used(reason.depth, reason.worked_months, reason.is_current),
                quotes=quotes,
                anchors=tuple(marked.anchor(one.start) or "" for one in quotes),
                parts=lines.get(reason.concept or "", nothing).parts,
                advice=lines.get(reason.concept or "", nothing).advice,
            )
        )
    return rows


def different_quotes(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Leave out quotes that read like an earlier one: two words of one short line, or a line that stands twice."""
    first_of: dict[str, Quote] = {}
    for one in quotes:
        first_of.setdefault(one.before + one.words + one.after, one)
    return tuple(first_of.values())


def marks_of(reasons: Sequence[Reason], mentions: Sequence[SkillMention]) -> list[Mark]:
    """Mark what the resume says of its skills, and tie the words behind a reason to that reason."""
    category_of: dict[str, Category] = {mention.concept: mention.category for mention in mentions}
    from_mentions = [Mark(*words_of(mention), mention.category) for mention in mentions]
    from_reasons = [
        Mark(evidence.start, evidence.end, category_of.get(reason.concept or ""), f"reason-{number}")
        for number, reason in enumerate(reasons, start=1)
        for evidence in reason.evidence
    ]
    return from_mentions + from_reasons
