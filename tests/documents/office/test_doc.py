import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.office.doc import read_doc
from recruit.documents.reader import Limits
from tests.documents.office_files import BLOCKS, blocks_of, office_file, read_or_refuse, refusal, texts_of

RESUME = office_file("resume.doc")
WORD_DOCUMENT = RESUME.index(bytes.fromhex("eca5"))
VERSION, FLAGS, LENGTHS = 0x02, 0x0A, 0x4C


def changed(place: int, data: bytes, content: bytes = RESUME) -> bytes:
    """The file with other bytes at a place of its header."""
    start = WORD_DOCUMENT + place
    return content[:start] + data + content[start + len(data) :]


def test_file_of_libreoffice_is_read_whole():
    assert blocks_of(read_doc, RESUME) == BLOCKS


def test_blocks_after_a_blank_paragraph_have_a_gap_before_them():
    (page,) = read_doc(RESUME, Limits()).pages
    gaps = [block.text.strip() for block in page.blocks if block.after_gap]
    assert gaps == ["Experience", "Skills", "Renewed in 2024", "References on request"]


def test_document_with_a_password_is_encrypted():
    assert refusal(read_doc, changed(FLAGS, b"\x00\x13")) == "encrypted"


@pytest.mark.parametrize(
    ("place", "data"), [(0, b"\xdc\xa5"), (VERSION, b"\x68\x00")], ids=["other identity", "earlier version"]
)
def test_document_older_than_word_97_is_named(place, data):
    assert refusal(read_doc, changed(place, data)) == "unsupported_type"


def test_text_that_never_ends_is_too_large():
    assert refusal(read_doc, RESUME, Limits(max_characters=100)) == "too_large"


def test_lengths_that_lie_are_held_to_the_text():
    assert ("paragraph", "Certified welder") in blocks_of(read_doc, changed(LENGTHS, b"\xff\xff\xff\x7f"))


def test_last_sector_may_be_cut_short():
    stripped = RESUME.rstrip(b"\0")
    assert texts_of(read_doc, stripped) == texts_of(read_doc, RESUME)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_document_cut_short_is_corrupt(share):
    assert refusal(read_doc, RESUME[: int(share * len(RESUME))]) == "corrupt"


@pytest.mark.parametrize("content", [b"", RESUME[:8], b"Welder", RESUME[:8] + bytes(4000)])
def test_document_with_nothing_in_it_is_corrupt(content):
    assert refusal(read_doc, content) == "corrupt"


def test_file_system_that_lists_itself_without_end_is_corrupt():
    listings = 0x48
    content = RESUME[:listings] + b"\xff\xff\xff\x7f" + RESUME[listings + 4 :]
    assert refusal(read_doc, content) == "corrupt"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_after_the_signature_are_read_or_refused(rest):
    read_or_refuse(read_doc, RESUME[:8] + rest)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(RESUME)), st.binary(min_size=1, max_size=4)), min_size=1, max_size=8))
def test_any_bytes_inside_a_file_are_read_or_refused(changes):
    content = bytearray(RESUME)
    for place, noise in changes:
        content[place : place + len(noise)] = noise
    read_or_refuse(read_doc, bytes(content))
