"""What the command measures on a folder of labelled documents."""

from dataclasses import dataclass
from pathlib import Path

from recruit.documents import Limits
from recruit.documents.evaluate import ReadingReport, evaluate_reading, listing_of
from recruit.errors import InvalidDocumentSet
from recruit.matching.evaluate import RankingReport, evaluate_ranking
from recruit.matching.evaluate_extraction import ExtractionReport, evaluate_extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What a folder of labelled documents allows to measure.

    ``ranking`` is None where it has no qrels.tsv, ``reading`` where it has no files.json.
    """

    ranking: RankingReport | None
    extraction: tuple[ExtractionReport, ...]
    reading: ReadingReport | None = None


def evaluate_folder(folder: Path, limits: Limits) -> Evaluation:
    """Measure ranking where a folder has grades, extraction where it has mentions, reading where it has files."""
    if not folder.is_dir():
        raise InvalidDocumentSet(f"{folder} is not a folder.")
    ranking = evaluate_ranking(folder) if (folder / "qrels.tsv").exists() else None
    extraction = evaluate_extraction(folder)
    reading = evaluate_reading(folder, limits) if listing_of(folder) else None
    if ranking is None and not extraction and reading is None:
        raise InvalidDocumentSet(
            f"{folder} holds nothing to measure on: neither resumes.jsonl, jobs.jsonl and qrels.tsv, "
            "nor labelled mentions in extraction*.jsonl, nor files with their texts in files.json."
        )
    return Evaluation(ranking=ranking, extraction=extraction, reading=reading)
