import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruit.documents.markup.markdown import read_markdown, without_marks
from recruit.documents.reader import Limits
from recruit.errors import UnreadableDocument

RESUME = """---
name: Ada Novak
phone: "555 0100"
tags: []
---
# Ada Novak
ada@example.com | Dayton

Work
----

**Bay Tool**, *setup machinist*
2014 - 2019

- Ran [Haas](https://example.com) VF-2_SS, ±.0005
* Held 2 * 3 * 4 grids
1. First
2) Second
- [x] Own tools

## Machines ##

| Machine | Years |
|:--------|------:|
| Okuma | **6** |

![logo](x.png)
<!-- hidden -->

```
G01 X1. Y*2
# not a heading
```
[1]: https://example.com
***
Last line
"""


def found(text: str) -> list[tuple[str, str]]:
    (page,) = read_markdown(text.encode(), Limits()).pages
    return [(block.kind.value, block.text) for block in page.blocks]


def test_structure_is_read_and_marks_are_dropped():
    assert found(RESUME) == [
        ("paragraph", "Ada Novak"),
        ("paragraph", "555 0100"),
        ("heading", "Ada Novak"),
        ("paragraph", "ada@example.com | Dayton"),
        ("heading", "Work"),
        ("paragraph", "Bay Tool, setup machinist\n2014 - 2019"),
        ("list_item", "• Ran Haas VF-2_SS, ±.0005"),
        ("list_item", "• Held 2 * 3 * 4 grids"),
        ("list_item", "1. First"),
        ("list_item", "2) Second"),
        ("list_item", "• ☑ Own tools"),
        ("heading", "Machines"),
        ("table_row", "Machine\tYears"),
        ("table_row", "Okuma\t6"),
        ("paragraph", "G01 X1. Y*2"),
        ("paragraph", "# not a heading"),
        ("paragraph", "Last line"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "VF-2_SS and VF-3_SS",
        "2 * 3 * 4",
        "C# and F#",
        "#1 operator",
        "~.0005 to ~.001",
        "snake_case_name and 5*4*3",
        "rate 4 * a, *",
        "a [2014] b (x)",
        "R&D < 5 > 3",
        "*",
        "held_ _ both",
        "±.0005 `",
    ],
)
def test_signs_that_are_no_marks_stay(text):
    assert without_marks(text) == text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        (
            "***Lead***, **setup**, *operator*, __mill__, _lathe_, ~~saw~~",
            "Lead, setup, operator, mill, lathe, saw",
        ),
        ("**Bay *Tool* Inc**", "Bay Tool Inc"),
        ("`G01` and ``a ` b``", "G01 and a ` b"),
        ("<ada@example.com> <https://example.com/a>", "ada@example.com https://example.com/a"),
        ('[Ada](https://example.com "title") and [Bay][1]', "Ada and Bay"),
        ("R&amp;D <br> <b>TIG</b>", "R&D  TIG"),
        ("\\*own\\_tools\\*", "*own_tools*"),
    ],
)
def test_marks_around_words_go(marked, plain):
    assert without_marks(marked) == plain


def test_table_without_outer_borders_is_read():
    assert found("Machine | Years\n---|---\nHaas | 6\n")[0] == ("table_row", "Machine\tYears")


def test_bytes_that_are_no_text_are_corrupt():
    with pytest.raises(UnreadableDocument, match="Markdown"):
        read_markdown(bytes(range(256)), Limits())


@pytest.mark.parametrize("text", ["", "---\n", "# ", "```\n", "|", "|-|", "<!--", "- ", "***", "\n\n"])
def test_marks_without_content_say_nothing(text):
    assert len(found(text)) <= 1


@pytest.mark.parametrize("piece", ["*a", "[", "[a](", "`", "|-", "- ", "<b", "_", "**", "!["])
def test_marks_without_end_are_read_soon(piece):
    assert isinstance(found(piece * 4000), list)


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet="#*|-_`~[]()<>!: \nabc1.\\&;=", max_size=80))
def test_any_marks_are_read(text):
    assert all(said for _, said in found(text))
