"""The parts of certificates are read in every way of writing them."""

import pytest

from recruit.matching.credentials.parts import (
    MATERIALS,
    METHODS,
    PROCESSES,
    Part,
    iso_day,
    named_by,
    part_at,
    parts_in,
    positions_of,
    roman,
    state_named,
)


def only_part(text: str) -> Part:
    (part,) = parts_in(text, 0, len(text))
    return part


@pytest.mark.parametrize(
    ("written", "positions"),
    [
        ("3g", ["3G"]),
        ("6gr", ["6GR"]),
        ("1g-4g", ["1G", "2G", "3G", "4G"]),
        ("1g thru 3g", ["1G", "2G", "3G"]),
        ("1-4f", ["1F", "2F", "3F", "4F"]),
        ("3/4g", ["3G", "4G"]),
        ("2 g", ["2G"]),
        ("h-l045", ["H-L045"]),
    ],
)
def test_positions_are_named_one_by_one(written: str, positions: list[str]) -> None:
    assert positions_of(only_part(written)) == positions


def test_a_code_is_no_position() -> None:
    assert [part.value for part in parts_in("d1.1-3g, api 1104-6g", 0, 20)] == ["3g", "6g"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("06/2024", "2024-06"),
        ("6/24", "2024-06"),
        ("6/15/2024", "2024-06"),
        ("june 2024", "2024-06"),
        ("jun. 15th, 2024", "2024-06"),
        ("june '24", "2024-06"),
        ("2024-06-15", "2024-06"),
        ("2024-06", "2024-06"),
        ("2024", "2024"),
        ("11/98", "1998-11"),
        ("13/2024", None),
        ("soon", None),
    ],
)
def test_a_day_is_an_iso_month_or_year(written: str, day: str | None) -> None:
    assert iso_day(written) == day


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("exp. 06/2024", "expires", "06/2024"),
        ("valid through march 2027", "expires", "march 2027"),
        ("recert due 2027", "expires", "2027"),
        ("certified thru 10/2027", "expires", "10/2027"),
        ("issued 3/2021", "issued", "3/2021"),
        ("certified since 2016", "issued", "2016"),
        ("cert #12045678", "number", "12045678"),
        ("license no. w-2044", "number", "w-2044"),
        ("level ii", "level", "ii"),
        ("unlimited thickness", "thickness", "unlimited thickness"),
        ('up to 3/4"', "thickness", 'up to 3/4"'),
        ("8,000 hours", "hours", "8,000"),
        ("state of ohio", "state", "state of ohio"),
        ("class i, iv, v", "grade", "class i, iv, v"),
    ],
)
def test_a_part_is_told_by_its_words(text: str, kind: str, value: str) -> None:
    part = only_part(text)
    assert (part.kind, part.value) == (kind, value)


@pytest.mark.parametrize("text", ["fixture plates", "machinist since", "3 in a row", "section 9"])
def test_other_words_are_no_parts(text: str) -> None:
    assert list(parts_in(text, 0, len(text))) == []


def test_a_part_begins_at_its_place_or_not_at_all() -> None:
    assert part_at("in 3g", 0, 5) is None
    assert part_at("in 3g", 3, 5) == Part("position", 3, 5, "3g")


@pytest.mark.parametrize(
    ("word", "name"),
    [("tig", "GTAW"), ("dual shield", "FCAW-G"), ("stick", "SMAW"), ("mig", "GMAW"), ("saw", "SAW")],
)
def test_processes_have_the_names_of_the_welding_society(word: str, name: str) -> None:
    assert named_by(word, PROCESSES) == name


def test_methods_and_materials_have_one_name_each() -> None:
    assert [named_by(word, METHODS) for word in ("fpi", "mpi", "phased array")] == ["PT", "MT", "PAUT"]
    assert [named_by(word, MATERIALS) for word in ("mild steel", "stainless")] == [
        "carbon steel",
        "stainless steel",
    ]


@pytest.mark.parametrize(
    ("written", "level"), [("2", "II"), ("iii", "III"), ("1 & 2", "I, II"), ("i/ii", "I, II")]
)
def test_levels_are_roman(written: str, level: str) -> None:
    assert roman(written) == level


def test_a_state_is_its_name_or_its_letters() -> None:
    assert [state_named(word) for word in ("State of Ohio", "ohio", "oh")] == ["Ohio", "Ohio", "OH"]
