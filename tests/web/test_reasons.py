"""Reasons are arranged by what a person does with them, and point at their words."""

from dataclasses import replace

from recruit.services.shapes import MatchView, PostingView
from recruit.vocabulary.shapes import (
    Category,
    Credential,
    CredentialStatus,
    Depth,
    Evidence,
    MatchResult,
    Outcome,
    Polarity,
    Reason,
    Requirement,
    ScorePart,
    SkillMention,
)
from recruit.web.reasons import glance, match_page

RESUME = "Ran an Okuma LB3000 for six years.\nWelds a little."


def reason(
    concept: str, outcome: Outcome, points: float = 0.0, *, required: bool = True, words: str = ""
) -> Reason:
    start = RESUME.find(words)
    evidence = (Evidence(start=start, end=start + len(words), text=words),) if words else ()
    return Reason(
        outcome=outcome,
        sentence=f"{concept}.",
        points=points,
        concept=concept,
        required=required,
        evidence=evidence,
    )


REASONS = (
    reason("okuma", Outcome.MET, 8.0, words="Okuma LB3000"),
    reason("lathe", Outcome.MET, 9.0),
    reason("welding", Outcome.ADJACENT, 1.0, words="Welds"),
    reason("days", Outcome.AGAINST),
    reason("gd-and-t", Outcome.MISSING),
    reason("prints", Outcome.NOT_STATED),
    reason("mastercam", Outcome.NOT_STATED, required=False),
)
PART = ScorePart(
    feature="required_skills", label="Required skills", points=18, max_points=40, stated=True, reasons=REASONS
)
MENTION = SkillMention(
    start=7,
    end=12,
    text="Okuma",
    category=Category.MACHINE,
    concept="okuma",
    name="Okuma",
    polarity=Polarity.HELD,
)
MATCH = MatchView(
    posting=PostingView(id=1, title="", description="", hiring_organization="", state="open", revision=1),
    candidate_id=1,
    display_name="Ana",
    result=MatchResult(score=18, parts=(PART,), model_version="1"),
    resume_text=RESUME,
    mentions=(MENTION,),
)


def test_every_reason_stands_in_one_group() -> None:
    page = match_page(MATCH)
    groups = {
        "missing": [row.sentence for row in page.missing],
        "against": [row.sentence for row in page.against],
        "must_ask": [row.sentence for row in page.must_ask],
        "may_ask": [row.sentence for row in page.may_ask],
        "counting": [row.sentence for row in page.counting],
    }
    assert groups == {
        "missing": ["gd-and-t."],
        "against": ["days."],
        "must_ask": ["prints."],
        "may_ask": ["mastercam."],
        "counting": ["lathe.", "okuma.", "welding."],
    }


def test_a_reason_says_how_deep_and_how_long_the_person_was_in_it() -> None:
    deep = replace(REASONS[0], depth=Depth.PROGRAM, worked_months=18, is_current=True)
    page = match_page(replace(MATCH, result=replace(MATCH.result, parts=(replace(PART, reasons=(deep,)),))))
    assert page.counting[0].shown == "Programs it · in jobs of 1 year 6 months · current"


def test_only_a_recruiter_is_told_to_ask() -> None:
    unsaid = replace(reason("prints", Outcome.NOT_STATED), sentence="Prints: not stated, ask about it.")
    result = replace(MATCH.result, parts=(replace(PART, reasons=(unsaid,)),))
    match = replace(MATCH, result=result)
    assert match_page(match).must_ask[0].sentence == "Prints: not stated, ask about it."
    assert match_page(match, for_candidate=True).must_ask[0].sentence == "Prints: not in your resume."


def test_a_reason_quotes_its_words_and_links_to_them_and_back() -> None:
    page = match_page(MATCH)
    row = next(row for row in page.counting if row.sentence == "okuma.")
    words = next(piece for piece in page.text.pieces if piece.is_evidence)
    assert row.quotes[0].words == "Okuma LB3000"
    assert row.anchors == (words.anchor,)
    assert words.targets == (row.id,)
    assert words.category is Category.MACHINE


def test_a_line_that_holds_two_words_of_a_reason_is_quoted_once() -> None:
    both = [Evidence(start=start, end=end, text=RESUME[start:end]) for start, end in ((7, 12), (13, 19))]
    twice = replace(reason("okuma", Outcome.MET, 8.0), evidence=tuple(both))
    page = match_page(replace(MATCH, result=replace(MATCH.result, parts=(replace(PART, reasons=(twice,)),))))
    (row,) = page.counting
    assert [quote.words for quote in row.quotes] == ["Okuma"]
    assert len(row.anchors) == 1


def test_a_glance_names_what_is_met_by_weight_and_counts_the_rest() -> None:
    asked = [
        Requirement(concept=concept, name=concept.title(), category=Category.MACHINE, polarity=Polarity.REQUIRED)
        for concept in ("okuma", "lathe")
    ]
    seen = glance((PART,), asked)
    assert seen.met == ("Lathe", "Okuma")
    assert dict(seen.counts) == {
        Outcome.MET: 2,
        Outcome.ADJACENT: 1,
        Outcome.MISSING: 1,
        Outcome.NOT_STATED: 1,
        Outcome.AGAINST: 1,
    }


def test_a_reason_shows_the_parts_of_the_certificate_it_rests_on() -> None:
    words = Evidence(start=0, end=3, text=RESUME[:3])
    parts = Credential(status=CredentialStatus.HELD, evidence=words, positions=("6G",))
    mention = replace(MENTION, start=0, end=3, concept="api-1104", credential=parts)
    held = replace(reason("api-1104", Outcome.MET), evidence=(words,))
    result = replace(MATCH.result, parts=(replace(PART, reasons=(held,)),))
    (row,) = match_page(replace(MATCH, result=result, mentions=(mention,))).counting
    assert row.parts == "6G"
    assert row.advice
