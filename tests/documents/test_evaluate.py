import json
import random
from pathlib import Path

import pytest

from recruit.documents.evaluate import (
    ReadingReport,
    ReadingRow,
    common_words,
    evaluate_reading,
    listing_of,
    order_score,
)
from recruit.errors import InvalidDocumentSet

TRUTH = "Ida Moss\nTurner\n• Okuma lathes, 4 years\n• bearing journals to .0005\n"


def row(file: str, expected: str, truth: str | None) -> dict[str, str | None]:
    return {"file": file, "expected": expected, "truth": truth, "made": "typed"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files as they should be and one that should have been locked, in a folder of a set."""
    home = tmp_path / "files"
    (home / "truth").mkdir(parents=True)
    (home / "right.txt").write_text(TRUTH, encoding="utf-8")
    (home / "turned round.txt").write_text("\n".join(reversed(TRUTH.splitlines())), encoding="utf-8")
    (home / "locked.txt").write_text(TRUTH, encoding="utf-8")
    (home / "nothing.pdf").touch()
    (home / "truth" / "ida.txt").write_text(TRUTH, encoding="utf-8")
    rows = [
        row("right.txt", "text", "truth/ida.txt"),
        row("turned round.txt", "text", "truth/ida.txt"),
        row("locked.txt", "encrypted", None),
        row("nothing.pdf", "empty", None),
    ]
    (home / "files.json").write_text(json.dumps(rows), encoding="utf-8")
    return tmp_path


def by_recursion(first: list[str], second: list[str]) -> int:
    """The textbook's table, one cell for each pair."""
    above = [0] * (len(second) + 1)
    for one in first:
        here = [0]
        for position, other in enumerate(second):
            here.append(above[position] + 1 if one == other else max(above[position + 1], here[position]))
        above = here
    return above[-1]


@pytest.mark.parametrize("seed", range(20))
def test_the_longest_common_subsequence_is_that_of_the_textbook(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  # the same cases on every run
    first, second = ([dice.choice("abcde") for _ in range(dice.randrange(90))] for _ in range(2))
    assert common_words(first, second) == by_recursion(first, second)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (TRUTH, 1.0),
        ("- ".join(TRUTH.split("• ")), 1.0),
        (f"{TRUTH} and more, which costs nothing", 1.0),
        ("Turner Okuma lathes, 4 years bearing journals to .0005", 9 / 11),
        ("", 0.0),
    ],
    ids=["the same", "other bullets", "more", "name lost", "nothing"],
)
def test_order_is_the_share_of_the_truth_in_its_order(text: str, score: float) -> None:
    assert order_score(text, TRUTH) == pytest.approx(score)


def test_long_texts_are_compared_at_once() -> None:
    words = [f"word{number % 700}" for number in range(20_000)]
    assert common_words(words, words[::-1]) < common_words(words, words[1:]) == 19_999


def test_the_list_may_stand_beside_the_files_or_above_them(folder: Path) -> None:
    assert listing_of(folder) == listing_of(folder / "files") == folder / "files" / "files.json"
    assert listing_of(folder / "files" / "truth") is None


def test_every_file_has_its_outcome_and_score(folder: Path) -> None:
    right, turned, unlocked, nothing = evaluate_reading(folder).rows
    assert (right.outcome, right.order, right.failure) == ("text", 1.0, None)
    assert turned.order is not None
    assert turned.order < 0.97
    assert turned.failure == f"order {turned.order:.3f}, less than 0.97"
    assert unlocked.failure == "expected encrypted, got text"
    assert (nothing.outcome, nothing.order, nothing.failure) == ("empty", None, None)


def test_plain_readers_are_measured_on_the_files_they_are_for(folder: Path) -> None:
    report = evaluate_reading(folder)
    assert report.rows[0].order_by_peer == {"decode": 1.0}
    assert not report.rows[3].order_by_peer
    text, scans = report.groups
    assert (text.n_files, text.n_right, text.peers[0].n_files) == (2, 2, 2)
    assert (scans.n_files, scans.order) == (0, None)


def scan(outcome: str, order: float | None, *, has_ocr: bool = True) -> ReadingRow:
    return ReadingRow(
        file="scan.pdf",
        made="scanner",
        media_type="application/pdf",
        expected="needs_ocr",
        outcome=outcome,
        message=None,
        order=order,
        order_by_peer={"pypdfium2": 0.0, "pdfminer.six": None},
        has_ocr=has_ocr,
    )


def test_a_scan_is_right_when_read_and_where_that_cannot_be_when_refused_for_what_it_is() -> None:
    assert scan("read by OCR", 0.94).failure is None
    assert scan("needs_ocr", None, has_ocr=False).failure is None
    assert scan("needs_ocr", None).failure == "expected read by OCR, got needs_ocr"
    assert scan("read by OCR", 0.9).failure == "order 0.900, less than 0.93"
    assert scan("corrupt", None).failure == "expected read by OCR, got corrupt"


def test_a_plain_reader_that_is_missing_has_no_mean() -> None:
    rows = (scan("read by OCR", 0.94), scan("needs_ocr", None))
    _, scans = ReadingReport(rows=rows, install_by_peer={"pdfminer.six": "install it"}).groups
    assert [(peer.name, peer.order, peer.ours) for peer in scans.peers] == [("pypdfium2", 0.0, 0.47)]
    assert scans.order == 0.94


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "is no JSON"), ('[{"file": "a"}]', "row 1: it needs expected, file, made, truth"), ("7", "row 1")],
)
def test_a_list_that_is_not_as_described_is_named(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "files.json").write_text(content)
    with pytest.raises(InvalidDocumentSet, match=words):
        evaluate_reading(tmp_path)


def test_a_listed_file_that_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "files.json").write_text(json.dumps([row("gone.pdf", "text", None)]))
    with pytest.raises(InvalidDocumentSet, match=r"gone\.pdf is listed but cannot be opened"):
        evaluate_reading(tmp_path)


def test_a_folder_without_a_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocumentSet, match=r"neither files\.json nor files/files\.json"):
        evaluate_reading(tmp_path)
