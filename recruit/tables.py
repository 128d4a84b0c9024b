"""What the commands print: lines for a terminal of 80 columns, and the JSON of the same."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from recruit.matching.evaluate import CategoryFigures, ExtractionReport, RankerFigures, RankingReport
from recruit.matching.measures import Agreement, Estimate
from recruit.services.benchmark import DocumentBenchmark
from recruit.services.demo import DemoLogins
from recruit.services.terminal import Evaluation, ExtractedFile, FailedFile, FileRanking, RankedFile, ReadFile
from recruit.vocabulary.shapes import Outcome, Places, Reason, ScorePart

COLUMNS = 80
MEBIBYTE = 1024 * 1024
BAR_COLUMNS = 50
TOP_REASONS = 3
INDENT = " " * 8
NO_BREAK = "\N{NO-BREAK SPACE}"
MARKS = {
    Outcome.MET: "+",
    Outcome.ADJACENT: "~",
    Outcome.MISSING: "-",
    Outcome.NOT_STATED: "?",
    Outcome.AGAINST: "!",
}

Json = dict[str, Any]


def wrapped(text: str, *, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Break a sentence at 80 columns, its further lines set in under the first."""
    indent = " " * len(first) if rest is None else rest
    yield from textwrap.wrap(text, COLUMNS, initial_indent=first, subsequent_indent=indent) or [first.rstrip()]


# ------------------------------------------------------------------------------------------------ read, extract


def read_lines(outcome: ReadFile) -> Iterator[str]:
    """Print a document: its verdict, what was noticed, its text."""
    document = outcome.document
    pages = f"{len(document.pages)} page{'s' if len(document.pages) != 1 else ''}"
    yield f"== {outcome.name}  ({document.media_type}, {pages}, {document.verdict})"
    for finding in document.findings:
        place = f"page {finding.page}: " if finding.page else ""
        yield from wrapped(f"{place}{finding.hint}", first=f"   {finding.code}: ", rest="   ")
    yield document.text


def read_json(outcome: ReadFile) -> Json:
    """Give a document as JSON; the place of each word is a row of the fields of ``Place``."""
    document = asdict(replace(outcome.document, places=Places()))
    return {"file": outcome.name, **document, "places": [list(place) for place in outcome.document.places]}


def failed_json(outcome: FailedFile) -> Json:
    """Give what could not be read as JSON."""
    return {"file": outcome.name, "code": outcome.code, "message": outcome.message}


def extract_lines(outcome: ExtractedFile) -> Iterator[str]:
    """Print mentions in the order of the text, one a line."""
    for mention in outcome.mentions:
        years = f", {mention.years:g} y" if mention.years is not None else ""
        words = f"{mention.text!r} {mention.polarity}{years}"
        yield f"{mention.start:>6}-{mention.end:<6} {mention.category:<13} {mention.concept}: {words}"


def extract_json(outcome: ExtractedFile) -> Json:
    """Give the text and its mentions as JSON; offsets count in this text."""
    mentions = [asdict(mention) for mention in outcome.mentions]
    return {"file": outcome.name, "kind": outcome.kind, "text": outcome.text, "mentions": mentions}


# ------------------------------------------------------------------------------------------------------- match


def match_lines(ranking: FileRanking, *, explain: bool) -> Iterator[str]:
    """Print a ranking: score, parts, the reasons that moved it most, and what is missing."""
    yield f"{ranking.job}: the best {len(ranking.ranked)} of {ranking.pool_size}"
    for row in ranking.ranked:
        yield ""
        yield from ranked_lines(row, explain=explain)


def ranked_lines(row: RankedFile, *, explain: bool) -> Iterator[str]:
    """Print one resume of a ranking."""
    result = row.result
    yield f"{row.rank:>4}. {result.score:>5.1f}  {row.name}"
    yield f"{INDENT}{bar(result.parts)}"
    # A part and its points stay on one line.
    together = "  ".join(part_words(part).replace(" ", NO_BREAK) for part in result.parts)
    yield from (line.replace(NO_BREAK, " ") for line in wrapped(together, first=INDENT))
    if explain:
        for part in result.parts:
            yield f"{INDENT}{part.label}: {part_points(part)}"
            for reason in part.reasons:
                yield from reason_lines(reason, evidence=True)
        return
    told = [reason for reason in result.reasons if reason not in result.missing]
    for reason in told[:TOP_REASONS]:
        yield from reason_lines(reason, evidence=False)
    for reason in result.missing[:TOP_REASONS]:
        yield from reason_lines(reason, evidence=False)
    if len(result.missing) > TOP_REASONS:
        yield f"{INDENT}  and {len(result.missing) - TOP_REASONS} more that are missing or not stated (--explain)"


def bar(parts: Sequence[ScorePart]) -> str:
    """Draw a score: each part as long as its possible points, filled as far as they were reached."""
    possible = sum(part.max_points for part in parts) or 1.0
    segments = []
    for part in parts:
        length = max(1, round(BAR_COLUMNS * part.max_points / possible))
        filled = round(length * part.points / part.max_points) if part.max_points else 0
        segments.append("=" * filled + "." * (length - filled))
    return "[" + "|".join(segments) + "]"


def part_words(part: ScorePart) -> str:
    """Name a part and its points."""
    return f"{part.label} {part_points(part)}".lower()


