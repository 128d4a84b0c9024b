import pytest

from recruit.services.concepts import MOST_CHOICES, find_concepts
from recruit.vocabulary.shapes import Category


def test_a_name_typed_in_full_stands_first() -> None:
    assert find_concepts("Fanuc control")[0].concept == "fanuc-control"
    assert find_concepts("mastercam")[0].concept == "mastercam"


def test_the_beginning_of_a_word_is_enough() -> None:
    assert "mastercam" in {choice.concept for choice in find_concepts("mast")}


@pytest.mark.parametrize("typed", ["control fanuc", "FANUC  CONTROL", "fanuc-control"])
def test_order_case_and_hyphens_do_not_matter(typed: str) -> None:
    assert "fanuc-control" in {choice.concept for choice in find_concepts(typed)}


def test_an_alias_finds_its_concept_under_its_own_name() -> None:
    choices = {choice.concept: choice.name for choice in find_concepts("coordinate measuring")}
    assert choices.get("cmm")


def test_a_category_narrows_the_choice() -> None:
    assert {choice.category for choice in find_concepts("haas", Category.CONTROL)} == {Category.CONTROL}


@pytest.mark.parametrize("typed", ["", "   ", "-", "qqqqzzzz", "a " * 500])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert len(find_concepts(typed)) <= MOST_CHOICES
    if not typed.replace("-", " ").strip() or "q" in typed:
        assert find_concepts(typed) == []


def test_there_are_never_more_choices_than_a_list_holds() -> None:
    assert len(find_concepts("c")) == MOST_CHOICES
