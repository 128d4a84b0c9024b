"""Measures the matcher and the extractor on labelled documents, plain rankers beside them in the same run."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recruit.errors import InvalidDocumentSet
from recruit.matching.baselines import rank_by_bm25, rank_by_tfidf
from recruit.matching.matcher import Matcher
from recruit.matching.measures import Agreement, Estimate, estimate, ndcg, recall, reciprocal_rank, zeros_in_first
from recruit.matching.skills import extract
from recruit.vocabulary.shapes import Category, Kind, Polarity, SkillMention

Ranker = Callable[[str], Sequence[str]]
Span = tuple[int, int]

#: Overlap, as a share of the longer span, from which a prediction counts as found in the lenient figure.
LENIENT_OVERLAP = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFigures:
    """How one ranker did on one job."""

    job_id: str
    ndcg_at_10: float
    recall_at_20: float
    reciprocal_rank: float
    zeros_in_first_five: int
    first_ten: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankerFigures:
    """How one ranker did on all jobs."""

    name: str
    ndcg_at_10: Estimate
    recall_at_20: Estimate
    mrr: Estimate
    zeros_in_first_five: int
    jobs: tuple[JobFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingReport:
    """The full matcher first, the plain rankers after it."""

    n_jobs: int
    n_resumes: int
    model_version: str
    rankers: tuple[RankerFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryFigures:
    """Agreement on mentions of one category, or of all where ``category`` is None."""

    category: Category | None
    exact: Agreement
    lenient: Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionReport:
    """How well the mentions of one file of labelled texts were found."""

    name: str
    n_texts: int
    categories: tuple[CategoryFigures, ...]
    micro: CategoryFigures
    polarity_right: int
    polarity_matched: int
    traps: int
    trap_hits: int

    @property
    def polarity_accuracy(self) -> float:
        """Share of the leniently found mentions whose polarity is right; 0 when none was found."""
        return self.polarity_right / self.polarity_matched if self.polarity_matched else 0.0


def evaluate_ranking(folder: Path) -> RankingReport:
    """Rank every resume for every job by the full matcher, plain TF-IDF and BM25.

    Parameters
    ----------
    folder : Path
        Holds ``resumes.jsonl`` and ``jobs.jsonl`` (rows with ``id`` and ``text``) and ``qrels.tsv`` (columns
        job, resume, grade; pairs not listed have grade 0).

    Returns
    -------
    RankingReport
        nDCG@10, recall@20 and MRR with 95 percent bootstrap intervals over jobs, and each job alone.

    Raises
    ------
    InvalidDocumentSet
        If a file is missing or not as described; the message names file and line.
    """
    resumes = read_rows(folder / "resumes.jsonl", needs=("id", "text"))
    jobs = read_rows(folder / "jobs.jsonl", needs=("id", "text"))
    grades = read_qrels(folder / "qrels.tsv")
    ids, texts = [str(row["id"]) for row in resumes], [str(row["text"]) for row in resumes]
    matcher = Matcher.load()
    matcher.fit(ids, texts)
    rankers: dict[str, Ranker] = {
        "recruit": lambda query: [name for name, _ in matcher.search(query, k=len(ids))],
        "TF-IDF": lambda query: [name for name, _ in rank_by_tfidf(ids, texts, query)],
        "BM25": lambda query: [name for name, _ in rank_by_bm25(ids, texts, query)],
    }
    return RankingReport(
        n_jobs=len(jobs),
        n_resumes=len(resumes),
        model_version=matcher.model_version,
        rankers=tuple(measured(name, ranker, jobs, grades) for name, ranker in rankers.items()),
    )


def measured(
    name: str, ranker: Ranker, jobs: Sequence[Mapping[str, Any]], grades: Mapping[str, Mapping[str, int]]
) -> RankerFigures:
    """Run one ranker over all jobs."""
    rows = tuple(job_figures(str(job["id"]), ranker(job["text"]), grades.get(str(job["id"]), {})) for job in jobs)
    return RankerFigures(
        name=name,
        ndcg_at_10=estimate([row.ndcg_at_10 for row in rows]),
        recall_at_20=estimate([row.recall_at_20 for row in rows]),
        mrr=estimate([row.reciprocal_rank for row in rows]),
        zeros_in_first_five=sum(row.zeros_in_first_five for row in rows),
        jobs=rows,
    )


def job_figures(job_id: str, ranked: Sequence[str], grades: Mapping[str, int]) -> JobFigures:
    """Measure one ranking."""
    return JobFigures(
        job_id=job_id,
        ndcg_at_10=ndcg(ranked, grades, k=10),
        recall_at_20=recall(ranked, grades, k=20),
        reciprocal_rank=reciprocal_rank(ranked, grades),
        zeros_in_first_five=zeros_in_first(ranked, grades, k=5),
        first_ten=tuple(ranked[:10]),
    )


def evaluate_extraction(folder: Path) -> tuple[ExtractionReport, ...]:
    """Extract from every labelled text of a folder and count agreement.

    Parameters
    ----------
    folder : Path
        Holds any of ``extraction*.jsonl``, ``resumes.jsonl`` and ``jobs.jsonl``. A row has ``text``, and at its
        top or under ``truth``: ``mentions`` (start, end, category, polarity), ``traps`` (start, end) and
        ``ignore`` (pairs of start and end).

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
    for path in sorted([*folder.glob("extraction*.jsonl"), folder / "resumes.jsonl", folder / "jobs.jsonl"]):
        if not path.exists():
            continue
        rows = read_rows(path, needs=("text",))
        labelled = [row for row in rows if "mentions" in labels(row)]
        if labelled:
            default = Kind.RESUME if path.stem == "resumes" else Kind.JOB
            reports.append(extraction_report(path.name, labelled, default))
    return tuple(reports)


