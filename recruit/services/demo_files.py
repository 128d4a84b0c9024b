"""As many resumes as one likes, made of the lines of the demo's: for trying a bulk import, and for measuring."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from recruit.services.demo import DEMO, demo_world
from recruit.services.demo_formats import WRITERS, Part, Sheet

TEXT_KINDS = tuple(kind for kind in WRITERS if kind != "scan.pdf")
HEADINGS = ("SUMMARY", "EXPERIENCE", "EARLIER WORK", "MACHINES AND SKILLS", "EDUCATION AND TRAINING")
#: From half a page to two pages; on average 455, as resumes have.
FEWEST_WORDS, MOST_WORDS = 150, 760


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made: a name nobody else has, what kind it is, and its bytes."""

    name: str
    kind: str
    content: bytes


def made_files(
    count: int,
    *,
    seed: int = 1,
    kinds: Sequence[str] = TEXT_KINDS,
    fewest_words: int = FEWEST_WORDS,
    most_words: int = MOST_WORDS,
) -> Iterator[MadeFile]:
    """Make files of up to two pages, kind after kind; the same seed gives the same bytes."""
    for number in range(count):
        kind = kinds[number % len(kinds)]
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - nothing is kept secret by it
        sheet = made_sheet(chance, chance.randint(fewest_words, most_words))
        yield MadeFile(f"resume-{number + 1:06}.{kind}", kind, WRITERS[kind](sheet))


def write_demo_files(count: int, folder: Path, *, seed: int = 1, with_scans: bool = False) -> int:
    """Write files into a folder, which is made; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = tuple(WRITERS) if with_scans else TEXT_KINDS
    for made in made_files(count, seed=seed, kinds=kinds):
        (folder / made.name).write_bytes(made.content)
    return count


def made_sheet(chance: random.Random, words: int) -> Sheet:
    """Put together a resume nobody wrote: a name, and lines of several people under each heading."""
    first, last = (chance.choice(names) for names in demo_names())
    parts = tuple(Part(heading, made_lines(chance, words // len(HEADINGS))) for heading in HEADINGS)
    return Sheet(f"{first} {last}", parts)


def made_lines(chance: random.Random, words: int) -> tuple[str, ...]:
    """Draw lines until they are long enough."""
    lines: list[str] = []
    while sum(len(line.split()) for line in lines) < words:
        lines.append(chance.choice(demo_lines()))
    return tuple(lines)


@lru_cache(maxsize=1)
def demo_lines() -> tuple[str, ...]:
    """Return the lines of the demo's text files, without those about one person: names, addresses, numbers."""
    texts = [path.read_text(encoding="utf-8") for path in demo_resumes() if path.suffix == ".txt"]
    rows = [line.strip() for text in texts for line in text.splitlines()[2:]]
    return tuple(row for row in rows if len(row.split()) > 3 and "@" not in row and "555" not in row)


@lru_cache(maxsize=1)
def demo_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the first and the last names of the demo's people."""
    names = [row["display_name"].split() for row in demo_world()["candidates"]]
    return tuple(name[0] for name in names), tuple(name[-1] for name in names)


def demo_resumes() -> list[Path]:
    """Return the files of the demo's people, in the order of their names."""
    return sorted(Path(str(DEMO / "resumes")).iterdir())
