from recruit.documents.pdf.margins import with_margins
from recruit.documents.reader import RawBlock, RawPage, Word
from recruit.vocabulary.shapes import BlockKind


def at(text: str, top: float) -> RawBlock:
    return RawBlock(text, words=(Word(text, 54, 300, top, top + 10, size=10, bold=False, order=0),))


def page(*blocks: RawBlock) -> RawPage:
    return RawPage(blocks=blocks, width_points=612, height_points=792)


def kinds(pages) -> list[list[str]]:
    return [[block.kind.value for block in one.blocks] for one in pages]


def test_what_repeats_at_top_and_bottom_runs_over_the_pages():
    pages = [page(at("Ines Falk", 30), at(f"Job {n}", 300), at(f"Page {n} of 2", 760)) for n in (1, 2)]
    assert kinds(with_margins(pages)) == [["header", "paragraph", "footer"]] * 2


def test_what_stands_once_at_the_top_is_no_header():
    pages = [page(at("Ines Falk", 30)), page(at("EDUCATION", 30))]
    assert kinds(with_margins(pages)) == [["paragraph"], ["paragraph"]]


def test_a_page_number_alone_at_the_bottom_is_a_footer():
    assert kinds(with_margins([page(at("Welder", 300), at("- 1 -", 760))])) == [["paragraph", "footer"]]


def test_a_line_repeated_in_the_middle_of_pages_is_text():
    pages = [page(at("Okuma LB3000", 400)), page(at("Okuma LB3000", 400))]
    assert [block.kind for one in with_margins(pages) for block in one.blocks] == [BlockKind.PARAGRAPH] * 2
