from pathlib import Path

import pytest

from recruit.errors import VocabularyError
from recruit.vocabulary.occupations import load_occupations, read_occupations
from recruit.vocabulary.shapes import Level

CODES = "codes: [{code: a, title: Millers, family: metal}, {code: b, title: Turners, family: metal}]\n"
TITLES = "titles: [{title: mill hand, onetsoc_codes: {a: 0.9, b: 0.1}, level: operator}]\n"
NEIGHBOURS = "neighbours: [{codes: [a, b], strength: 0.5}]\n"


def test_occupations_are_known_by_code_title_and_neighbour(tmp_path: Path) -> None:
    path = tmp_path / "occupations.yaml"
    path.write_text(CODES + TITLES + NEIGHBOURS)
    occupations = read_occupations(path)
    assert occupations.names == {"a": "Millers", "b": "Turners"}
    assert occupations.families["b"] == "metal"
    assert occupations.titles[0].level is Level.OPERATOR
    assert occupations.titles[0].onetsoc_codes == {"a": 0.9, "b": 0.1}
    assert occupations.neighbours == {"a": {"b": 0.5}, "b": {"a": 0.5}}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (CODES + TITLES, "must hold exactly"),
        (CODES + TITLES.replace("a: 0.9", "z: 0.9") + NEIGHBOURS, "'z' is not among the 'codes'"),
        (CODES + TITLES.replace("0.9", "9") + NEIGHBOURS, r"not in \(0, 1\]"),
        (CODES + TITLES.replace("operator", "boss") + NEIGHBOURS, "no level 'boss'"),
        (CODES + TITLES + NEIGHBOURS.replace("[a, b]", "[a]"), "two codes"),
        (CODES + "titles: [{title: mill hand}]\n" + NEIGHBOURS, "lacks 'onetsoc_codes'"),
        ("codes: [x]\n" + TITLES + NEIGHBOURS, "is no mapping"),
    ],
)
def test_a_mistake_in_the_occupations_is_named(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "occupations.yaml"
    path.write_text(content)
    with pytest.raises(VocabularyError, match=complaint):
        read_occupations(path)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("tool grinder", "51-4194.00"),
        ("tool and cutter grinder", "51-4194.00"),
        ("blanchard operator", "51-4033.00"),
        ("weld cell operator", "51-4122.00"),
    ],
)
def test_a_plain_title_gives_its_occupation(title: str, code: str) -> None:
    assert {row.title: row for row in load_occupations().titles}[title].onetsoc_codes == {code: 1.0}


def test_the_shares_of_a_title_make_one_whole() -> None:
    short = [row.title for row in load_occupations().titles if not 0.95 <= sum(row.onetsoc_codes.values()) <= 1.05]
    assert short == []
