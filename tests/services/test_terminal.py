import json
from pathlib import Path

import pytest

from recruit.documents import Limits
from recruit.errors import InvalidDocumentSet
from recruit.services.terminal import (
    FailedFile,
    FileRanking,
    ReadFile,
    extract_file,
    match_files,
    read_files,
)
from recruit.vocabulary.shapes import Kind, Polarity

JOB = "Wanted: CNC lathe setup machinist. Required: Okuma lathe, OSP control, micrometers. Preferred: Mastercam."
TURNER = "Set up and ran an Okuma lathe with OSP control for six years. Micrometers every day. Mastercam Lathe."
WELDER = "TIG welder, stainless and aluminum. AWS D17.1. Reads weld symbols."
BAKER = "Baker in a small town. Bread, rolls, early mornings."


@pytest.fixture
def job(tmp_path: Path) -> Path:
    path = tmp_path / "job.txt"
    path.write_text(JOB)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "resumes"
    path.mkdir()
    for name, text in {"turner": TURNER, "welder": WELDER, "baker": BAKER}.items():
        (path / f"{name}.txt").write_text(text)
    return path


def test_read_files_keeps_the_order_and_names_what_failed(folder: Path) -> None:
    (folder / "empty.pdf").touch()
    names = ["welder.txt", "empty.pdf", "nowhere.txt", "baker.txt"]
    outcomes = read_files([folder / name for name in names], Limits())
    assert [Path(outcome.name).name for outcome in outcomes] == names
    assert [outcome.code for outcome in outcomes if isinstance(outcome, FailedFile)] == ["empty", "missing"]
    assert [outcome.document.text for outcome in outcomes if isinstance(outcome, ReadFile)] == [WELDER, BAKER]


def test_extract_file_gives_offsets_into_its_text(folder: Path) -> None:
    outcome = extract_file(str(folder / "turner.txt"), Kind.RESUME, Limits())
    assert not isinstance(outcome, FailedFile)
    assert outcome.mentions
    for mention in outcome.mentions:
        assert outcome.text[mention.start : mention.end] == mention.text


def test_extract_file_uses_the_words_of_its_kind(job: Path) -> None:
    outcome = extract_file(str(job), Kind.JOB, Limits())
    assert not isinstance(outcome, FailedFile)
    assert {mention.polarity for mention in outcome.mentions} == {Polarity.REQUIRED, Polarity.PREFERRED}


def test_match_files_puts_the_right_trade_first(job: Path, folder: Path) -> None:
    ranking = match_files(job, [folder], Limits(), top=2)
    assert isinstance(ranking, FileRanking)
    assert Path(ranking.ranked[0].name).stem == "turner"
    assert (ranking.pool_size, len(ranking.ranked)) == (3, 2)


def test_match_files_takes_files_folders_and_rows_together(job: Path, folder: Path, tmp_path: Path) -> None:
    rows = tmp_path / "more.jsonl"
    rows.write_text("\n".join(json.dumps({"id": name, "text": TURNER}) for name in ("one", "two")))
    single = tmp_path / "single.txt"
    single.write_text(WELDER)
    ranking = match_files(job, [folder, rows, single], Limits(), top=10)
    assert isinstance(ranking, FileRanking)
    assert ranking.pool_size == 6


def test_match_files_leaves_out_hidden_files_and_folders_within(job: Path, folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"\x00\x01")
    (folder / "older").mkdir()
    (folder / "older" / "again.txt").write_text(TURNER)
    ranking = match_files(job, [folder], Limits(), top=10)
    assert isinstance(ranking, FileRanking)
    assert (ranking.pool_size, ranking.failed) == (3, ())


def test_match_files_ranks_the_rest_when_some_fail(job: Path, folder: Path) -> None:
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n")
    ranking = match_files(job, [folder], Limits(), top=10)
    assert isinstance(ranking, FileRanking)
    assert [Path(failed.name).name for failed in ranking.failed] == ["cut.pdf"]
    assert len(ranking.ranked) == 3


def test_match_files_names_rows_without_letters(job: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "blank", "text": " 42 "}\n{"id": "turner", "text": "Okuma lathe"}')
    ranking = match_files(job, [rows], Limits(), top=10)
    assert isinstance(ranking, FileRanking)
    assert [(failed.name, failed.code) for failed in ranking.failed] == [("blank", "no_text")]
    assert [row.name for row in ranking.ranked] == ["turner"]


def test_match_files_with_nothing_left_to_rank_ranks_nobody(job: Path, tmp_path: Path) -> None:
    ranking = match_files(job, [tmp_path / "nowhere.pdf"], Limits(), top=10)
    assert isinstance(ranking, FileRanking)
    assert (ranking.ranked, len(ranking.failed)) == ((), 1)


def test_match_files_says_when_the_job_itself_cannot_be_read(folder: Path, tmp_path: Path) -> None:
    outcome = match_files(tmp_path / "nowhere.txt", [folder], Limits(), top=10)
    assert isinstance(outcome, FailedFile)
    assert outcome.code == "missing"


def test_match_files_refuses_two_resumes_of_one_name(job: Path, folder: Path) -> None:
    with pytest.raises(InvalidDocumentSet, match=r"turner\.txt is given twice"):
        match_files(job, [folder, folder / "turner.txt"], Limits(), top=10)