def part_points(part: ScorePart) -> str:
    """Give the points of a part, or say that the resume says nothing of it."""
    points = f"{part.points:.1f}/{part.max_points:.1f}"
    return points if part.stated else f"{points} (not stated)"


def reason_lines(reason: Reason, *, evidence: bool) -> Iterator[str]:
    """Print one reason, with the words it rests on where they are wanted."""
    points = f" ({reason.points:+.1f})" if evidence else ""
    yield from wrapped(f"{reason.sentence}{points}", first=f"{INDENT}{MARKS[reason.outcome]} ")
    if evidence:
        for words in reason.evidence:
            quoted = " ".join(words.text.split())
            yield from wrapped(f'"{quoted}" at {words.start}', first=f"{INDENT}    ")


def match_json(ranking: FileRanking, *, explain: bool) -> Json:
    """Give a ranking as JSON; with ``explain`` every reason has its evidence."""
    return {
        "job": ranking.job,
        "pool_size": ranking.pool_size,
        "results": [ranked_json(row, explain=explain) for row in ranking.ranked],
        "failed": [failed_json(failed) for failed in ranking.failed],
    }


def ranked_json(row: RankedFile, *, explain: bool) -> Json:
    """Give one resume of a ranking as JSON."""
    body = asdict(row.result)
    if not explain:
        for part in body["parts"]:
            del part["reasons"]
        body["reasons"] = [reason.sentence for reason in row.result.reasons[:TOP_REASONS]]
    missing = [reason.sentence for reason in row.result.missing]
    return {"rank": row.rank, "id": row.name, **body, "missing": missing}


# ---------------------------------------------------------------------------------------------------- evaluate


def evaluation_lines(evaluation: Evaluation, *, per_job: bool) -> Iterator[str]:
    """Print what was measured as tables."""
    if evaluation.ranking:
        yield from ranking_lines(evaluation.ranking)
        if per_job:
            yield from per_job_lines(evaluation.ranking)
    for report in evaluation.extraction:
        yield from extraction_lines(report)


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
    """Print precision, recall and F1 by category, exact spans and overlapping ones."""
    yield ""
    yield f"Extraction: {report.name}, {report.n_texts} texts"
    yield f"{'':<15}{'gold':>6}   {'exact P':<8} {'R':<6} {'F1':<8} {'overlap P':<10} {'R':<6} F1"
    for figures in (*report.categories, report.micro):
        if figures.exact.gold or figures.exact.predicted:
            exact, lenient = figures.exact, figures.lenient
            left = f"{exact.precision:<8.3f} {exact.recall:<6.3f} {exact.f1:<8.3f}"
            right = f"{lenient.precision:<10.3f} {lenient.recall:<6.3f} {lenient.f1:.3f}"
            yield f"{figures.category or 'all (micro)':<15}{exact.gold:>6}   {left} {right}"
    yield (
        f"polarity right on {report.polarity_right} of {report.polarity_matched} found "
        f"({report.polarity_accuracy:.3f}); {report.trap_hits} of {report.traps} traps taken for a skill"
    )


def evaluation_json(evaluation: Evaluation) -> Json:
    """Give what was measured as JSON; ``ranking`` is null where there was nothing to rank."""
    return {
        "ranking": ranking_json(evaluation.ranking) if evaluation.ranking else None,
        "extraction": [extraction_report_json(report) for report in evaluation.extraction],
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
    """Give the figures of one file of labelled texts."""
    return {
        "name": report.name,
        "n_texts": report.n_texts,
        "micro": figures_json(report.micro),
        "categories": {
            str(figures.category): figures_json(figures)
            for figures in report.categories
            if figures.exact.gold or figures.exact.predicted
        },
        "polarity_accuracy": report.polarity_accuracy,
        "traps": report.traps,
        "trap_hits": report.trap_hits,
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


# --------------------------------------------------------------------------------------------------- benchmark


def benchmark_lines(figures: DocumentBenchmark) -> Iterator[str]:
    """Print what reading takes: by kind, by the way it is protected, and all at once."""
    yield "kind              files  refused   per s  per core s  median ms  p95 ms  peak MB"
    for row in figures.kinds:
        peak = row.peak_bytes / MEBIBYTE
        yield (
            f"{row.kind:<16}{row.files:>7}{row.refused:>9}{row.per_second:>8.1f}{row.per_core:>12.1f}"
            f"{row.median_ms:>11.1f}{row.p95_ms:>8.1f}{peak:>9.0f}"
        )
    way = figures.sandbox
    yield ""
    yield "A two-page PDF, median of each way"
    yield f"  in the same process, unprotected  {way.in_process_ms:>8.1f} ms"
    yield f"  in a warm process, as ever        {way.warm_ms:>8.1f} ms"
    yield f"  in a process started for it       {way.cold_ms:>8.1f} ms"
    yield ""
    rate = f"{figures.mixed_per_second:.1f} a second in {figures.processes} processes at a time"
    yield f"All {figures.files} files at once: {rate}"


# -------------------------------------------------------------------------------------------------------- demo


def login_lines(demo: DemoLogins) -> Iterator[str]:
    """Print the first login of each role of the demo, and the password of all."""
    seen: set[str] = set()
    yield f"Demo logins, password {demo.password}"
    for login in demo.logins:
        if login.role not in seen:
            seen.add(login.role)
            place = f", {login.organization}" if login.organization else ""
            yield f"  {login.email:<24} {login.role.replace('_', ' ')}{place}"
