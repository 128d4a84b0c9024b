import pytest

from recruit.documents.office.styles import SYMBOL_FONT, is_heading_style


@pytest.mark.parametrize("name", ["heading 2", "Heading_2", "Heading1", "Title", "HEADING"])
def test_styles_that_every_program_has_for_headings_are_known(name: str) -> None:
    assert is_heading_style(name)


@pytest.mark.parametrize("name", ["Heading 1 Char", "Subtitle", "Normal", "Table heading", ""])
def test_other_styles_are_for_no_heading(name: str) -> None:
    assert not is_heading_style(name)


def test_fonts_of_signs_are_told_by_their_names() -> None:
    names = ("Wingdings 2", "OpenSymbol", "ITC Zapf Dingbats", "Arial")
    assert [bool(SYMBOL_FONT.search(name)) for name in names] == [True, True, True, False]
