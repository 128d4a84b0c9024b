"""A certificate takes in its own parts, and none of what stands beside it."""

import pytest

from tests.matching.credentials.rows import certificates, credential


def test_one_certificate_has_its_code_positions_process_and_end() -> None:
    found = credential("AWS D1.1 3G/4G FCAW, exp. 06/2024")
    assert (found.issuer, found.code) == ("AWS", "AWS D1.1")
    assert found.positions == ("3G", "4G")
    assert found.processes == ("FCAW",)
    assert found.expires == "2024-06"


@pytest.mark.parametrize(
    "text",
    [
        "Certified to AWS D1.1 in GMAW and FCAW",
        "AWS D1.1 (GMAW, FCAW)",
        "GMAW/FCAW certified to AWS D1.1",
    ],
)
def test_processes_stand_before_or_behind_a_code(text: str) -> None:
    assert credential(text).processes == ("GMAW", "FCAW")


def test_a_list_of_skills_is_no_part_of_the_certificate_it_begins_with() -> None:
    assert credential("AWS D1.1, TIG, MIG, Stick, Mastercam").processes == ()
    assert credential("CWI, TIG, MIG").processes == ()


def test_a_number_thickness_and_material_are_read_where_they_stand() -> None:
    found = credential('ASME Section IX 6G GTAW stainless, 3/8" thick, cert #W-20441, issued March 2021')
    assert (found.material, found.thickness, found.number, found.issued) == (
        "stainless steel",
        "3/8 in",
        "W-20441",
        "2021-03",
    )


def test_an_edition_goes_with_a_code() -> None:
    assert credential("AWS D1.1:2020 3G SMAW").edition == "2020"
    assert credential("GDTP-S, Y14.5-2009").edition == "Y14.5-2009"


@pytest.mark.parametrize(
    "text",
    [
        "CWI, CNC programming certificate completed 2019",
        "Holds CWI. Finished a welding program in 2019.",
        "CWI, ran Haas mills since 2019",
        "CWI 2012 - 2019",
    ],
)
def test_a_year_of_something_else_is_not_taken(text: str) -> None:
    assert credential(text).issued is None


@pytest.mark.parametrize("text", ["ASQ CQI (2019)", "ASQ CQI, 2019", "ASQ CQI 2019", "ASQ CQI - 2019"])
def test_a_bare_year_at_the_end_is_that_of_the_issue(text: str) -> None:
    assert credential(text).issued == "2019"


def test_an_end_is_found_behind_other_words_but_not_behind_another_skill() -> None:
    assert credential("AWS D1.1 3G tested at the river yard, expires 3/2028").expires == "2028-03"
    assert credential("AWS D1.1 3G, Mastercam licence expires 3/2028").expires is None


def test_a_line_below_goes_on_with_its_certificate() -> None:
    found = credential("AWS D1.1 3G/4G\n  Expires: 06/2028\nMachinist at a job shop")
    assert found.expires == "2028-06"


def test_an_abbreviation_does_not_end_a_certificate() -> None:
    found = credential("AWS certified welder, cert. #W-20441, exp. 01/2027")
    assert (found.number, found.expires) == ("W-20441", "2027-01")


@pytest.mark.parametrize(
    "text",
    [
        "D1.3 cert. good through Nov. 2027",
        "AWS D1.3, valid until Nov. 2027",
        "API 1104 5G SMAW, carbon to stainless, expires 2027-11-30",
        "API 1104 5G SMAW, welded carbon steel for the yard, expires 2027-11-30",
    ],
)
def test_an_end_is_found_behind_abbreviations_and_metals(text: str) -> None:
    assert credential(text).expires == "2027-11"


def test_a_full_day_that_ends_the_line_is_that_of_the_test() -> None:
    assert credential("AWS D1.1 2G - tested by the yard - 03/21/2022").issued == "2022-03"
    assert credential("AWS D1.1 2G for the yard until we closed 03/21/2022 or so").issued is None


def test_two_metals_that_were_joined_are_both_named() -> None:
    assert credential("ASME IX 6G carbon to stainless").material == "carbon steel to stainless steel"
    assert credential("ASME IX 6G carbon steel, stainless").material == "carbon steel"


def test_a_plate_and_what_it_qualifies_for_are_both_told() -> None:
    found = credential('AWS D1.1 3G SMAW (F4 E7018, 1" unlimited), issued 04/2021, no. 3104521')
    assert (found.thickness, found.issued, found.number) == ("1 in, unlimited", "2021-04", "3104521")


def test_who_issued_it_may_stand_in_brackets() -> None:
    found = credential("Journeyman toolmaker (DOL, 10,000 hrs), State of Iowa, 1999")
    assert (found.issuer, found.hours, found.state, found.issued) == ("DOL", 10_000, "Iowa", "1999")
    exam = credential("CSWP (SolidWorks) 2019")
    assert (exam.issuer, exam.issued) == ("SolidWorks", "2019")


def test_a_maker_of_machines_behind_a_certificate_did_not_issue_it() -> None:
    found = credential("CWI, Haas VF-2, 2019")
    assert (found.issuer, found.issued) == ("AWS", None)


def test_a_journeyman_card_has_hours_and_a_state() -> None:
    for text in ("Journeyman tool and die maker, 8,000 hours, State of Ohio", "Journeyman card (Ohio), 8000 hrs"):
        found = credential(text)
        assert (found.hours, found.state) == (8000, "Ohio")
    assert credential("Ohio journeyman machinist card").state == "Ohio"


def test_hours_of_work_are_not_those_of_a_course() -> None:
    assert credential("OSHA 10, 2000 hours on a Haas").hours == 10
    assert credential("HAZWOPER 40").hours == 40


def test_the_words_of_a_certificate_reach_over_all_its_parts() -> None:
    text = "Yes: API 1104 6G SMAW (lapsed) and a forklift licence"
    found = credential(text).evidence
    assert found.text == "API 1104 6G SMAW (lapsed)"
    assert text[found.start : found.end] == found.text


def test_what_is_no_certificate_has_no_parts() -> None:
    assert certificates("Ran a Haas VF-2, TIG welded 304 stainless") == []


def test_the_diameter_of_a_pipe_is_no_thickness() -> None:
    for text in ('API 1104 6G, 8" pipe', 'API 1104 6G, 8"', 'ASME IX 6G 2" sch 80 GTAW', 'AWS D1.1 3G 2" tube'):
        assert credential(text).thickness is None
    assert credential('AWS D1.1 3G, 1" plate').thickness == "1 in"
    assert credential("ASME IX 6G unlimited thickness").thickness == "unlimited"
