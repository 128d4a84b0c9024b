"""The traps of the trade, on sentences of our own: the same word where it is a skill and where it is none."""

import pytest

from recruit.matching import extract
from recruit.vocabulary.shapes import Category, SkillMention


def found(text: str, kind: str = "resume") -> dict[str, SkillMention]:
    return {mention.text: mention for mention in extract(text, kind)}


@pytest.mark.parametrize(
    ("word", "trade", "elsewhere"),
    [
        ("AWS", "AWS certified welder, D1.1", "AWS cloud engineer: EC2, Lambda and Kubernetes on AWS"),
        ("NIMS", "NIMS Level I in CNC milling", "NIMS and ICS-100 training for emergency management"),
        ("3G", "Welder, 3G plate test in FCAW", "rolled out 3G and LTE networks for a carrier"),
        (
            "CMM",
            "ran the CMM with PC-DMIS on machined parts",
            "took the software group to CMM level 3, CMMI appraisals",
        ),
        ("PT", "NDT inspector: PT and MT level II", "PT clinic aide, physical therapy"),
        ("718", "Turned Inconel 718 rings", "Call 718-555-0100 after five"),
        ("Star", "Set up Star and Tsugami Swiss lathes", "Star schema and a five star review"),
        ("Citizen", "Citizen L20 Swiss lathe", "U.S. Citizen, no sponsorship needed"),
        ("Brother", "Brother Speedio drilling center", "I share a flat with my brother in Austin"),
        ("tapping", "drilling, reaming and tapping", "tapping into new markets for growth"),
        ("boring", "turning, boring and facing on lathes", "no boring meetings here, boring tasks automated"),
        ("turning", "turning and milling of shafts", "turning around failing sales teams"),
        ("drill", "drill, ream and tap holes on a mill", "fire drill warden, disaster drill every quarter"),
        ("Edgecam", "Edgecam and Mastercam programs", "an edge cam on the door of the office"),
        ("MIG", "MIG and TIG on mild steel", "a migration of tight budgets"),
        ("EDM", "wire EDM and sinker EDM", "EDM and techno music, DJ at Edmonton festivals"),
        (
            "router",
            "CNC router, spindle and edgebander in a cabinet shop",
            "Cisco router and switch configuration, VLANs",
        ),
        ("SAP", "work orders in SAP at the machine shop", "SAP HANA consultant, ABAP"),
        ("press", "set dies in a stamping press, 200 ton", "press releases and press conferences"),
        ("calipers", "micrometers and calipers", "replaced brake calipers and rotors on cars"),
        ("arc", "stick and arc, flat and overhead", "Weld cell lead: gas checked before each arc, arc time kept"),
    ],
)
def test_a_word_counts_in_the_trade_and_not_elsewhere(word: str, trade: str, elsewhere: str) -> None:
    assert any(word.lower() in text.lower() for text in found(trade)), found(trade)
    assert not any(word.lower() in text.lower() for text in found(elsewhere)), found(elsewhere)


def test_lining_up_by_laser_is_no_level() -> None:
    assert found("Laser alignment of pumps, then a laser level")["Laser alignment"].concept == "shaft-alignment"
    assert found("Set machine feet with a laser level")["laser level"].concept == "laser-level"


@pytest.mark.parametrize(
    "text",
    [
        "Edmonton migration tightly investigated",
        "Lead singer in a band; led the way",
        "Steel toe boots required",
        "lead-free and gluten-free kitchen",
        "memory stick and wire transfer",
        "We give you an edge",
        "Mill Valley, CA",
    ],
)
def test_a_part_of_another_word_is_no_skill(text: str) -> None:
    assert found(text, "job") == {}


def test_a_text_of_another_world_gets_no_benefit_of_the_doubt() -> None:
    cloud = (
        "Cloud engineer with ten years of Terraform, Docker and Python. Built pipelines on AWS, cut the "
        "set-up time of environments, drill for disaster recovery each quarter, star schema for the data "
        "team, fusion portal, 5G edge proof with a carrier, machine learning images, lead of four "
        "engineers. Master of science. Turning raw events into dashboards and boring reports into "
        "stories. Citizen developer advocate. Wrote programs for interns and a press kit. Kept error "
        "budgets, on call each third week, wrote runbooks, trained the help desk, and moved racks to a "
        "new hall. "
    )
    hard = [mention for mention in extract(cloud, "resume") if mention.category is not Category.ATTRIBUTE]
    assert [
        mention.text for mention in hard if mention.category in {Category.MACHINE, Category.CERTIFICATION}
    ] == []


def test_a_credential_without_a_word_beside_it_is_the_trades_own_in_a_text_of_the_trade() -> None:
    shop = (
        "Preferred for our shop in Dayton: hyperMILL, Vericut, PC-DMIS.\n"
        "Titanium and Inconel on a Hermle C42, Heidenhain TNC 640, lathes, mills and a surface grinder.\n\n\n"
        "Applicants should be used to early hours, and to talking with customers when they call. We would also "
        "like to see that you have one of these, framed or not:\n\n\nNIMS Level II\n\n\n"
    )
    assert "NIMS Level II" in found(shop, "job")


def test_a_neighbour_in_the_same_list_speaks_for_a_word() -> None:
    assert "Star" in found("Citizen, Star, Tsugami, Tornos")


def test_a_model_number_speaks_for_a_maker() -> None:
    assert "Star SR-20" in found("Star SR-20")


def test_a_word_that_means_something_else_is_no_evidence() -> None:
    assert found("Star Wars fan. Citizen of the US. Brother in law.") == {}


def test_gd_and_t_is_found_however_it_is_written() -> None:
    for written in (
        "GD&T",
        "GD & T",
        "GD&amp;T",
        "GD and T",
        "gd&t",
        "GDT",
        "geometric dimensioning and tolerancing",
    ):
        mentions = extract(f"Reads {written} daily", "resume")
        assert [(mention.text, mention.category) for mention in mentions] == [(written, Category.DRAWING)]


def test_names_survive_line_ends_hyphens_and_capitals() -> None:
    for written in (
        "wire\nEDM",
        "WIRE EDM",
        "wire-EDM",
        "PC\u2011DMIS",
        "PCDMIS",
        "pc dmis",
        "Ti\u20116Al\u20114V",
        "17-4PH",
        "17-4 PH",
    ):
        text = f"Ten years of work with {written} on parts for engines"
        assert written in {mention.text for mention in extract(text, "resume")}, written
