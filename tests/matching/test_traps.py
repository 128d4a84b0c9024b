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


@pytest.mark.parametrize(
    ("word", "elsewhere"),
    [
        ("sanding", "Plow driver: sanding and salting of village streets"),
        ("sputtering", "Towed cars whose engine was sputtering"),
        ("rifling", "Caught a guest rifling through the drawers"),
        ("undercutting", "Won bids without undercutting a rival on price"),
        ("galvanizing", "A speaker with a gift for galvanizing voters"),
        ("quench", "Mixed punch to quench the thirst of hikers"),
        ("benching", "Coach, known for benching late players"),
        ("reflow", "Fixed the reflow of a page in CSS and HTML"),
        ("changeover", "Ran the changeover from Windows 8 at the school"),
        ("caning", "Wrote a thesis on the caning of students"),
        ("burnish", "Janitor: strip, wax and burnish floors"),
        ("upholstery", "Rental car agent, cleaned carpet and upholstery"),
        ("degreasing", "Degreasing of hoods and fryers in a restaurant"),
        ("engraving", "Sold trophy engraving at a mall kiosk"),
        ("calibrated", "Calibrated expectations of donors"),
        ("thermometer", "Checked soup and chicken with a thermometer"),
        ("microscope", "Biology aide: pond slides under a microscope"),
        ("feelers", "Put out feelers for a new job"),
        ("bluing", "Added bluing to the laundry of a hotel"),
        ("HRC", "Volunteer at the HRC gala"),
        ("copper", "Guide for salmon on the Copper River"),
        ("plastic", "Front desk for plastic surgery"),
        ("honeycomb", "Beekeeper, sold honeycomb and honey"),
        ("lacquer", "Nail salon: gel polish and lacquer"),
        ("varnish", "Fluoride varnish on the teeth of children"),
        ("kevlar", "Issued each guard a Kevlar vest"),
        ("hardwood", "Led the team on the hardwood courts"),
        ("SPF", "Stocked SPF 50 sunscreen at a pool"),
        ("tombstones", "Washed tombstones at the cemetery"),
        ("jigsaw", "Jigsaw puzzles and cards with residents"),
        ("hoist", "Moved a patient by Hoyer hoist"),
        ("indexer", "Indexer of books and journals"),
        ("shears", "Hair salon: shears, combs and clippers"),
        ("kiln", "Pottery classes, glaze and kiln for students"),
        ("starrett", "Answered the phone for Dr. Starrett"),
        ("rubber", "Hung posters with a rubber mallet"),
        ("aluminum", "Handed out aluminum oxide 80 grit paper"),
        ("haas", "Founded by the Haas family in 1971"),
        ("chuck", "Chuck, my boss, liked chili"),
        ("die", "I would rather die than work nights again"),
        ("press", "Dry cleaner: press shirts, tag laundry"),
        ("band saw", "Butcher with a band saw for bone-in meat"),
        ("lean", "Smoked lean brisket on weekends"),
        ("CAD", "Pays CAD $39/hr to start"),
        ("inspection reports", "Filed home inspection reports for a realtor"),
    ],
)
def test_a_word_of_the_trade_in_another_life_is_no_skill(word: str, elsewhere: str) -> None:
    assert not says(word, elsewhere), names(elsewhere)


@pytest.mark.parametrize(
    ("word", "trade"),
    [
        ("sanding", "Sanding, staining and lacquer on oak doors"),
        ("undercutting", "Undercutting of commutators on a lathe"),
        ("grooving", "Turning, grooving and threading on a CNC lathe"),
        ("quench", "Oil quench and temper of tool steel"),
        ("changeover", "Cut die changeover times by half"),
        ("hoist", "Set dies with an overhead crane and hoist"),
        ("shears", "Ran press brakes and shears in a sheet metal shop"),
        ("copper", "Brazed copper and brass fittings"),
        ("plastic", "Machined plastic and aluminum parts"),
        ("hrc", "Ground punches hardened to 60 HRC"),
        ("thermometer", "Read the furnace by thermocouple and infrared thermometer"),
        ("kiln", "Loaded a lumber kiln and graded hardwood"),
        ("soft jaws", "Held thin rings in soft jaws"),
        ("core prints", "Patternmaker: core prints and core boxes for a foundry"),
    ],
)
def test_a_word_that_other_lives_have_too_counts_in_the_shop(word: str, trade: str) -> None:
    assert says(word, trade), names(trade)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Set of soft jaws for the lathe", Category.MACHINE),
        ("Bored soft jaws for second operations", Category.PROCESS),
        ("Ran a chop gun on boat hulls", Category.MACHINE),
        ("Joined copper water line by ProPress", Category.MACHINE),
        ("Extrude Hone of turbine manifolds", Category.MACHINE),
        ("Painted railings with a Ransburg electrostatic gun", Category.MACHINE),
    ],
)
def test_a_tool_and_the_work_with_it_have_each_their_category(text: str, category: Category) -> None:
    told = ("jaws", "gun", "ProPress", "Extrude")
    assert {one.category for one in mentions(text) if any(word in one.text for word in told)} == {category}


def test_a_router_of_a_program_is_no_hand_router() -> None:
    assert {one.concept for one in mentions("Nested panels on a CNC nested router")} >= {"cnc-router"}
    assert "hand-router" not in {one.concept for one in mentions("Ran a CNC nested router and a Homag CNC router")}


def test_a_temper_alone_is_no_steel() -> None:
    assert next(one.concept for one in mentions("Turned 15-5 H1025 stainless")) == "stainless-15-5-ph"


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
