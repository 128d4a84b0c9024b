import pytest

from recruit.services.concepts import MOST_CHOICES, concepts_called, find_concepts
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


@pytest.mark.parametrize(
    ("typed", "concept"),
    [
        ("Haas", "haas-control"),
        ("AWS", "welder-qualification"),
        ("PT", "penetrant-testing"),
        ("die", "die-making"),
        ("fixture", "jigs-and-fixtures"),
    ],
)
def test_any_name_in_full_stands_before_names_that_only_hold_it(typed: str, concept: str) -> None:
    assert find_concepts(typed)[0].concept == concept
    assert concepts_called(typed)[0].concept == concept


def test_of_equally_close_concepts_the_broadest_stands_first() -> None:
    assert find_concepts("fanuc")[0].concept == "fanuc-control"
    assert concepts_called("mill")[0].concept == "milling-machine"


@pytest.mark.parametrize("typed", ["a", "tool and die maker", ""])
def test_what_only_begins_or_holds_other_names_is_no_name(typed: str) -> None:
    assert concepts_called(typed) == []


def test_all_that_is_found_is_given_to_whoever_wants_all() -> None:
    assert len(find_concepts("fanuc", most=None)) > MOST_CHOICES
