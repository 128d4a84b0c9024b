import pytest

from recruit.matching import extract


def groups(text: str) -> list[set[str]]:
    members: dict[int, set[str]] = {}
    for mention in extract(text, "job"):
        if mention.group is not None:
            members.setdefault(mention.group, set()).add(mention.text)
    return list(members.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Programs Fanuc, Siemens 840D or Heidenhain controls", [{"Fanuc", "Siemens 840D", "Heidenhain"}]),
        ("Mastercam/GibbsCAM experience", [{"Mastercam", "GibbsCAM"}]),
        ("one of Mastercam, GibbsCAM, Esprit CAM", [{"Mastercam", "GibbsCAM", "Esprit CAM"}]),
        ("CAM software such as Mastercam, GibbsCAM", [{"Mastercam", "GibbsCAM"}]),
        ("on our lathes (Okuma, Mazak, Hardinge)", [{"Okuma", "Mazak", "Hardinge"}]),
        ("titanium or Inconel, Mastercam or GibbsCAM", [{"titanium", "Inconel"}, {"Mastercam", "GibbsCAM"}]),
    ],
)
def test_alternatives_share_a_group(text: str, expected: list[set[str]]) -> None:
    found = groups(text)
    assert all(any(want <= have for have in found) for want in expected)


@pytest.mark.parametrize(
    "text", ["Mastercam and GibbsCAM", "Mastercam, GibbsCAM", "TIG welding. Or so.", "titanium or a Fanuc control"]
)
def test_a_list_without_a_choice_has_no_group(text: str) -> None:
    assert groups(text) == []


def test_resumes_have_no_groups() -> None:
    assert all(mention.group is None for mention in extract("Fanuc or Heidenhain", "resume"))
