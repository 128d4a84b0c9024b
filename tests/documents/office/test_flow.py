import pytest

from recruit.documents.office.flow import page_of, row_of
from recruit.documents.reader import RawBlock
from recruit.vocabulary.shapes import BlockKind


def blocks(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[RawBlock]:
    return [RawBlock(text, kind) for text in texts]


def test_row_leaves_empty_cells_out():
    assert row_of([blocks("Mill"), blocks(""), blocks("6 years")]) == [
        RawBlock("Mill\t6 years", BlockKind.TABLE_ROW)
    ]


def test_row_with_one_filled_cell_keeps_what_that_cell_is():
    heading = blocks("SKILLS", kind=BlockKind.HEADING)
    assert row_of([heading, [], blocks(" ")]) == heading


@pytest.mark.parametrize("cell", [blocks("2014", "2019"), blocks("2014\n2019")], ids=["paragraphs", "broken line"])
def test_row_whose_cells_have_several_lines_is_read_cell_after_cell(cell):
    assert row_of([cell, blocks("Bay Tool")]) == [*cell, RawBlock("Bay Tool")]


def test_page_has_its_parts_in_order_with_gaps_between():
    page = page_of(
        blocks("One", "", "Two"), headers=[blocks("Head")], notes=blocks("Note"), footers=[blocks("Foot")]
    )
    assert [(block.text, block.kind.value, block.after_gap) for block in page.blocks] == [
        ("Head", "header", False),
        ("One", "paragraph", True),
        ("Two", "paragraph", True),
        ("Note", "paragraph", True),
        ("Foot", "footer", True),
    ]


def test_lines_that_headers_share_are_read_once():
    page = page_of([], headers=[blocks("Ada Novak", "Page 1"), blocks("Ada Novak", "", "Page 2")])
    assert [block.text for block in page.blocks] == ["Ada Novak", "Page 1", "Page 2"]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("•\tMills", "• Mills"),
        ("- Mills", "- Mills"),
        ("\uf0b7 Mills", "• Mills"),
        ("\u2013 Mills", "\u2013 Mills"),
    ],
)
def test_paragraph_with_a_typed_bullet_is_an_item(text, item):
    (block,) = page_of(blocks(text)).blocks
    assert (block.kind, block.text) == (BlockKind.LIST_ITEM, item)


@pytest.mark.parametrize("text", ["-.0005 in", "±.0005", "\uf0b1.0005", "*", "\u2013", "A - B"])
def test_paragraph_that_begins_with_another_sign_is_none(text):
    (block,) = page_of(blocks(text)).blocks
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, text)
