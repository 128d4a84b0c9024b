"""A certificate that is named in several mentions is one; two certificates stay two."""

import pytest

from tests.matching.credentials.rows import certificates


def parts(text: str) -> list[tuple[str, str | None, tuple[str, ...], str | None]]:
    return [
        (mention.concept, mention.credential.code, mention.credential.positions, mention.credential.expires)
        for mention in certificates(text)
        if mention.credential
    ]


def test_a_code_and_the_positions_beside_it_are_one_certificate() -> None:
    assert parts("AWS D1.1 certified in 3G and 4G, expires 2028") == [
        ("aws-d1-1", "AWS D1.1", ("3G", "4G"), "2028"),
        ("welding-position", "AWS D1.1", ("3G", "4G"), "2028"),
    ]


def test_a_comma_between_several_codes_parts_them() -> None:
    assert parts("AWS D1.1 2G, API 1104 6G") == [
        ("aws-d1-1", "AWS D1.1", ("2G",), None),
        ("api-1104", "API 1104", ("6G",), None),
    ]


def test_each_certificate_keeps_its_own_end() -> None:
    assert [row[3] for row in parts("ASQ CQI exp 2027, CQT exp 2029")] == ["2027", "2029"]


def test_a_name_and_its_abbreviation_are_one_certificate() -> None:
    found = certificates("Certified Welding Inspector (CWI) #12045678, expires 01/2026")
    assert {mention.polarity for mention in found} == {"expired"}


def test_testers_methods_take_the_practice_beside_them() -> None:
    for mention in certificates("ASNT SNT-TC-1A UT/MT Level II"):
        assert mention.credential
        assert (mention.credential.code, mention.credential.methods, mention.credential.level) == (
            "ASNT SNT-TC-1A",
            ("UT", "MT"),
            "II",
        )


def test_a_second_level_begins_another_certificate() -> None:
    found = certificates("ASNT Level III UT, RT; Level II MT")
    assert [(row.credential.methods, row.credential.level) for row in found if row.credential] == [
        (("UT", "RT"), "III"),
        (("MT",), "II"),
    ]


def test_an_endorsement_is_no_welders_qualification() -> None:
    found = certificates("CWI with D1.1 and API 1104 endorsements")
    assert [(row.credential.code, row.credential.name) for row in found if row.credential] == [
        ("AWS QC1", "CWI"),
        ("AWS D1.1", "CWI endorsement"),
        ("API 1104", "CWI endorsement"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "CWI #10442, endorsed in D1.1 and API 1104",
        "CWI (endorsements: D1.1, API 1104)",
        "CWI endorsed to D1.1/API 1104",
    ],
)
def test_the_codes_behind_endorsed_are_an_inspectors(text: str) -> None:
    found = [row.credential for row in certificates(text) if row.credential]
    assert [(row.issuer, row.code, row.name) for row in found] == [
        ("AWS", "AWS QC1", "CWI"),
        ("AWS", "AWS D1.1", "CWI endorsement"),
        ("AWS", "API 1104", "CWI endorsement"),
    ]


def test_each_testers_method_keeps_its_own_level_and_end() -> None:
    found = certificates("VT/PT Level II, MT Level III (ASNT SNT-TC-1A), UT Level I trainee, exp 01/2025")
    parted = [(row.credential.methods, row.credential.level, row.polarity) for row in found if row.credential]
    assert list(dict.fromkeys(parted)) == [
        (("VT", "PT"), "II", "held"),
        (("MT",), "III", "held"),
        (("UT",), "I", "expired"),
    ]


@pytest.mark.parametrize("text", ["2G certified under D1.1", "AWS D1.1:2020 2G", "AWS Certified Welder, D1.1 2G"])
def test_several_mentions_of_one_certificate_are_equal(text: str) -> None:
    first, second = (row.credential for row in certificates(text))
    assert first == second


def test_a_ticket_of_a_province_is_not_the_bureaus() -> None:
    issuers = [row.credential.issuer for row in certificates("CWB ticket, B pressure ticket") if row.credential]
    assert issuers == ["CWB", "Canadian province"]


def test_a_belt_takes_its_society_and_year() -> None:
    belt = certificates("Six Sigma Green Belt, ASQ, 2020")[0].credential
    assert belt
    assert (belt.issuer, belt.level, belt.issued) == ("ASQ", "Green Belt", "2020")


def test_a_long_list_is_not_one_certificate() -> None:
    found = certificates("SNT-TC-1A UT Level II, " * 40)
    assert max(len(row.credential.evidence.text) for row in found if row.credential) < 120
