"""Words of Word documents that nobody sees: in files as python-docx writes them."""

import io

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from recruit.documents.office.docx import read_docx
from recruit.documents.reader import Limits

WHITE = RGBColor(0xFF, 0xFF, 0xFF)
SEEN = "Turns valve stems on a Hardinge"
WORDS = "swarf reamer broach"


def read(document) -> tuple[str, list[str]]:
    buffer = io.BytesIO()
    document.save(buffer)
    reading = read_docx(buffer.getvalue(), Limits())
    text = "\n".join(block.text for block in reading.pages[0].blocks)
    return text, [finding.code for finding in reading.findings]


def written(colour: RGBColor | None = None, points: float | None = None):
    """A document with a line in black, and the run of another line in the look given."""
    document = docx.Document()
    document.add_paragraph(SEEN)
    run = document.add_paragraph().add_run(WORDS)
    if colour is not None:
        run.font.color.rgb = colour
    if points is not None:
        run.font.size = Pt(points)
    return document, run


def shade(properties, fill: str) -> None:
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def shape_behind(behind: int, fill: str):
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    return parse_xml(
        f'<w:r {names}><w:drawing><wp:anchor behindDoc="{behind}"><wp:extent cx="2000000" cy="9000000"/>'
        f'<a:graphic><a:graphicData uri="x"><a:spPr><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></a:spPr>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("colour", "points"),
    [(WHITE, None), (RGBColor(0xFE, 0xFE, 0xFD), 11), (None, 1), (RGBColor(0, 0, 0), 1)],
    ids=["white", "nearly white", "tiny", "tiny and black"],
)
def test_letters_that_nobody_sees_are_left_out_and_named(colour, points):
    document, _ = written(colour, points)
    assert read(document) == (SEEN, ["hidden_text"])


@pytest.mark.parametrize("colour", [None, RGBColor(0xBF, 0xBF, 0xBF), RGBColor(0xFF, 0xFF, 0)])
def test_pale_letters_that_can_be_read_stay(colour):
    document, _ = written(colour)
    assert read(document) == (f"{SEEN}\n{WORDS}", [])


def test_white_letters_of_a_style_are_left_out():
    document, run = written()
    run.style = document.styles.add_style("Pale", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    run.style.font.color.rgb = WHITE
    assert read(document) == (SEEN, ["hidden_text"])


def test_a_paragraph_whose_style_is_hidden_is_left_out():
    document, run = written()
    style = document.styles.add_style("Ghost", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True
    document.paragraphs[1].style = style
    assert read(document) == (SEEN, ["hidden_text"])
    run.font.hidden = False
    assert read(document)[1] == []


def test_white_words_leave_the_room_they_take():
    document = docx.Document()
    paragraph = document.add_paragraph("Turner")
    paragraph.add_run(f" {WORDS} ").font.color.rgb = WHITE
    paragraph.add_run("fitter")
    assert read(document)[0] == "Turner fitter"


def test_white_letters_on_a_dark_highlight_stay():
    document, run = written(WHITE)
    run.font.highlight_color = WD_COLOR_INDEX.DARK_BLUE
    assert read(document) == (f"{SEEN}\n{WORDS}", [])


@pytest.mark.parametrize(("fill", "is_seen"), [("1F3864", True), ("FFFFFF", False), ("auto", False)])
def test_white_letters_in_a_shaded_paragraph_stay_where_the_shade_is_dark(fill, is_seen):
    document, _ = written(WHITE)
    shade(document.paragraphs[1]._p.get_or_add_pPr(), fill)
    assert (WORDS in read(document)[0]) is is_seen


@pytest.mark.parametrize(("fill", "is_seen"), [("1F3864", True), ("FFFFFF", False)])
def test_white_letters_in_a_cell_stay_where_it_is_dark(fill, is_seen):
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].paragraphs[0].add_run(WORDS).font.color.rgb = WHITE
    cells[1].text = SEEN
    shade(cells[0]._tc.get_or_add_tcPr(), fill)
    assert (WORDS in read(document)[0]) is is_seen


def test_white_letters_in_a_table_whose_style_has_dark_rows_stay():
    document = docx.Document()
    table = document.add_table(rows=1, cols=1, style="Medium Shading 1 Accent 1")
    table.rows[0].cells[0].paragraphs[0].add_run(WORDS).font.color.rgb = WHITE
    assert read(document) == (WORDS, [])


def test_white_letters_on_a_dark_page_stay():
    document, _ = written(WHITE)
    document.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="202020"/>'))
    assert WORDS in read(document)[0]


@pytest.mark.parametrize(
    ("behind", "fill", "is_seen"), [(1, "1F3864", True), (1, "FFFFFF", False), (0, "1F3864", False)]
)
def test_white_letters_stay_where_a_dark_shape_may_lie_behind_them(behind, fill, is_seen):
    document, _ = written(WHITE)
    document.paragraphs[0]._p.append(shape_behind(behind, fill))
    assert (WORDS in read(document)[0]) is is_seen


@pytest.mark.parametrize(("fill", "is_seen"), [("#1F3864", True), ("white", False)])
def test_white_letters_in_a_text_box_stay_where_it_is_dark(fill, is_seen):
    document = docx.Document()
    document.add_paragraph(SEEN)
    box = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
        f'<v:shape fillcolor="{fill}"><v:textbox><w:txbxContent><w:p><w:r>'
        f'<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>{WORDS}</w:t></w:r></w:p>'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.paragraphs[0]._p.append(parse_xml(box))
    assert (WORDS in read(document)[0]) is is_seen


def test_white_letters_with_a_line_around_them_stay():
    document, run = written(WHITE)
    run.font.outline = True
    assert WORDS in read(document)[0]
