"""Measures the extractor on labelled texts, two plain ones with the same names beside it in the same run."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recruit.matching.extraction_baselines import PhraseMatching, SubstringSearch
from recruit.matching.labelled import labels, read_rows
from recruit.matching.measures import Agreement
from recruit.matching.skills import extract, lexicon
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import Category, Kind, Polarity, SkillMention

Extractor = Callable[[str, Kind], Sequence[SkillMention]]
Span = tuple[int, int]

#: Overlap, as a share of the longer span, from which a prediction counts as found in the lenient figure.
LENIENT_OVERLAP = 0.5
#: How far a number of years may be from the label's: labels of months are rounded.
YEARS_APART = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryFigures:
    """Agreement on mentions of one category, or of all where ``category`` is None."""

    category: Category | None
    exact: Agreement
    lenient: Agreement


@dataclass(frozen=True, slots=True)
class Share:
    """How often something was right, of those it could be said of."""

    right: int
    of: int

    @property
    def accuracy(self) -> float:
        """The share that is right; 0 where there was nothing to say."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractorFigures:
    """How one extractor did on one file.

    ``polarity`` is of the leniently found mentions. ``concept`` is of those whose label the vocabulary knows:
    the same concept, or one above it. ``years`` is of those to which the label or the extractor tied a number.
    """

    name: str
    categories: tuple[CategoryFigures, ...]
    micro: CategoryFigures
    polarity: Share
    concept: Share
    years: Share
    traps: int
    trap_hits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionReport:
    """How well the mentions of one file of labelled texts were found: our extractor first, plain ones after."""

    name: str
    n_texts: int
    extractors: tuple[ExtractorFigures, ...]


def evaluate_extraction(folder: Path) -> tuple[ExtractionReport, ...]:
    """Extract from every labelled text of a folder and count agreement.

    Parameters
    ----------
    folder : Path
        Holds any of ``extraction*.jsonl``, ``resumes.jsonl`` and ``jobs.jsonl``. A row has ``text``, and at its
        top or under ``truth``: ``mentions`` (start, end, category, polarity, and where known concept and years),
        ``traps`` (start, end) and ``ignore`` (pairs of start and end).

    Returns
    -------
    tuple of ExtractionReport
        One for each file that has labels; empty when there is none.

    Raises
    ------
    InvalidDocumentSet
        If a file is not as described; the message names file and line.
    """
    reports = []
    extractors: dict[str, Extractor] | None = None
    for path in sorted([*folder.glob("extraction*.jsonl"), folder / "resumes.jsonl", folder / "jobs.jsonl"]):
        if not path.exists():
            continue
        labelled = [row for row in read_rows(path, needs=("text",)) if "mentions" in labels(row)]
        if labelled:
            default = Kind.RESUME if path.stem == "resumes" else Kind.JOB
            extractors = extractors or extractors_to_compare()
            figures = tuple(measured(name, one, labelled, default) for name, one in extractors.items())
            reports.append(ExtractionReport(name=path.name, n_texts=len(labelled), extractors=figures))
    return tuple(reports)


def extractors_to_compare() -> dict[str, Extractor]:
    """Ours, and what anybody could run with the same names."""
    vocabulary = load_vocabulary()
    return {
        "recruit": lambda text, kind: extract(text, kind=kind),
        "PhraseMatcher": PhraseMatching(vocabulary),
        "substrings": SubstringSearch(vocabulary),
    }


def measured(
    name: str, extractor: Extractor, rows: Sequence[Mapping[str, Any]], default: Kind
) -> ExtractorFigures:
    """Run one extractor over the rows of one file and count."""
    counts: Counter[tuple[str, Category]] = Counter()
    totals: Counter[str] = Counter()
    for row in rows:
        # A row of matching data uses "kind" for something else than which side the text is written from.
        kind = Kind(row["kind"]) if row.get("kind") in set(Kind) else default
        count_row(labels(row), extractor(row["text"], kind), counts, totals)
    return ExtractorFigures(
        name=name,
        categories=tuple(category_figures(counts, category) for category in Category),
        micro=category_figures(counts, None),
        polarity=Share(totals["polarity_right"], totals["found"]),
        concept=Share(totals["concept_right"], totals["concept_known"]),
        years=Share(totals["years_right"], totals["years_tied"]),
        traps=totals["traps"],
        trap_hits=totals["trap_hits"],
    )


