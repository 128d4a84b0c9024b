import pytest

from recruit.documents.markup.declared_encoding import decode_html


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("shift_jis", "shift_jis"),
        ("iso-8859-1", "utf-8"),
        ("utf-7", "utf-8"),
        ("x", "utf-8"),
    ],
)
def test_encoding_is_that_of_the_letters_or_as_declared(declared, encoding):
    text = "Токарь" if encoding == "cp1251" else "旋盤工" if encoding == "shift_jis" else "± Größe"
    source = f"<meta charset='{declared}'><p>{text}</p>"
    assert decode_html(source.encode(encoding)) == source
