import json
from pathlib import Path

import pytest

from recruit.documents import Limits
from recruit.errors import InvalidDocumentSet
from recruit.services.evaluate import evaluate_folder


def test_evaluate_folder_measures_what_is_there(tmp_path: Path) -> None:
    text = "Okuma lathe, six years."
    row = {
        "text": text,
        "kind": "resume",
        "mentions": [{"start": 0, "end": 11, "category": "machine", "polarity": "held"}],
    }
    (tmp_path / "extraction-own.jsonl").write_text(json.dumps(row))
    evaluation = evaluate_folder(tmp_path, Limits())
    assert evaluation.ranking is None
    assert [report.name for report in evaluation.extraction] == ["extraction-own.jsonl"]


def test_evaluate_folder_refuses_a_folder_without_labels(tmp_path: Path) -> None:
    with pytest.raises(InvalidDocumentSet, match="holds nothing to measure on"):
        evaluate_folder(tmp_path, Limits())


def test_a_folder_of_files_whose_text_is_known_is_enough_to_measure_reading(tmp_path: Path) -> None:
    (tmp_path / "ida.txt").write_text("Ida Moss, turner, Okuma lathes")
    row = {"file": "ida.txt", "expected": "text", "truth": "ida.txt", "made": "typed"}
    (tmp_path / "files.json").write_text(json.dumps([row]))
    evaluation = evaluate_folder(tmp_path, Limits())
    assert evaluation.ranking is None
    assert evaluation.reading is not None
    assert [found.order for found in evaluation.reading.rows] == [1.0]
