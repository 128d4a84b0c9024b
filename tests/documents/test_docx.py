import io
import zipfile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from recruit.documents.docx import read_docx
from recruit.documents.reader import Limits, RawBlock
from recruit.errors import UnreadableDocument

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
    assert read_lines(packed(document=body(inner))) == ["Welder"]


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
    assert refusal(packed(document=f"{bomb}]>" + body(paragraph(run("&i;"))))) == "corrupt"


def test_file_named_by_an_entity_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    document = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{secret.as_uri()}">]>' + body(paragraph(run("&a;")))
    assert refusal(packed(document=document)) == "corrupt"


def test_elements_nested_without_end_are_corrupt():
    depth = 20_000
    assert refusal(packed(document=body("<w:sdt>" * depth + "</w:sdt>" * depth))) == "corrupt"


def test_package_without_its_document_is_corrupt():
    assert refusal(packed(styles="<x/>")) == "corrupt"


def test_document_cut_short_is_corrupt(word):
    _, saved = word("Ada Novak")
    content = saved()
    assert refusal(content[: len(content) // 2]) == "corrupt"
