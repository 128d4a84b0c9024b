import pytest
from lxml import etree

from recruit.documents.markup.links import link_of, links_of_markdown
from recruit.documents.reader import Link


@pytest.mark.parametrize(
    ("page", "link"),
    [
        (
            '<a href=" mailto:ilse@example.com "><b>E-</b>mail\n me</a>',
            Link("E-mail me", "mailto:ilse@example.com"),
        ),
        ('<a href="tel:2195550102"><i></i></a>', None),
        ('<a href="#work">Work</a>', None),
        ("<a>Work</a>", None),
    ],
)
def test_a_link_has_words_and_leads_to_an_address(page, link):
    assert link_of(etree.fromstring(page)) == link


def test_links_of_markdown_have_no_marks_in_their_words():
    text = "[**Page**](https://ilse.example.org) ![me](me.png) [part](#part) [call](tel:2195550102 'now')"
    assert list(links_of_markdown(text)) == [
        Link("Page", "https://ilse.example.org"),
        Link("call", "tel:2195550102"),
    ]
