import pytest

from recruit.services.imports.names import email_of, person_of, plain_path, readable
from recruit.vocabulary.shapes import Contact, Evidence


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("a/Alvarez_Rosa-resume(2).pdf", "Alvarez Rosa"),
        ("RosaAlvarezCV2026.docx", "Rosa Alvarez"),
        ("NELL ARDEN.txt", "Nell Arden"),
        ("resume.pdf", "No name found (resume.pdf)"),
        ("0012.pdf", "No name found (0012.pdf)"),
        ("shop/columns.pdf", "No name found (columns.pdf)"),
    ],
)
def test_a_file_name_gives_a_name_where_it_holds_one(file_name: str, name: str) -> None:
    assert readable(file_name) == name


def test_the_resume_knows_the_name_better_than_its_file() -> None:
    found = Contact(name=Evidence(start=0, end=8, text="Nell  Roe"))
    assert person_of(found, "scan.pdf") == "Nell Roe"


def test_only_what_could_be_an_address_is_kept() -> None:
    texts = ("nell at example", "Nell@Example.com")
    emails = tuple(Evidence(start=0, end=len(text), text=text) for text in texts)
    assert email_of(Contact(emails=emails)) == "nell@example.com"


def test_a_path_that_is_no_text_can_still_be_kept() -> None:
    assert plain_path("a\udcff\x00b.pdf") == "a\ufffd\ufffdb.pdf"
