"""Measures one extractor in this process: ``python -m recruit.matching.speed NAME``, texts as JSON on its input.

It writes a line once the extractor has answered for the first time, then a line of JSON with what all took.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from recruit.matching import extract
from recruit.matching.extraction_baselines import EntityRuling, PhraseMatching, SubstringSearch
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import Kind, SkillMention

Extractor = Callable[[str, Kind], Sequence[SkillMention]]

EXTRACTORS: dict[str, Callable[[], Extractor]] = {
    "recruit": lambda: extract,
    "PhraseMatcher": lambda: PhraseMatching(load_vocabulary()),
    "EntityRuler": lambda: EntityRuling(load_vocabulary()),
    "substrings": lambda: SubstringSearch(load_vocabulary()),
}
FIRST = "CNC machinist, 5 years on Haas mills"
ROUNDS = 3
KIBIBYTE = 1024


def main(name: str) -> None:
    """Answer once, then read the texts a few times and tell the least processor time.

    Parameters
    ----------
    name : str
        One of ``EXTRACTORS``.
    """
    extractor = EXTRACTORS[name]()
    extractor(FIRST, Kind.RESUME)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    texts = json.load(sys.stdin)
    seconds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        found = sum(len(extractor(text, Kind.RESUME)) for text in texts)
        seconds.append(time.process_time() - begun)
    sys.stdout.write(json.dumps({"seconds": min(seconds), "found": found, "peak_bytes": peak_bytes()}))


def peak_bytes() -> int:
    """The most memory this process ever held.

    Returns
    -------
    int
        Bytes.
    """
    status = Path("/proc/self/status")
    if status.exists():
        # What the system tells of a process that was forked holds its parent's peak as well; this does not.
        return int(status.read_text(encoding="ascii").partition("VmHWM:")[2].split()[0]) * KIBIBYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main(sys.argv[1])
