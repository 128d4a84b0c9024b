from typing import Any

import pytest

from recruit.matching import extract
from recruit.vocabulary.shapes import Kind
from tests.matching.alike import mentions


def concepts(text: str, kind: Kind = Kind.RESUME) -> set[str]:
    return {mention.concept for mention in extract(text, kind)}


def test_mentions_quote_the_text_they_came_from() -> None:
    text = "Ran a Fanuc 31i control.\nChecked with micrometers and a height gage."
    mentions = extract(text, "resume")
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    assert len(mentions) >= 3


def test_kind_is_resume_or_job() -> None:
    with pytest.raises(ValueError, match="letter"):
        extract("Fanuc", "letter")


@pytest.mark.parametrize("text", ["", " \n ", "\x00", "1234", "Ĳ İstanbul", "....", "&amp;&amp;"])
def test_text_without_a_skill_gives_no_mention(text: str) -> None:
    assert extract(text, "resume") == []


def test_a_text_is_read_alike_in_every_process(elsewhere: dict[str, Any]) -> None:
    assert mentions() == elsewhere["mentions"] != "[]"
