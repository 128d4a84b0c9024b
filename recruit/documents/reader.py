"""What every reader is given and gives back: limits in, pages of raw text and findings out."""

from collections.abc import Callable
from dataclasses import dataclass

from recruit.vocabulary.shapes import Finding

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one document may cost before it is refused.

    Parameters
    ----------
    wall_seconds : float, default 30.0
        Seconds on the clock, process start included.
    cpu_seconds : int, default 20
        Seconds of processor time.
    memory_bytes : int, default 1 GiB
        Address space of the reading process, in bytes.
    max_bytes : int, default 10 MiB
        Size of the file, in bytes.
    max_pages : int, default 60
        Pages of a PDF.
    max_unpacked_bytes : int, default 100 MiB
        Size of everything inside a packed file, in bytes.
    max_unpacked_files : int, default 2000
        Number of files inside a packed file.
    max_characters : int, default 1000000
        Code points of text; more than that is no resume and no posting.
    """

    wall_seconds: float = 30.0
    cpu_seconds: int = 20
    memory_bytes: int = 1024 * MEBIBYTE
    max_bytes: int = 10 * MEBIBYTE
    max_pages: int = 60
    max_unpacked_bytes: int = 100 * MEBIBYTE
    max_unpacked_files: int = 2000
    max_characters: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: one string per page, not cleaned yet, and what it noticed on the way."""

    pages: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


Reader = Callable[[bytes, Limits], Reading]
