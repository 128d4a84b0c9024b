import contextlib
import json
import os
import subprocess
import sys

import pytest

from recruit.documents import Limits, kinds, read
from recruit.errors import RecruitError, UnreadableDocument

SHOP = "Tool grinder, nine years. Anca, Walter, Zoller presetter, runout under 5 µm."


def refusal(content: bytes, **options: object) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read(content, **options)
    return caught.value


def test_document_comes_back_whole_from_its_process(pdf, lines):
    document = read(pdf(lines([SHOP]), lines(["Second page"])))
    assert document.text == f"{SHOP}\n\nSecond page"
    assert [(page.number, page.start, page.end) for page in document.pages] == [
        (1, 0, len(SHOP)),
        (2, len(SHOP) + 2, len(SHOP) + 13),
    ]
    assert document.findings[0].code == "very_short_text"


@pytest.mark.parametrize("name", ["resume.txt", "resume.pdf", "../../etc/passwd", ""])
def test_name_decides_nothing(pdf, lines, name):
    assert read(pdf(lines([SHOP])), name=name).media_type == kinds.PDF
    assert read(SHOP.encode(), name=name).media_type == kinds.TEXT


def test_name_stands_before_the_message_without_its_control_characters():
    assert str(refusal(b"", name="my\x1b[31m\nresume.pdf")).startswith("my?[31m?resume.pdf: This file is empty.")


def test_file_over_the_limit_is_too_large():
    error = refusal(b"x" * 2_000_000, limits=Limits(max_bytes=1_000_000))
    assert (error.code, "1.9 MB" in str(error)) == ("too_large", True)


def test_reading_that_takes_too_long_is_stopped(pdf, lines):
    assert refusal(pdf(lines([SHOP])), limits=Limits(wall_seconds=0.01)).code == "too_slow"


def test_reading_that_computes_too_long_is_stopped(pdf):
    def scattered(canvas):
        canvas.setFont("Helvetica", 4)
        for number in range(1400):
            canvas.drawString(7919 * number % 580, 104729 * number % 780, "ab")

    assert refusal(pdf(*[scattered] * 20), limits=Limits(cpu_seconds=1)).code == "too_slow"


def test_file_that_breaks_its_process_is_refused_and_the_next_one_is_read():
    hungry = (SHOP * 100_000).encode()
    assert refusal(hungry, limits=Limits(memory_bytes=32 * 1024 * 1024)).code == "corrupt"
    assert read(SHOP.encode()).text == SHOP


def test_process_that_cannot_begin_is_not_the_fault_of_the_file():
    with pytest.raises(RecruitError, match="Documents cannot be read on this machine") as caught:
        read(SHOP.encode(), limits=Limits(memory_bytes=2**80))
    assert not isinstance(caught.value, UnreadableDocument)


def test_process_loads_nothing_heavy():
    loaded = "import recruit.documents.child, sys, json; print(json.dumps(sorted(sys.modules)))"
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", loaded]
    output = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert not {"spacy", "sklearn", "scipy", "sqlalchemy", "flask"} & set(json.loads(output))


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_damaged_bytes_always_end_in_text_or_a_reason(pdf, lines, share):
    content = bytearray(pdf(lines([SHOP] * 20)))
    for place in range(int(share * len(content)), len(content), 97):
        content[place] = 0xFF - content[place]
    with contextlib.suppress(UnreadableDocument):
        assert read(bytes(content)).text
