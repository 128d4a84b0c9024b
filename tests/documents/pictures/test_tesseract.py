import subprocess
import sys

import pytest

from recruit.documents.pictures import tesseract
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument
from tests.documents.paper import TOOLMAKER, bytes_of, printed

RESTRAINED = """
import io, resource, sys
from PIL import Image
from recruit.documents.pictures import tesseract
from recruit.documents.reader import Limits
limits = Limits()
resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
if sys.platform == "linux":
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
image = Image.open(io.BytesIO(sys.stdin.buffer.read())).convert("L")
for see in (tesseract.sightings_in, tesseract.seen_by_program):
    print(*(one.text for one in see(image, Limits(ocr_seconds=300))))
"""


def test_words_come_with_their_boxes_and_lines() -> None:
    seen = tesseract.sightings_in(printed(TOOLMAKER[:3], dpi=200).convert("L"), Limits(ocr_seconds=300))
    assert [one.text for one in seen[:5]] == ["Ottilie", "Vandermeer", "Marlow", "Falls,", "Ohio"]
    assert seen[0].line == seen[1].line != seen[2].line
    assert seen[0].right < seen[1].left
    assert all(0.5 < one.confidence <= 1 for one in seen)


def test_library_and_program_run_within_the_limits_of_the_reading_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RESTRAINED],
        input=bytes_of(printed(TOOLMAKER[:3], dpi=200)),
        capture_output=True,
        check=True,
    )
    by_library, by_program = done.stdout.splitlines()
    assert by_library == by_program
    assert by_library.startswith(b"Ottilie Vandermeer")


def test_program_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        tesseract.seen_by_program(printed(TOOLMAKER, dpi=200).convert("L"), Limits(ocr_seconds=0.01))
    assert caught.value.code == "too_slow"
