from datetime import date

import pytest

from recruit.matching import extract


def polarities(text: str, kind: str = "resume", on: date | None = None) -> dict[str, str]:
    return {mention.text: str(mention.polarity) for mention in extract(text, kind, on=on)}


@pytest.mark.parametrize(
    ("text", "absent", "held"),
    [
        ("Mastercam, no TIG, blueprint reading", ["TIG"], ["Mastercam", "blueprint reading"]),
        ("No TIG, MIG or stick welding", ["TIG", "MIG", "stick welding"], []),
        ("No experience with Fanuc, Heidenhain", ["Fanuc", "Heidenhain"], []),
        ("No experience with Fanuc, Heidenhain or Mastercam", ["Fanuc", "Heidenhain", "Mastercam"], []),
        ("Never used Mastercam, but run Fanuc daily", ["Mastercam"], ["Fanuc"]),
        ("I have not worked with PC-DMIS. Fanuc every day.", ["PC-DMIS"], ["Fanuc"]),
        ("Haven't touched titanium; lots of aluminum", ["titanium"], ["aluminum"]),
        ("Mastercam: no. Fanuc: yes.", ["Mastercam"], ["Fanuc"]),
        ("Okuma I never ran. Mazak every day", ["Okuma"], ["Mazak"]),
        ("No TIG\nMIG every day", ["TIG"], ["MIG"]),
        ("No 4-axis so far; No. 3 Cincinnati mill", ["4-axis"], []),
        ("GibbsCAM - have not used. Mastercam daily", ["GibbsCAM"], ["Mastercam"]),
        ("neither Mastercam nor GibbsCAM", ["Mastercam", "GibbsCAM"], []),
        ("Eager to learn Mastercam, know Fanuc well", ["Mastercam"], ["Fanuc"]),
        ("TIG welding without any experience in titanium", ["titanium"], ["TIG welding"]),
    ],
)
def test_a_no_reaches_along_its_list_and_no_further(text: str, absent: list[str], held: list[str]) -> None:
    found = polarities(text)
    assert {name: found.get(name) for name in absent} == dict.fromkeys(absent, "absent")
    assert {name: found.get(name) for name in held} == dict.fromkeys(held, "held")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("No. 2 man on TIG welding", "TIG welding"),
        ("Not only TIG welding", "TIG welding"),
        ("No scrap in milling", "milling"),
        ("zero defects in TIG welding", "TIG welding"),
        ("Worked from models with no prints, in titanium", "titanium"),
        ("I do not mind nights. TIG welding", "TIG welding"),
    ],
)
def test_some_words_with_no_in_them_deny_nothing(text: str, name: str) -> None:
    assert polarities(text)[name] == "held"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Familiar with Mastercam", "Mastercam"),
        ("basic Mastercam", "Mastercam"),
        ("Mastercam (basic)", "Mastercam"),
        ("Mastercam - a little", "Mastercam"),
        ("Exposure to Fanuc and titanium", "titanium"),
        ("Learned TIG welding at school", "TIG welding"),
        ("Assisted with TIG welding", "TIG welding"),
        ("some TIG welding", "TIG welding"),
        ("TIG welding only when the welder is out", "TIG welding"),
        ("surface grinder occasionally", "surface grinder"),
        ("Coursework: Mastercam, GibbsCAM", "GibbsCAM"),
        ("two-day class on Mastercam", "Mastercam"),
        ("Hobby: TIG welding in the garage", "TIG welding"),
        ("PC-DMIS | 1 | 2021 | basic", "PC-DMIS"),
    ],
)
def test_what_was_only_seen_or_learned_is_limited(text: str, name: str) -> None:
    assert polarities(text)[name] == "limited"


def test_a_hedge_reaches_only_what_it_stands_at() -> None:
    found = polarities("basic Mastercam, GibbsCAM daily; micrometers, laser tracker (assisted)")
    assert found["GibbsCAM"] == "held"
    assert found["micrometers"] == "held"
    assert found["laser tracker"] == "limited"


@pytest.mark.parametrize(
    "text",
    [
        "AWS D1.1, lapsed 2019",
        "AWS D1.1 (expired)",
        "Expired: AWS D1.1",
        "AWS D1.1 certification ran out last year",
        "AWS D1.1 stainless, did not renew",
    ],
)
def test_a_certificate_that_ran_out_is_expired(text: str) -> None:
    found = {name: polarity for name, polarity in polarities(text).items() if name.startswith("AWS")}
    assert set(found.values()) == {"expired"}


def test_an_expiry_date_is_judged_for_the_day_that_is_given_and_else_for_the_release() -> None:
    text = "AWS D1.1 3G exp. 06/2024"
    assert list(polarities(text).values()) == ["expired"]
    assert list(polarities("AWS D1.1 3G exp. 06/2029").values()) == ["held"]
    assert list(polarities(text, on=date(2024, 6, 30)).values()) == ["held"]
    assert list(polarities(text, on=date(2024, 7, 1)).values()) == ["expired"]
    assert list(polarities("AWS D1.1 valid until March 2030", on=date(2026, 1, 1)).values()) == ["held"]


