import pytest

from recruit.documents.contents.sections import section_at, sections


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


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("S K I L L S", "skills"),
        ("W O R K   H I S T O R Y", "experience"),
        ("Skills\n------", "skills"),
        ("Education\n=========", "education"),
        ("1. Work History", "experience"),
        ("II. EXPERIENCE", "experience"),
        ("\U0001f527 Tools", "skills"),
        ("\u25ba\u25ba EMPLOYMENT \u25c4\u25c4", "experience"),
        ("EMPLOYMENTRECORD:", "experience"),
        ("WorkExperience", "experience"),
        ("EXPERIENCIA LABORAL", "experience"),
        ("Educación:", "education"),
        ("HABILIDADES", "skills"),
        ("Certificaciones", "certifications"),
        ("Experience / Experiencia", "experience"),
        ("Objetivo", "objective"),
        ("Military Service", "military"),
        ("Licenses & Certifications", "certifications"),
        ("Contact Information", "contact"),
        ("Education (continued)", "education"),
    ],
)
def test_a_heading_of_a_resume_is_known_however_it_is_set(heading: str, name: str) -> None:
    assert names(f"Jo Doe\n\n{heading}\nlathe, mill\n") == [name]


@pytest.mark.parametrize(
    ("line", "name", "content"),
    [
        ("OBJECTIVESet-up machinist position", "objective", "Set-up machinist position"),
        ("EDUCATIONHigh school", "education", "High school"),
        ("SKILLS          lathe, mill", "skills", "lathe, mill"),
        ("Education\tHigh school", "education", "High school"),
        ("WORK EXPERIENCE2012 - 2015 Acme", "experience", "2012 - 2015 Acme"),
    ],
)
def test_a_heading_may_stand_in_the_margin_or_be_glued_to_its_content(line: str, name: str, content: str) -> None:
    text = f"Jo Doe\n\n{line}\n"
    (part,) = sections(text, "resume")
    assert (part.name, text[part.body : part.end].strip()) == (name, content)


def test_a_row_of_headings_over_columns_is_no_heading_of_either() -> None:
    parts = sections("CERTS                WORK\nforklift             Acme Tool\n", "resume")
    assert [part for part in parts if part.body > part.start] == []


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


def test_a_resume_without_headings_is_cut_by_its_look() -> None:
    text = (
        "Jo Low\n316-555-0142, jo@example.com\n\nlathe, mill, saw, grinder\n\n"
        "Acme Tool, machinist, 2012 - 2015\n- ran lathes\n\nHigh school diploma, 2010\n\nCertified in first aid\n"
    )
    assert names(text) == ["contact", "skills", "experience", "education", "certifications"]


def test_a_posting_is_never_cut_by_its_look() -> None:
    assert names("lathe, mill, saw, grinder\n", "job") == []


def test_a_sentence_is_no_heading() -> None:
    assert names("I have skills in turning and experience in milling.\n") == []
    assert names("We need a welder who can work alone.\n", "job") == []
