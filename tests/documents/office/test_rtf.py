import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.office.rtf import read_rtf
from recruit.documents.reader import Limits
from tests.documents.office_files import BLOCKS, blocks_of, office_file, read_or_refuse, refusal, texts_of

FONTS = (
    rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset128 MS Gothic;}{\f3\fcharset204 Arial;}}"
)


def rtf(inner: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + inner + b"}"


def lines(inner: bytes) -> list[str]:
    return texts_of(read_rtf, rtf(inner))


def test_file_of_libreoffice_is_read_whole():
    assert blocks_of(read_rtf, office_file("resume.rtf")) == BLOCKS


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (rb"\'b1.0005", "±.0005"),
        (rb"\f3\'cf\'f0\'e8", "При"),
        (rb"\f2\'83\'5c\'83t\f0  x", "ソフ x"),
        (rb"\f1\'b1\f0 .0005", "\uf0b1.0005"),
        (rb"\u177?.0005", "±.0005"),
        (rb"\u-3849?", "\uf0f7"),
        (rb"\uc0\u233 tude", "étude"),
        (rb"\uc2\u233\'82\'a0tude", "étude"),
        (rb"{\uc0\u233}\u233?t\'e9", "éété"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"\u233\lang1033 t", "ét"),
        (rb"17\_4\~PH \emdash  \ldblquote A\rdblquote  \bullet  in\-side", "17-4\u00a0PH \u2014 “A” • inside"),
        (rb"\{A\\B\}", "{A\\B}"),
        (rb"a\tab b\line c", "a\tb\nc"),
    ],
)
def test_signs_are_read_as_they_are_written(inner, text):
    assert lines(inner) == [text]


def test_code_page_of_the_document_is_that_of_fonts_that_name_none():
    content = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 Arial;}}\f0 \'cf\'f0\'e8\par}"
    assert texts_of(read_rtf, content) == ["При"]


def test_code_page_nobody_knows_reads_as_western():
    assert texts_of(read_rtf, rb"{\rtf1\ansi\ansicpg99999 caf\'e9}") == ["café"]


def test_line_end_after_a_backslash_ends_a_paragraph():
    assert lines(b"one\\\ntwo\\\rthree") == ["one", "two", "three"]


def test_headings_are_told_by_outline_and_by_style():
    styles = rb"{\stylesheet{Normal;}{\s1 heading 1;}{\s2\sbasedon1 Big;}{\s3\outlinelevel1 Part;}{\s4 Headline;}}"
    paragraphs = rb"\s1 A\par\pard\s2 B\par\pard\s3 C\par\pard\s4 D\par\pard\outlinelevel0 E\par\pard F\par"
    kinds = [kind for kind, _ in blocks_of(read_rtf, rtf(styles + paragraphs))]
    assert kinds == ["heading", "heading", "heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (rb"{\listtext\f1\'b7\tab}\ls1 Set up mills\par", "• Set up mills"),
        (rb"{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}Set up mills\par", "• Set up mills"),
        (rb"{\listtext 2.\tab}\ls1 Set up mills\par", "2. Set up mills"),
        (rb"\bullet\tab Set up mills\par", "• Set up mills"),
    ],
)
def test_items_of_lists_keep_what_stands_before_them(inner, text):
    assert blocks_of(read_rtf, rtf(inner)) == [("list_item", text)]


def test_rows_of_nested_tables_come_where_they_stand():
    table = (
        rb"\trowd\intbl one\cell two\cell\row\pard\intbl first\par\itap2 a\nestcell b\nestcell"
        rb"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl last\cell right\cell\row\pard after\par"
    )
    assert blocks_of(read_rtf, rtf(table)) == [
        ("table_row", "one\ttwo"),
        ("paragraph", "first"),
        ("table_row", "a\tb"),
        ("paragraph", "last"),
        ("paragraph", "right"),
        ("paragraph", "after"),
    ]


def test_cells_without_the_end_of_their_row_are_kept():
    assert lines(rb"\trowd\intbl one\cell two\cell three") == ["one\ttwo\tthree"]


def test_headers_come_first_and_footers_last_when_they_are_used():
    inner = (
        rb"{\headerf First}{\header Ada\par}{\header Ada\par}{\footer Foot}{\headerl Left}Body{\footnote Note}\par"
    )
    assert blocks_of(read_rtf, rtf(inner)) == [
        ("header", "Ada"), ("paragraph", "Body"), ("paragraph", "Note"), ("footer", "Foot"),
    ]  # fmt: skip
    assert lines(rb"\titlepg\facingp" + inner) == ["First", "Ada", "Left", "Body", "Note", "Foot"]


