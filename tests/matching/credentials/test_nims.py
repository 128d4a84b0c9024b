"""Credentials of NIMS have their level behind their names, or from the line that lists them."""

import pytest

from tests.matching.credentials.rows import certificates


def concepts_and_levels(text: str) -> list[tuple[str, str | None]]:
    return [(row.concept, row.credential.level) for row in certificates(text) if row.credential]


def test_a_level_holds_for_the_credentials_its_line_goes_on_with() -> None:
    found = certificates("NIMS Machining Level I: Grinding; Drill Press\nNIMS Manual Milling Skills II")
    levels = {row.concept: row.credential.level for row in found if row.credential}
    assert levels["nims-credential"] == "I"
    assert levels["nims-manual-milling"] == "II"


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("NIMS CNC Mill Skills II, 2015", "nims-cnc-milling-ii"),
        ("NIMS CNC Lathe Level 2", "nims-cnc-turning-ii"),
        ("NIMS CNC Lathe Operator Level II", "nims-cnc-turning-operator"),
    ],
)
def test_the_second_level_is_a_credential_of_its_own(text: str, concept: str) -> None:
    assert concepts_and_levels(text) == [(concept, "II")]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("NIMS Level II - Grinding II, wire EDM", [("nims-grinding", "II"), ("nims-edm-wire", "II")]),
        ("NIMS Machining Level I: Drill Press", [("nims-drill-press", "I")]),
        ("NIMS credentials: CNC Milling, Grinding", [("nims-cnc-milling-operator", "I"), ("nims-grinding", None)]),
    ],
)
def test_a_list_behind_the_society_names_its_credentials(text: str, listed: list[tuple[str, str | None]]) -> None:
    assert concepts_and_levels(text)[1:] == listed


@pytest.mark.parametrize("text", ["NIMS certified, grinding, wire EDM", "NIMS: teamwork. Grinding"])
def test_skills_beside_a_credential_stay_skills(text: str) -> None:
    assert len(certificates(text)) == 1
