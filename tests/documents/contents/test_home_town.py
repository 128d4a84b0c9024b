"""Where a person lives is told from where they worked; all names are invented."""

import pytest

from recruit.documents.contents.contact import contact_of
from recruit.vocabulary.shapes import Block, BlockKind

#: Where the town stands -> the text, and the town in it.
OWN_TOWNS = {
    "below the name": ("Ilse Quandt\nGary, IN\n\nEXPERIENCE\nAcme Tool, Akron, OH, 2012 - 2019\n", "Gary, IN"),
    "under a heading of contacts": (
        "Ilse Quandt\n\nSKILLS\nTIG\n\nCONTACT\nGary, Indiana\n219-555-0102\n",
        "Gary, Indiana",
    ),
    "a label at the end": (
        "Ilse Quandt\n\nEXPERIENCE\nAcme Tool, Akron, OH, 2012 - 2019\n\nOTHER\nAddress: 9 Elm Street, Gary, IN\n",
        "Gary, IN",
    ),
    "a label without a state": ("Ilse Quandt\nLocation: Toledo\n\nSKILLS\nTIG\n", "Toledo"),
    "a paragraph that tells all": (
        "Ilse Quandt, Gary, IN. Welder at Acme Tool, Akron, OH, 2012 - 2019.\n",
        "Gary, IN",
    ),
    "below the name beside another column": (
        "SKILLS\nTIG\n\nCERTIFICATIONS\nOSHA 10\n\nContact\n219-555-0102\nIlse Quandt\nGary, IN\n",
        "Gary, IN",
    ),
}

#: Whose town it is, where it is not the person's -> the text.
TOWNS_OF_OTHERS = {
    "a job under a heading": "Ilse Quandt\n\nWORK EXPERIENCE\nWelder, Harborline Fab, Gary, IN, 2015 - Present\n",
    "below an employer": "Ilse Quandt\n219-555-0102\n\nExperience\nHarborline Fab\nGary, Indiana\n2015 - 2019\n",
    "a job without a heading": "Ilse Quandt\n219-555-0102\n\nSander, Harborline Fab, Gary, IN, 2015 - 2019\n",
    "a school": "Ilse Quandt\n219-555-0102\n\nEDUCATION\nTri County Technical College, Gary, IN\n",
    "a summary": "Ilse Quandt\n219-555-0102\n\nSUMMARY\nWelder for shops near Gary, IN\n",
    "a label within a job": (
        "Ilse Quandt\n\nEXPERIENCE\nHarborline Fab, 2015 - 2019\nLocation: Gary, IN\n- TIG\n"
    ),
    "a company in the head": "Ilse Quandt\nHarborline Foundry, Gary, IN\n219-555-0102\n",
}


def town_of(text: str, blocks: tuple[Block, ...] = ()) -> str | None:
    found = contact_of(text, blocks).city
    return found.text if found else None


@pytest.mark.parametrize(("text", "town"), OWN_TOWNS.values(), ids=OWN_TOWNS)
def test_the_town_of_a_person_is_found(text, town):
    assert town_of(text) == town


@pytest.mark.parametrize("text", TOWNS_OF_OTHERS.values(), ids=TOWNS_OF_OTHERS)
def test_the_town_of_an_employer_is_not_the_person_s(text):
    assert town_of(text) is None


def test_a_footer_has_the_town():
    text = "Ilse Quandt\n\nEXPERIENCE\nAcme Tool, Akron, OH, 2012 - 2019\n\n219-555-0102 | Gary, IN\n"
    footer = Block(kind=BlockKind.FOOTER, start=text.index("219"), end=len(text) - 1)
    assert town_of(text, (footer,)) == "Gary, IN"
