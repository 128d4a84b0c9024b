import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.office.odt import read_odt
from recruit.documents.reader import Limits, Link
from tests.documents.office_files import BLOCKS, blocks_of, office_file, read_or_refuse, refusal, texts_of

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "svg": "svg-compatible", "meta": "meta",
    }.items()
)  # fmt: skip


def content_of(body: str, styles: str = "") -> str:
    return (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def packed(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, content in parts.items():
            archive.writestr("META-INF/manifest.xml" if name == "manifest" else f"{name}.xml", content)
    return buffer.getvalue()


def blocks(body: str, styles: str = "") -> list[tuple[str, str]]:
    return blocks_of(read_odt, packed(content=content_of(body, styles)))


def lines(body: str, styles: str = "") -> list[str]:
    return [text for _, text in blocks(body, styles)]


@pytest.mark.parametrize("name", ["resume.odt", "resume.fodt"])
def test_file_of_libreoffice_is_read_whole(name):
    assert blocks_of(read_odt, office_file(name)) == BLOCKS


def test_program_that_made_the_file_is_named():
    assert (read_odt(office_file("resume.odt"), Limits()).producer or "").startswith("LibreOffice/")


def test_white_space_is_what_its_elements_say():
    body = "<text:p>  a \n b<text:tab/>c<text:s text:c='3'/>d<text:line-break/>e<text:s text:c='99999'/>f</text:p>"
    (text,) = lines(body)
    assert text == "a b\tc   d\ne" + " " * 20 + "f"


def test_headings_are_told_by_element_and_by_style():
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>'
    body = "<text:h>A</text:h><text:p text:style-name='P1'>B</text:p><text:p text:style-name='Text'>C</text:p>"
    assert [kind for kind, _ in blocks(body, styles)] == ["heading", "heading", "paragraph"]


LISTS = """
<text:list-style style:name="N">
 <text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="." text:start-value="3"/>
 <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="B">
 <text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"/>
</text:list-style>
"""


def items(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)


def test_items_have_the_numbers_that_are_seen():
    inner = f"<text:list>{items('c', 'd')}</text:list>"
    body = (
        f"<text:list text:style-name='N'>{items('a')}"
        f"<text:list-item><text:p>b</text:p>{inner}</text:list-item></text:list>"
        f"<text:list text:style-name='N' text:continue-numbering='true'>{items('e')}</text:list>"
        f"<text:list text:style-name='N'><text:list-item text:start-value='9'><text:p>f</text:p><text:p>g</text:p>"
        "</text:list-item></text:list>"
    )
    assert blocks(body, LISTS) == [
        ("list_item", "III. a"),
        ("list_item", "IV. b"),
        ("list_item", "IV.1 c"),
        ("list_item", "IV.2 d"),
        ("list_item", "V. e"),
        ("list_item", "IX. f"),
        ("paragraph", "g"),
    ]


def test_bullets_of_symbol_fonts_are_dots_and_list_headers_have_none():
    header = "<text:list-header><text:p>Machines</text:p></text:list-header>"
    assert lines(f"<text:list text:style-name='B'>{header}{items('Mill')}</text:list>", LISTS) == [
        "Machines",
        "• Mill",
    ]


def test_rows_are_found_in_groups_and_hidden_or_covered_ones_are_not_read():
    def row(text: str, more: str = "") -> str:
        cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
        covered = "<table:covered-table-cell><text:p>covered</text:p></table:covered-table-cell>"
        return f"<table:table-row {more}>{cell.format(text)}{covered}{cell.format('x')}</table:table-row>"

    hidden = row("gone", 'table:visibility="collapse"')
    table = (
        f"<table:table><table:table-header-rows>{row('Head')}</table:table-header-rows><table:table-rows>"
        f"{row('one')}{hidden}</table:table-rows></table:table>"
    )
    assert lines(table) == ["Head\tx", "one\tx"]


def test_boxes_come_after_their_paragraph_or_where_they_stand_alone():
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box><svg:desc>drawn</svg:desc></draw:frame>"
    shape = "<draw:g><draw:custom-shape><text:p>Shape</text:p></draw:custom-shape></draw:g>"
    body = box.format("Page") + f"<text:p>Be{box.format('In')}fore{shape}</text:p>"
    assert lines(body) == ["Page", "Before", "In", "Shape"]


def test_what_is_not_seen_is_left_out():
    hidden = '<style:text-properties text:display="none"/>'
    styles = (
        f'<style:style style:name="H" style:family="text">{hidden}</style:style>'
        f'<style:style style:name="HP" style:family="paragraph">{hidden}</style:style>'
    )
    deleted = (
        "<text:tracked-changes>"
        "<text:changed-region text:id='d1'><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region><text:changed-region text:id='i1'><text:insertion/></text:changed-region>"
        "</text:tracked-changes>"
    )
    body = (
        deleted + "<text:p>Seen<text:span text:style-name='H'> hidden</text:span>"
        "<office:annotation><text:p>x</text:p></office:annotation>"
        "<text:hidden-text text:is-hidden='true'>x</text:hidden-text>"
        "<text:change-start text:change-id='d1'/> left in place<text:change-end text:change-id='d1'/>"
        "<text:change-start text:change-id='i1'/> new<text:change-end text:change-id='i1'/></text:p>"
        "<text:p text:style-name='HP'>hidden</text:p>"
        "<text:section text:display='none'><text:p>x</text:p></text:section>"
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template>"
        "</text:table-of-content-source><text:index-body><text:p>Listed</text:p></text:index-body></text:table-of-content>"
    )
    assert lines(body, styles) == ["Seen new", "Listed"]


def test_headers_and_footers_are_those_of_page_styles_in_use():
    def page(name: str, inner: str, more: str = "") -> str:
        return f'<style:master-page style:name="{name}" {more}>{inner}</style:master-page>'

    def margin(which: str, text: str, more: str = "") -> str:
        return f"<style:{which} {more}><text:p>{text}</text:p></style:{which}>"

    leads_on = 'style:next-style-name="Standard"'
    masters = (
        page("Standard", margin("header", "Header") + margin("header-first", "First") + margin("footer", "Footer"))
        + page("Cover", margin("header", "Cover") + margin("footer", "off", 'style:display="false"'), leads_on)
        + page("Unused", margin("header", "Never"))
    )
    styles = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="Cover"/>'
    content = packed(
        content=content_of("<text:p text:style-name='P1'>Body</text:p>", styles),
        styles=f"<office:document-styles {NAMESPACES}><office:master-styles>{masters}</office:master-styles>"
        "</office:document-styles>",
    )
    assert texts_of(read_odt, content) == ["Cover", "First", "Header", "Body", "Footer"]


def test_document_with_a_password_is_encrypted():
    manifest = "<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>"
    assert refusal(read_odt, packed(manifest=manifest, content="scrambled")) == "encrypted"


def test_document_of_pictures_needs_ocr():
    assert (
        refusal(read_odt, packed(content=content_of("<text:p><draw:frame><draw:image/></draw:frame></text:p>")))
        == "needs_ocr"
    )


def test_empty_document_has_no_blocks():
    assert blocks("<text:p/>") == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"<office:document",
        packed(styles="<x/>"),
        packed(content="<x/>"),
        packed(content="<x>"),
    ],
    ids=["empty", "signature only", "flat and cut off", "no content", "no text", "content cut off"],
)
def test_document_that_is_not_whole_is_corrupt(content):
    assert refusal(read_odt, content) == "corrupt"


