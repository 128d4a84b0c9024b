import pytest

from recruit.documents.contents.contact import MOST_ADDRESSES, contact_of
from recruit.vocabulary.shapes import Block, BlockKind, Contact

#: What the head of a resume looks like -> its text, and the name, e-mails, phones, town and links in it.
HEADS = {
    "one line each": (
        "Maria Hernandez\n1420 Elm Street, Dayton, OH 45402\n(937) 555-0118\nm.hernandez@example.com\n",
        ("Maria Hernandez", ["m.hernandez@example.com"], ["(937) 555-0118"], "Dayton, OH", []),
    ),
    "family name first": (
        "HERNANDEZ, MARIA\nDayton, OH | 937.555.0118\n",
        ("HERNANDEZ, MARIA", [], ["937.555.0118"], "Dayton, OH", []),
    ),
    "all on one line": (
        "Jim Low - Beaverton OR - 503 555 0128 - jim.l@example.com\n\nFINISH CARPENTER\n",
        ("Jim Low", ["jim.l@example.com"], ["503 555 0128"], "Beaverton OR", []),
    ),
    "dashes, apostrophe and generation": (
        "Jean-Luc O'Brien III\nTulsa, Oklahoma\n",
        ("Jean-Luc O'Brien III", [], [], "Tulsa, Oklahoma", []),
    ),
    "letters behind the name": ("Thuy Nguyen, CWI\nMobile, AL\n", ("Thuy Nguyen", [], [], "Mobile, AL", [])),
    "letters without a comma": ("Thuy Nguyen PMP\nMobile, AL\n", ("Thuy Nguyen", [], [], "Mobile, AL", [])),
    "resume of": ("Resume of Rose Turner\nwelder\n", ("Rose Turner", [], [], None, [])),
    "a title above the name": (
        "CURRICULUM VITAE\n\nAmara Diallo-Ruiz\nakron, ohio\n",
        ("Amara Diallo-Ruiz", [], [], "akron, ohio", []),
    ),
    "a label": ("Name: Hector Salas\nPhone: 330-555-0142\n", ("Hector Salas", [], ["330-555-0142"], None, [])),
    "behind a picture": ("[photo]\nHector Salas\n", ("Hector Salas", [], [], None, [])),
    "small letters and the address agrees": (
        "kyle brand  derby ks  call or txt 316-555-0163  kbrand@example.com\n",
        ("kyle brand", ["kbrand@example.com"], ["316-555-0163"], "derby ks", []),
    ),
    "a name of a trade": ("Walter Miller\nmachinist\n", ("Walter Miller", [], [], None, [])),
    "a nickname": (
        'HECTOR "TITO" SALAS\nHermantown MN . 218 555 0135\n',
        ('HECTOR "TITO" SALAS', [], ["218 555 0135"], "Hermantown MN", []),
    ),
    "letters of other alphabets": ("Nguyễn Thị Hồng\nErie, PA\n", ("Nguyễn Thị Hồng", [], [], "Erie, PA", [])),
    "particles": ("María de la Cruz\nLaredo, TX 78040\n", ("María de la Cruz", [], [], "Laredo, TX", [])),
    "the title beside the name": (
        "Anh Pham \u2014 toolmaker\n815-555-0182 • Belvidere, IL\n",
        ("Anh Pham", [], ["815-555-0182"], "Belvidere, IL", []),
    ),
    "a table": (
        (
            "Darnell Whit        | CNC Programmer      | St. Louis, MO, will relocate\n"
            "314-555-0188        | dw@example.com |\n"
        ),
        ("Darnell Whit", ["dw@example.com"], ["314-555-0188"], "St. Louis, MO", []),
    ),
    "the title first": (
        "CNC MACHINIST\nSenior Setup Operator\nRosa Vega\nLima, OH\n",
        ("Rosa Vega", [], [], "Lima, OH", []),
    ),
    "two numbers and an extension": (
        "Rosa Vega\nCell: (419) 555-0101  Work: 419-555-0102 ext. 14\n",
        ("Rosa Vega", [], ["(419) 555-0101", "419-555-0102 ext. 14"], None, []),
    ),
    "with the country": (
        "Rosa Vega\n+1 419 555 0101 / +52 55 1234 5678\n",
        ("Rosa Vega", [], ["+1 419 555 0101", "+52 55 1234 5678"], None, []),
    ),
    "a number without its area": ("Rosa Vega\nHome: 555-0142\n", ("Rosa Vega", [], ["555-0142"], None, [])),
    "an address in words": (
        "Rosa Vega\nrosa.vega [at] example [dot] com\n",
        ("Rosa Vega", ["rosa.vega [at] example [dot] com"], [], None, []),
    ),
    "an address in words without brackets": (
        "Rosa Vega\nrosavega at example dot com\n",
        ("Rosa Vega", ["rosavega at example dot com"], [], None, []),
    ),
    "an address with spaces": (
        "Rosa Vega\nrosa.vega @ example . com\n",
        ("Rosa Vega", ["rosa.vega @ example . com"], [], None, []),
    ),
    "two addresses": (
        "Rosa Vega\nrosa@example.com, vega@example.org\n",
        ("Rosa Vega", ["rosa@example.com", "vega@example.org"], [], None, []),
    ),
    "an address stuck to a number": (
        "Rosa Vega\n316.555.0117rosa.v@example.com\n",
        ("Rosa Vega", ["rosa.v@example.com"], ["316.555.0117"], None, []),
    ),
    "links": (
        "Rosa Vega\nlinkedin.com/in/rosa-vega-12 | https://rosa.example.com/work.\n",
        ("Rosa Vega", [], [], None, ["linkedin.com/in/rosa-vega-12", "https://rosa.example.com/work"]),
    ),
    "a site without https": ("Rosa Vega\nrosavega.net\n", ("Rosa Vega", [], [], None, ["rosavega.net"])),
    "an area": ("Rosa Vega\nGreater Toledo Area\n", ("Rosa Vega", [], [], "Greater Toledo Area", [])),
    "a town named by its label": ("Rosa Vega\nLocation: Toledo\n", ("Rosa Vega", [], [], "Toledo", [])),
    "a street without a comma": (
        "Rosa Vega\n7 Steel Mill Road Boring, OR 97009\n",
        ("Rosa Vega", [], [], "Boring, OR", []),
    ),
    "a side column first": (
        "SKILLS\nlathe\nmill\nCONTACT\nrvega@example.com\n419-555-0101\n\nEXPERIENCE\nsaw\n\nRosa Vega\n",
        ("Rosa Vega", ["rvega@example.com"], ["419-555-0101"], None, []),
    ),
}


