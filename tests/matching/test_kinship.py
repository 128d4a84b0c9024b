import pytest

from recruit.matching.kinship import Kin, Kinship
from tests.matching.shop import VOCABULARY

KINSHIP = Kinship(VOCABULARY)


def test_a_kind_of_what_is_asked_is_as_good_as_it():
    near = KINSHIP.near("control")
    assert near["fanuc-31i"].credit == near["control"].credit == 1.0
    assert near["fanuc-31i"].kin is Kin.EXACT


def test_what_carries_over_does_so_for_its_kinds_too():
    near = KINSHIP.near("haas")
    assert near["fanuc"].kin is near["fanuc-31i"].kin is Kin.TRANSFERABLE
    assert near["fanuc"].credit == pytest.approx(0.7 * 0.6)


def test_one_of_the_family_counts_for_less_the_wider_the_family():
    near = KINSHIP.near("tig")
    assert near["mig"].kin is Kin.FAMILY
    assert near["mig"].credit == pytest.approx(0.65 * KINSHIP.narrowness("welding"))
    assert KINSHIP.narrowness("control") < KINSHIP.narrowness("welding") < KINSHIP.narrowness("mig") == 1.0


def test_strangers_do_not_answer():
    assert "turning" not in KINSHIP.near("tig")


def test_a_concept_the_vocabulary_no_longer_has_answers_to_itself():
    assert set(KINSHIP.near("gone")) == {"gone"}


def test_the_wider_covers_the_narrower_and_not_the_other_way_round():
    assert KINSHIP.covers("control", "fanuc-31i")
    assert KINSHIP.covers("tig", "tig")
    assert not KINSHIP.covers("fanuc-31i", "control")