def test_skills_no_longer_used_are_expired() -> None:
    assert polarities("I no longer run a surface grinder")["surface grinder"] == "expired"


@pytest.mark.parametrize(
    ("text", "name", "polarity"),
    [
        ("Must know Mastercam", "Mastercam", "required"),
        ("Mastercam is a plus", "Mastercam", "preferred"),
        ("Fanuc, Heidenhain or Mazatrol preferred", "Fanuc", "preferred"),
        ("TIG welding required, MIG welding helpful", "TIG welding", "required"),
        ("TIG welding required, MIG welding helpful", "MIG welding", "preferred"),
        ("Experience with Mastercam preferred but not required", "Mastercam", "preferred"),
        ("Ideally you know Mastercam", "Mastercam", "preferred"),
        ("No Mastercam needed", "Mastercam", "excluded"),
        ("Mastercam is not required", "Mastercam", "excluded"),
        ("MIG welding alone does not qualify", "MIG welding", "excluded"),
        ("This is not a TIG welding job", "TIG welding", "excluded"),
        ("Familiarity with Mastercam", "Mastercam", "required"),
        ("Preferred:\n- Mastercam\n- titanium\n", "titanium", "preferred"),
        ("Nice to have\n\nMastercam\n\nRequirements\n\nTIG welding", "TIG welding", "required"),
        ("Metals include but are not limited to titanium", "titanium", "required"),
        ("Requirements: TIG welding\nBonus: Mastercam\n", "Mastercam", "preferred"),
    ],
)
def test_postings_require_prefer_or_exclude(text: str, name: str, polarity: str) -> None:
    assert polarities(text, "job")[name] == polarity


def test_a_posting_does_not_ask_for_what_its_own_sentence_rules_out() -> None:
    text = "No welding is needed, our welding crew is next door.\nWelding of brackets"
    ruled_out = [mention.polarity for mention in extract(text, "job")]
    assert [str(polarity) for polarity in ruled_out] == ["excluded", "excluded", "required"]


def test_what_a_posting_would_rather_not_have_is_ruled_out() -> None:
    assert polarities("grinding rather than welding", "job")["welding"] == "excluded"


@pytest.mark.parametrize(
    ("text", "name", "polarity"),
    [
        ("Mastercam, Vericut, ESPRIT\nSketchUp from school only", "Mastercam", "held"),
        ("Mastercam, Vericut, ESPRIT\nSketchUp from school only", "SketchUp", "limited"),
        ("Sinumerik 840D (sim only)", "Sinumerik 840D", "limited"),
        ("GibbsCAM (2 wk trial); Fanuc", "Fanuc", "held"),
        ("Blue light scanning with GOM ATOS", "GOM ATOS", "held"),
        ("laser welding exposure only", "laser welding", "limited"),
        ("Sat for the CWI, did not pass", "CWI", "absent"),
        ("Still working on NIMS CNC Milling Operator", "NIMS CNC Milling Operator", "limited"),
    ],
)
def test_a_hedge_speaks_of_its_own_line_and_its_own_bracket(text: str, name: str, polarity: str) -> None:
    assert polarities(text)[name] == polarity


@pytest.mark.parametrize(
    ("text", "required", "preferred"),
    [
        ("Milling and turning, gizmo work a plus", ["Milling", "turning"], []),
        (
            "Turning required; GibbsCAM a plus\nMust own micrometers and an indicator",
            ["micrometers"],
            ["GibbsCAM"],
        ),
        ("Preferred: Reishauer, gear grinding\n3-5 years of turning", ["turning"], ["gear grinding"]),
        ("Must run lathes. Mastercam, or GibbsCAM, is strongly preferred", [], ["GibbsCAM"]),
        ("TIG welding and brazing. Nice to have: CWI, which\nwe pay for", ["brazing"], ["CWI"]),
    ],
)
def test_a_wish_speaks_of_its_own_item_and_its_own_line(
    text: str, required: list[str], preferred: list[str]
) -> None:
    found = polarities(text, "job")
    assert {name: found[name] for name in required} == dict.fromkeys(required, "required")
    assert {name: found[name] for name in preferred} == dict.fromkeys(preferred, "preferred")


