import codecs

import pytest

from recruit.documents.quality import findings_of, is_gibberish, verdict_of
from recruit.vocabulary.shapes import Finding, Verdict

ENOUGH = "Set up and ran two lathes, read prints, checked parts with micrometers and kept the tool crib. " * 4


def codes(text: str) -> list[str]:
    return [finding.code for finding in findings_of(text)]


def test_ordinary_text_has_no_findings():
    assert codes(ENOUGH) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Welder, 6 years", "very_short_text"),
        (ENOUGH.replace("e", "\ufffd"), "replacement_characters"),
        (" ".join(ENOUGH.replace(" ", "")), "letters_apart"),
    ],
)
def test_what_went_wrong_is_named_with_a_hint(text, code):
    assert code in codes(text)
    assert all(finding.hint.endswith(".") for finding in findings_of(text))


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "No words were"), ("Welder", "Only one word was"), ("Welder here", "Only 2 words were")],
)
def test_few_words_are_counted_and_what_to_do_depends_on_the_file(text, says):
    (finding,) = findings_of(text, "print it to a PDF")
    assert finding.hint.startswith(says)
    assert "print it to a PDF" in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        ENOUGH,
        "CNC, GD&T, CMM, TIG, MIG, PLC, SMAW, GTAW, FCAW, VT, PT, AWS D1.1, ASME IX, API 1104, NIMS, OSHA 30",
        "Frezer CNC z Łodzi, dziewięć lat na maszynach Hermle i Haas, rysunek techniczny, pomiary",
        "Токарь пятого разряда, читаю чертежи, работаю на станках двенадцать лет",
        "814-555-0142",
    ],
)
def test_real_text_is_never_taken_for_gibberish(text):
    assert not is_gibberish(text)


@pytest.mark.parametrize(
    "text", [codecs.encode(ENOUGH, "rot13"), "#$%&'()*+,-./:;<=>?" * 10, "\ufffd\ufffd \ufffd" * 40]
)
def test_text_of_a_font_without_its_map_is_gibberish(text):
    assert is_gibberish(text)


def test_verdict_falls_with_what_is_missing():
    page = Finding(code="page_without_text", hint="", page=2)
    short = Finding(code="very_short_text", hint="")
    assert [verdict_of(row) for row in ([], [page], [page, short])] == [Verdict.GOOD, Verdict.USABLE, Verdict.POOR]
