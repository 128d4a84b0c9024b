"""What the commands do with files alone, and no database: read, extract, match."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from recruit import matching
from recruit.documents import Limits, read
from recruit.errors import InvalidDocumentSet, UnreadableDocument
from recruit.matching.employment import latest_year, stints_of, time_under
from recruit.matching.labelled import read_rows
from recruit.matching.stuffing import writing_findings
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import Document, Finding, Kind, MatchResult, Polarity, Quantity, SkillMention

STANDARD_INPUT = "-"
#: Of what is absent or has expired no time at work is told.
WORKED_WITH = frozenset({Polarity.HELD, Polarity.LIMITED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that could be read."""

    name: str
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedFile:
    """A file that could not be read; ``code`` is one of UnreadableDocument's, or ``missing``."""

    name: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class WorkedTime:
    """Months of all jobs that something is named under, overlaps counted once, and whether one of them lasts."""

    months: int | None
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedFile:
    """A text and what was read from it; all offsets count in this text."""

    name: str
    kind: Kind
    text: str
    mentions: tuple[SkillMention, ...]
    quantities: tuple[Quantity, ...] = ()
    on: date | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what a resume lists without showing it."""
        return writing_findings(self.text, self.mentions) if self.kind is Kind.RESUME else ()

    @property
    def worked(self) -> dict[str, WorkedTime]:
        """Return how long the jobs of a resume lasted under which each concept is named, where it is under any."""
        if self.kind is not Kind.RESUME:
            return {}
        reference_year = self.on.year if self.on else latest_year(self.text) or 0
        stints = stints_of(self.text, reference_year=reference_year)
        starts: dict[str, list[int]] = {}
        for mention in self.mentions:
            if mention.polarity in WORKED_WITH:
                starts.setdefault(mention.concept, []).append(mention.start)
        timed = {concept: WorkedTime(*time_under(places, stints)) for concept, places in starts.items()}
        return {concept: time for concept, time in timed.items() if time.months is not None}

    @property
    def model_version(self) -> str:
        """Return the version of the model that told what ambiguous names mean."""
        return matching.load_sense_model().version

    @property
    def vocabulary_version(self) -> str:
        """Return the version of the words that were looked for."""
        return load_vocabulary().version


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedFile:
    """One resume of a ranking, with the reasons of its score."""

    rank: int
    name: str
    result: MatchResult


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRanking:
    """The best resumes for a job, of all that could be read."""

    job: str
    pool_size: int
    ranked: tuple[RankedFile, ...]
    failed: tuple[FailedFile, ...]

    @property
    def vocabulary_version(self) -> str:
        """Return the version of the words that were looked for."""
        return load_vocabulary().version


def read_files(paths: Sequence[Path], limits: Limits) -> list[ReadFile | FailedFile]:
    """Read files side by side, in the order given; each runs in a process of its own."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(lambda path: read_file(path, limits), paths))


def read_file(path: Path, limits: Limits) -> ReadFile | FailedFile:
    """Read one file, or say why it cannot be read."""
    try:
        return ReadFile(name=str(path), document=read(path.read_bytes(), limits=limits))
    except UnreadableDocument as error:
        return FailedFile(name=str(path), code=error.code, message=str(error))
    except OSError as error:
        return FailedFile(name=str(path), code="missing", message=f"It cannot be opened: {error.strerror}.")


@contextmanager
def loaded_beside(load: Callable[[], object]) -> Iterator[None]:
    """Load what takes a second or two while other processes read files; who uses it then finds it loaded."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(load)
        yield


def extract_file(name: str, kind: Kind, limits: Limits, *, on: date | None = None) -> ExtractedFile | FailedFile:
    """Extract from a document, or from plain text on standard input when the name is ``-``.

    ``on`` is the day it was received, for which the expiry of certificates is judged.
    """
    if name == STANDARD_INPUT:
        text = sys.stdin.read()
    else:
        with loaded_beside(lambda: matching.extract("", kind)):
            outcome = read_file(Path(name), limits)
        if isinstance(outcome, FailedFile):
            return outcome
        text = outcome.document.text
    return ExtractedFile(
        name=name,
        kind=kind,
        text=text,
        mentions=tuple(matching.extract(text, kind=kind, on=on)),
        quantities=tuple(matching.find_quantities(text, kind)),
        on=on,
    )


def match_files(job: Path, resumes: Sequence[Path], limits: Limits, *, top: int) -> FileRanking | FailedFile:
    """Rank resumes against a job; a path is a file, a folder of files, or a JSONL of {id, text}."""
    with loaded_beside(lambda: (matching.Matcher.load(), matching.extract("", Kind.RESUME))):
        posting = read_file(job, limits)
        if isinstance(posting, FailedFile):
            return posting
        texts = texts_of(resumes, limits)
    text_by_name: dict[str, str] = {}
    failed = []
    for name, outcome in texts:
        if isinstance(outcome, FailedFile):
            failed.append(outcome)
        elif name in text_by_name:
            raise InvalidDocumentSet(f"{name} is given twice. Name every resume once.")
        else:
            text_by_name[name] = outcome
    return FileRanking(
        job=str(job),
        pool_size=len(text_by_name),
        ranked=ranked_files(posting.document.text, text_by_name, top=top),
        failed=tuple(failed),
    )


def texts_of(paths: Iterable[Path], limits: Limits) -> list[tuple[str, str | FailedFile]]:
    """Return the text of every resume that these paths stand for, by its name."""
    files: list[Path] = []
    rows: list[tuple[str, str | FailedFile]] = []
    for path in paths:
        if path.is_dir():
            files += sorted(
                entry for entry in path.iterdir() if entry.is_file() and not entry.name.startswith(".")
            )
        elif path.suffix == ".jsonl":
            rows += [lettered(str(row["id"]), str(row["text"])) for row in read_rows(path, needs=("id", "text"))]
        else:
            files.append(path)
    for outcome in read_files(files, limits):
        rows.append((outcome.name, outcome if isinstance(outcome, FailedFile) else outcome.document.text))
    return rows


def lettered(name: str, text: str) -> tuple[str, str | FailedFile]:
    """Return a row of a JSONL, or say that its text holds nothing that could be ranked."""
    if any(map(str.isalpha, text)):
        return name, text
    return name, FailedFile(name=name, code="no_text", message="Its text holds no letters.")


def ranked_files(job_text: str, text_by_name: dict[str, str], *, top: int) -> tuple[RankedFile, ...]:
    """Rank texts and explain the best of them."""
    matcher = matching.Matcher.load()
    matcher.fit(list(text_by_name), list(text_by_name.values()))
    return tuple(
        RankedFile(rank=rank, name=name, result=matcher.explain(job_text, text_by_name[name]))
        for rank, (name, _) in enumerate(matcher.search(job_text, k=top), start=1)
    )
