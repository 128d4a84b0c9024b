"""What every reader is given and gives back: limits in; pages of blocks, and findings, out."""

from collections.abc import Callable
from dataclasses import dataclass

from recruit.vocabulary.shapes import BlockKind, Finding

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one document may cost before it is refused.

    Parameters
    ----------
    wall_seconds : float, default 30.0
        Seconds on the clock, the recognition of letters in pictures not counted.
    cpu_seconds : int, default 20
        Seconds of processor time, of each process.
    memory_bytes : int, default 1 GiB
        Address space of the reading process, in bytes.
    max_bytes : int, default 10 MiB
        Size of the file, in bytes.
    max_pages : int, default 60
        Pages of a PDF, or pictures of a file that holds several.
    max_unpacked_bytes : int, default 100 MiB
        Size of everything inside a packed file, in bytes.
    max_unpacked_files : int, default 2000
        Number of files inside a packed file.
    max_nesting : int, default 3
        How deep files may stand inside files: an e-mail within an e-mail, a resume attached to it.
    max_characters : int, default 1000000
        Code points of text; more than that is no resume and no posting.
    max_pixels : int, default 60000000
        Pixels of one picture.
    max_ocr_pages : int, default 20
        Pages whose letters are recognised; further ones are named in a finding.
    ocr_seconds : float, default 20.0
        Seconds on the clock that the letters of one page may take.
    ocr_memory_bytes : int, default 3 GiB
        Address space while letters are recognised, in bytes.
    """

    wall_seconds: float = 30.0
    cpu_seconds: int = 20
    memory_bytes: int = 1024 * MEBIBYTE
    max_bytes: int = 10 * MEBIBYTE
    max_pages: int = 60
    max_unpacked_bytes: int = 100 * MEBIBYTE
    max_unpacked_files: int = 2000
    max_nesting: int = 3
    max_characters: int = 1_000_000
    max_pixels: int = 60_000_000
    max_ocr_pages: int = 20
    ocr_seconds: float = 20.0
    ocr_memory_bytes: int = 3 * 1024 * MEBIBYTE


# Not frozen: there are a thousand to a resume, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Word:
    """A word where it stands on its upright page, in points from the top left corner; y grows downwards.

    ``order`` counts words as the file draws them. ``size`` is that of its letters, in points.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    order: int


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One paragraph, heading, item or row as its reader found it, not cleaned yet.

    ``text`` has tabs between the cells of a row, and line ends only where the file breaks a line on purpose.
    ``words`` are those of the text, in its order, where the format knows their places. ``after_gap`` where more
    space stands before the block than between lines.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    words: tuple[Word, ...] = ()
    after_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """The blocks of one page in reading order; its size in points, None where the format has no pages.

    ``turns`` by how many quarters, clockwise, it has to be turned to be upright; its size and the places of its
    words are those after that.
    """

    blocks: tuple[RawBlock, ...] = ()
    width_points: float | None = None
    height_points: float | None = None
    by_ocr: bool = False
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Words one can click on, and where that leads; nobody follows it."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: pages of blocks, what it noticed on the way, and the program that made the file.

    ``name`` is the person's where the file says so in as many words, ``title`` what it calls itself, which need
    not be part of its text; ``links`` stand in the order of the text.
    """

    pages: tuple[RawPage, ...]
    findings: tuple[Finding, ...] = ()
    producer: str | None = None
    name: str | None = None
    title: str | None = None
    links: tuple[Link, ...] = ()


Reader = Callable[[bytes, Limits], Reading]
