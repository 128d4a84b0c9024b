import json
import struct
from dataclasses import replace

import pytest

from recruit.documents import refusals
from recruit.documents.process.answers import packed_document, packed_refusal, unpacked
from recruit.errors import UnreadableDocument
from recruit.vocabulary.shapes import (
    Block,
    BlockKind,
    Contact,
    Document,
    Evidence,
    Finding,
    Page,
    Place,
    Places,
    Position,
    Section,
    Verdict,
)

NAME = Evidence(start=0, end=3, text="Ana")
DOCUMENT = Document(
    text="Ana\nToolmaker since 2006 ±.0002 🔧",
    media_type="application/pdf",
    pages=(Page(number=1, start=0, end=32, width_points=612.0, height_points=792.0),),
    verdict=Verdict.USABLE,
    findings=(Finding(code="very_short_text", hint="Only 4 words.", page=1),),
    blocks=(Block(kind=BlockKind.HEADING, start=0, end=3), Block(kind=BlockKind.PARAGRAPH, start=4, end=32)),
    places=Places.of([Place(0, 3, 1, 72.25, 50.5, 90.0, 62.0), Place(4, 13, 1, 72.0, 70.0, 120.0, 82.0)]),
    contact=Contact(name=NAME, links=(replace(NAME, text="ana.example"),)),
    sections=(Section(name="work", start=4, body=4, end=32),),
    positions=(Position(start=4, end=32, title=Evidence(start=4, end=13, text="Toolmaker"), start_year=2006.0),),
    language="en",
)


def packed(head: object, places: bytes = b"") -> bytes:
    body = json.dumps(head).encode()
    return struct.pack("!I", len(body)) + body + places


def rows() -> list[object]:
    answer = packed_document(replace(DOCUMENT, places=Places()))
    return list(json.loads(answer[4:]))


def changed(position: int, value: object) -> bytes:
    head = rows()
    head[position] = value
    return packed(head)


def test_document_arrives_as_it_was_sent():
    assert unpacked(packed_document(DOCUMENT)) == DOCUMENT


def test_refusal_arrives_as_it_was_sent():
    with pytest.raises(UnreadableDocument) as caught:
        unpacked(packed_refusal(refusals.encrypted("PDF")))
    assert (caught.value.code, str(caught.value)) == ("encrypted", str(refusals.encrypted("PDF")))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xff\xff\xff{}", id="longer than it is"),
        pytest.param(packed(None), id="null"),
        pytest.param(packed([]), id="no fields"),
        pytest.param(packed({"code": "hacked", "message": "no"}), id="unknown code"),
        pytest.param(packed({"code": ["empty"], "message": "no"}), id="code is a list"),
        pytest.param(packed({}), id="refusal without code"),
        pytest.param(b"\x00\x01\x00\x00" + b"[" * 65536, id="deep"),
        pytest.param(changed(0, 5), id="text is a number"),
        pytest.param(changed(0, "half \ud800"), id="half a letter"),
        pytest.param(changed(2, [[1, 0, 99, 612.0, 792.0, False]]), id="page beyond the text"),
        pytest.param(changed(2, [[1, 0, 9, 612.0]]), id="page with fewer fields"),
        pytest.param(changed(2, [[True, 0, 9, 612.0, 792.0, False]]), id="true for a number"),
        pytest.param(changed(2, [[1, 0, 9, float("nan"), 792.0, False]]), id="width is no number"),
        pytest.param(changed(3, "superb"), id="unknown verdict"),
        pytest.param(changed(5, [["heading", 9, 3]]), id="block that ends before it starts"),
        pytest.param(changed(5, [["heading", -1, 3]]), id="block before the text"),
        pytest.param(changed(5, "heading"), id="blocks are a text"),
        pytest.param(packed(rows(), b"\x00" * 27), id="part of a place"),
        pytest.param(packed(rows(), struct.pack("<7i", 0, 99, 1, 0, 0, 0, 0)), id="place beyond the text"),
        pytest.param(packed(rows(), struct.pack("<7i", 5, 4, 1, 0, 0, 0, 0)), id="place that ends too early"),
        pytest.param(packed(rows(), struct.pack("<7i", 0, 1, 2, 0, 0, 0, 0)), id="place on no page"),
    ],
)
def test_answer_of_another_form_was_never_finished(answer):
    with pytest.raises(UnreadableDocument) as caught:
        unpacked(answer)
    assert str(caught.value) == str(refusals.unfinished())