def extraction_report(name: str, rows: Sequence[Mapping[str, Any]], default: Kind) -> ExtractionReport:
    """Extract from the rows of one file and count."""
    counts: Counter[tuple[str, Category]] = Counter()
    totals: Counter[str] = Counter()
    for row in rows:
        # A row of matching data uses "kind" for something else than which side the text is written from.
        kind = Kind(row["kind"]) if row.get("kind") in set(Kind) else default
        count_row(labels(row), extract(row["text"], kind=kind), counts, totals)
    categories = tuple(
        CategoryFigures(
            category=category,
            exact=agreement(counts, "exact", [category]),
            lenient=agreement(counts, "lenient", [category]),
        )
        for category in Category
    )
    return ExtractionReport(
        name=name,
        n_texts=len(rows),
        categories=categories,
        micro=CategoryFigures(
            category=None,
            exact=agreement(counts, "exact", list(Category)),
            lenient=agreement(counts, "lenient", list(Category)),
        ),
        polarity_right=totals["polarity_right"],
        polarity_matched=totals["polarity_matched"],
        traps=totals["traps"],
        trap_hits=totals["trap_hits"],
    )


def count_row(
    truth: Mapping[str, Any],
    predictions: Iterable[SkillMention],
    counts: Counter[tuple[str, Category]],
    totals: Counter[str],
) -> None:
    """Add one text's agreement to the counts."""
    gold = [(Category(row["category"]), (row["start"], row["end"]), row["polarity"]) for row in truth["mentions"]]
    spans = [span for _, span, _ in gold]
    ignored = [(start, end) for start, end in truth.get("ignore", ())]
    kept = [
        mention
        for mention in predictions
        if touches_any(span_of(mention), spans) or not touches_any(span_of(mention), ignored)
    ]
    for mention in kept:
        counts["predicted", mention.category] += 1
    for category, span, polarity in gold:
        counts["gold", category] += 1
        same = [mention for mention in kept if mention.category == category]
        counts["exact", category] += any(span_of(mention) == span for mention in same)
        near = max(same, key=lambda mention: overlap(span_of(mention), span), default=None)
        if near is not None and overlap(span_of(near), span) >= LENIENT_OVERLAP:
            counts["lenient", category] += 1
            totals["polarity_matched"] += 1
            totals["polarity_right"] += near.polarity == Polarity(polarity)
    for trap in truth.get("traps", ()):
        totals["traps"] += 1
        totals["trap_hits"] += any(falls_into(mention, (trap["start"], trap["end"]), gold) for mention in kept)


def falls_into(mention: SkillMention, trap: Span, gold: Sequence[tuple[Category, Span, str]]) -> bool:
    """Say whether a prediction takes a trap for a skill, rather than being a mention that the trap lies in."""
    covered = any(
        category == mention.category and overlap(span_of(mention), span) > 0 for category, span, _ in gold
    )
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


def labels(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return where a row keeps its labels."""
    truth: Mapping[str, Any] = row.get("truth", row)
    return truth


def read_rows(path: Path, *, needs: Sequence[str]) -> list[dict[str, Any]]:
    """Read a JSONL of objects that have the fields needed.

    Parameters
    ----------
    path : Path
        The file.
    needs : sequence of str
        Fields every row must have.

    Returns
    -------
    list of dict
        The rows, empty lines passed over.

    Raises
    ------
    InvalidDocumentSet
        If the file is missing, not UTF-8, or a line is not such an object; the message names the line.
    """
    rows = []
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InvalidDocumentSet(f"{path}, line {number}: this is not JSON ({error}).") from error
        missing = [name for name in needs if not isinstance(row, dict) or name not in row]
        if missing:
            raise InvalidDocumentSet(f"{path}, line {number}: the row has no {' and no '.join(missing)}.")
        rows.append(row)
    if not rows:
        raise InvalidDocumentSet(f"{path} holds no rows. Give it one JSON object a line.")
    return rows


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """Read grades by job and resume from a tab-separated file with a header line.

    Parameters
    ----------
    path : Path
        Its first three columns are job, resume, grade (0-3).

    Returns
    -------
    dict of str to dict of str to int
        Grade by resume id, by job id.

    Raises
    ------
    InvalidDocumentSet
        If the file is missing or a line is not as described.
    """
    grades: dict[str, dict[str, int]] = {}
    for number, line in enumerate(read_lines(path), start=1):
        columns = line.split("\t")
        if not line.strip() or columns[0] == "job":
            continue
        if len(columns) < 3 or columns[2].strip() not in {"0", "1", "2", "3"}:
            raise InvalidDocumentSet(
                f"{path}, line {number}: it should read job, resume, grade 0-3, with tabs between."
            )
        grades.setdefault(columns[0], {})[columns[1]] = int(columns[2])
    return grades


def read_lines(path: Path) -> list[str]:
    """Read the lines of a text file."""
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise InvalidDocumentSet(f"{path} is not there. The folder needs it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidDocumentSet(f"{path} cannot be read: {error}. It should be UTF-8 text.") from error
