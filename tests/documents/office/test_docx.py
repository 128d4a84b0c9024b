import io
import zipfile

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.office.docx import read_docx
from recruit.documents.reader import Limits, Link, RawBlock
from recruit.errors import UnreadableDocument
from tests.documents.office_files import BLOCKS, blocks_of, office_file, read_or_refuse

W = nsdecls("w")
BOX = f"""
<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  xmlns:v="urn:schemas-microsoft-com:vml">
 <mc:AlternateContent>
  <mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>
    <w:p><w:r><w:t>Wire EDM</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
  <mc:Fallback><w:pict><v:textbox><w:txbxContent>
    <w:p><w:r><w:t>Wire EDM</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
 </mc:AlternateContent>
</w:r>"""


def read_lines(content: bytes) -> list[str]:
    return [line for block in read_blocks(content) for line in block.text.split("\n")]


def read_blocks(content: bytes) -> tuple[RawBlock, ...]:
    return read_docx(content, Limits()).pages[0].blocks


def refusal(content: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 - frozen
    with pytest.raises(UnreadableDocument) as caught:
        read_docx(content, limits)
    return caught.value.code


def packed(**parts: str) -> bytes:
    """A package with nothing but the parts given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}" if "." in name else f"word/{name}.xml", content)
    return buffer.getvalue()


def body(inner: str) -> str:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>"


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def kinds_and_texts(inner: str, **parts: str) -> list[tuple[str, str]]:
    """Blocks of a body with the further parts given, each related to the document by its own name."""
    rows = "".join(f'<Relationship Id="{name}" Type="x/{name}" Target="{name}.xml"/>' for name in parts)
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    return blocks_of(read_docx, packed(document=body(inner), **parts, **{"_rels/document.xml.rels": relations}))


def styled(text: str, *settings: str) -> str:
    return f"<w:p><w:pPr>{''.join(settings)}</w:pPr>{run(text)}</w:p>"


def item(text: str, list_id: int, depth: int = 0) -> str:
    return styled(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def style(style_id: str, inner: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{inner}</w:style>'


def level(depth: int, number_format: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{number_format}"/><w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def test_file_of_libreoffice_is_read_whole():
    assert blocks_of(read_docx, office_file("resume.docx")) == BLOCKS


def test_program_that_made_the_file_is_named(word):
    _, saved = word("Welder")
    assert read_docx(saved(), Limits()).producer == "Microsoft Macintosh Word"


def test_headings_are_told_by_style_and_by_outline():
    styles = (
        style("berschrift1", '<w:name w:val="heading 1"/>')
        + style("Mine", '<w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/>')
        + style("Part", '<w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + style("Calm", '<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
        + style("Circle", '<w:basedOn w:val="Circle"/>')
    )
    names = ["berschrift1", "Mine", "Part", "Calm", "Circle", "Unknown"]
    inner = "".join(styled(name, f'<w:pStyle w:val="{name}"/>') for name in names)
    found = kinds_and_texts(
        inner + styled("Own", '<w:outlineLvl w:val="0"/>'), styles=f"<w:styles {W}>{styles}</w:styles>"
    )
    assert [text for kind, text in found if kind == "heading"] == ["berschrift1", "Mine", "Part", "Own"]


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">
 {level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%1.%2)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "&#xF0B7;")}
 {level(1, "bullet", "o")}
 {level(2, "bullet", "q", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Linked"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""


@pytest.mark.parametrize(
    ("places", "labels"),
    [
        ([(1, 0), (1, 1), (1, 1), (1, 0)], ["1.", "1.a)", "1.b)", "2."]),
        ([(2, 0), (2, 1), (2, 2)], ["•", "•", "•"]),
        ([(1, 0), (3, 0), (3, 0)], ["1.", "7.", "8."]),
    ],
    ids=["numbers", "bullets", "numbers begun anew"],
)
def test_items_have_the_bullet_or_number_that_is_seen(places, labels):
    inner = "".join(item("part", list_id, depth) for list_id, depth in places)
    expected = [("list_item", f"{label} part") for label in labels]
    assert kinds_and_texts(inner, numbering=NUMBERING) == expected


def test_paragraph_of_no_list_or_one_that_is_missing_has_no_number():
    assert kinds_and_texts(item("a", 0) + item("b", 99), numbering=NUMBERING) == [
        ("paragraph", "a"),
        ("paragraph", "b"),
    ]


def test_styles_bring_their_list_and_can_be_taken_out_of_it():
    numbers = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = style("Dots", numbers) + style(
        "Linked", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"
    )
    dots = '<w:pStyle w:val="Dots"/>'
    inner = styled("a", dots) + styled("b", dots, '<w:numPr><w:numId w:val="0"/></w:numPr>') + item("c", 4)
    found = kinds_and_texts(inner, numbering=NUMBERING, styles=f"<w:styles {W}>{styles}</w:styles>")
    assert found == [("list_item", "• a"), ("paragraph", "b"), ("list_item", "1. c")]


def test_damaged_styles_do_not_cost_the_text():
    assert kinds_and_texts(item("a", 1), styles="<w:styles", numbering="<!DOCTYPE a><a/>") == [("paragraph", "a")]


def test_text_hidden_by_its_style_is_left_out():
    styles = style("Ghost", "<w:rPr><w:vanish/></w:rPr>", "character")
    inner = paragraph(
        run("Seen") + run(" hidden", '<w:rStyle w:val="Ghost"/>') + run(" shown", "<w:vanish w:val='0'/>")
    )
    assert kinds_and_texts(inner, styles=f"<w:styles {W}>{styles}</w:styles>") == [("paragraph", "Seen shown")]


def test_text_box_of_old_word_is_read_once():
    box = f"<w:txbxContent>{paragraph(run('Wire EDM'))}</w:txbxContent>"
    pict = f'<w:r><w:pict><v:shape xmlns:v="vml"><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>'
    assert read_lines(packed(document=body(paragraph(run("Profile") + pict)))) == ["Profile", "Wire EDM"]


def test_moved_text_is_read_where_it_went():
    mark = "<w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>"
    moved = f"<w:p>{mark}<w:moveFrom>{run('Lathes')}</w:moveFrom></w:p>"
    inner = moved + paragraph(run("Mills")) + paragraph(f"<w:moveTo>{run('Lathes')}</w:moveTo>")
    assert read_lines(packed(document=body(inner))) == ["Mills", "Lathes"]


def test_smart_tags_fields_and_embedded_files_give_only_what_is_seen():
    inner = paragraph(
        f"<w:smartTag><w:smartTag>{run('Tulsa')}</w:smartTag></w:smartTag><w:fldSimple>{run(' OK')}</w:fldSimple>"
        '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    comments = f"<w:comments {W}><w:comment>{paragraph(run('too old?'))}</w:comment></w:comments>"
    found = kinds_and_texts(inner + '<w:altChunk r:id="rId9" xmlns:r="r"/>', comments=comments)
    assert found == [("paragraph", "Tulsa OK")]


def test_deleted_cell_is_left_out():
    cells = f"<w:tc>{paragraph(run('kept'))}</w:tc>"
    cells += f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph(run('gone'))}</w:tc>"
    assert read_lines(packed(document=body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))) == ["kept"]


def test_paragraphs_tabs_and_line_breaks_are_kept(word):
    _, saved = word("Ada Novak", "Bay Tool\t2014 - 2019", "Mills\nLathes")
    assert read_lines(saved()) == ["Ada Novak", "Bay Tool\t2014 - 2019", "Mills", "Lathes"]


def test_headers_come_first_and_footers_last(word):
    document, saved = word("Body")
    document.sections[0].header.paragraphs[0].text = "ada@example.com"
    document.sections[0].footer.paragraphs[0].text = "Page one"
    assert read_lines(saved()) == ["ada@example.com", "Body", "Page one"]


def test_header_of_the_first_page_counts_only_where_it_is_switched_on(word):
    document, saved = word("Body")
    document.sections[0].first_page_header.paragraphs[0].text = "Your name here"
    assert read_lines(saved()) == ["Body"]
    document.sections[0].different_first_page_header_footer = True
    assert read_lines(saved()) == ["Your name here", "Body"]


def test_text_box_is_read_once_after_the_paragraph_it_hangs_on(word):
    document, saved = word("Profile", "Work")
    document.paragraphs[0]._p.append(parse_xml(BOX))
    assert read_lines(saved()) == ["Profile", "Wire EDM", "Work"]


def test_text_box_in_a_header_is_read(word):
    document, saved = word("Work")
    header = document.sections[0].header.paragraphs[0]
    header.text = "Ada Novak"
    header._p.append(parse_xml(BOX))
    assert read_lines(saved()) == ["Ada Novak", "Wire EDM", "Work"]


def test_table_row_stands_on_one_line(word):
    document, saved = word()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Machine", "Years", "Haas VF-2", "6"], strict=True):
        cell.text = text
    assert read_lines(saved()) == ["Machine\tYears", "Haas VF-2\t6"]


def test_cells_of_several_paragraphs_are_read_one_after_the_other_with_nested_tables(word):
    document, saved = word()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text = "Skills"
    left.add_paragraph("TIG")
    inner = left.add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "Steel", "9 years"
    right.text = "Work"
    assert read_lines(saved()) == ["Skills", "TIG", "Steel\t9 years", "Work"]


def test_tracked_changes_count_as_accepted():
    deleted = "<w:del><w:r><w:delText>two </w:delText></w:r></w:del>"
    inner = (
        paragraph(run("Ran ") + f"<w:ins>{run('five ')}</w:ins>{deleted}")
        + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("Mastercam ") + "</w:p>" + paragraph(run("and NX"))
        + f"<w:moveFrom>{run('moved')}</w:moveFrom>"
    )  # fmt: skip
    assert read_lines(packed(document=body(inner))) == ["Ran five ", "Mastercam and NX"]


def test_deleted_table_row_is_left_out():
    rows = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(run("gone")) + "</w:tc></w:tr>"
    rows += "<w:tr><w:tc>" + paragraph(run("kept")) + "</w:tc></w:tr>"
    assert read_lines(packed(document=body(f"<w:tbl>{rows}</w:tbl>"))) == ["kept"]


def test_hidden_text_and_field_codes_are_left_out():
    inner = paragraph(
        run("Welder") + run("expert everything", "<w:vanish/>") + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    )
    content = packed(document=body(inner))
    assert read_lines(content) == ["Welder"]
    assert [finding.code for finding in read_docx(content, Limits()).findings] == ["hidden_text"]


@pytest.mark.parametrize("hidden", ["Top of Form", " - "])
def test_what_word_hides_by_itself_is_nothing_to_speak_of(hidden):
    content = packed(document=body(paragraph(run("Welder") + run(hidden, "<w:vanish/>"))))
    assert not read_docx(content, Limits()).findings


def test_symbols_and_hyphens_of_word_are_read_as_signs():
    inner = run("Holds ") + '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>' + run(".0005, 17")
    inner += "<w:r><w:noBreakHyphen/></w:r>" + run("4 PH")
    assert read_lines(packed(document=body(paragraph(inner)))) == ["Holds ±.0005, 17-4 PH"]


def test_content_controls_and_links_are_read_through():
    link = paragraph(f"<w:hyperlink>{run('ada@example.com')}</w:hyperlink>")
    inner = f"<w:sdt><w:sdtContent>{link}</w:sdtContent></w:sdt>"
    assert read_lines(packed(document=body(inner))) == ["ada@example.com"]


def test_footnotes_follow_the_body_without_their_separators():
    relation = '<Relationship Id="r1" Type="x/footnotes" Target="footnotes.xml"/>'
    notes = f'<w:footnote w:type="separator">{paragraph(run("line"))}</w:footnote>'
    notes += f"<w:footnote>{paragraph(run('Renewed in 2024'))}</w:footnote>"
    content = packed(
        document=body(paragraph(run("AWS CWI"))),
        footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>",
        **{
            "_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships">{relation}</Relationships>'
        },
    )
    assert read_lines(content) == ["AWS CWI", "Renewed in 2024"]


def test_strict_documents_read_alike():
    strict = body(paragraph(run("Welder"))).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_lines(packed(document=strict)) == ["Welder"]


def test_document_of_pictures_needs_ocr(word):
    document, saved = word()
    document.paragraphs or document.add_paragraph()
    document.paragraphs[0]._p.append(
        parse_xml(
            f'<w:r {W} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:drawing><a:blip/></w:drawing></w:r>'
        )
    )
    assert refusal(saved()) == "needs_ocr"


def test_entities_are_never_expanded():
    bomb = '<!DOCTYPE d [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refusal(packed(document=f"{bomb}]>" + body(paragraph(run("&i;"))))) == "too_large"


def test_file_named_by_an_entity_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    document = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{secret.as_uri()}">]>' + body(paragraph(run("&a;")))
    assert refusal(packed(document=document)) == "unsupported_type"


def test_elements_nested_without_end_are_too_large():
    depth = 20_000
    assert refusal(packed(document=body("<w:sdt>" * depth + "</w:sdt>" * depth))) == "too_large"


def test_package_without_its_document_is_corrupt():
    assert refusal(packed(styles="<x/>")) == "corrupt"


def test_document_cut_short_is_corrupt(word):
    _, saved = word("Ada Novak")
    content = saved()
    assert refusal(content[: len(content) // 2]) == "corrupt"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_package_with_nothing_in_it_is_corrupt(content):
    assert refusal(content) == "corrupt"


def test_package_with_a_password_is_encrypted():
    content = bytearray(packed(document=body("")))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert refusal(bytes(content)) == "encrypted"


def test_document_packed_like_a_bomb_is_too_large():
    assert refusal(packed(document=body(" " * 20_000_000))) == "too_large"


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_after_the_signature_are_read_or_refused(rest):
    read_or_refuse(read_docx, b"PK\x03\x04" + rest)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 9000), st.binary(min_size=1, max_size=8))
def test_any_bytes_inside_a_file_are_read_or_refused(place, noise):
    content = bytearray(office_file("resume.docx"))
    content[place : place + len(noise)] = noise
    read_or_refuse(read_docx, bytes(content))


def test_links_are_read_with_their_words(word):
    document, saved = word("Ilse Quandt")
    relation = document.part.relate_to("mailto:ilse@example.com", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = "<w:r><w:t>E-mail</w:t></w:r>"
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}">{run}</w:hyperlink>')
    document.paragraphs[0]._p.append(link)
    assert read_docx(saved(), Limits()).links == (Link("E-mail", "mailto:ilse@example.com"),)
