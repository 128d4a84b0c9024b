"""How fast documents are read on this machine, what each kind takes, and what the protection costs."""

import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from recruit.documents import Limits
from recruit.documents.pictures import ocr
from recruit.documents.process.sandbox import close, measure, pool_size, read
from recruit.documents.reading import read_in_process
from recruit.errors import InvalidDocumentSet, UnreadableDocument
from recruit.services.demo_files import MOST_WORDS, demo_resumes, made_files

ROUNDS = 40
COLD_ROUNDS = 5
#: Letters take a second or two a page.
SCANS = 4
WORDS_OF_A_SCAN = 300
MS = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFigures:
    """What the files of one kind took in the warm pool, one after the other, so that one core works at a time."""

    kind: str
    files: int
    refused: int
    per_core: float
    median_ms: float
    p95_ms: float
    peak_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxFigures:
    """What the same two-page PDF takes, by the way it is read: median milliseconds."""

    in_process_ms: float
    warm_ms: float
    alone_ms: float
    cold_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBenchmark:
    """Everything measured; ``mixed_per_second`` is all files at once, on all processes of the pool."""

    kinds: tuple[KindFigures, ...]
    sandbox: SandboxFigures
    processes: int
    files: int
    mixed_per_second: float


@dataclass(frozen=True, slots=True)
class Sample:
    """A file to measure, and the row it is counted in."""

    kind: str
    content: bytes


def benchmark_documents(
    folders: Sequence[Path], limits: Limits, *, n: int, rounds: int = ROUNDS
) -> DocumentBenchmark:
    """Measure the files of folders, or the demo's and ``n`` generated ones where none is given."""
    samples = samples_of(folders) if folders else [*samples_of_demo(), *samples_made(n)]
    scans = [] if folders else samples_of_scans()
    if not samples:
        raise InvalidDocumentSet("There is no file in these folders. Name a folder that holds documents.")
    by_kind: dict[str, list[bytes]] = defaultdict(list)
    for sample in [*samples, *scans]:
        by_kind[sample.kind].append(sample.content)
    kinds = tuple(kind_figures(kind, contents, limits) for kind, contents in sorted(by_kind.items()))
    return DocumentBenchmark(
        kinds=kinds,
        sandbox=sandbox_figures(limits, rounds),
        processes=pool_size(),
        files=len(samples),
        mixed_per_second=mixed_per_second([sample.content for sample in samples], limits),
    )


def samples_of(folders: Iterable[Path]) -> list[Sample]:
    """Take every file of the folders, those of folders within them, too."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [Sample(path.suffix.lower().lstrip(".") or "no ending", path.read_bytes()) for path in paths]


def samples_of_demo() -> list[Sample]:
    """Take the files of the demo's people."""
    return [Sample(f"demo {path.suffix[1:]}", path.read_bytes()) for path in demo_resumes()]


def samples_made(n: int) -> list[Sample]:
    """Make files of every kind that needs no letters recognised."""
    return [Sample(made.kind, made.content) for made in made_files(n)]


def samples_of_scans() -> list[Sample]:
    """Make pages that are pictures, where something here reads letters in pictures; each is a file of its own."""
    if ocr.engine() is None:
        return []
    made = made_files(SCANS, kinds=["scan.pdf"], most_words=WORDS_OF_A_SCAN)
    return [Sample("scan, a page", one.content) for one in made]


def kind_figures(kind: str, contents: Sequence[bytes], limits: Limits) -> KindFigures:
    """Read the files of one kind one after the other, then each again in a process of its own for its memory."""
    times, peaks = [], [0]
    refused = 0
    read_or_refused(contents[0], limits)
    for content in contents:
        start = time.perf_counter()
        refused += not read_or_refused(content, limits)
        times.append(time.perf_counter() - start)
    for content in contents:
        try:
            peaks.append(measure(content, limits=limits).usage.peak_bytes)
        except UnreadableDocument:
            continue
    return KindFigures(
        kind=kind,
        files=len(contents),
        refused=refused,
        per_core=len(times) / sum(times),
        median_ms=MS * statistics.median(times),
        p95_ms=MS * sorted(times)[int(0.95 * (len(times) - 1))],
        peak_bytes=max(peaks),
    )


def read_or_refused(content: bytes, limits: Limits) -> bool:
    """Read a file; tell whether it could be read."""
    try:
        read(content, limits=limits)
    except UnreadableDocument:
        return False
    return True


def sandbox_figures(limits: Limits, rounds: int) -> SandboxFigures:
    """Read a PDF of our own making in four ways; nobody else's file is read without protection."""
    content = next(made_files(1, kinds=["pdf"], fewest_words=MOST_WORDS)).content

    def cold() -> None:
        close()
        read(content, limits=limits)

    return SandboxFigures(
        in_process_ms=median_ms(lambda: read_in_process(content, limits), rounds),
        warm_ms=median_ms(lambda: read(content, limits=limits), rounds),
        alone_ms=median_ms(lambda: read(content, limits=limits, alone=True), rounds),
        cold_ms=median_ms(cold, min(rounds, COLD_ROUNDS)),
    )


def median_ms(work: Callable[[], object], rounds: int) -> float:
    """Time some work, after it was done once."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return MS * statistics.median(times)


def mixed_per_second(contents: Sequence[bytes], limits: Limits) -> float:
    """Read everything at once, as a bulk import does, and tell the rate."""
    with ThreadPoolExecutor(pool_size()) as threads:
        list(threads.map(lambda content: read_or_refused(content, limits), contents[: pool_size()]))
        start = time.perf_counter()
        list(threads.map(lambda content: read_or_refused(content, limits), contents))
        return len(contents) / (time.perf_counter() - start)
