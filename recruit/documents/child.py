"""The process one document is read in: limits first, then the file in, the answer out.

Started by ``recruit.documents.sandbox``. Line one of the input is JSON with the limits, the rest is the file. Line
one of the answer is ``ready``, line two JSON with either the document or the refusal.
"""

import json
import os
import resource
import sys
from dataclasses import asdict

from recruit.documents import refusals
from recruit.documents.reader import Limits
from recruit.documents.reading import read_in_process
from recruit.documents.sandbox import READY
from recruit.errors import UnreadableDocument

MAX_OPEN_FILES = 32


def restrain(limits: Limits) -> None:
    """Give up memory, processor time, files and core dumps beyond the limits, for good."""
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_NOFILE, MAX_OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))


def answer(content: bytes, limits: Limits) -> dict[str, object]:
    """Read the file, or say why not."""
    try:
        return {"document": asdict(read_in_process(content, limits))}
    except UnreadableDocument as error:
        return {"refusal": {"code": error.code, "message": str(error)}}
    except (MemoryError, RecursionError):
        refusal = refusals.unfinished()
        return {"refusal": {"code": refusal.code, "message": str(refusal)}}


def main() -> None:
    """Serve one document and end."""
    # Nothing a library prints may get between the two lines of the answer.
    with os.fdopen(os.dup(1), "wb") as output:
        os.dup2(2, 1)
        limits = Limits(**json.loads(sys.stdin.buffer.readline()))
        restrain(limits)
        output.write(READY)
        output.flush()
        output.write(json.dumps(answer(sys.stdin.buffer.read(), limits)).encode("ascii"))


if __name__ == "__main__":
    main()
