import pytest

from recruit.errors import NotFound
from recruit.services import vocabulary
from recruit.services.house import House
from recruit.vocabulary.shapes import Category
from tests.people import World


def test_a_concept_is_shown_with_what_is_above_below_and_beside_it() -> None:
    view = vocabulary.concept_view("fanuc-control")
    assert [one.concept for one in view.broader] == ["cnc-control"]
    assert "fanuc-31i" in {one.concept for one in view.narrower}
    haas = next(one for one in view.related if one.concept == "haas-control")
    assert haas.strength is not None
    assert haas.why


def test_a_relation_is_shown_from_both_sides_with_its_reason() -> None:
    there = next(one for one in vocabulary.concept_view("haas-control").related if one.concept == "fanuc-control")
    assert there.why


def test_what_carries_over_one_way_is_shown_as_such() -> None:
    secret, top = (vocabulary.concept_view(one) for one in ("secret-clearance", "top-secret-clearance"))
    assert "secret-clearance" in {one.concept for one in top.related}
    assert "top-secret-clearance" in {one.concept for one in secret.related_from}
    assert "top-secret-clearance" not in {one.concept for one in secret.related}


def test_a_name_that_means_other_things_too_stands_apart() -> None:
    view = vocabulary.concept_view("fanuc-control")
    assert "Fanuc" not in view.names
    assert any("Fanuc" in use.aliases for use in view.guarded)


def test_what_is_no_concept_is_not_found() -> None:
    with pytest.raises(NotFound, match="no concept"):
        vocabulary.concept_view("spaceship")


def test_categories_name_their_broadest_concepts() -> None:
    by_category = {one.category: one for one in vocabulary.categories()}
    assert Category.TOLERANCE not in by_category
    assert "cnc-control" in {one.concept for one in by_category[Category.CONTROL].top}
    assert "fanuc-control" not in {one.concept for one in by_category[Category.CONTROL].top}


def test_everybody_sees_which_open_jobs_ask_for_a_concept_or_something_narrower(
    house: House, world: World
) -> None:
    asked = {
        requirement.concept
        for requirement in vocabulary.concept_use(house, None, "cnc-machine").jobs[0].requirements
    }
    assert asked
    assert vocabulary.concept_use(house, None, "wood-carving").jobs == ()


def test_only_recruiters_see_how_many_of_their_own_people_hold_a_concept(house: House, world: World) -> None:
    assert vocabulary.concept_use(house, None, "lathe").people is None
    assert vocabulary.concept_use(house, world["ana"], "lathe").people is None
    own = vocabulary.concept_use(house, world["ben"], "lathe").people
    assert own is not None
    assert own >= 1
    assert vocabulary.concept_use(house, world["carol"], "lathe").people == 0
