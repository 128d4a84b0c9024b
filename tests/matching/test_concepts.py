import pytest

from recruit.matching.skills import read_names
from recruit.vocabulary.shapes import Kind


def names(text: str) -> list[str]:
    return [text[draft.start : draft.end] for draft in read_names(text, Kind.RESUME).drafts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ran a CNC lathe", ["CNC lathe"]),
        ("computer numerical control (CNC) lathe", ["computer numerical control (CNC) lathe"]),
        ("surface-grinding", ["surface-grinding"]),
        ("a long line of work that goes on with surface\ngrinding of plates", ["surface\ngrinding"]),
    ],
)
def test_the_longest_name_is_found_however_its_words_are_parted(text: str, found: list[str]) -> None:
    assert found == [name for name in names(text) if name in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("surface\n\ngrinding", "surface\n\ngrinding"),
        ("surface   grinding", "surface   grinding"),
        ("Fanuc 6 years", "Fanuc 6"),
        ("lead-free solder", "lead"),
        ("non-welding work", "welding"),
        ("No welding on 5-axis\nCNC operator here", "5-axis\nCNC"),
    ],
)
def test_what_parts_words_ends_a_name(text: str, name: str) -> None:
    assert name not in names(text)
