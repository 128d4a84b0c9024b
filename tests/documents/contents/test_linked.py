"""Addresses behind words are read, and nobody follows them; all are invented."""

import pytest

from recruit.documents.contents.contact import Beside, contact_of
from recruit.documents.contents.linked import MOST_LINKS, linked_in
from recruit.documents.reader import Limits, Link
from recruit.documents.reading import read_in_process

HEAD = "Ilse Quandt\nE-mail · Call me · My page\n"
JOBS = "\nEXPERIENCE\nWelder, Harborline Fab, Gary, IN, 2015 - 2019\n"


def read_links(text: str, *links: Link) -> tuple[list[str], list[str], list[str]]:
    found = contact_of(text, beside=Beside(links=links))
    return tuple([one.text for one in ways] for ways in (found.emails, found.phones, found.links))


def test_an_address_behind_words_is_read_at_those_words():
    found = contact_of(HEAD + JOBS, beside=Beside(links=(Link("E-mail", "mailto:ilse@example.com?subject=Hi"),)))
    (email,) = found.emails
    assert email.text == "ilse@example.com"
    assert HEAD[email.start : email.end] == "E-mail"


def test_a_number_behind_words_is_read():
    assert read_links(HEAD + JOBS, Link("Call me", "tel:+1-219-555-0102;ext=4"))[1] == ["+1-219-555-0102"]


@pytest.mark.parametrize("target", ["https://www.linkedin.com/in/ilseq", "https://github.com/ilseq"])
def test_a_profile_is_read_wherever_it_stands(target):
    assert read_links(f"{HEAD}{JOBS}more\n", Link("more", target))[2] == [target]


def test_an_own_site_is_read_in_the_head_only():
    own, employer = "https://ilse.example.org/welds", "https://harborline.example.com"
    assert read_links(HEAD + JOBS, Link("My page", own), Link("Harborline Fab", employer))[2] == [own]


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("ilse@example.com", "mailto:Ilse@example.com"),
        ("(219) 555-0102", "tel:+12195550102"),
        ("linkedin.com/in/ilseq", "https://www.linkedin.com/in/ilseq/"),
    ],
)
def test_what_the_text_says_is_not_read_twice(said, target):
    text = f"Ilse Quandt\n{said}\nMy page\n{JOBS}"
    assert sum(map(len, read_links(text, Link("My page", target)))) == 1


@pytest.mark.parametrize(
    "target",
    [
        "mailto:",
        "mailto:nobody",
        "tel:",
        "tel:call-me-now",
        "javascript:alert(1)",
        "file:///etc/hosts",
        "https://x",
        "",
    ],
)
def test_what_is_no_address_is_not_read(target):
    assert read_links(HEAD + JOBS, Link("My page", target)) == ([], [], [])


def test_a_link_beside_a_reference_is_somebody_else_s():
    text = f"{HEAD}{JOBS}\nREFERENCES\nJoris Stonebridge, foreman\n"
    assert read_links(text, Link("Joris Stonebridge", "mailto:joris@example.com")) == ([], [], [])


def test_the_letters_of_a_linked_address_agree_with_a_name():
    text = "TIG and stick\nilse quandt  gary in\nwrite\n"
    found = contact_of(text, beside=Beside(links=(Link("write", "mailto:iquandt@example.com"),)))
    assert found.name is not None
    assert found.name.text == "ilse quandt"


def test_a_page_of_links_is_not_read_to_its_end():
    links = [Link("E-mail", f"mailto:a{number}@example.com") for number in range(3 * MOST_LINKS)]
    assert len(linked_in(HEAD, links, [(0, len(HEAD))], len(HEAD)).emails) == MOST_LINKS


def test_a_web_page_tells_its_links_and_its_title():
    page = (
        b"<html><head><title>Ilse Quandt | Millwright</title></head><body><p>Millwright</p><h1>ILSE QUANDT</h1>"
        b'<p><a href="mailto:ilse@example.com">E-mail</a> <a href="tel:219-555-0102">Phone</a></p></body></html>'
    )
    contact = read_in_process(page, Limits()).contact
    assert [one.text for one in contact.evidence] == ["ILSE QUANDT", "ilse@example.com", "219-555-0102"]


def test_a_title_of_the_trade_names_nobody():
    page = b"<html><head><title>Precision Machining</title></head><body><h1>Precision Machining</h1></body></html>"
    assert read_in_process(page, Limits()).contact.name is None


def test_markdown_tells_its_links():
    contact = read_in_process(b"# Ilse Quandt\n\n[**E-mail**](mailto:ilse@example.com)\n", Limits()).contact
    assert [one.text for one in contact.evidence] == ["Ilse Quandt", "ilse@example.com"]


def test_a_json_resume_says_whose_it_is():
    resume = b'{"basics": {"name": "Orrin Lathe", "label": "Machinist"}, "skills": [{"name": "Grinding"}]}'
    name = read_in_process(resume, Limits()).contact.name
    assert name is not None
    assert name.text == "Orrin Lathe"
