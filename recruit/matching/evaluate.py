"""Measures the matcher on labelled documents, plain rankers beside it in the same run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recruit.matching.baselines import rank_by_bm25, rank_by_tfidf
from recruit.matching.labelled import read_qrels, read_rows
from recruit.matching.matcher import Matcher
from recruit.matching.measures import Estimate, estimate, ndcg, recall, reciprocal_rank, zeros_in_first

Ranker = Callable[[str], Sequence[str]]


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
