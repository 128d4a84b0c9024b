import contextlib
import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from recruit.documents import Limits, read
from recruit.documents.filetypes import kinds
from recruit.documents.process import sandbox
from recruit.errors import RecruitError, UnreadableDocument
from tests.documents.paper import bytes_of, printed
from tests.documents.process.processes import ends_soon, started_by

SHOP = "Tool grinder, nine years. Anca, Walter, Zoller presetter, runout under 5 µm."
OPEN_FILES = Path("/dev/fd")
PATIENT = Limits(wall_seconds=300, ocr_seconds=300)


def refusal(content: bytes, **options: object) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read(content, **options)
    return caught.value


def scattered(canvas):
    """A page that takes long to put in order."""
    canvas.setFont("Helvetica", 4)
    for number in range(1400):
        canvas.drawString(7919 * number % 580, 104729 * number % 780, "ab")


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


def test_reading_that_takes_too_long_is_stopped(pdf):
    assert refusal(pdf(*[scattered] * 20), limits=Limits(wall_seconds=0.05)).code == "too_slow"
    assert read(SHOP.encode()).text == SHOP


def test_reading_that_computes_too_long_is_stopped(pdf):
    error = refusal(pdf(*[scattered] * 40), limits=Limits(cpu_seconds=1))
    assert (error.code, "1 seconds" in str(error)) == ("too_slow", True)


def test_file_that_breaks_its_process_is_refused_and_the_next_one_is_read():
    hungry = (SHOP * 100_000).encode()
    assert refusal(hungry, limits=Limits(memory_bytes=32 * 1024 * 1024)).code == "corrupt"
    assert read(SHOP.encode()).text == SHOP


def test_process_that_cannot_begin_is_not_the_fault_of_the_file():
    with pytest.raises(RecruitError, match="Documents cannot be read on this machine") as caught:
        read(SHOP.encode(), limits=Limits(memory_bytes=2**80))
    assert not isinstance(caught.value, UnreadableDocument)
    assert read(SHOP.encode()).text == SHOP


def test_process_loads_nothing_heavy():
    loaded = "import recruit.documents.process.child, sys, json; print(json.dumps(sorted(sys.modules)))"
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


# ---------------------------------------------------------------------------------------------------- the pool


def test_many_threads_get_each_its_own_document():
    texts = [f"{SHOP} Number {number}." for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        documents = list(threads.map(lambda text: read(text.encode()), texts))
    assert [document.text for document in documents] == texts
    assert len(started_by(os.getpid())) <= sandbox.pool_size()


def test_reading_leaves_no_open_file_and_no_process_behind(pdf):
    sandbox.close()
    before = len(list(OPEN_FILES.iterdir()))
    slow = pdf(*[scattered] * 20)
    for content, limits in [(SHOP.encode(), Limits()), (slow, Limits(wall_seconds=0.05)), (b"%PDF-", Limits())]:
        with contextlib.suppress(UnreadableDocument):
            read(content, limits=limits)
    sandbox.close()
    assert len(list(OPEN_FILES.iterdir())) == before
    assert started_by(os.getpid()) == []


def test_nursery_that_somebody_ended_is_replaced():
    read(SHOP.encode())
    for nursery in started_by(os.getpid()):
        os.kill(nursery, signal.SIGKILL)
    assert read(SHOP.encode()).text == SHOP


def test_refusing_a_file_costs_no_nursery():
    sandbox.close()
    read(SHOP.encode())
    before = started_by(os.getpid())
    assert refusal(b"%PDF-1.7\nnothing").code == "corrupt"
    read(SHOP.encode())
    assert started_by(os.getpid()) == before


def test_forked_process_reads_with_nurseries_of_its_own():
    program = (
        "import os; from recruit.documents import read; from recruit.documents.process import sandbox; "
        "read(b'Toolmaker'); pid = os.fork(); "
        "print(os.getpid(), read(b'Toolmaker').text, flush=True); "
        "(os.waitpid(pid, 0) if pid else None); sandbox.close()"
    )
    command = [sys.executable, "-c", program]
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    output = subprocess.run(
        command, env=environment, capture_output=True, check=True, text=True, timeout=60
    ).stdout
    rows = [row.split() for row in output.splitlines()]
    assert [row[1] for row in rows] == ["Toolmaker", "Toolmaker"]
    assert rows[0][0] != rows[1][0]


def test_nurseries_end_with_the_process_that_started_them_even_when_it_is_killed():
    program = (
        "import sys; from recruit.documents import read; read(b'Toolmaker'); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program]
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        nurseries = started_by(process.pid)
        process.kill()
        process.wait()
    assert nurseries
    assert all(map(ends_soon, nurseries))


def test_cost_of_a_document_is_measured(pdf, lines):
    measured = sandbox.measure(pdf(lines([SHOP])))
    assert measured.document.text == SHOP
    assert 5_000_000 < measured.usage.peak_bytes < 500_000_000
    assert 0.0 < measured.usage.cpu_seconds < 5.0


def test_engine_is_loaded_once_for_the_scans_to_come():
    sandbox.close()
    scan = bytes_of(printed(["Toolmaker, nine years of dies"] * 3, dpi=60), "PNG")
    seconds = [sandbox.measure(scan, limits=PATIENT).usage.cpu_seconds for _ in range(4)]
    # The second child was born before the first had read.
    assert min(seconds[2:]) < 0.85 * min(seconds[:2])
