from datetime import date

import pytest

from recruit.matching import extract
from recruit.matching.profile import build_candidate_profile
from recruit.vocabulary.shapes import Depth


def depths(text: str) -> dict[str, str]:
    return {mention.text: mention.depth.value for mention in extract(text, "resume") if mention.depth}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ran Okuma lathes", {"Okuma lathes": "operate"}),
        ("CNC lathe operator", {"CNC lathe": "operate"}),
        ("Okuma lathe: setup and programming", {"Okuma lathe": "program"}),
        ("Mazak programmer, 3 years", {"Mazak": "program"}),
        ("Trained operators on Haas mills", {"Haas mills": "teach"}),
        ("Load programs on Haas VF-2", {"Haas VF-2": "operate"}),
        ("Bridgeport mill, brass", {}),
    ],
)
def test_the_verb_or_the_title_says_how_deep_somebody_goes(text: str, expected: dict[str, str]) -> None:
    assert depths(text) == expected


def test_a_verb_speaks_of_what_follows_up_to_the_next_one() -> None:
    text = "Set up and ran Okuma lathes and Haas mills; run Mazak, program the Haas ST-20 and Fanuc 31i"
    assert depths(text) == {
        "Okuma lathes": "set_up",
        "Haas mills": "set_up",
        "Mazak": "operate",
        "Haas ST-20": "program",
        "Fanuc 31i": "program",
    }


def test_what_is_denied_says_nothing_of_depth() -> None:
    assert depths("Operated Haas VF-2. No set-up, never programmed Fanuc") == {"Haas VF-2": "operate"}


def test_a_profile_keeps_the_deepest_and_the_months_of_the_jobs_a_skill_stands_under() -> None:
    text = """EXPERIENCE
Machinist, Bolt Works, 2016 - 2019
Ran Okuma lathes. Titanium.
Programmer, Nut Works, 01/2020 - present
Programmed Okuma lathes
"""
    profile = build_candidate_profile(text, extract(text, "resume"), on=date(2026, 1, 15))
    skills = {skill.concept: skill for skill in profile.skills}
    okuma = skills["okuma-lathe"]
    assert (okuma.depth, okuma.is_current, okuma.worked_months) == (Depth.PROGRAM, True, 36 + 72)
    assert (skills["titanium"].depth, skills["titanium"].is_current, skills["titanium"].worked_months) == (
        None,
        False,
        36,
    )


def test_a_verb_says_nothing_of_what_another_experience_is_asked_with() -> None:
    text = "Programs wire EDM, experience with Minster presses"
    assert "Minster presses" not in depths(text)
