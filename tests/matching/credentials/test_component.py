"""Certificates are named the same however they are written."""

import pytest

from recruit.matching.skills import COMPONENTS
from tests.matching.credentials.rows import certificates, credential


@pytest.mark.parametrize(
    ("text", "issuer", "code", "name"),
    [
        ("D1.2 certified", "AWS", "AWS D1.2", None),
        ("ASME Sec. IX", "ASME", "ASME IX", None),
        ("Certified Welding Inspector", "AWS", "AWS QC1", "CWI"),
        ("ASQ CMQ/OE", "ASQ", "ASQ", "CMQ/OE"),
        ("NAS 410 PT Level II", None, "NAS 410", None),
        ("OSHA 30", "OSHA", "OSHA", None),
        ("GDTP-S", "ASME", "ASME Y14.5.2", "GDTP"),
        ("UAW journeyman card", "UAW", None, None),
        ("Woodwork Passport, Green", "WCA", None, "Woodwork Passport"),
        ("FANUC certified", "FANUC", None, None),
    ],
)
def test_a_certificate_has_its_issuer_code_and_name(
    text: str, issuer: str | None, code: str | None, name: str | None
) -> None:
    found = credential(text)
    assert (found.issuer, found.code, found.name) == (issuer, code, name)


@pytest.mark.parametrize("text", ["NIMS CNC Turning II", "NIMS CNC Lathe II", "NIMS CNC Turning Skills II"])
def test_the_names_of_before_and_after_2018_are_one_credential(text: str) -> None:
    (mention,) = certificates(text)
    assert mention.credential
    assert (mention.concept, mention.credential.level) == ("nims-cnc-turning-ii", "II")


def test_a_course_in_gd_and_t_is_not_asmes_certificate() -> None:
    found = credential("GD&T certified")
    assert (found.issuer, found.code, found.name) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ASNT PT Level 2", "II"),
        ("CDL Class A", "Class A"),
        ("GDTP Technologist", "Technologist"),
    ],
)
def test_a_level_is_written_one_way(text: str, level: str) -> None:
    assert credential(text).level == level


@pytest.mark.parametrize("position", ["3G", "4G"])
def test_a_position_that_is_certified_needs_no_other_word_of_welding(position: str) -> None:
    assert credential(f"Pipe fabricator. {position} certification needed.", kind="job").positions == (position,)
    assert certificates(f"{position} certification of LTE handsets", kind="job") == []


def test_osha_has_hours_and_an_industry() -> None:
    found = credential("OSHA 30 General Industry, 2022")
    assert (found.hours, found.scope, found.issued) == (30, "general industry", "2022")


def test_parts_are_read_once_the_polarity_is_judged() -> None:
    assert COMPONENTS.index("recruit_credentials") == COMPONENTS.index("recruit_polarity") + 1
