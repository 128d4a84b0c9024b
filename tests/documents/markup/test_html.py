# ruff: noqa: SIM905 - one word per quote would fill a page
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.markup.html import read_html
from recruit.documents.reader import Limits, RawBlock
from recruit.errors import UnreadableDocument
from recruit.vocabulary.shapes import BlockKind

HEADING, PARAGRAPH, ITEM, ROW = (
    BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW
)  # fmt: skip


def blocks(source: str | bytes) -> tuple[RawBlock, ...]:
    content = source.encode() if isinstance(source, str) else source
    (page,) = read_html(content, Limits()).pages
    return page.blocks


def texts(source: str | bytes) -> list[str]:
    return [block.text for block in blocks(source)]


def kinds(source: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in blocks(source)]


def test_headings_paragraphs_and_lists_are_blocks_of_their_kind():
    source = "<h1>Ada Novak</h1><p>Welder</p><ul><li>TIG</li><li>MIG</li></ul><ol start=3><li>Lathe<li>Mill</ol>"
    assert kinds(source) == [
        (HEADING, "Ada Novak"),
        (PARAGRAPH, "Welder"),
        (ITEM, "• TIG"),
        (ITEM, "• MIG"),
        (ITEM, "3. Lathe"),
        (ITEM, "4. Mill"),
    ]


def test_nested_lists_keep_their_order_and_marks():
    assert texts("<ol><li>Lathes<ul><li>Haas<li>Okuma</ul><li>Mills</ol>") == [
        "1. Lathes", "• Haas", "• Okuma", "2. Mills"
    ]  # fmt: skip


def test_item_with_its_own_bullet_gets_no_second_one():
    assert texts("<ul><li>• TIG<li>- MIG</ul><ul style='list-style: none'><li>Saw</ul>") == [
        "• TIG",
        "- MIG",
        "Saw",
    ]


def test_white_space_collapses_as_in_a_browser():
    assert texts("<p>  Ran\n\t  <b> Haas </b> <i>mills</i>\n</p> <p>a<b>b</b>c</p>") == ["Ran Haas mills", "abc"]


def test_preformatted_text_keeps_its_lines_and_columns():
    assert texts("<pre>Bay Tool      2014\n\n  Acme  2010</pre>") == ["Bay Tool      2014", "Acme  2010"]


def test_line_breaks_break_lines_and_two_of_them_blocks():
    found = blocks("Ada Novak<br>Dayton<br><br>Welder<br>• TIG<br>• MIG")
    assert [(block.text, block.after_gap) for block in found] == [
        ("Ada Novak\nDayton", False),
        ("Welder", True),
        ("• TIG", False),
        ("• MIG", False),
    ]
    assert found[-1].kind is ITEM


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>expert()</script>",
        "<style>.expert{}</style>",
        "<template>expert</template>",
        "<noscript>expert</noscript>",
        "<!-- expert -->",
        "<!--[if gte mso 9]><xml>expert</xml><![endif]-->",
        "<i class='material-icons'>expert</i>",
        "<svg><title>expert</title></svg>",
        "<i aria-hidden='true'>\uf095 \u2605</i>",
    ],
)
def test_what_is_no_text_of_a_page_is_left_out(hidden):
    source = f"<body><p>Ada {hidden} Novak</p>"
    assert " ".join(texts(source)) == "Ada Novak"
    assert not read_html(source.encode(), Limits()).findings


@pytest.mark.parametrize(
    ("rules", "hidden"),
    [
        ("", "<span hidden>expert</span>"),
        ("", "<div style='color:red; DISPLAY : none'>expert<p>expert</p></div>"),
        ("", "<p style='visibility:hidden'>expert</p>"),
        ("", "<span style='mso-hide:all'>expert</span>"),
        ("", "<span style='font-size:0'>expert</span>"),
        ("", "<font color=white>expert</font>"),
        (".x { display: none }", "<p class='y x'>expert</p>"),
        ("p:nth-child(2) { display: none }", "<section><b>&nbsp;</b><p>expert</p></section>"),
        ("i { display: none }", "<i>expert <b>expert</b></i>"),
    ],
)
def test_words_hidden_by_style_are_left_out_and_named(rules, hidden):
    source = f"<style>{rules}</style><body><p>Ada {hidden} Novak</p>"
    assert " ".join(texts(source)) == "Ada Novak"
    (finding,) = read_html(source.encode(), Limits()).findings
    assert finding.code == "hidden_text"
    assert "left out" in finding.hint