def shown(found: Contact):
    return (
        found.name and found.name.text,
        [one.text for one in found.emails],
        [one.text for one in found.phones],
        found.city and found.city.text,
        [one.text for one in found.links],
    )


@pytest.mark.parametrize("head", HEADS)
def test_a_contact_is_found_in_every_head(head):
    text, expected = HEADS[head]
    assert shown(contact_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Curriculum Vitae\n",
        "Objective\nTo work hard\n",
        "CNC Machinist\nran lathes\n",
        "Acme Tool Company\n2012 - 2015\n",
        "Precision Machine Works, Toledo, OH\n",
        "Salt Lake City, UT\n",
        "Work Experience\n",
        "rosa.vega@example.com\n",
        "Professional Summary\nI ran lathes for years\n",
        "Highly Motivated Machinist\n",
        "",
    ],
)
def test_what_is_no_name_is_not_taken_for_one(text):
    assert contact_of(text).name is None


def test_a_header_block_has_the_name():
    text = "Objective\nlathe work\nmill work\nRosa Vega 419-555-0101\n"
    start = text.index("Rosa")
    found = contact_of(text, [Block(kind=BlockKind.HEADER, start=start, end=len(text) - 1)])
    assert shown(found)[:3] == ("Rosa Vega", [], ["419-555-0101"])


def test_the_contacts_of_references_are_theirs():
    text = (
        "Rosa Vega\n419-555-0101\n\nWork history\nAcme Tool 2012 - 2019\n\n"
        "References\nJim Stone, foreman, 419-555-0199, jim.stone@example.com\n"
    )
    assert shown(contact_of(text)) == ("Rosa Vega", [], ["419-555-0101"], None, [])


def test_the_number_of_an_employer_is_not_the_person_s():
    jobs = "".join(f"- line {number}\n" for number in range(12))
    text = f"Rosa Vega\n{jobs}Acme Tool, supervisor Jim Stone 419-555-0199\n"
    assert contact_of(text).phones == ()


def test_evidence_is_in_the_order_of_the_text_and_in_its_words():
    text, _ = HEADS["one line each"]
    found = contact_of(text).evidence
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "A a@" * 50_000, "a." * 100_000, "1 " * 100_000, "Aa Bb\n" * 30_000]
)
def test_a_hostile_text_is_read_at_its_head_only(text):
    found = contact_of(text)
    assert len(found.phones) + len(found.links) < 100


def test_a_page_of_addresses_is_not_read_to_its_end():
    assert len(contact_of("a@example.com " * 5_000).emails) <= MOST_ADDRESSES
