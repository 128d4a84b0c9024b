import pytest

from recruit.matching.lexicon import Lexicon
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.compiled import sorted_rows, write_rows


@pytest.fixture(scope="module")
def built() -> Lexicon:
    return Lexicon.built(load_vocabulary())


def meanings(lexicon: Lexicon, name: str) -> list[tuple[object, ...]]:
    return [(one.concept.id, one.use, one.exact, one.third_person) for one in lexicon.senses_named(name)]


@pytest.fixture(scope="module")
def loaded(built: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    path = tmp_path_factory.mktemp("stored") / "names.tsv"
    write_rows(path, "a1", built.rows())
    rows = sorted_rows(path, "a1")
    assert rows is not None
    return Lexicon.loaded(load_vocabulary(), rows)


@pytest.mark.parametrize("name", ["Fanuc", "TIG", "drills", "Star", "17-4 PH", "wire EDM"])
def test_a_lexicon_that_was_stored_means_the_same(built: Lexicon, loaded: Lexicon, name: str) -> None:
    assert meanings(loaded, name) == meanings(built, name) != []


def test_a_lexicon_that_was_stored_has_the_same_words(built: Lexicon, loaded: Lexicon) -> None:
    assert set(loaded.words) == built.words
    assert len(loaded.words) == len(built.words)
    assert all(word in loaded.words for word in built.words)
    for missing in ("", "lathf", "fanuc lathe", "all senses", "words ", "\ud800"):
        assert missing not in loaded.words


def test_what_is_no_name_means_nothing(built: Lexicon) -> None:
    assert built.senses_named("CNC lathe of the") == []
    assert built.senses_named("computer") == []
