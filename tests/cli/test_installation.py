from pathlib import Path

import pytest

from recruit.documents.filetypes.kinds import media_type_of
from recruit.services.demo_formats import WRITERS
from tests.cli.commands import AGENCY, run


def test_a_user_is_added_with_a_password_from_standard_input() -> None:
    assert run("organization", "add", AGENCY, "--kind", "agency").exit_code == 0
    person = [
        "--email",
        "new@example.com",
        "--name",
        "New",
        "--organization",
        AGENCY,
        "--role",
        "viewer",
    ]
    added = run("user", "add", *person, stdin="a long enough password\n")
    assert (added.exit_code, added.stdout) == (0, "new@example.com can log in.\n")
    again = run("user", "add", *person, stdin="a long enough password\n")
    assert (again.exit_code, again.stdout) == (1, "")


def test_an_employer_needs_an_agency_that_exists() -> None:
    result = run("organization", "add", "Tuff Turning", "--kind", "employer", "--agency", "Nobody")
    assert result.exit_code == 1
    assert "Nobody" in result.stderr


def test_the_index_is_built_from_the_database() -> None:
    assert run("db", "upgrade").exit_code == 0
    assert run("db", "rebuild-index").stdout == "The ranking index holds 0 people.\n"


def content_by_name(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def test_demo_files_are_made_alike_from_the_same_seed(work: Path) -> None:
    for folder, seed in (("made", "5"), ("again", "5"), ("others", "6")):
        assert run("demo", "files", "4", folder, "--seed", seed).stdout == f"4 files are in {folder}.\n"
    made, again, others = (
        {path.name: path.read_bytes() for path in (work / folder).iterdir()}
        for folder in ("made", "again", "others")
    )
    assert made == again
    assert made.keys() == others.keys()
    assert made != others


def test_demo_files_may_be_scans(work: Path) -> None:
    assert run("demo", "files", str(len(WRITERS)), "made", "--scans").exit_code == 0
    assert len(list((work / "made").glob("*.scan.pdf"))) == 1
    assert {media_type_of(path.read_bytes()) for path in (work / "made").glob("*.pdf")} == {"application/pdf"}


@pytest.mark.parametrize("arguments", [("0", "made"), ("many", "made"), ("3", "job.txt"), ("3",)])
def test_demo_files_that_cannot_be_made_are_wrong_use(arguments: tuple[str, ...]) -> None:
    result = run("demo", "files", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
