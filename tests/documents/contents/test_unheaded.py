import pytest

from recruit.documents.contents.unheaded import parts_by_look


def cut(text: str) -> list[tuple[str, str]]:
    return [(part.name, text[part.body : part.end]) for part in parts_by_look(text)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("316-555-0142", "contact"),
        ("jo@example.com", "contact"),
        ("Acme Tool 2012 - 2015", "experience"),
        ("machinist since 2006", "experience"),
        ("Valley Technical College, 2008 - 2010", "education"),
        ("GED", "education"),
        ("Certified forklift driver", "certifications"),
        ("lathe, mill, saw", "skills"),
    ],
)
def test_a_line_is_of_the_part_it_looks_like(line, name):
    assert cut(line) == [(name, line)]


@pytest.mark.parametrize("line", ["I like to work with my hands.", "Jo Low", "never went to college"])
def test_a_line_that_looks_like_nothing_is_in_no_part(line):
    assert cut(line) == []


def test_what_stands_below_a_job_is_of_it():
    assert cut("Acme Tool 2012 - 2015\n- lathe, mill, saw\n  ran a crew\n\nlathe, mill, saw") == [
        ("experience", "Acme Tool 2012 - 2015\n- lathe, mill, saw\n  ran a crew"),
        ("skills", "lathe, mill, saw"),
    ]


def test_a_number_far_down_is_no_contact():
    assert "contact" not in [name for name, _ in cut("a b\n" * 20 + "316-555-0142\n")]
