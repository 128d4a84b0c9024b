"""What is known of certificates is advice in plain words, and never contradicts the vocabulary."""

from dataclasses import replace
from pathlib import Path

import pytest

from recruit.errors import VocabularyError
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.credentials import (
    RULES_FILE,
    advice_on,
    credential_line,
    known_parts,
    load_credential_rules,
    read_credential_rules,
)
from recruit.vocabulary.shapes import Category, Credential, CredentialStatus, Evidence

HELD = Credential(
    status=CredentialStatus.HELD,
    evidence=Evidence(start=0, end=8, text="AWS D1.1"),
    issuer="AWS",
    code="AWS D1.1",
    positions=("3G", "4G"),
    processes=("FCAW",),
    expires="2024-06",
)


def test_every_rule_is_of_a_certificate_and_has_a_source() -> None:
    rules, concepts = load_credential_rules(), load_vocabulary().concepts
    assert {concepts[concept].category for concept in rules.known} == {Category.CERTIFICATION}
    assert all(rule.source for rule in (*rules.positions, *rules.terms))


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (("  cwi:", "  cwj:"), "cwj"),
        (("code: AWS D1.1}", "cede: AWS D1.1}"), "cede"),
        (("3G: [flat, vertical]", "3G: [flat, sideways]"), "sideways"),
        (("terms:", "termes:"), "exactly"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, mistake: tuple[str, str], said: str) -> None:
    path = tmp_path / "credentials.yaml"
    path.write_text(RULES_FILE.read_text(encoding="utf-8").replace(*mistake, 1), encoding="utf-8")
    with pytest.raises(VocabularyError, match=said):
        read_credential_rules(path)


def test_a_certificate_has_the_issuer_of_its_kind() -> None:
    assert known_parts("nims-press-brake").issuer == "NIMS"
    assert known_parts("first-aid-cpr").issuer is None


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "3G, 4G · FCAW · expires June 2024"),
        ({"status": CredentialStatus.EXPIRED}, "3G, 4G · FCAW · expired June 2024"),
        ({"status": CredentialStatus.EXPIRED, "expires": None}, "3G, 4G · FCAW · expired"),
        ({"expires": None, "issued": "2021"}, "3G, 4G · FCAW · issued 2021"),
        ({"positions": (), "processes": (), "methods": ("UT",), "level": "II"}, "UT Level II · expires June 2024"),
        ({"positions": (), "processes": (), "expires": None}, ""),
        ({"status": CredentialStatus.CAN_TEST, "expires": None}, "3G, 4G · FCAW · can test"),
    ],
)
def test_the_parts_of_a_certificate_stand_in_one_line(changes: dict[str, object], line: str) -> None:
    assert credential_line(replace(HELD, **changes)) == line  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "positions", "covered"),
    [
        ("AWS D1.1", ("3G",), "3G under AWS D1.1 usually covers flat, horizontal and vertical;"),
        ("ASME IX", ("3G",), "3G under ASME IX usually covers flat and vertical;"),
        ("AWS D1.1", ("3G", "4G"), "3G and 4G under AWS D1.1 usually cover all plate positions;"),
        ("ASME IX", ("3G", "4G"), "3G and 4G under ASME IX usually cover flat, vertical and overhead;"),
        ("ASME IX", ("2G", "3G", "4G"), "2G, 3G and 4G under ASME IX usually cover all plate positions;"),
        ("AWS D1.1", ("6G",), "6G under AWS D1.1 usually covers all plate positions and all pipe positions;"),
        (
            "ASME IX",
            ("2G", "5G"),
            "2G and 5G under ASME IX usually cover all plate positions and all pipe positions;",
        ),
        ("API 1104", ("6G",), "6G under API 1104 usually covers all pipe positions;"),
        (None, ("3G",), "What 3G covers depends on the code"),
        ("AWS D17.1", ("3G",), "What 3G covers depends on the code"),
    ],
)
def test_what_a_position_covers_depends_on_the_code(
    code: str | None, positions: tuple[str, ...], covered: str
) -> None:
    assert advice_on("aws-d1-1", replace(HELD, code=code, positions=positions))[0].startswith(covered)


@pytest.mark.parametrize(
    ("concept", "said"),
    [
        ("aws-d1-1", "Proof needed"),
        ("scwi", "every 3 years, with a new test after 9"),
        ("ndt-ut-certification", "ends on leaving"),
    ],
)
def test_the_standing_of_a_held_certificate_is_advised_on(concept: str, said: str) -> None:
    (sentence,) = advice_on(concept, replace(HELD, positions=()))
    assert said in sentence


@pytest.mark.parametrize(
    ("concept", "code"),
    [("api-1104", "API 1104"), ("cwb-certification", None), ("navsea-welding", None), ("aws-d17-1", "AWS D17.1")],
)
def test_a_code_without_a_sourced_term_is_not_said_to_lapse(concept: str, code: str | None) -> None:
    assert advice_on(concept, replace(HELD, code=code, positions=())) == ()


def test_what_an_inspector_is_endorsed_in_is_no_welders_qualification() -> None:
    (sentence,) = advice_on("aws-d1-1", replace(HELD, name="CWI endorsement", positions=()))
    assert sentence.startswith("Renewed")


def test_nothing_is_advised_on_what_a_job_asks_for_but_its_positions() -> None:
    asked = replace(HELD, status=CredentialStatus.REQUIRED)
    assert len(advice_on("aws-d1-1", asked)) == 1
    assert advice_on("cwi", replace(asked, positions=())) == ()
    assert advice_on("aws-d1-1", replace(HELD, status=CredentialStatus.ABSENT)) == ()
