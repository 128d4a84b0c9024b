"""What must never move a score, and what must never lower it: checked through the whole line, text to score."""

import re

import pytest

from recruit.documents.contents.contact import contact_of
from recruit.matching import Matcher, extract
from recruit.matching.profile import build_candidate_profile
from recruit.vocabulary.shapes import Kind, MatchResult, Polarity

JOB = """CNC Set-up Machinist, lathe
Requirements:
- 3 years of CNC turning, own set-ups
- Fanuc or Haas control
- hold +/- .0005
- GD&T, micrometers, bore gages
- AWS D1.1
Preferred: Mastercam, NIMS
No 5-axis work here.
"""

MACHINIST = """Martin Kowal
1420 Elm Street, Dayton, OH 45402
(937) 555-0118 | m.kowal@example.com
Date of birth: 4 March 1979

CNC lathe machinist, 12 years. He sets up and runs his own jobs.

EXPERIENCE
Buckeye Fluid Power, Dayton, OH   2016 - present
Set-up machinist. Set up two Haas ST-20 lathes, turning 4140 and 17-4, held +/- .0005 on bores.
Checked with micrometers and bore gages. Blueprints, GD&T.
Lindner Gear 2012 - 2016
CNC operator, Fanuc, turning bushings.

EDUCATION
Sinclair Technical College, machine trades, graduated 2012

CERTIFICATIONS
AWS D1.1 expired 2019
"""

WELDER = """Joan Pike
Tulsa, Oklahoma 74103
918-555-0155

TIG welder with nine years on thin stainless and aluminum.

Work history
2017 - now  Red Fork Ducts, GTAW, purge, weld symbols, AWS D17.1 current
2014 - 2017 Osage Tank, MIG and flux core, AWS D1.1 3G

Graduated from Tulsa Welding School in 2014. She also ran an engine lathe for a year.
"""

TRAINEE = """sam okafor
sam.okafor@example.com, 330 555 0127, Akron, Ohio

looking for a machine operator job. 1 year at my uncle's shop, Bridgeport and a Haas mini mill, calipers, deburr.
i do not do set-ups yet. never ran a lathe.
High school diploma, East High School, class of 2024. Born in 2006.
"""