def test_document_cut_short_is_corrupt():
    content = office_file("resume.odt")
    assert refusal(read_odt, content[: len(content) // 2]) == "corrupt"


def test_document_packed_like_a_bomb_is_too_large():
    assert refusal(read_odt, packed(content=content_of(" " * 20_000_000))) == "too_large"
    assert refusal(read_odt, packed(content="<x/>", styles="<x/>"), Limits(max_unpacked_files=2)) == "too_large"


def test_entities_are_never_expanded():
    bomb = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert refusal(read_odt, packed(content=bomb + content_of("<text:p>&b;</text:p>"))) == "unsupported_type"


def test_elements_nested_without_end_are_too_large():
    depth = 20_000
    body = "<text:section>" * depth + "</text:section>" * depth
    assert refusal(read_odt, packed(content=content_of(body))) == "too_large"


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"PK\x03\x04", b"<", b"<?xml version='1.0'?><office:document"]))
def test_any_bytes_after_the_signature_are_read_or_refused(rest, signature):
    read_or_refuse(read_odt, signature + rest)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=8))
def test_any_bytes_inside_a_file_are_read_or_refused(place, noise):
    content = bytearray(office_file("resume.odt"))
    content[place : place + len(noise)] = noise
    read_or_refuse(read_odt, bytes(content))


def test_links_are_read_with_their_words():
    link = (
        '<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="mailto:ilse@example.com">E-mail</text:a>'
    )
    reading = read_odt(packed(content=content_of(f"<text:p>Write: {link}</text:p>")), Limits())
    assert reading.links == (Link("E-mail", "mailto:ilse@example.com"),)
