import io
import zipfile

import pytest

from recruit.documents.office.odt import read_odt
from recruit.documents.reader import Limits

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
WHITE = '<style:text-properties fo:color="#ffffff"/>'
DARK = 'fo:background-color="#1f3864"'


def read(body: str, styles: str = "") -> tuple[str, list[str]]:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{style('W', WHITE)}{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    reading = read_odt(buffer.getvalue(), Limits())
    text = "\n".join(" ".join(block.text.split()) for block in reading.pages[0].blocks)
    return text, [finding.code for finding in reading.findings]


def style(name: str, properties: str, family: str = "text") -> str:
    return f'<style:style style:name="{name}" style:family="{family}">{properties}</style:style>'


def span(text: str, name: str = "W") -> str:
    return f'<text:span text:style-name="{name}">{text}</text:span>'


@pytest.mark.parametrize(
    "properties",
    [
        'fo:color="#ffffff"',
        'fo:color="#FDFEFE"',
        'fo:font-size="1pt"',
        'fo:color="#000000" fo:background-color="#000000"',
    ],
    ids=["white", "nearly white", "tiny", "black on black"],
)
def test_letters_that_nobody_sees_are_left_out_and_named(properties):
    styles = style("H", f"<style:text-properties {properties}/>")
    assert read(f"<text:p>Turner {span('swarf reamer', 'H')} fitter</text:p>", styles) == (
        "Turner fitter",
        ["hidden_text"],
    )


def test_white_letters_of_a_paragraph_are_left_out_down_to_a_span_of_another_colour():
    styles = style("P", WHITE, "paragraph") + style("B", '<style:text-properties fo:color="#000000"/>')
    body = f"<text:p text:style-name='P'>swarf {span('Turner', 'B')} reamer</text:p>"
    assert read(body, styles) == ("Turner", ["hidden_text"])


@pytest.mark.parametrize(
    "properties",
    [
        'fo:color="#bfbfbf"',
        f'fo:color="#ffffff" {DARK}',
        'fo:color="#ffffff" style:text-outline="true"',
        'fo:color="#ffffff" style:use-window-font-color="true"',
        'fo:font-size="6pt"',
    ],
    ids=["grey", "on a dark ground", "with a line around", "as the window likes", "small"],
)
def test_letters_that_can_be_read_stay(properties):
    styles = style("S", f"<style:text-properties {properties}/>")
    assert read(f"<text:p>{span('Turner', 'S')}</text:p>", styles) == ("Turner", [])


def test_white_letters_stay_in_a_dark_paragraph():
    styles = style("D", f"<style:paragraph-properties {DARK}/>", "paragraph")
    assert read(f"<text:p text:style-name='D'>{span('Turner')}</text:p>", styles) == ("Turner", [])


@pytest.mark.parametrize("family", ["table", "table-row", "table-cell"])
def test_white_letters_stay_in_a_dark_table_row_or_cell_and_nowhere_beside_it(family):
    named = {kind: f"table:style-name='{'D' if kind == family else 'none'}'" for kind in
             ("table", "table-row", "table-cell")}  # fmt: skip
    table = (
        f"<table:table {named['table']}><table:table-row {named['table-row']}>"
        f"<table:table-cell {named['table-cell']}><text:p>{span('Turner')}</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    styles = style("D", f"<style:{family}-properties {DARK}/>", family)
    assert read(f"{table}<text:p>{span('swarf')}</text:p>", styles) == ("Turner", ["hidden_text"])


@pytest.mark.parametrize(
    ("fill", "text"),
    [
        ('draw:fill="solid" draw:fill-color="#1f3864"', "Turner"),
        ('draw:fill="solid" draw:fill-color="#ffffff"', ""),
        ('draw:fill="gradient"', "Turner"),
        ('draw:fill="none"', ""),
    ],
)
def test_white_letters_in_a_box_stay_where_it_may_be_dark(fill, text):
    box = f"<draw:frame draw:style-name='F'><draw:text-box><text:p>{span('Turner')}</text:p></draw:text-box>"
    styles = style("F", f"<style:graphic-properties {fill}/>", "graphic")
    assert read(f"<text:p>{box}</draw:frame></text:p>", styles)[0] == text


def test_white_letters_stay_where_a_shape_lies_behind_the_text():
    styles = style("F", '<style:graphic-properties style:run-through="background"/>', "graphic")
    assert read(f"<text:p>{span('Turner')}</text:p>", styles) == ("Turner", [])


@pytest.mark.parametrize(("page", "text"), [("#1f3864", "Turner"), ("#ffffff", "")])
def test_white_letters_stay_on_a_dark_page(page, text):
    layout = f'<style:page-layout><style:page-layout-properties fo:background-color="{page}"/></style:page-layout>'
    assert read(f"<text:p>{span('Turner')}</text:p>", layout)[0] == text
