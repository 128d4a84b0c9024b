"""Measures the readers on files whose text is known, the plain readers people would use beside them."""

import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from recruit.documents.baselines import Peer, peers
from recruit.documents.filetypes import kinds
from recruit.documents.pictures import ocr
from recruit.documents.process.sandbox import read
from recruit.documents.reader import Limits
from recruit.errors import InvalidDocumentSet, UnreadableDocument
from recruit.vocabulary.shapes import Document

LISTING = "files.json"
TEXT = "text"
BY_OCR = "read by OCR"
PICTURES = frozenset({"needs_ocr", "no_text"})
"""Outcomes to expect of files that only OCR can read: reading them is better than refusing them."""
LEAST_ORDER_OF_TEXT = 0.97
LEAST_ORDER_OF_SCANS = 0.93


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """What came of one file.

    ``outcome`` is ``text``, ``read by OCR`` or the code of the refusal, whose words are ``message``. Scores are in
    [0, 1]; ``order`` is None where nothing was read or no truth is known. ``order_by_peer`` holds the plain
    readers for this kind of file; one that is not installed has None. ``has_ocr`` where letters can be recognised.
    """

    file: str
    made: str
    media_type: str
    expected: str
    outcome: str
    message: str | None
    order: float | None
    order_by_peer: Mapping[str, float | None]
    has_ocr: bool

    @property
    def is_scan(self) -> bool:
        """Whether only OCR can read it."""
        return self.expected in PICTURES

    @property
    def wanted(self) -> str:
        """The outcome that is right here."""
        return BY_OCR if self.is_scan and self.has_ocr else self.expected

    @property
    def is_right(self) -> bool:
        """Whether the outcome is the expected one; a file for OCR must be read where letters can be recognised."""
        return self.outcome == self.wanted

    @property
    def least_order(self) -> float:
        """The order score below which the file counts as read badly."""
        return LEAST_ORDER_OF_SCANS if self.is_scan else LEAST_ORDER_OF_TEXT

    @property
    def failure(self) -> str | None:
        """What is wrong with the row in one sentence, None when nothing is."""
        if not self.is_right:
            return f"expected {self.wanted}, got {self.outcome}" + (f": {self.message}" if self.message else "")
        if self.order is not None and self.order < self.least_order:
            return f"order {self.order:.3f}, less than {self.least_order}"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingReport:
    """All files of a folder in the order of its list, and how to install the plain readers that are missing."""

    rows: tuple[ReadingRow, ...]
    install_by_peer: Mapping[str, str]

    @property
    def groups(self) -> "tuple[ReadingGroup, ...]":
        """The figures of files that hold text, and of those that only OCR can read."""
        return group_of(self.rows, scans=False), group_of(self.rows, scans=True)


@dataclass(frozen=True, slots=True)
class PeerMean:
    """The mean order of one plain reader over the files it is for, and ours over the same files."""

    name: str
    n_files: int
    order: float
    ours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingGroup:
    """The figures of files of one sort; ``order`` is the mean over those that were read, None if none was."""

    name: str
    n_files: int
    n_right: int
    order: float | None
    peers: tuple[PeerMean, ...]


def evaluate_reading(folder: Path, limits: Limits = Limits()) -> ReadingReport:  # noqa: B008 - frozen
    """Read every file of a folder and compare what comes out with what is in it.

    Parameters
    ----------
    folder : Path
        Holds ``files.json`` or ``files/files.json``: rows with ``file``, ``expected`` (``text`` or the code of a
        refusal), ``made`` and ``truth`` (the path of the text beside the list, or null). The files stand beside
        the list, or in ``files`` beside it.
    limits : Limits, default Limits()
        What one file may cost.

    Returns
    -------
    ReadingReport
        A row for each file.

    Raises
    ------
    InvalidDocumentSet
        If there is no list, it is not as described, or a file of it is missing.
    """
    listing = listing_of(folder)
    if listing is None:
        raise InvalidDocumentSet(f"{folder} holds neither {LISTING} nor files/{LISTING}.")
    rows = listed(listing)
    beside = listing.parent / "files"
    home = beside if beside.is_dir() else listing.parent
    contents = [bytes_of(home / str(row["file"])) for row in rows]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        attempts = list(pool.map(lambda content: attempt(content, limits), contents))
    plain = peers()
    return ReadingReport(
        rows=tuple(
            measured(row, content, ours, truth_of(listing.parent, row), plain)
            for row, content, ours in zip(rows, contents, attempts, strict=True)
        ),
        install_by_peer={peer.name: peer.install for peer in plain if peer.read is None},
    )


def listing_of(folder: Path) -> Path | None:
    """Find the list of a folder's files whose text is known.

    Parameters
    ----------
    folder : Path
        A folder to measure on.

    Returns
    -------
    Path or None
        The list, None where there is none.
    """
    places = (folder / LISTING, folder / "files" / LISTING)
    return next((place for place in places if place.is_file()), None)


