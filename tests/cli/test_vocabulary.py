import json
from pathlib import Path

from tests.cli.commands import AGENCY, run


def test_a_concept_is_shown_by_its_id_or_any_name() -> None:
    by_id = run("vocabulary", "show", "fanuc-31i")
    assert by_id.exit_code == 0
    assert run("vocabulary", "show", "Fanuc 31i").stdout == by_id.stdout
    assert "part of          Fanuc control, CNC control" in by_id.stdout
    assert max(map(len, by_id.stdout.splitlines())) <= 80


def test_the_use_of_a_concept_is_counted_by_agency() -> None:
    assert run("organization", "add", AGENCY, "--kind", "agency").exit_code == 0
    assert run("import", "resumes").exit_code == 0
    use = json.loads(run("vocabulary", "show", "lathe", "--use", "--json").stdout)["use"]
    assert use == {"jobs": 0, "people_by_agency": {AGENCY: 1}}
    assert f"1 of the people of {AGENCY}" in run("vocabulary", "show", "lathe", "--use").stdout


def test_what_is_no_word_of_the_trade_says_how_to_look_for_one() -> None:
    shown = run("vocabulary", "show", "flux capacitor")
    assert shown.exit_code == 1
    assert "recruit vocabulary find" in shown.stderr


def test_a_word_that_is_no_name_gives_a_choice_of_concepts() -> None:
    shown = run("vocabulary", "show", "tool and die maker")
    assert shown.exit_code == 1
    assert "journeyman-tool-and-die" in shown.stderr


def test_a_word_that_means_other_things_says_near_what_it_counts_in_whole_sentences() -> None:
    shown = " ".join(run("vocabulary", "show", "die-making").stdout.split())
    assert "It counts near stamping" in shown
    assert "It does not count near died" in shown
    assert "Elsewhere it does not count." in shown


def test_words_are_found_by_their_beginnings() -> None:
    found = run("vocabulary", "find", "wire", "ed")
    assert found.stdout.split()[0] == "wire-edm"
    assert run("vocabulary", "find", "flux capacitor").exit_code == 1


def test_corrections_are_written_as_examples_with_a_head_even_where_there_are_none(work: Path) -> None:
    assert run("vocabulary", "corrections", "examples.tsv").stdout == "0 examples are in examples.tsv.\n"
    assert (work / "examples.tsv").read_text() == "alias\tlabel\tkind\ttext\n"
