import pytest

from recruit.matching import extract
from recruit.matching.stuffing import copied_from, writing_findings

LIST = (
    "TIG, MIG, stick welding, Fanuc, Haas, Okuma, Mazatrol, Heidenhain, Mastercam, GibbsCAM, SolidWorks, AutoCAD, "
    "calipers, micrometers, height gage, CMM, PC-DMIS, GD&T, blueprints, titanium, Inconel, brass, aluminum, "
    "stainless, tool steel, copper, milling, turning, grinding, wire EDM"
)
JOB = "\n\nEXPERIENCE\nMachinist, Bolt Works, 2015 - 2021\nWorked on parts with milling\n"
POSTING = (
    "Set up and operate horizontal machining centers to hold tight tolerances on hydraulic housings of cast iron, "
    "check your own parts with bore gages and keep the log of every tool change on the floor."
)


def codes(text: str) -> list[str]:
    return [finding.code for finding in writing_findings(text, extract(text, "resume"))]


def test_an_ordinary_resume_gets_no_remark() -> None:
    assert codes(f"SKILLS\nMilling, turning, brass{JOB}Turned brass on Okuma lathes\n") == []


def test_many_skills_that_stand_under_no_job_are_named_with_their_number() -> None:
    text = f"SKILLS\n{LIST}{JOB}"
    (finding,) = writing_findings(text, extract(text, "resume"))
    assert finding.code == "listed_only"
    assert int(finding.hint.split()[0]) >= 25


def test_skills_that_are_shown_at_a_job_are_no_mere_list() -> None:
    assert codes(f"SKILLS\n{LIST}{JOB}{LIST}\n") == ["repeated_list"]


def test_sentences_of_a_posting_in_a_resume_are_quoted() -> None:
    text = f"""SUMMARY
The ideal candidate must have milling experience. We are looking for team players. Other duties as assigned.
{JOB}"""
    (finding,) = writing_findings(text, extract(text, "resume"))
    assert finding.code == "reads_as_posting"
    assert "\u201cthe ideal candidate\u201d" in finding.hint


@pytest.mark.parametrize(
    ("resume", "is_copied"),
    [
        (f"Bolt Works, 2015 - 2021. {POSTING}", True),
        (POSTING.upper().replace(",", "\n"), True),
        ("Set up and operate horizontal machining centers, check parts with bore gages.", False),
    ],
)
def test_a_resume_that_repeats_the_posting_is_told_from_one_that_shares_words(
    resume: str, is_copied: bool
) -> None:
    found = copied_from(POSTING, resume)
    assert (found is not None and "word for word" in found.hint) is is_copied