def category_figures(counts: Mapping[tuple[str, Category], int], category: Category | None) -> CategoryFigures:
    """Agreement on one category, or on all."""
    categories = list(Category) if category is None else [category]
    return CategoryFigures(
        category=category,
        exact=agreement(counts, "exact", categories),
        lenient=agreement(counts, "lenient", categories),
    )


def count_row(
    truth: Mapping[str, Any],
    predictions: Iterable[SkillMention],
    counts: Counter[tuple[str, Category]],
    totals: Counter[str],
) -> None:
    """Add one text's agreement to the counts."""
    gold = [(Category(row["category"]), (row["start"], row["end"])) for row in truth["mentions"]]
    spans = [span for _, span in gold]
    ignored = [(start, end) for start, end in truth.get("ignore", ())]
    kept = [
        mention
        for mention in predictions
        if touches_any(span_of(mention), spans) or not touches_any(span_of(mention), ignored)
    ]
    for mention in kept:
        counts["predicted", mention.category] += 1
    for (category, span), row in zip(gold, truth["mentions"], strict=True):
        counts["gold", category] += 1
        same = [mention for mention in kept if mention.category == category]
        counts["exact", category] += any(span_of(mention) == span for mention in same)
        near = max(same, key=lambda mention: overlap(span_of(mention), span), default=None)
        if near is not None and overlap(span_of(near), span) >= LENIENT_OVERLAP:
            counts["lenient", category] += 1
            count_meaning(near, row, totals)
    for trap in truth.get("traps", ()):
        totals["traps"] += 1
        totals["trap_hits"] += any(falls_into(mention, (trap["start"], trap["end"]), gold) for mention in kept)


def count_meaning(mention: SkillMention, row: Mapping[str, Any], totals: Counter[str]) -> None:
    """Count what a found mention says beside its place: polarity, concept, years."""
    totals["found"] += 1
    totals["polarity_right"] += mention.polarity == Polarity(row["polarity"])
    concepts = concepts_named(str(row.get("concept") or ""))
    if concepts:
        totals["concept_known"] += 1
        totals["concept_right"] += not concepts.isdisjoint(
            {mention.concept, *load_vocabulary().ancestors(mention.concept)}
        )
    years = row.get("years")
    if "years" in row and (years is not None or mention.years is not None):
        totals["years_tied"] += 1
        totals["years_right"] += (
            years is not None and mention.years is not None and abs(years - mention.years) <= YEARS_APART
        )


def concepts_named(name: str) -> frozenset[str]:
    """Ids of the concepts that a label may mean; labels are written by people who do not know our ids."""
    return frozenset(sense.concept.id for sense in lexicon().senses_named(name))


def falls_into(mention: SkillMention, trap: Span, gold: Sequence[tuple[Category, Span]]) -> bool:
    """Say whether a prediction takes a trap for a skill, rather than being a mention that the trap lies in."""
    covered = any(category == mention.category and overlap(span_of(mention), span) > 0 for category, span in gold)
    return overlap(span_of(mention), trap) > 0 and not covered


def agreement(
    counts: Mapping[tuple[str, Category], int], measure: str, categories: Sequence[Category]
) -> Agreement:
    """Sum the counts of some categories."""
    return Agreement(
        right=sum(counts[measure, category] for category in categories),
        predicted=sum(counts["predicted", category] for category in categories),
        gold=sum(counts["gold", category] for category in categories),
    )


def span_of(mention: SkillMention) -> Span:
    """Return where a mention stands."""
    return mention.start, mention.end


def overlap(one: Span, other: Span) -> float:
    """Return the common part of two spans as a share of the longer one."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(one[1] - one[0], other[1] - other[0])


def touches_any(span: Span, others: Iterable[Span]) -> bool:
    """Say whether a span overlaps any of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)