def test_without_a_duty_a_posting_rules_it_out() -> None:
    assert polarities("Calipers daily. Without CMM duties; the lab does that", "job")["CMM"] == "excluded"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tool design on AutoCAD in the early nineties", "AutoCAD"),
        ("SurfCAM before 2008. Mastercam now", "SurfCAM"),
        ("Nickel plating 1998-2004. Have not done it since.", "Nickel plating"),
        ("Stopped doing TIG welding when we moved", "TIG welding"),
    ],
)
def test_what_was_last_done_long_ago_is_expired(text: str, name: str) -> None:
    assert polarities(text)[name] == "expired"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Powder coating by others. MIG every day", "Powder coating"),
        ("The heat treating we sent out", "heat treating"),
        ("Titanium - never machined any. Lots of brass", "Titanium"),
        ("Honing goes out, never did it", "Honing"),
        ("GibbsCAM: none", "GibbsCAM"),
    ],
)
def test_what_others_did_is_absent(text: str, name: str) -> None:
    assert polarities(text)[name] == "absent"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mastercam only to look at toolpaths", "Mastercam"),
        ("SolidCAM (trial seat only), Fanuc daily", "SolidCAM"),
        ("TIG welding (training only)", "TIG welding"),
        ("ASQ CQT, sitting in June", "ASQ CQT"),
    ],
)
def test_what_was_only_tried_is_limited(text: str, name: str) -> None:
    assert polarities(text)[name] == "limited"


def test_a_lack_of_fusion_is_a_flaw_of_a_weld_and_not_of_a_person() -> None:
    assert polarities("Found lack of fusion with a phased array set")["phased array"] == "held"


@pytest.mark.parametrize(
    ("text", "name", "polarity"),
    [
        ("CMM programming is done by our quality lab", "CMM programming", "excluded"),
        ("Die design is not part of the job", "Die design", "excluded"),
        ("Heidenhain not used here.", "Heidenhain", "excluded"),
        ("Not needed: Mastercam", "Mastercam", "excluded"),
        ("GibbsCAM nice-to-have", "GibbsCAM", "preferred"),
        ("Nice: Minitab, ASQ CQT", "ASQ CQT", "preferred"),
        ("SolidCAM would be outstanding.", "SolidCAM", "preferred"),
        ("Metal spraying (HVOF) a plus", "HVOF", "preferred"),
        ("MIG welding plus brazing, both shifts", "MIG welding", "required"),
        ("Grinding to 16 Ra a big plus", "Grinding", "preferred"),
        ("Calypso preferred for the Zeiss CMM", "Calypso", "preferred"),
        ("Calypso preferred for the Zeiss CMM", "Zeiss CMM", "required"),
    ],
)
def test_a_posting_says_in_many_ways_what_it_wants(text: str, name: str, polarity: str) -> None:
    assert polarities(text, "job")[name] == polarity


@pytest.mark.parametrize(
    ("text", "absent", "held"),
    [
        ("Ran everything except wire EDM: mills, lathes", ["wire EDM"], ["mills", "lathes"]),
        ("All welding apart from TIG and stick", ["TIG", "stick"], []),
        ("Toolmaker without any SolidWorks experience", ["SolidWorks"], []),
        ("CNC mills (no 4-axis)", ["4-axis"], ["CNC mills"]),
        ("No experience on Mazak, Okuma or 5-axis\nCNC lathes at Orrin Tool", ["5-axis"], ["CNC lathes"]),
    ],
)
def test_what_is_excepted_is_absent(text: str, absent: list[str], held: list[str]) -> None:
    found = polarities(text)
    assert {name: found.get(name) for name in absent} == dict.fromkeys(absent, "absent")
    assert {name: found.get(name) for name in held} == dict.fromkeys(held, "held")


def test_a_certificate_somebody_let_go_is_expired() -> None:
    assert polarities("Let my D1.1 lapse when I moved")["D1.1"] == "expired"


@pytest.mark.parametrize(
    ("text", "name", "polarity"),
    [
        ("Candidates without blueprint reading will not be considered", "blueprint reading", "required"),
        ("People without TIG welding are welcome and will be trained", "TIG welding", "excluded"),
        ("We will train on Mazatrol and CMM", "CMM", "preferred"),
        ("On nights you'll learn TIG welding here", "TIG welding", "preferred"),
        ("Company will certify you in AWS D1.1", "AWS D1.1", "preferred"),
        ("Paid training on Mastercam", "Mastercam", "preferred"),
    ],
)
def test_what_a_job_teaches_is_no_condition_of_it(text: str, name: str, polarity: str) -> None:
    assert polarities(text, "job")[name] == polarity


def test_a_run_of_one_cue_reaches_nothing_that_is_far() -> None:
    assert polarities("no " * 20_000 + "CNC lathe")["CNC lathe"] == "absent"
    assert polarities("no " + "way " * 20_000 + "CNC lathe")["CNC lathe"] == "held"


@pytest.mark.parametrize(
    ("text", "is_waived"),
    [
        ("Welding not required.", True),
        ("No welding experience needed here.", True),
        ("Not needed: welding", True),
        ("Welding is done by our other shop", True),
        ("Welding is not part of the job.", True),
        ("Welding alone will not be considered", False),
        ("Welders with welding only need not apply", False),
        ("No welding, please.", False),
    ],
)
def test_what_a_posting_only_does_not_need_is_told_from_what_it_does_not_want(text: str, is_waived: bool) -> None:
    (mention,) = (one for one in extract(text, "job") if one.concept == "welding")
    assert (mention.polarity, mention.is_waived) == ("excluded", is_waived)
