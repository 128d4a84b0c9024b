import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.filetypes.text_kinds import EMAIL, HEAD_BYTES, TEXT, head_of, text_type


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_beginning_is_decoded_in_any_encoding(encoding):
    assert head_of("Schleifer\r\n± 2 µm".encode(encoding)) == "Schleifer\n± 2 µm"


def test_only_the_beginning_is_decoded():
    assert len(head_of(b"x" * 10 * HEAD_BYTES)) == HEAD_BYTES


def test_head_of_a_mail_may_be_longer_than_what_is_looked_at():
    head = "Received: a\n" + "X-Checked: " + "y" * 60 + "\n" + "X-Long: " + "z" * 50
    assert text_type(head) == EMAIL


@pytest.mark.parametrize(
    "text",
    [
        "% a\n" + (" " * 30 + "\n%") * 300,
        "## a\n---|" + "-" * HEAD_BYTES + "x",
        "##" + "**a " * 4000,
        "<!--" * 4000,
        "[a](" * 4000,
        "From: a\n" * 2000,
    ],
)
def test_marks_without_end_are_plain_text_soon(text):
    assert text_type(text) == TEXT


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet="#*|-<>!/:{}[]()\"'\\ \nabcP%&;=~"))
def test_any_text_has_a_kind(text):
    assert "/" in text_type(text)
