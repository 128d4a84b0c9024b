"""How fast skills are extracted on this machine, and how fast plain extractors with the same names are.

Each is measured in a process of its own, so that none pays for another's memory or finds its modules loaded.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from recruit.errors import RecruitError
from recruit.matching import speed
from recruit.services.demo_files import made_files

WORDS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractorSpeed:
    """What one extractor took: from nothing to its first answer, then for all resumes on one core."""

    name: str
    start_seconds: float
    documents_per_second: float
    words_per_second: float
    found: int
    peak_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractionBenchmark:
    """Everything measured: ours first; ``spacy_seconds`` is the import of spaCy, a part of every start.

    It is imported as anybody does; ours lets the garbage collector rest meanwhile, so its whole start may be less.
    """

    documents: int
    words: int
    spacy_seconds: float
    extractors: tuple[ExtractorSpeed, ...]


def benchmark_extraction(*, n: int) -> ExtractionBenchmark:
    """Extract from ``n`` invented resumes of about 500 words by ours and by every plain extractor.

    Raises
    ------
    RecruitError
        If a measuring process ended before it answered.
    """
    texts = [made.content.decode() for made in made_files(n, kinds=["txt"], fewest_words=WORDS, most_words=WORDS)]
    return ExtractionBenchmark(
        documents=n,
        words=sum(len(text.split()) for text in texts),
        spacy_seconds=seconds_to_import_spacy(),
        extractors=tuple(measured(name, texts) for name in speed.EXTRACTORS),
    )


def seconds_to_import_spacy() -> float:
    """Start a process that does nothing else."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import spacy"], check=True)
    return time.perf_counter() - begun


def measured(name: str, texts: Sequence[str]) -> ExtractorSpeed:
    """Start a process for one extractor, note when it answers first, and let it read everything."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", speed.__name__, name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own interpreter and module
        first_line = process.stdout.readline() if process.stdout else ""
        start_seconds = time.perf_counter() - begun
        answer, _ = process.communicate(json.dumps(texts))
    if process.returncode or not first_line:
        raise RecruitError(f"Measuring {name} ended with {process.returncode}; its complaint stands above.")
    row = json.loads(answer)
    return ExtractorSpeed(
        name=name,
        start_seconds=start_seconds,
        documents_per_second=len(texts) / row["seconds"],
        words_per_second=sum(len(text.split()) for text in texts) / row["seconds"],
        found=row["found"],
        peak_bytes=row["peak_bytes"],
    )
