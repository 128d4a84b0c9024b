from collections.abc import Mapping
from pathlib import Path

import pytest

from recruit.errors import VocabularyError
from recruit.vocabulary import Relation, load_vocabulary, read_vocabulary
from recruit.vocabulary.credentials import RULES_FILE
from recruit.vocabulary.loader import FOLDER, OCCUPATIONS_FILE, content_of, parse_yaml

GOOD = """
category: machine
concepts:
  - {id: lathe, name: Lathe, aliases: [turning machine]}
  - {id: engine-lathe, name: Engine lathe, parents: [lathe]}
  - {id: toolroom-lathe, name: Toolroom lathe, parents: [engine-lathe]}
  - id: mill
    name: Mill
    related:
      - {concept: lathe, strength: 0.3, why: the same handwheels}
"""


def test_the_vocabulary_of_this_release_is_sound() -> None:
    assert len(load_vocabulary().concepts) >= 400


def test_vocabulary_is_read_once() -> None:
    assert load_vocabulary() is load_vocabulary()


@pytest.mark.parametrize("path", [FOLDER / OCCUPATIONS_FILE, RULES_FILE], ids=lambda path: path.name)
def test_what_was_made_of_a_file_is_what_it_says(path: Path, tmp_path: Path) -> None:
    assert content_of(path) == parse_yaml(path)
    edited = tmp_path / path.name
    edited.write_text(f"{path.read_text(encoding='utf-8')}\nnew: 1\n", encoding="utf-8")
    assert content_of(edited)["new"] == 1


def test_ancestors_are_given_nearest_first(tmp_path: Path) -> None:
    (tmp_path / "machines.yaml").write_text(GOOD, encoding="utf-8")
    vocabulary = read_vocabulary(tmp_path)
    assert list(vocabulary.ancestors("toolroom-lathe").items()) == [("engine-lathe", 1), ("lathe", 2)]
    assert vocabulary.ancestors("lathe") == {}


def shares(relations: Mapping[str, Relation]) -> dict[str, float]:
    return {concept: relation.strength for concept, relation in relations.items()}


def test_a_relation_runs_from_where_it_stands_to_the_one_it_names(tmp_path: Path) -> None:
    (tmp_path / "machines.yaml").write_text(GOOD, encoding="utf-8")
    vocabulary = read_vocabulary(tmp_path)
    assert shares(vocabulary.carries_over_to("mill")) == {"lathe": 0.3}
    assert shares(vocabulary.carried_over_from("lathe")) == {"mill": 0.3}
    assert shares(vocabulary.carries_over_to("lathe")) == shares(vocabulary.carried_over_from("mill")) == {}


def test_a_relation_runs_back_by_the_share_it_says(tmp_path: Path) -> None:
    (tmp_path / "machines.yaml").write_text(GOOD.replace("0.3,", "0.3, back: 0.2,"), encoding="utf-8")
    vocabulary = read_vocabulary(tmp_path)
    assert shares(vocabulary.carries_over_to("lathe")) == {"mill": 0.2}
    assert shares(vocabulary.carried_over_from("mill")) == {"lathe": 0.2}
    assert vocabulary.carried_over_from("mill")["lathe"].why == "the same handwheels"


def test_nearest_common_ancestor_may_be_one_of_the_two(tmp_path: Path) -> None:
    (tmp_path / "machines.yaml").write_text(GOOD, encoding="utf-8")
    vocabulary = read_vocabulary(tmp_path)
    assert vocabulary.common_ancestor("toolroom-lathe", "lathe") == "lathe"
    assert vocabulary.common_ancestor("lathe", "mill") is None


