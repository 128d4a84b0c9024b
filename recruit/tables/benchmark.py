"""What is printed of measured speed."""

from collections.abc import Iterator

from recruit.services.benchmark import DocumentBenchmark
from recruit.services.benchmark_extraction import ExtractionBenchmark

MEBIBYTE = 1024 * 1024


def benchmark_lines(figures: DocumentBenchmark) -> Iterator[str]:
    """Print what reading takes: by kind, by the way it is protected, and all at once."""
    yield "kind              files  refused  per core s  median ms  p95 ms  peak MB"
    for row in figures.kinds:
        peak = row.peak_bytes / MEBIBYTE
        yield (
            f"{row.kind:<16}{row.files:>7}{row.refused:>9}{row.per_core:>12.1f}"
            f"{row.median_ms:>11.1f}{row.p95_ms:>8.1f}{peak:>9.0f}"
        )
    way = figures.sandbox
    yield ""
    yield "A two-page PDF, median of each way"
    yield f"  in the same process, unprotected  {way.in_process_ms:>8.1f} ms"
    yield f"  in a warm process                 {way.warm_ms:>8.1f} ms"
    yield f"  in a warm process of its own      {way.alone_ms:>8.1f} ms"
    yield f"  in a process started for it       {way.cold_ms:>8.1f} ms"
    yield ""
    rate = f"{figures.mixed_per_second:.1f} a second in {figures.processes} processes at a time"
    yield f"All {figures.files} files at once: {rate}"


def extraction_benchmark_lines(figures: ExtractionBenchmark) -> Iterator[str]:
    """Print what extraction takes, and what plain extractors with the same names take."""
    yield f"{figures.documents} resumes of {figures.words // figures.documents} words, on one core"
    yield f"{'':<18}{'start s':>8}{'resumes per s':>15}{'words per s':>13}{'found':>8}{'peak MB':>9}"
    for row in figures.extractors:
        speed = f"{row.start_seconds:>8.2f}{row.documents_per_second:>15.1f}{row.words_per_second:>13,.0f}"
        yield f"{row.name:<18}{speed}{row.found:>8}{row.peak_bytes / MEBIBYTE:>9.0f}"
    yield f"Start is from nothing to the first answer; importing spaCy alone takes {figures.spacy_seconds:.2f} s."
