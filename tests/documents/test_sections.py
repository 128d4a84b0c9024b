import pytest

from recruit.documents.sections import section_at, sections


def names(text: str, kind: str = "resume") -> list[str]:
    return [part.name for part in sections(text, kind)]


@pytest.mark.parametrize(
    "heading",
    [
        "SKILLS",
        "Skills:",
        "## Skills ##",
        "* Technical Skills *",
        "Skills & Equipment",
        "SKILLS / MACHINES",
        "Core Competencies",
    ],
)
def test_a_heading_is_known_in_any_style(heading: str) -> None:
    assert names(f"Jo Doe\n\n{heading}\nlathe, mill\n") == ["skills"]


def test_a_part_reaches_to_the_next_heading() -> None:
    text = "Summary\nMachinist.\n\nExperience\nShop A\n\nEducation\nHigh school\n"
    parts = sections(text, "resume")
    assert [text[part.body : part.end].strip() for part in parts] == ["Machinist.", "Shop A", "High school"]


def test_a_heading_may_stand_before_its_content() -> None:
    text = "Machines: Haas VF-2\nCerts: NIMS Level I\nLooking for a day shift."
    assert names(text) == ["skills", "certifications"]


def test_a_heading_inside_a_list_gives_the_list_back() -> None:
    text = "Requirements\n- TIG\n- Education: GED\n- MIG\n"
    parts = sections(text, "job")
    assert section_at(parts, text.index("MIG")) is not None
    assert section_at(parts, text.index("MIG")).name == "required"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Preferred:", "preferred"),
        ("NICE TO HAVE", "preferred"),
        ("Bonus points for:", "preferred"),
        ("What you'll do:", "duties"),
        ("Minimum Qualifications", "required"),
        ("What you bring:", "required"),
        ("About us", "company"),
        ("Equal Opportunity Employer", "eeo"),
        ("Pay & Benefits", "pay"),
        ("Schedule", "schedule"),
        ("Extra skills we would like:", "preferred"),
    ],
)
def test_headings_of_postings_have_plain_names(heading: str, name: str) -> None:
    assert names(f"Welder\n\n{heading}\n- something\n", "job") == [name]


def test_an_unknown_heading_ends_the_part_before_it() -> None:
    text = "Preferred:\n- Mastercam\n\nOur shop floor:\n- Haas\n"
    assert section_at(sections(text, "job"), text.index("Haas")) is None


def test_a_sentence_is_no_heading() -> None:
    assert names("I have skills in turning and experience in milling.\n") == []
    assert names("We need a welder who can work alone.\n", "job") == []