def test_hidden_signs_without_words_are_nothing_to_speak_of():
    source = "<p>Ada<span hidden> | </span><span hidden><script>expert()</script></span><b hidden></b> Novak</p>"
    assert texts(source) == ["Ada Novak"]
    assert not read_html(source.encode(), Limits()).findings


def test_hidden_words_between_two_others_do_not_join_them():
    assert texts("<p>Dayton<font color=white>xx</font>OH</p>") == ["Dayton OH"]


@pytest.mark.parametrize(
    ("rules", "source", "read"),
    [
        ("b { display: block }", "<p><b>Welder</b><b>Acme</b></p>", ["Welder", "Acme"]),
        (".when { float: right }", "<p>Acme<i class=when>2014</i></p>", ["Acme\t2014"]),
        (".row { display: flex }", "<div class=row><b>Acme</b><b>2014</b></div>", ["Acme\t2014"]),
        (".row { display: grid }", "<div class=row><b>Acme</b><b>2014</b></div>", ["Acme", "2014"]),
        ("ul { list-style: none }", "<ul><li>Saw</ul>", ["Saw"]),
        ("div { white-space: pre }", "<div>Saw\nLathe</div>", ["Saw\nLathe"]),
    ],
)
def test_style_sheet_sets_words_apart(rules, source, read):
    assert texts(f"<style>{rules}</style>{source}") == read


@pytest.mark.parametrize(
    "shown",
    [
        "<span aria-hidden='true'>TIG welder</span>",
        "<span style='opacity:0.9;font-size:0.8em'>TIG welder</span>",
        "<header>TIG welder</header>",
        "<footer><address>TIG welder</address></footer>",
        "<unknown-tag>TIG welder</unknown-tag>",
        "<![if !vml]>TIG welder<![endif]>",
    ],
)
def test_what_is_seen_is_read(shown):
    assert "TIG welder" in texts(f"<body><p>Ada</p>{shown}")


def test_entities_are_the_signs_they_name():
    assert texts("<p>&plusmn;.0005&quot; &amp; R&amp;D, 45&deg;, &#8217;&lt;b&gt; AT&T</p>") == [
        '±.0005" & R&D, 45°, \u2019<b> AT&T'
    ]


def test_row_of_a_table_stands_on_one_line():
    source = (
        "<table><thead><tr><th>Machine<th>Years</thead><tr><td>Haas VF-2<td></td><td><p>6</p></td></tr></table>"
    )
    assert kinds(source) == [(ROW, "Machine\tYears"), (ROW, "Haas VF-2\t6")]


def test_table_for_layout_is_read_cell_after_cell():
    source = "<table><tr><td><h2>Skills</h2><p>TIG</p></td><td>Work<br>Bay Tool</td></tr></table>"
    assert kinds(source) == [(HEADING, "Skills"), (PARAGRAPH, "TIG"), (PARAGRAPH, "Work\nBay Tool")]


def test_nested_tables_are_read_in_their_cell():
    inner = "<table><tr><td>Haas<td>6<tr><td>Okuma<td>2</table>"
    assert texts(f"<table><tr><td>{inner}</td><td>Steel</td></tr></table>") == ["Haas\t6", "Okuma\t2", "Steel"]


def test_parts_of_a_line_set_apart_by_style_have_a_tab_between_them():
    assert texts("<p>Bay Tool<span style='float: right'>2014</span></p>") == ["Bay Tool\t2014"]


def test_links_show_their_text_only():
    assert texts("<p><a href='mailto:ada@example.com'>Write to me</a></p>") == ["Write to me"]