CHANGES = [
    ("the name", MACHINIST, "Martin Kowal", "Lathe Turner-Haas"),
    ("the name", MACHINIST, "Martin Kowal", "Nguyễn Thị Hồng"),
    ("the name", MACHINIST, "Martin Kowal", "Walter Moore Jr."),
    ("the name", WELDER, "Joan Pike", "Tig Weldon"),
    ("the name", TRAINEE, "sam okafor", "frank miller"),
    ("the pronouns", MACHINIST, "He sets up and runs his own", "She sets up and runs her own"),
    ("the pronouns", WELDER, "She also ran", "He also ran"),
    ("the address", MACHINIST, "1420 Elm Street, Dayton, OH 45402", "7 Steel Mill Road, Boring, OR 97009"),
    ("the town", MACHINIST, "Fluid Power, Dayton, OH", "Fluid Power, Mobile, AL"),
    ("the town", WELDER, "Tulsa, Oklahoma 74103", "Machining Hollow, Pennsylvania 16000"),
    ("the town", TRAINEE, "Akron, Ohio", "Turning Point, Maine"),
    ("the number", MACHINIST, "(937) 555-0118", "316.555.0131"),
    ("the address to write to", MACHINIST, "m.kowal@example.com", "cnc.5axis.mastercam@example.org"),
    ("the number", MACHINIST, "(937) 555-0118", "+52 55 1234 5678"),
    ("the number", TRAINEE, "330 555 0127", "(216) 555-0109 ext. 12"),
    ("the number", WELDER, "918-555-0155", "918.555.0155 / cell 539-555-0101"),
    ("the address to write to", TRAINEE, "sam.okafor@example.com", "haas.lathe@example.net"),
    ("the link", MACHINIST, "m.kowal@example.com", "m.kowal@example.com | linkedin.com/in/cnc-lathe-turning"),
    ("the link", WELDER, "918-555-0155", "918-555-0155\nhttps://tig.example.com/welding/fanuc"),
    ("the name", MACHINIST, "Martin Kowal", "KOWAL, MARTIN"),
    ("the name", WELDER, "Joan Pike", "Jean-Luc O'Brien III"),
    ("the school", MACHINIST, "Sinclair Technical College", "Haas Welding Institute"),
    ("the school", WELDER, "Tulsa Welding School", "University of Northern Iowa"),
    ("the school", TRAINEE, "East High School", "Fanuc Academy"),
    ("the year of graduation", MACHINIST, "graduated 2012", "graduated 1987"),
    ("the year of graduation", WELDER, "in 2014. She", "in 1991. She"),
    ("the year of graduation", TRAINEE, "class of 2024", "class of 1984"),
    ("the date of birth", MACHINIST, "4 March 1979", "30 November 2001"),
    ("the year of birth", TRAINEE, "Born in 2006", "Born in 1966"),
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.load()


def outcome(result: MatchResult) -> tuple[object, ...]:
    return (result.score, *((part.feature, part.points) for part in result.parts))


@pytest.mark.parametrize(("what", "resume", "old", "new"), CHANGES)
def test_who_somebody_is_does_not_move_the_score_by_a_bit(matcher, what, resume, old, new):
    assert old in resume, what
    changed = resume.replace(old, new)
    assert outcome(matcher.explain(JOB, changed)) == outcome(matcher.explain(JOB, resume))


@pytest.mark.parametrize("resume", [MACHINIST, WELDER, TRAINEE])
def test_a_contact_that_is_found_is_in_nothing_that_is_compared(resume):
    kept = repr(build_candidate_profile(resume, extract(resume, Kind.RESUME)))
    found = contact_of(resume).evidence
    assert found
    assert [one.text for one in found if one.text in kept] == []


@pytest.mark.parametrize("resume", [MACHINIST, WELDER, TRAINEE])
@pytest.mark.parametrize(
    "skill",
    ["CNC turning", "set up", "Fanuc control", "Haas control", "GD&T", "micrometers", "bore gages", "AWS D1.1"],
)
def test_adding_a_required_skill_never_lowers_the_score(matcher, resume, skill):
    assert {mention.concept for mention in extract(skill, Kind.RESUME)}
    longer = resume + f"\nSKILLS\n{skill}\n"
    assert matcher.explain(JOB, longer).score >= matcher.explain(JOB, resume).score


@pytest.mark.parametrize("resume", [MACHINIST, WELDER, TRAINEE])
def test_stuffing_a_keyword_twenty_times_gains_nothing(matcher, resume):
    once = matcher.explain(JOB, resume + "\nSKILLS\nturning\n").score
    assert matcher.explain(JOB, resume + "\nSKILLS\n" + "turning, " * 20 + "turning\n").score == once


def test_an_expired_certificate_is_not_held(matcher):
    reason = next(row for row in matcher.explain(JOB, MACHINIST).reasons if row.concept == "aws-d1-1")
    assert "expired" in reason.sentence
    assert reason in matcher.explain(JOB, MACHINIST).missing
    unsaid = MACHINIST.replace("AWS D1.1 expired 2019", "")
    current = MACHINIST.replace("AWS D1.1 expired 2019", "AWS D1.1")
    scores = [matcher.explain(JOB, text).score for text in (MACHINIST, unsaid, current)]
    assert scores == sorted(scores)
    assert len(set(scores)) == 3


def test_a_gap_in_employment_is_no_feature(matcher):
    without = MACHINIST.replace("12 years", "8 years").replace("2016 - present", "2023 - present")
    without = without.replace("2012 - 2016", "2019 - 2023")
    with_gap = without.replace("2019 - 2023", "2017 - 2021")
    assert matcher.explain(JOB, with_gap).score == matcher.explain(JOB, without).score


def test_the_order_is_the_one_a_reader_would_give(matcher):
    scores = [matcher.explain(JOB, resume).score for resume in (MACHINIST, TRAINEE, WELDER)]
    assert scores[0] > max(scores[1:])


def test_what_a_resume_denies_is_not_taken_for_held(matcher):
    denied = {mention.concept for mention in extract(TRAINEE, Kind.RESUME) if mention.polarity is Polarity.ABSENT}
    assert denied
    held = {
        reason.concept for reason in matcher.explain(JOB, TRAINEE).reasons if reason.sentence.endswith(": held.")
    }
    assert not denied & held


def test_nothing_about_the_person_is_kept_in_a_profile(matcher):
    matcher.fit([1], [MACHINIST])
    profile = matcher.profile_by_id[1]
    kept = repr(profile)
    for personal in ("Martin", "Kowal", "Elm", "Dayton", "937", "1979", "Sinclair", "example.com"):
        assert not re.search(personal, kept), personal
