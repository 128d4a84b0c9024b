import pytest

from recruit.matching import extract


def texts(text: str) -> list[str]:
    return [mention.text for mention in extract(text, "job")]


@pytest.mark.parametrize(
    "name",
    [
        "vertical and horizontal boring mills",
        "inside and outside micrometers",
        "internal and external thread grinders",
        "bench, plane, or universal milling machines",
        "optical and mechanical comparators",
    ],
)
def test_adjectives_of_one_head_make_one_mention(name: str) -> None:
    assert texts(f"Operates {name} safely") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Runs CNC and manual lathes", ["CNC", "manual lathes"]),
        ("Does ultrasonic and/or eddy current inspection", ["ultrasonic", "eddy current inspection"]),
        ("TIG and MIG welding", ["TIG", "MIG welding"]),
        ("lathes and mills", ["lathes", "mills"]),
    ],
)
def test_parts_that_are_names_stand_alone(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_bracketed_abbreviation_inside_a_name_belongs_to_it() -> None:
    assert texts("Operates computer numerical control (CNC) lathes") == ["computer numerical control (CNC) lathes"]


def test_a_bracketed_abbreviation_behind_a_name_is_a_mention_of_its_own() -> None:
    assert texts("Does liquid penetrant testing (PT)") == ["liquid penetrant testing", "PT"]
