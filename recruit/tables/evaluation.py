"""What ``evaluate`` prints of ranking and extraction, and the whole of it as JSON."""

from collections.abc import Iterator
from dataclasses import asdict

from recruit.matching.evaluate import RankerFigures, RankingReport
from recruit.matching.evaluate_extraction import CategoryFigures, ExtractionReport, ExtractorFigures, Share
from recruit.matching.measures import Agreement, Estimate
from recruit.services.evaluate import Evaluation
from recruit.tables.lines import Json
from recruit.tables.reading import reading_json, reading_lines


def evaluation_lines(evaluation: Evaluation, *, per_job: bool) -> Iterator[str]:
    """Print what was measured as tables."""
    if evaluation.ranking:
        yield from ranking_lines(evaluation.ranking)
        if per_job:
            yield from per_job_lines(evaluation.ranking)
    for report in evaluation.extraction:
        yield from extraction_lines(report)
    if evaluation.reading:
        yield from reading_lines(evaluation.reading)


def ranking_lines(report: RankingReport) -> Iterator[str]:
    """Print every ranker below the other, then what the full matcher gains on each."""
    full, *plain = report.rankers
    yield f"Ranking: {report.n_jobs} jobs, {report.n_resumes} resumes, model {report.model_version}"
    yield f"{'':<17}{'nDCG@10':<20}{'recall@20':<20}{'MRR':<7}{'zeros in first 5':>16}"
    for ranker in report.rankers:
        spans = f"{interval(ranker.ndcg_at_10):<20}{interval(ranker.recall_at_20):<20}"
        yield f"{ranker.name:<17}{spans}{ranker.mrr.mean:<7.3f}{ranker.zeros_in_first_five:>16}"
    for other in plain:
        gains = f"{gain(full.ndcg_at_10, other.ndcg_at_10):<20}{gain(full.recall_at_20, other.recall_at_20):<20}"
        fewer = full.zeros_in_first_five - other.zeros_in_first_five
        yield f"{'- gain on ' + other.name:<17}{gains}{gain(full.mrr, other.mrr):<7}{fewer:>+16}"
    yield "In brackets: 95 % bootstrap interval over jobs."


def per_job_lines(report: RankingReport) -> Iterator[str]:
    """Print nDCG@10 of every ranker for each job, and who the full matcher put first."""
    yield ""
    yield f"{'nDCG@10 by job':<17}" + "".join(f"{ranker.name:<9}" for ranker in report.rankers) + "first five"
    for rows in zip(*(ranker.jobs for ranker in report.rankers), strict=True):
        scores = "".join(f"{row.ndcg_at_10:<9.3f}" for row in rows)
        yield f"{rows[0].job_id:<17}{scores}{' '.join(rows[0].first_ten[:5])}"


def interval(estimate: Estimate) -> str:
    """Give a mean with its interval."""
    return f"{estimate.mean:.3f} ({estimate.low:.2f}-{estimate.high:.2f})"


def gain(one: Estimate, other: Estimate) -> str:
    """Give the difference of two means with its sign."""
    return f"{one.mean - other.mean:+.3f}"


def extraction_lines(report: ExtractionReport) -> Iterator[str]:
    """Print precision, recall and F1 by category, then of all extractors on everything."""
    ours = report.extractors[0]
    yield ""
    yield f"Extraction: {report.name}, {report.n_texts} texts"
    yield f"{'':<15}{'gold':>6}   {'exact P':<8} {'R':<6} {'F1':<8} {'overlap P':<10} {'R':<6} F1"
    for figures in (*ours.categories, ours.micro):
        if figures.exact.gold or figures.exact.predicted:
            yield agreement_line(str(figures.category or "all (micro)"), figures)
    for other in report.extractors[1:]:
        yield agreement_line(other.name, other.micro)
    yield f"{'of those found':<15}{'polarity':>14} {'concept':>16} {'years':>14}   traps taken"
    for one in report.extractors:
        shares = f"{share(one.polarity):>14} {share(one.concept):>16} {share(one.years):>14}"
        yield f"{one.name:<15}{shares}   {one.trap_hits} of {one.traps}"


def agreement_line(name: str, figures: CategoryFigures) -> str:
    """Give precision, recall and F1, exact and overlapping."""
    exact, lenient = figures.exact, figures.lenient
    left = f"{exact.precision:<8.3f} {exact.recall:<6.3f} {exact.f1:<8.3f}"
    right = f"{lenient.precision:<10.3f} {lenient.recall:<6.3f} {lenient.f1:.3f}"
    return f"{name:<15}{exact.gold:>6}   {left} {right}"


def share(share: Share) -> str:
    """Give how often something was right, and of how many."""
    return f"{share.accuracy:.3f} of {share.of}" if share.of else "-"


def evaluation_json(evaluation: Evaluation) -> Json:
    """Give what was measured as JSON; ``ranking`` and ``reading`` are null where there was nothing to measure."""
    return {
        "ranking": ranking_json(evaluation.ranking) if evaluation.ranking else None,
        "extraction": [extraction_report_json(report) for report in evaluation.extraction],
        "reading": reading_json(evaluation.reading) if evaluation.reading else None,
    }


def ranking_json(report: RankingReport) -> Json:
    """Give the figures of every ranker by its name."""
    return {
        "n_jobs": report.n_jobs,
        "n_resumes": report.n_resumes,
        "model_version": report.model_version,
        "rankers": [ranker_json(ranker) for ranker in report.rankers],
    }


def ranker_json(ranker: RankerFigures) -> Json:
    """Give one ranker's figures, over all jobs and for each."""
    return {
        "name": ranker.name,
        "ndcg_at_10": asdict(ranker.ndcg_at_10),
        "recall_at_20": asdict(ranker.recall_at_20),
        "mrr": asdict(ranker.mrr),
        "zeros_in_first_five": ranker.zeros_in_first_five,
        "jobs": [asdict(job) for job in ranker.jobs],
    }


def extraction_report_json(report: ExtractionReport) -> Json:
    """Give the figures of one file of labelled texts, ours and those of the plain extractors."""
    ours, *plain = (extractor_json(one) for one in report.extractors)
    return {"name": report.name, "n_texts": report.n_texts, **ours, "peers": plain}


def extractor_json(figures: ExtractorFigures) -> Json:
    """Give one extractor's figures."""
    return {
        "extractor": figures.name,
        "micro": figures_json(figures.micro),
        "categories": {
            str(row.category): figures_json(row)
            for row in figures.categories
            if row.exact.gold or row.exact.predicted
        },
        "polarity_accuracy": figures.polarity.accuracy,
        "concept_accuracy": figures.concept.accuracy,
        "years_accuracy": figures.years.accuracy,
        "traps": figures.traps,
        "trap_hits": figures.trap_hits,
    }


def figures_json(figures: CategoryFigures) -> Json:
    """Give exact and lenient agreement."""
    return {"exact": agreement_json(figures.exact), "lenient": agreement_json(figures.lenient)}


def agreement_json(agreement: Agreement) -> Json:
    """Give counts and what follows from them."""
    return {
        **asdict(agreement),
        "precision": agreement.precision,
        "recall": agreement.recall,
        "f1": agreement.f1,
    }
