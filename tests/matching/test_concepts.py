import pytest

from recruit.matching.concepts import Lexicon
from recruit.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def built() -> Lexicon:
    return Lexicon.built(load_vocabulary())


def meanings(lexicon: Lexicon, name: str) -> list[tuple[object, ...]]:
    return [(one.concept.id, one.use, one.exact, one.third_person) for one in lexicon.senses_named(name)]


@pytest.mark.parametrize("name", ["Fanuc", "TIG", "drills", "Star", "17-4 PH", "wire EDM"])
def test_a_lexicon_that_was_stored_means_the_same(built: Lexicon, name: str) -> None:
    loaded = Lexicon.loaded(load_vocabulary(), built.rows())
    assert meanings(loaded, name) == meanings(built, name) != []
    assert loaded.words == built.words


def test_what_is_no_name_means_nothing(built: Lexicon) -> None:
    assert built.senses_named("CNC lathe of the") == []
    assert built.senses_named("computer") == []
