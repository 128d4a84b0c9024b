import pytest

from recruit.matching import extract


def texts(text: str, kind: str = "resume") -> list[str]:
    return [mention.text for mention in extract(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Kalamazoo Precision Grinding, Kalamazoo, MI\nNights",
        "Ostrander Titanium Works LLC\nNights",
        "Ostrander Turning & Milling            2012 - 2019\nNights",
        "I worked at Ostrander Stamping (since 2017).",
    ],
)
def test_the_name_of_an_employer_is_no_skill(text: str) -> None:
    assert texts(text) == []


def test_a_title_beside_a_date_keeps_its_machine() -> None:
    assert "CNC lathe" in " ".join(texts("CNC lathe operator, 2012 - 2019, turning titanium")).lower().replace(
        "cnc", "CNC"
    )


@pytest.mark.parametrize("section", ["About us", "Benefits", "Pay", "Equal Opportunity"])
def test_parts_of_a_posting_that_ask_for_nothing_are_left_out(section: str) -> None:
    text = f"Requirements:\n- TIG welding\n\n{section}:\nWe mill titanium and value people.\n"
    assert texts(text, "job") == ["TIG welding"]


def test_goods_that_are_sold_are_no_skills() -> None:
    assert texts("Sold micrometers and Mastercam seats to shops") == ["Mastercam"]


def test_a_list_of_keywords_tells_nothing() -> None:
    assert texts("Keywords: titanium, milling, Fanuc\n\nI plan production.\n") == []


def test_an_employer_between_title_and_dates_is_no_skill_even_when_every_word_is_one() -> None:
    found = [mention.text for mention in extract("Lathe machinist, Copper Bend Tool, 2015 - present", "resume")]
    assert found == ["Lathe"]


@pytest.mark.parametrize(
    "town",
    [
        "Boring, OR",
        "Mill City, OR 97360",
        "West Allis, WI",
        "Boring OR 97009",
        "Bridgeport, Connecticut",
        "Monarch, Minn.",
        "Edge, Ontario",
    ],
)
def test_the_name_of_a_town_before_its_state_is_no_skill(town: str) -> None:
    assert texts(f"CNC lathes and turning in {town}") == ["CNC lathes", "turning"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Grinding ID and OD to 0.0002 in", "Grinding"),
        ("Grinding, ID and OD", "Grinding"),
        ("Setups on Haas OR Mazak", "Haas"),
    ],
)
def test_a_word_before_letters_that_are_a_state_elsewhere_is_a_skill(line: str, name: str) -> None:
    assert name in texts(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Makers of walnut tables since 1970", "job"),
        ("We are a manufacturer of stainless tanks and brass valves", "job"),
        ("Driver for a distributor of band saws and milling machines", "resume"),
        ("Sales of hardwood from our showroom", "job"),
        ("Outside sales rep, band saws and lathes", "job"),
    ],
)
def test_what_a_company_makes_or_sells_is_no_skill(line: str, kind: str) -> None:
    assert texts(line, kind) == []


@pytest.mark.parametrize(
    "line",
    [
        "Manufacturer of valves seeks somebody for milling",
        "Toolmaker of 20 years, milling",
        "Die maker of progressive dies; milling",
    ],
)
def test_the_work_beside_what_is_made_is_a_skill(line: str) -> None:
    assert "milling" in texts(line)


@pytest.mark.parametrize(
    "line", ["412 Mill St.", "4140 Grinder Road, Erie", "Office on N. Lathe Avenue", "(Mill St.)"]
)
def test_a_street_is_no_machine_and_a_house_number_no_steel(line: str) -> None:
    assert texts(f"CNC turning, 4 years\n{line}\nturning of brass") == ["CNC turning", "turning", "brass"]


@pytest.mark.parametrize(
    "line",
    [
        "Moved from MT to UT in 2019, then VT",
        "UT, MT or VT residents only",
        "Lived in UT and VT",
        "Licensed in MT/UT",
        "MT driver's license",
    ],
)
def test_where_somebody_lives_is_no_method_of_testing(line: str) -> None:
    assert not {"MT", "UT", "VT"} & set(texts(f"TIG welding of pipe, 5 years\n{line}"))


def test_methods_of_testing_stay_beside_their_levels() -> None:
    assert "MT" in " ".join(texts("Weld inspection: VT, MT and UT Level II, moved to final inspection"))


@pytest.mark.parametrize(
    "line",
    [
        "Die setter at Acme Stamping for two summers",
        "Milled parts at Titanium Tool Co., then moved",
        "My supervisor was Dale Haas, who retired",
    ],
)
def test_the_name_of_a_shop_or_a_person_in_prose_is_no_skill(line: str) -> None:
    assert {"Stamping", "Titanium", "Haas"}.isdisjoint(mention.text for mention in extract(line, "resume"))


@pytest.mark.parametrize(
    "title", ["Mold maker", "bench hand", "Layout worker", "Setup technician", "Template maker"]
)
def test_the_step_in_what_somebody_is_called_is_no_process(title: str) -> None:
    assert extract(f"{title} since 2012", "resume") == []


def test_the_process_of_a_title_says_what_is_done() -> None:
    (mention,) = extract("TIG hand since 2012", "resume")
    assert mention.text == "TIG"


def test_whoever_sells_machines_runs_none() -> None:
    assert extract("You will sell new Haas and Mazak machines", "job") == []
