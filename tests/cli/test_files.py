import json
from pathlib import Path

import pytest

from tests.cli.commands import JOB, TURNER, run


def test_read_prints_text_and_verdict() -> None:
    result = run("read", "job.txt")
    assert result.exit_code == 0
    assert "job.txt  (text/plain, 1 page, " in result.stdout
    assert JOB in result.stdout


def test_read_names_what_failed_and_prints_the_rest(work: Path) -> None:
    (work / "empty.pdf").touch()
    result = run("read", "job.txt", "empty.pdf", "--json")
    assert result.exit_code == 1
    body = json.loads(result.stdout)
    assert [row["file"] for row in body["documents"]] == ["job.txt"]
    assert [row["code"] for row in body["failed"]] == ["empty"]
    assert result.stderr.startswith("empty.pdf: empty: ")


def test_reading_files_makes_no_data_folder(work: Path) -> None:
    run("match", "job.txt", "resumes")
    assert not (work / "data").exists()


def test_extract_gives_the_fields_of_the_contract() -> None:
    body = json.loads(run("extract", "resumes/turner.txt", "--json").stdout)
    fields = {"start", "end", "text", "category", "concept", "polarity", "years", "section"}
    assert body["mentions"]
    for mention in body["mentions"]:
        assert fields <= set(mention)
        assert body["text"][mention["start"] : mention["end"]] == mention["text"]


def test_extract_reads_standard_input() -> None:
    result = run("extract", "-", "--kind", "job", "--json", stdin=JOB)
    polarities = {mention["polarity"] for mention in json.loads(result.stdout)["mentions"]}
    assert polarities == {"required", "preferred"}


def test_extract_judges_certificates_for_a_day() -> None:
    text = "AWS D1.1 3G/4G FCAW, exp. 06/2024"
    before = run("extract", "-", "--on", "2024-06-30", stdin=text)
    after = run("extract", "-", "--on", "2024-07-01", stdin=text)
    assert "3G, 4G \N{MIDDLE DOT} FCAW \N{MIDDLE DOT} expires June 2024" in before.stdout
    assert "3G, 4G \N{MIDDLE DOT} FCAW \N{MIDDLE DOT} expired June 2024" in after.stdout
    assert "Proof needed" in after.stdout


def test_extract_prints_a_certificate_once_for_all_its_mentions() -> None:
    lines = run("extract", "-", stdin="2G certified under D1.1").stdout
    assert lines.count("AWS D1.1 \N{MIDDLE DOT} 2G") == 1


def test_extract_prints_hours_as_clocks_show_them_and_both_ends_of_a_range() -> None:
    text = "Machinist, 2:30pm - 12:15 am, holds .0004 to .0008, H7 bores"
    lines = run("extract", "-", "--kind", "job", stdin=text).stdout
    assert "2:30 PM to 12:15 AM: '2:30pm - 12:15 am'" in lines
    assert "\N{PLUS-MINUS SIGN}0.01016 to \N{PLUS-MINUS SIGN}0.02032 mm: '.0004 to .0008'" in lines
    assert "IT7: 'H7'" in lines


def test_extract_gives_numbers_with_their_units() -> None:
    text = "Machinist, $26-32/hr, holds +/-.0005, lift up to 50 lbs, weekends"
    body = json.loads(run("extract", "-", "--kind", "job", "--json", stdin=text).stdout)
    assert [(row["kind"], row["unit"]) for row in body["quantities"]] == [
        ("pay", "USD/hour"),
        ("tolerance", "mm"),
        ("lifting", "lb"),
        ("schedule", "weekends"),
    ]
    lines = run("extract", "-", "--kind", "job", stdin=text).stdout
    assert "26 to 32 USD/hour: '$26-32/hr'" in lines
    assert "\N{PLUS-MINUS SIGN}0.0127 mm: '+/-.0005'" in lines
    assert "up to 50 lb: 'lift up to 50 lbs'" in lines


def test_extract_tells_its_versions_time_at_work_and_how_a_resume_is_written() -> None:
    text = (
        "EXPERIENCE\nMachinist, Orrin Tool, 2014 - 2018\n- Set up lathes\n\nMust have TIG.\n"
        "The ideal candidate welds.\nOther duties as assigned."
    )
    body = json.loads(run("extract", "-", "--json", stdin=text).stdout)
    assert body["model_version"]
    assert body["vocabulary_version"]
    assert {"months": 48, "is_current": False} in body["worked"].values()
    assert [finding["code"] for finding in body["findings"]] == ["reads_as_posting"]
    lines = run("extract", "-", stdin=text).stdout
    for words in ("48 months of jobs", "reads_as_posting: ", f"vocabulary {body['vocabulary_version']}"):
        assert words in lines


def test_extract_says_which_mentions_are_a_choice() -> None:
    lines = run("extract", "-", "--kind", "job", stdin="Needs Fanuc or Haas controls, and calipers.").stdout
    assert lines.count("any of choice 1") == 2


def test_extract_of_a_missing_file_is_json_too() -> None:
    result = run("extract", "nowhere.pdf", "--json")
    assert result.exit_code == 1
    assert [row["code"] for row in json.loads(result.stdout)["failed"]] == ["missing"]


def test_match_prints_the_best_first_in_80_columns() -> None:
    result = run("match", "job.txt", "resumes", "--explain")
    assert result.exit_code == 0
    assert result.stdout.index("turner.txt") < result.stdout.index("baker.txt")
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_match_gives_parts_that_add_up_to_the_score() -> None:
    body = json.loads(run("match", "job.txt", "resumes", "--json").stdout)
    assert [row["rank"] for row in body["results"]] == [1, 2]
    for row in body["results"]:
        assert sum(part["points"] for part in row["parts"]) == pytest.approx(row["score"])


def test_match_explains_with_the_words_of_both_texts() -> None:
    best = json.loads(run("match", "job.txt", "resumes", "--json", "--explain", "--top", "1").stdout)["results"][0]
    evidence = [words for part in best["parts"] for reason in part["reasons"] for words in reason["evidence"]]
    assert evidence
    for words in evidence:
        assert TURNER[words["start"] : words["end"]] == words["text"]


def test_match_with_a_damaged_resume_ranks_the_rest(work: Path) -> None:
    (work / "resumes" / "cut.pdf").write_bytes(b"%PDF-1.7\n")
    result = run("match", "job.txt", "resumes", "--json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)["results"]) == 2
    assert "resumes/cut.pdf: corrupt: " in result.stderr
