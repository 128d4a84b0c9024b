import re

import pytest

from recruit.matching.personal import without_personal

WORDS = {"miller", "turner", "welder", "cnc", "machinist", "milling", "steel", "mobile", "boring", "operator"}


def left(text: str) -> str:
    return " ".join(without_personal(text, WORDS.__contains__).split())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Frank Miller\nwelder", "welder"),
        ("FRANK B. MILLER, JR\nwelder", ", JR welder"),
        ("Resume of Rose Turner\nwelder", "Resume of welder"),
        ("CNC machinist\nwelder", "CNC machinist welder"),
        ("ana ruiz  wichita ks\nwelder", "wichita ks welder"),
        ("I ran a mobile welder\nmilling", "I ran a mobile welder milling"),
        ("Ana Ruiz - CNC machinist - 316-555-0142", "- CNC machinist -"),
        ("Ana Ruiz\nmilling 5 years\nAna Ruiz, page 2", "milling 5 years , page 2"),
    ],
)
def test_the_name_a_resume_begins_with_is_blanked(text, kept):
    assert left(text) == kept


@pytest.mark.parametrize(
    "personal",
    [
        "ana.steel@example.com",
        "(316) 555-0142",
        "316.555.0142",
        "+1 316 555 0142",
        "https://example.com/steel",
        "142 Steel Mill Road",
        "1200 N Turner St. Apt 4",
        "Boring, OR 97009",
        "Steel City, Alabama",
        "Turner Welding Institute",
        "University of Northern Steel",
        "born 4 May 1971",
        "DOB: 4/5/71",
        "54 years old",
    ],
)
def test_what_is_personal_is_blanked_wherever_it_stands(personal):
    text = f"CNC machinist\nmilling work\n- {personal}\nmilling"
    assert re.findall(r"\w+", left(text)) == ["CNC", "machinist", "milling", "work", "milling"]


def test_offsets_stay_as_they_were():
    text = "Frank Miller\n12 Steel Road\nwelder"
    blanked = without_personal(text, WORDS.__contains__)
    assert len(blanked) == len(text)
    assert blanked[text.index("welder") :] == "welder"


def test_work_beside_a_number_to_reach_stays():
    assert "CNC operator" in without_personal("Jo Low - CNC operator - 316-555-0140", WORDS.__contains__)
