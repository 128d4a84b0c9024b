import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.filetypes.signatures import UNKNOWN, rarely_met_type, signed_type


@pytest.mark.parametrize("text", [b"BMW", b"BM", b"MZ", b"", b"RIFF", b"ID card", b"II*", b"Rar! file"])
def test_words_that_begin_like_a_signature_are_none(text):
    assert signed_type(text) is None


def test_tape_archive_is_known_by_its_mark_inside():
    assert signed_type(b"resume.txt" + bytes(247) + b"ustar\x00" + bytes(200)) == "application/x-tar"


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=300))
def test_any_bytes_have_a_signature_or_none(content):
    assert "/" in (signed_type(content) or UNKNOWN)
    assert "/" in rarely_met_type(content)
