from pathlib import Path

import pytest

from recruit.vocabulary import read_vocabulary
from recruit.vocabulary.linter import complaints, write_ids


def complaints_on(folder: Path, concepts: str, category: str = "material") -> list[str]:
    (folder / "words.yaml").write_text(f"category: {category}\nconcepts: [{concepts}]", encoding="utf-8")
    return list(complaints(read_vocabulary(folder), folder))


@pytest.mark.parametrize(
    ("concept", "complaint"),
    [
        ("{id: brass, name: brass}", "say in 'meaning'"),
        ("{id: a, name: alloy steel, aliases: ['4140'], meaning: Steel.}", "bare number '4140'"),
        ("{id: a, name: tool steel, aliases: ['a2'], meaning: Steel.}", "'a2' is too short"),
    ],
)
def test_what_would_make_wrong_evidence_or_an_empty_page_is_named(
    tmp_path: Path, concept: str, complaint: str
) -> None:
    (said,) = complaints_on(tmp_path, concept)
    assert "words.yaml, concept" in said
    assert complaint in said


@pytest.mark.parametrize(
    "concept",
    [
        "{id: brass, name: brass, meaning: Copper with zinc.}",
        "{id: a, name: tool steel, cased: ['A2'], meaning: Steel.}",
        "{id: a, name: steel, meaning: Iron., ambiguous: [{aliases: ['4140'], trade: [bar], default: drop}]}",
    ],
)
def test_guarded_names_are_left_in_peace(tmp_path: Path, concept: str) -> None:
    assert complaints_on(tmp_path, concept) == []


def test_an_id_that_was_released_stays(tmp_path: Path) -> None:
    old = "{id: brass, name: brass, meaning: Copper with zinc.}"
    assert complaints_on(tmp_path, old) == []
    assert write_ids(read_vocabulary(tmp_path), tmp_path) == 1
    (said,) = complaints_on(tmp_path, old.replace("id: brass", "id: yellow-brass"))
    assert "'brass' was released and is gone" in said
    assert write_ids(read_vocabulary(tmp_path), tmp_path) == 2