def test_list_of_word_is_a_list():
    mark = "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp; </span></span><![endif]>"
    source = "".join(
        f"<p class=MsoListParagraph>{mark.format(one)}Ran lathes<o:p></o:p></p>" for one in ("·", "2.")
    )
    assert kinds(source) == [(ITEM, "• Ran lathes"), (ITEM, "2. Ran lathes")]


def test_empty_paragraph_is_a_gap():
    found = blocks("<p>Ada</p><p>&nbsp;</p><p>Work</p><p>Bay Tool</p><hr>Skills")
    assert [block.after_gap for block in found] == [False, True, False, True]


def test_title_counts_only_where_the_page_says_none_of_it():
    assert kinds("<title>Ada Novak - Resume</title><p>Welder") == [
        (BlockKind.HEADER, "Ada Novak - Resume"), (PARAGRAPH, "Welder")
    ]  # fmt: skip
    assert texts("<title>Ada Novak</title><h1>ADA NOVAK</h1>") == ["ADA NOVAK"]
    assert texts("<title>resume</title><p>Welder") == ["Welder"]


def test_program_that_made_the_page_is_named():
    page = read_html(b'<meta name=Generator content="Microsoft Word 15"><p>Ada', Limits())
    assert page.producer == "Microsoft Word 15"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_page_without_declaration_is_decoded(encoding):
    assert texts("<p>Holds ±.0005 “daily”</p>".encode(encoding)) == ["Holds ±.0005 “daily”"]


def test_letters_encoded_twice_by_entities_are_repaired():
    assert texts("<p>I donâ&euro;&trade;t weld</p>") == ["I don\u2019t weld"]


def test_nothing_is_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    url = secret.as_uri()
    source = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{url}">]><link href="{url}"><iframe src="{url}"></iframe><p>A &x; B'
    )
    assert "secret" not in " ".join(texts(source))


def test_entities_that_grow_are_not_known():
    bomb = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><p>A &b; B</p>'
    assert "lollol" not in " ".join(texts(bomb))


def test_elements_nested_without_end_are_too_large():
    with pytest.raises(UnreadableDocument, match="inside each other") as caught:
        blocks("<div>" * 100_000 + "Ada")
    assert caught.value.code == "too_large"


def test_elements_nested_deeply_by_a_bad_editor_are_read():
    assert texts("<font>" * 1500 + "Ada") == ["Ada"]


@pytest.mark.parametrize("source", ["", " \n", "\x00", "<!-- -->", "<html>", "</td></tr></ul></li></h1>", "<"])
def test_page_without_content_has_no_block(source):
    assert [text for text in texts(source) if text != "<"] == []


def test_page_cut_off_is_read_as_far_as_it_goes():
    assert texts("<table><tr><td>Haas VF-2</td><td>6 ye") == ["Haas VF-2\t6 ye"]


def test_bytes_that_are_no_text_are_corrupt():
    with pytest.raises(UnreadableDocument, match="web page"):
        blocks(bytes(range(256)))


TAGS = st.sampled_from(
    """
    <p> </p> <table> <tr> <td> </td> </tr> </table> <ul> <ol> <li> </li> </ul> <h1> </h1> <pre> </pre> <br> <q>
    <hr> <dl> <dt> <dd> <b> </b> <!-- --> <title> </title> <span/style='float:left'>
    <textarea> &amp; &#0; &bogus; <p/hidden> <i/aria-hidden=true> <svg> <math> <select> <form>
    <p/style='white-space:pre'> <th> • 1. x <style> </style> b{display:none}
    <font/color=white> <b/style='left:-9em'>
    """.split()
)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.one_of(TAGS, st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=3)), max_size=40))
def test_any_soup_of_tags_is_read(pieces):
    assert all(block.text.strip() for block in blocks("".join(pieces)))


@settings(deadline=None, derandomize=True)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    with contextlib.suppress(UnreadableDocument):
        assert len(read_html(content, Limits()).pages) == 1
