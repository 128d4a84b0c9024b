import pytest
from lxml import etree

from recruit.documents.markup.page_head import producer_of, title_of, unsaid_title
from recruit.documents.reader import RawBlock


def page(head: str) -> etree._Element:
    return etree.HTML(f"<html><head>{head}</head><body></body></html>")


def test_the_program_that_made_a_page_is_named():
    assert producer_of(page('<meta name="Generator" content=" Pages 12 ">')) == "Pages 12"
    assert producer_of(page("<title>x</title>")) is None


@pytest.mark.parametrize(
    ("head", "title"), [("<title> Ilse\n Quandt </title>", "Ilse Quandt"), ("<title></title>", ""), ("", "")]
)
def test_a_title_is_on_one_line(head, title):
    assert title_of(page(head)) == title


@pytest.mark.parametrize(("written", "count"), [("welder", 1), ("Ilse the welder", 0)])
def test_a_title_is_kept_where_the_page_says_none_of_it(written, count):
    assert len(list(unsaid_title(page("<title>Ilse Quandt</title>"), [RawBlock(written)]))) == count
