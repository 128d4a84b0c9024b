"""The twenty hardest traps of trade texts, each on sentences of our own, in both senses."""

import pytest

from recruit.matching import extract
from recruit.vocabulary.shapes import Category, Polarity, SkillMention


def mentions(text: str, kind: str = "resume") -> list[SkillMention]:
    return extract(text, kind)


def names(text: str, kind: str = "resume") -> list[str]:
    return [mention.text.lower() for mention in mentions(text, kind)]


def says(word: str, text: str, kind: str = "resume") -> bool:
    return any(word.lower() in name for name in names(text, kind))


def polarity_of(word: str, text: str, kind: str = "resume") -> Polarity:
    return next(mention.polarity for mention in mentions(text, kind) if word.lower() in mention.text.lower())


@pytest.mark.parametrize(
    ("word", "trade"),
    [
        ("AWS", "Welded crane booms, AWS papers renewed, D1.1 with flux core"),
        ("AWS", "AWS certified welder, stick and mig on trailers"),
        ("NIMS", "NIMS Level II in manual lathe and CNC milling"),
        ("NIMS", "Machining diploma, NIMS credentials in turning and grinding"),
        ("3G", "Passed 3G and 4G plate with 7018 at the union hall"),
        ("6G", "Pipe welder, 6G open root, TIG and stick"),
        ("CMM", "CMM inspector of gear cases, PC-DMIS and height gage"),
        ("CMM", "Checked castings on a Zeiss CMM against the drawing"),
        ("PT", "NDT technician: PT and MT of forgings, Level II"),
        ("UT", "UT and RT inspection of pipe welds for a boiler shop"),
        ("625", "Turned Inconel 625 and 718 rings with ceramic inserts"),
        ("304", "TIG welded 304 and 316 stainless pans"),
        ("Star", "Swiss lathes by Star and Tsugami, set up from prints"),
        ("Brother", "Brother Speedio and Haas mills, small aluminum parts"),
        ("press", "Set dies in a stamping press and checked the first parts"),
        ("boring", "Turning, boring and threading on engine lathes"),
    ],
)
def test_a_word_with_two_meanings_counts_where_the_trade_is_meant(word: str, trade: str) -> None:
    assert says(word, trade), names(trade)


@pytest.mark.parametrize(
    ("word", "elsewhere"),
    [
        ("AWS", "Moved the ticket app to AWS, Lambda and S3, wrote Terraform"),
        ("AWS", "Backend developer: Node, Postgres, Docker, AWS"),
        ("NIMS", "Volunteer firefighter, FEMA ICS-100 and NIMS 700"),
        ("NIMS", "County emergency manager, exercises in line with NIMS"),
        ("3G", "Upgraded 3G radios to LTE on rooftops for a carrier"),
        ("5G", "Sold phones and 5G plans at a mall kiosk"),
        ("CMM", "Took software teams to CMM level 3, process audits, Agile"),
        ("CMM", "Overhauled actuators per the component maintenance manual (CMM), Part 145"),
        ("PT", "PT aide at a physical therapy clinic, gait belts and ice packs"),
        ("MT", "Ski lift attendant, Bozeman, MT"),
        ("718", "Call me at 718-555-0144 after six"),
        ("625", "Handled 625 calls a week for an insurance office"),
        ("Citizen", "U.S. citizen, no sponsorship needed"),
        ("Brother", "Ran a food truck with my brother for two summers"),
        ("press", "Wrote press releases for a museum"),
        ("boring", "Made boring lessons fun for third graders"),
        ("die", "Hospice aide who sat with people as they die"),
        ("turning", "Turning patients in bed every two hours"),
    ],
)
def test_a_word_with_two_meanings_is_no_skill_where_something_else_is_meant(word: str, elsewhere: str) -> None:
    assert not says(word, elsewhere), names(elsewhere)


def test_a_certificate_is_read_with_its_positions_and_process() -> None:
    assert any("d1.1" in name and "3g" in name for name in names("Holds AWS D1.1 3G FCAW"))


def test_an_expired_certificate_is_not_held() -> None:
    assert polarity_of("D1.1", "AWS D1.1 3G, expired in 2019") is not Polarity.HELD
    assert polarity_of("D1.1", "AWS D1.1 3G, renewed this spring") is Polarity.HELD


def test_a_welder_of_a_code_and_an_inspector_are_two_certificates() -> None:
    welder = {mention.concept for mention in mentions("Welder qualified to AWS D1.1, 3G plate")}
    inspector = {mention.concept for mention in mentions("Certified Welding Inspector (CWI) since 2015")}
    assert welder.isdisjoint(inspector)
    assert "cwi" in inspector


@pytest.mark.parametrize("level", ["Level 1", "Level I"])
def test_nims_levels_are_read_in_either_writing(level: str) -> None:
    assert any("nims" in name for name in names(f"NIMS {level}, CNC milling"))


@pytest.mark.parametrize("written", ["GD&T", "GD&amp;T", "GD and T"])
def test_gd_and_t_is_a_drawing_skill_and_no_certificate(written: str) -> None:
    found = mentions(f"Two day {written} course, reads {written} daily")
    assert {mention.category for mention in found if "T" in mention.text} == {Category.DRAWING}


@pytest.mark.parametrize("written", ["+/-.0005", "± .0005\u201d"])
def test_a_tolerance_is_read_in_inches(written: str) -> None:
    held = [mention.tolerance_mm for mention in mentions(f"Held {written} on ground pins")]
    assert any(one is not None and abs(one - 0.0127) < 1e-6 for one in held)


def test_a_length_of_time_is_no_tolerance() -> None:
    assert all(mention.tolerance_mm is None for mention in mentions("Promoted within 2 years, 40 hours a week"))


def test_no_experience_reaches_over_a_whole_list_and_ends_at_but() -> None:
    text = "No experience with Fanuc, Okuma or Mazak, but ran a Bridgeport daily"
    assert polarity_of("Fanuc", text) is polarity_of("Mazak", text) is Polarity.ABSENT
    assert polarity_of("Bridgeport", text) is Polarity.HELD


def test_years_are_tied_to_the_skill_and_ages_are_not() -> None:
    tied = {mention.text: mention.years for mention in mentions("8 years of surface grinding")}
    assert 8.0 in tied.values()
    assert all(mention.years is None for mention in mentions("35 years old, surface grinding"))


def test_alternatives_are_one_group_and_demands_are_not() -> None:
    either = [mention.group for mention in mentions("Experience with Fanuc or Haas controls", "job")]
    assert either[0] is not None
    assert len(set(either)) == 1
    both = [mention.group for mention in mentions("Must know Fanuc controls. Must read GD&T.", "job")]
    assert set(both) == {None}


def test_a_heading_above_says_how_much_a_requirement_counts() -> None:
    text = "Required:\n- GD&T\n- Surface grinding\n\nPreferred:\n- Mastercam\n"
    assert polarity_of("GD&T", text, "job") is Polarity.REQUIRED
    assert polarity_of("Mastercam", text, "job") is Polarity.PREFERRED


@pytest.mark.parametrize("written", ["sur-\nface grinding", "surface\ngrinding", "Surface Grinding"])
def test_a_name_is_found_in_broken_text(written: str) -> None:
    assert any(mention.concept == "surface-grinding" for mention in mentions(f"Ten years of {written} of dies"))
