"""What the commands print: lines for a terminal of 80 columns, and the JSON of the same."""

from recruit.tables.benchmark import benchmark_lines, extraction_benchmark_lines
from recruit.tables.evaluation import evaluation_json, evaluation_lines
from recruit.tables.files import (
    bar,
    extract_json,
    extract_lines,
    failed_json,
    match_json,
    match_lines,
    read_json,
    read_lines,
)
from recruit.tables.imports import import_failure_lines, import_lines, progress_words
from recruit.tables.lines import COLUMNS
from recruit.tables.logins import login_lines
from recruit.tables.vocabulary import concept_lines, found_concept_lines

__all__ = [
    "COLUMNS",
    "bar",
    "benchmark_lines",
    "concept_lines",
    "evaluation_json",
    "evaluation_lines",
    "extract_json",
    "extract_lines",
    "extraction_benchmark_lines",
    "failed_json",
    "found_concept_lines",
    "import_failure_lines",
    "import_lines",
    "login_lines",
    "match_json",
    "match_lines",
    "progress_words",
    "read_json",
    "read_lines",
]