def order_score(text: str, truth: str) -> float:
    r"""Share of the truth's words that a text has in the right order.

    Parameters
    ----------
    text : str
        What a reader gave.
    truth : str
        What the file says, in reading order.

    Returns
    -------
    float
        Longest common subsequence over words, divided by the words of the truth; 1 where the truth has none.
        Words stand between white space; bullets and rules alone are none.

    Examples
    --------
    >>> order_score("Turner, 4 years: lathes", "Turner, 4 years:\n• lathes")
    1.0
    >>> order_score("lathes Turner, 4 years:", "Turner, 4 years:\n• lathes")
    0.75
    """
    words = words_of(truth)
    return common_words(words, words_of(text)) / len(words) if words else 1.0


def words_of(text: str) -> list[str]:
    """Split a text into words, dropping what holds neither letter nor digit."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def common_words(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest common subsequence.

    One bit for each word of the first, all handled at once by the arithmetic of long integers; a zero bit marks
    where the subsequence grows (Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
    """
    places: dict[str, int] = {}
    for position, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << position
    everything = (1 << len(first)) - 1
    row = everything
    for word in second:
        met = row & places.get(word, 0)
        row = (row + met | row - met) & everything
    return len(first) - row.bit_count()


# ----------------------------------------------------------------------------------------------------- one file


@dataclass(frozen=True, slots=True)
class Attempt:
    """What reading a file gave: an outcome, and either the document or the words of the refusal."""

    outcome: str
    document: Document | None = None
    message: str | None = None


def attempt(content: bytes, limits: Limits) -> Attempt:
    """Read a file, or keep why it cannot be read."""
    try:
        document = read(content, limits=limits)
    except UnreadableDocument as error:
        return Attempt(error.code, message=str(error))
    return Attempt(how_read(document), document=document)


def measured(
    row: Mapping[str, str | None],
    content: bytes,
    ours: Attempt,
    truth: str | None,
    plain: Sequence[Peer],
) -> ReadingRow:
    """Put one row together."""
    media_type = kinds.media_type_of(content) if content else kinds.UNKNOWN
    expected = str(row["expected"])
    is_readable = truth is not None and (expected == TEXT or expected in PICTURES)
    return ReadingRow(
        file=str(row["file"]),
        made=str(row["made"]),
        media_type=media_type,
        expected=expected,
        outcome=ours.outcome,
        message=ours.message,
        order=order_score(ours.document.text, truth) if ours.document and truth is not None else None,
        order_by_peer={
            peer.name: peer_order(peer, content, truth or "")
            for peer in plain
            if is_readable and peer.is_for(media_type)
        },
        has_ocr=ocr.engine() is not None,
    )


def how_read(document: Document) -> str:
    """Tell a document whose every page was recognised in a picture from one with text of its own."""
    return BY_OCR if all(page.by_ocr for page in document.pages) else TEXT


def peer_order(peer: Peer, content: bytes, truth: str) -> float | None:
    """Score a plain reader; one that gives up has read nothing."""
    if peer.read is None:
        return None
    try:
        return order_score(peer.read(content), truth)
    except Exception:  # whatever somebody else's reader raises, it has not read the file
        return 0.0


# ----------------------------------------------------------------------------------------------------- the list


def listed(listing: Path) -> list[dict[str, str | None]]:
    """Read the list of files."""
    try:
        rows = json.loads(listing.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InvalidDocumentSet(f"{listing} is no JSON: {error}.") from error
    needed = {"file", "expected", "made", "truth"}
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        if not isinstance(row, dict) or not needed <= set(row):
            raise InvalidDocumentSet(f"{listing}, row {number}: it needs {', '.join(sorted(needed))}.")
    return list(rows)


def bytes_of(path: Path) -> bytes:
    """Open a file of the list."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidDocumentSet(f"{path} is listed but cannot be opened: {error.strerror}.") from error


def truth_of(home: Path, row: Mapping[str, str | None]) -> str | None:
    """Return what a file says, where that is known."""
    return bytes_of(home / row["truth"]).decode("utf-8") if row["truth"] else None


# ------------------------------------------------------------------------------------------------------ figures


def group_of(rows: Sequence[ReadingRow], *, scans: bool) -> ReadingGroup:
    """Give the figures of the scans, or of all files that hold text."""
    chosen = [row for row in rows if row.is_scan == scans and (scans or row.expected == TEXT)]
    return ReadingGroup(
        name="scans" if scans else "text files",
        n_files=len(chosen),
        n_right=sum(row.is_right for row in chosen),
        order=mean([row.order for row in chosen if row.order is not None]),
        peers=tuple(peer for name in peer_names(chosen) if (peer := peer_mean(name, chosen))),
    )


def peer_names(rows: Sequence[ReadingRow]) -> list[str]:
    """Give the plain readers of these files, each once, in the order of their columns."""
    return list(dict.fromkeys(name for row in rows for name in row.order_by_peer))


def peer_mean(name: str, rows: Sequence[ReadingRow]) -> PeerMean | None:
    """Compare one plain reader with ours over the files it is for; a file that we refused counts 0 for us."""
    pairs = [(order, row.order or 0.0) for row in rows if (order := row.order_by_peer.get(name)) is not None]
    if not pairs:
        return None
    return PeerMean(name, len(pairs), fmean(theirs for theirs, _ in pairs), fmean(ours for _, ours in pairs))


def mean(values: Sequence[float]) -> float | None:
    """Mean of values, None without any."""
    return fmean(values) if values else None
