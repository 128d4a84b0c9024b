import pytest

from recruit.matching.kinship import FAMILY_CREDIT, TRANSFER_CREDIT, Kin, Kinship, load_kinship
from recruit.vocabulary import Concept, Relation, Vocabulary
from recruit.vocabulary.shapes import Category
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


def kinship_of(*concepts: Concept) -> Kinship:
    return Kinship(Vocabulary(concepts={one.id: one for one in concepts}, version="test"))


def machine(name: str, *parents: str, alike: float | None = None, related: tuple[Relation, ...] = ()) -> Concept:
    return Concept(
        id=name,
        name=name,
        category=Category.MACHINE,
        source="test",
        parents=parents,
        alike=alike,
        relations=related,
    )


MAKES = kinship_of(
    machine("lathe", alike=0.6, related=(Relation(concept="turning", strength=0.9, why="its work", back=0.5),)),
    machine("ant", "lathe"),
    machine("ant-2", "ant"),
    machine("bee", "lathe"),
    machine("swiss", "lathe", alike=0.7),
    machine("wasp", "swiss"),
    machine("turning"),
)


def test_makes_of_one_type_answer_for_each_other_at_any_depth():
    for held in ("bee", "lathe"):
        assert MAKES.near("ant-2")[held].credit >= TRANSFER_CREDIT * 0.6
        assert MAKES.near("ant-2")[held].kin is Kin.FAMILY


def test_a_type_that_is_alike_for_itself_stands_apart_from_the_makes_of_a_wider_one():
    assert MAKES.near("wasp")["swiss"].credit == pytest.approx(TRANSFER_CREDIT * 0.7)
    assert MAKES.near("wasp")["swiss"].credit > FAMILY_CREDIT * MAKES.narrowness("swiss")
    assert "bee" not in MAKES.near("wasp")


def test_the_work_of_a_type_answers_for_a_make_of_it_by_the_share_the_makes_are_alike():
    assert MAKES.near("turning")["ant-2"].credit == pytest.approx(TRANSFER_CREDIT * 0.9)
    assert "turning" not in MAKES.near("ant")  # 0.7 x 0.6 x 0.5 says too little


def test_what_includes_another_thing_is_as_good_as_it():
    licences = kinship_of(
        machine("class-b"),
        machine("class-a", related=(Relation(concept="class-b", strength=1.0, why="covers it"),)),
    )
    assert licences.near("class-b")["class-a"].credit == 1.0
    assert licences.near("class-b")["class-a"].kin is Kin.EXACT
    assert "class-b" not in licences.near("class-a")


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("top-secret-clearance", "secret-clearance"),
        ("cdl-class-a", "cdl-class-b"),
        ("position-6g", "position-5g"),
        ("pe-license", "eit-certificate"),
        ("certified-tig-welder", "tig-welding"),
        ("journeyman-machinist", "machinist-apprenticeship"),
        ("zeiss-cmm", "cmm"),
    ],
)
def test_what_is_more_stands_in_for_what_is_less_and_not_the_other_way_round(more: str, less: str):
    kinship = load_kinship()
    assert kinship.near(less)[more].credit >= 0.6
    assert kinship.near(more).get(less) is None or kinship.near(more)[less].credit < 0.6


@pytest.mark.parametrize(
    ("machine_id", "process"),
    [
        ("surface-grinder", "surface-grinding"),
        ("press-brake", "press-brake-work"),
        ("cnc-lathe", "cnc-turning"),
        ("haas-vf", "cnc-milling"),
        ("hermle", "five-axis-machining"),
        ("wire-edm", "wire-edm-cutting"),
        ("moore-jig-grinder", "jig-grinding"),
        ("haas-vf", "haas-control"),
    ],
)
def test_who_ran_the_machine_did_its_work(machine_id: str, process: str):
    assert load_kinship().near(process)[machine_id].credit >= 0.45


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mazak-quick-turn", "okuma-lb"),
        ("mastercam", "gibbscam"),
        ("gibbscam", "esprit"),
        ("solidworks", "inventor"),
        ("pc-dmis", "calypso"),
        ("trumpf-laser", "bystronic-laser"),
        ("blueprint-reading", "engineering-drawings"),
    ],
)
def test_makes_for_the_same_work_stand_in_for_each_other_in_part(one: str, other: str):
    kinship = load_kinship()
    assert kinship.near(one)[other].credit >= 0.3
    assert kinship.near(other)[one].credit >= 0.3
