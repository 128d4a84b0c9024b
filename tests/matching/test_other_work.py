import pytest

from recruit.matching import extract


def found(text: str, kind: str = "resume") -> list[str]:
    return [mention.text for mention in extract(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Sous chef, cutting and grinding pork, polishing pans",
        "Dental assistant: drilling, polishing, casting models",
        "Nail salon 2015-2018, polishing and lacquer",
        "Pharmacy technician. Milling and sieving powders",
        "Showroom associate, sold bronze and brass lamps",
    ],
)
def test_everyday_words_of_other_work_are_no_evidence(text: str) -> None:
    assert found(text) == []


def test_a_statement_that_names_what_only_the_trade_has_keeps_its_words() -> None:
    assert found("TIG welding and polishing of chocolate kettles") == ["TIG welding", "polishing"]


def test_other_work_speaks_of_its_own_statement_only() -> None:
    text = "Line cook 2009-2011\nMachine shop 2012-2020: grinding, polishing, drilling"
    assert {"grinding", "polishing", "drilling"} <= set(found(text))