def test_version_changes_with_the_content(tmp_path: Path) -> None:
    (tmp_path / "machines.yaml").write_text(GOOD, encoding="utf-8")
    before = read_vocabulary(tmp_path).version
    (tmp_path / "machines.yaml").write_text(GOOD.replace("0.3", "0.4"), encoding="utf-8")
    assert read_vocabulary(tmp_path).version != before


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("category: machine\nconcepts: [", "is no YAML"),
        (
            "category: machine\nconcepts:\n  - {id: lathe, name: Lathe, aliases: [a lathe], aliases: [turner]}",
            "stands twice",
        ),
        ("concepts: []", "exactly 'category' and 'concepts'"),
        ("category: spaceship\nconcepts: []", "no category 'spaceship'"),
        ("category: machine\nconcepts: [{id: mill}]", "'id' and 'name'"),
        ("category: machine\nconcepts: [{id: My Mill, name: Mill}]", "lower-case words"),
        ("category: machine\nconcepts: [{id: mill, name: Mill, alias: [x]}]", "no field 'alias'"),
        ("category: machine\nconcepts: [{id: mill, name: Mill, meaning: cuts metal}]", "ends with a full stop"),
        (f"category: machine\nconcepts: [{{id: mill, name: Mill, meaning: C{'u' * 200}ts.}}]", "its meaning has"),
        ("category: machine\nconcepts: [{id: mill, name: Mill, aliases: miller}]", "is a list"),
        ("category: material\nconcepts: [{id: ss, name: Stainless, aliases: [304]}]", "304 in 'aliases'"),
        ("category: machine\nconcepts: [{id: mill, name: Mill, parents: [x]}]", "parent 'x' does not exist"),
        (
            "category: machine\nconcepts: [{id: a, name: A1, parents: [b]}, {id: b, name: B1, parents: [a]}]",
            "its own ancestor",
        ),
        ("category: machine\nconcepts: [{id: a, name: Mill}, {id: b, name: mill}]", "is a name of 'a' too"),
        ("category: machine\nconcepts: [{id: a, name: Mill}, {id: a, name: Lathe}]", "its id is taken"),
        (
            "category: machine\nconcepts: [{id: a, name: A1, related: [{concept: a, strength: 1, why: x}]}]",
            "not another one that exists",
        ),
        (
            "category: machine\nconcepts: [{id: a, name: A1, related: [{concept: b, strength: 7, why: x}]}]",
            r"lies in \(0, 1\]",
        ),
        (
            "category: machine\nconcepts: [{id: a, name: A1, related: [{concept: b, strength: 1}]}]",
            "'concept', 'strength' and 'why'",
        ),
        (
            (
                "category: machine\nconcepts: [{id: a, name: A1, "
                "related: [{concept: b, strength: 0.5, back: 0.6, why: x}]}]"
            ),
            "let the relation stand there",
        ),
        (
            (
                "category: machine\nconcepts: [{id: a, name: A1, related: [{concept: b, strength: 1, why: x}]}, "
                "{id: b, name: B1, related: [{concept: a, strength: 1, why: x}]}]"
            ),
            "is stated twice",
        ),
        (
            (
                "category: machine\nconcepts: [{id: a, name: A1}, "
                "{id: b, name: B1, parents: [a], related: [{concept: a, strength: 1, why: x}]}]"
            ),
            "a kind of 'a' already",
        ),
        ("category: machine\nconcepts: [{id: a, name: A1, alike: 2}]", r"'alike' is 2; it lies in \(0, 1\]"),
        (
            "category: machine\nconcepts: [{id: a, name: A1, ambiguous: [{aliases: [Star], default: maybe}]}]",
            "'keep' or 'drop'",
        ),
        (
            "category: machine\nconcepts: [{id: a, name: A1, ambiguous: [{aliases: [Star], default: keep}]}]",
            "'trade' or 'other' to decide by",
        ),
    ],
)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "machines.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=complaint) as caught:
        read_vocabulary(tmp_path)
    assert "machines.yaml" in str(caught.value)


def test_a_name_in_two_categories_needs_context_words_to_decide(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("category: machine\nconcepts: [{id: edm, name: EDM}]")
    (tmp_path / "b.yaml").write_text("category: process\nconcepts: [{id: edm-work, name: edm}]")
    with pytest.raises(VocabularyError, match="'ambiguous' of one of them"):
        read_vocabulary(tmp_path)
    guarded = "{id: edm-work, name: EDM work, ambiguous: [{aliases: [EDM], trade: [burn], default: drop}]}"
    (tmp_path / "b.yaml").write_text(f"category: process\nconcepts: [{guarded}]")
    assert set(read_vocabulary(tmp_path).concepts) == {"edm", "edm-work"}
