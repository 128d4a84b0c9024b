"""A certificate that is named in several mentions is one; two certificates stay two."""

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


def test_a_level_holds_for_the_credentials_its_line_goes_on_with() -> None:
    found = certificates("NIMS Machining Level I: Grinding; Drill Press\nNIMS Manual Milling Skills II")
    levels = {row.concept: row.credential.level for row in found if row.credential}
    assert levels["nims-credential"] == "I"
    assert levels["nims-manual-milling"] == "II"


def test_an_endorsement_is_no_welders_qualification() -> None:
    found = certificates("CWI with D1.1 and API 1104 endorsements")
    assert [(row.credential.code, row.credential.name) for row in found if row.credential] == [
        ("AWS QC1", "CWI"),
        ("AWS D1.1", "CWI endorsement"),
        ("API 1104", "CWI endorsement"),
    ]


def test_a_belt_takes_its_society_and_year() -> None:
    belt = certificates("Six Sigma Green Belt, ASQ, 2020")[0].credential
    assert belt
    assert (belt.issuer, belt.level, belt.issued) == ("ASQ", "Green Belt", "2020")


def test_a_long_list_is_not_one_certificate() -> None:
    found = certificates("SNT-TC-1A UT Level II, " * 40)
    assert max(len(row.credential.evidence.text) for row in found if row.credential) < 120
