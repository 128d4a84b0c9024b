import pytest

from recruit.matching import extract


def texts(text: str) -> list[str]:
    return [mention.text for mention in extract(text, "resume")]


@pytest.mark.parametrize(
    "name",
    [
        "AWS D1.1 3G/4G FCAW",
        "AWS D1.1 3G and 4G",
        "6G ASME Section IX",
        "Hermle C42",
        "Hermle C 42",
        "Okuma LB-3000",
        "Okuma LB3000",
        "Mazak i-700",
        "Fanuc 31i-B5",
        "Mastercam 2024",
        "Mastercam X9",
        "ASME Y14.5-2018",
        "ISO 9001:2015",
        "PPAP level 3",
        "200-ton press",
        "NIMS Level II credential",
    ],
)
def test_a_name_takes_in_its_model_level_and_edition(name: str) -> None:
    assert name in texts(f"Worked with {name} every day, mostly milling.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Okuma 5 years", "Okuma"),
        ("Okuma 2015 to 2019", "Okuma"),
        ("Okuma x3", "Okuma"),
        ("Mastercam 12 years", "Mastercam"),
        ("Fanuc 6 years", "Fanuc"),
        ("ASQ CQI 2023", "ASQ CQI"),
        ("Heidenhain controls", "Heidenhain"),
    ],
)
def test_a_count_or_a_date_is_no_part_of_a_name(text: str, name: str) -> None:
    assert name in texts(text)


@pytest.mark.parametrize("text", ["3G/4G, TWIC", "OSHA 30, TIG, MIG", "CWI, FCAW"])
def test_positions_and_processes_are_parts_of_no_other_credential(text: str) -> None:
    assert texts(text) == text.split(", ")


def test_positions_behind_a_code_are_not_those_of_the_next() -> None:
    assert texts("AWS D1.1 2G, API 1104 6G") == ["AWS D1.1 2G", "API 1104 6G"]


def test_a_word_behind_a_model_that_says_what_it_is_belongs_to_its_name() -> None:
    found = extract(
        "Ran Okuma LB3000 lathes, 7 years, and a Haas VF-2 mill; Star SR-20 and other lathes", "resume"
    )
    assert [(mention.text, mention.years) for mention in found if mention.category == "machine"] == [
        ("Okuma LB3000 lathes", 7),
        ("Haas VF-2 mill", None),
        ("Star SR-20", None),
        ("lathes", None),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ran a Hegenscheidt wheel lathe for railroads", "Hegenscheidt wheel lathe"),
        ("Using vertical mills and a LaMarche surface grinder", "LaMarche surface grinder"),
    ],
)
def test_a_machine_takes_in_the_name_of_its_maker(text: str, name: str) -> None:
    assert name in {mention.text for mention in extract(text, "resume")}


@pytest.mark.parametrize(
    "text", ["Operated lathes", "Used Old lathes", "Monday: surface grinder", "We ran CNC lathes"]
)
def test_a_word_that_only_begins_a_statement_is_no_maker(text: str) -> None:
    assert all(mention.text[0].islower() or mention.text.startswith("CNC") for mention in extract(text, "resume"))