@pytest.mark.parametrize(
    "box",
    [
        rb"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Box\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext Box\par}}}}",
        rb"{\*\do\dobxpage\dptxbx{\dptxbxtext Box\par}}",
        rb"{\shpgrp{\*\shpinst{\shp{\*\shpinst{\shptxt Box\par}}}}}",
    ],
    ids=["shape with its old twin", "old drawing", "group of shapes"],
)
def test_text_box_is_read_once_after_its_paragraph(box):
    assert lines(rb"Before " + box + rb"the box\par After\par") == ["Before the box", "Box", "After"]


def test_what_is_not_seen_is_left_out():
    inner = (
        rb"{\info{\title Secret}}{\*\unknown Secret}{\v Secret}{\deleted Secret}{\mvf Secret}{\xe Secret}"
        rb"{\*\bkmkstart x}{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\annotation Secret}{\v0  kept}"
        rb"{\*\listtable{\list Secret}}"
    )
    assert lines(inner) == ["link kept"]


def test_paragraph_whose_mark_is_deleted_joins_the_next():
    assert lines(rb"Ran {\deleted lathes\par}mills\par") == ["Ran mills"]


def test_text_in_two_versions_is_read_once():
    assert lines(rb"{\upr{ansi}{\*\ud{uni\u233?}}}\par") == ["unié"]


def test_program_that_made_the_file_is_named():
    reading = read_rtf(rtf(rb"{\*\generator Riched20 10.0.1;}Welder\par"), Limits())
    assert reading.producer == "Riched20 10.0.1"


@pytest.mark.parametrize(
    "data",
    [rb"\bin5 {{{{{", rb"\bin99999 0a", rb"\bin3 0a0b0c0d", rb"\bin 0a"],
    ids=["true length", "length beyond the end", "length that ends inside", "no length"],
)
def test_binary_data_is_skipped_by_a_length_that_is_true(data):
    assert lines(rb"{\*\shppict{\pict " + data + rb"}}after\par") == ["after"]


def test_document_of_pictures_needs_ocr():
    assert refusal(read_rtf, rtf(rb"{\pict\pngblip 89504e47}\par")) == "needs_ocr"


def test_empty_document_has_no_blocks():
    assert lines(rb"\par\par") == []


def test_document_cut_short_says_so_and_keeps_what_is_there():
    reading = read_rtf(rtf(rb"{\b Welder\par} Second")[:-4], Limits())
    assert [block.text.strip() for block in reading.pages[0].blocks] == ["Welder", "Sec"]
    assert [finding.code for finding in reading.findings] == ["cut_off"]


@pytest.mark.parametrize("content", [b"", b"{", b"{\\rtf1", b"{\\rtf1{\\fonttbl{\\f0 Ari", b"Welder"])
def test_document_with_nothing_left_is_corrupt(content):
    assert refusal(read_rtf, content) == "corrupt"


def test_groups_nested_without_end_are_corrupt():
    assert refusal(read_rtf, b"{\\rtf1" + b"{" * 500_000) == "corrupt"


def test_tables_nested_without_end_are_read():
    rows = b"".join(b"\\itap%d cell\\nestcell" % depth for depth in range(1, 3000))
    assert lines(b"\\intbl" + rows)


def test_names_of_fonts_without_end_cost_little():
    content = rb"{\rtf1{\fonttbl{\f0 " + b"a" * 500_000 + b"}}" + rb"\f0 x\f1 y" * 50_000 + b"}"
    assert len(texts_of(read_rtf, content)[0]) == 100_000


WORDS = (
    r"\par \cell \row \intbl \itap3 \nestcell \nestrow \pard \plain \v \deleted \u8226 \uc9 \bin9 \f1 \s1 { } text"
    r" {\header {\footnote {\shp{\*\shpinst{\shptxt {\listtext {\stylesheet {\fonttbl {\*\ud {\upr \'e9 \'zz \* \~"
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(st.sampled_from(WORDS.split()), max_size=60).map(lambda some: " ".join(some).encode()),
    )
)
def test_any_bytes_after_the_signature_are_read_or_refused(rest):
    read_or_refuse(read_rtf, b"{\\rtf1" + rest)
